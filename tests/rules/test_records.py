"""Rules about the records of sections, each on the small project with one thing changed."""

import pytest

RECORDS, WORDS = "data/sections.yml", "data/vocabularies.yml"
CASE = "    objectives: [explain what a case is]\n"


def test_an_objective_that_begins_with_no_verb_of_the_vocabulary(broken_by):
    [found] = broken_by(RECORDS, "[explain what a case is]", "[understand what a case is]")
    assert found.endswith(
        "sections.case.objectives: an objective begins with a verb of vocabularies.yml, not with 'understand'; "
        "there are 'explain', 'compare', 'judge'"
    )


def test_a_misspelt_verb(broken_by):
    [found] = broken_by(RECORDS, "[explain what a case is]", "[explains what a case is]")
    assert found.endswith("not with 'explains'; did you mean 'explain'?")


def test_an_objective_is_named_by_its_place(broken_by):
    [found] = broken_by(RECORDS, "[explain what a case is]", "[explain what a case is, understand a case]")
    assert "sections.case.objectives.2: an objective begins with a verb of vocabularies.yml" in found


def test_where_no_verb_could_be_read_no_objective_lacks_one(broken_by):
    found = broken_by(WORDS, "verbs: [judge]", "verbs: judge")
    assert found
    assert not any("an objective begins" in each for each in found)


def test_an_objective_of_two_sections(broken_by):
    [found] = broken_by(RECORDS, "[judge each step of a case]", "[explain what a case is]")
    assert found.endswith("sections.case-steps.objectives: 'case' has the same objective; say what is different here")


def test_a_verb_of_two_processes(broken_by):
    assert broken_by(WORDS, "verbs: [judge]", "verbs: [judge, compare]") == [
        "data/vocabularies.yml:73:87: vocabularies.processes.evaluate.verbs.2: "
        "'compare' is a verb of 'understand', too; choose one of them"
    ]


def test_an_unknown_educational_level(broken_by):
    [found] = broken_by(RECORDS, "level: advanced", "level: advance")
    assert found.endswith("sections.switch.level: no educational level 'advance'; did you mean 'advanced'?")


@pytest.mark.parametrize(
    ("aligned", "message"),
    [
        (
            "soc: [15-2051.01]",
            "aligns.soc: no role has '15-2051.01'; did you mean '15-2051.00'?; data/roles.yml has the codes that exist",
        ),
        (
            "soc: [15-2051.00, 15-2051.01]",
            "aligns.soc.2: no role has '15-2051.01'; did you mean '15-2051.00'?; "
            "data/roles.yml has the codes that exist",
        ),
        (
            "esco: ['https://example.org/other']",
            "aligns.esco: no role has 'https://example.org/other'; data/roles.yml has the codes that exist",
        ),
        ("skills: [wish/container]", "aligns.skills: no figure 'wish/container'; did you mean 'wish/containers'?"),
        (
            "skills: [survey/python]",
            "aligns.skills: 'survey/python' is of kind 'usage'; align with a figure of a framework or a taxonomy",
        ),
    ],
)
def test_an_alignment_with_nothing_that_exists(broken_by, aligned, message):
    [found] = broken_by(RECORDS, CASE, f"{CASE}    aligns: {{{aligned}}}\n")
    assert found.endswith(f"sections.case.{message}")


@pytest.mark.parametrize("aligned", ["soc: [15-2051.00]", "skills: [survey/asked, survey/entry]"])
def test_alignments_that_exist(broken_by, aligned):
    assert broken_by(RECORDS, CASE, f"{CASE}    aligns: {{{aligned}}}\n") == []


def test_where_a_role_could_not_be_read_no_code_is_unknown(broken_by):
    assert broken_by(RECORDS, CASE, f"{CASE}    aligns: {{soc: [15-2051.00]}}\n") == []
    found = broken_by("data/roles.yml", "mark: disc", "mark: disk")
    assert found
    assert not any("no role has" in each for each in found)


def test_an_id_that_leads_to_two_sections(broken_by):
    found = broken_by(RECORDS, CASE, f"{CASE}    former: [gone, gone]\n")
    assert len(found) == 1
    assert found[0].endswith("case.former.2: 'gone' is a former id of 'case', too; it can lead to one section only")
