"""The numbers behind what a table shows, as they are published beside it."""

from .. import derive
from ..intervals import Difference, Interval
from ..model import Dataset, Expectation, Figure, Listing, Measured, Quantiles, Share, Value
from ..model.shown import Number
from . import numbers

PLACES = 9
"""Decimals of a published number: far more than any is known to, and the same on every machine."""
_QUARTILES = ("p25", "p75")
_WITHOUT_UNIT = ("count", "of", "n", "variance")


def plain(number: float | None) -> float | None:
    """A number as it is published: whole where it is whole."""
    if number is None:
        return None
    rounded = round(number, PLACES)
    return int(rounded) if rounded == int(rounded) else rounded


def counted(number: int, statistic: str = "count") -> Number:
    """Something that was counted, and belongs to no figure."""
    return Number(statistic=statistic, value=number)


def mean(subject: str, value: float) -> Number:
    """The mean of several shares of a role."""
    return Number(statistic="mean", value=plain(value), unit="share", subject=subject)


def weight(subject: str, value: int) -> Number:
    """What something counts for a role."""
    return Number(statistic="weight", value=value, subject=subject)


def computed(figure: Figure, statistic: str, value: float, subject: str, minus: str | None = None) -> Number:
    """A step of a computation on paper. `minus`: whose share was taken away, in a step of both."""
    return Number(
        statistic=statistic,
        value=plain(value),
        unit=None if statistic in _WITHOUT_UNIT else figure.unit,
        subject=subject,
        minus=minus,
        kind=figure.kind,
        figure=figure.id,
    )


def behind(dataset: Dataset, figure: Figure, subject: str, value: Value) -> tuple[Number, ...]:
    """The numbers that a cell shows of a value: of pay the median and, where they are known, the quartiles."""
    if isinstance(value, Expectation):
        return (_of(figure, subject, "level", rank(dataset, value.level)),)
    if isinstance(value, Listing):
        return (_of(figure, subject, "listed", int(value.listed)),)
    if isinstance(value, Share):
        return (measured(figure, subject, "share", value),)
    if not isinstance(value, Quantiles):
        return (measured(figure, subject, "estimate", value),)
    found = [measured(figure, subject, "median", value)]
    if value.p25 is not None and value.p75 is not None and not numbers.is_hidden(value):
        found += [_of(figure, subject, key, getattr(value, key)) for key in _QUARTILES]
    return tuple(found)


def measured(figure: Figure, subject: str, statistic: str, value: Measured) -> Number:
    """A value with its interval; hidden where it rests on too few, as on the pages."""
    if numbers.is_hidden(value):
        return _of(figure, subject, statistic, None, n=numbers.counted(value))
    return _of(figure, subject, statistic, value.value, derive.interval(figure, value), numbers.counted(value))


def quantile(figure: Figure, subject: str, key: str, value: Quantiles) -> Number:
    """One quantile of a distribution, or the bound that is all that is published of it."""
    if key == "median" or numbers.is_hidden(value):
        return measured(figure, subject, key, value)
    number = getattr(value, key)
    bound = value.bound(key) if number is None else None
    return _of(figure, subject, key, number if bound is None else bound, at_least=bound is not None)


def distance(figure: Figure, first: str, second: str, found: Difference) -> Number:
    """The difference of two values of a figure."""
    return _of(figure, second, "difference", found.value, found.interval, minus=first)


def rank(dataset: Dataset, level: str | None) -> int:
    """The rank of a level of a skill from 1; 0 where none is asked."""
    return 0 if level is None else [term.id for term in dataset.vocabularies.proficiencies].index(level) + 1


def _of(
    figure: Figure,
    subject: str,
    statistic: str,
    value: float | None,
    interval: Interval | None = None,
    n: int | None = None,
    *,
    minus: str | None = None,
    at_least: bool = False,
) -> Number:
    low, high = interval or (None, None)
    return Number(
        statistic=statistic,
        value=plain(value),
        low=plain(low),
        high=plain(high),
        n=n,
        at_least=at_least,
        unit=figure.unit,
        subject=subject,
        minus=minus,
        kind=figure.kind,
        figure=figure.id,
    )
