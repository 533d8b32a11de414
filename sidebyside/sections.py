"""What must hold between the ids that stand in chapters, their records in data/sections.yml, and data/sections.lock,
which only grows and keeps every address that was ever published: an id, and the page on which it stood.

`registry` brings the records and the lock up to date.
"""

import re
from collections.abc import Iterator

from .chapters import Anchor, Chapter
from .load import Draft
from .lock import LOCK, Lock
from .mistakes import Mistake, meant
from .model import SLUG
from .render.links import source_page, term_anchor


def _ids(draft: Draft, chapters: list[Chapter]) -> set[str]:
    """The ids of all anchors that have one."""
    return {anchor.id for _, anchor in anchors(draft, chapters) if anchor.id is not None}


def anchors(draft: Draft, chapters: list[Chapter]) -> Iterator[tuple[Chapter, Anchor]]:
    """Every anchor of every chapter, those of the claims and terms that it shows among them."""
    for chapter in chapters:
        for anchor in chapter.anchors:
            yield chapter, anchor
        for group, line, column in chapter.calls_of("claims"):
            for claim in draft.dataset.claims:
                if claim.group == group:
                    yield chapter, Anchor("claim", claim.id, line, column, is_call=True, title=claim.claim)
        for _, line, column in chapter.calls_of("glossary"):
            for term in draft.dataset.terms:
                yield chapter, Anchor("term", term_anchor(term.id), line, column, is_call=True, title=term.name)


def mistakes(draft: Draft, chapters: list[Chapter], lock: Lock) -> Iterator[Mistake]:
    """Everything that would break a link, now or later."""
    yield from title_not_first(chapters)
    yield from anchor_without_id(draft, chapters)
    yield from macro_in_a_heading(chapters)
    yield from id_used_twice(draft, chapters)
    yield from id_given_up(draft, chapters)
    yield from claim_on_no_page(draft, chapters)
    yield from grid_on_no_page(draft, chapters)
    yield from picture_on_no_page(draft, chapters)
    yield from lesson_on_no_page(draft, chapters)
    yield from publication_that_nobody_cites(draft, chapters)
    yield from id_not_recorded(draft, chapters)
    yield from record_without_anchor(draft, chapters)
    yield from published_id_gone(draft, chapters, lock)
    yield from address_not_locked(draft, chapters, lock)
    yield from anchor_of_a_figure(draft, chapters)


def title_not_first(chapters: list[Chapter]) -> Iterator[Mistake]:
    """A chapter that begins with anything but its title: the page's address leads to the title for ever."""
    for chapter in chapters:
        first = next(iter(chapter.anchors), None)
        if first is None or first.depth != 1:
            line, column = (first.line, first.column) if first else (1, 1)
            message = "no title before everything else that can be linked; begin with # and an id, # Title {#id}"
            yield Mistake(f"docs/{chapter.page}", line, column, "", message)


def anchor_without_id(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A heading, table or picture that has no id, or one that is no slug."""
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id is None:
            how = 'id="..."' if anchor.is_call else "{#...}"
            yield _at(chapter, anchor, f"a {anchor.kind} without an id; give it one by hand, {how}")
        elif not is_slug(anchor.id):
            message = f"the id '{anchor.id}' is no slug; use lower-case letters and digits, with single hyphens"
            yield _at(chapter, anchor, message)


def macro_in_a_heading(chapters: list[Chapter]) -> Iterator[Mistake]:
    """A heading whose words a macro makes: they are the section's title wherever it is linked or cited."""
    for chapter in chapters:
        for anchor in chapter.anchors:
            if anchor.kind == "heading" and "{{" in anchor.title:
                yield _at(chapter, anchor, "a macro in a heading; write its words, for they are the section's title")


def id_used_twice(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """The same id at two places of the site."""
    first: dict[str, str] = {}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id in first:
            yield _at(chapter, anchor, f"the id '{anchor.id}' is already at {first[anchor.id]}; choose another")
        elif anchor.id:
            first[anchor.id] = f"docs/{chapter.page}:{anchor.line}"


def id_given_up(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """An id in a chapter that leads to another section since it was given up."""
    former = {id_: section.id for section in draft.dataset.sections for id_ in section.former}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id in former:
            message = (
                f"the id '{anchor.id}' is a former id of '{former[anchor.id]}'; choose another, or take it back there"
            )
            yield _at(chapter, anchor, message)


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


def picture_on_no_page(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A picture that no chapter shows."""
    there = {anchor.id for _, anchor in anchors(draft, chapters)}
    for picture in draft.dataset.pictures:
        if picture.id not in there:
            message = f'no chapter shows this picture; call picture(id="{picture.id}"), or remove it'
            yield draft.mistake("pictures.yml", ("pictures", picture.id, "id"), message)


def lesson_on_no_page(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A lesson whose steps no chapter shows."""
    shown = {name for chapter in chapters for name, _, _ in chapter.calls_of("lesson_steps")}
    for id_ in draft.dataset.lesson_by_id:
        if id_ not in shown:
            message = f'no chapter shows this lesson; call lesson_steps("{id_}", id=...), or remove it'
            yield draft.mistake("lessons.yml", ("lessons", id_, "id"), message)


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
        if anchor.id is None or not is_slug(anchor.id):
            continue
        section = recorded.get(anchor.id)
        if section is None and anchor.id not in draft.ids["sections"].known:
            yield _at(chapter, anchor, f"the id '{anchor.id}' is not recorded; run make sections")
        elif section and section.page != chapter.page:
            message = f"the id '{anchor.id}' is recorded on {section.page}; if it has moved, run make sections"
            yield _at(chapter, anchor, message)
        elif section and section.kind != anchor.kind:
            message = f"the id '{anchor.id}' is recorded as a {section.kind}, not a {anchor.kind}; correct the record"
            yield _at(chapter, anchor, message)


def record_without_anchor(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """A record whose id is on no page."""
    there = _ids(draft, chapters)
    former = draft.ids["former"].known
    for section in draft.dataset.sections:
        if section.id in there:
            continue
        if section.id in former:
            message = f"'{section.id}' is a former id now; run make sections, which removes its record"
        else:
            near = meant(section.id, there)
            message = f"no heading, table, picture, claim or term has the id '{section.id}'{near}"
        yield draft.mistake("sections.yml", ("sections", section.id, "id"), message)


def published_id_gone(draft: Draft, chapters: list[Chapter], lock: Lock) -> Iterator[Mistake]:
    """An id of the lock that leads nowhere."""
    leading = _ids(draft, chapters) | draft.ids["former"].known
    for (id_, _), line in lock.addresses.items():
        if id_ not in leading:
            message = f"the published id '{id_}' leads nowhere{meant(id_, leading)}; people link it: bring it back"
            advice = ", or name it under former of the section that takes its place in data/sections.yml"
            yield Mistake(f"data/{LOCK}", line, 1, "", message + advice)


def address_not_locked(draft: Draft, chapters: list[Chapter], lock: Lock) -> Iterator[Mistake]:
    """A recorded section whose id and page are not in the lock."""
    for chapter, anchor in anchors(draft, chapters):
        section = draft.dataset.section_by_id.get(anchor.id or "")
        locked = (anchor.id, chapter.page) in lock.addresses
        if section and section.id == anchor.id and section.page == chapter.page and not locked:
            message = f"'{section.id}' on {section.page} is not in data/{LOCK}; run make sections"
            yield draft.mistake("sections.yml", ("sections", section.id, "id"), message)


def anchor_of_a_figure(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """An id on a source's page that is also the name of one of its figures: both would be the same address."""
    names = {(source_page(figure.source), figure.name) for figure in draft.dataset.figures.values()}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id and (chapter.page, anchor.id) in names:
            yield _at(chapter, anchor, f"the id '{anchor.id}' is that of a figure on this page; choose another")


def is_slug(id_: str) -> bool:
    """Whether a text can be an id."""
    return re.fullmatch(SLUG, id_) is not None


def _at(chapter: Chapter, anchor: Anchor, message: str) -> Mistake:
    return Mistake(f"docs/{chapter.page}", anchor.line, anchor.column, "", message)
