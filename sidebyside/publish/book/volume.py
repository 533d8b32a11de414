"""What the book holds: the chapters in the order of the navigation, without what only a screen can do.

The text of a chapter is that of its page. Here it loses what is there to be clicked, its headings go down by one
level, for a part stands above them, and its links lead to places in the book, or else to the site.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from ...model import Publication, Source
from ...render.links import EMBED, HOME, PUBLICATIONS, SHORT, source_page
from ..site import Published
from .pages import Page

LEFT_OUT = {
    "compare/all-tools.md": "the table of all tools that can be sorted",
    "teach/index.md": "the pages on linking, embedding and importing sections, with the index of all addresses",
    "teach/quiz.md": "the quiz that corrects itself, whose questions and answers are printed as a sheet and its key",
    "teach/sections.md": "",
    "data/index.md": "the data as files, what can be relied on in them, examples of their use, and their history",
    "data/api.md": "",
    "data/examples.md": "",
    "data/changes.md": "",
    "about/take-along.md": "",
    "about/contribute.md": "how to report a mistake and to contribute",
}
"""Pages that only make sense on a screen, with the words in which the book says so; empty where others say it."""
FIGURES = "data/sources/"
"""Where the pages with all figures of a source are."""
FIGURES_TITLE = "Figures by source"
OPENING = "Where to begin"
"""The title of the first page, whose own is that of the book."""
_GONE = (
    *(
        ".headerlink",
        ".sb-offers",
        ".sb-printed",
        ".sb-former",
        ".sb-end",
        ".sb-filter",
        ".sb-planner",
        ".sb-take",
        ".sb-live",
    ),
    *(".sb-picture details", "p.sb-letters", ".sb-entry-links a", ".sb-hint-to-print", ".sb-handout-foot"),
    *(".sb-cards-foot", ".sb-sheet-head", ".sb-cite", "script", "button", "[hidden]"),
)
_LOCAL = re.compile(r"https?://(127\.|localhost|\[::1\])")
_HEADING = re.compile(r"h[1-5]")
_SCREEN_ATTRIBUTES = re.compile(r"data-(?!label$|drawing$).*|role|title|download|rel|target|autocomplete")


@dataclass(frozen=True)
class Chapter:
    """A page of the site as a chapter of the book."""

    page: str
    """The chapter, as its path below docs/."""
    id: str
    title: str
    body: HtmlElement
    """A `div` with all of it; its title is an `h2` with the id."""
    drawings: dict[str, str]
    """Its drawings by the ids of their figures, as SVG with the site's variables for colors."""


@dataclass(frozen=True)
class Part:
    """Chapters that belong together. The opening has no title and one chapter."""

    title: str
    chapters: tuple[Chapter, ...]

    @property
    def id(self) -> str:
        """Unlike the ids of the site."""
        return "part-" + re.sub(r"[^a-z]+", "-", self.title.lower())

    @property
    def is_appendix(self) -> bool:
        """Whether it holds the figures of all sources, which are looked up and not read."""
        return self.title == FIGURES_TITLE


@dataclass(frozen=True)
class Volume:
    """The book, in the form from which both files are made."""

    made: Published
    parts: tuple[Part, ...]

    @property
    def chapters(self) -> Iterator[Chapter]:
        """All chapters in their order."""
        return (chapter for part in self.parts for chapter in part.chapters)

    @property
    def address(self) -> str:
        """Where the site is hosted; empty if it was built for the reader's own machine."""
        return hosted(self.made)

    @property
    def left_out(self) -> list[str]:
        """What the site has and the book has not, each in a few words."""
        return [words for words in LEFT_OUT.values() if words]

    @property
    def sources(self) -> dict[str, Source]:
        """The sources by the ids of the chapters with their figures."""
        pages = {source_page(source.id): source for source in self.made.dataset.sources}
        return {chapter.id: pages[chapter.page] for chapter in self.chapters if chapter.page in pages}

    @property
    def publications(self) -> dict[str, Publication]:
        """The publications by the ids of their places in the list of all."""
        return {publication_id(each): each for each in self.made.dataset.publications}


def hosted(made: Published) -> str:
    """The address of the site if it is one that others can reach, else empty."""
    return "" if _LOCAL.match(made.site.address) else made.site.address


def publication_id(publication: Publication) -> str:
    """Where a publication stands in the list of all."""
    return f"publication-{publication.id}"


def volume(made: Published, pages: list[Page]) -> Volume:
    """The book of all pages."""
    kept = [page for page in pages if page.path not in LEFT_OUT]
    for page in kept:
        _clean(page.article)
    ids = _ids(made, kept)
    for page in kept:
        _relink(made, page, kept, ids)
        _lower(page, ids)
    parts: list[Part] = []
    for title in dict.fromkeys(_part(page) for page in sorted(kept, key=lambda page: page.path.startswith(FIGURES))):
        chapters = tuple(_chapter(page) for page in kept if _part(page) == title)
        if title and len(chapters) == 1 and parts and parts[-1].title:
            title, chapters = parts[-1].title, (*parts.pop().chapters, *chapters)  # one chapter is no part
        parts.append(Part(title, chapters))
    return Volume(made, tuple(parts))


def _part(page: Page) -> str:
    return FIGURES_TITLE if page.path.startswith(FIGURES) else page.part


def _clean(article: HtmlElement) -> None:
    """Takes away what paper cannot do, and tables that only repeat those above them, to be sorted."""
    for table in article.cssselect("table[data-search-exclude]"):
        _drop_section(table)
    for gone in article.cssselect(", ".join(_GONE)):
        if gone.getparent() is not None:
            gone.drop_tree()
    for hint in article.cssselect(".sb-term"):
        hint.set("class", "term")
    for row in article.cssselect("tr[id]"):
        _move_id(row, row[0])
    for each in article.iter():
        if isinstance(each.tag, str):
            for name in [name for name in each.attrib if _SCREEN_ATTRIBUTES.fullmatch(name)]:
                del each.attrib[name]


def _drop_section(table: HtmlElement) -> None:
    """The section whose table it is, from its heading to the next one."""
    first = table
    while not _HEADING.fullmatch(first.tag):
        first = first.getprevious()
    last = first.getnext()
    while last is not None and not _HEADING.fullmatch(last.tag):
        following = last.getnext()
        last.drop_tree()
        last = following
    first.drop_tree()


def _move_id(row: HtmlElement, cell: HtmlElement) -> None:
    """Gives a row's id to something in it, for not every reader finds a row."""
    mark = cell.makeelement("span", {"id": row.attrib.pop("id")})
    mark.tail, cell.text = cell.text, None
    cell.insert(0, mark)


def _ids(made: Published, pages: list[Page]) -> dict[tuple[str, str], str]:
    """For each page and id that the book has, the id there. Permanent ids stay, for no two of them are the same."""
    found = {}
    for page in pages:
        stem = page.path.removesuffix(".md").replace("/", "-")
        for each in page.article.cssselect("[id]"):
            id_ = each.get("id")
            own = id_ in made.outline.entries or id_.startswith(("publication-", "resource-", "term-"))
            found[page.path, id_] = id_ if own else f"{stem}--{id_}"
    return found


def _relink(made: Published, page: Page, pages: list[Page], ids: dict[tuple[str, str], str]) -> None:
    """Ids and links as they are in the book. What leads nowhere in it leads to the site, if that is hosted."""
    paths = {each.path for each in pages}
    published = {each.address: publication_id(each) for each in made.dataset.publications}
    for link in page.article.cssselect("a[href]"):
        href = link.get("href")
        target = _target(made, page, href)
        if target and target[0] in paths:
            path = target[0]
            inner = ids.get(target) or ids[path, made.outline.chapter(path).id]
            link.set("href", f"#{inner}")
        elif target and hosted(made):
            link.set("href", made.site.page(*target))
        elif urlsplit(href).scheme:
            if href in published and page.path != PUBLICATIONS:
                link.set("href", f"#{published[href]}")
        else:
            file = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), urlsplit(href).path))
            if hosted(made):
                link.set("href", made.site.address + file.removesuffix("index.html"))
            else:
                link.drop_tag()
    for each in page.article.cssselect("[id]"):
        each.set("id", ids[page.path, each.get("id")])


def _target(made: Published, page: Page, href: str) -> tuple[str, str] | None:
    """The page and the id to which a link leads; None if it leads elsewhere."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page.path, parts.fragment
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parts.path))
    if short := re.fullmatch(rf"(?:{SHORT}|{EMBED})/([^/]+)/(?:index|cite)\.html", path):
        entry = made.outline.leads_to(short[1])
        return entry.page, entry.id
    chapter = f"{path.removesuffix('.html')}.md"
    return (chapter, parts.fragment) if path.endswith(".html") and chapter in made.outline.by_page else None


def _lower(page: Page, ids: dict[tuple[str, str], str]) -> None:
    """Every heading one level down."""
    for each in list(page.article.iter("h1", "h2", "h3", "h4")):
        each.tag = f"h{int(each.tag[1]) + 1}"
    for label in page.article.iter("label", "legend", "fieldset"):
        label.tag = "p" if label.tag == "legend" else "div" if label.tag == "fieldset" else "span"
    if page.path == HOME:
        page.article.find(".//h2").text = OPENING


def _chapter(page: Page) -> Chapter:
    title = page.article.find(".//h2")
    page.article.tag = "div"
    page.article.attrib.clear()
    page.article.set("class", "chapter")
    return Chapter(page.path, title.get("id"), " ".join(title.text_content().split()), page.article, page.drawings)
