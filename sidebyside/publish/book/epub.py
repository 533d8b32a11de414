"""The book as EPUB 3, written by pandoc: a file for each chapter, drawings beside them, fonts left to who reads it."""

import io
import json
import os
import re
import subprocess
import tempfile
import time
import uuid
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypandoc
import vl_convert
from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import Markup

from ...render.citations import LANGUAGE
from ...render.snippets import cited, whole
from ..colors import LIGHT, fixed
from ..html import fill
from ..metadata import TEXT_LICENCE
from .pages import BookError
from .plain import describe, simplified
from .volume import Chapter, Volume

COVER = (1200, 1600)
_XHTML = "{http://www.w3.org/1999/xhtml}"
_MODES = {
    "accessModes": ["textual", "visual"],
    "accessModeSufficient": ["textual"],
    "accessibilityFeatures": [
        *("alternativeText", "longDescription", "readingOrder", "structuralNavigation", "tableOfContents"),
        *("unlocked", "displayTransformability"),
    ],
    "accessibilityHazards": ["none"],
}


def epub(book: Volume, seconds: int) -> bytes:
    """The file, dated `seconds` after the beginning of 1970. Raises BookError if pandoc complains of anything."""
    chapters = [_prepared(chapter) for chapter in book.chapters]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        for chapter in chapters:
            for id_, drawn in chapter.drawings.items():
                (here / f"{id_}.svg").write_text(_alone(drawn), encoding="utf-8")
        (here / "cover.png").write_bytes(vl_convert.svg_to_png(_cover(book)))
        (here / "book.css").write_bytes((files(__package__) / "epub.css").read_bytes())
        (here / "metadata.json").write_text(json.dumps(_metadata(book)), encoding="utf-8")
        (here / "book.html").write_text(_text(book, chapters), encoding="utf-8")
        command = [
            *(pypandoc.get_pandoc_path(), "book.html", "--from=html", "--to=epub3", "--output=book.epub"),
            *("--split-level=2", "--toc", "--toc-depth=2", "--css=book.css", "--epub-cover-image=cover.png"),
            *("--metadata-file=metadata.json", "--epub-title-page=false", "--fail-if-warnings", "--wrap=none"),
        ]
        done = subprocess.run(
            command, cwd=here, env=os.environ | {"SOURCE_DATE_EPOCH": str(seconds)}, capture_output=True, text=True
        )
        if done.returncode or done.stderr:
            raise BookError(f"pandoc could not write the EPUB:\n{done.stderr.strip()}")
        return _finished((here / "book.epub").read_bytes(), seconds)


def _prepared(chapter: Chapter) -> Chapter:
    found = simplified(chapter)
    for bar in found.body.cssselect("svg"):
        bar.drop_tree()  # the number stands above it
    for image in found.body.cssselect("img[data-drawing]"):
        describe(image, "")
        image.set("src", f"{image.get('src')}.svg")
    for term in found.body.cssselect("dt[id]"):
        _inward(term)
    for hidden in found.body.cssselect("caption.sb-hidden"):
        hidden.drop_tree()
    return found


def _inward(term: HtmlElement) -> None:
    """A list's items lose their ids on the way, so something in them has it."""
    mark = term.makeelement("span", {"id": term.attrib.pop("id")})
    mark.tail, term.text = term.text, None
    term.insert(0, mark)


def _alone(drawn: str) -> str:
    """A drawing as a file of its own."""
    svg = fixed(drawn.replace("var(--sb-paper)", "#fff"))
    svg = re.sub(r'<path d=""[^>]*/>', "", svg)
    return re.sub(r' (?:aria-[a-z]+|class|role)="[^"]*"', "", svg, count=4)


def _cover(book: Volume) -> str:
    width, height = COVER
    return fill(
        "book-cover.svg",
        book=book,
        release=book.made.release,
        width=width,
        height=height,
        colors=LIGHT,
        roles=book.made.dataset.roles,
    )


def _metadata(book: Volume) -> dict[str, Any]:
    site = book.made.site
    return {
        "title": site.name,
        "author": site.author,
        "lang": LANGUAGE,
        "date": book.made.release.date.isoformat(),
        "rights": TEXT_LICENCE,
        "description": f"{site.description} Release {book.made.release.version}.",
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, book.address or site.name).urn,  # the same for every release
        **_MODES,
    }


def _finished(written: bytes, seconds: int) -> bytes:
    """The package with what pandoc loses put right: heads of rows that it took for cells, and a title for each file."""
    made = io.BytesIO()
    day = time.gmtime(seconds)[:6]
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            if name.endswith(".xhtml") and "/text/" in name:
                held = _mended(held)
            info = zipfile.ZipInfo(name, day)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, held)
    return made.getvalue()


def _mended(held: bytes) -> bytes:
    document = etree.fromstring(held)
    for cell in document.iterfind(f".//{_XHTML}td[@scope]"):
        cell.tag = f"{_XHTML}th"
    heading = next((each for each in document.iter(f"{_XHTML}h1", f"{_XHTML}h2")), None)
    if heading is not None:
        document.find(f".//{_XHTML}title").text = " ".join("".join(heading.itertext()).split())
    return bytes(etree.tostring(document.getroottree(), encoding="utf-8", xml_declaration=True))


def _inside(chapter: Chapter) -> Markup:
    """The text without the box around it, in which pandoc would not find every heading."""
    return Markup("").join(Markup(html.tostring(each, encoding="unicode")) for each in chapter.body)


def _text(book: Volume, chapters: list[Chapter]) -> str:
    return fill(
        "book-epub.html",
        book=book,
        release=book.made.release,
        language=LANGUAGE,
        day=f"{book.made.release.date.day} {book.made.release.date:%B %Y}",
        citation=cited(whole(book.made.dataset, book.made.site), "apa", book.made.site),
        roles=book.made.dataset.roles,
        credits=[source for source in book.made.dataset.sources if source.licence.notice],
        texts={each.id: _inside(each) for each in chapters},
    )
