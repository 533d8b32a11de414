"""The pages of the built copy for disk, in the order in which they are read."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

FIRST = "index.html"
_DRAWN = re.compile(r'<svg\b[^>]*\bclass="sb-(wide|narrow)"[^>]*>.*?</svg>', re.DOTALL)
_CURRENT = '//nav[@data-md-level="0"]/ul/li[contains(@class, "md-nav__item--active")]'


class BookError(Exception):
    """There is no book to be made; the message says why, and what to do."""


@dataclass(frozen=True)
class Page:
    """A page of the site."""

    path: str
    """The chapter, as its path below docs/."""
    part: str
    """The part of the navigation that it stands in; empty if it stands in none."""
    article: HtmlElement
    """Its text. In place of each wide drawing stands an `img` that names it in `data-drawing`."""
    drawings: dict[str, str]
    """The wide drawings by the ids of their figures, as SVG with the site's variables for colors."""


@dataclass(frozen=True)
class Reading:
    """The pages, and what the site says of itself."""

    address: str
    """Where it is hosted, with a slash at its end."""
    name: str
    description: str
    author: str
    pages: list[Page]


def read(site: Path) -> Reading:
    """The site in a folder. Raises BookError if there is none, or if it is the form for a server."""
    if not (site / FIRST).is_file():
        raise BookError(f"{site} has no {FIRST}; `make offline` builds the copy for disk")
    if not (site / "about" / "licence.html").is_file():
        raise BookError(f"{site} is not the copy for disk; `make offline` builds that")
    first = _parsed((site / FIRST).read_text(encoding="utf-8"))
    return Reading(
        address=_one(first, '//link[@rel="canonical"]/@href'),
        name=_one(first, '//meta[@property="og:site_name"]/@content'),
        description=_one(first, '//meta[@name="description"]/@content'),
        author=_one(first, '//meta[@name="author"]/@content'),
        pages=list(_pages(site)),
    )


def _pages(site: Path) -> Iterator[Page]:
    """Each page leads to the next one of the navigation."""
    name = FIRST
    while name:
        text = (site / name).read_text(encoding="utf-8")
        drawings: dict[str, str] = {}
        document = _parsed(_without_drawings(text, drawings))
        parts = document.xpath(f'{_CURRENT}/nav[@data-md-level="1"]/label')
        part = " ".join(parts[0].text_content().split()) if parts else ""
        [article] = document.xpath("//article")
        yield Page(f"{name.removesuffix('.html')}.md", part, article, drawings)
        onward = document.xpath('//link[@rel="next"]/@href')
        name = posixpath.normpath(posixpath.join(posixpath.dirname(name), onward[0])) if onward else ""


def _without_drawings(text: str, drawings: dict[str, str]) -> str:
    """The page with an `img` for each wide drawing, for an HTML parser does not keep what XML tells apart."""

    def instead(found: re.Match[str]) -> str:
        if found[1] == "narrow":
            return ""
        id_ = found[0].partition('aria-labelledby="')[2].partition('-title"')[0]
        drawings[id_] = found[0]
        return f'<img data-drawing="{id_}">'

    return _DRAWN.sub(instead, text)


def _parsed(text: str) -> HtmlElement:
    return html.document_fromstring(text)


def _one(document: HtmlElement, path: str) -> str:
    return str(document.xpath(path)[0])
