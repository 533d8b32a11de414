"""What the search reads: of each page its words, in blocks that a result can show, and not the numbers of its tables.

The theme's search cuts a page at its headings, and of what it finds a result shows the paragraph around it. So every
row of a table becomes a paragraph, and a claim or a term, which has a permanent id, becomes a section of its own.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any, NamedTuple

from lxml import etree

FIELD = "keywords"
"""A field of the index that no result shows.

At a chapter it has its `tags` and what `search: keywords:` of its front matter adds to them; the theme would put the
tags at each section, all of which would be found by each, and show them in the results. At a section it has the names
of the rows of its comparison tables: who types the name of a tool wants its row, not the sentences that mention it.
"""

_UNREAD = frozenset(
    {
        "headerlink",  # links and signs, which are no words of the text
        "sb-embed",
        "sb-letters",
        "sb-mark",
        "sb-sources",
        "sb-taken",
        "sb-entry-links",
        "sb-base",  # numbers in tables, and what belongs to them
        "sb-gap",
        "sb-middle",
        "sb-minutes",
        "sb-none",
        "sb-number",
        "sb-span",
        "sb-claim-figures",
        "sb-further",
        "sb-values",
        "sb-chapter",  # what another page, or the same, says in full
        "sb-chapter-index",
        "sb-plan-levels",
        "sb-plan-more",
        "sb-plan-shares",
    }
)
_UNREAD_TAGS = frozenset({"button", "script", "select", "style", "svg", "thead"})
_UNREAD_IN = {"sb-release": "details", "sb-entry": "dl", "sb-glossary": "a"}
"""In an element of this class, elements with this tag: all ids of a release, the recipe of a figure, "More"."""
_BLOCKS = frozenset({"caption", "div", "dt", "figcaption", "label", "legend", "li", "ol", "p", "summary", "tr", "ul"})
_ENDS = _BLOCKS - {"dt", "tr"} | {"pre", "table"}
_CONTINUED = "sb-words"
"""A row of this class goes on with what the row above it has begun."""
_NAMED = "sb-own"
"""A row of a comparison table."""
_HEADING = re.compile(r"h[1-6]")
_TITLES = {"sb-claim": "p", "sb-glossary": "dt"}
"""In an element of this class, the first element with this tag is the heading of the one with an id around it."""
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


class Reading(NamedTuple):
    """What the search reads of a page."""

    html: str
    """Headings, paragraphs and code, one after the other."""
    names: dict[str, list[str]]
    """The names of the rows of comparison tables, by the id of the heading above."""


def read(html: str) -> Reading:
    """What the theme's search is to read of a page, of which this is the HTML."""
    found: Reading = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser(target=_Reader()))
    return found


def with_keywords(entry: Mapping[str, Any], meta: Mapping[str, Any], names: Mapping[str, list[str]]) -> dict[str, Any]:
    """An entry of the theme's index, with keywords in place of tags. `meta` is the front matter of its chapter."""
    kept = {name: value for name, value in entry.items() if name != "tags"}
    _, _, id_ = entry["location"].partition("#")
    phrases = names.get(id_, ()) if id_ else (*meta.get("tags", ()), *meta.get("search", {}).get(FIELD, ()))
    words = dict.fromkeys(word for phrase in phrases for word in phrase.split())  # a word counts once
    return kept | ({FIELD: escape(" ".join(words), quote=False)} if words else {})  # the index is HTML


class _Reader:
    """What lxml tells of a page's elements, one after the other, becomes what the search reads of it.

    It relies on what Markdown and our templates write: every element that has an end is closed.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self._unread = 0
        """How many of the open elements are inside one that is not read, with that one."""
        self._text = ""
        self._tag = "p"
        self._label = ""
        """What a cell is about, to be said before its first word."""
        self._id = ""
        """The id of an element that its first title becomes the heading of."""
        self._above = ""
        """The id of the heading above."""
        self._is_name = False
        """Whether the text of this block is the name of a row, as far as it goes."""
        self._names: dict[str, list[str]] = {}

    def close(self) -> Reading:
        """All that was read; lxml gives it as the answer."""
        self._end_block()
        return Reading("".join(self._parts), self._names)

    def start(self, tag: str, found: Mapping[str, str]) -> None:
        """An element begins, with these attributes."""
        if tag in _VOID:
            self.data(" ")
            return
        classes = frozenset(found.get("class", "").split())
        self._open.append((tag, classes))
        if self._unread or self._is_unread(tag, classes, found):
            self._unread += 1
        elif _HEADING.fullmatch(tag):
            self._heading(tag, found.get("id", ""))
        elif self._id and any(of in each and tag == title for of, title in _TITLES.items() for _, each in self._open):
            self._heading("h3", self._id)
            self._id = ""
        elif tag == "pre":
            self._begin("pre")
        elif tag in _BLOCKS and not (tag == "tr" and _CONTINUED in classes) and not self._is_in("pre"):
            self._begin("p")
            if tag == "div" and any(of in each for of in _TITLES for _, each in self._open):
                self._id = found.get("id", "")
        elif tag in ("td", "th", "dd"):
            self._label = found.get("data-label", "") if tag == "td" else ""
            self._is_name = tag == "th" and _NAMED in self._around[1]
            self._part(": " if tag == "dd" else ". ")
        elif tag == "span" and self._around[0] in ("td", "th"):
            self._end_name()
            self._part(". ")

    def end(self, tag: str) -> None:
        """An element has ended."""
        if tag in _VOID:
            return
        self._open.pop()
        if self._unread:
            self._unread -= 1
        elif tag == "th":
            self._end_name()
        elif tag == "dt":
            if self._tag != "p":  # a heading; else what follows belongs to it
                self._end_block()
        elif tag in _ENDS or _HEADING.fullmatch(tag):
            self._end_block()

    def data(self, data: str) -> None:
        """Text, or a part of it."""
        if self._unread or (not self._text and not data.strip()):
            return
        if self._label and data.strip():
            self._text += f"{self._label}: "
            self._label = ""
        self._text += data if self._tag == "pre" else re.sub(r"\s+", " ", data)

    def _is_unread(self, tag: str, classes: frozenset[str], attributes: Mapping[str, str]) -> bool:
        if tag in _UNREAD_TAGS or classes & _UNREAD or "data-search-exclude" in attributes:
            return True
        return any(tag == without for of, without in _UNREAD_IN.items() for _, each in self._open if of in each)

    @property
    def _around(self) -> tuple[str, frozenset[str]]:
        """The element around the one that has just begun."""
        return self._open[-2] if len(self._open) > 1 else ("", frozenset())

    def _is_in(self, tag: str) -> bool:
        return any(opened == tag for opened, _ in self._open[:-1])

    def _end_name(self) -> None:
        """Keeps the name of a row, which ends where notes on it begin."""
        if self._is_name and (name := self._text.strip()):
            self._names.setdefault(self._above, []).append(name)
        self._is_name = False

    def _heading(self, tag: str, id_: str) -> None:
        self._above = id_
        self._begin(f'{tag} id="{escape(id_)}"' if id_ else tag)

    def _begin(self, tag: str) -> None:
        self._end_block()
        self._tag = tag

    def _part(self, sign: str) -> None:
        """Sets the next part of a row or an entry apart from what is there."""
        text = self._text.rstrip()
        if text:
            self._text = f"{text} " if text.endswith((".", "?", "!", ":", ";")) else f"{text}{sign}"

    def _end_block(self) -> None:
        text = self._text if self._tag == "pre" else re.sub(" +", " ", self._text).strip()
        if re.search(r"[^\W\d_]", text):
            self._parts.append(f"<{self._tag}>{escape(text, quote=False)}</{self._tag.partition(' ')[0]}>\n")
        self._text, self._tag, self._label = "", "p", ""
