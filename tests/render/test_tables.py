"""Rows of a comparison table: chosen, ordered and put into groups."""

import pytest

from sidebyside.load import load
from sidebyside.render import tables
from sidebyside.render.links import Links


@pytest.fixture
def dataset(sound):
    return load(sound)[0].dataset


def shown(dataset, name="tools", **options):
    options = {"group": None, "only": None, "limit": None, "sort": None, "by": None} | options
    found = tables.groups(dataset, Links("index.md"), name, **options)
    return {group.label: [lines.row.name for lines in group.rows] for group in found}


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


def test_the_evidence_of_one_kind_only(dataset):
    whole = tables.table(dataset, "market")
    left = tables.of_one_kind(dataset, whole, "advert")
    assert {row.id: row.evidence for row in left.rows} == {
        "python-use-and-adverts": ("wish/python",),
        "containers-in-adverts": ("wish/containers",),
    }
    assert (left.kinds, left.columns) == (("advert",), ())
    names = [name for group in shown(dataset, "market", kind="usage").values() for name in group]
    assert names == [row.name for row in whole.rows if row.id != "containers-in-adverts"]


def test_the_levels_of_skills_cannot_be_of_one_kind(dataset):
    with pytest.raises(tables.CallError, match="the levels of skills come from several kinds"):
        shown(dataset, "skills", kind="usage")


def test_a_kind_that_the_table_has_not_is_refused(dataset):
    with pytest.raises(tables.CallError, match="no kind 'usag' in this table; did you mean 'usage'"):
        shown(dataset, kind="usag")


@pytest.mark.parametrize("options", [{"group": "x"}, {"only": "x"}, {"sort": "x"}, {"limit": 0}, {"limit": "3"}])
def test_an_option_that_does_not_exist_is_refused(dataset, options):
    with pytest.raises(tables.CallError):
        shown(dataset, **options)
