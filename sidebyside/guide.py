"""The shape that every chapter of the guide has: what its front matter says, how it begins and how it ends.

`mistakes` finds the chapters that lack something; `prepared` adds to a chapter what follows from its front matter and
its text: the minutes it takes, the day of its last review, hints at terms, and what its reader can do afterwards.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationError

from .chapters import Chapter
from .explain import explain
from .hints import hinted
from .load import Draft
from .mistakes import Mistake
from .model import Dataset, Model, Text
from .outline import Outline
from .render.html import render
from .render.links import GLOSSARY
from .render.numbers import day

PARTS = ("compare", "roles", "work", "path", "check")
HINTED = (*PARTS, "data/method.md")
"""Where terms become hints: the guide, and the page that explains its statistics."""
LIMITS, NEXT = "What this does not tell you", "What to read next"


class Search(Model):
    """What the site's search is told of a chapter."""

    keywords: tuple[Text, ...] = ()
    """More words by which people search for it, such as synonyms that the chapter has no use for. Nobody sees them."""
    boost: Annotated[float, Field(gt=0)] = 1
    """By how much its results weigh more than those of another chapter."""


class FrontMatter(Model):
    """What stands above the text of a chapter."""

    title: Text
    description: Text
    tags: Annotated[tuple[Text, ...], Field(min_length=3)]
    """Words by which people search for it."""
    reviewed: date
    """The day on which somebody last read the whole chapter and held it against the data."""
    hide: tuple[Text, ...] = ()
    search: Search = Search()


def mistakes(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """Everything that a chapter of the guide's parts lacks; of the others, front matter that cannot be read."""
    for chapter in chapters:
        if chapter.page.partition("/")[0] in PARTS:
            yield from front_matter(chapter)
            yield from answer_not_first(chapter)
            yield from closing_section_missing(chapter)
            yield from record_incomplete(draft, chapter)
        else:
            yield from chapter.front[1]


def front_matter(chapter: Chapter) -> Iterator[Mistake]:
    """Front matter that is missing or not of its form."""
    read, wrong = chapter.front
    yield from wrong
    if read is None:
        if not wrong:
            yield chapter.mistake(0, "no front matter; begin with ---, title, description, tags and reviewed")
        return
    try:
        FrontMatter.model_validate_json(json.dumps(read.data), strict=True)
    except ValidationError as error:
        for each in error.errors():
            key = "" if each["type"] == "missing" else str(each["loc"][0])
            yield explain(read, FrontMatter, each)._replace(path=key)


def answer_not_first(chapter: Chapter) -> Iterator[Mistake]:
    """A chapter that begins with anything but a paragraph: the answer."""
    heads = [anchor for anchor in chapter.anchors if anchor.kind == "heading"]
    if heads:
        lines = chapter.text.split("\n")[heads[0].line :]
        first = next((line for line in lines if line.strip()), "")
        if re.match(r"#|[-*+] |\d+\. |!\[|\{\{ (side_by_side|grid)\(|`{3}|\||>", first):
            yield Mistake(
                f"docs/{chapter.page}", heads[0].line, 1, "", "answer first: a paragraph belongs below the title"
            )


def closing_section_missing(chapter: Chapter) -> Iterator[Mistake]:
    """A chapter that does not say what it leaves open, or what to read next."""
    for title in (LIMITS, NEXT):
        if not re.search(rf"^## {title} \{{#", chapter.text, re.MULTILINE):
            yield chapter.mistake(len(chapter.text.rstrip()), f"no section '## {title} {{#...}}'; add it at the end")


def record_incomplete(draft: Draft, chapter: Chapter) -> Iterator[Mistake]:
    """A chapter whose record has no level, or one of whose parts says nothing of what a reader can do afterwards."""
    for anchor in chapter.anchors:
        section = draft.dataset.section_by_id.get(anchor.id or "")
        if section is None or section.id != anchor.id or anchor.title in (LIMITS, NEXT) or anchor.depth not in (1, 2):
            continue
        place = ("sections", section.id, "id")
        if not section.objectives:
            message = "no objectives; say what a reader of this section can do afterwards"
            yield draft.mistake("sections.yml", place, message)
        if anchor.depth == 1 and section.level is None:
            yield draft.mistake("sections.yml", place, "no level; say what a reader of this chapter brings along")


def prepared(page: str, markdown: str, meta: dict[str, Any], dataset: Dataset, outline: Outline) -> str:
    """The chapter's Markdown, without its front matter, with everything that is not typed into it.

    `meta` is the front matter. Pages outside the guide have only what they say in it. The glossary hints at nothing,
    and the names of the roles are no hints, for they are on every page.
    """
    text = markdown
    chapter = outline.chapter(page)
    if page.startswith(HINTED) and page != GLOSSARY:
        text = hinted(markdown, dataset.terms, unhinted=dataset.role_by_id)
    if reviewed := meta.get("reviewed"):
        level = dataset.term("educational_levels", chapter.level) if chapter.level else None
        words = day(reviewed)
        head = render("chapter_head.html", minutes=chapter.minutes, level=level, reviewed=words)
        text = re.sub(r"^(# .*)$", lambda found: f"{found[1]}\n\n{head}", text, count=1, flags=re.MULTILINE)
    if objectives := chapter.section.objectives:
        text = f"{text.rstrip()}\n\n{render('objectives.html', objectives=objectives)}\n"
    return text
