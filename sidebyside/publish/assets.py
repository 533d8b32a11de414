"""Styles and scripts as browsers get them: without what only their authors read, and under names that change with what
they hold, so that a browser may keep them for ever.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import minify

from .styles import Used, style_sheet, with_parts

SCRIPTS = "assets/javascripts"
STYLESHEETS = "assets/stylesheets"
"""Where they are, from the site's root."""
SHEET = f"{STYLESHEETS}/site.css"
"""The style sheet of all pages, by the name under which pages are written before it is made."""

STYLES_OF = {
    "index": ("sb-index", "sb-chapter-index", "sb-others"),
    "assessment": ("sb-assessment",),
    "planner": ("sb-planner",),
    "quiz": ("sb-quiz", "sb-sheet"),
    "lessons": (
        "sb-lesson",
        "sb-steps",
        "sb-syllabus",
        "sb-handout-head",
        "sb-handout-foot",
        "sb-worksheet",
        "sb-lines",
        "sb-computation",
    ),
}
"""Styles that only what has one of these classes needs."""

_CLASSES = re.compile(r'\bclass="([^"]*)"')


@dataclass(frozen=True)
class Asset:
    """A style or a script of ours, small."""

    path: str
    """From the site's root, with a part that changes with the text."""
    text: str = field(repr=False)


def assets(folder: Path) -> dict[str, Asset]:
    """Our scripts and styles below the folder, by their paths in it; a style with the parts that it imports."""
    found = {}
    for file in sorted((*folder.glob(f"{SCRIPTS}/*.js"), *folder.glob(f"{STYLESHEETS}/*.css"))):
        path = file.relative_to(folder).as_posix()
        small = _small(file.suffix, with_parts(file) if file.suffix == ".css" else file.read_text(encoding="utf-8"))
        found[path] = Asset(named(path, small), small)
    return found


@lru_cache(maxsize=64)
def _small(suffix: str, text: str) -> str:
    """A script or a style without what browsers do not need. While somebody edits one, the others are known."""
    return minify.string("application/javascript", text) + "\n" if suffix == ".js" else style_sheet([text], None)


def named(path: str, text: str) -> str:
    """The path with eight digits of what it holds before its end: `assets/stylesheets/site.1f0c66a2.css`."""
    stem, dot, end = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}{dot}{end}"


def wanted(html: str) -> list[str]:
    """The names of the styles that this HTML needs and most has not."""
    likely = [name for name, marks in STYLES_OF.items() if any(mark in html for mark in marks)]
    if not likely:  # as for nearly all HTML
        return []
    there = {name for names in _CLASSES.findall(html) for name in names.split()}
    return [name for name in likely if not there.isdisjoint(STYLES_OF[name])]


class Sheet:
    """The style sheet of all pages. What it holds, and so its name, is known when the last of them is made."""

    def __init__(self, styles: Iterable[str], scripts: Iterable[str]) -> None:
        """`styles`: what it is made of, in this order; `scripts`: what may set classes that no page has."""
        self._styles = list(styles)
        self._used = Used()
        self._pages: list[Path] = []
        for script in scripts:
            self._used.add_script(script)

    def add(self, file: Path, html: str) -> None:
        """Adds a page that asks for the sheet, with the file that it is written to."""
        self._used.add_page(html)
        self._pages.append(file)

    def write(self, site: Path) -> None:
        """Writes the sheet into the folder of the site, and its name into the pages."""
        text = style_sheet(self._styles, self._used)
        path = named(SHEET, text)
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self._name(path)

    def keep(self, site: Path) -> None:
        """Writes into the pages, which are a few of a site's, the name of the sheet that the site has."""
        stem, dot, end = SHEET.rpartition(".")
        newest = max(site.glob(f"{stem}.*{dot}{end}"), key=lambda file: file.stat().st_mtime_ns)
        self._name(newest.relative_to(site).as_posix())

    def _name(self, path: str) -> None:
        for page in self._pages:
            page.write_text(page.read_text(encoding="utf-8").replace(SHEET, path), encoding="utf-8")
