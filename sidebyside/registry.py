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
from pathlib import Path
from textwrap import indent

import yaml

from . import lock
from .chapters import Anchor, Chapter
from .document import Document
from .load import Draft
from .sections import anchors, is_slug

REGISTRY = "sections.yml"
HEAD = """\
# yaml-language-server: $schema=schema/sections.json
# Everything that can be linked, with its page. `make sections` adds what is new.
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
    there = {anchor.id: (chapter.page, anchor) for chapter, anchor in anchors(draft, chapters) if _is_usable(anchor)}
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
    mended = _mend_links(chapters, root / "docs", published, {id_: page for id_, (page, _) in there.items()}, former)
    return Update(new, moved, retired, mended)


def _is_usable(anchor: Anchor) -> bool:
    return anchor.id is not None and is_slug(anchor.id)


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
        found = document.mistake(("sections", *place), "")
        return found.line - 1, found.column - 1

    def put(place: tuple[int, int], old: str, new: str) -> None:
        line, column = place
        lines[line] = lines[line][:column] + new + lines[line][column:].removeprefix(old)

    for id_, (old, new) in moved.items():
        put(at(id_, "page"), old, new)
    for id_, heir in retired.items():
        heir = _last(heir, former_of)
        for each in former[id_]:  # what led to the one that goes leads on
            is_flow = lines[at(heir, "former")[0]].rstrip().endswith("]")
            line, column = at(heir, "former", 0)
            put((line, column), "", f"{each}, ") if is_flow else put((line, 0), "", f"{' ' * (column - 2)}- {each}\n")
    starts = {id_: at(position)[0] for position, id_ in document.ids()}
    order = [*sorted(starts.values()), len(lines)]
    for id_ in retired:
        for line in range(starts[id_], order[order.index(starts[id_]) + 1]):
            lines[line] = ""
    return "".join(lines)


def _mend_links(
    chapters: list[Chapter], docs: Path, published: lock.Published, pages: dict[str, str], former: dict[str, str]
) -> dict[str, int]:
    """Makes the links between chapters lead to where their sections are; gives how many changed in each chapter."""
    existing = {chapter.page for chapter in chapters}
    renamed = {
        old: pages[_last(first, former)]
        for old, first in published.first_of_page.items()
        if old not in existing and _last(first, former) in pages
    }
    came_from = {new: old for old, new in renamed.items() if new not in published.first_of_page}
    mended = {}
    for chapter in chapters:
        before = came_from.get(chapter.page, chapter.page)
        changes = list(_changed_links(chapter, before, existing, renamed, pages, former))
        if changes:
            text = chapter.text
            for start, end, link in reversed(changes):
                text = text[:start] + link + text[end:]
            (docs / chapter.page).write_text(text, encoding="utf-8")
            mended[chapter.page] = len(changes)
    return mended


def _changed_links(
    chapter: Chapter,
    before: str,
    existing: set[str],
    renamed: dict[str, str],
    pages: dict[str, str],
    former: dict[str, str],
) -> Iterator[tuple[int, int, str]]:
    """Where links of the chapter stand and what they have to be. `before`: where it was when they were written."""
    for found in _LINK.finditer(chapter.outside_code):
        path, id_ = found["path"], _last(found["id"] or "", former)
        if path and not path.endswith(".md") and before == chapter.page:
            continue
        page = chapter.page
        if path:
            page = _resolved(chapter.page, path)
            page = page if page in existing else _resolved(before, path)
        page = pages.get(id_) or renamed.get(page, page)
        target = "" if page == chapter.page and id_ else posixpath.relpath(page, posixpath.dirname(chapter.page) or ".")
        link = f"]({target}{f'#{id_}' if id_ else ''})"
        unchanged = _resolved(chapter.page, path) == page if path else page == chapter.page
        if id_ != (found["id"] or "") or not unchanged:
            yield *found.span(), link


def _last(id_: str, former: dict[str, str]) -> str:
    """The id to which an id leads at last."""
    seen = {id_}
    while id_ in former and former[id_] not in seen:
        id_ = former[id_]
        seen.add(id_)
    return id_


def _resolved(page: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
