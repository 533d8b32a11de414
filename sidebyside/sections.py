"""The registry of everything that can be linked: chapters hold the ids, data/sections.yml records them, and
data/sections.lock, which only grows, keeps every id that was ever published."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import yaml

from .chapters import Anchor, Chapter
from .load import LOCK, Draft
from .mistakes import Mistake, meant
from .model import SLUG
from .render.links import source_page, term_anchor

HEAD = """\
# yaml-language-server: $schema=schema/sections.json
# Everything that can be linked, with its page. `make sections` adds what is new.
"""
LOCK_HEAD = (
    "# Every id that was ever published, in the order of publication. Lines are added, never changed or removed.\n"
)


def anchors(draft: Draft, chapters: list[Chapter]) -> Iterator[tuple[Chapter, Anchor]]:
    """Every anchor of every chapter, those of the claims and terms that it shows among them."""
    for chapter in chapters:
        for anchor in chapter.anchors:
            yield chapter, anchor
        for group, line, column in chapter.calls_of("claims"):
            for claim in draft.dataset.claims:
                if claim.group == group:
                    yield chapter, Anchor("claim", claim.id, line, column, is_call=True)
        for _, line, column in chapter.calls_of("glossary"):
            for term in draft.dataset.terms:
                yield chapter, Anchor("term", term_anchor(term.id), line, column, is_call=True)


def mistakes(draft: Draft, chapters: list[Chapter], lock: Path) -> Iterator[Mistake]:
    """Everything that would break a link, now or later."""
    yield from anchor_without_id(draft, chapters)
    yield from id_used_twice(draft, chapters)
    yield from claim_on_no_page(draft, chapters)
    yield from grid_on_no_page(draft, chapters)
    yield from publication_that_nobody_cites(draft, chapters)
    yield from id_not_recorded(draft, chapters)
    yield from record_without_anchor(draft, chapters)
    yield from published_id_gone(draft, chapters, lock)
    yield from anchor_of_a_figure(draft, chapters)


def anchor_without_id(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A heading, table or picture that has no id, or one that is no slug."""
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id is None:
            how = 'id="..."' if anchor.is_call else "{#...}"
            yield _at(chapter, anchor, f"a {anchor.kind} without an id; give it one by hand, {how}")
        elif not _is_slug(anchor.id):
            message = f"the id '{anchor.id}' is no slug; use lower-case letters and digits, with single hyphens"
            yield _at(chapter, anchor, message)


def id_used_twice(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """The same id at two places of the site."""
    first: dict[str, str] = {}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id in first:
            yield _at(chapter, anchor, f"the id '{anchor.id}' is already at {first[anchor.id]}; choose another")
        elif anchor.id:
            first[anchor.id] = f"docs/{chapter.page}:{anchor.line}"


def claim_on_no_page(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A claim of a group that no chapter shows."""
    there = {anchor.id for _, anchor in anchors(draft, chapters)}
    for claim in draft.dataset.claims:
        if claim.id not in there and not draft.ids["groups.claims"].lacks(claim.group):
            message = f"no chapter shows the claims of '{claim.group}'; call claims(\"{claim.group}\")"
            yield draft.mistake("claims.yml", ("claims", claim.id, "group"), message)


def grid_on_no_page(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A grid that no chapter shows."""
    shown = {name for chapter in chapters for name, _, _ in chapter.calls_of("grid")}
    for name in draft.dataset.grids:
        if name not in shown:
            message = f'no chapter shows this grid; call grid("{name}", id=...), or remove it'
            yield draft.mistake(f"grids/{name}.yml", ("title",), message)


def publication_that_nobody_cites(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A publication that no claim, no grid and no chapter names."""
    data = draft.dataset
    named = {id_ for claim in data.claims for id_ in claim.said_by}
    named |= {id_ for grid in data.grids.values() for row in grid.rows for id_ in row.said_by}
    named |= {id_ for chapter in chapters for id_, _, _ in chapter.calls_of("cite")}
    complete = draft.ids["claims"].complete and len(data.claims) == len(draft.ids["claims"].known)
    for publication in data.publications:
        if complete and publication.id not in named:
            message = f"nobody cites '{publication.id}'; remove it, or name it under said_by or in cite()"
            yield draft.mistake("publications.yml", ("publications", publication.id, "id"), message)


def id_not_recorded(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """An id that data/sections.yml does not have, or has with another page or kind."""
    if not draft.ids["sections"].complete:
        return
    recorded = {section.id: section for section in draft.dataset.sections}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id is None or not _is_slug(anchor.id):
            continue
        section = recorded.get(anchor.id)
        if section is None and anchor.id not in draft.ids["sections"].known:
            yield _at(chapter, anchor, f"the id '{anchor.id}' is not recorded; run make sections")
        elif section and section.page != chapter.page:
            message = f"the id '{anchor.id}' is recorded on {section.page}; move the record in data/sections.yml"
            yield _at(chapter, anchor, message)
        elif section and section.kind != anchor.kind:
            message = f"the id '{anchor.id}' is recorded as a {section.kind}, not a {anchor.kind}; correct the record"
            yield _at(chapter, anchor, message)


def record_without_anchor(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A record whose id is on no page."""
    there = {anchor.id for _, anchor in anchors(draft, chapters)}
    for section in draft.dataset.sections:
        if section.id not in there:
            near = meant(section.id, there - {None})
            message = f"no heading, table, picture, claim or term has the id '{section.id}'{near}"
            yield draft.mistake("sections.yml", ("sections", section.id, "id"), message)


def published_id_gone(draft: Draft, chapters: list[Chapter], lock: Path) -> Iterator[Mistake]:
    """An id of the lock that leads nowhere, or a recorded id that is not in the lock."""
    there = {anchor.id for _, anchor in anchors(draft, chapters)}
    published = read_lock(lock)
    for id_, line in published.items():
        if id_ not in there:
            message = f"the published id '{id_}' leads nowhere{meant(id_, there - {None})}"
            yield Mistake(f"data/{LOCK}", line, 1, "", f"{message}; people link it: bring it back")
    for section in draft.dataset.sections:
        if section.id in there and section.id not in published:
            message = f"'{section.id}' is not in data/{LOCK}; run make sections"
            yield draft.mistake("sections.yml", ("sections", section.id, "id"), message)


def anchor_of_a_figure(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """An id on a source's page that is also the name of one of its figures: both would be the same address."""
    names = {(source_page(figure.source), figure.name) for figure in draft.dataset.figures.values()}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id and (chapter.page, anchor.id) in names:
            yield _at(chapter, anchor, f"the id '{anchor.id}' is that of a figure on this page; choose another")


def read_lock(lock: Path) -> dict[str, int]:
    """The published ids with their lines; none where there is no lock yet."""
    lines = lock.read_text(encoding="utf-8", errors="replace").splitlines() if lock.is_file() else []
    return {line.strip(): number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")}


def add(draft: Draft, chapters: list[Chapter], folder: Path) -> list[str]:
    """Records and locks every id of the chapters that is new; gives the new ids."""
    recorded = draft.ids["sections"].known
    new = {
        anchor.id: {"id": anchor.id, "kind": anchor.kind, "page": chapter.page}
        for chapter, anchor in anchors(draft, chapters)
        if anchor.id and _is_slug(anchor.id) and anchor.id not in recorded
    }
    registry, lock = folder / "sections.yml", folder / LOCK
    if new:
        text = registry.read_text(encoding="utf-8") if recorded else HEAD + "sections:\n"
        items = yaml.safe_dump(list(new.values()), sort_keys=False)
        first = re.search(r"^( *)- ", text, re.MULTILINE)
        registry.write_text(text + indent(items, first[1] if first else "  "), encoding="utf-8")
    published = read_lock(lock)
    unlocked = [id_ for id_ in (*[s.id for s in draft.dataset.sections], *new) if id_ not in published]
    if unlocked:
        text = lock.read_text(encoding="utf-8") if lock.is_file() else LOCK_HEAD
        lock.write_text(text + "".join(f"{id_}\n" for id_ in unlocked), encoding="utf-8")
    return list(new)


def _is_slug(id_: str) -> bool:
    return re.fullmatch(SLUG, id_) is not None


def _at(chapter: Chapter, anchor: Anchor, message: str) -> Mistake:
    return Mistake(f"docs/{chapter.page}", anchor.line, anchor.column, "", message)
