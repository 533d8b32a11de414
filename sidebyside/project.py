"""The whole project at one place on disk: its dataset and chapters, and every mistake in them."""

from dataclasses import dataclass
from pathlib import Path

from . import chapters, guide, rules, sections
from .chapters import Chapter
from .load import LOCK, Draft, load
from .mistakes import Mistake
from .model import Dataset


@dataclass(frozen=True)
class Project:
    """What could be read. `dataset` is whole if there are no mistakes."""

    root: Path
    dataset: Dataset
    draft: Draft
    chapters: list[Chapter]
    mistakes: list[Mistake]


def examine(root: Path) -> Project:
    """Reads data/ and docs/ below the root and finds every mistake in them, sorted by place."""
    draft, found = load(root)
    found += rules.mistakes(draft)
    excused = frozenset(id_ for ids in draft.ids.values() for id_ in ids.known) if found else None
    pages, unreadable = chapters.read(root / "docs")
    found += unreadable
    found += sections.mistakes(draft, pages, root / "data" / LOCK)
    found += guide.mistakes(draft, pages)
    found += [mistake for chapter in pages for mistake in chapter.typing_mistakes()]
    found += [mistake for chapter in pages for mistake in chapter.macro_mistakes(draft.dataset, excused)]
    return Project(root, draft.dataset, draft, pages, sorted(set(found)))
