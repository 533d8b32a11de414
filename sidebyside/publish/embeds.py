"""Pages to embed: one section, table, picture, claim or term without the site around it, for a frame in a course.

They are cut from the pages that MkDocs has rendered, so nothing is said twice, and need no script.
"""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from html import escape, unescape
from urllib.parse import urlsplit

from ..heights import WIDE
from ..model import Source
from ..outline import Entry
from ..render import snippets
from ..render.frames import rounded
from ..render.links import EMBED, LICENCE, Links, address, source_page
from .assets import STYLESHEETS, wanted
from .html import fill
from .site import Make, Published

STYLES = ("theme", "fragments", "pictures", "print", "embed")
"""The styles of every embed. Those for narrow columns come on top of them."""
NARROW = "(max-width: 38.9375em)"
"""Where a table becomes a list of cards: later than on a page, for a column of a course has no more."""
MANY_COLUMNS = re.compile(r'class="[^"]*\bsb-(?:kinds|ladder|values|quantiles)\b')
"""A table that becomes a list of cards where it does on a page."""

_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_TAG = re.compile(
    r"""<!--.*?-->|</(?P<end>[a-z][a-z0-9-]*)\s*>"""
    r"""|<(?P<start>[a-z][a-z0-9-]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
_ID = re.compile(r'\sid="([^"]*)"')
_CLOSING = re.compile(r'\sclass="[^"]*\bsb-objectives\b')
_HEADING = re.compile(r"h[1-6]")
_SIGN = re.compile(r'\s*(?:<span class="sb-offers"[^>]*>.*?</span>|<a class="headerlink"[^>]*>[^<]*</a>)')
_LINK = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"]*)(?=")')
_LEVEL = re.compile(r"(</?h)([1-6])(?=[\s>])")


class EmbedError(Exception):
    """A page's HTML cannot be cut; the message says where."""


class Places:
    """Where everything with an id begins and ends in a page's HTML, and where its headings are.

    It relies on what Markdown and our templates write: every element that has an end is closed.
    """

    def __init__(self, html: str) -> None:
        """Reads the HTML of a page's text. Raises ValueError where an element is not closed, or closed but not open."""
        self.spans: dict[str, tuple[int, int]] = {}
        """For each id where its element begins, and where it has ended."""
        self.headings: list[tuple[int, int, str]] = []
        """Place, depth and id of each heading that stands in nothing else."""
        self.closing: int = len(html)
        """Where what belongs to the chapter as a whole begins, below the text."""
        self._html = html
        self._open: list[tuple[str, str, int]] = []
        for found in _TAG.finditer(html):
            if found["end"]:
                self._end(found)
            elif found["start"]:
                self._begin(found)
        if self._open:
            raise self._wrong(f"<{self._open[-1][0]}> is not closed", len(html))

    def _wrong(self, what: str, place: int) -> ValueError:
        before = [id_ for id_, (start, _) in self.spans.items() if start < place]
        line = self._html.count("\n", 0, place) + 1
        return ValueError(f"{what}, in its line {line}" + (f", after '{before[-1]}'" if before else ""))

    def _begin(self, found: re.Match[str]) -> None:
        """Notes a heading, and keeps in mind what has begun, if it has an end."""
        tag, attributes, place = found["start"], found["attributes"], found.start()
        id_ = unescape(named[1]) if (named := _ID.search(attributes)) else ""
        if not self._open:
            if _HEADING.fullmatch(tag):
                self.headings.append((place, int(tag[1]), id_))
            if _CLOSING.search(attributes):
                self.closing = place
        if tag not in _VOID and not attributes.endswith("/"):
            self._open.append((tag, id_, place))

    def _end(self, found: re.Match[str]) -> None:
        """Notes what has ended, if it has an id."""
        opened, id_, start = self._open.pop() if self._open else ("nothing", "", 0)
        if opened != found["end"]:
            raise self._wrong(f"</{found['end']}> where <{opened}> is open", found.start())
        if id_:
            self.spans[id_] = (start, found.end())


def piece(html: str, places: Places, entry: Entry) -> str:
    """What an entry is of its page: the element, or the heading with all below it up to the next one of its depth.

    Raises KeyError if the page does not have it.
    """
    if not entry.depth:
        start, end = places.spans[entry.id]
        return html[start:end]
    ends = [place for place, depth, _ in places.headings if depth <= entry.depth]
    starts = {id_: place for place, _, id_ in places.headings}
    start = starts[entry.id]
    end = next((place for place in ends if place > start), len(html))
    return html[start : min(end, places.closing) if entry.depth > 1 else end]


def paths(made: Published) -> dict[str, str]:
    """For every id, and for every id that was given up, the path of its page."""
    return {id_: f"{EMBED}/{id_}/index.html" for id_ in (*made.outline.entries, *made.outline.former)}


def embeds(made: Published, pages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path and text of every page to embed. `pages`: for each chapter the HTML of its text.

    A refresh would lead on from a former id, but not in a frame that allows no scripts, so that id has the same page.
    Raises EmbedError for a page that cannot be cut.
    """
    links = made.links(f"{EMBED}/id/index.md")  # all of them lie equally deep
    moved = {page: _moved(_SIGN.sub("", html), made.links(page), links) for page, html in pages.items()}
    places = {page: _places(page, html) for page, html in moved.items()}
    for id_, path in paths(made).items():
        entry = made.outline.leads_to(id_)
        yield path, _page(made, links, entry, piece(moved[entry.page], places[entry.page], entry))


def _places(page: str, html: str) -> Places:
    try:
        return Places(html)
    except ValueError as error:
        raise EmbedError(f"docs/{page}: the HTML of its text, which templates make, cannot be cut: {error}") from None


def answers(made: Published) -> Iterator[tuple[str, Make]]:
    """The answer in oEmbed about every id. A copy on disk cannot answer, so it has none."""
    for id_ in paths(made) if made.site.hosted else ():
        yield f"{EMBED}/{id_}/oembed.json", partial(oembed, made, made.outline.leads_to(id_))


def _page(made: Published, links: Links, entry: Entry, html: str) -> str:
    sources = _sources(made, links, entry, html)
    if entry.depth:
        html = _LEVEL.sub(lambda found: f"{found[1]}{int(found[2]) - entry.depth + 1}", html)
    elif entry.section.kind == "term":
        html = f'<dl class="sb-glossary">\n{html}\n</dl>'
    return fill(
        "embed.html",
        made=made,
        entry=entry,
        title=made.outline.full_title(entry),
        description=made.description(entry),
        html=html,
        sources=[(source, links.to(source_page(source.id))) for source in sources],
        credits=[source for source in sources if source.licence.notice],
        media="" if MANY_COLUMNS.search(html) else NARROW,
        narrow=links.to_asset(f"{STYLESHEETS}/narrow.css"),
        styles=[links.to_asset(f"{STYLESHEETS}/{name}.css") for name in _styles(html)],
        href=links.to_short(entry.id),
        home=links.to("index.md"),
        licence=links.to(LICENCE),
        canonical=made.site.page(entry.page),
        answer=oembed_address(made, entry),
        icon=links.to_file("assets/images/mark.svg"),
    )


def _styles(html: str) -> list[str]:
    return [*STYLES[:3], *wanted(html), *STYLES[3:]]


def _sources(made: Published, links: Links, entry: Entry, html: str) -> list[Source]:
    """The sources whose figures a piece of a page shows, in their order; a source's own page is about that."""
    return [
        source
        for source in made.dataset.sources
        if f'href="{links.to(source_page(source.id))}' in html or entry.page == source_page(source.id)
    ]


def _moved(html: str, before: Links, now: Links) -> str:
    """The HTML with its links to the site as they are from another page."""
    page = address(before.page, folders=before.site.folders)

    @cache
    def again(href: str) -> str:
        parts = urlsplit(unescape(href))
        if parts.scheme or parts.netloc:
            return href
        target = page
        if parts.path:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
            target = "" if target == "." else target + ("/" if parts.path.endswith("/") else "")
        return escape(parts._replace(path=now.to_file(target)).geturl())

    return _LINK.sub(lambda found: found[1] + again(found[2]), html)


def oembed_address(made: Published, entry: Entry) -> str:
    """The whole address of the answer in oEmbed about an entry; programs that read a page find it there."""
    return f"{made.site.embed(entry.id)}oembed.json"


def oembed(made: Published, entry: Entry) -> str:
    """What a program that was given the address of an entry puts in its place (oEmbed 1.0, type `rich`), as JSON."""
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": made.outline.full_title(entry),
        "author_name": made.site.author,
        "author_url": made.site.address,
        "provider_name": made.site.name,
        "provider_url": made.site.address,
        "html": snippets.snippet(entry, "embed", made.outline, made.dataset, made.site),
        "width": WIDE,
        "height": rounded(made.outline.height(entry.id).wide),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
