"""A page's text from HTML to Markdown (CommonMark with the tables of GitHub), to be read where no browser is.

It knows what Markdown and our templates write, and says the same in words: no drawing, no form, no sign of the site.
What has a permanent id is a link to its permanent address; figures and terms are linked by labels, listed at the end.

No library does that: each would keep the signs, drop the ids and leave tables with spans aside. lxml reads the HTML.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from lxml.etree import HTMLParser, _Element, fromstring

LONG = 40
"""A picture's data are named by their file alone from this many rows on."""

_SKIPPED = frozenset({"svg", "script", "style", "template", "input", "button", "select", "option", "colgroup"})
_LEFT_OUT = frozenset(
    {
        *("sb-embed", "headerlink", "sb-filter", "sb-letters", "sb-choices", "sb-feedback"),
        *("sb-handout-head", "sb-hint-to-print", "sb-sheet-head", "sb-lines"),
        "sb-entry-links",
    }
)
"""Classes of what one clicks, ticks or writes on."""
_TITLES = frozenset({"sb-card-title", "sb-claim-title", "sb-entry-title", "sb-index-title"})
"""Classes of paragraphs that are the title of what follows."""
_NAMES = frozenset({"sb-letter", "sb-plan-name"})
"""Classes of what names its line."""
_ITEMS = frozenset({"sb-plan-level", "sb-plan-share"})
"""Classes of what stands in a row with others, set apart by space alone."""
_LINES = frozenset({"sb-base", "sb-note", "sb-text", "sb-middle", "sb-few", "sb-label", "sb-items", "sb-unclear"})
"""Classes of what has a line of its own in a cell."""
_BESIDE = frozenset({"sb-span"})
"""Classes of what is set apart by its color alone: an interval after its number."""
_BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote", "div", "figure"),
        *("figcaption", "section", "fieldset", "legend", "details", "summary", "hr", "aside"),
    }
)
_ALWAYS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*[]|"})
_AT_TIMES = re.compile(r"(?<!\w)_|_(?!\w)|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_START = re.compile(r"(?:#{1,6}|[-+>])(?=\s|$)|\d{1,9}(?=[.)](?:\s|$))")
_BREAK = "<br>"
_NEXT = "\ue000"
"""Stands between items until it is known whether another follows."""
_GONE = re.compile(" ?\ue001")
"""Stands for a link that is left out, with the space before it."""


@dataclass
class Writer:
    """Writes the Markdown of one page."""

    whole: Callable[[str], str]
    """The whole address of a link on the page."""
    label: Callable[[str], str]
    """The label by which a whole address is linked; empty if it stands where the link is."""
    labels: dict[str, str] = field(default_factory=dict)
    """The addresses that were linked by a label, in the order of the text."""
    _known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def write(self, html: str) -> str:
        """The Markdown of a page's HTML."""
        root = fromstring(f"<div>{html}</div>", HTMLParser(encoding="utf-8", remove_comments=True))
        return "\n\n".join(self._blocks(root.find("body/div"))) + "\n"

    # Blocks

    def _blocks(self, element: _Element) -> Iterator[str]:
        """The blocks in an element; text that stands beside blocks is a paragraph."""
        run = [escaped(element.text)]
        for child in element:
            if _is_left_out(child):
                pass
            elif child.tag in _BLOCKS:
                yield from _paragraph(run)
                run = []
                yield from self._block(child)
            else:
                run.append(self._inline(child))
            run.append(escaped(child.tail))
        yield from _paragraph(run)

    def _block(self, element: _Element) -> Iterator[str]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield f"{'#' * int(element.tag[1])} {self._titled(element)}"
            case "p" if not _TITLES.isdisjoint(_classes(element)):
                yield f"**{self._titled(element)}**"
            case "p" | "figcaption":
                yield from _paragraph([self._titled(element)])
            case "div" if "sb-options" in _classes(element):
                yield from _joined(f"- {self._text(each)}" for each in element.findall("label"))
            case "legend" | "summary":
                yield from _joined(f"**{words}**" for words in filter(None, [self._text(element)]))
            case "ul" | "ol":
                yield from self._list(element)
            case "dl":
                yield from _joined(self._definitions(element))
            case "table":
                yield from self._table(element)
            case "pre":
                yield _fenced(element)
            case "blockquote":
                lines = "\n\n".join(self._blocks(element)).split("\n")
                yield "\n".join(f"> {line}".rstrip() for line in lines)
            case "figure" if len(element.findall(".//tbody/tr")) > LONG:
                for details in element.findall("details"):
                    element.remove(details)
                yield from self._blocks(element)
            case "hr":
                yield "---"
            case _:
                yield from self._blocks(element)

    def _list(self, element: _Element) -> Iterator[str]:
        items, number = [], int(element.get("start") or 1)
        for place, item in enumerate(element.findall("li")):
            sign = "-" if element.tag == "ul" else f"{number + place}."
            blocks = list(self._blocks(item))
            if blocks:
                rest = " " * (len(sign) + 1)
                nested = "\n".join(blocks) if all(_is_nested(each) for each in blocks[1:]) else "\n\n".join(blocks)
                items.append(f"{sign} " + nested.replace("\n", f"\n{rest}").replace(f"\n{rest}\n", "\n\n"))
        return _joined(items)

    def _definitions(self, element: _Element) -> Iterator[str]:
        for term in element.iter("dt"):
            said: list[str] = []
            for each in term.itersiblings():
                if each.tag != "dd":
                    break
                said += self._blocks(each)
            first = said.pop(0) if said and not _is_nested(said[0]) else ""
            lines = [f"- **{self._titled(term)}:** {first}".rstrip()]
            for each in said:
                lines += [each] if _is_nested(each) else ["", each]
            yield "\n".join(lines).replace("\n", "\n  ").replace("\n  \n", "\n\n")

    def _titled(self, element: _Element) -> str:
        """The words of a heading, a caption or a term; what is a title there is linked to its permanent address."""
        words = self._text(element)
        sign = next(
            (each for each in element.iter("a") if "headerlink" in _classes(each) and each.get("data-id")), None
        )
        if sign is None:
            return words
        address = self.whole(sign.get("href"))
        strong = element.find("strong")
        if strong is not None:
            title = self._text(strong)
            return words.replace(f"**{title}**", f"**[{title}]({address})**", 1)
        if words and "](" not in words:
            return f"[{words}]({address})"
        return f"[permanent address]({address}) {words}".rstrip()

    # Tables

    def _table(self, element: _Element) -> Iterator[str]:
        for caption in element.findall("caption"):
            if "sb-hidden" not in _classes(caption):
                yield from _paragraph([self._titled(caption)])
        heads = _grid([self._row(row) for row in element.findall("thead/tr")], repeat=True)
        rows = _grid(self._body(element))
        width = max((len(row) for row in [*heads, *rows]), default=0)
        head = [": ".join(dict.fromkeys(filter(None, column))) for column in zip(*heads, strict=True)]
        lines = [_line(head, width), _line(["---"] * width, width), *(_line(row, width) for row in rows)]
        yield "\n".join(lines)

    def _body(self, table: _Element) -> list[list["_Cell"]]:
        """The rows below the heads. A row that only has words for the one before it stands in the head of that.

        A further line of a row has the row's name before its own, for whoever reads that line alone.
        """
        rows: list[list[_Cell]] = []
        name = ""
        for row in table.iterfind("tbody/tr"):
            cells = self._row(row)
            if "sb-words" in _classes(row):
                first = rows[-1][0]
                first.text = _BREAK.join(filter(None, [first.text, *(cell.text for cell in cells)]))
                first.rows -= 1
            else:
                if "sb-group" in _classes(row):
                    cells[0].text = f"**{cells[0].text}**"
                elif "sb-further" in _classes(row):
                    cells[0].text = f"{name}, {cells[0].text}"
                elif cells:
                    name = cells[0].text.partition(_BREAK)[0]
                rows.append(cells)
        return rows

    def _row(self, row: _Element) -> list["_Cell"]:
        cells = (cell for cell in row if cell.tag in ("td", "th"))
        return [_Cell(self._cell(cell), _count(cell, "colspan"), _count(cell, "rowspan")) for cell in cells]

    def _cell(self, cell: _Element) -> str:
        """The words of a cell, with a break between its lines."""
        lines = [[escaped(cell.text)]]
        for child in cell:
            if not _is_left_out(child):
                own = child.tag in _BLOCKS or not _LINES.isdisjoint(_classes(child))
                if own:
                    lines.append([])
                lines[-1].append(_BREAK.join(self._blocks(child)) if child.tag in _BLOCKS else self._inline(child))
                if own:
                    lines.append([])
            lines[-1].append(escaped(child.tail))
        joined = (_spaced("".join(line)) for line in lines)
        return _BREAK.join(filter(None, joined)).replace("\n", _BREAK)

    # In a line

    def _text(self, element: _Element) -> str:
        return _spaced(self._inner(element))

    def _inner(self, element: _Element) -> str:
        parts = [escaped(element.text)]
        for child in element:
            if not (_is_left_out(child) or (element.tag == "a" and "sb-hidden" in _classes(child))):
                parts.append(self._inline(child))
            parts.append(escaped(child.tail))
        return "".join(parts)

    def _inline(self, element: _Element) -> str:
        tag = element.tag
        if tag == "br":
            return " "
        if tag == "code":
            return _code("".join(element.itertext()))
        if tag == "a":
            return self._link(element)
        words = self._inner(element)
        if tag in ("strong", "b", "em", "i"):
            return _marked(words, "**" if tag in ("strong", "b") else "*")
        classes = _classes(element)
        if not classes or not words.strip():
            return words
        if not _BESIDE.isdisjoint(classes):
            return f"({words.strip()})"
        if not _NAMES.isdisjoint(classes):
            return _marked(words, "**")
        return f"{words}{_NEXT}" if not _ITEMS.isdisjoint(classes) else words

    def _link(self, element: _Element) -> str:
        words, href = self._inner(element), element.get("href")
        if not href or not words.strip():
            return words
        if href.endswith("/cite.html"):
            return "\ue001"
        if href not in self._known:
            address = self.whole(href)
            self._known[href] = address, self.label(address)
        address, label = self._known[href]
        if not label:
            return f"[{words.strip()}]({address})"
        self.labels[label] = address
        return f"[{words.strip()}][{label}]"


@dataclass
class _Cell:
    text: str
    columns: int
    rows: int


def _grid(rows: list[list[_Cell]], *, repeat: bool = False) -> list[list[str]]:
    """Rows as texts, one for each column: a span has its text in its first column and row.

    In heads, `repeat`, further columns of a span have its first line, and lines stand in a line.
    """
    found: list[list[str]] = []
    below: dict[tuple[int, int], str] = {}
    for place, row in enumerate(rows):
        texts: list[str] = []
        for cell in row:
            while (place, len(texts)) in below:
                texts.append("")
            for each in range(cell.columns):
                for further in range(1, cell.rows):
                    below[place + further, len(texts)] = ""
                texts.append(_spanned(cell.text, first=each == 0) if repeat else "" if each else cell.text)
        while (place, len(texts)) in below:
            texts.append("")
        found.append(texts)
    return found


def _spanned(text: str, *, first: bool) -> str:
    return text.replace(_BREAK, ", ") if first else text.partition(_BREAK)[0]


def _line(cells: list[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def _count(cell: _Element, name: str) -> int:
    return int(cell.get(name) or 1)


def _classes(element: _Element) -> frozenset[str]:
    return _split(element.get("class"))


@cache
def _split(classes: str | None) -> frozenset[str]:
    return frozenset((classes or "").split())


def _is_left_out(element: _Element) -> bool:
    return (
        element.tag in _SKIPPED
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or not _LEFT_OUT.isdisjoint(_classes(element))
    )


def _is_nested(block: str) -> bool:
    """Whether a block is a list, which stands close below the words before it."""
    return bool(re.match(r"(?:-|\d+\.) ", block))


def escaped(text: str | None) -> str:
    """Text that Markdown shows as it is, with its white space as a browser shows it."""
    if not text:
        return ""
    words = " ".join(text.split())
    if not words:
        return " "
    words = words.translate(_ALWAYS)
    if "_" in words or "~" in words or "<" in words or "&" in words:
        words = _AT_TIMES.sub(r"\\\g<0>", words)
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _spaced(words: str) -> str:
    return " ".join((_GONE.sub("", words) if "\ue001" in words else words).split())


def _paragraph(run: list[str]) -> Iterator[str]:
    words = _spaced("".join(run))
    if _NEXT in words:
        words = "; ".join(filter(None, map(str.strip, words.split(_NEXT))))
    if words:
        yield _START.sub(_at_start, words, count=1) if _START.match(words) else words


def _at_start(found: re.Match[str]) -> str:
    """What would begin a list, a heading or a quotation, made harmless."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _joined(items: Iterator[str] | list[str]) -> Iterator[str]:
    found = "\n".join(items)
    if found:
        yield found


def _marked(words: str, sign: str) -> str:
    """Words between signs, which have to touch them."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{sign}{inner}{sign}{after}"


def _code(text: str) -> str:
    ticks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _fenced(element: _Element) -> str:
    """Code in a fence, with its language where the page says it."""
    around = (name for each in (element, *element.iterancestors("div")) for name in sorted(_classes(each)))
    language = next((name.removeprefix("language-") for name in around if name.startswith("language-")), "")
    code = "".join(element.itertext()).rstrip("\n")
    fence = "`" * max(3, max((len(run) for run in re.findall("`+", code)), default=0) + 1)
    return f"{fence}{language if language != 'text' else ''}\n{code}\n{fence}"
