"""The names that chapters may call. Public methods of `Calls` are the macros; their arguments are the options.

`macros` registers them with MkDocs and `chapters` runs them for `make check`, so that both say the same. A call that
cannot be answered raises CallError.
"""

from collections import Counter
from collections.abc import Iterator
from inspect import Parameter, signature
from itertools import pairwise
from typing import Any

from .. import derive
from ..mistakes import meant, one_of
from ..model import (
    Expectation,
    Listing,
    Measured,
    Quantiles,
    QuantilesFigure,
    Role,
    ShareFigure,
    Table,
    Vocabularies,
)
from . import (
    bodies,
    claims,
    entries,
    facts,
    figure_lines,
    gaps,
    grids,
    ladders,
    learning,
    numbers,
    questions,
    robustness,
    shown,
    tables,
)
from .data_calls import DataCalls
from .edition_calls import EditionCalls
from .entries import QUANTILE_HEADS, QUANTILES
from .html import capital, render, text
from .instrument_calls import InstrumentCalls
from .lesson_calls import LessonCalls
from .links import FEED, METHOD, PUBLICATIONS, REPORT, VERDICTS, release_anchor, source_page
from .picture_calls import PictureCalls
from .pictures.drawn import Cell as DrawnCell
from .pictures.drawn import Drawn, amount
from .pictures.leading import lead
from .quiz_calls import QuizCalls
from .section_calls import SectionCalls
from .tables import CallError

STAND_OUT = 3  # how many rows a role's card names


class Calls(PictureCalls, InstrumentCalls, QuizCalls, LessonCalls, SectionCalls, EditionCalls, DataCalls):
    """The macros as one chapter calls them: all links lead from there."""

    TABLES = (
        *("side_by_side", "distributions", "sources", "estimates", "ladder", "robustness", "publications"),
        *("grid", "gap", "resources", "assessment", "assessment_profiles"),
        *("lesson_steps", "worksheet", "computation", "syllabus"),
    )
    """The macros that make a table, which carries the id that the call gives it."""
    PICTURES = ("role_cards", "picture")

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The macros' names."""
        own = (name for base in reversed(cls.__mro__[:-1]) for name in vars(base))
        return tuple(name for name in own if not name.startswith("_") and name.islower() and name != "names")

    # Tables

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
                "name": capital(self._subject(subject)[1]),
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

    def sources(self, *, id: str) -> str:
        """A table of all sources, each with the way to its figures."""
        counts = {evidence.source: len(evidence.figures) for evidence in self._dataset.evidence}
        rows = [
            {
                "source": source,
                "href": self._links.to(source_page(source.id)),
                "kinds": [self._dataset.term("kinds", kind) for kind in source.kinds],
                "count": numbers.whole(counts.get(source.id, 0)),
            }
            for source in self._dataset.sources
        ]
        self._take(id, "All sources", lambda: bodies.sources(self._dataset, counts))
        return render("sources.html", id=id, rows=rows)

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
                "name": figure.title + (f": {self._subject(subject)[1]}" if len(figure.values) > 1 else ""),
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

    def grid(self, name: str, *, id: str, group: str | None = None) -> str:
        """An authored table without figures, whole or one of its groups."""
        known = self._grid(name)
        rows = grids.rows(self._dataset, self._links, known, group)
        if not rows:
            heads = list(dict.fromkeys(row.group for row in known.rows if row.group))
            raise CallError(f"no group '{group}' of '{name}'{meant(group, heads) or '; there are ' + one_of(heads)}")
        title = known.title if group is None else group
        self._take(
            id, title, lambda: bodies.grid(self._dataset, known, rows, fill=None, caption=known.caption, heads=True)
        )
        return render(
            "grid.html",
            id=id,
            title=f"{title}.",
            words=known.caption,
            row_label=known.row_label,
            columns=grids.columns(self._dataset, known),
            rows=rows,
        )

    def gap(self, start: str, goal: str, *, id: str, title: str) -> str:
        """The skills of which `goal` needs more than `start`, the largest gaps first, with what to learn them from."""
        roles = self._dataset.role_by_id
        for role in (start, goal):
            if role not in roles:
                raise CallError(f"no role '{role}'{meant(role, roles) or '; there are ' + one_of(roles)}", role)
        rows = learning.gaps(self._dataset, self._links, start, goal)
        words = (
            f"Skills of which experienced {roles[goal].plural} need more than {roles[start].plural}, "
            "the largest gaps first; a first post asks for less."
        )
        self._take(id, title, lambda: bodies.gap(self._dataset, roles[start], roles[goal], rows, words))
        return render(
            "gap_table.html",
            id=id,
            title=f"{title}.",
            words=words,
            start=roles[start],
            goal=roles[goal],
            rows=rows,
        )

    def resources(self, *, id: str, title: str) -> str:
        """A table of everything to learn from, each with an address of its own."""
        words = "Licenses are in the words in which we saw them."
        self._take(id, title, lambda: bodies.resources(self._dataset, words))
        return render("resources.html", id=id, title=f"{title}.", words=words, rows=learning.resources(self._dataset))

    # Claims

    def claims(self, group: str) -> str:
        """What people say, claim by claim, with the verdict and the figures behind it."""
        known = {term.id for term in self._dataset.vocabularies.groups["claims"]}
        if group not in known:
            raise CallError(
                f"no group '{group}' of claims{meant(group, known) or '; there are ' + one_of(known)}", group
            )
        return render(
            "claims.html",
            entries=list(claims.entries(self._dataset, self._links, group)),
            roles=self._dataset.roles,
            comparison_label=f"Difference, {numbers.confidence()} interval",
            rules=self._links.to(*VERDICTS),
        )

    def verdicts(self) -> str:
        """How many claims have each verdict, to choose from."""
        counts = claims.counts(self._dataset)
        terms = [(term, counts[term.id]) for term in self._dataset.vocabularies.verdicts]
        return render("verdicts.html", terms=terms, total=len(self._dataset.claims))

    def publications(self, *, id: str) -> str:
        """A table of everything that claims and chapters cite beside the sources."""
        quoted = Counter(id_ for claim in self._dataset.claims for id_ in claim.said_by)
        self._take(id, "What claims and chapters cite", lambda: bodies.publications(self._dataset, quoted))
        return render("publications.html", id=id, rows=[(each, quoted[each.id]) for each in self._dataset.publications])

    # Terms

    def glossary(self) -> str:
        """Every term with its definition and its address, by the first letter."""
        return render("glossary.html", letters=learning.glossary(self._dataset, self._links))

    def term(self, id: str, words: str) -> str:
        """A word of the chapter with the term's definition as a hint and the way to the glossary.

        Chapters need not call it: `hints` puts it where a term first appears.
        """
        known = self._dataset.term_by_id
        if id not in known:
            raise CallError(f"no term '{id}'{meant(id, known) or '; data/glossary.yml has those that exist'}", id)
        return learning.hint(known[id], words, self._links)

    def changes(self) -> str:
        """The history of the data by release."""
        releases = [
            {**dict(each), "date": each.date.isoformat(), "anchor": release_anchor(each.version)}
            for each in self._dataset.releases
        ]
        return render("changes.html", releases=releases)

    def feed(self, words: str) -> str:
        """A link to the feed of what has changed; from disk it leads to the hosted site."""
        return f'<a type="application/atom+xml" href="{text(self._links.to_hosted(FEED))}">{text(words)}</a>'

    # Cards and entries

    def role_cards(self, *, id: str, rows: list[tuple[str, str, str]], table: str) -> str:
        """A card for each role. `rows`: label, figure id and words; `table`: whose rows the roles stand out by."""
        known = tables.table(self._dataset, table)
        for _, id_, _ in rows:
            if self._dataset.role_by_id.keys().isdisjoint(self._figure(id_).values):
                raise CallError(f"'{id_}' has no value for any role")
        cards = []
        for role in self._dataset.roles:
            found = []
            for label, id_, words in rows:
                figure = self._figure(id_)
                href = self._links.to(source_page(figure.source), figure.name)
                value = figure.values.get(role.id)
                number = numbers.amount(figure, value.value) if isinstance(value, Measured) else ""
                found.append((label, number, href, words))
            cards.append(
                {
                    "role": role,
                    "numbers": found,
                    "stands_out": self._stands_out(known, role),
                    "stands_out_by": self._dataset.term("kinds", known.kinds[0]).label,
                }
            )
        title = " and ".join(role.name for role in self._dataset.roles)
        self._take_picture(id, capital(title), lambda: self._cards(rows))
        return render("role_cards.html", id=id, cards=cards)

    def figures(self, source: str, topic: str) -> str:
        """Every figure of a source that belongs to the topic, each with its anchor."""
        evidence = self._evidence(source)
        topics = dict.fromkeys(figure.topic for figure in evidence.figures)
        if topic not in topics:
            raise CallError(f"'{source}' has no topic '{topic}'{meant(topic, topics) or '; it has ' + one_of(topics)}")
        return render(
            "entries.html",
            entries=[
                entries.entry(self._dataset, self._dataset.figures[each.id], evidence.origin)
                for each in evidence.figures
                if each.topic == topic
            ],
            recompute=self._links.to(*METHOD),
            report=self._links.to(*REPORT),
            confidence=numbers.confidence(),
        )

    def about_source(self, source: str) -> str:
        """Where a source is from, its licence, its files and its limits."""
        known = self._source(source)
        evidence = self._dataset.evidence_by_source.get(known.id)
        return render(
            "source.html",
            source=known,
            kinds=[self._dataset.term("kinds", kind) for kind in known.kinds],
            filters=[
                (self._dataset.role_by_id[role], words) for role, words in (evidence.roles if evidence else {}).items()
            ],
        )

    def vocabulary(self, name: str) -> str:
        """The words of a vocabulary with what they mean."""
        known = [each for each in Vocabularies.model_fields if each != "groups"]
        if name not in known:
            raise CallError(f"no vocabulary '{name}'{meant(name, known) or '; there are ' + one_of(known)}")
        return render("vocabulary.html", terms=getattr(self._dataset.vocabularies, name))

    # Numbers and words in prose

    def figure(self, id: str, role: str) -> str:
        """A share, a count or a level, e.g. `35.8 %` or `expert`, with the way to its entry."""
        figure = self._figure(id)
        value = self._value(figure, role)
        if isinstance(value, Quantiles) and figure.unit in numbers.MONEY:
            raise CallError(f'\'{id}\' is a distribution of pay; write pay("{id}", "{role}", "median")')
        self._enough(figure, role, value)
        if isinstance(value, Expectation | Listing):
            said = figure_lines.own_label(self._dataset, figure, role) or figure.base
            return self._number(figure, entries.word(self._dataset, value).lower(), said)
        return self._number(figure, numbers.amount(figure, value.value), figure_lines.detail(figure, value), value)

    def pay(self, id: str, role: str, quantile: str = "median") -> str:
        """A quantile of pay, e.g. `$155,000`, with the way to its entry."""
        figure = self._figure(id)
        value = self._value(figure, role)
        if not isinstance(value, Quantiles) or figure.unit not in numbers.MONEY:
            raise CallError(f'\'{id}\' is no distribution of pay; write figure("{id}", "{role}")')
        if quantile not in QUANTILES:
            raise CallError(
                f"no quantile '{quantile}'{meant(quantile, QUANTILES) or '; there are ' + one_of(QUANTILES)}"
            )
        self._enough(figure, role, value)
        amount = getattr(value, quantile)
        if amount is None:
            raise CallError(f"'{id}' has no {quantile} for '{role}'")
        detail = figure_lines.detail(figure, value) if quantile == "median" else quantile
        return self._number(figure, numbers.amount(figure, amount), detail, value)

    def difference(self, id: str) -> str:
        """`22.7 points more among ... (95 % interval 18.0 to 27.3)`, or `no clear difference`."""
        figure = self._figure(id)
        gap = gaps.gap(self._dataset, figure)
        if gap is None or gap.role is None or not isinstance(next(iter(figure.values.values())), Measured):
            raise CallError(f"'{id}' has no number for one of the roles, so there is no difference")
        known = gap.span if gap.verdict == "unknown" else f"{numbers.confidence()} interval {gap.span}"
        if gap.verdict == "unclear":
            return self._number(figure, "no clear difference", known)
        among = "among" if isinstance(figure, ShareFigure) else "for"
        rest = gap.rest.replace("than", f"than {among}")
        said = " ".join(filter(None, (gap.size, among, gap.role.plural, rest)))
        return self._number(figure, f"{said} ({known})", known)

    def base(self, id: str, role: str) -> str:
        """How many answers or bands a value rests on, e.g. `1,908`."""
        figure = self._figure(id)
        value = self._value(figure, role)
        count = numbers.counted(value) if isinstance(value, Measured) else None
        if count is None:
            raise CallError(f"'{id}' does not say how many it rests on")
        return self._number(figure, numbers.whole(count), figure.base)

    def period(self, id: str) -> str:
        """When the figure is about, e.g. `May 2025`."""
        return text(self._figure(id).period)

    def cite(self, source: str) -> str:
        """A source in brackets, with the way to its page; or a publication."""
        if source in self._dataset.publication_by_id:
            publication = self._dataset.publication_by_id[source]
            href = self._links.to(PUBLICATIONS, f"publication-{source}")
            return f'(<a href="{text(href)}">{text(publication.short)}</a>)'
        known = self._source(source)
        return f'(<a href="{text(self._links.to(source_page(known.id)))}">{text(known.short)}</a>)'

    def notice(self, source: str) -> str:
        """The credit that a source wants beside its figures."""
        known = self._source(source)
        if known.licence.notice is None:
            raise CallError(f"'{source}' asks for no notice")
        return text(known.licence.notice)

    def role(self, id: str, form: str = "name") -> str:
        """A role's name or another of its texts, e.g. `role("...", "plural")`; a capital form with `Plural`."""
        roles = self._dataset.role_by_id
        if id not in roles:
            raise CallError(f"no role '{id}'{meant(id, roles) or '; there are ' + one_of(roles)}", id)
        forms = ("name", "plural", "short", "short_plural", "purpose", "question", "delivers")
        key = form[:1].lower() + form[1:]
        if key not in forms:
            raise CallError(f"no form '{form}' of a role{meant(key, forms) or '; there are ' + one_of(forms)}")
        words = getattr(roles[id], key)
        return text(capital(words) if form != key else words)

    def example(self, number: str) -> str:
        """A made-up number of the running case, marked as such."""
        return f'<span class="sb-example" title="made up for the example">{text(number)}</span>'

    def confidence(self) -> str:
        """The level of all intervals."""
        return text(numbers.confidence())

    def count(self, what: str, only: str | None = None) -> str:
        """How many rows a table has, or how many `figures`, `sources`, `claims` or `publications` the dataset has.

        `only` counts some rows of a table, as in `side_by_side`, or the claims with one verdict. `differences` are the
        figures with a known interval of the difference, variants left out; of these it counts the `clear` ones.
        """
        if only is not None and what == "claims":
            found = claims.counts(self._dataset)
            if only not in found:
                raise CallError(f"no verdict '{only}'{meant(only, found) or '; there are ' + one_of(found)}")
            return text(numbers.whole(found[only]))
        if what == "differences":
            return text(numbers.whole(self._differences(only)))
        if only is not None:
            chosen = tables.groups(
                self._dataset, self._links, what, group=None, only=only, limit=None, sort="name", by=None
            )
            return text(numbers.whole(len(chosen[0].rows)))
        counts = {name: len(table.rows) for name, table in self._dataset.tables.items()}
        for name in ("figures", "sources", "claims", "publications", "terms", "resources", "questions"):
            counts[name] = len(getattr(self._dataset, name))
        if self._dataset.assessment:
            counts["statements"] = len(self._dataset.assessment.statements)
        if what not in counts:
            raise CallError(f"cannot count '{what}'{meant(what, counts) or '; there are ' + one_of(counts)}")
        return text(numbers.whole(counts[what]))

    def _differences(self, only: str | None) -> int:
        if only not in (None, "clear"):
            raise CallError(f"no choice '{only}'{meant(only, ['clear']) or '; there is clear'}")
        roles = [role.id for role in self._dataset.roles]
        whole = [figure for figure in self._dataset.figures.values() if figure.variant_of is None]
        apart = [derive.known_difference(each, *both) for each in whole if (both := derive.farthest(each, roles))]
        known = [found for found in apart if found.interval]
        return sum(found.is_clear for found in known) if only else len(known)

    def tracker(self) -> str:
        """Where to send a mistake: the project's tracker, if the site knows it."""
        repository = self._links.site.repository
        if not repository:
            return "Open an issue where you got this project, or write to whoever runs this copy of the site."
        return f'Open an issue in <a href="{text(repository.rstrip("/"))}/issues/new">the project\'s tracker</a>.'

    # Putting together

    def _cards(self, rows: list[tuple[str, str, str]]) -> dict[str, Any]:
        """The numbers of the roles' cards as data."""
        figures = [self._figure(id_) for _, id_, _ in rows]
        drawn = Drawn(
            "",
            ("Role", "What", "Number", "Words"),
            tuple(
                (
                    DrawnCell(capital(role.name)),
                    DrawnCell(label),
                    amount(figure, value.value, facts.behind(self._dataset, figure, role.id, value)[0])
                    if isinstance(value, Measured)
                    else DrawnCell("no figure"),
                    DrawnCell(words),
                )
                for role in self._dataset.roles
                for (label, _, words), figure in zip(rows, figures, strict=True)
                for value in (figure.values.get(role.id),)
            ),
            lambda canvas: None,
            tuple(figures),
        )
        return shown.picture(drawn)

    def _subject(self, id_: str) -> tuple[Role | None, str]:
        role = self._dataset.role_by_id.get(id_)
        return role, role.plural if role else self._dataset.term("subjects", id_).label

    def _stands_out(self, table: Table, role: Role) -> list[tuple[str, str]]:
        """The rows whose first figure is higher in the role than in every other, beyond the margin of a summary."""
        found = []
        for row in table.rows:
            for figure in (self._dataset.figures[id_] for id_ in row.evidence[:1]):
                ahead = lead(self._dataset, figure)
                if figure.kind == table.kinds[0] and ahead and ahead.role is role and ahead.is_beyond:
                    href = self._links.to(source_page(figure.source), figure.name)
                    found.append((-ahead.size, row.name, href))
        return [(name, href) for _, name, href in sorted(found)[:STAND_OUT]]


def _spans(cells: int, parts: int) -> tuple[int, ...]:
    """How many cells each of the parts spans that share a row, the first ones more where they cannot be equal."""
    ends = [-(-cells * part // parts) for part in range(parts + 1)]
    return tuple(end - start for start, end in pairwise(ends))


def wrong_options(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the options of a call, before it is made."""
    parameters = [p for p in signature(getattr(Calls, name)).parameters.values() if p.name != "self"]
    names = [p.name for p in parameters if p.kind is not Parameter.VAR_POSITIONAL]
    unknown = [key for key in kwargs if key not in names]
    for key in unknown:
        yield f"{name}: no option '{key}'{meant(key, names) or '; there are ' + one_of(names)}"
    positional = [p.name for p in parameters if p.kind is Parameter.POSITIONAL_OR_KEYWORD]
    if len(args) > len(positional) and not any(p.kind is Parameter.VAR_POSITIONAL for p in parameters):
        yield f"{name}: {len(args)} values without a name, but at most {len(positional)} are possible"
    given = {*positional[: len(args)], *kwargs}
    for key in positional[: len(args)]:
        if key in kwargs:
            yield f"{name}: the option '{key}' is given twice"
    for parameter in parameters:
        needed = parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_POSITIONAL
        if needed and parameter.name not in given and not unknown:  # else it may be the misspelt one
            yield f"{name}: the option '{parameter.name}' is missing"
