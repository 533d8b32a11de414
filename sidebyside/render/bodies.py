"""The tables of every macro as data: what `shown` publishes of each, made of what its template shows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .. import assessment
from ..model import Assessment, Dataset, Figure, Grid, Quantiles, Role, Table, Term, Value
from ..model.shown import Number, Reference, TableCell, TableColumn, TableGroup, TableRow, TermReference
from . import facts, grids, instruments, learning
from .entries import QUANTILES
from .figure_lines import Line
from .html import capital
from .numbers import whole
from .robustness import Again
from .shown import DIFFERENCE, Body, cell_of, cells_of, gap_of, joined, number_cell, row_of, slug
from .tables import Group

Values = Sequence[tuple[Figure, str, Value]]
"""Figures with whom they are about, a row for each."""


def comparison(
    dataset: Dataset,
    table: Table,
    name: str,
    shown: list[Group],
    *,
    words: str,
    columns: list[tuple[Term, str]],
    compared: bool,
    comparison_label: str,
) -> Body:
    """A comparison table, as side_by_side shows it."""
    heads = _kind_columns(dataset, columns, comparison_label) if columns else ()
    heads += _role_columns(dataset.roles)
    if not columns and compared:
        heads += (TableColumn(id=DIFFERENCE, title=comparison_label),)
    rows = []
    for group in shown:
        for made in group.rows:
            for position, line in enumerate((made.lead, *made.further)):
                if columns:
                    cells = dict(_cells_by_kind(line, columns))
                    if position == 0:
                        cells |= {cell.role.id: TableCell(text=cell.text) for cell in line.cells}
                else:
                    cells = cells_of(line, compared=compared)
                row = row_of(line, made.row.id, cells, line_of_row=position + 1, group=group.label, name=made.lead.name)
                if line.learn:
                    items = learning.offered(dataset, made.row.id, len(line.learn))
                    row = row.model_copy(update={"items": items})
                rows.append(row)
    groups = tuple(TableGroup(title=group.label) for group in shown if group.label) if len(shown) > 1 else ()
    return Body(table.row_label, heads, tuple(rows), words, groups, name)


def _lines(
    roles: Sequence[Role],
    groups: Iterable[tuple[TableGroup, Iterable[TableRow]]],
    *,
    row_label: str,
    caption: str = "",
    further: Sequence[TableColumn] = (),
) -> Body:
    """Lines of figures under heads, with a column for the difference."""
    found = [(group, tuple(rows)) for group, rows in groups]
    heads = (*_role_columns(roles), TableColumn(id=DIFFERENCE, title="Difference"), *further)
    rows = tuple(row for _, own in found for row in own)
    return Body(row_label, heads, rows, caption, tuple(group for group, _ in found))


def _role_columns(roles: Iterable[Role]) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(id=role.id, title=capital(role.short), role=role.id) for role in roles)


def _kind_columns(dataset: Dataset, columns: list[tuple[Term, str]], label: str) -> tuple[TableColumn, ...]:
    """For each kind a column for each role and one for the difference, by the names that addresses of tables use."""
    found: list[TableColumn] = []
    for kind, about in columns:
        each = [(role.id, capital(role.short), role.id) for role in dataset.roles] + [(DIFFERENCE, label, None)]
        found += [
            TableColumn(id=f"{kind.id}-{key}", title=title, role=role, kind=kind.id, about=about or None)
            for key, title, role in each
        ]
    return tuple(found)


def _cells_by_kind(line: Line, columns: list[tuple[Term, str]]) -> Iterator[tuple[str, TableCell]]:
    """Cells by kind and role; a kind that has no figure in the line has none."""
    for position, ((kind, about), each) in enumerate(zip(columns, (line, *line.beside), strict=True)):
        if each is None or not any(cell.number for cell in each.cells):
            continue
        for cell in each.cells:
            yield f"{kind.id}-{cell.role.id}", cell_of(cell, with_words=False)
        base = f"{each.source}: {each.base}" if position and not about else ""
        yield f"{kind.id}-{DIFFERENCE}", gap_of(each, base=base)


def plain(
    row_label: str,
    columns: Iterable[tuple[str, str]],
    rows: Iterable[tuple[str, str, Sequence[TableCell | str]]],
    caption: str = "",
) -> Body:
    """A table of columns (id and title) and rows (id, name, and what stands in each column)."""
    heads = tuple(TableColumn(id=id_, title=title) for id_, title in columns)
    made = tuple(
        TableRow(
            id=id_,
            line=1,
            name=name,
            cells={
                head.id: TableCell(text=cell) if isinstance(cell, str) else cell
                for head, cell in zip(heads, cells, strict=True)
            },
        )
        for id_, name, cells in rows
    )
    return Body(row_label, heads, made, caption)


def distributions(
    values: Sequence[tuple[Figure, str, Quantiles]],
    names: Sequence[str],
    texts: Sequence[Sequence[str]],
    heads: Sequence[str],
    words: str,
) -> Body:
    """Whole distributions of pay. `texts`: what stands in each row, under `heads`."""

    def cells(figure: Figure, subject: str, value: Quantiles, shown: Sequence[str]) -> list[TableCell]:
        behind: list[tuple[Number, ...]] = [(facts.quantile(figure, subject, key, value),) for key in QUANTILES]
        behind.append((facts.counted(value.n, "n"),) if value.n else ())
        return [number_cell(text, *each) for text, each in zip(shown, behind, strict=False)]

    rows = (
        (_id(figure, subject), name, cells(figure, subject, value, shown))
        for (figure, subject, value), name, shown in zip(values, names, texts, strict=True)
    )
    return plain("Who", zip((*QUANTILES, "n"), heads, strict=False), rows, words)


def estimates(dataset: Dataset, values: Values, names: Sequence[str], columns: Mapping[str, Sequence[str]]) -> Body:
    """Single numbers. `columns`: what stands in each column; the first has the numbers."""
    first, *_ = columns
    rows = (
        (
            _id(figure, subject),
            name,
            [
                number_cell(text, *(facts.behind(dataset, figure, subject, value) if head == first else ()))
                for head, text in zip(columns, texts, strict=True)
            ],
        )
        for (figure, subject, value), name, *texts in zip(values, names, *columns.values(), strict=True)
    )
    return plain("Figure", ((slug(head), head) for head in columns), rows)


def _id(figure: Figure, subject: str) -> str:
    return f"{figure.id}:{subject}"


def sources(dataset: Dataset, counts: Mapping[str, int]) -> Body:
    """All sources, with how many figures each has."""
    rows = (
        (
            each.id,
            each.title,
            (
                f"{each.publisher}, {each.date}",
                ", ".join(dataset.term("kinds", kind).label for kind in each.kinds),
                number_cell(whole(counts.get(each.id, 0)), facts.counted(counts.get(each.id, 0))),
                each.licence.name,
            ),
        )
        for each in dataset.sources
    )
    heads = (("publisher", "Publisher, date"), ("kind", "Kind"), ("figures", "Figures"), ("license", "License"))
    body = plain("Source", heads, rows, "Each leads to a page with every figure that comes from it.")
    return _addressed(body, (each.address for each in dataset.sources))


def publications(dataset: Dataset, quoted: Counter[str]) -> Body:
    """What claims and chapters cite, with how many claims are from each."""
    rows = (
        (
            each.id,
            each.title,
            (
                each.by,
                each.date,
                each.read.isoformat() + (", archived copy" if each.archived else ""),
                number_cell(str(quoted[each.id]), facts.counted(quoted[each.id])),
            ),
        )
        for each in dataset.publications
    )
    heads = (("by", "By"), ("date", "Date"), ("read", "Read"), ("claims", "Claims"))
    body = plain("Publication", heads, rows, "None of its numbers is used for a figure.")
    return _addressed(body, (each.address for each in dataset.publications))


def resources(dataset: Dataset, words: str) -> Body:
    """Everything to learn from."""
    rows = []
    for each, _, names in learning.resources(dataset):
        hours = f", {each.hours:g} hours by its own account" if each.hours else ""
        skills = tuple(Reference(id=id_, title=name) for id_, name in zip(each.skills, names, strict=True))
        rows.append(
            TableRow(
                id=each.id,
                line=1,
                name=each.title,
                base=f"{each.publisher}; {each.format}{hours}; seen {each.read.isoformat()}",
                address=each.address,
                cells={
                    "about": TableCell(text=each.note),
                    "skills": TableCell(text=", ".join(names), items=skills),
                    "license": TableCell(text=each.licence),
                },
            )
        )
    heads = (("about", "What it is"), ("skills", "For"), ("license", "License"))
    columns = tuple(TableColumn(id=id_, title=title) for id_, title in heads)
    return Body("Resource", columns, tuple(rows), words)


def _addressed(body: Body, addresses: Iterable[str]) -> Body:
    rows = (row.model_copy(update={"address": at}) for row, at in zip(body.rows, addresses, strict=True))
    return replace(body, rows=tuple(rows))


def gap(dataset: Dataset, start: Role, goal: Role, gaps: Sequence[learning.SkillGap], words: str) -> Body:
    """The skills of which the goal needs more than the start."""

    def level(term: Term | None, said: str = "") -> TableCell:
        return TableCell(
            text=joined(term.label if term else "not asked", said),
            words=said or None,
            term=TermReference(vocabulary="proficiencies", id=term.id) if term else None,
        )

    def learn(skill: str) -> TableCell:
        items = learning.offered(dataset, skill)
        return TableCell(text=", ".join(each.title for each in items), items=items)

    columns = (*_role_columns((start, goal)), TableColumn(id="resources", title="To learn it from"))
    rows = (
        TableRow(
            id=each.row.id,
            line=1,
            name=each.row.name,
            cells={
                start.id: level(each.start),
                goal.id: level(each.goal, each.row.cells[goal.id]),
                "resources": learn(each.row.id),
            },
        )
        for each in gaps
    )
    return Body("Skill", columns, tuple(rows), words)


def robustness(dataset: Dataset, figures: Sequence[tuple[Figure, Again]]) -> Body:
    """Differences again in parts of their base: each figure with its variants, and whether the sign holds."""

    def rows(figure: Figure, again: Again) -> Iterator[TableRow]:
        variants = [each for each in dataset.figures.values() if each.variant_of == figure.id]
        for each, line, holds in zip((figure, *variants), again.lines, again.holds, strict=True):
            cells = cells_of(line, full=True) | {"sign": TableCell(text=holds)}
            yield row_of(line, each.id, cells, group=again.title)

    groups = ((TableGroup(title=again.title), rows(figure, again)) for figure, again in figures)
    further = [TableColumn(id="sign", title="Sign")]
    return _lines(dataset.roles, groups, row_label="Among", further=further)


def profiles(dataset: Dataset, found: Sequence[instruments.Profile], words: str) -> Body:
    """The kinds of work with their figures, and what each counts for each role."""

    def rows(profile: instruments.Profile) -> Iterator[TableRow]:
        about = profile.dimension
        for id_, line in zip(about.figures, profile.lines, strict=True):
            yield row_of(line, id_, cells_of(line), group=about.name)
        means = assessment.means(dataset, about)
        yield TableRow(
            id=about.id,
            line=1,
            group=about.name,
            name=instruments.SUMMED if profile.lines else instruments.JUDGED,
            notes=(about.why,) if about.why else (),
            cells={
                role.id: TableCell(
                    text=joined(mean, f"counts {weight}"),
                    numbers=(
                        *((facts.mean(role.id, float(means[role.id])),) if mean else ()),
                        facts.weight(role.id, weight),
                    ),
                )
                for role, mean, weight in profile.cells
            },
        )

    groups = ((TableGroup(title=each.dimension.name, about=each.dimension.meaning), rows(each)) for each in found)
    return _lines(dataset.roles, groups, row_label="Kind of work", caption=words)


def statements(dataset: Dataset, asked: Assessment) -> Body:
    """The statements about work, and the key by which their answers are added up."""
    groups = (TableGroup(title="Statements about work"), TableGroup(title="How it adds up"))
    columns = (
        TableColumn(id="statement", title="Statement"),
        TableColumn(id="add", title="Add"),
        TableColumn(id="subtract", title="Subtract"),
        *_role_columns(dataset.roles),
    )
    rows = [
        TableRow(
            id=f"statement-{number}",
            line=1,
            group=groups[0].title,
            name=str(number),
            cells={"statement": TableCell(text=each.text)},
        )
        for number, each in enumerate(asked.statements, 1)
    ]
    for each in instruments.key(dataset, asked):
        weights = {
            role.id: number_cell(f"× {weight} =" if weight else "–", facts.weight(role.id, weight))
            for role, weight in each.weights
        }
        cells = {
            "add": TableCell(text=", ".join(map(str, each.plus))),
            "subtract": TableCell(text=", ".join(map(str, each.minus))),
            **weights,
        }
        rows.append(
            TableRow(id=each.dimension.id, line=1, group=groups[1].title, name=each.dimension.name, cells=cells)
        )
    return Body("Kind of work", columns, tuple(rows), "", groups)


def grid(dataset: Dataset, known: Grid, rows: Sequence[grids.Row]) -> Body:
    """An authored table with what stands in it."""
    by_id = {row.id: row for row in known.rows}
    made, above = [], None
    for row in rows:
        above = row.head or above
        cells = {}
        for cell in row.cells:
            part = by_id[row.id].parts.get(cell.column.id)
            cells[cell.column.id] = TableCell(
                text=f"{capital(cell.part)}. {cell.text}" if cell.part else cell.text,
                words=cell.text if cell.part else None,
                term=TermReference(vocabulary="parts", id=part) if part else None,
            )
        said_by = zip(by_id[row.id].said_by, row.said_by, strict=True)
        items = tuple(Reference(id=id_, title=short) for id_, (short, _) in said_by)
        made.append(TableRow(id=row.id, line=1, group=above, name=row.name, items=items, cells=cells))
    heads = tuple(TableGroup(title=row.head) for row in rows if row.head)
    return Body(known.row_label, _grid_columns(dataset, known), tuple(made), known.caption, heads)


def worksheet(dataset: Dataset, known: Grid) -> Body:
    """The same table with nothing in it."""
    columns = _grid_columns(dataset, known)
    empty = {column.id: TableCell() for column in columns}
    rows = tuple(TableRow(id=row.id, line=1, name=row.name, cells=empty) for row in known.rows)
    return Body(known.row_label, columns, rows)


def _grid_columns(dataset: Dataset, known: Grid) -> tuple[TableColumn, ...]:
    return tuple(
        TableColumn(id=each.id, title=each.label, role=each.role.id if each.role else None)
        for each in grids.columns(dataset, known)
    )


def ladder(steps: Sequence[Any], skills: Sequence[Any], caption: str) -> Body:
    """The steps of the roles in a framework, as the macro `ladder` shows them."""
    own = [(role, step) for role, found in steps for step, _ in found]
    columns = tuple(TableColumn(id=step.name, title=step.title, role=role.id, about=step.filter) for role, step in own)
    rows = tuple(
        TableRow(
            id=slug(skill),
            line=1,
            name=skill,
            cells={column.id: cell_of(cell) for column, (_, cell) in zip(columns, levels, strict=True)},
        )
        for skill, levels in skills
    )
    return Body("Skill", columns, rows, caption)
