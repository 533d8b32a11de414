"""American spelling: by a dictionary, and by the project's own words in `words.txt` beside this module."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from spylls.hunspell import Dictionary

from ..mistakes import Mistake
from .text import Block

FILE = Path(__file__).with_name("words.txt")
NAME = "sidebyside/prose/words.txt"

# Not what holds a digit or a sign, such as k8s and snake_case, and no address or name of a file, such as data.csv.
_WORD = re.compile(r"(?<![\w@])(?<!\w\.)(?>[^\W\d_]+(?:['’][^\W\d_]+)*)(?![\w@])(?!\.\w)")


class Spelling:
    """The words that are right: those of the dictionary, and `own` ones in the order of their file."""

    def __init__(self, own: Iterable[str]) -> None:
        """`own`: a word with a capital is right only with it; without, also at the start of a sentence."""
        self.own = tuple(own)
        self._known = frozenset(self.own)

    def mistakes(self, block: Block) -> Iterator[Mistake]:
        """Every word of the block that is neither in the dictionary nor among our own."""
        for offset, word in _words(block):
            if not (self._listed(word) or in_dictionary(word)):
                near = _suggestion(word) if word.islower() else ""  # a name is like nothing else
                hint = f"; did you mean '{near}'?" if near else ""
                yield block.mistake(offset, f"'{word}' is neither in the American dictionary nor in {NAME}{hint}")

    def mistakes_of_words(self, blocks: Iterable[Block]) -> Iterator[Mistake]:
        """Own words that are of no use, because no block has them or the dictionary does, or that are out of order."""
        used = {listed for block in blocks for _, word in _words(block) for listed in self._listed(word)}
        for line, word in enumerate(self.own, 1):
            if word not in used:
                yield Mistake(NAME, line, 1, "", f"no text uses '{word}'; remove it")
            elif in_dictionary(word):
                yield Mistake(NAME, line, 1, "", f"the dictionary has '{word}'; remove it")
        for line, (word, following) in enumerate(pairwise(self.own), 2):
            if (word.casefold(), word) >= (following.casefold(), following):
                yield Mistake(NAME, line, 1, "", f"'{following}' stands below '{word}'; sort the words, each once")

    def _listed(self, word: str) -> set[str]:
        """The own words that make this one right."""
        return {word, word[0].lower() + word[1:]} & self._known


def read(file: Path = FILE) -> Spelling:
    """The spelling with the own words of the file, one a line."""
    return Spelling(file.read_text(encoding="utf-8").splitlines())


@cache
def in_dictionary(word: str) -> bool:
    """Whether the American dictionary has the word."""
    return bool(_dictionary().lookup(word))


@cache
def _suggestion(word: str) -> str:
    """What the dictionary has that is nearest, or nothing."""
    return next(iter(_dictionary().suggest(word)), "")


@cache
def _dictionary() -> Dictionary:
    return Dictionary.from_files("en_US")


def _words(block: Block) -> Iterator[tuple[int, str]]:
    """Offset and word, without the ending of a genitive; not initials, nor acronyms, which have no spelling."""
    for found in _WORD.finditer(block.text):
        word = re.sub(r"['’]s$", "", found[0]).replace("’", "'")
        if len(word) > 1 and not word.removesuffix("s").isupper():
            yield found.start(), word
