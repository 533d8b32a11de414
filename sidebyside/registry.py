"""`make sections`: brings data/sections.yml, data/sections.lock and the links between chapters up to date with what
stands in the chapters.

New ids are recorded and locked. A section that moved is followed: its record gets its new page, the lock its new
address, and links of other chapters lead there. A record that was given up, because another names its id as a former
one, is removed.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from textwrap import indent

import yaml

from . import lock
from .chapters import Chapter
from .document import Document
from .load import Draft
from .sections import anchors, is_slug

REGISTRY = "sections.yml"
HEAD = """\
# yaml-language-server: $schema=schema/sections.json
# Everything that can be linked. `make sections` adds what is new and follows what moves; people write what a reader
# can do afterwards, the level, what it aligns with, and the ids that were given up for this one. CONTRIBUTING.md shows
# how.
"""
_LINK = re.compile(r"\]\((?P<path>[^()\s#:]*)(?:#(?P<id>[^()\s]+))?\)")


@dataclass(frozen=True)
class Update:
    """What was brought up to date."""

    new: list[str]
    moved: dict[str, tuple[str, str]]
    """For each id the page that it left, and the one on which it is now."""
    retired: dict[str, str]
    """For each id that was given up, the one to which it leads."""
    mended: dict[str, int]
    """For each chapter, how many of its links were changed."""

    def __str__(self) -> str:
        lines = [f"{len(self.new)} new ids", *self.new]
        lines += [f"{id_} has moved from {old} to {new}" for id_, (old, new) in self.moved.items()]
        lines += [f"{id_} leads to {heir}" for id_, heir in self.retired.items()]
        lines += [f"docs/{page}: {count} links changed" for page, count in self.mended.items()]
        return "\n".join(lines)


def update(draft: Draft, chapters: list[Chapter], root: Path) -> Update:
    """Writes what is out of date. The registry must have been read whole."""
    folder = root / "data"
    published = lock.read(folder / lock.LOCK)
    found = [(anchor.id, chapter.page, anchor) for chapter, anchor in anchors(draft, chapters)]
    there = {id_: (page, anchor) for id_, page, anchor in found if id_ is not None and is_slug(id_)}
    sections = draft.dataset.sections
    former = {id_: section.id for section in sections for id_ in section.former}
    new = [id_ for id_ in there if id_ not in draft.ids["sections"].known]
    moved = {s.id: (s.page, there[s.id][0]) for s in sections if s.id in there and there[s.id][0] != s.page}
    retired = {s.id: former[s.id] for s in sections if s.id not in there and s.id in former}

    records = {id_: {"id": id_, "kind": there[id_][1].kind, "page": there[id_][0]} for id_ in new}
    if document := draft.documents.get(REGISTRY):
        changed = _changed(draft, document, folder / REGISTRY, moved, retired)
    else:
        changed = HEAD + "sections:\n"
    if records or moved or retired:
        (folder / REGISTRY).write_text(_with(changed, list(records.values())), encoding="utf-8")
    known = {*new, *(s.id for s in sections if s.id in there)}
    addresses = [(id_, page) for id_, (page, _) in there.items() if id_ in known]
    unlocked = [address for address in addresses if address not in published.addresses]
    if unlocked:
        lock.extend(folder / lock.LOCK, unlocked)
    places = Places(
        pages={id_: page for id_, (page, _) in there.items()},
        former=former,
        left={id_: old for id_, (old, _) in moved.items()},
        existing=frozenset(chapter.page for chapter in chapters),
        published=published,
    )
    return Update(new, moved, retired, _mend_links(chapters, root / "docs", places))


def _with(text: str, records: list[dict[str, str]]) -> str:
    """The registry with records added at its end."""
    if not records:
        return text
    first = re.search(r"^( *)- ", text, re.MULTILINE)
    text = re.sub(r"^sections: \[\]$", "sections:", text, flags=re.MULTILINE)
    return text + indent(yaml.safe_dump(records, sort_keys=False), first[1] if first else "  ")


def _changed(
    draft: Draft, document: Document, path: Path, moved: dict[str, tuple[str, str]], retired: dict[str, str]
) -> str:
    """The registry with the pages of what moved, and without the records of what was given up."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    former = {section.id: section.former for section in draft.dataset.sections}
    former_of = {id_: section.id for section in draft.dataset.sections for id_ in section.former}

    def at(*place: str | int) -> tuple[int, int]:
        found = document.place(("sections", *place))
        return found.line - 1, found.column - 1

    edits: list[tuple[tuple[int, int], str, str]] = []  # what stands at a line and column, and what takes its place
    for id_, (old, new) in moved.items():
        edits.append((at(id_, "page"), old, new))
    for id_, heir in retired.items():
        heir = _last(heir, former_of)
        for each in former[id_]:  # what led to the one that goes leads on
            is_flow = lines[at(heir, "former")[0]].rstrip().endswith("]")
            line, column = at(heir, "former", 0)
            if is_flow:
                edits.append(((line, column), "", f"{each}, "))
            else:
                edits.append(((line, 0), "", f"{' ' * (column - 2)}- {each}\n"))
    for (line, column), old, new in sorted(edits, reverse=True):  # from the end, so that no edit shifts another's place
        lines[line] = lines[line][:column] + new + lines[line][column:].removeprefix(old)
    starts = {id_: at(position)[0] for position, id_ in document.ids()}
    order = [*sorted(starts.values()), len(lines)]
    for id_ in retired:
        for line in range(starts[id_], order[order.index(starts[id_]) + 1]):
            lines[line] = ""
    return "".join(lines)


@dataclass(frozen=True)
class Places:
    """Where everything is and was, to which a link can lead."""

    pages: dict[str, str]
    """For each id its page."""
    former: dict[str, str]
    """For each id that was given up, the one to which it leads."""
    left: dict[str, str]
    """For each id that has moved, the page that it left."""
    existing: frozenset[str]
    published: lock.Lock

    @cached_property
    def renamed(self) -> dict[str, str]:
        """For each page that is no more, the one on which its title is."""
        firsts = {old: _last(id_, self.former) for old, id_ in self.published.first_of_page.items()}
        gone = {old: id_ for old, id_ in firsts.items() if old not in self.existing}
        return {old: self.pages[id_] for old, id_ in gone.items() if id_ in self.pages}


def _mend_links(chapters: list[Chapter], docs: Path, places: Places) -> dict[str, int]:
    """Makes the links between chapters lead to where their sections are; gives how many changed in each chapter."""
    mended = {}
    for chapter in chapters:
        changes = list(_changed_links(chapter, places))
        if changes:
            text = chapter.text
            for start, end, link in reversed(changes):
                text = text[:start] + link + text[end:]
            (docs / chapter.page).write_text(text, encoding="utf-8")
            mended[chapter.page] = len(changes)
    return mended


def _changed_links(chapter: Chapter, places: Places) -> Iterator[tuple[int, int, str]]:
    """Where a link of the chapter stands, from and to, and what it has to be."""
    for found in _LINK.finditer(chapter.outside_code):
        path, id_ = found["path"], _last(found["id"] or "", places.former)
        written_on = _written_on(chapter, found.start(), places)
        if path and not path.endswith(".md") and written_on == chapter.page:
            continue
        page = _resolved(chapter.page, path) if path else chapter.page
        if path and page not in places.existing:
            page = _resolved(written_on, path)
        page = places.pages.get(id_) or places.renamed.get(page, page)
        leads_right = (_resolved(chapter.page, path) if path else chapter.page) == page
        if not leads_right or id_ != (found["id"] or ""):
            here = page == chapter.page and id_
            target = "" if here else posixpath.relpath(page, posixpath.dirname(chapter.page) or ".")
            yield *found.span(), f"]({target}{f'#{id_}' if id_ else ''})"


def _written_on(chapter: Chapter, offset: int, places: Places) -> str:
    """The page on which the section around an offset was before."""
    line, _ = chapter.place(offset)
    above = [anchor.id for anchor in chapter.anchors if anchor.depth and anchor.line <= line]
    return places.left.get(above[-1] or "", chapter.page) if above else chapter.page


def _last(id_: str, former: dict[str, str]) -> str:
    """The id to which an id leads at last."""
    seen = {id_}
    while id_ in former and former[id_] not in seen:
        id_ = former[id_]
        seen.add(id_)
    return id_


def _resolved(page: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
