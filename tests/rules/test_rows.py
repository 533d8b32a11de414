"""Rules about the rows of comparison tables, each on the small project with one thing changed."""

import pytest


def test_role_without_cell(broken_by):
    assert broken_by("data/tools.yml", "{first: Rents., second: Builds.}", "{first: Rents.}") == [
        "data/tools.yml:19:12: tools.cloud.cells: no cell for 'second'; say in a sentence what there is to say of it"
    ]


def test_a_row_of_education_speaks_of_all_roles_or_of_none(broken_by):
    assert broken_by("data/education.yml", "{first: Mathematics., second: Computing.}", "{first: Mathematics.}") == [
        "data/education.yml:18:12: education.fields.cells: "
        "no cell for 'second'; say in a sentence what there is to say of it"
    ]


def test_level_missing(broken_by):
    assert broken_by("data/skills.yml", "    levels: {first: working}\n", "") == [
        "data/skills.yml:13:5: skills.systems: no level for 'first', neither from a figure nor under levels; add one"
    ]


def test_level_twice(broken_by):
    assert broken_by("data/skills.yml", "{first: working}", "{first: working, second: expert}") == [
        "data/skills.yml:16:30: skills.systems.levels.second: "
        "'survey/asked-of-one' gives the level of 'second' already; remove this one"
    ]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ("{first: leads, second: leads}", "more than one role leads; where they do it together, each shares"),
        ("{first: shares, second: supports}", "nobody leads; say who does, or that all share"),
        ("{first: leads}", "no part for 'second'; say whether it leads, shares or supports"),
    ],
)
def test_nobody_answers(broken_by, parts, message):
    assert broken_by("data/responsibilities.yml", "{first: leads, second: supports}", parts) == [
        f"data/responsibilities.yml:11:12: responsibilities.frame.parts: {message}"
    ]


def test_more_than_one_figure_in_a_line_of_the_summary(broken_by):
    assert broken_by("data/glance.yml", "evidence: [survey/sql]", "evidence: [survey/sql, survey/python]") == [
        "data/glance.yml:23:15: glance.query.evidence: too many; at most 1 can be here"
    ]


def test_figures_of_two_sources_stand_in_one_row(broken_by):
    assert broken_by("data/education.yml", "[poll/years]", "[poll/python]") == []


def test_role_without_pay(broken_by):
    assert broken_by("data/salaries.yml", "    absent: {second: Nobody counts them.}\n", "") == [
        "data/salaries.yml:12:5: salaries.paid: "
        "no figure for 'second'; add one to evidence, or say under absent why there is none"
    ]


def test_role_that_is_absent_and_there(broken_by):
    assert broken_by("data/salaries.yml", "{second: Nobody counts", "{first: No., second: Nobody counts") == [
        "data/salaries.yml:17:14: salaries.paid.absent.first: "
        "'first' has a figure in evidence; remove the reason for its absence"
    ]


def test_kind_of_another_column_in_a_table(broken_by):
    assert broken_by("data/tools.yml", "[survey/python]", "[survey/pay]") == [
        "data/tools.yml:15:16: tools.python.evidence: "
        "'survey/pay' is of kind 'pay-band', but declared here is 'usage'; kinds are never mixed"
    ]


def test_kind_of_another_column_in_a_row(broken_by):
    assert broken_by("data/salaries.yml", "kind: pay-band\n", "kind: official\n") == [
        "data/salaries.yml:11:16: salaries.advertised.evidence: "
        "'survey/pay' is of kind 'pay-band', but declared here is 'official'; kinds are never mixed"
    ]


def test_kind_that_the_table_has_not(broken_by):
    found = broken_by("data/salaries.yml", "kind: pay-band\n", "kind: usage\n")
    assert (
        "data/salaries.yml:9:11: salaries.advertised.kind: the kind 'usage' is none of the table's, "
        "'official', 'pay-band'" in found
    )


def test_two_figures_for_one_place(broken_by):
    assert broken_by("data/tools.yml", "[survey/python]", "[survey/python, survey/sql]") == [
        "data/tools.yml:15:31: tools.python.evidence.2: "
        "'survey/python' is of the same kind and about 'first', too; keep one of them"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("color: orange", "color: blue", "25:12: roles.second.color: 'blue' is already the color of 'first'"),
        ("mark: square", "mark: disc", "26:11: roles.second.mark: 'disc' is already the mark of 'first'"),
        ("fill: hatched", "fill: solid", "27:11: roles.second.fill: 'solid' is already the fill of 'first'"),
    ],
)
def test_roles_look_alike(broken_by, old, new, place):
    assert broken_by("data/roles.yml", old, new) == [f"data/roles.yml:{place}; choose another"]


def test_a_row_of_the_market_has_a_figure_or_a_reason(broken_by):
    assert broken_by("data/market.yml", "evidence: [survey/sql]", "evidence: []") == [
        "data/market.yml:16:5: market.sql-in-use: "
        f"no figure for '{role}'; add one to evidence, or say under absent why there is none"
        for role in ("first", "second")
    ]


def test_a_column_of_a_kind_that_the_table_has_not(broken_by):
    assert broken_by("data/market.yml", "columns: [usage, advert]", "columns: [usage, advert, taxonomy]") == [
        "data/market.yml:6:26: market.columns.3: no kind 'taxonomy' in this table; it has 'usage', 'advert', 'official'"
    ]


def test_entries_of_a_list_stand_in_one_place_but_figures_after_them_do_not(broken_by):
    old, new = "survey/other-entry, survey/sql]", "survey/other-entry, survey/sql, survey/python]"
    assert broken_by("data/skills.yml", old, new) == [
        "data/skills.yml:12:76: skills.statistics.evidence.5: "
        "'survey/sql' is of the same kind and about 'first', too; keep one of them"
    ]
    assert len(broken_by("data/tools.yml", "[survey/python]", "[survey/python, survey/sql]")) == 2


def test_a_row_of_pay_has_one_place_for_each_role_whatever_the_source(broken_by):
    found = broken_by("data/salaries.yml", "evidence: [survey/pay]", "evidence: [survey/pay, poll/years]")
    assert not any("of the same kind" in each for each in found)
    found = broken_by("data/evidence/poll.yml", "    measure: years\n", "    measure: years\n    kind: pay-band\n")
    assert any("'survey/pay' is of the same kind and about 'first', too" in each for each in found)
