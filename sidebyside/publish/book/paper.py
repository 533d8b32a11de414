"""A chapter as it is printed: bars as boxes, drawings by their names, rows that stay together."""

from lxml.html import HtmlElement, builder

from .plain import describe, replaced
from .volume import Chapter

DRAWING = "drawing:"
"""What stands before the name of a drawing in its address."""


def prepare(chapter: Chapter) -> None:
    """Changes the chapter's text into what the style sheet for paper knows."""
    for bar in chapter.body.cssselect("svg.sb-bar"):
        replaced(bar, _bar(bar))
    for image in chapter.body.cssselect("img[data-drawing]"):
        describe(image, DRAWING)
    for caption in chapter.body.cssselect("caption"):
        _above(caption)
    for words in chapter.body.cssselect("tr.sb-words"):
        row = words.getprevious()
        row.set("class", f"{row.get('class')} sb-with-words")


def _bar(bar: HtmlElement) -> HtmlElement:
    """The lines of a bar as boxes with the same places."""
    fill = bar.get("class").split()[-1].removeprefix("sb-")
    made = builder.SPAN({"class": f"bar {fill}"})
    for line in bar.iter("line"):
        kind = line.get("class").removeprefix("sb-bar-")
        start, end = (float(line.get(name, "0%").removesuffix("%")) for name in ("x1", "x2"))
        if kind == "value":
            made.append(builder.SPAN({"class": "value", "style": f"left:{start:g}%;width:{end - start:.6g}%"}))
        elif kind in ("step", "middle"):
            made.append(builder.SPAN({"class": kind, "style": f"left:{end:.6g}%"}))
    return made


def _above(caption: HtmlElement) -> None:
    """The caption as a paragraph that stays with the table; as a part of it, it would be left behind on its page."""
    caption.tag = "p"
    caption.set("class", "caption")
    caption.getparent().addprevious(caption)
