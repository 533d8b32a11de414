"""Differences in words: clear or not, beyond the margin of a summary or not."""

import pytest

from sidebyside.load import load
from sidebyside.model import Quantiles, Share
from sidebyside.render import gaps


@pytest.fixture
def dataset(sound):
    return load(sound)[0].dataset


def shares(dataset, first: tuple[int, int], second: tuple[int, int]):
    values = {"first": Share(count=first[0], of=first[1]), "second": Share(count=second[0], of=second[1])}
    return dataset.figures["survey/python"].model_copy(update={"values": values})


@pytest.mark.parametrize(
    ("first", "second", "verdict", "words"),
    [
        ((600, 1000), (800, 1000), "clear", "20.0 points more"),
        ((500, 1000), (560, 1000), "same", "no difference beyond 5 points"),
        ((5000, 10000), (5010, 10000), "same", "alike, within 5 points"),
        ((50, 100), (52, 100), "same", "no difference beyond 5 points"),
    ],
)
def test_a_summary_names_only_what_is_wholly_beyond_five_points(dataset, first, second, verdict, words):
    found = gaps.summary(dataset, shares(dataset, first, second))
    assert (found.verdict, found.size) == (verdict, words)


def test_elsewhere_a_clear_difference_is_named_however_small(dataset):
    assert gaps.gap(dataset, shares(dataset, (500, 1000), (560, 1000))).size == "6.0 points more"


@pytest.mark.parametrize(
    ("interval", "words"),
    [((103000, 107000), "alike, within $5,000"), ((104000, 106000), "alike, within $5,000")],
)
def test_the_margin_of_pay_is_a_share_of_it(dataset, interval, words):
    values = {
        "first": Quantiles(n=40, median=104000, interval=(103900, 104100)),
        "second": Quantiles(n=40, median=105000, interval=interval),
    }
    figure = dataset.figures["survey/pay"].model_copy(update={"values": values})
    assert gaps.summary(dataset, figure).size == words.replace("5,000", "5,200")


def test_without_an_interval_nothing_is_clear(dataset):
    values = {"first": Quantiles(n=40, median=100000), "second": Quantiles(n=40, median=150000)}
    figure = dataset.figures["survey/pay"].model_copy(update={"values": values, "interval": "none"})
    for found in (gaps.gap(dataset, figure), gaps.summary(dataset, figure)):
        assert (found.verdict, found.span) == ("unknown", "no interval known")


@pytest.mark.parametrize(
    ("asked", "words", "role"),
    [
        ({"first": "expert", "second": "working"}, "one level higher", "first"),
        ({"first": "working", "second": "expert"}, "one level higher", "second"),
        ({"first": None, "second": "expert"}, "asked only of", "second"),
        ({"first": "expert", "second": None}, "asked only of", "first"),
    ],
)
def test_levels_differ_by_steps_or_are_asked_of_one_only(dataset, asked, words, role):
    found = gaps.levels(dataset, asked)
    assert (found.size, found.role.id) == (words, role)


def test_nothing_listed_is_nothing_to_compare(dataset):
    assert gaps.listed(dataset, {"first": [], "second": []}) is None
    assert gaps.levels(dataset, {"first": None, "second": None}) is None


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (["a"], ["a"], "listed for both"),
        (["a", "b"], ["a"], "each has its own"),
        (["a"], [], "listed only for"),
    ],
)
def test_lists_are_alike_or_not(dataset, first, second, words):
    assert gaps.listed(dataset, {"first": first, "second": second}).size == words
