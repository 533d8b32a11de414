"""Rules about what one learns with: the terms of the glossary, and resources for the skills that a role lacks."""

from collections.abc import Iterator

from .. import derive
from ..load import Draft
from ..mistakes import Mistake
from .lookup import unknown


def unknown_section_of_a_term(draft: Draft) -> Iterator[Mistake]:
    """A term that leads to a section that data/sections.yml does not have."""
    for term in draft.dataset.terms:
        yield from unknown(draft, "glossary.yml", ("terms", term.id, "see"), "sections", term.see, "section")


def form_of_two_terms(draft: Draft) -> Iterator[Mistake]:
    """A word that would lead to two terms."""
    first: dict[str, str] = {}
    for term in draft.dataset.terms:
        for form in term.forms or (term.name,):
            if first.setdefault(form.casefold(), term.id) != term.id:
                message = f"'{form}' is a form of '{first[form.casefold()]}', too; a word can lead to one term only"
                yield draft.mistake("glossary.yml", ("terms", term.id, "id"), message)


def terms_out_of_order(draft: Draft) -> Iterator[Mistake]:
    """A term that stands before one that comes earlier in the alphabet: readers look there."""
    before = ""
    for term in draft.dataset.terms:
        if term.name.casefold() < before:
            yield draft.mistake(
                "glossary.yml", ("terms", term.id, "id"), f"'{term.name}' is not in its alphabetic place"
            )
        before = max(before, term.name.casefold())


def unknown_skill(draft: Draft) -> Iterator[Mistake]:
    """A resource for a skill that data/skills.yml does not have."""
    for resource in draft.dataset.resources:
        for position, skill in enumerate(resource.skills):
            place = ("resources", resource.id, "skills", position)
            yield from unknown(draft, "resources.yml", place, "skills", skill, "skill")


def gap_without_resource(draft: Draft) -> Iterator[Mistake]:
    """A skill of which one role needs more than the other, and nothing to learn it from."""
    if "resources.yml" not in draft.documents:
        return
    for row in getattr(draft.dataset.tables.get("skills"), "rows", ()):
        known = all(id_ in draft.dataset.figures for id_ in row.evidence)
        levels = {derive.level(draft.dataset, row, role.id) for role in draft.dataset.roles} if known else set()
        if len(levels) > 1 and row.id not in draft.dataset.resources_by_skill:
            message = "its levels differ, and data/resources.yml has nothing to learn it from; add a resource"
            yield draft.mistake("skills.yml", ("rows", row.id, "id"), message)
