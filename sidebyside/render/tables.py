"""A comparison table of the dataset as what its template shows: rows chosen, sorted, in groups, with their numbers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .. import derive
from ..mistakes import meant, one_of
from ..model import Dataset, Figure, Quantiles, Role, Row, Share, Table, Value
from . import numbers
from .links import Links, source_page


class CallError(Exception):
    """A chapter called a macro with something that it cannot have; the message says what is wrong and what is near."""

    def __init__(self, message: str, missing: str = "") -> None:
        """`missing`: the id that was looked for, where that is what is wrong."""
        super().__init__(message)
        self.missing = missing


@dataclass(frozen=True)
class Cell:
    """What a row has for one role."""

    role: Role
    number: str | None = None
    href: str = ""
    bar: tuple[float, ...] = ()
    """Percent of the bar's width: one end for a share; quarter, middle, quarter for a distribution."""
    detail: str = ""
    """The interval of the number."""
    middle: str = ""
    """For pay: from the 25th to the 75th percentile."""
    text: str = ""


@dataclass(frozen=True)
class Gap:
    """The difference of the two numbers of a row, in words."""

    clear: bool
    """Whether its interval is known and leaves out zero."""
    known: bool
    """Whether its interval is known."""
    size: str
    role: Role
    """The role with the larger value."""
    span: str
    """The interval, on the side of the larger value."""


@dataclass(frozen=True)
class Line:
    """One row, ready to show."""

    row: Row
    cells: tuple[Cell, ...]
    gap: Gap | None
    base: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Group:
    """Rows under one head."""

    label: str
    lines: list[Line] = field(default_factory=list)


ORDERS: dict[str, Callable[[Line], tuple]] = {
    "difference": lambda line: (line.gap is None or not line.gap.clear, -_gap(line)),
    "first": lambda line: -_width(line.cells[0]),
    "second": lambda line: -_width(line.cells[1]),
    "name": lambda line: line.row.name.casefold(),
}
CHOICES = ("with-figure", "without-figure", "clear", "unclear")


def table(dataset: Dataset, name: str) -> Table:
    """The comparison table of this name. Raises CallError where there is none."""
    if name not in dataset.tables:
        raise CallError(
            f"no table '{name}'{meant(name, dataset.tables) or '; there are ' + one_of(dataset.tables)}", name
        )
    return dataset.tables[name]


def groups(
    dataset: Dataset,
    links: Links,
    name: str,
    *,
    group: str | None,
    only: str | None,
    limit: int | None,
    sort: str | None,
) -> list[Group]:
    """The rows of a table by group, in the vocabulary's order; within a group in the file's, or as `sort` says.

    `only`: rows with or without a figure, or with a clear difference or without. `limit`: the first rows of all.
    Raises CallError for a table, group or option that does not exist, and where no row is left.
    """
    rows = table(dataset, name).rows
    terms = {term.id: term for term in dataset.vocabularies.groups[name]}
    for value, possible, what in ((group, terms, "group"), (only, CHOICES, "choice"), (sort, ORDERS, "order")):
        if value is not None and value not in possible:
            raise CallError(f"no {what} '{value}'{meant(value, possible) or '; there are ' + one_of(possible)}")
    if limit is not None and (not isinstance(limit, int) or limit < 1):
        raise CallError(f"limit must be a whole number from 1, not {limit!r}")
    scale = _scale(dataset, rows)
    lines = [_line(dataset, links, row, scale) for row in rows if group is None or row.group == group]
    lines = [line for line in lines if _chosen(line, only)]
    if not lines:
        raise CallError(f"no row of '{name}' is left with group={group!r}, only={only!r}")
    if sort:
        ordered = sorted(lines, key=ORDERS[sort])[:limit]
        return [Group("", ordered)]
    found: dict[str, Group] = {id_: Group(term.label) for id_, term in terms.items()}
    for line in lines[:limit]:
        found[line.row.group].lines.append(line)
    return [each for each in found.values() if each.lines]


def _chosen(line: Line, only: str | None) -> bool:
    has_figure = any(cell.number for cell in line.cells)
    clear = line.gap is not None and line.gap.clear
    return {None: True, "with-figure": has_figure, "without-figure": not has_figure, "clear": clear}.get(
        only, line.gap is not None and not clear
    )


def _width(cell: Cell) -> float:
    return cell.bar[len(cell.bar) // 2] if cell.bar else -1


def _gap(line: Line) -> float:
    return abs(_width(line.cells[0]) - _width(line.cells[1]))


def _scale(dataset: Dataset, rows: tuple[Row, ...]) -> float:
    """The amount at the right end of all bars of pay: the highest quarter of the table."""
    values = [value for row in rows for id_ in row.evidence for value in dataset.figures[id_].values.values()]
    return max((value.p75 or value.median for value in values if isinstance(value, Quantiles)), default=1)


def _line(dataset: Dataset, links: Links, row: Row, scale: float) -> Line:
    figures = [dataset.figures[id_] for id_ in row.evidence]
    cells = tuple(_cell(links, row, role, figures, scale) for role in dataset.roles)
    shown = [figure for figure in figures if any(role.id in figure.values for role in dataset.roles)]
    bases = [
        numbers.base(figure, [figure.values[role.id] for role in dataset.roles if role.id in figure.values])
        for figure in shown
    ]
    level = getattr(row, "level", None)
    notes = (dataset.term("levels", level).description if level else None, row.note, *(figure.note for figure in shown))
    return Line(row, cells, gap(dataset, shown[0]) if shown else None, "; ".join(bases), tuple(filter(None, notes)))


def _cell(links: Links, row: Row, role: Role, figures: list[Figure], scale: float) -> Cell:
    text = getattr(row, "cells", {}).get(role.id) or getattr(row, "absent", {}).get(role.id, "")
    for figure in figures:
        value = figure.values.get(role.id)
        if value is not None:
            return Cell(
                role,
                numbers.amount(figure, value.value),
                links.to(source_page(figure.source), figure.name),
                _bar(value, scale),
                detail(figure, value),
                middle_half(figure, value),
                text,
            )
    return Cell(role, text=text)


def _bar(value: Value, scale: float) -> tuple[float, ...]:
    if isinstance(value, Share):
        return (round(value.value * 100, 2),)
    if isinstance(value, Quantiles):
        ends = (value.p25 or value.median, value.median, value.p75 or value.median)
        return tuple(round(end / scale * 100, 2) for end in ends)
    return ()


def detail(figure: Figure, value: Value) -> str:
    """The interval of a value, in words."""
    known = derive.interval(figure, value)
    return f"{numbers.confidence()} interval {numbers.span(figure, known)}" if known else "no interval known"


def middle_half(figure: Figure, value: Value) -> str:
    """From the 25th to the 75th percentile, in words; empty where there are none."""
    if not isinstance(value, Quantiles) or value.p25 is None or value.p75 is None:
        return ""
    return f"{numbers.amount(figure, value.p25)} to {numbers.amount(figure, value.p75)}"


def gap(dataset: Dataset, figure: Figure) -> Gap | None:
    """The difference between the two roles of a figure; None where it leaves out one of them."""
    first, second = dataset.roles
    found = derive.difference(figure, first.id, second.id)
    if found is None:
        return None
    known = found.interval is not None
    return Gap(
        clear=found.is_clear,
        known=known,
        size=numbers.size(figure, found),
        role=second if found.value > 0 else first,
        span=numbers.size_span(figure, found) if known else "no interval known",
    )


def sources(dataset: Dataset, shown: list[Group]) -> Iterator[tuple[str, str]]:
    """Kind and source id of everything that the rows show, each once, in order of appearance."""
    seen = {}
    for each in shown:
        for line in each.lines:
            for id_ in line.row.evidence:
                seen[(dataset.figures[id_].kind, dataset.figures[id_].source)] = None
    yield from seen
