"""Figures as lines of a table: for each role a number, a word or entries of a list, and the difference between them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .. import derive
from ..model import Dataset, Expectation, ExpectationFigure, Figure, ListingFigure, Measured, Quantiles, Role, Share
from ..model.shown import Number
from . import facts, gaps, numbers
from .gaps import Gap
from .links import Links, source_page

TOO_FEW = "too few to show"


@dataclass(frozen=True)
class Cell:
    """What a line has for one role."""

    role: Role
    number: str = ""
    """The number, or the word that stands in its place."""
    href: str = ""
    bar: tuple[float, ...] = ()
    """Percent of the bar's width: one end for a share or a level; quarter, middle, quarter for a distribution."""
    steps: int = 0
    """Into how many equal steps the bar is cut; none for what is measured."""
    detail: str = ""
    """The interval of the number."""
    middle: str = ""
    """From the 25th to the 75th percentile."""
    label: str = ""
    """What the source calls the role, where it uses another label."""
    warning: str = ""
    """That the number rests on few."""
    is_missing: bool = False
    """Whether other roles have a number in the line and this one has none, with no reason said."""
    items: tuple[tuple[str, str], ...] = ()
    """Entries of a list, each with its address."""
    text: str = ""
    value: float | None = None
    """What it is sorted by, in the line's unit: the number, the rank of the word, or how many entries."""
    behind: tuple[Number, ...] = ()
    """The numbers that it shows."""
    term: str = ""
    """The word of a vocabulary that it says."""


@dataclass(frozen=True)
class Line:
    """One line of a row; the first has the row's own words, each further one is another source."""

    cells: tuple[Cell, ...]
    gap: Gap | None = None
    name: str = ""
    href: str = ""
    """Where the name leads."""
    source: str = ""
    """The source of the numbers."""
    kind: str = ""
    """The kind of the numbers; none where all that it says is our judgment."""
    unit: str = ""
    """The unit of the cells' values."""
    base: str = ""
    notes: tuple[str, ...] = ()
    judged: bool = False
    """Whether what it compares is our judgment."""
    learn: tuple[tuple[str, str], ...] = ()
    """What to learn the row's skill from, each with its address."""
    beside: tuple["Line | None", ...] = ()
    """Where kinds have columns of their own, the lines of the other kinds at the same height."""


class FigureLines:
    """Makes lines of figures, for one chapter."""

    def __init__(self, dataset: Dataset, links: Links, figures: Iterable[Figure]) -> None:
        """`figures` are all that share the scale of the bars."""
        self._dataset = dataset
        self._links = links
        self._scales = _scales(figures)

    def line(self, figures: list[Figure]) -> Line:
        """Figures of one source and kind that stand side by side, or entries of one list."""
        first = figures[0]
        source = self._dataset.source_by_id[first.source].short
        notes = said(figure.note for figure in figures)
        if isinstance(first, ListingFigure):
            lists = [each for each in figures if isinstance(each, ListingFigure)]
            entries = {
                role.id: [each for each in lists if each.values[role.id].listed]
                for role in self._dataset.roles
                if all(role.id in each.values for each in lists)
            }
            cells = _complete(
                [
                    self._listed(role, first, entries[role.id]) if role.id in entries else Cell(role)
                    for role in self._dataset.roles
                ]
            )
            return Line(
                cells,
                gaps.listed(self._dataset, {role: [each.id for each in found] for role, found in entries.items()}),
                source=source,
                kind=first.kind,
                unit=first.unit,
                base=first.base,
                notes=notes,
            )
        cells = _complete([self._number(role, figures) for role in self._dataset.roles])
        shown = [figure for figure in figures if any(role.id in figure.values for role in self._dataset.roles)]
        base = "; ".join(self._base(figure) for figure in shown)
        found = gaps.gap(self._dataset, shown[0]) if shown else None
        return Line(cells, found, source=source, kind=first.kind, unit=first.unit, base=base, notes=notes)

    def _number(self, role: Role, figures: list[Figure]) -> Cell:
        for figure in figures:
            value = figure.values.get(role.id)
            if isinstance(value, Expectation):
                return self.level(role, value.level, label=self._label(figure, role), figure=figure)
            if isinstance(value, Measured) and numbers.is_hidden(value):
                behind = facts.behind(self._dataset, figure, role.id, value)
                return Cell(role, TOO_FEW, self.entry(figure), label=self._label(figure, role), behind=behind)
            if isinstance(value, Measured):
                return Cell(
                    role,
                    numbers.amount(figure, value.value),
                    self.entry(figure),
                    _bar(value, self._scales.get(figure.unit)),
                    detail=detail(figure, value),
                    middle=middle_half(figure, value),
                    label=self._label(figure, role),
                    warning=numbers.warning(value),
                    value=value.value,
                    behind=facts.behind(self._dataset, figure, role.id, value),
                )
        return Cell(role)

    def _listed(self, role: Role, first: Figure, entries: list[ListingFigure]) -> Cell:
        label = self._label(first, role)
        if not entries:
            return Cell(role, number="none of these", label=label, value=0)
        items = tuple((figure.title, self.entry(figure)) for figure in entries)
        behind = tuple(
            number for each in entries for number in facts.behind(self._dataset, each, role.id, each.values[role.id])
        )
        return Cell(role, items=items, label=label, value=len(items), behind=behind)

    def level(self, role: Role, level: str | None, *, label: str, figure: Figure | None = None) -> Cell:
        """A level of a skill, on a bar of as many steps as there are levels; our judgment without a figure."""
        href = self.entry(figure) if figure else ""
        behind = facts.behind(self._dataset, figure, role.id, Expectation(level=level)) if figure else ()
        if level is None:
            return Cell(role, "not asked", href, label=label, value=0, behind=behind)
        order = [term.id for term in self._dataset.vocabularies.proficiencies]
        rank = order.index(level) + 1
        return Cell(
            role,
            self._dataset.term("proficiencies", level).label,
            href,
            bar=(100 * rank / len(order),),
            steps=len(order),
            label=label,
            value=rank,
            behind=behind,
            term=level,
        )

    # Words and addresses

    def _base(self, figure: Figure) -> str:
        return figure.title if isinstance(figure, ExpectationFigure) else numbers.base(figure, self._values(figure))

    def _values(self, figure: Figure) -> list[Measured]:
        values = (figure.values.get(role.id) for role in self._dataset.roles)
        return [value for value in values if isinstance(value, Measured)]

    def _label(self, figure: Figure, role: Role) -> str:
        return own_label(self._dataset, figure, role.id)

    def entry(self, figure: Figure) -> str:
        """Where the figure's own entry stands."""
        return self._links.to(source_page(figure.source), figure.name)


def _complete(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells of a line; those of roles that the figures leave out say so, where others have something."""
    known = [bool(cell.number or cell.items) for cell in cells]
    pairs = zip(cells, known, strict=True)
    return tuple(replace(cell, is_missing=any(known) and not there) for cell, there in pairs)


def said(words: Iterable[str | None]) -> tuple[str, ...]:
    """The words that there are."""
    return tuple(filter(None, words))


def _scales(figures: Iterable[Figure]) -> dict[str, float]:
    """For each unit of amounts, the amount at the right end of its bars: the highest quarter of all."""
    scales: dict[str, float] = {}
    for figure in figures:
        for value in figure.values.values():
            if isinstance(value, Quantiles):
                scales[figure.unit] = max(scales.get(figure.unit, 0), value.p75 or value.median)
    return scales


def _bar(value: Measured, scale: float | None) -> tuple[float, ...]:
    if isinstance(value, Share):
        return (round(value.value * 100, 2),)
    if isinstance(value, Quantiles) and scale:
        ends = (value.p25 or value.median, value.median, value.p75 or value.median)
        return tuple(round(end / scale * 100, 2) for end in ends)
    return ()


def own_label(dataset: Dataset, figure: Figure, subject: str) -> str:
    """What the figure's source calls the role, e.g. `as “AI/ML engineer”`; empty where it calls it as we do."""
    label = (figure.labels or {}).get(subject)
    return f"as “{label}”" if label else ""


def interval(figure: Figure, value: Measured) -> str:
    """The interval of a value, e.g. `33.6 to 38.0`, or that none is known."""
    known = derive.interval(figure, value)
    return numbers.span(figure, known) if known else "none known"


def detail(figure: Figure, value: Measured) -> str:
    """The interval of a value, in words."""
    known = derive.interval(figure, value)
    return f"{numbers.confidence()} interval {numbers.span(figure, known)}" if known else "no interval known"


def middle_half(figure: Figure, value: Measured) -> str:
    """From the 25th to the 75th percentile, in words; empty where there are none."""
    if not isinstance(value, Quantiles) or value.p25 is None or value.p75 is None:
        return ""
    return f"{numbers.amount(figure, value.p25)} to {numbers.amount(figure, value.p75)}"
