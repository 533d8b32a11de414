"""The shape that every chapter of the guide has: what its front matter says, how it begins and how it ends.

`mistakes` finds the chapters that lack something; `prepared` adds to a chapter what follows from its front matter and
its text: the minutes it takes, the day of its last review, hints at terms, and what its reader can do afterwards.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import Annotated, Any

from pydantic import Field, ValidationError

from . import document
from .chapters import Chapter
from .explain import explain
from .hints import hinted
from .load import Draft
from .mistakes import Mistake, meant
from .model import Dataset, Model, Text
from .render.html import render
from .render.links import GLOSSARY

PARTS = ("compare", "roles", "work", "path", "check")
HINTED = (*PARTS, "data/method.md")
"""Where terms become hints: the guide, and the page that explains its statistics."""
WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, Journal of Memory and Language)."""
LIMITS, NEXT = "What this does not tell you", "What to read next"

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_WORD = re.compile(r"\w[\w'’.-]*")


class FrontMatter(Model):
    """What stands above the text of a chapter."""

    title: Text
    description: Text
    tags: Annotated[tuple[Text, ...], Field(min_length=3)]
    """Words by which people search for it."""
    reviewed: date
    """The day on which somebody last read the whole chapter and held it against the data."""
    objectives: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """What a reader can do afterwards; each begins with one of the vocabulary's verbs."""
    hide: tuple[Text, ...] = ()


def mistakes(draft: Draft, chapters: list[Chapter]) -> Iterator[Mistake]:
    """Everything that a chapter of the guide's parts lacks."""
    for chapter in chapters:
        if chapter.page.partition("/")[0] in PARTS:
            yield from front_matter(draft, chapter)
            yield from answer_not_first(chapter)
            yield from closing_section_missing(chapter)


def front_matter(draft: Draft, chapter: Chapter) -> Iterator[Mistake]:
    """Front matter that is missing or not of its form, and objectives that begin with no known verb."""
    found = _FRONT.match(chapter.text)
    if not found:
        yield chapter.mistake(0, "no front matter; begin with ---, title, description, tags, reviewed and objectives")
        return
    read, wrong = document.read(f"docs/{chapter.page}", f"\n{found[1]}".encode())  # a line for the ---
    yield from wrong
    if read is None:
        return
    try:
        front = FrontMatter.model_validate_json(json.dumps(read.data), strict=True)
    except ValidationError as error:
        for each in error.errors():
            key = "" if each["type"] == "missing" else str(each["loc"][0])
            yield explain(read, FrontMatter, each)._replace(path=key)
        return
    verbs = [term.label for term in draft.dataset.vocabularies.verbs]
    for position, objective in enumerate(front.objectives):
        verb = objective.partition(" ")[0]
        if verb not in verbs and draft.ids["verbs"].complete:
            message = f"an objective begins with a verb of vocabularies.yml, not with '{verb}'{meant(verb, verbs)}"
            yield read.mistake(("objectives", position), message)._replace(path="objectives")


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


def minutes(page: str, markdown: str, dataset: Dataset) -> int:
    """How long a chapter takes to read: its prose, and what it shows of the authored tables, claims and terms.

    Tables of figures are looked up rather than read, and a number in the prose is read with its sentence.
    """
    chapter = Chapter(page, markdown)
    texts = [chapter.prose]
    for name, _, _ in chapter.calls_of("grid"):
        texts += [" ".join((row.name, *row.cells.values())) for row in dataset.grids[name].rows]
    for group, _, _ in chapter.calls_of("claims"):
        texts += [f"{claim.claim} {claim.answer}" for claim in dataset.claims if claim.group == group]
    if page == GLOSSARY:
        texts += [f"{term.name} {term.definition}" for term in dataset.terms]
    return max(1, ceil(len(_WORD.findall(" ".join(texts))) / WORDS_A_MINUTE))


def prepared(page: str, markdown: str, meta: dict[str, Any], dataset: Dataset) -> str:
    """The chapter's Markdown, without its front matter, with everything that is not typed into it.

    `meta` is the front matter. Pages outside the guide have only what they say in it. The glossary hints at nothing,
    and the names of the roles are no hints, for they are on every page.
    """
    text = markdown
    if page.startswith(HINTED) and page != GLOSSARY:
        text = hinted(markdown, dataset.terms, unhinted=dataset.role_by_id)
    if reviewed := meta.get("reviewed"):
        time = minutes(page, markdown, dataset)
        head = render("chapter_head.html", minutes=time, reviewed=f"{reviewed.day} {reviewed:%B %Y}")
        text = re.sub(r"^(# .*)$", lambda found: f"{found[1]}\n\n{head}", text, count=1, flags=re.MULTILINE)
    if objectives := meta.get("objectives"):
        text = f"{text.rstrip()}\n\n{render('objectives.html', objectives=objectives)}\n"
    return text
