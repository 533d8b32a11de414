"""Rules about pictures: everything that they draw exists, and fits the form in which it is drawn."""

from collections.abc import Iterator
from typing import Any

from ..document import Path
from ..load import Draft
from ..mistakes import Mistake, meant, one_of
from ..model import (
    Dataset,
    LadderPicture,
    OverlapPicture,
    Picture,
    QuantilesFigure,
    RangesPicture,
    RelationsPicture,
    SeriesPicture,
    ShareFigure,
    SharesPicture,
    StepsPicture,
)
from .lookup import unknown

_FILE = "pictures.yml"


def unknown_table_of_a_picture(draft: Draft) -> Iterator[Mistake]:
    """A picture of a comparison table that there is not, of a group or a row that the table has not."""
    for picture in _pictures(draft, SharesPicture, RangesPicture):
        if picture.table not in Dataset.TABLES:
            yield _wrong(draft, picture, ("table",), "table", picture.table, Dataset.TABLES)
            continue
        groups = draft.ids[f"groups.{picture.table}"].known
        if isinstance(picture, SharesPicture):
            named: dict[Path, str] = {("group",): picture.group} if picture.group else {}
        else:
            named = {("groups", at): group for at, group in enumerate(picture.groups)}
        for place, group in named.items():
            if group not in groups:
                yield _wrong(draft, picture, place, f"group of {picture.table}", group, groups)
        rows = [row.id for row in getattr(draft.dataset.tables.get(picture.table), "rows", ())]
        for at, row in enumerate(picture.rows):
            if row not in rows and f"{picture.table}.yml" in draft.documents:
                yield _wrong(draft, picture, ("rows", at), f"row of {picture.table}", row, rows)


def unknown_figure_of_a_picture(draft: Draft) -> Iterator[Mistake]:
    """A point of a series whose figure there is not."""
    for picture in _pictures(draft, SeriesPicture):
        for at, panel in enumerate(picture.panels):
            for position, line in enumerate(panel.lines):
                for year, id_ in line.points.items():
                    place = ("pictures", picture.id, "panels", at, "lines", position, "points", year)
                    yield from unknown(draft, _FILE, place, "figures", id_, "figure")


def unknown_source_of_a_picture(draft: Draft) -> Iterator[Mistake]:
    """A panel or a ladder of a source that there is not."""
    for picture in _pictures(draft, SharesPicture):
        for at, panel in enumerate(picture.panels):
            place = ("pictures", picture.id, "panels", at, "source")
            yield from unknown(draft, _FILE, place, "sources", panel.source, "source")
    for picture in _pictures(draft, LadderPicture):
        yield from unknown(draft, _FILE, ("pictures", picture.id, "source"), "sources", picture.source, "source")


def unknown_role_of_a_picture(draft: Draft) -> Iterator[Mistake]:
    """An overlap between roles that there are not, or of one role with itself."""
    for picture in _pictures(draft, OverlapPicture):
        for at, role in enumerate(picture.between):
            yield from unknown(draft, _FILE, ("pictures", picture.id, "between", at), "roles", role, "role")
        if len(set(picture.between)) == 1:
            message = "a role overlaps with itself; name two"
            yield draft.mistake(_FILE, ("pictures", picture.id, "between"), message)


def unknown_grid_of_a_picture(draft: Draft) -> Iterator[Mistake]:
    """A picture of a grid that there is not."""
    for picture in _pictures(draft, RelationsPicture, StepsPicture):
        if picture.grid not in draft.ids["grids"].known:
            yield _wrong(draft, picture, ("grid",), "grid", picture.grid, draft.ids["grids"].known)


def unknown_node_of_a_picture(draft: Draft) -> Iterator[Mistake]:
    """A place on the map that is neither a role nor a row of its grid, or a relation of a place that there is not."""
    for picture in _pictures(draft, RelationsPicture):
        grid = draft.dataset.grids.get(picture.grid)
        known = {row.id for row in grid.rows} | draft.ids["roles"].known if grid else set()
        for at, node in enumerate(picture.nodes):
            if grid and node.id not in known:
                yield _wrong(draft, picture, ("nodes", at, "id"), "role or row", node.id, known)
        places = [node.id for node in picture.nodes]
        for at, relation in enumerate(picture.relations):
            for end in ("giver", "taker"):
                id_ = getattr(relation, end)
                if id_ not in places:
                    yield _wrong(draft, picture, ("relations", at, end), "node", id_, places)


def picture_of_nothing(draft: Draft) -> Iterator[Mistake]:
    """A picture whose data, though they exist, have no number that its form can draw."""
    for picture in _pictures(draft, SharesPicture, RangesPicture):
        table = draft.dataset.tables.get(picture.table)
        if table is None:
            continue
        rows = [[draft.dataset.figures.get(id_) for id_ in row.evidence] for row in table.rows if _shows(picture, row)]
        if isinstance(picture, RangesPicture):
            found = any(isinstance(each, QuantilesFigure) and each.unit == "usd-a-year" for row in rows for each in row)
        else:
            wanted = {(panel.kind, panel.source) for panel in picture.panels}
            if any(draft.ids["sources"].lacks(source) for _, source in wanted):
                continue
            found = any(
                wanted <= {(each.kind, each.source) for each in row if isinstance(each, ShareFigure)} for row in rows
            )
        if rows and not found and all(map(all, rows)):
            message = "no row of the table has what this picture draws; choose other panels, groups or rows"
            yield draft.mistake(_FILE, ("pictures", picture.id, "table"), message)


def _shows(picture: SharesPicture | RangesPicture, row: Any) -> bool:
    if isinstance(picture, SharesPicture):
        return picture.group in (None, row.group) and (not picture.rows or row.id in picture.rows)
    return row.group in picture.groups and (not picture.rows or row.id in picture.rows)


def _pictures(draft: Draft, *forms: type[Picture]) -> Iterator[Any]:
    return (picture for picture in draft.dataset.pictures if isinstance(picture, forms))


def _wrong(draft: Draft, picture: Picture, place: tuple[str | int, ...], what: str, id_: str, known: Any) -> Mistake:
    hint = meant(id_, known) or f"; there are {one_of(sorted(known))}"
    return draft.mistake(_FILE, ("pictures", picture.id, *place), f"no {what} '{id_}'{hint}")
