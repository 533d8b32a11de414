"""Rules about ids, each on the small project with one thing changed."""


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
