"""Rules about grids: every row has a cell for every column, and what is named exists."""

from collections.abc import Iterator

from ..load import Draft
from ..mistakes import Mistake, meant, one_of
from .lookup import unknown


def column_without_head(draft: Draft) -> Iterator[Mistake]:
    """A column that is no role and has no label, or a role's with one: its name comes from data/roles.yml."""
    roles = draft.ids["roles"]
    for name, grid in draft.dataset.grids.items():
        for position, column in enumerate(grid.columns):
            place = ("columns", position, "id")
            if column.label is None and roles.lacks(column.id):
                hint = meant(column.id, roles.known) or "; give it a label"
                yield draft.mistake(f"grids/{name}.yml", place, f"no role '{column.id}'{hint}")
            elif column.label is not None and column.id in roles.known:
                message = f"'{column.id}' is a role, which has its name from roles.yml; remove the label"
                yield draft.mistake(f"grids/{name}.yml", place, message)


def cell_of_no_column(draft: Draft) -> Iterator[Mistake]:
    """A row that leaves a column empty, or fills one that the grid does not have."""
    for name, grid in draft.dataset.grids.items():
        columns = [column.id for column in grid.columns]
        for row in grid.rows:
            place = ("rows", row.id, "cells")
            for column in columns:
                if column not in row.cells:
                    message = f"no cell for '{column}'; fill it, or say why there is nothing to say"
                    yield draft.mistake(f"grids/{name}.yml", place, message)
            for column in row.cells:
                if column not in columns:
                    message = f"no column '{column}'{meant(column, columns) or '; there are ' + one_of(columns)}"
                    yield draft.mistake(f"grids/{name}.yml", (*place, column), message, at_key=True)


def part_of_no_column(draft: Draft) -> Iterator[Mistake]:
    """A part in the work for somebody who has no column."""
    for name, grid in draft.dataset.grids.items():
        columns = [column.id for column in grid.columns]
        for row in grid.rows:
            for role in row.parts:
                if role not in columns:
                    message = f"no column '{role}'{meant(role, columns) or '; there are ' + one_of(columns)}"
                    yield draft.mistake(f"grids/{name}.yml", ("rows", row.id, "parts", role), message, at_key=True)


def unknown_publication(draft: Draft) -> Iterator[Mistake]:
    """A row that cites a publication that data/publications.yml does not have."""
    for name, grid in draft.dataset.grids.items():
        for row in grid.rows:
            for position, id_ in enumerate(row.said_by):
                place = ("rows", row.id, "said_by", position)
                yield from unknown(draft, f"grids/{name}.yml", place, "publications", id_, "publication")
