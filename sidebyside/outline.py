"""Everything that can be linked as it stands in the chapters: its title, what it is a part of, how long it takes.

`contents` makes it from the chapters, so that nothing of this is kept in data/sections.yml.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from .heights import UNKNOWN, Height
from .lock import Lock
from .model import Section


@dataclass(frozen=True)
class Entry:
    """Something that can be linked, at its place."""

    section: Section
    title: str
    depth: int
    """Of a heading from 1 on; 0 of what stands below one."""
    around: tuple[str, ...]
    """The ids of the headings around it, the chapter's title first."""
    minutes: int | None
    """To read it with all below it; none where there is nothing to read from one end to the other."""
    level: str | None
    """The educational level: its own, or that of what is around it."""

    @property
    def id(self) -> str:
        """Its permanent id."""
        return self.section.id

    @property
    def page(self) -> str:
        """The chapter, as its path below docs/."""
        return self.section.page


@dataclass(frozen=True)
class Outline:
    """All entries, chapter by chapter in the order of their pages, and the addresses that there ever were."""

    entries: Mapping[str, Entry]
    published: Lock
    meta: Mapping[str, Mapping[str, Any]]
    """For every page what stands above its text."""
    order: tuple[str, ...] = ()
    """The pages in the order in which they are read."""
    heights: Mapping[str, Height] = field(default_factory=dict)
    """How high the embeds are that were measured."""

    @cached_property
    def by_page(self) -> dict[str, list[Entry]]:
        """The entries of every chapter in the order of its text."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(entry.page, []).append(entry)
        return found

    @cached_property
    def former(self) -> dict[str, Entry]:
        """For every id that was given up, where it leads."""
        return {id_: entry for entry in self.entries.values() for id_ in entry.section.former}

    def leads_to(self, id_: str) -> Entry:
        """Where an id leads, whether it is in use or was given up. Raises KeyError if it was never published."""
        return self.entries.get(id_) or self.former[id_]

    def chapter(self, page: str) -> Entry:
        """The entry of a chapter's title."""
        return self.by_page[page][0]

    def height(self, id_: str) -> Height:
        """How high an embed is, or a height that shows the beginning of it."""
        return self.heights.get(id_, UNKNOWN)

    def reviewed(self, page: str) -> date | None:
        """The day on which somebody last read the whole chapter; None where it does not say."""
        said = self.meta[page].get("reviewed")
        return date.fromisoformat(said) if said else None

    def full_title(self, entry: Entry) -> str:
        """The title with that of its chapter before it, so that it makes sense alone."""
        chapter = self.chapter(entry.page)
        return entry.title if entry is chapter else f"{chapter.title} – {entry.title}"
