"""The picture that stands for a page where it is shared: its title between the marks of the roles, 1200 by 630 pixels.

Drawn as SVG and turned into PNG by vl-convert, in a font that it brings along. A picture that was made before is taken
from a folder, where it is kept by what it was made from.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap

import vl_convert

from ..render.links import HOME
from .colors import LIGHT
from .html import fill
from .metadata import PREVIEW_SIZE
from .site import Published

_SIZES = ((84, 26, 3), (64, 34, 4), (48, 46, 6))
"""Sizes of letters in pixels, each with how many letters go on a line and how many lines there may be."""
_FONTS = "<fontconfig><dir>{folder}</dir></fontconfig>"
"""Says that the system's fonts are in one folder."""


def svg(made: Published, page: str) -> str:
    """The picture of a page as SVG."""
    entry = made.outline.chapter(page)
    title = entry.title if page != HOME else made.site.name
    lines, size = _lines(title)
    width, height = PREVIEW_SIZE
    return fill(
        "share.svg",
        width=width,
        height=height,
        lines=lines,
        size=size,
        name=made.site.name if page != HOME else made.site.description,
        roles=made.dataset.roles,
        colors=LIGHT,
    )


def _lines(title: str) -> tuple[list[str], int]:
    """The title on lines, in the largest letters in which it fits."""
    for size, letters, most in _SIZES:
        lines = wrap(title, letters)
        if len(lines) <= most:
            return lines, size
    size, letters, most = _SIZES[-1]
    return wrap(title, letters)[:most], size


def png(drawn: str, kept: Path) -> bytes:
    """The drawing as PNG. `kept`: the folder of pictures that were made before."""
    name = sha256(f"{version('vl-convert-python')}\n{_FONTS}\n{drawn}".encode()).hexdigest()
    path = kept / f"{name}.png"
    if not path.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with _no_fonts_of_the_system():
            part.write_bytes(vl_convert.svg_to_png(drawn))
        part.replace(path)
    return path.read_bytes()


@contextmanager
def _no_fonts_of_the_system() -> Iterator[None]:
    """Has vl-convert look for fonts in an empty folder: one of the same name as its own would be taken instead of it.

    It looks when it draws for the first time in a process.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    with TemporaryDirectory() as folder:
        settings = Path(folder, "fonts.conf")
        settings.write_text(_FONTS.format(folder=folder), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(settings)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before
