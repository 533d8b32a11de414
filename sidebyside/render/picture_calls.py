"""The macro that shows a picture of the dataset, with its finding, its data as a table and its files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..mistakes import meant, one_of
from ..model import Dataset, Figure, Picture
from . import pictures
from .calling import CallError, Calling
from .drawing import NARROW, WIDE, Canvas
from .html import capital, render
from .links import Links, data_file, source_page
from .pictures.drawn import Cell, bases, own_labels
from .shown import picture as data_of


class PictureCalls(Calling):
    """Macros about pictures."""

    def picture(self, *, id: str) -> str:
        """A picture of data/pictures.yml, which makes it known by its id."""
        known = self._dataset.picture_by_id
        if id not in known:
            raise CallError(f"no picture '{id}'{meant(id, known) or '; there are ' + one_of(known)}", id)
        shown = known[id]
        made = pictures.drawn(self._dataset, shown)
        self._take_picture(id, shown.title, lambda: {**data_of(made), "about": shown.about})
        return render(
            "picture.html",
            picture=shown,
            made=made,
            # `make check` needs no drawing, so it waits for none.
            drawings=drawings(shown, made) if self._outline else (),
            lines=list(source_lines(self._dataset, self._links, made.figures)),
            rows=[[(cell.text, self._href(cell)) for cell in row] for row in made.rows],
            svg=self._links.to_file(svg_file(id)),
            csv=self._links.to_file(csv_file(id)),
            json=self._links.to_file(data_file("picture", id, "json")),
        )

    def _href(self, cell: Cell) -> str:
        return self._links.to(source_page(cell.figure.source), cell.figure.name) if cell.figure else ""


@dataclass(frozen=True)
class SourceLine:
    """Where the figures of one source and kind that a picture draws come from."""

    kind: str
    short: str
    href: str
    base: str
    """On how many they rest."""
    period: str
    """When they are of, where the source's name does not say it."""
    labels: tuple[str, ...] = ()
    """What the source calls the roles, where it calls them otherwise."""

    @property
    def rest(self) -> str:
        """What is to be said after the source: when, and on how many it rests."""
        return "".join(f", {each}" for each in (self.period, self.base, *self.labels) if each)

    @property
    def words(self) -> str:
        """The line without its link."""
        return f"{self.kind}, {self.short}{self.rest}"


def source_lines(dataset: Dataset, links: Links, figures: tuple[Figure, ...]) -> Iterator[SourceLine]:
    """For each kind and source what a picture takes from it, in order of appearance."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.kind, figure.source), []).append(figure)
    for (kind, source), own in found.items():
        short = dataset.source_by_id[source].short
        periods = sorted({figure.period for figure in own}, key=lambda period: (_year(period), period))
        period = periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"
        yield SourceLine(
            capital(dataset.term("kinds", kind).label),
            short,
            links.to(source_page(source)),
            bases(dataset, own),
            "" if period in short else period,
            tuple(own_labels(dataset, own)),
        )


def _year(period: str) -> str:
    found = re.search(r"\b\d{4}\b", period)
    return found[0] if found else ""


def drawings(picture: Picture, made: pictures.Drawn) -> tuple[Markup, Markup]:
    """The picture as it stands on a page: wide, and narrow for a phone. One of them is shown."""
    return _drawing(picture, made, "wide", WIDE), _drawing(picture, made, "narrow", NARROW)


def _drawing(picture: Picture, made: pictures.Drawn, name: str, width: float) -> Markup:
    canvas = Canvas(f"{picture.id}-{name}", width)
    made.draw(canvas)
    attributes = Markup(
        ' class="sb-{}" role="img" aria-labelledby="{id}-title" aria-describedby="{id}-finding"'
    ).format(name, id=picture.id)
    return canvas.svg(attributes)


def svg_file(picture: str) -> str:
    """Where a picture's drawing is given away, from the site's root."""
    return f"pictures/{picture}.svg"


def csv_file(picture: str) -> str:
    """Where a picture's data are given away, from the site's root."""
    return f"pictures/{picture}.csv"
