"""Rules about the rows of comparison tables, each on the small project with one thing changed."""

import pytest


def test_role_without_cell(broken_by):
    assert broken_by("data/tools.yml", "{first: Rents., second: Builds.}", "{first: Rents.}") == [
        "data/tools.yml:19:12: tools.cloud.cells: no cell for 'second'; say what that role uses it for"
    ]


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
