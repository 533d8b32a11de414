"""The whole project at one place on disk: its dataset and chapters, and every mistake in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import chapters, contents, guide, heights, lock, rules, sections
from .chapters import Chapter
from .load import Draft, load
from .mistakes import Mistake
from .model import Dataset
from .outline import Outline


@dataclass(frozen=True, repr=False)  # it is large, and the macros plugin describes whatever it is given
class Project:
    """What could be read. `dataset` is whole if there are no mistakes."""

    root: Path
    dataset: Dataset
    draft: Draft
    chapters: list[Chapter]
    mistakes: list[Mistake]
    outline: Outline | None
    """None where there are mistakes."""
    texts: Mapping[str, str]
    """For each page its text with the macros answered, as far as they could be."""


def examine(root: Path) -> Project:
    """Reads data/ and docs/ below the root and finds every mistake in them, sorted by place."""
    draft, found = load(root)
    found += rules.mistakes(draft)
    excused = frozenset(id_ for ids in draft.ids.values() for id_ in ids.known) if found else None
    pages, unreadable = chapters.read(root / "docs")
    found += unreadable
    published = lock.read(root / "data" / lock.LOCK)
    measured, wrong = heights.read(root / "data" / heights.LOCK)
    found += wrong
    found += sections.mistakes(draft, pages, published)
    found += guide.mistakes(draft, pages)
    found += [mistake for chapter in pages for mistake in chapter.typing_mistakes()]
    answered = chapters.answered(pages, draft.dataset, excused)
    found += [mistake for _, mistakes in answered.values() for mistake in mistakes]
    texts = {page: text for page, (text, _) in answered.items()}
    whole = None if found else contents.outline(draft, pages, texts, published, measured)
    if whole:
        found += contents.mistakes(draft, whole)
    return Project(root, draft.dataset, draft, pages, sorted(set(found)), None if found else whole, texts)
