"""Each picture of the dataset as two files to take along: the drawing with its finding and sources, and its data."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from ..model import Picture
from ..render import pictures
from ..render.drawing import INK, LINE, MUTED, PAPER, SIZE, SMALL, WIDE, Canvas, number, wrap
from ..render.picture_calls import csv_file, source_lines, svg_file
from . import tabular
from .colors import fixed
from .site import Make, Published

_MARGIN = 20


def files(made: Published) -> Iterator[tuple[str, Make]]:
    """Both files of every picture that a chapter shows."""
    for picture in made.dataset.pictures:
        if picture.id in made.outline.entries:
            yield svg_file(picture.id), partial(svg, made, picture)
            yield csv_file(picture.id), partial(table, made, picture)


def svg(made: Published, picture: Picture) -> str:
    """The wide drawing in the light colors, with everything that has to be said of it where there is no page around."""
    drawn = pictures.drawn(made.dataset, picture)
    whole = Canvas(picture.id, WIDE)
    y = whole.lines(0, 16, wrap(picture.title, WIDE, 16, bold=True), size=16, bold=True) + 4
    y = whole.lines(0, y, wrap(drawn.finding, WIDE, SIZE)) + 10
    inner = Canvas(picture.id, WIDE)
    drawn.draw(inner)
    links = made.links(made.outline.entries[picture.id].page)
    sources = "; ".join(line.words for line in source_lines(made.dataset, links, drawn.figures))
    credits = dict.fromkeys(made.dataset.source_by_id[figure.source].licence.notice for figure in drawn.figures)
    about = [picture.about, f"Sources: {sources}." if sources else "", *credits]
    own = f"{made.site.name} Release {made.release.version}, CC BY 4.0, {made.site.short(picture.id)}"
    foot = " ".join(filter(None, [*about, own]))
    bottom = y + inner.height + SMALL + 10
    whole.height = whole.lines(0, bottom, wrap(foot, WIDE, SMALL), size=SMALL, fill=MUTED)
    width, height = number(WIDE + 2 * _MARGIN), number(whole.height + 2 * _MARGIN - SMALL * LINE)
    drawing = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" '
        'aria-labelledby="title" aria-describedby="desc" fill="{2}" '
        'font-family="Arial, Liberation Sans, Helvetica, sans-serif">\n'
        '<title id="title">{3}</title>\n<desc id="desc">{4}</desc>\n<rect width="{0}" height="{1}" fill="{9}"/>\n'
        '<g transform="translate({5} {5})">{6}<g transform="translate(0 {7})">{8}</g></g>\n</svg>\n'
    ).format(
        *(width, height, INK, picture.title, drawn.finding, _MARGIN),
        *(whole.content(), number(y), inner.content(), PAPER),
    )
    return fixed(drawing)


def table(made: Published, picture: Picture) -> str:
    """The data as RFC 4180 has it, with line feeds; shares from 0 to 1, and for each row the figure's id."""
    drawn = pictures.drawn(made.dataset, picture)
    named = any(cell.figure for row in drawn.rows for cell in row)
    rows = []
    for row in drawn.rows:
        figure = next((cell.figure.id for cell in row if cell.figure), "")
        values = [cell.text if cell.raw is None else cell.raw for cell in row]
        rows.append([*values, *([figure] if named else [])])
    return tabular.table([*drawn.heads, *(["Figure"] if named else [])], rows)
