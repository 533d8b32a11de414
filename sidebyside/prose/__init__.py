"""The prose of the project: how it reads, and what in it has to be mended.

`text` finds what is read, `measures` counts it, `rules` judges it by `limits.yml`, `spelling` by a dictionary and
`words.txt`. Needs the optional extra `prose`, which nothing else does.
"""

from dataclasses import dataclass
from pathlib import Path

from ..chapters import read as read_chapters
from ..mistakes import Mistake
from . import rules
from .limits import Limits
from .measures import Measures, measure
from .spelling import Spelling
from .text import Block, blocks_of_chapter, blocks_of_document, documents

__all__ = ["Findings", "examine", "report"]


@dataclass(frozen=True)
class Findings:
    """What was found: the measures of every chapter by its file, and the mistakes sorted by place."""

    measures: dict[str, Measures]
    mistakes: list[Mistake]


def examine(root: Path, limits: Limits, spelling: Spelling) -> Findings:
    """Reads the prose in docs/ and data/ below the root, but for data/evidence/ which is computed."""
    chapters, mistakes = read_chapters(root / "docs")
    measures: dict[str, Measures] = {}
    blocks: list[Block] = []
    for chapter in chapters:
        of_chapter = list(blocks_of_chapter(chapter))
        file = f"docs/{chapter.page}"
        measures[file] = measure(of_chapter)
        mistakes += rules.of_measures(file, measures[file], limits)
        blocks += of_chapter
    read, unreadable = documents(root)
    mistakes += unreadable
    for document in read:
        blocks += blocks_of_document(document, limits.not_prose)
    for block in blocks:
        for rule in rules.OF_BLOCKS:
            mistakes += rule(block, limits)
        mistakes += spelling.mistakes(block)
    mistakes += spelling.mistakes_of_words(blocks)
    return Findings(measures, sorted(set(mistakes)))


def report(measures: dict[str, Measures]) -> str:
    """A line for every chapter, under a line that says what the columns are."""
    width = max([len(file) for file in measures], default=0)
    lines = [f"{'':{width}}  {'words':>5}  {'words a sentence':>16}  {'longest':>7}  {'reading ease':>12}"]
    for file, m in measures.items():
        lines.append(f"{file:{width}}  {m.words:5}  {m.mean_sentence:16.1f}  {m.longest_sentence:7}  {m.ease:12.1f}")
    return "\n".join(lines)
