"""data/heights.lock: how high everything is that can be embedded, in a wide column and in a narrow one.

`make heights` measures it in a browser, on the pages that `publish.embeds` makes. What was not measured yet has a
height that shows the beginning of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import browser
from .mistakes import Mistake

LOCK = "heights.lock"
WIDE, NARROW = 640, 360
"""The widths of the two columns in pixels: that of a page of a course, and that of a phone."""
HEAD = (
    f"# How high each embed is in a column of {WIDE} and of {NARROW} pixels; `make heights` measures and writes it.\n"
)

_LINE = re.compile(r"([a-z0-9-]+) (\d+) (\d+)")


@dataclass(frozen=True)
class Height:
    """How high something is in the two columns, in pixels."""

    wide: int
    narrow: int


UNKNOWN = Height(480, 480)
"""Of what was not measured yet."""


def read(path: Path) -> tuple[dict[str, Height], list[Mistake]]:
    """The heights by id, and a mistake for each line that says none; nothing where there is no file yet."""
    if not path.is_file():
        return {}, []
    found, mistakes = {}, []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match:
            if match[1] in found or "0" in match.groups():
                mistakes.append(_mistake(number, f"'{match[1]}' stands here again, or has no height"))
            found[match[1]] = Height(int(match[2]), int(match[3]))
        elif line and not line.startswith("#"):
            mistakes.append(_mistake(number, "no id with two heights"))
    return found, mistakes


def _mistake(line: int, message: str) -> Mistake:
    return Mistake(f"data/{LOCK}", line, 1, "", f"{message}; run make heights, which writes this file")


def write(path: Path, heights: Mapping[str, Height]) -> None:
    """Writes the heights in the order of their ids, in place of those that were there."""
    lines = (f"{id_} {heights[id_].wide} {heights[id_].narrow}\n" for id_ in sorted(heights))
    path.write_text(HEAD + "".join(lines), encoding="utf-8")


def measure(pages: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Height, list[int]]]:
    """The height of each page, named by its id, as it is on disk; and in which of the two columns it scrolls sideways.

    Raises BrowserError without a browser.
    """
    with browser.opened() as chromium:
        page = chromium.new_page()
        for id_, path in pages:
            found, cut = [], []
            for width in (WIDE, NARROW):
                page.set_viewport_size({"width": width, "height": 1})
                if width == WIDE:
                    page.goto(path.resolve().as_uri())
                found.append(page.evaluate("() => Math.ceil(document.body.getBoundingClientRect().height)"))
                if page.evaluate("() => document.documentElement.scrollWidth") > width:
                    cut.append(width)
            yield id_, Height(*found), cut
