"""One row of a comparison table as what its template shows: numbers, bars, words and links, a line for each source."""

from dataclasses import dataclass, replace

from .. import derive
from ..model import (
    Dataset,
    ExpectationFigure,
    Figure,
    GlanceRow,
    ListingFigure,
    ResponsibilityRow,
    Row,
    SkillRow,
    Table,
)
from . import gaps, learning
from .figure_lines import Cell, FigureLines, Line, said
from .gaps import Gap
from .html import capital
from .links import Links

FIRST = 2  # how many resources stand in the row of a skill


@dataclass(frozen=True)
class Lines:
    """A row, ready to show."""

    row: Row
    lead: Line
    further: tuple[Line, ...] = ()


class LineMaker(FigureLines):
    """Makes the lines of one table's rows, for one chapter."""

    def __init__(self, dataset: Dataset, links: Links, table: Table, rows: list[Row]) -> None:
        """`table` gives the scale of its bars; `rows` are those that stand together, perhaps from several sources."""
        super().__init__(dataset, links, (dataset.figures[id_] for row in table.rows for id_ in row.evidence))
        self._table = table
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
        return Lines(row, replace(lead, name=row.name, href=self._section(row), notes=said(notes)), further)

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
        made = [[self.line(line) for line in column] for column in others]
        beside = [tuple(column[at] if at < len(column) else None for column in made) for at in range(max(height, 1))]
        notes = (row.note, *lead.notes, *(note for line in beside[0] if line for note in line.notes))
        agreement = _agreement(lead, tuple(further)), self._agreement_of_kinds([lead, *beside[0]])
        lead = replace(lead, name=row.name, notes=said((*notes, *agreement)), beside=beside[0])
        return Lines(row, lead, tuple(replace(line, beside=at) for line, at in zip(further, beside[1:], strict=True)))

    def _agreement_of_kinds(self, lines: list[Line | None]) -> str | None:
        """What is to be said where one kind of evidence tells the roles apart and another does not, or otherwise."""
        labels = [self._dataset.term("kinds", kind).label for kind in self._columns]
        known = {label: line.gap for label, line in zip(labels, lines, strict=True) if line and line.gap}
        clear = {label: gap.role.id for label, gap in known.items() if gap.clear and gap.role}
        if len(set(clear.values())) > 1:
            return f"{capital(' and '.join(clear))} point opposite ways."
        if clear and len(clear) < len(known):
            return f"Clear in {' and '.join(clear)} only."
        return None

    # The first line

    def _measured(self, row: Row, figures: list[Figure]) -> Line:
        """The numbers of the row's first source beside its words."""
        line = self.line(figures) if figures else self._unmeasured()
        absent = getattr(row, "absent", {})
        words = {**absent, **getattr(row, "cells", {})}
        explained = words if isinstance(row, GlanceRow) else absent  # a line of a summary says it in its own words
        cells = tuple(
            replace(
                cell, text=words.get(cell.role.id, ""), is_missing=cell.is_missing and cell.role.id not in explained
            )
            for cell in line.cells
        )
        if figures and isinstance(row, GlanceRow):
            return replace(line, cells=cells, gap=gaps.summary(self._dataset, figures[0]))
        return replace(line, cells=cells)

    def _skill(self, row: SkillRow, figure: Figure | None) -> Line:
        """A level for each role: from the figure, or else our judgment."""
        if figure:
            line = self.line([figure])
        else:
            found = gaps.levels(self._dataset, row.levels)
            line = Line((), found, unit="level", base=self._table.without_evidence, judged=True)
        cells = []
        for position, role in enumerate(self._dataset.roles):
            judged = row.levels.get(role.id)
            label = "our judgment" if figure else ""
            cell = self.level(role, judged, label=label) if judged else line.cells[position]
            cells.append(replace(cell, text=row.cells[role.id]))
        levels = {derive.level(self._dataset, row, role.id) for role in self._dataset.roles}
        learn = learning.serving(self._dataset, self._links, row.id)[:FIRST] if len(levels) > 1 else ()
        return replace(line, cells=tuple(cells), learn=learn)

    def _responsibility(self, row: ResponsibilityRow) -> Line:
        """What each role has to do with the step; in the last column, who answers for it."""
        roles, terms = self._dataset.roles, self._dataset.vocabularies.parts
        rank = {term.id: len(terms) - position for position, term in enumerate(terms)}
        part = {role.id: rank[row.parts[role.id]] for role in roles}
        cells = tuple(
            Cell(
                role,
                self._dataset.term("parts", row.parts[role.id]).label,
                text=row.cells[role.id],
                value=part[role.id],
                term=row.parts[role.id],
            )
            for role in roles
        )
        leading = next((role for role in roles if row.parts[role.id] == "leads"), None)
        apart = max(part.values()) - min(part.values())
        found = Gap("clear", "led by", leading, distance=apart) if leading else Gap("same", "shared")
        return Line(cells, found, unit="part", base=self._table.without_evidence, judged=True)

    # A line of figures

    def _further(self, row: Row, figures: list[Figure]) -> Line:
        """The line of another source. What a number is about goes with it, unless it is the row's own subject."""
        line, first = self.line(figures), figures[0]
        if isinstance(row, SkillRow | ResponsibilityRow) and not isinstance(first, ListingFigure):
            line = replace(line, base=f"{first.title.split(':')[0]}; {line.base}")
        return replace(line, name=line.source)

    def _unmeasured(self) -> Line:
        cells = tuple(Cell(role) for role in self._dataset.roles)
        return Line(cells, base=self._table.without_evidence, judged=True)

    def _section(self, row: Row) -> str:
        if not isinstance(row, GlanceRow):
            return ""
        return self._links.to_section(self._dataset, row.section)

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


def _agreement(lead: Line, further: tuple[Line, ...]) -> str | None:
    """What is to be said where one source tells the roles apart and another does not, or the other way round."""
    found = [line.gap for line in (lead, *further) if line.gap and line.gap.span and line.gap.verdict != "unknown"]
    clear = [gap.role for gap in found if gap.clear and gap.role]
    if len({role.id for role in clear}) > 1:
        return "The sources point opposite ways."
    return "Clear in one source, not in the other." if clear and len(clear) < len(found) else None
