"""A chapter in elements that printers and readers of books know: no forms, no lists with boxes, short entries."""

from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement, builder

from .volume import Chapter


def simplified(chapter: Chapter) -> Chapter:
    """The chapter with an own copy of its text, in which choices are circles and each figure's entry is a few lines."""
    body = deepcopy(chapter.body)
    for choice in body.cssselect("input"):
        replaced(choice, builder.SPAN("○", {"class": "tick"}))
    for own in body.cssselect(".sb-entry-title a"):
        own.drop_tag()
    for values in body.cssselect(".sb-values"):
        _values(values)
    for first in body.cssselect(":not(.sb-entry) + .sb-entry"):
        _facts(_gather(first))
    for div in body.cssselect("dl > div"):
        if id_ := div.attrib.pop("id", None):
            div.find("dt").set("id", id_)
        div.drop_tag()  # a list has nothing but its items when it is tagged
    return replace(chapter, body=body)


def replaced(old: HtmlElement, new: HtmlElement) -> None:
    """Puts an element in the place of another, with the text that follows."""
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


def describe(image: HtmlElement, address: str) -> None:
    """Where a drawing is, `address` and then its name, and its words as the alternative to it."""
    name = image.attrib.pop("data-drawing")
    caption = next(image.iterancestors("figure")).find("figcaption")
    title, finding = caption.find("strong"), caption.find("span")
    image.set("src", f"{address}{name}")
    image.set("alt", f"{title.text_content()} {finding.text_content()}")


def _facts(box: HtmlElement) -> None:
    """The facts of each entry as a paragraph; those that all entries of a box share stand once above them."""
    lists = [entry.find("dl") for entry in box]
    facts = [[(dt.text_content(), dt.getnext().text_content()) for dt in terms.iter("dt")] for terms in lists]
    shared = [fact for fact in facts[0] if len(facts) > 1 and all(fact in each for each in facts)]
    if shared:
        box.addprevious(_paragraph("All of these: ", shared))
    for terms, own in zip(lists, facts, strict=True):
        rest = [fact for fact in own if fact not in shared]
        if rest:
            terms.addprevious(_paragraph("", rest))
        terms.drop_tree()


def _paragraph(first: str, facts: list[tuple[str, str]]) -> HtmlElement:
    paragraph = builder.P(first, {"class": "facts"})
    for name, words in facts:
        label = builder.SPAN(f"{name} ", {"class": "label"})
        label.tail = words if (name, words) == facts[-1] else f"{words} · "
        paragraph.append(label)
    return paragraph


def _gather(first: HtmlElement) -> HtmlElement:
    """The entries from the first on in one box, to be set in columns."""
    box = builder.DIV({"class": "entries"})
    first.addprevious(box)
    entry: HtmlElement | None = first
    while entry is not None and entry.get("class") == "sb-entry":
        following = entry.getnext()
        entry.tail = None  # two of them fill a line
        box.append(entry)
        entry = following
    return box


def _values(table: HtmlElement) -> None:
    """The small table of an entry as a line for each of its rows."""
    lines = builder.DIV({"class": "values"})
    for row in table.iterfind("tbody/tr"):
        line = builder.P(*row[0])
        line.text = row[0].text
        for cell in row[1:]:
            label = builder.SPAN(f" {cell.get('data-label')} ".lower(), {"class": "label"})
            words = builder.SPAN(cell.text, *cell)
            words.tail = "" if cell is row[-1] else ","
            line.extend((label, words))
        lines.append(line)
    replaced(table, lines)
