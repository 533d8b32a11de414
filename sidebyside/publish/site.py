"""What everything that is published is made from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..model import Dataset, Release, Source
from ..outline import Entry, Outline
from ..render.links import LICENCE, PUBLICATIONS, Links, Site, address, source_page
from ..render.numbers import day

Make = Callable[[], str | bytes]
"""Makes what a file holds. Its path is known before, so that links to it can be checked while it is made."""


@dataclass(frozen=True, repr=False)  # it is large, and the macros plugin describes whatever it is given
class Published:
    """The dataset, everything that can be linked, and where the site is."""

    dataset: Dataset
    outline: Outline
    site: Site
    navigation: Mapping[str, str] = field(default_factory=dict)
    """For every page of the navigation the title of the section that it stands in; empty if it stands in none."""

    @property
    def release(self) -> Release:
        """The newest release."""
        return self.dataset.releases[0]

    def in_order(self, navigation: Mapping[str, str]) -> "Published":
        """The same with its chapters in the order of the navigation; pages that are not in it come last."""
        places = {page: place for place, page in enumerate(navigation)}
        order = sorted(self.outline.order, key=lambda page: (places.get(page, len(places)), page))
        return replace(self, outline=replace(self.outline, order=tuple(order)), navigation=navigation)

    def links(self, page: str) -> Links:
        """Links as seen from a chapter, or from any file when it is named as a chapter would be."""
        return Links(page, self.site)

    def description(self, entry: Entry) -> str:
        """An entry in a sentence or two: a chapter's own, else what a reader can do, or what it is a part of."""
        if entry is self.outline.chapter(entry.page):
            return str(self.outline.meta[entry.page].get("description", self.site.description))
        about = f"{_WHAT[entry.section.kind]} “{self.outline.chapter(entry.page).title}”."
        if entry.section.kind == "term":
            return self.dataset.term_by_id[entry.id.removeprefix("term-")].definition
        if entry.section.objectives:
            return f"{about} Afterwards you should be able to {'; '.join(entry.section.objectives)}."
        return about

    def dated(self, entry: Entry) -> date:
        """When it was last reviewed as a whole; the release where that is not said."""
        return self.outline.reviewed(entry.page) or self.release.date

    def credited(self, content: str, page: str) -> list[Source]:
        """The sources whose figures a page shows and that ask for a credit; a source's own page says it already."""
        links = self.links(page)
        asking = [source for source in self.dataset.sources if source.licence.notice]
        return [source for source in asking if f'href="{links.to(source_page(source.id))}' in content]


def navigation(nav: list[Any]) -> dict[str, str]:
    """The pages of the navigation in their order, each with the title of the outermost section that it stands in."""
    return dict(_pages(nav, ""))


def _pages(nav: list[Any], section: str) -> Iterator[tuple[str, str]]:
    for each in nav:
        title, inner = next(iter(each.items())) if isinstance(each, dict) else ("", each)
        yield from _pages(inner, section or title) if isinstance(inner, list) else [(inner, section)]


def foot(dataset: Dataset, *, folders: bool) -> dict[str, str]:
    """What the foot of every page says: which release this is, how old its data are, and where its terms stand."""
    read = max(source.read for source in dataset.sources)
    return {
        "version": dataset.releases[0].version,
        "read": day(read),
        "licence": address(LICENCE, folders=folders),
        "sources": address(PUBLICATIONS, folders=folders),
    }


_WHAT = {
    "heading": "A section of",
    "table": "A table in",
    "picture": "A picture in",
    "claim": "A claim, and what the data say to it, in",
    "term": "A term of",
}
