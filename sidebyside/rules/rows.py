"""Rules about the rows of comparison tables, and about the roles that stand at their heads."""

from collections.abc import Iterator

from ..load import Draft
from ..mistakes import Mistake, one_of
from ..model import (
    EducationRow,
    ExpectationFigure,
    Figure,
    ListingFigure,
    MarketRow,
    ResponsibilityRow,
    SalaryRow,
    SkillRow,
)


def role_without_cell(draft: Draft) -> Iterator[Mistake]:
    """A row that has nothing to say for one of the roles. A row of education may have nothing to say for any."""
    for file, _, row in draft.rows():
        cells = getattr(row, "cells", None)
        if cells is None or (not cells and isinstance(row, EducationRow)):
            continue
        for role in sorted(draft.ids["roles"].known - cells.keys()):
            message = f"no cell for '{role}'; say in a sentence what there is to say of it"
            yield draft.mistake(file, ("rows", row.id, "cells"), message)


def level_missing_or_twice(draft: Draft) -> Iterator[Mistake]:
    """A skill must have one level for each role: from a figure of its evidence, or else as our judgment."""
    figures = draft.dataset.figures
    for file, _, row in draft.rows():
        if not isinstance(row, SkillRow) or any(id_ not in figures for id_ in row.evidence):
            continue
        asked = {role: id_ for id_ in row.evidence for role in _asked(figures[id_])}
        for role in sorted(draft.ids["roles"].known - asked.keys() - row.levels.keys()):
            message = f"no level for '{role}', neither from a figure nor under levels; add one"
            yield draft.mistake(file, ("rows", row.id), message)
        for role in sorted(row.levels.keys() & asked.keys()):
            message = f"'{asked[role]}' gives the level of '{role}' already; remove this one"
            yield draft.mistake(file, ("rows", row.id, "levels", role), message, at_key=True)


def _asked(figure: Figure) -> Iterator[str]:
    """The roles of which the figure asks a level."""
    if isinstance(figure, ExpectationFigure):
        yield from (role for role, value in figure.values.items() if value.level)


def nobody_answers(draft: Draft) -> Iterator[Mistake]:
    """Each role has a part in every step; one leads, or all share."""
    for file, _, row in draft.rows():
        if not isinstance(row, ResponsibilityRow):
            continue
        for role in sorted(draft.ids["roles"].known - row.parts.keys()):
            message = f"no part for '{role}'; say whether it leads, shares or supports"
            yield draft.mistake(file, ("rows", row.id, "parts"), message)
        parts = list(row.parts.values())
        if parts.count("leads") > 1:
            message = "more than one role leads; where they do it together, each shares"
            yield draft.mistake(file, ("rows", row.id, "parts"), message)
        elif "leads" not in parts and "supports" in parts:
            yield draft.mistake(file, ("rows", row.id, "parts"), "nobody leads; say who does, or that all share")


def role_without_pay(draft: Draft) -> Iterator[Mistake]:
    """A row of pay or of the market must have, for each role, either a figure or the reason why there is none."""
    figures = draft.dataset.figures
    for file, _, row in draft.rows():
        if not isinstance(row, SalaryRow | MarketRow) or any(id_ not in figures for id_ in row.evidence):
            continue
        paid = {subject for id_ in row.evidence for subject in figures[id_].values}
        for role in sorted(draft.ids["roles"].known - paid - row.absent.keys()):
            message = f"no figure for '{role}'; add one to evidence, or say under absent why there is none"
            yield draft.mistake(file, ("rows", row.id), message)
        for role in sorted(row.absent.keys() & paid):
            message = f"'{role}' has a figure in evidence; remove the reason for its absence"
            yield draft.mistake(file, ("rows", row.id, "absent", role), message, at_key=True)


def kind_of_another_column(draft: Draft) -> Iterator[Mistake]:
    """A figure of a kind that the row, or the table, does not declare."""
    figures = draft.dataset.figures
    for file, table, row in draft.rows():
        declared = (row.kind,) if isinstance(row, SalaryRow) else table.kinds
        for position, id_ in enumerate(row.evidence):
            if id_ in figures and figures[id_].kind not in declared:
                message = f"'{id_}' is of kind '{figures[id_].kind}', but declared here is {one_of(declared)}"
                path = ("rows", row.id, "evidence", position)
                yield draft.mistake(file, path, f"{message}; kinds are never mixed")
        if isinstance(row, SalaryRow) and row.kind not in table.kinds:
            message = f"the kind '{row.kind}' is none of the table's, {one_of(table.kinds)}"
            yield draft.mistake(file, ("rows", row.id, "kind"), message)


def column_of_no_kind(draft: Draft) -> Iterator[Mistake]:
    """A column for a kind that the table does not have."""
    for name, table in draft.dataset.tables.items():
        for position, kind in enumerate(table.columns):
            if kind not in table.kinds:
                message = f"no kind '{kind}' in this table; it has {one_of(table.kinds)}"
                yield draft.mistake(f"{name}.yml", ("columns", position), message)


def two_figures_for_one_place(draft: Draft) -> Iterator[Mistake]:
    """Two figures of one kind and source in a row, about the same role: the table has one place for them.

    A row of pay has one place for each role; the entries of a list stand in theirs together.
    """
    figures = draft.dataset.figures
    for file, _, row in draft.rows():
        taken: dict[tuple[str | None, ...], str] = {}
        for position, id_ in enumerate(row.evidence):
            figure = figures.get(id_)
            if figure is None or isinstance(figure, ListingFigure):
                continue
            for subject in figure.values:
                place = (figure.kind, subject, "" if isinstance(row, SalaryRow) else figure.source)
                if place in taken:
                    message = f"'{taken[place]}' is of the same kind and about '{subject}', too; keep one of them"
                    yield draft.mistake(file, ("rows", row.id, "evidence", position), message)
                    break
                taken[place] = id_


def roles_look_alike(draft: Draft) -> Iterator[Mistake]:
    """Two roles with the same color, mark or filling: in gray and on paper nobody could tell them apart."""
    seen: dict[tuple[str, str], str] = {}
    for role in draft.dataset.roles:
        for key in ("color", "mark", "fill"):
            look = (key, getattr(role, key))
            if look in seen:
                message = f"'{look[1]}' is already the {key} of '{seen[look]}'; choose another"
                yield draft.mistake("roles.yml", ("roles", role.id, key), message)
            seen.setdefault(look, role.id)
