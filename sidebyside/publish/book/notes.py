"""Footnotes for the printed book: what the text cites, and the addresses to which it links.

A source or a publication is described where a chapter first cites it; after that its name and the first note are
enough. A link inside the book says on which page its target stands; a mark is in place of the number, which is known
when all pages are.
"""

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement, builder

from .volume import Chapter, Volume

NOTE, REFERENCE = "note", "pageref"
"""Classes of a footnote, and of the words that name a page."""
_NO_NOTE = {"table", "figcaption", "dt"}
_QUIET = {"term", "sb-figure", "sb-number"}
"""Links that say nothing of where they lead: each leads to the glossary, or to the figure that it names."""


def annotate(book: Volume, chapter: Chapter) -> None:
    """Puts notes and references to pages into a chapter."""
    cited: dict[str, int] = {}
    count = 0
    for link in list(chapter.body.iter("a")):
        href, words = link.get("href", ""), link.text_content()
        if link.get("class") in _QUIET or href == words:
            continue
        inside = {ancestor.tag for ancestor in link.iterancestors()}
        classes = " ".join(ancestor.get("class") or "" for ancestor in link.iterancestors())
        is_text = not inside & _NO_NOTE and not {"sb-said-by", "sb-taken", "caption"} & set(classes.split())
        target = href.removeprefix("#")
        bracketed = _before(link).endswith("(") and (link.tail or "").startswith(")")
        if is_text and (
            target in book.publications or (target in book.sources and bracketed) or not href.startswith("#")
        ):
            count += 1
            known = cited.setdefault(href, count)
            said = _again(book, target, known) if known < count else list(_full(book, href, target))
            note = builder.SPAN(*said, {"class": NOTE, "data-note": str(count)})
            if bracketed:
                _in_place(link, note)
            else:
                _behind(link, note)
        elif not href.startswith("#"):
            link.append(builder.SPAN(href, {"class": "address"}))
        elif is_referred(target, classes):
            short = "table" in inside or bool({"sb-taken", "caption"} & set(classes.split()))
            link.append(builder.SPAN(f" ({'p.' if short else 'page'} {mark(target)})", {"class": REFERENCE}))


def mark(id_: str) -> str:
    """What stands in a text for the number of the page on which an id is."""
    return f"@@{id_}@@"


def numbered(text: str, pages: Mapping[str, int], otherwise: int) -> str:
    """The text with numbers in place of marks."""
    return re.sub(r"@@([^@]+)@@", lambda found: str(pages.get(found[1], otherwise)), text)


def is_referred(target: str, classes: str) -> bool:
    """Whether a link says a page: not to a single figure or resource, nor where each of many leads to the same."""
    of_many = {"sb-verdict", "sb-said-by"} & set(classes.split())
    return not (of_many or target.startswith("resource-") or "--" in target)


def _full(book: Volume, href: str, target: str) -> Iterator[str | HtmlElement]:
    if source := book.sources.get(target):
        yield f"{source.publisher}, “{source.title}”, {source.date}. Its figures begin on page "
    elif publication := book.publications.get(target):
        yield f"{publication.by}, “{publication.title}”, {publication.date}. Its address stands on page "
    else:
        yield builder.A(href, href=href)
        yield "."
        return
    yield builder.A(mark(target), href=href)
    yield "."


def _again(book: Volume, target: str, known: int) -> list[str]:
    said = book.sources.get(target) or book.publications.get(target)
    return [f"{said.short}, note {known}." if said else f"As in note {known}."]


def _before(link: HtmlElement) -> str:
    previous = link.getprevious()
    return (link.getparent().text if previous is None else previous.tail) or ""


def _set_before(link: HtmlElement, words: str) -> None:
    previous = link.getprevious()
    if previous is None:
        link.getparent().text = words
    else:
        previous.tail = words


def _sign(text: str) -> tuple[str, str]:
    """The sign that a text begins with, if any, and the rest."""
    end = 1 if text[:1] in tuple(".,;:") else 0
    return text[:end], text[end:]


def _in_place(link: HtmlElement, note: HtmlElement) -> None:
    """The note instead of the link and its brackets, behind the sign that ends the clause."""
    sign, rest = _sign(link.tail.removeprefix(")"))
    before = _before(link)[:-1].rstrip()
    previous = link.getprevious()
    if not before and previous is not None and previous.get("class") == NOTE:
        before = " "
    _set_before(link, before + sign)
    note.tail = rest
    link.tail = None
    link.getparent().replace(link, note)


def _behind(link: HtmlElement, note: HtmlElement) -> None:
    """The note behind the link, and behind a sign that follows it."""
    sign, rest = _sign(link.tail or "")
    note.tail = rest
    link.tail = sign
    parent = link.getparent()
    parent.insert(parent.index(link) + 1, note)
    parent[parent.index(link)].tail = sign
