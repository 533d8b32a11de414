"""Each interval against a published worked example, an independent library, or both."""

import random

import pytest
from scipy import stats

from sidebyside.intervals import (
    Difference,
    Interval,
    difference_from_intervals,
    difference_of_shares,
    from_relative_standard_error,
    median_interval,
    median_ranks,
    quantile,
    wilson,
)

# Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
NEWCOMBE_SINGLE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]

# Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10.
NEWCOMBE_DIFFERENCE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]


@pytest.mark.parametrize(("count", "of", "low", "high"), NEWCOMBE_SINGLE)
def test_wilson_gives_the_published_examples(count, of, low, high):
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("count", "of"), [(0, 1), (1, 1), (3, 7), (654, 1827), (563, 563)])
def test_wilson_agrees_with_scipy(count, of):
    theirs = stats.binomtest(count, of).proportion_ci(method="wilson")
    assert wilson(count, of) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@pytest.mark.parametrize("of", range(1, 200))
def test_wilson_ends_where_shares_end(of):
    assert wilson(0, of).low == 0
    assert wilson(of, of).high == 1


@pytest.mark.parametrize(("count", "of"), [(0, 0), (1, 0), (-1, 5), (6, 5)])
def test_wilson_refuses_what_is_no_share(count, of):
    with pytest.raises(ValueError, match="no share"):
        wilson(count, of)


@pytest.mark.parametrize(("a", "m", "b", "n", "low", "high"), NEWCOMBE_DIFFERENCE)
def test_difference_gives_the_published_examples(a, m, b, n, low, high):
    assert difference_of_shares(a, m, b, n).interval == pytest.approx((low, high), abs=5e-5)


def test_difference_changes_its_sign_with_the_order():
    one, other = difference_of_shares(327, 559, 654, 1827), difference_of_shares(654, 1827, 327, 559)
    assert one.value == pytest.approx(-other.value)
    assert one.interval == pytest.approx((-other.interval.high, -other.interval.low))
    assert one.is_clear
    assert other.is_clear


@pytest.mark.parametrize(("interval", "clear"), [((-1, 1), False), ((0, 1), False), ((0.1, 1), True), ((-2, -1), True)])
def test_a_difference_is_clear_when_its_interval_leaves_out_zero(interval, clear):
    assert Difference(0.5, Interval(*interval)).is_clear is clear


def test_a_difference_without_an_interval_is_not_clear():
    assert not Difference(5, None).is_clear


def test_difference_of_medians_is_near_a_bootstrap():
    """The two methods are different, so near is all that can be asked: each end within a tenth of the width."""
    draw = random.Random(20261120)
    one = sorted(draw.lognormvariate(12, 0.3) for _ in range(900))
    other = sorted(draw.lognormvariate(11.8, 0.3) for _ in range(1900))
    ours = difference_from_intervals(
        quantile(one, 0.5), median_interval(one), quantile(other, 0.5), median_interval(other)
    ).interval
    resampled = sorted(
        quantile(sorted(draw.choices(one, k=len(one))), 0.5) - quantile(sorted(draw.choices(other, k=len(other))), 0.5)
        for _ in range(800)
    )
    width = ours.high - ours.low
    assert ours.low == pytest.approx(quantile(resampled, 0.025), abs=width / 10)
    assert ours.high == pytest.approx(quantile(resampled, 0.975), abs=width / 10)


# Campbell and Gardner 1988 ("Calculating confidence intervals for some non-parametric analyses"), ranks at 95 %.
@pytest.mark.parametrize(
    ("n", "ranks"),
    [(6, (1, 6)), (10, (2, 9)), (20, (6, 15)), (30, (10, 21)), (50, (18, 33)), (100, (40, 61))],
)
def test_median_ranks_are_those_of_the_tables(n, ranks):
    assert median_ranks(n) == ranks


@pytest.mark.parametrize("n", [0, 1, 5])
def test_below_six_values_the_median_has_no_interval(n):
    assert median_ranks(n) is None
    assert median_interval(range(n)) is None


@pytest.mark.parametrize("n", [6, 31, 78, 843, 1908])
def test_median_interval_agrees_with_scipy(n):
    draw = random.Random(n)
    values = sorted(draw.random() for _ in range(n))
    theirs = stats.quantile_test(values, q=0.5, p=0.5).confidence_interval(0.95)
    assert median_interval(values) == pytest.approx((theirs.low, theirs.high))


@pytest.mark.parametrize("share", [0, 0.1, 0.25, 0.5, 0.9, 1])
def test_quantile_agrees_with_numpy(share):
    numpy = pytest.importorskip("numpy")
    draw = random.Random(7)
    values = sorted(draw.random() for _ in range(38))
    assert quantile(values, share) == pytest.approx(float(numpy.quantile(values, share)))


def test_no_values_have_no_quantile():
    with pytest.raises(ValueError, match=r"^no values, no quantile$"):
        quantile([], 0.5)


def test_an_estimate_with_its_standard_error():
    """Data scientists of May 2025: 262,440, and 1.96 times 1.1 % of that to each side."""
    assert from_relative_standard_error(262_440, 1.1) == pytest.approx((256_782, 268_098), abs=1)
