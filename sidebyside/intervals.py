"""Intervals of shares, medians, estimates and their differences, at 95 %. Standard library only.

All intervals are two-sided and hold for one comparison at a time: nothing corrects for many comparisons.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor, hypot, sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95
_TAIL = (1 - Fraction(str(LEVEL))) / 2
_Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


class Interval(NamedTuple):
    """A closed interval, in the unit of what it is an interval of."""

    low: float
    high: float


class Difference(NamedTuple):
    """One value less another, and the interval of that; no interval where none is known."""

    value: float
    interval: Interval | None

    @property
    def is_clear(self) -> bool:
        """Whether the interval is known and leaves out zero."""
        return self.interval is not None and (self.interval.low > 0 or self.interval.high < 0)


def wilson(count: int, of: int) -> Interval:
    """Score interval of the share `count / of` (Wilson 1927), both ends from 0 to 1.

    Raises ValueError unless 0 <= count <= of and of > 0.
    """
    if of <= 0 or not 0 <= count <= of:
        raise ValueError(f"no share: {count} of {of}")
    share, square = count / of, _Z**2
    centre = share + square / (2 * of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of**2))
    scale = 1 + square / of
    # At 0 and at `of` the formula's end is exact; rounding must not push it past.
    low = 0.0 if count == 0 else (centre - half) / scale
    high = 1.0 if count == of else (centre + half) / scale
    return Interval(low, high)


def difference_of_shares(count_1: int, of_1: int, count_2: int, of_2: int) -> Difference:
    """Share 1 less share 2, two independent samples, with the hybrid score interval.

    Newcombe 1998 ("Interval estimation for the difference between independent proportions"), method 10,
    without continuity correction. Values from -1 to 1. Raises ValueError where a share does not exist.
    """
    return difference_from_intervals(count_1 / of_1, wilson(count_1, of_1), count_2 / of_2, wilson(count_2, of_2))


def difference_from_intervals(value_1: float, interval_1: Interval, value_2: float, interval_2: Interval) -> Difference:
    """Value 1 less value 2, two independent samples, with an interval made of the two intervals.

    The method of variance estimates recovery (Zou and Donner 2008). On Wilson's intervals of shares
    it is Newcombe's method 10; here it also serves medians, on their exact intervals.
    """
    value = value_1 - value_2
    down = hypot(value_1 - interval_1.low, interval_2.high - value_2)
    up = hypot(interval_1.high - value_1, value_2 - interval_2.low)
    return Difference(value, Interval(value - down, value + up))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The quantile at `share` (0 to 1) of values in ascending order, by linear interpolation.

    Hyndman and Fan 1996, type 7. Raises ValueError on no values.
    """
    if not ordered:
        raise ValueError("no values, no quantile")
    place = share * (len(ordered) - 1)
    below, above = ordered[floor(place)], ordered[ceil(place)]
    return below + (above - below) * (place - floor(place))


def median_ranks(n: int) -> tuple[int, int] | None:
    """The ranks (from 1) of the order statistics that bound the median of n values; None below n = 6.

    The widest rank k from either end with P(B < k) <= 2.5 %, B binomial of n and one half: the coverage is at
    least 95 % whatever the distribution (Conover 1999, section 3.2). Below n = 6 no two values reach that.
    """
    allowed = _TAIL * 2**n  # counted in samples of n coin tosses, so that all stays exact
    rank, tosses, tail = 0, 1, 1
    while tail <= allowed:
        tosses = tosses * (n - rank) // (rank + 1)
        rank += 1
        tail += tosses
    return (rank, n + 1 - rank) if rank else None


def median_interval(ordered: Sequence[float]) -> Interval | None:
    """Exact, distribution-free interval of the median of values in ascending order; None below n = 6."""
    ranks = median_ranks(len(ordered))
    return Interval(ordered[ranks[0] - 1], ordered[ranks[1] - 1]) if ranks else None


def from_relative_standard_error(value: float, percent: float) -> Interval:
    """Normal interval of an estimate published with its standard error in percent of the value."""
    half = _Z * abs(value) * percent / 100
    return Interval(value - half, value + half)
