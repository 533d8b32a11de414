"""Numbers as readers see them."""

import pytest

from sidebyside import derive
from sidebyside.intervals import Interval
from sidebyside.load import load
from sidebyside.render import numbers


@pytest.fixture
def figures(sound):
    return load(sound)[0].dataset.figures


def test_shares_counts_and_amounts():
    assert numbers.percent(0.35796) == "35.8\u00a0%"
    assert numbers.whole(1908) == "1,908"
    assert numbers.dollars(120_230) == "$120,230"
    assert numbers.dollars(157_449, rounded=True) == "$157,400"
    assert numbers.dollars(157_450, rounded=True) == "$157,500"


def test_amounts_with_an_interval_are_rounded_and_published_ones_are_not(figures):
    assert numbers.amount(figures["survey/pay"], 100_030) == "$100,000"
    assert numbers.amount(figures["survey/pay"], 100_030, exact=True) == "$100,030"
    assert numbers.amount(figures["survey/wage"], 100_030) == "$100,030"
    assert numbers.amount(figures["survey/employment"], 262_440) == "262,440"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(0.1801, 0.2729, "18.0 to 27.3"), (-0.006, 0.076, "−0.6 to 7.6"), (-0.0004, 0.07, "0.0 to 7.0")],
)
def test_spans_of_shares(figures, low, high, words):
    assert numbers.span(figures["survey/python"], Interval(low, high)) == words


def test_the_span_of_a_difference_is_turned_to_the_side_of_the_larger_value(figures):
    figure = figures["survey/python"]
    one = derive.difference(figure, "first", "second")
    other = derive.difference(figure, "second", "first")
    assert numbers.size_span(figure, one) == numbers.size_span(figure, other)
    assert numbers.size(figure, one) == numbers.size(figure, other) == "20.0 points"


def test_the_base_names_those_who_are_counted(figures):
    figure = figures["survey/python"]
    assert numbers.base(figure, list(figure.values.values())) == "n\u00a0100 and 500 respondents who write code"
    wage = figures["survey/wage"]
    assert numbers.base(wage, [wage.values["first"]]) == "employees"


def test_what_is_stored_in_words(figures):
    share, estimate = figures["survey/python"], figures["survey/employment"]
    assert numbers.stored(share.values["first"]) == "60 of 100"
    assert numbers.stored(estimate.values["first"]) == "standard error 1.1\u00a0% of it"
