"""What every group of macros stands on: the dataset and the chapter, and how they look up, show and publish."""

from collections.abc import Callable, Sequence
from typing import Any

from ..mistakes import meant, one_of
from ..model import LEAST, Dataset, Evidence, Figure, Grid, Measured, Source, Value
from ..outline import Outline
from . import numbers, shown
from .html import text
from .links import Links, source_page


class CallError(Exception):
    """A chapter called a macro with something that it cannot have; the message says what is wrong and what is near."""

    def __init__(self, message: str, missing: str = "") -> None:
        """`missing`: the id that was looked for, where that is what is wrong."""
        super().__init__(message)
        self.missing = missing


class Calling:
    """A chapter that calls macros: all links lead from there."""

    def __init__(
        self, dataset: Dataset, links: Links, outline: Outline | None = None, taken: shown.Taken | None = None
    ) -> None:
        """`links` knows the chapter and how the site is addressed; `outline`, if it is made, what all chapters have.

        `taken` gets what every table and picture shows, to be published beside it.
        """
        self._dataset = dataset
        self._links = links
        self._outline = outline
        self._taken = taken

    # What is published beside tables and pictures

    def _take(self, id_: str, title: str, body: Callable[[], shown.Body], sources: Sequence[Any] = ()) -> None:
        """Has what a table shows published; nothing while chapters are only checked."""
        if self._taken is not None and self._outline is not None:
            self._taken.table(self._dataset, self._links, self._outline, id_, title, body(), sources)

    def _take_picture(self, id_: str, title: str, parts: Callable[[], dict[str, Any]]) -> None:
        """The same of a picture."""
        if self._taken is not None and self._outline is not None:
            self._taken.picture(self._dataset, self._links, self._outline, id_, title, **parts())

    # Looking up

    def _grid(self, name: str) -> Grid:
        known = self._dataset.grids
        if name not in known:
            raise CallError(f"no grid '{name}'{meant(name, known) or '; there are ' + one_of(known)}", name)
        return known[name]

    def _figure(self, id_: str) -> Figure:
        figures = self._dataset.figures
        if id_ not in figures:
            raise CallError(f"no figure '{id_}'{meant(id_, figures) or '; data/evidence/ has the ids that exist'}", id_)
        return figures[id_]

    def _value(self, figure: Figure, subject: str) -> Value:
        if subject not in figure.values:
            near = meant(subject, figure.values) or "; it has " + one_of(figure.values)
            raise CallError(f"'{figure.id}' has no value for '{subject}'{near}", subject)
        return figure.values[subject]

    def _measured(self, figure: Figure, subject: str) -> Measured:
        value = self._value(figure, subject)
        if not isinstance(value, Measured):
            raise CallError(f"'{figure.id}' is no number")
        return value

    def _evidence(self, source: str) -> Evidence:
        evidence = self._dataset.evidence_by_source.get(self._source(source).id)
        if evidence is None:
            raise CallError(f"the source '{source}' has no figures")
        return evidence

    def _enough(self, figure: Figure, subject: str, value: Value) -> None:
        """A number that rests on too few is in no sentence."""
        if isinstance(value, Measured) and numbers.is_hidden(value):
            raise CallError(f"'{figure.id}' rests on fewer than {LEAST} for '{subject}'; it is not shown")

    def _source(self, id_: str) -> Source:
        sources = self._dataset.source_by_id
        if id_ not in sources:
            known = [*sources, *self._dataset.publication_by_id]
            raise CallError(f"no source '{id_}'{meant(id_, known) or '; there are ' + one_of(known)}", id_)
        return sources[id_]

    # Putting together

    def _number(self, figure: Figure, words: str, detail: str, value: Measured | None = None) -> str:
        kind = self._dataset.term("kinds", figure.kind).label
        href = self._links.to(source_page(figure.source), figure.name)
        warned = numbers.warning(value) if value else ""
        few = f' <span class="sb-few">({text(warned)})</span>' if warned else ""
        return f'<a class="sb-figure" href="{text(href)}" title="{text(f"{kind}; {detail}")}">{text(words)}</a>{few}'

    def _sources(self, shown: Any) -> list[tuple[Any, Source, str]]:
        return [
            (self._dataset.term("kinds", kind), self._dataset.source_by_id[source], self._links.to(source_page(source)))
            for kind, source in shown
        ]
