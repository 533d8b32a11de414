"""The book as a PDF, set by WeasyPrint: B5, tagged for accessibility, the same bytes from the same pages."""

import hashlib
import logging
from datetime import UTC, datetime
from importlib.resources import files

from lxml import html
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from ...render.citations import LANGUAGE
from ...render.snippets import cited, whole
from ..colors import LIGHT, fixed
from ..html import fill
from . import fonts, notes, paper
from .pages import BookError
from .paper import DRAWING
from .plain import simplified
from .volume import Chapter, Volume

VARIANT = "pdf/ua-1"


def pdf(book: Volume, seconds: int) -> bytes:
    """The file, dated `seconds` after the beginning of 1970. Raises BookError if WeasyPrint complains of anything."""
    chapters = [simplified(chapter) for chapter in book.chapters]
    for chapter in chapters:
        paper.prepare(chapter)
        notes.annotate(book, chapter)
    said = _Said()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(said)
    try:
        fetcher = _Fetcher({id_: held for each in chapters for id_, held in each.drawings.items()})
        configuration = FontConfiguration()
        sheet = (files(__package__) / "paper.css").read_text(encoding="utf-8")
        style = CSS(
            string=f"{fonts.rules()}\n:root {{ {_tokens()} }}\n{sheet}",
            font_config=configuration,
            url_fetcher=fetcher,
        )
        document = HTML(string=_text(book, chapters, seconds), url_fetcher=fetcher, base_url="book:")
        written = document.write_pdf(
            stylesheets=[style],
            font_config=configuration,
            pdf_variant=VARIANT,
            pdf_identifier=hashlib.sha256(book.made.release.version.encode()).digest()[:16],
        )
    finally:
        logger.removeHandler(said)
    if said.lines:
        raise BookError("the PDF has mistakes:\n" + "\n".join(dict.fromkeys(said.lines)))
    return written


def _text(book: Volume, chapters: list[Chapter], seconds: int) -> str:
    """All of the book as one HTML document."""
    day = datetime.fromtimestamp(seconds, UTC)
    return fill(
        "book.html",
        book=book,
        release=book.made.release,
        language=LANGUAGE,
        made=day.strftime("%Y-%m-%dT%H:%M:%SZ"),
        day=f"{book.made.release.date.day} {book.made.release.date:%B %Y}",
        citation=cited(whole(book.made.dataset, book.made.site), "apa", book.made.site),
        roles=book.made.dataset.roles,
        credits=[source for source in book.made.dataset.sources if source.licence.notice],
        texts={each.id: Markup(html.tostring(each.body, encoding="unicode")) for each in chapters},
        sections={each.id: [h for h in each.body.iter("h3") if h.get("id")] for each in chapters},
    )


def _tokens() -> str:
    return " ".join(f"--sb-{name}: {color};" for name, color in LIGHT.items())


class _Fetcher(URLFetcher):
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
