"""What can be wrong with HTML that is read elsewhere: on a page of a course package, or in a question of its quiz."""

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

_NEVER_CLOSED = {"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEADING = {"action", "data", "href", "poster", "src"}
"""The attributes that hold an address."""
_MARKUP = re.compile(r"</?[a-z][^<>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.shown: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" or any(name.startswith("on") for name, _ in attrs):
            self.found.append(f"<{tag}> is a script, or has one")
        self.found.extend(not_whole for name, value in attrs if name in _LEADING for not_whole in whole(value or ""))
        if tag not in _NEVER_CLOSED:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # HTML knows no <p/>: it leaves the element open

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            self.found.append(f"</{tag}> closes nothing")
            return
        while (inner := self._open.pop()) != tag:
            self.found.append(f"<{inner}> is not closed")

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    def close(self) -> None:
        super().close()
        self.found.extend(f"<{tag}> is not closed" for tag in reversed(self._open))


def faults(html: str, meant: Collection[str]) -> Iterator[str]:
    """Scripts, addresses that are not whole, elements that are not closed, and markup that would be read as text.

    `meant`: markup that somebody wrote to be read.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.found
    yield from as_written("".join(reader.shown), meant)


def as_written(text: str, meant: Collection[str]) -> Iterator[str]:
    """Markup in what a reader sees, which was escaped once too often or is not meant for plain text."""
    if found := next((each for each in markup(text) if each not in meant), None):
        yield f"{found!r} is shown as it is written"


def markup(text: str) -> Iterator[str]:
    """Everything in a text that HTML would read as markup."""
    yield from _MARKUP.findall(text)


def whole(address: str) -> Iterator[str]:
    """A package lies elsewhere, so what it links has to be named with its host."""
    try:
        split = urlsplit(address)
        is_whole = split.scheme in ("http", "https") and bool(split.hostname) and re.fullmatch("[!-~]+", address)
    except ValueError:  # brackets that hold no IPv6 address
        is_whole = False
    if not is_whole:
        yield f"{address!r} is not a whole address"
