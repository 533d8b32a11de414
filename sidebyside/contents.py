"""Chapters -> Outline: titles as they stand there with the macros answered, and minutes by the words.

Whether a day of the unit asks for too many minutes is known only here, so it is no rule of `rules`.
"""

import html
import re
from collections.abc import Iterator, Mapping
from math import ceil

from .chapters import Anchor, Chapter
from .heights import Height
from .load import Draft
from .lock import Lock
from .mistakes import Mistake
from .model import Dataset, Section
from .outline import Entry, Outline
from .render.links import GLOSSARY
from .sections import anchors

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, Journal of Memory and Language)."""

Place = tuple[Section, Anchor]
"""What can be linked, and where in its chapter it stands."""

_WORD = re.compile(r"\w[\w'’.-]*")
_CAPTION = re.compile(r"<table[^>]*\bid=\"([^\"]+)\"[^>]*>\s*<caption><strong>(.*?)</strong>", re.DOTALL)


def outline(
    draft: Draft, chapters: list[Chapter], texts: Mapping[str, str], published: Lock, measured: Mapping[str, Height]
) -> Outline:
    """The outline of chapters without mistakes. `texts`: for each page its text with the macros answered."""
    found: dict[str, Entry] = {}
    by_chapter: dict[str, list[Place]] = {}
    for chapter, anchor in anchors(draft, chapters):
        if anchor.id is not None:
            section = draft.dataset.section_by_id[anchor.id]
            by_chapter.setdefault(chapter.page, []).append((section, anchor))
    for chapter in chapters:
        for entry in _entries(draft.dataset, chapter, by_chapter.get(chapter.page, []), texts[chapter.page]):
            found[entry.id] = entry
    meta = {chapter.page: chapter.meta for chapter in chapters}
    return Outline(found, published, meta, tuple(page for page in meta if page in by_chapter), measured)


def _entries(dataset: Dataset, chapter: Chapter, found: list[Place], text: str) -> Iterator[Entry]:
    titles = {id_: html.unescape(re.sub(r"<[^>]*>", "", title)) for id_, title in _CAPTION.findall(text)}
    titles |= {picture.id: picture.title for picture in dataset.pictures}
    counted = list(words(chapter, dataset))
    ordered = sorted(found, key=lambda each: each[1].line)
    around: list[Place] = []
    levels: dict[str, str | None] = {}
    for section, anchor in ordered:
        if anchor.depth:
            around = [each for each in around if each[1].depth < anchor.depth]
        outer, heading = around[-1] if around else (None, None)
        level = section.level or (levels[outer.id] if outer else None)
        levels[section.id] = level
        own = anchor.title or titles.get(section.id, "")
        title = own.removesuffix(".") or (heading.title if heading else section.id)
        time = section.minutes
        if time is None and anchor.depth:
            after = (each.line for _, each in ordered if each.line > anchor.line and 0 < each.depth <= anchor.depth)
            time = minutes(counted, anchor.line, next(after, None))
        yield Entry(section, title, anchor.depth, tuple(each.id for each, _ in around), time, level)
        if anchor.depth:
            around.append((section, anchor))


def words(chapter: Chapter, dataset: Dataset) -> Iterator[tuple[int, int]]:
    """Lines with how many words are read there: prose, and what authored tables, claims and terms say.

    Tables of figures are looked up rather than read, and a number in the prose is read with its sentence.
    """
    for line, text in enumerate(chapter.prose.split("\n"), 1):
        yield line, len(_WORD.findall(text))
    for name, line, _ in chapter.calls_of("grid"):
        yield line, sum(_count(row.name, *row.cells.values()) for row in dataset.grids[name].rows)
    for group, line, _ in chapter.calls_of("claims"):
        yield line, sum(_count(claim.claim, claim.answer) for claim in dataset.claims if claim.group == group)
    if assessment := dataset.assessment:
        for _, line, _ in chapter.calls_of("assessment"):
            yield line, sum(_count(statement.text) for statement in assessment.statements)
    for _, line, _ in chapter.calls_of("glossary") if chapter.page == GLOSSARY else ():
        yield line, sum(_count(term.name, term.definition) for term in dataset.terms)


def minutes(counted: list[tuple[int, int]], first: int = 1, end: int | None = None) -> int:
    """How long the lines from `first` to before `end` take to read: whole minutes, at least one."""
    total = sum(count for line, count in counted if first <= line and (end is None or line < end))
    return max(1, ceil(total / WORDS_A_MINUTE))


def mistakes(draft: Draft, outline: Outline) -> Iterator[Mistake]:
    """The days that ask for more reading than the unit allows."""
    unit = draft.dataset.syllabus
    if unit is None:
        return
    for day in unit.days:
        total = sum(outline.leads_to(id_).minutes or 0 for id_ in day.read)
        if total > unit.limit:
            message = f"{total} minutes to read, and a day has {unit.limit}; leave out a section, or move it"
            yield draft.mistake("syllabus.yml", ("days", day.id, "read"), message)


def _count(*texts: str) -> int:
    return sum(len(_WORD.findall(text)) for text in texts)
