"""Rules about ids, each on the small project with one thing changed."""

import pytest

WORDS = "data/vocabularies.yml"


def test_duplicate_id(broken_by):
    assert broken_by("data/tools.yml", "id: cloud\n", "id: sql\n") == [
        "data/planner.yml:6:18: planner.systems.tools.2: no tool 'cloud'; data/tools.yml has the rows that exist",
        "data/tools.yml:16:9: tools.sql.id: the id 'sql' is already on line 6; ids are permanent and unique",
    ]


def test_unknown_role_in_a_cell(broken_by):
    assert broken_by("data/tools.yml", "{first: Rents., second: Builds.}", "{first: A., second: B., secnd: C.}") == [
        "data/tools.yml:19:36: tools.cloud.cells.secnd: no role 'secnd'; did you mean 'second'?"
    ]


def test_unknown_role_among_those_that_are_absent(broken_by):
    assert broken_by("data/salaries.yml", "{second: Nobody", "{third: No., second: Nobody") == [
        "data/salaries.yml:17:14: salaries.paid.absent.third: no role 'third'; data/roles.yml has the ids that exist"
    ]


def test_unknown_role_in_the_filters_of_a_source(broken_by):
    assert broken_by("data/evidence/survey.yml", "  second: role is", "  secnd: role is") == [
        "data/evidence/survey.yml:10:3: evidence.roles.secnd: no role 'secnd'; did you mean 'second'?"
    ]


def test_unknown_subject_of_a_figure(broken_by):
    assert broken_by("data/evidence/survey.yml", "developers: {median", "develpers: {median") == [
        "data/evidence/survey.yml:55:7: evidence.survey/wage.values.develpers: "
        "no role and no subject 'develpers'; did you mean 'developers'?"
    ]


def test_unknown_group(broken_by):
    assert broken_by("data/tools.yml", "group: clouds", "group: cluods") == [
        "data/tools.yml:18:12: tools.cloud.group: "
        "no group 'cluods' under groups.tools of vocabularies.yml; did you mean 'clouds'?"
    ]


def test_table_without_groups(broken_by):
    found = broken_by("data/vocabularies.yml", "  salaries:\n", "  wages:\n")
    assert (
        "data/vocabularies.yml:2:3: vocabularies.groups: no groups for the table 'salaries'; add a list of them"
        in found
    )


def test_unknown_level(broken_by):
    assert broken_by("data/salaries.yml", "level: entry", "level: entries") == [
        "data/salaries.yml:10:12: salaries.advertised.level: no level 'entries'; did you mean 'entry'?"
    ]


def test_unknown_figure(broken_by):
    assert broken_by("data/tools.yml", "[survey/python]", "[survey/pythno]") == [
        "data/tools.yml:15:16: tools.python.evidence: no figure 'survey/pythno'; did you mean 'survey/python'?"
    ]


def test_word_without_meaning(broken_by):
    assert broken_by("data/vocabularies.yml", "{id: bootstrap,", "{id: bootsrap,") == [
        "data/vocabularies.yml:42:3: vocabularies.intervals: 'bootstrap' is not explained; add it",
        "data/vocabularies.yml:45:5: vocabularies.intervals.bootsrap: "
        "nothing can be 'bootsrap'; did you mean 'bootstrap'?",
    ]


def test_unknown_proficiency_of_a_row(broken_by):
    assert broken_by("data/skills.yml", "{first: working}", "{first: workin}") == [
        "data/skills.yml:16:21: skills.systems.levels.first: no level of a skill 'workin'; did you mean 'working'?"
    ]


def test_unknown_proficiency_of_a_figure(broken_by):
    assert broken_by("data/evidence/survey.yml", "second: {level: working}", "second: {level: good}") == [
        "data/evidence/survey.yml:78:23: evidence.survey/asked.values.second.level: "
        "no level of a skill 'good'; add it to the proficiencies of vocabularies.yml"
    ]


def test_unknown_section(broken_by):
    assert broken_by("data/glance.yml", "section: home\n", "section: hom\n") == [
        "data/glance.yml:10:14: glance.purpose.section: no section 'hom'; did you mean 'home'?"
    ]


def test_unknown_role_of_a_label(broken_by):
    assert broken_by("data/evidence/poll.yml", "  second: the second/other", "  secnd: the second/other") == [
        "data/evidence/poll.yml:12:3: evidence.labels.secnd: no role 'secnd'; did you mean 'second'?"
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("data/skills.yml", "levels: {first: working}", "levels: {first: working, third: expert}", "levels.third"),
        ("data/responsibilities.yml", "{first: leads, second", "{first: leads, third: shares, second", "parts.third"),
    ],
)
def test_unknown_role_with_a_level_or_a_part(broken_by, name, old, new, message):
    found = broken_by(name, old, new)
    assert any(f"{message}: no role 'third'; data/roles.yml has the ids that exist" in each for each in found)


def test_a_group_of_claims_that_there_is_not(broken_by):
    found = broken_by("data/claims.yml", "group: said\n    claim: The first", "group: else\n    claim: The first")
    assert (
        "data/claims.yml:20:12: claims.claim-time.group: "
        "no group 'else' under groups.claims of vocabularies.yml; add it there, or choose one of them"
    ) in found


def test_claims_without_groups(broken_by):
    found = broken_by(WORDS, "  claims:\n", "  statements:\n")
    message = f"{WORDS}:2:3: vocabularies.groups: no groups for the table 'claims'; add a list of them"
    assert found.count(message) == 1


def test_claims_that_cannot_be_read_need_no_groups(broken_by):
    broken_by(WORDS, "  claims:\n", "  statements:\n")
    found = broken_by("data/claims.yml", "claims:\n", "claims: [\n")
    assert not any("no groups for" in each for each in found)


def test_where_no_word_could_be_read_no_table_lacks_its_groups(broken_by):
    found = broken_by(WORDS, "groups:\n", "groups: [\n")
    assert found
    assert not any("no groups for" in each or "is not explained" in each for each in found)


def test_an_unknown_figure_of_a_claim_and_of_a_variant(broken_by):
    assert broken_by("data/claims.yml", "[survey/python, poll/python]", "[survey/python, other/thing]") == [
        "data/claims.yml:9:30: claims.claim-python.figures.2: "
        "no figure 'other/thing'; data/evidence/ has the ids that exist"
    ]
    found = broken_by("data/evidence/wish.yml", "variant_of: wish/python\n", "variant_of: other/python\n")
    assert (
        "data/evidence/wish.yml:30:17: evidence.wish/python-here.variant_of: "
        "no figure 'other/python'; did you mean 'wish/python'?"
    ) in found


def test_the_line_is_that_of_the_id_wherever_it_stands_in_its_row(broken_by):
    broken_by("data/tools.yml", "  - id: python\n    name: Python\n", "  - name: Python\n    id: python\n")
    found = broken_by("data/tools.yml", "id: cloud\n", "id: python\n")
    assert any("the id 'python' is already on line 12" in each for each in found)


def test_a_third_row_with_the_same_id_names_the_first(broken_by):
    broken_by("data/tools.yml", "id: cloud\n", "id: sql\n")
    found = broken_by("data/tools.yml", "id: python\n", "id: sql\n")
    assert sum("the id 'sql' is already on line 6" in each for each in found) == 2


@pytest.mark.parametrize(
    ("vocabulary", "word"),
    [
        ("kinds", "self-reported"),
        ("origins", "transcribed"),
        ("units", "usd-a-month"),
        ("intervals", "exact-median"),
        ("parts", "supports"),
        ("verdicts", "partly-supported"),
        ("forms", "no-difference"),
    ],
)
def test_each_vocabulary_explains_every_word_and_no_other(broken_by, vocabulary, word):
    found = broken_by(WORDS, f"id: {word},", "id: zzz,")
    assert any(f"vocabularies.{vocabulary}: '{word}' is not explained; add it" in each for each in found)
    assert any(
        f"vocabularies.{vocabulary}.zzz: nothing can be 'zzz'; remove it, or teach it to sidebyside/model/" in each
        for each in found
    )


def test_one_vocabulary_that_is_missing_keeps_no_other_from_being_read(broken_by):
    broken_by(WORDS, "kinds:\n", "sorts:\n")
    found = broken_by(WORDS, "id: cluster-bootstrap,", "id: clustering,")
    assert any("vocabularies.intervals: 'cluster-bootstrap' is not explained" in each for each in found)
    assert not any("vocabularies.kinds" in each for each in found)
