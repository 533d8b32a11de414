"""Rows of a comparison table: chosen, ordered, and each with its numbers."""

import pytest

from sidebyside.load import load
from sidebyside.render import tables
from sidebyside.render.links import Links


@pytest.fixture
def dataset(sound):
    return load(sound)[0].dataset


def shown(dataset, name="tools", **options):
    options = {"group": None, "only": None, "limit": None, "sort": None} | options
    found = tables.groups(dataset, Links("index.md"), name, **options)
    return {group.label: [line.row.name for line in group.lines] for group in found}


def line(dataset, name, row):
    found = tables.groups(dataset, Links("index.md"), name, group=None, only=None, limit=None, sort=None)
    return next(line for group in found for line in group.lines if line.row.id == row)


def test_rows_stand_in_their_groups_in_the_order_of_the_vocabulary(dataset):
    assert shown(dataset) == {"Languages": ["SQL", "Python"], "Clouds": ["Cloud"]}


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({"group": "clouds"}, {"Clouds": ["Cloud"]}),
        ({"only": "with-figure"}, {"Languages": ["SQL", "Python"]}),
        ({"only": "without-figure"}, {"Clouds": ["Cloud"]}),
        ({"only": "clear"}, {"Languages": ["Python"]}),
        ({"only": "unclear"}, {"Languages": ["SQL"]}),
        ({"limit": 1}, {"Languages": ["SQL"]}),
        ({"sort": "name"}, {"": ["Cloud", "Python", "SQL"]}),
        ({"sort": "first"}, {"": ["Python", "SQL", "Cloud"]}),
        ({"sort": "second", "limit": 2}, {"": ["Python", "SQL"]}),
        ({"sort": "difference"}, {"": ["Python", "SQL", "Cloud"]}),
    ],
)
def test_rows_are_chosen_and_ordered(dataset, options, names):
    assert shown(dataset, **options) == names


def test_a_share_has_its_bar_its_base_and_the_way_to_its_entry(dataset):
    found = line(dataset, "tools", "python")
    assert found.base == "n\u00a0100 and 500 respondents who write code"
    first, second = found.cells
    assert (first.number, first.bar, first.text) == ("60.0\u00a0%", (60.0,), "Explores.")
    assert first.href == "data/sources/survey/#python"
    assert second.role.id == "second"


def test_a_clear_difference_names_the_role_with_more(dataset):
    gap = line(dataset, "tools", "python").gap
    assert (gap.clear, gap.known, gap.size, gap.role.id) == (True, True, "20.0 points", "second")


def test_an_interval_that_includes_zero_is_no_clear_difference(dataset):
    gap = line(dataset, "tools", "sql").gap
    assert (gap.clear, gap.known) == (False, True)


def test_a_row_without_a_figure_has_nothing_to_compare(dataset):
    found = line(dataset, "tools", "cloud")
    assert found.gap is None
    assert [cell.number for cell in found.cells] == [None, None]


def test_pay_has_its_middle_half_on_a_scale_that_all_rows_share(dataset):
    first, second = line(dataset, "salaries", "advertised").cells
    assert first.middle == "$90,000 to $120,000"
    assert second.bar == (round(110020 / 150040 * 100, 2), round(130030 / 150040 * 100, 2), 100.0)


def test_a_role_that_is_absent_says_why(dataset):
    found = line(dataset, "salaries", "paid")
    assert found.cells[1].number is None
    assert found.cells[1].text == "Nobody counts them."
    assert found.gap is None


@pytest.mark.parametrize("options", [{"group": "x"}, {"only": "x"}, {"sort": "x"}, {"limit": 0}, {"limit": "3"}])
def test_an_option_that_does_not_exist_is_refused(dataset, options):
    with pytest.raises(tables.CallError):
        shown(dataset, **options)
