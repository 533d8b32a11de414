"""Differences in words: clear or not, beyond the margin of a summary or not."""

from dataclasses import replace

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


@pytest.fixture
def three(dataset):
    """The dataset with a third role, which no figure and no table knows yet."""
    third = dataset.roles[0].model_copy(
        update={"id": "third", "short_plural": "thirds", "color": "green", "mark": "triangle", "fill": "dotted"}
    )
    return replace(dataset, roles=(*dataset.roles, third))


def of_three(three, *counts: int | None):
    """Shares of a thousand for each role; None where the figure leaves it out."""
    known = zip(("first", "second", "third"), counts, strict=True)
    values = {role: Share(count=count, of=1000) for role, count in known if count is not None}
    return three.figures["survey/python"].model_copy(update={"values": values})


@pytest.mark.parametrize(
    ("counts", "words", "role", "rest"),
    [
        ((500, 600, 800), "30.0 points more", "third", "than firsts"),
        ((800, 600, 500), "30.0 points more", "first", "than thirds"),
        ((500, 800, 600), "30.0 points more", "second", "than firsts"),
        ((500, None, 600), "10.0 points more", "third", "than firsts"),
        ((500, 600, None), "10.0 points more", "second", "than firsts"),
        ((500, 600, 5), "59.5 points more", "second", "than thirds"),
    ],
)
def test_of_three_the_highest_is_compared_with_the_lowest(three, counts, words, role, rest):
    found = gaps.gap(three, of_three(three, *counts))
    assert (found.size, found.role.id, found.rest) == (words, role, rest)


def test_a_number_that_is_not_shown_is_not_compared(three):
    figure = of_three(three, 500, 600, None)
    few = figure.model_copy(update={"values": figure.values | {"third": Share(count=9, of=9)}})
    assert gaps.gap(three, few).rest == "than firsts"


def test_one_of_three_is_nothing_to_compare(three):
    assert gaps.gap(three, of_three(three, 500, None, None)) is None


@pytest.mark.parametrize(
    ("asked", "words", "role", "rest"),
    [
        (("working", "working", "expert"), "one level higher", "third", "than firsts"),
        ((None, "working", "expert"), "asked of", "third", "not of firsts"),
        ((None, None, "expert"), "asked only of", "third", ""),
    ],
)
def test_levels_of_three(three, asked, words, role, rest):
    found = gaps.levels(three, dict(zip(("first", "second", "third"), asked, strict=True)))
    assert (found.size, found.role.id, found.rest) == (words, role, rest)


def test_a_role_without_a_level_has_no_part_in_the_difference(three):
    assert gaps.levels(three, {"first": "working", "second": "working"}).size == "same level"


@pytest.mark.parametrize(
    ("entries", "words", "rest"),
    [
        ({"first": ["a"], "second": ["a"], "third": ["a"]}, "listed for all", ""),
        ({"first": ["a"], "second": ["a"], "third": []}, "listed for", "and seconds, not for thirds"),
        ({"first": ["a"], "second": [], "third": []}, "listed only for", ""),
        ({"first": ["a"], "second": ["a"]}, "listed for both", ""),
    ],
)
def test_lists_of_three(three, entries, words, rest):
    found = gaps.listed(three, entries)
    assert (found.size, found.rest) == (words, rest)
