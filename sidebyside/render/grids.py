"""An authored table as its template shows it: columns with the marks of roles, rows under their heads, citations."""

from dataclasses import dataclass

from ..model import Dataset, Grid, Role
from .html import capital
from .links import PUBLICATIONS, Links


@dataclass(frozen=True)
class Column:
    """The head of a column; `role` where it is one."""

    id: str
    label: str
    role: Role | None = None


@dataclass(frozen=True)
class GridCell:
    """What stands in a column: words, and the part that a role has in the work."""

    column: Column
    text: str
    part: str = ""


@dataclass(frozen=True)
class Row:
    """A row with its cells, and the head above it if a new one begins."""

    id: str
    name: str
    head: str
    cells: tuple[GridCell, ...]
    said_by: tuple[tuple[str, str], ...]
    """Citations, each with its address."""


def columns(dataset: Dataset, grid: Grid) -> tuple[Column, ...]:
    """The columns with their labels; a role's is its short name."""
    roles = dataset.role_by_id
    return tuple(
        Column(each.id, each.label) if each.label else Column(each.id, capital(roles[each.id].short), roles[each.id])
        for each in grid.columns
    )


def rows(dataset: Dataset, links: Links, grid: Grid) -> tuple[Row, ...]:
    """The rows in the order of the file."""
    heads = columns(dataset, grid)
    shown, above, last = [], None, None
    for row in grid.rows:
        above = row.group or above
        cells = tuple(
            GridCell(column, row.cells[column.id], _part(dataset, row.parts.get(column.id))) for column in heads
        )
        said_by = tuple(
            (dataset.publication_by_id[id_].short, links.to(PUBLICATIONS, f"publication-{id_}")) for id_ in row.said_by
        )
        head = above if above != last else ""
        shown.append(Row(row.id, row.name, head or "", cells, said_by))
        last = above
    return tuple(shown)


def _part(dataset: Dataset, part: str | None) -> str:
    return dataset.term("parts", part).label if part else ""
