"""From files to a draft: mistakes of form, in words that say what to do."""

import pytest

from sidebyside.load import load


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "data/tools.yml",
            "    group: clouds",
            "    gruop: clouds",
            "data/tools.yml:18:5: tools.cloud.gruop: unknown key 'gruop'; did you mean 'group'?",
        ),
        (
            "data/tools.yml",
            "    group: clouds",
            "    xyz: clouds",
            "data/tools.yml:18:5: tools.cloud.xyz: unknown key 'xyz'; possible are "
            "'id', 'name', 'group', 'evidence', 'note', 'cells'",
        ),
        (
            "data/tools.yml",
            "    group: clouds\n",
            "",
            "data/tools.yml:16:5: tools.cloud: the key 'group' is missing; add it",
        ),
        (
            "data/tools.yml",
            "name: Cloud",
            "name: 12",
            "data/tools.yml:17:11: tools.cloud.name: expected text, found a number",
        ),
        (
            "data/tools.yml",
            "name: Cloud",
            "name: '=1+1'",
            "data/tools.yml:17:11: tools.cloud.name: "
            "a spreadsheet would compute what begins like this; word it otherwise",
        ),
        (
            "data/tools.yml",
            "name: Cloud",
            "name: ''",
            "data/tools.yml:17:11: tools.cloud.name: empty; fill it in",
        ),
        (
            "data/tools.yml",
            "evidence: [survey/sql]",
            "evidence: survey/sql",
            "data/tools.yml:10:15: tools.sql.evidence: expected a list, found 'survey/sql'",
        ),
        (
            "data/evidence/survey.yml",
            "count: 60",
            "count: '60'",
            "data/evidence/survey.yml:22:22: evidence.survey/python.values.first.count: "
            "expected a whole number, found '60'",
        ),
        (
            "data/evidence/survey.yml",
            "count: 60",
            "count: 6.5",
            "data/evidence/survey.yml:22:22: evidence.survey/python.values.first.count: "
            "expected a whole number, found a number",
        ),
        (
            "data/evidence/survey.yml",
            "of: 100",
            "of: 0",
            "data/evidence/survey.yml:22:30: evidence.survey/python.values.first.of: "
            "0 is out of range; it must be more than 0",
        ),
        (
            "data/evidence/survey.yml",
            "id: survey/python",
            "id: Survey/Python",
            "data/evidence/survey.yml:15:9: evidence.Survey/Python.id: "
            "'Survey/Python' is no figure id; write <source>/<name>, two slugs",
        ),
        (
            "data/evidence/survey.yml",
            "    kind: pay-band",
            "    kind: pay-bund",
            "data/evidence/survey.yml:37:11: evidence.survey/pay.kind: 'pay-bund' is none of 'usage', 'advert', "
            "'pay-band', 'official', 'self-reported', 'taxonomy', 'framework'; did you mean 'pay-band'?",
        ),
        (
            "data/sources.yml",
            "read: 2026-11-20",
            "read: yesterday",
            "data/sources.yml:9:11: sources.survey.read: expected a date such as 2026-11-20, found 'yesterday'",
        ),
        (
            "data/sources.yml",
            "    licence: {name: CC0, wording: In the public domain.}\n",
            "",
            "data/sources.yml:2:5: sources.survey: the key 'licence' is missing; add it",
        ),
    ],
)
def test_a_mistake_of_form_says_what_to_do(broken_by, name, old, new, message):
    assert message in broken_by(name, old, new)


def test_a_number_beyond_all_bounds_is_a_mistake(broken_by):
    found = broken_by("data/evidence/survey.yml", "{median: 90000}", "{median: 1.0e400}")
    assert len(found) == 1
    assert found[0].startswith("data/evidence/survey.yml:55:28: evidence.survey/wage.values.developers.median: ")


def test_a_row_with_a_mistake_is_left_out_and_its_id_stays_known(sound):
    path = sound / "data" / "evidence" / "survey.yml"
    path.write_text(path.read_text().replace("count: 60", "count: -60"))
    draft, mistakes = load(sound)
    assert len(mistakes) == 1
    assert "survey/python" not in draft.dataset.figures
    assert "survey/sql" in draft.dataset.figures
    assert not draft.ids["figures"].lacks("survey/python")
    assert draft.ids["figures"].lacks("survey/other")


def test_one_mistake_does_not_report_itself_where_its_row_is_named(broken_by):
    assert len(broken_by("data/evidence/survey.yml", "count: 60", "count: -60")) == 1


def test_ids_of_a_file_that_cannot_be_read_are_not_called_unknown(sound):
    (sound / "data" / "evidence" / "survey.yml").write_text("a: [")
    ids = load(sound)[0].ids["figures"]
    assert not ids.lacks("survey/python")
    assert ids.lacks("other/python")


def test_a_missing_file_and_a_stray_one(sound):
    (sound / "data" / "tools.yml").rename(sound / "data" / "tool.yml")
    found = [str(mistake) for mistake in load(sound)[1]]
    assert found == [
        "data/tools.yml:1:1: the file cannot be read (No such file or directory); restore it, for every dataset has it",
        "data/tool.yml:1:1: nothing reads this file; did you mean 'tools.yml'?",
    ]


def test_a_list_is_not_called_too_short_because_of_a_mistake_in_a_row(broken_by):
    assert broken_by("data/roles.yml", "mark: square", "mark: cross") == [
        "data/roles.yml:26:11: roles.second.mark: 'cross' is none of 'disc', 'square', 'triangle', 'diamond'"
    ]


def test_the_dataset_cannot_be_changed(sound):
    dataset = load(sound)[0].dataset
    with pytest.raises(AttributeError):
        dataset.roles = ()
    with pytest.raises(ValueError, match="frozen"):
        dataset.roles[0].name = "other"


def test_a_figure_is_complete_with_what_the_head_of_its_file_says(sound):
    figures = load(sound)[0].dataset.figures
    assert (figures["survey/python"].kind, figures["survey/python"].interval) == ("usage", "wilson")
    assert (figures["survey/pay"].kind, figures["survey/pay"].interval) == ("pay-band", "exact-median")
