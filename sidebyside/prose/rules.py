"""What prose must hold to, by `limits.yml`. One rule is one generator."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..mistakes import Mistake
from .limits import Limits
from .measures import Measures
from .text import Block

_BOLD = re.compile(r"\*\*(?=\S).+?(?<=\S)\*\*", re.DOTALL)


def of_measures(file: str, measures: Measures, limits: Limits) -> Iterator[Mistake]:
    """A chapter whose sentences are too long in the mean, or that is too hard to read."""
    limit = limits.limits
    if measures.in_sentences < limit.fewest_words.value:
        return
    if measures.mean_sentence > limit.mean_sentence.value:
        message = (
            f"{measures.mean_sentence:.1f} words a sentence, more than {limit.mean_sentence.value}; "
            "make two of the longest sentences"
        )
        yield Mistake(file, 1, 1, "", message)
    if measures.ease < limit.reading_ease.value:
        message = (
            f"a reading ease of {measures.ease:.1f}, less than {limit.reading_ease.value}; "
            "write shorter words and sentences"
        )
        yield Mistake(file, 1, 1, "", message)


def long_sentence(block: Block, limits: Limits) -> Iterator[Mistake]:
    """A sentence that nobody can keep in mind until its end."""
    most = limits.limits.longest_sentence.value
    for sentence in block.sentences:
        if len(sentence.words) > most:
            begin = " ".join(sentence.text.split()[:6])
            message = f"a sentence of {len(sentence.words)} words, more than {most} ('{begin} ...'); make two of it"
            yield block.mistake(sentence.offset, message)


def banned_phrase(block: Block, limits: Limits) -> Iterator[Mistake]:
    """Words that sell, or that are worn."""
    for phrase in limits.phrases:
        for found in phrase.find(block.text):
            yield block.mistake(found.start(), f"'{_one_line(found[0])}' {phrase.why}; write {phrase.write}")


def term_spelled_otherwise(block: Block, limits: Limits) -> Iterator[Mistake]:
    """A term that is spelled otherwise than on the other pages."""
    for term in limits.terms:
        for found in term.find(block.text):
            spelled = _one_line(found[0])
            if not spelled.startswith(term.write):  # the same name in other letters' case is found, too
                yield block.mistake(found.start(), f"'{spelled}': write '{term.write}', {term.why}")


def questions_in_a_row(block: Block, limits: Limits) -> Iterator[Mistake]:
    """Two questions, one after the other, which nobody is meant to answer."""
    for first, second in pairwise(block.sentences):
        if all("?" in sentence.text[-3:] for sentence in (first, second)):
            yield block.mistake(second.offset, "a second question in a row; ask one, and answer it")


def scattered_bold(block: Block, limits: Limits) -> Iterator[Mistake]:
    """So much bold in one paragraph that nothing stands out."""
    found = list(_BOLD.finditer(block.marked))
    most = limits.limits.bold_spans.value
    if len(found) > most:
        message = f"{len(found)} bold spans in one paragraph, more than {most}; let one stand out, or none"
        yield block.mistake(found[most].start(), message)


def _one_line(text: str) -> str:
    return " ".join(text.split())


OF_BLOCKS: tuple[Callable[[Block, Limits], Iterator[Mistake]], ...] = (
    long_sentence,
    banned_phrase,
    term_spelled_otherwise,
    questions_in_a_row,
    scattered_bold,
)
