"""What a table shows, as data: the same objects that its template shows, made into what is published beside it.

Every macro of a table gives its template what the functions here are given, so that page and files cannot differ; a
test rebuilds every table of the site from the files.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Dataset, Figure, Source
from ..model.shown import (
    Number,
    PictureCell,
    PictureColumn,
    Reference,
    ShownPicture,
    ShownTable,
    TableCell,
    TableColumn,
    TableGroup,
    TableRow,
    TermReference,
    UsedSource,
)
from ..outline import Outline
from . import facts, figure_lines, snippets
from .figure_lines import Line
from .links import Links
from .pictures.drawn import Drawn

DIFFERENCE = "difference"
SCHEMA = "../schema/{}.json"
"""Where the schema of a file in a folder of its own is."""


@dataclass(frozen=True)
class Body:
    """A table without what it says of itself."""

    row_label: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    caption: str = ""
    groups: tuple[TableGroup, ...] = ()
    comparison: str | None = None


class Taken:
    """The tables and pictures of all pages, gathered while the pages are rendered."""

    def __init__(self) -> None:
        """Begins without any."""
        self.tables: dict[str, ShownTable] = {}
        self.pictures: dict[str, ShownPicture] = {}

    def table(
        self,
        dataset: Dataset,
        links: Links,
        outline: Outline,
        id_: str,
        title: str,
        body: Body,
        sources: Sequence[Any] = (),
    ) -> None:
        """Takes a table of a page. `sources`: kind and source of its numbers, as in its caption."""
        about = _about(dataset, links, outline, id_, title, ((kind.id, source) for kind, source, *_ in sources))
        parts = {name: getattr(body, name) for name in Body.__dataclass_fields__}
        self.tables[id_] = ShownTable(**about, **parts, **{"$schema": SCHEMA.format("table")})

    def picture(self, dataset: Dataset, links: Links, outline: Outline, id_: str, title: str, **parts: Any) -> None:
        """Takes a picture of a page, with its finding and its data."""
        figures: Iterable[Figure] = parts.pop("figures")
        used = dict.fromkeys((figure.kind, figure.source) for figure in figures)
        sources = ((kind, dataset.source_by_id[source]) for kind, source in used)
        about = _about(dataset, links, outline, id_, title, sources)
        self.pictures[id_] = ShownPicture(**about, **parts, **{"$schema": SCHEMA.format("picture")})


def _about(
    dataset: Dataset,
    links: Links,
    outline: Outline,
    id_: str,
    title: str,
    sources: Iterable[tuple[str, Source]],
) -> dict[str, Any]:
    site, entry = links.site, outline.entries[id_]
    return {
        "version": dataset.releases[0].version,
        "id": id_,
        "title": title,
        "page": site.page(entry.page, id_),
        "address": site.short(id_),
        "citation": snippets.snippet(entry, "apa", outline, dataset, site),
        "sources": tuple(
            UsedSource(
                id=source.id,
                kind=kind,
                title=source.title,
                license=source.licence.name,
                license_address=source.licence.address,
                credit=source.licence.notice,
            )
            for kind, source in sources
        ),
    }


# Cells and rows


def row_of(
    line: Line, id_: str, cells: dict[str, TableCell], *, group: str, line_of_row: int = 1, name: str = ""
) -> TableRow:
    """A row with what stands in its head. `name`: that of the row, where the line has another one."""
    return TableRow(
        id=id_,
        line=line_of_row,
        group=group or None,
        name=name or line.name,
        line_name=line.name if name and name != line.name else None,
        base=line.base or None,
        notes=line.notes,
        cells=cells,
    )


def cells_of(line: Line, *, compared: bool = True, full: bool = False) -> dict[str, TableCell]:
    """The cells of a line by role, and the difference."""
    cells = {cell.role.id: cell_of(cell) for cell in line.cells}
    return cells | {DIFFERENCE: gap_of(line, full=full)} if compared else cells


def cell_of(cell: figure_lines.Cell, *, with_words: bool = True) -> TableCell:
    """What a line has for one role. A term without a bar is a part, another one a level."""
    items = tuple(
        Reference(id=number.figure, title=name) for (name, _), number in zip(cell.items, cell.behind, strict=False)
    )
    said = (
        cell.number or ("no figure" if cell.is_missing else ""),
        ", ".join(each.title for each in items),
        cell.warning,
        cell.label,
        f"middle half {cell.middle}" if cell.middle else "",
        cell.text if with_words else "",
    )
    vocabulary = "proficiencies" if cell.steps else "parts"
    return TableCell(
        text=joined(*said),
        words=cell.text
        if with_words and cell.text and (cell.number or cell.is_missing or cell.label or items)
        else None,
        numbers=cell.behind,
        term=TermReference(vocabulary=vocabulary, id=cell.term) if cell.term else None,
        label=cell.label or None,
        items=items,
    )


def gap_of(line: Line, *, full: bool = False, base: str = "") -> TableCell:
    """The difference of a line, as the template gap.html shows it."""
    gap = line.gap
    if gap is None:
        nothing = "nothing to compare" if any(cell.number for cell in line.cells) else ""
        return TableCell(text=joined(nothing, base), base=base or None)
    said = [gap.size] if gap.verdict == "same" else ["no clear difference"] if gap.verdict == "unclear" else []
    if gap.role and gap.verdict != "same" and (full or gap.verdict != "unclear"):
        said += [" ".join(filter(None, (gap.size, gap.role.short_plural, gap.rest))), gap.span]
    return TableCell(
        text=joined(*said, base),
        numbers=gap.behind,
        verdict=gap.verdict,
        role=gap.role.id if gap.role else None,
        margin=facts.plain(gap.margin),
        base=base or None,
    )


def joined(*parts: str) -> str:
    """What stands one after the other, as one line."""
    return "; ".join(filter(None, parts))


def number_cell(text: str, *behind: Number) -> TableCell:
    """A cell of numbers alone."""
    return TableCell(text=text, numbers=behind)


def picture(drawn: Drawn) -> dict[str, Any]:
    """What a picture draws, as columns and rows."""
    seen: Counter[str] = Counter()
    columns = []
    for head in drawn.heads:
        seen[head] += 1
        columns.append(PictureColumn(id=slug(head) + (f"-{seen[head]}" if seen[head] > 1 else ""), title=head))
    rows = tuple(
        {
            column.id: PictureCell(
                text=cell.text,
                numbers=(cell.behind,) if cell.behind else (),
                term=TermReference(vocabulary=cell.term[0], id=cell.term[1]) if cell.term else None,
            )
            for column, cell in zip(columns, row, strict=True)
        }
        for row in drawn.rows
    )
    return {"columns": tuple(columns), "rows": rows, "finding": drawn.finding, "figures": drawn.figures}


def slug(words: str) -> str:
    """Words as an id."""
    return "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in words.lower()).split())
