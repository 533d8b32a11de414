"""The book as a PDF, set by WeasyPrint: B5, tagged for accessibility, the same bytes from the same pages."""

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lxml import html
from markupsafe import Markup
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from ...guide import LIMITS, NEXT
from ...render.citations import LANGUAGE
from ...render.snippets import cited, whole
from ..colors import LIGHT, fixed
from ..html import fill
from ..styles import with_parts
from . import fonts, notes, paper
from .pages import BookError
from .paper import DRAWING
from .plain import simplified
from .volume import Chapter, Volume

VARIANT = "pdf/ua-1"
_ROUNDS = 8
_UNKNOWN = 100
"""Stands for a page's number before it is known: as wide as most."""


def pdf(book: Volume, seconds: int) -> bytes:
    """The file, dated `seconds` after the beginning of 1970. Raises BookError if WeasyPrint complains of anything."""
    said = _Said()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(said)
    try:
        setting = _Setting(book)
        documents = _settled(setting, [_front(book, seconds), *_chapters(book)])
        whole_book = documents[0].copy([page for document in documents for page in document.pages])
        written = whole_book.write_pdf(
            pdf_variant=VARIANT, pdf_identifier=hashlib.sha256(book.made.release.version.encode()).digest()[:16]
        )
    finally:
        logger.removeHandler(said)
    if said.lines:
        raise BookError("the PDF has mistakes:\n" + "\n".join(dict.fromkeys(said.lines)))
    return bytes(written)


@dataclass(frozen=True)
class _Piece:
    """Something that begins on a page of its own, as HTML with marks for the numbers of pages."""

    text: str
    running: str
    """What stands above each of its pages."""


def _settled(setting: "_Setting", pieces: list[_Piece]) -> list[Document]:
    """The pieces set one after the other, again and again until every number of a page is right.

    A piece is set again only if a number in it, or that of its first page, has changed. Doing this for pieces is many
    times quicker than leaving it to the library, which does it for the whole book.
    """
    set_before: dict[int, tuple[tuple[str, int], Document]] = {}
    pages: dict[str, int] = {}
    for _ in range(_ROUNDS):
        first, is_settled = 1, True
        found: dict[str, int] = {}
        for place, piece in enumerate(pieces):
            wanted = (notes.numbered(piece.text, pages, _UNKNOWN), first)
            known = set_before.get(place)
            if known is None or known[0] != wanted:
                known = (wanted, setting.document(*wanted, piece.running))
                set_before[place] = known
                is_settled = False
            for number, page in enumerate(known[1].pages, first):
                found |= dict.fromkeys(page.anchors, number)
            first += len(known[1].pages)
        pages = found
        if is_settled:
            return [document for _, document in set_before.values()]
    raise BookError("the numbers of pages do not settle; shorten or lengthen a paragraph")


class _Setting:
    """How pieces of the book are set."""

    def __init__(self, book: Volume) -> None:
        self._fetcher = _Fetcher({id_: held for each in book.chapters for id_, held in each.drawings.items()})
        self._fonts = FontConfiguration()
        sheet = with_parts(Path(__file__).parent / "paper.css")
        self._style = self._sheet(f"{fonts.rules()}\n:root {{ {_tokens()} }}\n{sheet}")

    def _sheet(self, text: str) -> CSS:
        return CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher)

    def document(self, text: str, first: int, running: str) -> Document:
        """The pages of a piece, the first of which has the number `first`."""
        words = running.replace("\\", "").replace('"', "”")
        heads = f'@page {{ @top-left {{ content: "{words}"; }} }} @page :first {{ counter-reset: page {first}; }}'
        html_ = HTML(string=text, url_fetcher=self._fetcher, base_url="book:")
        return html_.render(stylesheets=[self._style, self._sheet(heads)], font_config=self._fonts)


def _front(book: Volume, seconds: int) -> _Piece:
    """Cover, what the book is, and the contents."""
    day = datetime.fromtimestamp(seconds, UTC)
    text = fill(
        "book.html",
        book=book,
        release=book.made.release,
        language=LANGUAGE,
        made=day.strftime("%Y-%m-%dT%H:%M:%SZ"),
        day=f"{book.made.release.date.day} {book.made.release.date:%B %Y}",
        citation=cited(whole(book.made.dataset, book.made.site), "apa", book.made.site),
        roles=book.made.dataset.roles,
        credits=[source for source in book.made.dataset.sources if source.licence.notice],
        sections={each.id: list(_sections(each)) for each in book.chapters},
        mark=notes.mark,
    )
    return _Piece(text, book.made.site.name)


def _sections(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Ids and titles of the sections that the contents name: those that not every chapter has."""
    for heading in chapter.body.iter("h3"):
        title = heading.text_content().strip()
        if heading.get("id") and title not in (LIMITS, NEXT):
            yield heading.get("id"), title


def _chapters(book: Volume) -> Iterator[_Piece]:
    for part in book.parts:
        for chapter in part.chapters:
            made = simplified(chapter)
            paper.prepare(made)
            notes.annotate(book, made)
            text = fill(
                "book-chapter.html",
                part=part,
                is_first=chapter is part.chapters[0] and part.title,
                language=LANGUAGE,
                text=Markup(html.tostring(made.body, encoding="unicode")),
                mark=notes.mark,
            )
            yield _Piece(text, f"{part.title} · {chapter.title}" if part.title else chapter.title)


def _tokens() -> str:
    return " ".join(f"--sb-{name}: {color};" for name, color in LIGHT.items())


class _Fetcher(URLFetcher):  # type: ignore[misc]  # its library says nothing of its types
    """Fonts and drawings by names of our own; nothing comes from anywhere else."""

    def __init__(self, drawings: dict[str, str]) -> None:
        super().__init__(allowed_protocols=())
        self._drawings = drawings

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith(DRAWING):
            drawn = self._drawings[url.removeprefix(DRAWING)].replace("var(--sb-paper)", "#fff")
            svg = fixed(drawn).replace("Arial, Liberation Sans, Helvetica, sans-serif", "Source Sans 3")
            return URLFetcherResponse(url, body=svg.encode(), headers={"Content-Type": "image/svg+xml"})
        if url.startswith(fonts.SCHEME):
            held = fonts.font(url.removeprefix(fonts.SCHEME))
            return URLFetcherResponse(url, body=held, headers={"Content-Type": "font/ttf"})
        raise BookError(f"the book asks for {url}, which is not in it")


class _Said(logging.Handler):
    """Keeps what the library warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
