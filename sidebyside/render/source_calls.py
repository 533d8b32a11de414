"""The macros that say where figures and claims are from: sources with their figures, and publications."""

from collections import Counter

from ..mistakes import meant, one_of
from . import bodies, entries, numbers
from .calling import CallError, Calling
from .html import render, text
from .links import METHOD, PUBLICATIONS, REPORT, source_page


class SourceCalls(Calling):
    """Macros about sources and publications."""

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

    def publications(self, *, id: str) -> str:
        """A table of everything that claims and chapters cite beside the sources."""
        quoted = Counter(id_ for claim in self._dataset.claims for id_ in claim.said_by)
        self._take(id, "What claims and chapters cite", lambda: bodies.publications(self._dataset, quoted))
        return render("publications.html", id=id, rows=[(each, quoted[each.id]) for each in self._dataset.publications])

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

    def credits(self) -> str:
        """The credits that sources ask for, each with the source."""
        wanted = [source for source in self._dataset.sources if source.licence.notice]
        return render("credits.html", sources=wanted)
