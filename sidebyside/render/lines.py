"""One row of a comparison table as what its template shows: numbers, bars, words and links, a line for each source."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .. import derive
from ..model import (
    Dataset,
    Expectation,
    ExpectationFigure,
    Figure,
    GlanceRow,
    ListingFigure,
    Measured,
    Quantiles,
    ResponsibilityRow,
    Role,
    Row,
    Share,
    SkillRow,
    Table,
)
from . import gaps, numbers
from .gaps import Gap
from .html import capital
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
    items: tuple[tuple[str, str], ...] = ()
    """Entries of a list, each with its address."""
    text: str = ""


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
    base: str = ""
    notes: tuple[str, ...] = ()
    judged: bool = False
    """Whether what it compares is our judgment."""
    beside: tuple["Line | None", ...] = ()
    """Where kinds have columns of their own, the lines of the other kinds at the same height."""


@dataclass(frozen=True)
class Lines:
    """A row, ready to show."""

    row: Row
    lead: Line
    further: tuple[Line, ...] = ()


class LineMaker:
    """Makes the lines of one table's rows, for one chapter."""

    def __init__(self, dataset: Dataset, links: Links, table: Table, rows: list[Row]) -> None:
        """`table` gives the scale of its bars; `rows` are those that stand together, perhaps from several sources."""
        self._dataset = dataset
        self._links = links
        self._table = table
        self._scales = _scales(dataset, table.rows)
        self._columns = table.columns
        figures = [dataset.figures[id_] for row in rows for id_ in row.evidence]
        self._sources = {(figure.kind, figure.source) for figure in figures}
        self._several = len({source for _, source in self._sources}) > 1

    def lines(self, row: Row) -> Lines:
        """The row's own line and one for each further source."""
        figures = _together([self._dataset.figures[id_] for id_ in row.evidence])
        if self._columns:
            return self._side_by_side(row, figures)
        if isinstance(row, SkillRow):
            asked = next((line[0] for line in figures if isinstance(line[0], ExpectationFigure)), None)
            lead, rest = self._skill(row, asked), [line for line in figures if line[0] is not asked]
        elif isinstance(row, ResponsibilityRow):
            lead, rest = self._responsibility(row), figures
        else:
            lead, rest = self._measured(row, figures[0] if figures else []), figures[1:]
        further = tuple(self._further(row, line) for line in rest)
        if lead.source and lead.base and (self._several or isinstance(row, SkillRow)):
            lead = replace(lead, base=f"{lead.source}: {lead.base}")
        notes = (self._seniority(row), row.note, *lead.notes, _agreement(lead, further))
        return Lines(row, replace(lead, name=row.name, href=self._section(row), notes=_said(notes)), further)

    def _side_by_side(self, row: Row, figures: list[list[Figure]]) -> Lines:
        """The row where kinds have columns of their own: in each the sources of that kind, one below the other."""
        columns = [[line for line in figures if line[0].kind == kind] for kind in self._columns]
        first, *others = columns
        lead = self._measured(row, first[0] if first else [])
        if not first and any(others):
            lead = replace(lead, base="", judged=False)
        if lead.source and sum(kind == self._columns[0] for kind, _ in self._sources) > 1:
            lead = replace(lead, base=f"{lead.source}: {lead.base}")
        height = max(len(column) for column in columns)
        further = [self._further(row, line) for line in first[1:]]
        further += [Line(tuple(Cell(role) for role in self._dataset.roles))] * (height - 1 - len(further))
        made = [[self._line(line) for line in column] for column in others]
        beside = [tuple(column[at] if at < len(column) else None for column in made) for at in range(max(height, 1))]
        notes = (row.note, *lead.notes, *(note for line in beside[0] if line for note in line.notes))
        agreement = _agreement(lead, tuple(further)), self._agreement_of_kinds([lead, *beside[0]])
        lead = replace(lead, name=row.name, notes=_said((*notes, *agreement)), beside=beside[0])
        return Lines(row, lead, tuple(replace(line, beside=at) for line, at in zip(further, beside[1:], strict=True)))

    def _agreement_of_kinds(self, lines: list[Line | None]) -> str | None:
        """What is to be said where one kind of evidence tells the roles apart and another does not, or otherwise."""
        labels = [self._dataset.term("kinds", kind).label for kind in self._columns]
        known = {label: line.gap for label, line in zip(labels, lines, strict=True) if line and line.gap}
        clear = {label: gap.role.id for label, gap in known.items() if gap.clear}
        if len(set(clear.values())) > 1:
            return f"{capital(' and '.join(clear))} point opposite ways."
        if clear and len(clear) < len(known):
            return f"Clear in {' and '.join(clear)} only."
        return None

    # The first line

    def _measured(self, row: Row, figures: list[Figure]) -> Line:
        """The numbers of the row's first source beside its words."""
        line = self._line(figures) if figures else self._unmeasured()
        words = {**getattr(row, "absent", {}), **getattr(row, "cells", {})}
        cells = tuple(replace(cell, text=words.get(cell.role.id, "")) for cell in line.cells)
        if figures and isinstance(row, GlanceRow):
            return replace(line, cells=cells, gap=gaps.summary(self._dataset, figures[0]))
        return replace(line, cells=cells)

    def _skill(self, row: SkillRow, figure: Figure | None) -> Line:
        """A level for each role: from the figure, or else our judgment."""
        if figure:
            line = self._line([figure])
        else:
            line = Line((), gaps.levels(self._dataset, row.levels), base=self._table.without_evidence, judged=True)
        cells = []
        for position, role in enumerate(self._dataset.roles):
            judged = row.levels.get(role.id)
            label = "our judgment" if figure else ""
            cell = self._level(role, judged, label=label) if judged else line.cells[position]
            cells.append(replace(cell, text=row.cells[role.id]))
        return replace(line, cells=tuple(cells))

    def _level(self, role: Role, level: str | None, *, label: str, href: str = "") -> Cell:
        """A level of a skill, on a bar of as many steps as there are levels."""
        if level is None:
            return Cell(role, "not asked", href, label=label)
        order = [term.id for term in self._dataset.vocabularies.proficiencies]
        width = 100 * (order.index(level) + 1) / len(order)
        return Cell(
            role, self._dataset.term("proficiencies", level).label, href, bar=(width,), steps=len(order), label=label
        )

    def _responsibility(self, row: ResponsibilityRow) -> Line:
        """What each role has to do with the step; in the last column, who answers for it."""
        cells = tuple(
            Cell(role, self._dataset.term("parts", row.parts[role.id]).label, text=row.cells[role.id])
            for role in self._dataset.roles
        )
        leading = next((role for role in self._dataset.roles if row.parts[role.id] == "leads"), None)
        found = Gap("clear", "led by", leading) if leading else Gap("same", "shared")
        return Line(cells, found, base=self._table.without_evidence, judged=True)

    # A line of figures

    def _further(self, row: Row, figures: list[Figure]) -> Line:
        """The line of another source. What a number is about goes with it, unless it is the row's own subject."""
        line, first = self._line(figures), figures[0]
        if isinstance(row, SkillRow | ResponsibilityRow) and not isinstance(first, ListingFigure):
            line = replace(line, base=f"{first.title.split(':')[0]}; {line.base}")
        return replace(line, name=line.source)

    def _line(self, figures: list[Figure]) -> Line:
        """Figures of one source and kind that stand side by side, or entries of one list."""
        first = figures[0]
        source = self._dataset.source_by_id[first.source].short
        notes = _said(figure.note for figure in figures)
        if isinstance(first, ListingFigure):
            entries = {
                role.id: [each for each in figures if each.values[role.id].listed] for role in self._dataset.roles
            }
            cells = tuple(self._listed(role, first, entries[role.id]) for role in self._dataset.roles)
            return Line(
                cells,
                gaps.listed(self._dataset, {role: [each.id for each in found] for role, found in entries.items()}),
                source=source,
                base=first.base,
                notes=notes,
            )
        cells = tuple(self._number(role, figures) for role in self._dataset.roles)
        shown = [figure for figure in figures if self._values(figure)]
        base = "; ".join(self._base(figure) for figure in shown)
        found = gaps.gap(self._dataset, shown[0]) if shown else None
        return Line(cells, found, source=source, base=base, notes=notes)

    def _unmeasured(self) -> Line:
        cells = tuple(Cell(role) for role in self._dataset.roles)
        return Line(cells, base=self._table.without_evidence, judged=True)

    def _number(self, role: Role, figures: list[Figure]) -> Cell:
        for figure in figures:
            value = figure.values.get(role.id)
            if isinstance(value, Expectation):
                return self._level(role, value.level, label=self._label(figure, role), href=self._entry(figure))
            if isinstance(value, Measured) and numbers.is_hidden(value):
                return Cell(role, TOO_FEW, self._entry(figure), label=self._label(figure, role))
            if isinstance(value, Measured):
                return Cell(
                    role,
                    numbers.amount(figure, value.value),
                    self._entry(figure),
                    _bar(value, self._scales.get(figure.unit)),
                    detail=detail(figure, value),
                    middle=middle_half(figure, value),
                    label=self._label(figure, role),
                    warning=numbers.warning(value),
                )
        return Cell(role)

    def _listed(self, role: Role, first: Figure, entries: list[Figure]) -> Cell:
        label = self._label(first, role)
        if not entries:
            return Cell(role, number="none of these", label=label)
        return Cell(role, items=tuple((figure.title, self._entry(figure)) for figure in entries), label=label)

    # Words and addresses

    def _base(self, figure: Figure) -> str:
        return figure.title if isinstance(figure, ExpectationFigure) else numbers.base(figure, self._values(figure))

    def _values(self, figure: Figure) -> list[Measured]:
        return [figure.values[role.id] for role in self._dataset.roles if role.id in figure.values]

    def _label(self, figure: Figure, role: Role) -> str:
        return own_label(self._dataset, figure, role.id)

    def _entry(self, figure: Figure) -> str:
        return self._links.to(source_page(figure.source), figure.name)

    def _section(self, row: Row) -> str:
        if not isinstance(row, GlanceRow):
            return ""
        return self._links.to(self._dataset.section_by_id[row.section].page, row.section)

    def _seniority(self, row: Row) -> str | None:
        level = getattr(row, "level", None)
        return self._dataset.term("levels", level).description if level else None


def _together(figures: list[Figure]) -> list[list[Figure]]:
    """The figures by the lines that they stand in: one source and kind, about different roles or from one list."""
    lines: list[list[Figure]] = []
    for figure in figures:
        for line in lines:
            alike = (line[0].source, line[0].kind, line[0].statistic) == (figure.source, figure.kind, figure.statistic)
            apart = all(figure.values.keys().isdisjoint(other.values) for other in line)
            if alike and (apart or isinstance(figure, ListingFigure)):
                line.append(figure)
                break
        else:
            lines.append([figure])
    return lines


def _said(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(filter(None, words))


def _agreement(lead: Line, further: tuple[Line, ...]) -> str | None:
    """What is to be said where one source tells the roles apart and another does not, or the other way round."""
    found = [line.gap for line in (lead, *further) if line.gap and line.gap.span and line.gap.verdict != "unknown"]
    clear = [gap.role for gap in found if gap.clear]
    if len({role.id for role in clear}) > 1:
        return "The sources point opposite ways."
    return "Clear in one source, not in the other." if clear and len(clear) < len(found) else None


def _scales(dataset: Dataset, rows: tuple[Row, ...]) -> dict[str, float]:
    """For each unit of amounts, the amount at the right end of its bars: the highest quarter of the table."""
    scales: dict[str, float] = {}
    for figure in (dataset.figures[id_] for row in rows for id_ in row.evidence):
        for value in figure.values.values():
            if isinstance(value, Quantiles):
                scales[figure.unit] = max(scales.get(figure.unit, 0), value.p75 or value.median)
    return scales


def _bar(value: Measured, scale: float | None) -> tuple[float, ...]:
    if isinstance(value, Share):
        return (round(value.value * 100, 2),)
    if isinstance(value, Quantiles):
        ends = (value.p25 or value.median, value.median, value.p75 or value.median)
        return tuple(round(end / scale * 100, 2) for end in ends)
    return ()


def own_label(dataset: Dataset, figure: Figure, subject: str) -> str:
    """What the figure's source calls the role, e.g. `as “AI/ML engineer”`; empty where it calls it as we do."""
    label = (figure.labels or {}).get(subject)
    return f"as “{label}”" if label else ""


def detail(figure: Figure, value: Measured) -> str:
    """The interval of a value, in words."""
    known = derive.interval(figure, value)
    return f"{numbers.confidence()} interval {numbers.span(figure, known)}" if known else "no interval known"


def middle_half(figure: Figure, value: Measured) -> str:
    """From the 25th to the 75th percentile, in words; empty where there are none."""
    if not isinstance(value, Quantiles) or value.p25 is None or value.p75 is None:
        return ""
    return f"{numbers.amount(figure, value.p25)} to {numbers.amount(figure, value.p75)}"
