"""Rules about pictures, each on the small project with one thing changed."""

import pytest

PICTURES = "data/pictures.yml"


BROKEN = (
    (
        "table: tools",
        "table: tool",
        "6:12: pictures.use.table: no table 'tool'; did you mean 'tools'?",
    ),
    (
        "group: languages",
        "group: language",
        "7:12: pictures.use.group: no group of tools 'language'; did you mean 'languages'?",
    ),
    (
        "groups: [official]",
        "groups: [officials]",
        "17:14: pictures.pay.groups: no group of salaries 'officials'; did you mean 'official'?",
    ),
    (
        "[advertised, paid]",
        "[advertised, pay]",
        "18:24: pictures.pay.rows.2: no row of salaries 'pay'; there are 'advertised', 'paid'",
    ),
    (
        "source: survey}",
        "source: surveys}",
        "10:31: pictures.use.panels.1.source: no source 'surveys'; did you mean 'survey'?",
    ),
    (
        "source: survey\n",
        "source: surveys\n",
        "32:13: pictures.ladder.source: no source 'surveys'; did you mean 'survey'?",
    ),
    (
        "'2025': survey/employment",
        "'2025': survey/employ",
        (
            "27:57: pictures.jobs.panels.1.lines.1.points.2025: no figure 'survey/employ'; did you "
            "mean 'survey/employment'?"
        ),
    ),
    (
        "[first, second]",
        "[first, seconds]",
        "41:22: pictures.overlap.between.2: no role 'seconds'; did you mean 'second'?",
    ),
    (
        "[first, second]",
        "[first, first]",
        "41:14: pictures.overlap.between: a role overlaps with itself; name two",
    ),
    (
        "grid: steps\n    finding",
        "grid: step\n    finding",
        "46:11: pictures.map.grid: no grid 'step'; did you mean 'steps'?",
    ),
    (
        "what: a thing}",
        "what: a thing}\n      - {giver: look, taker: act, what: a note}",
        "57:30: pictures.map.relations.3.taker: no node 'act'; there are 'first', 'look', 'second'",
    ),
    (
        "{id: second, lane",
        "{id: seconds, lane",
        "52:14: pictures.map.nodes.seconds.id: no role or row 'seconds'; did you mean 'second'?",
    ),
    (
        "{kind: usage, source: survey}",
        "{kind: advert, source: survey}",
        (
            "6:12: pictures.use.table: no row of the table has what this picture draws; choose other "
            "panels, groups or rows"
        ),
    ),
)


@pytest.mark.parametrize(("old", "new", "mistake"), BROKEN, ids=lambda each: each.split(":")[0])
def test_a_picture_of_what_there_is_not(broken_by, old, new, mistake):
    assert f"{PICTURES}:{mistake}" in broken_by(PICTURES, old, new)


def test_a_picture_that_no_chapter_shows(broken_by):
    found = broken_by("docs/pictures.md", '{{ picture(id="use") }}', "")
    assert (
        f'{PICTURES}:2:9: pictures.use.id: no chapter shows this picture; call picture(id="use"), or remove it' in found
    )


def test_a_call_of_a_picture_that_there_is_not(broken_by):
    found = broken_by("docs/pictures.md", 'picture(id="use")', 'picture(id="uses")')
    assert "docs/pictures.md:7:4: picture: no picture 'uses'; did you mean 'use'?" in found
