"""What is read: paragraphs, items and headings of chapters, and the texts of the dataset, without markup.

A macro or code in a sentence becomes one short word, so that the sentence keeps about its length. Offsets stay those of
the file, so that a mistake can be placed.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..chapters import Chapter, blank, replace_code
from ..document import Document, read
from ..mistakes import Mistake

STAND_IN = "It"
"""The word that stands for a macro or for code: no shorter code than `x` can be written."""

# What is put in brackets or on a line of its own, and not read as part of a sentence.
_NO_WORDS = re.compile(r"\{\{-?\s*(?:cite|notice)\(")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_MARKUP = re.compile(
    r"(?:https?://|\b[\w-]+(?:\.[\w-]+)+/)[^\s)]*[^\s).,;]"
    r"|^\[[^\]\n]+\]:.*$"  # where a link leads, below the text
    r"|\[\^[^\]\n]+\]|(?<=\])\[[^\]\n]*\]"
    r"|!(?=\[)|[\[\]]"
    r"|^[ \t]*>[ \t]?"
    r"|(?<!\w)[*_]+|[*_]+(?!\w)"
    r"|</?[a-zA-Z][^>\n]*>|&[a-z]+;",
    re.MULTILINE,
)
_END = re.compile(r"([.?!…]+)\s*[\"')\]”’]*(?=\s|$)")
_LAST_WORD = re.compile(r"[\w.]+$")
_ABBREVIATIONS = frozenset(["approx", "cf", "dr", "fig", "inc", "mr", "mrs", "ms", "prof", "st", "vol", "vs"])
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")  # e.g. and i.e., but not "R.", which ends a sentence about R
_HAS_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Sentence:
    """A sentence with its full stop, at an offset of its block."""

    text: str
    offset: int

    @property
    def words(self) -> list[str]:
        """Its words; what is joined by a hyphen is one."""
        return words(self.text)


@dataclass(frozen=True)
class Block:
    """A paragraph, an item of a list, a heading, or a text of the dataset."""

    marked: str
    """As it is written, without code and macros."""
    mistake: Callable[[int, str], Mistake]
    """A mistake at an offset of the block."""
    is_heading: bool = False

    @cached_property
    def text(self) -> str:
        """Without any markup, in the same length."""
        return _MARKUP.sub(lambda found: blank(found[0]), self.marked)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have an end; a heading, or words without a full stop, are none."""
        return () if self.is_heading else tuple(_sentences(self.text))


def words(text: str) -> list[str]:
    """What stands between spaces and is not only signs."""
    return [word for word in text.split() if _HAS_LETTER.search(word)]


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(text):
        if _ends(text[start : end.start()].rstrip(), end[1], text[end.end() :].lstrip()):
            sentence = text[start : end.end()]
            stripped = sentence.lstrip()
            if words(stripped):
                yield Sentence(stripped, start + len(sentence) - len(stripped))
            start = end.end()


def _ends(before: str, sign: str, after: str) -> bool:
    """Whether a sign ends a sentence: not after an abbreviation, nor a quoted question in the middle of one."""
    if sign != ".":
        return not after[:1].islower()
    found = _LAST_WORD.search(before)
    last = found[0] if found else ""
    if last.lower() == "no":
        return not after[:1].isdigit()
    if last.lower() == "etc":
        return not after or after[0].isupper()
    return last.lower() not in _ABBREVIATIONS and not (_DOTTED.fullmatch(last) and after)


def blocks_of_chapter(chapter: Chapter) -> Iterator[Block]:
    """The blocks of a chapter in the order of the text, title and description of its front matter first."""
    yield from _front_matter(chapter)
    text = replace_code(chapter.text, _instead)
    start, is_heading, block = 0, False, ""
    offset = 0
    for line in text.splitlines(keepends=True):
        item, heading = _ITEM.match(line), _HEADING.match(line)
        if item or heading or is_heading or not line.strip():
            yield from _block(chapter, start, block, is_heading)
            sign = begun.end() if (begun := item or heading) else 0
            start, is_heading, block = offset + sign, bool(heading), line[sign:]
        else:
            block += line
        offset += len(line)
    yield from _block(chapter, start, block, is_heading)


def _block(chapter: Chapter, start: int, text: str, is_heading: bool) -> Iterator[Block]:
    """The block, if it is more than a call that makes a table."""
    block = Block(text, lambda offset, message: chapter.mistake(start + offset, message), is_heading)
    if set(words(block.text)) - {STAND_IN}:
        yield block


def _instead(code: str) -> str:
    """What is read in place of code, a macro, an address or an attribute."""
    if code.startswith(("```", "~~~", "---")):
        return blank(code)
    if code.startswith(("{{", "`")) and not _NO_WORDS.match(code):
        return STAND_IN.ljust(len(code))
    return " " * len(code)


def _front_matter(chapter: Chapter) -> Iterator[Block]:
    document, _ = chapter.front
    for key in ("title", "description"):
        if document and isinstance(chapter.meta.get(key), str):
            yield Block(chapter.meta[key], _in_front_matter(document, key), is_heading=True)


def _in_front_matter(document: Document, key: str) -> Callable[[int, str], Mistake]:
    return lambda offset, message: document.mistake((key,), message)._replace(path=key)


def documents(root: Path) -> tuple[list[Document], list[Mistake]]:
    """What people wrote below data/, and the files that cannot be read."""
    data = root / "data"
    found, mistakes = [], []
    for path in sorted(data.rglob("*.yml")):
        if path.is_relative_to(data / "evidence"):
            continue
        document, wrong = read(path.relative_to(root).as_posix(), path.read_bytes(), main="rows")
        mistakes += wrong
        if document:
            found.append(document)
    return found, mistakes


def blocks_of_document(document: Document, not_prose: Collection[str]) -> Iterator[Block]:
    """Every text in the document, but for those below a key that `not_prose` names, as `id` or as `sources.title`.

    A list of entries is read whatever its key: `kinds` of a table names kinds, `kinds` of the vocabularies says them.
    """

    def is_prose(key: str, value: Any) -> bool:
        has_entries = isinstance(value, list) and any(isinstance(entry, dict) for entry in value)
        return has_entries or not {key, f"{document.name}.{key}"} & set(not_prose)

    def walk(value: Any, path: tuple[str | int, ...]) -> Iterator[Block]:
        if isinstance(value, str):
            text = replace_code(value, _instead)
            if words(text):
                yield Block(text, lambda offset, message: document.mistake(path, message))
        elif isinstance(value, dict):
            for key, inner in value.items():
                if is_prose(key, inner):
                    yield from walk(inner, (*path, key))
        elif isinstance(value, list):
            for position, inner in enumerate(value):
                yield from walk(inner, (*path, position))

    yield from walk(document.data, ())
