"""What every picture is made into, whatever its form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...model import Dataset, Figure, Measured
from ...model.shown import Number
from .. import numbers
from ..drawing import Canvas
from ..figure_lines import own_label


@dataclass(frozen=True)
class Cell:
    """A place in the table of a picture's data."""

    text: str
    """As readers see it."""
    raw: str | float | None = None
    """As programs read it; without one, the text."""
    figure: Figure | None = None
    """Whose entry says more."""
    behind: Number | None = None
    """The number that it shows, where that is not said by the number of another place in the row."""
    term: tuple[str, str] | None = None
    """The vocabulary and the id of the word that it says."""


@dataclass(frozen=True)
class Drawn:
    """A picture, ready to be drawn in any width."""

    finding: str
    """What it shows, in sentences; every number in it is from the data."""
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """The data that are drawn, as a table."""
    draw: Callable[[Canvas], None]
    figures: tuple[Figure, ...] = ()
    """What it rests on; none where it is our judgment."""


def amount(figure: Figure, number: float | None, behind: Number | None = None) -> Cell:
    """A number of a figure, or nothing. `behind`: the number with its interval; none for an end of an interval."""
    return Cell("") if number is None else Cell(numbers.amount(figure, number), round(number, 6), figure, behind)


def count(value: Measured) -> Cell:
    """On how many a value rests, if that is known."""
    counted = numbers.counted(value)
    return Cell("not said", "") if counted is None else Cell(numbers.whole(counted), counted)


def bases(dataset: Dataset, figures: Sequence[Figure]) -> str:
    """How many the figures of one source rest on for each role, as `n 1,827 to 1,883 and 545 to 563`."""
    said = []
    for role in dataset.roles:
        values = [figure.values.get(role.id) for figure in figures]
        counts = [n for value in values if isinstance(value, Measured) and (n := numbers.counted(value)) is not None]
        if counts:
            low, high = min(counts), max(counts)
            said.append(numbers.whole(low) if low == high else f"{numbers.whole(low)} to {numbers.whole(high)}")
    about = {figure.base for figure in figures}
    whom = f" {about.pop()}" if len(about) == 1 else ""
    return f"n{numbers.NBSP}{numbers.listing(said)}{whom}" if said else ""


def own_labels(dataset: Dataset, figures: Sequence[Figure]) -> list[str]:
    """What a source calls the roles, where it calls one otherwise throughout, as `ML engineers as “AI/ML engineer”`."""
    said = []
    for role in dataset.roles:
        found = {own_label(dataset, figure, role.id) for figure in figures if role.id in figure.values}
        if len(found) == 1 and (words := found.pop()):
            said.append(f"{role.short_plural} {words}")
    return said
