"""The macros that show figures and authored words as tables."""

from itertools import pairwise
from typing import Any

from .. import derive
from ..model import QuantilesFigure
from . import bodies, entries, figure_lines, grids, ladders, numbers, questions, robustness, tables
from .calling import CallError, Calling
from .entries import QUANTILE_HEADS
from .html import capital, render
from .links import source_page


class TableCalls(Calling):
    """Macros of tables: each carries the id that the call gives it."""

    def side_by_side(
        self,
        table: str,
        *,
        id: str,
        group: str | None = None,
        only: str | None = None,
        limit: int | None = None,
        sort: str | None = None,
        by: str | None = None,
        kind: str | None = None,
        title: str | None = None,
        again: bool = False,
    ) -> str:
        """A comparison table, whole or in part; the options are those of `tables.groups`.

        A whole one can be sorted and filtered. `again`: its rows stand elsewhere, too, so search leaves it out, and
        paper where they stand above.
        """
        known = tables.table(self._dataset, table)
        if kind is not None:
            known = tables.of_one_kind(self._dataset, known, kind)
        found = tables.groups(
            self._dataset, self._links, table, group=group, only=only, limit=limit, sort=sort, by=by, kind=kind
        )
        term = next((term for term in self._dataset.vocabularies.groups[table] if term.id == group), None)
        sources = self._sources(tables.sources(self._dataset, found))
        columns = [
            (self._dataset.term("kinds", kind), tables.common_base(found, position))
            for position, kind in enumerate(known.columns)
        ]
        compared = bool(columns) or any(cell.number for each in found for row in each.rows for cell in row.lead.cells)
        caption = self._dataset.term("kinds", kind).description if kind else known.caption
        captions = [term.description if term else "", caption if compared else ""]
        whole = all(option is None for option in (group, only, limit, sort, by, kind))
        named = title or (term.label if term else known.title)
        words = " ".join(filter(None, captions))
        label = known.comparison_label or ("Difference" if columns else f"Difference, {numbers.confidence()} interval")
        self._take(
            id,
            named,
            lambda: bodies.comparison(
                self._dataset,
                known,
                table,
                found,
                words=words,
                columns=columns,
                compared=compared,
                comparison_label=label,
            ),
            sources,
        )
        return render(
            "kinds_side_by_side.html" if columns else "side_by_side.html",
            id=id,
            title=f"{named}.",
            words=words,
            row_label=known.row_label,
            compared=compared,
            comparison_label=label,
            roles=self._dataset.roles,
            columns=columns,
            spans=_spans((len(self._dataset.roles) + 1) * len(columns), len(self._dataset.roles)),
            groups=found,
            sources=sources,
            questions=questions.questions(self._dataset, known, found) if whole else None,
            again=self._links.site.short(id) if again else "",
        )

    def distributions(self, *figures: str, id: str, title: str) -> str:
        """A table of whole distributions of pay: one row for each figure and whom it is about. A row says no period."""
        found: list[QuantilesFigure] = []
        for figure in map(self._figure, figures):
            if not isinstance(figure, QuantilesFigure) or figure.unit != "usd-a-year":
                raise CallError(f"'{figure.id}' is no distribution of pay")
            found.append(figure)
        values = [(figure, subject, value) for figure in found for subject, value in figure.values.items()]
        counted = any(value.n for _, _, value in values)
        rows: list[dict[str, Any]] = [
            {
                "href": self._links.to(source_page(figure.source), figure.name),
                "name": capital(self._subject(subject)),
                "numbers": [
                    *entries.quantiles(figure, value),
                    *([entries.count(value)] if counted else []),
                ],
            }
            for figure, subject, value in values
        ]
        periods = " and ".join(dict.fromkeys(figure.period for figure in found))
        words = f"{self._dataset.term('units', 'usd-a-year').label}, nominal, {periods}."
        heads = [*QUANTILE_HEADS, *(["n"] if counted else [])]
        sources = self._sources(dict.fromkeys((figure.kind, figure.source) for figure in found))

        names = [row["name"] for row in rows]
        texts = [row["numbers"] for row in rows]
        self._take(id, title, lambda: bodies.distributions(values, names, texts, heads, words), sources)
        return render(
            "distributions.html",
            id=id,
            title=f"{title}.",
            words=words,
            heads=["Who", *heads],
            rows=rows,
            sources=sources,
        )

    def estimates(self, *figures: str, id: str, title: str) -> str:
        """A table of single numbers: one row for each figure and whom it is about.

        It has a column of intervals if any is known, and one of periods unless every title says its own.
        """
        found = [self._figure(figure) for figure in figures]
        values = [(figure, subject, self._measured(figure, subject)) for figure in found for subject in figure.values]
        interval = f"{numbers.confidence()} interval"
        columns: dict[str, list[str]] = {
            "Number": [numbers.amount(figure, value.value) for figure, _, value in values],
            interval: [figure_lines.interval(figure, value) for figure, _, value in values],
            "Period": [figure.period for figure, _, _ in values],
        }
        if not any(derive.interval(figure, value) for figure, _, value in values):
            del columns[interval]
        if all(figure.period in figure.title for figure in found):
            del columns["Period"]
        rows = [
            {
                "href": self._links.to(source_page(figure.source), figure.name),
                "name": figure.title + (f": {self._subject(subject)}" if len(figure.values) > 1 else ""),
                "numbers": texts,
            }
            for (figure, subject, _), *texts in zip(values, *columns.values(), strict=True)
        ]
        sources = self._sources(dict.fromkeys((figure.kind, figure.source) for figure in found))

        names = [row["name"] for row in rows]
        self._take(id, title, lambda: bodies.estimates(self._dataset, values, names, columns), sources)
        return render(
            "distributions.html",
            id=id,
            title=f"{title}.",
            words="",
            heads=["Figure", *columns],
            rows=rows,
            sources=sources,
        )

    def ladder(self, source: str, *, id: str, title: str) -> str:
        """The steps of both roles in a framework, lowest first, with the level of each skill that is asked there."""
        evidence = self._evidence(source)
        if not any(own for _, own in ladders.steps(self._dataset, evidence)):
            raise CallError(f"'{source}' has no topic '{ladders.STEPS}'")
        made = ladders.ladder(self._dataset, self._links, evidence)
        words = "A bar has one part for each of the four levels."
        self._take(id, title, lambda: bodies.ladder(made["steps"], made["skills"], words), made["sources"])
        return render("ladder.html", id=id, title=f"{title}.", words=words, **made)

    def robustness(self, *figures: str, id: str, title: str) -> str:
        """For each figure its difference again in parts of its base, or computed in another way, and whether its sign
        holds."""
        known = [self._figure(figure) for figure in figures]
        groups = []
        for figure in known:
            again = [each for each in self._dataset.figures.values() if each.variant_of == figure.id]
            if not again:
                raise CallError(f"'{figure.id}' was not computed in parts or in another way; choose one that was")
            groups.append(robustness.group(self._dataset, self._links, figure, again))
        sources = self._sources(dict.fromkeys((figure.kind, figure.source) for figure in known))
        self._take(id, title, lambda: bodies.robustness(self._dataset, list(zip(known, groups, strict=True))), sources)
        return render(
            "robustness.html",
            id=id,
            title=f"{title}.",
            roles=self._dataset.roles,
            groups=groups,
            sources=sources,
        )

    def grid(self, name: str, *, id: str) -> str:
        """An authored table without figures."""
        known = self._grid(name)
        rows = grids.rows(self._dataset, self._links, known)
        self._take(id, known.title, lambda: bodies.grid(self._dataset, known, rows))
        return render(
            "grid.html",
            id=id,
            title=f"{known.title}.",
            words=known.caption,
            row_label=known.row_label,
            columns=grids.columns(self._dataset, known),
            rows=rows,
        )

    def _subject(self, id_: str) -> str:
        """Whom a number is about."""
        role = self._dataset.role_by_id.get(id_)
        return role.plural if role else self._dataset.term("subjects", id_).label


def _spans(cells: int, parts: int) -> tuple[int, ...]:
    """How many cells each of the parts spans that share a row, the first ones more where they cannot be equal."""
    ends = [-(-cells * part // parts) for part in range(parts + 1)]
    return tuple(end - start for start, end in pairwise(ends))
