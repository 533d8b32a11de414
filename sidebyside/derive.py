"""What follows from a figure's stored numbers: its intervals, and the difference between two of its values."""

from collections.abc import Iterable

from .intervals import (
    Difference,
    Interval,
    difference_from_intervals,
    from_relative_standard_error,
    wilson,
)
from .model import Dataset, Estimate, ExpectationFigure, Figure, Measured, Share, SkillRow

BEYOND = 0.05
"""A summary names a difference only if its interval is beyond 5 points, or beyond 5 % of the first role's amount."""


def margin(figure: Figure, first: str) -> float:
    """How far from zero a summary wants a difference, in the figure's unit: 5 points, or 5 % of the first's value."""
    return BEYOND if figure.unit == "share" else BEYOND * number(figure, first).value


def number(figure: Figure, subject: str) -> Measured:
    """What was measured of a subject. Raises KeyError where that is nothing, or no number but a level."""
    value = figure.values[subject]
    if not isinstance(value, Measured):
        raise KeyError(f"'{figure.id}' has no number for '{subject}'")
    return value


def interval(figure: Figure, value: Measured) -> Interval | None:
    """The interval of one value, in the figure's unit (shares from 0 to 1); None where none is known."""
    if figure.interval == "wilson" and isinstance(value, Share):
        return wilson(value.count, value.of)
    if figure.interval == "relative-standard-error" and isinstance(value, Estimate):
        error = value.relative_standard_error
        return from_relative_standard_error(value.value, error) if error is not None else None
    return Interval(*value.interval) if value.interval else None


def farthest(figure: Figure, roles: Iterable[str]) -> tuple[str, str] | None:
    """Of these roles the one with the lowest value and the one with the highest, in the order in which they are given.

    Of two roles it is both of them. None where the figure has a number for fewer than two.
    """
    there = [role for role in roles if isinstance(figure.values.get(role), Measured)]
    if len(there) < 2:
        return None
    ordered = sorted(there, key=lambda role: number(figure, role).value)
    first, second = sorted((ordered[0], ordered[-1]), key=there.index)
    return first, second


def difference(figure: Figure, first: str, second: str) -> Difference | None:
    """The second subject's value less the first's; None where the figure has no number for one of them.

    An interval that is stored is that of the figure's first two values. Between any others it follows from their two
    intervals: what hangs together in clusters is taken for independent then, which makes it too wide, not too narrow.
    """
    one, other = figure.values.get(first), figure.values.get(second)
    if not isinstance(one, Measured) or not isinstance(other, Measured):
        return None
    if figure.difference and {first, second} == set(list(figure.values)[:2]):
        return Difference(other.value - one.value, Interval(*figure.difference))
    interval_1, interval_2 = interval(figure, one), interval(figure, other)
    if interval_1 is None or interval_2 is None:
        return Difference(other.value - one.value, None)
    return difference_from_intervals(other.value, interval_2, one.value, interval_1)


def known_difference(figure: Figure, first: str, second: str) -> Difference:
    """As `difference`, of two subjects that the figure has a number for. Raises KeyError where it has none."""
    found = difference(figure, first, second)
    if found is None:
        raise KeyError(f"'{figure.id}' has no number for '{first}' or for '{second}'")
    return found


def level(dataset: Dataset, row: SkillRow, role: str) -> str | None:
    """The level of a skill that is asked of a role: what a figure says, or else our judgment; None where it is not."""
    asked = next((f for id_ in row.evidence if isinstance(f := dataset.figures[id_], ExpectationFigure)), None)
    if asked and role not in row.levels:
        said = asked.values.get(role)
        return said.level if said else None
    return row.levels.get(role)
