"""Pages for people who read with tools: each page's text as Markdown beside it, and llms.txt, which lists them all.

The twin of `/compare/tools/` is `/compare/tools/index.html.md`, as https://llmstxt.org proposes. It is made of the page
as MkDocs has rendered it, so every number is in it. Only the hosted site has twins: from disk nobody fetches them.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from ..outline import Entry
from ..render import snippets
from ..render.links import GLOSSARY, HOME, LICENCE, source_page
from .downloads import DOWNLOADS
from .html import plain
from .markdown import Writer, escaped
from .metadata import DATA, TEXT_LICENCE
from .site import Published

LIST = "llms.txt"
_LONG = ("data/sources/", "teach/handouts/", "teach/sections.md", "teach/quiz-", "compare/all-tools.md")
"""Beginnings of pages that are long lists, or that say again in another form what others say."""


def twin(made: Published, page: str) -> str:
    """Where the hosted site has the Markdown of a page, from its root."""
    return f"{made.site.file(page)}.md"


def twins(made: Published, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path and text of every twin; a copy on disk has none. `pages`: for each chapter the HTML of its text."""
    for page in made.outline.order if made.site.hosted else ():
        yield twin(made, page), _twin(made, page, pages[page])


def _twin(made: Published, page: str, html: str) -> str:
    here, entry = made.site.page(page), made.outline.chapter(page)
    label = _Label(made)
    writer = Writer(lambda href: urljoin(here, href), label)
    head, _, text = writer.write(html).partition("\n\n")
    return plain(
        "twin.md",
        made=made,
        head=head,
        text=text.strip(),
        description=escaped(made.description(entry)),
        page=here,
        list=made.site.address + LIST,
        licence=TEXT_LICENCE,
        terms=made.site.page(LICENCE),
        apa=escaped(snippets.snippet(entry, "apa", made.outline, made.dataset, made.site)),
        credits=[(escaped(source.short), escaped(source.licence.notice or "")) for source in made.credited(html, page)],
        labels=writer.labels,
    )


class _Label:
    """Labels of addresses that are linked again and again: figures by their ids, and terms."""

    def __init__(self, made: Published) -> None:
        root = re.escape(made.site.address)
        figures, terms = made.site.page(source_page("([^/#]+)")), made.site.page(GLOSSARY, "(term-.+)")
        self._figure = re.compile(f"{root}{figures.removeprefix(made.site.address)}#(.+)")
        self._term = re.compile(f"{root}{terms.removeprefix(made.site.address)}")
        self._known = made.dataset.figures

    def __call__(self, address: str) -> str:
        if (found := self._figure.fullmatch(address)) and (id_ := f"{found[1]}/{found[2]}") in self._known:
            return id_
        found = self._term.fullmatch(address)
        return found[1] if found else ""


def listed(made: Published) -> str:
    """llms.txt: what the site is, and its pages by the sections of the navigation, each with its twin."""
    sections: dict[str, list[Entry]] = {}
    for page in made.outline.order:
        section = "Optional" if page.startswith(_LONG) else made.navigation.get(page) or "Start"
        sections.setdefault(section, []).append(made.outline.chapter(page))
    optional = {name: sections.pop(name) for name in ("Optional",) if name in sections}  # stands last
    return plain(
        "llms.txt",
        made=made,
        sections={name: [_item(made, each) for each in entries] for name, entries in (sections | optional).items()},
        home=made.site.page(HOME),
        licence=TEXT_LICENCE,
        terms=made.site.page(LICENCE),
        data=made.navigation.get(DATA),
        files=[(each.title, made.site.address + each.path) for each in DOWNLOADS],
    )


def _item(made: Published, chapter: Entry) -> tuple[str, str, str]:
    """Title, address and description of a twin."""
    return escaped(chapter.title), made.site.address + twin(made, chapter.page), escaped(made.description(chapter))
