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


NOTHING = "no row of the table has what this picture draws; choose other panels, groups or rows"
PAY = "table: salaries\n    what: rows\n    groups: [official]\n    rows: [advertised, paid]\n"


def of_pay(table: str, group: str) -> str:
    """The picture of pay, of another table."""
    return f"table: {table}\n    what: rows\n    groups: [{group}]\n"


def test_a_picture_of_all_groups(broken_by):
    assert broken_by(PICTURES, "    group: languages\n", "") == []


def test_steps_of_a_grid_that_there_is_not(broken_by):
    assert broken_by(PICTURES, "grid: steps\n    again", "grid: step\n    again") == [
        f"{PICTURES}:61:11: pictures.course.grid: no grid 'step'; did you mean 'steps'?"
    ]


def test_a_picture_of_no_table_keeps_no_other_from_being_asked(broken_by):
    broken_by(PICTURES, "table: tools", "table: tool")
    found = broken_by(PICTURES, "groups: [official]", "groups: [officials]")
    assert f"{PICTURES}:17:14: pictures.pay.groups: no group of salaries 'officials'; did you mean 'official'?" in found


def test_a_table_that_cannot_be_read_lacks_no_row(broken_by):
    [found] = broken_by("data/salaries.yml", "rows:\n", "rows: [\n")
    assert "not valid YAML" in found


@pytest.mark.parametrize(("table", "group"), [("skills", "mathematics"), ("education", "degrees")])
def test_ranges_are_of_pay_alone(broken_by, table, group):
    assert broken_by(PICTURES, PAY, of_pay(table, group)) == [f"{PICTURES}:15:12: pictures.pay.table: {NOTHING}"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("data/tools.yml", "rows:\n", "rows: [\n"), (PICTURES, "source: survey}", "source: surveys}")],
)
def test_a_picture_that_cannot_be_judged_keeps_no_other_from_it(broken_by, name, old, new):
    broken_by(name, old, new)
    found = broken_by(PICTURES, PAY, of_pay("skills", "mathematics"))
    assert f"{PICTURES}:15:12: pictures.pay.table: {NOTHING}" in found
    assert not any("pictures.use.table" in each for each in found)


def test_a_picture_of_rows_draws_no_other_row_of_its_group(broken_by):
    broken_by(PICTURES, "    group: languages\n", "    group: languages\n    rows: [sql]\n")
    assert broken_by("data/tools.yml", "evidence: [survey/sql]", "evidence: []") == [
        f"{PICTURES}:6:12: pictures.use.table: {NOTHING}"
    ]


def test_ranges_of_rows_are_of_no_other_row_of_their_group(broken_by):
    broken_by(PICTURES, "[advertised, paid]", "[paid]")
    old, new = "    evidence: [survey/wage]\n    absent: {", "    absent: {first: Nobody counts them., "
    assert broken_by("data/salaries.yml", old, new) == [f"{PICTURES}:15:12: pictures.pay.table: {NOTHING}"]


def test_where_a_figure_is_unknown_nothing_is_said_of_the_picture(broken_by):
    broken_by("data/tools.yml", "evidence: [survey/sql]", "evidence: [survey/sq]")
    [found] = broken_by(PICTURES, "{kind: usage, source: survey}", "{kind: advert, source: survey}")
    assert "no figure 'survey/sq'" in found


def test_a_picture_that_no_chapter_shows(broken_by):
    found = broken_by("docs/pictures.md", '{{ picture(id="use") }}', "")
    assert (
        f'{PICTURES}:2:9: pictures.use.id: no chapter shows this picture; call picture(id="use"), or remove it' in found
    )


def test_a_call_of_a_picture_that_there_is_not(broken_by):
    found = broken_by("docs/pictures.md", 'picture(id="use")', 'picture(id="uses")')
    assert "docs/pictures.md:7:4: picture: no picture 'uses'; did you mean 'use'?" in found
