"""What one learns with, as templates show it: the glossary and its hints, skills that a role lacks, resources."""

import re
from dataclasses import dataclass

from .. import derive
from ..model import Dataset, GlossaryTerm, Resource, SkillRow, Term
from ..model.shown import Reference
from .html import capital, render
from .links import GLOSSARY, RESOURCES, Links, term_anchor

SHOWN = 3  # how many resources stand beside a skill; the table of resources has all


@dataclass(frozen=True)
class SkillGap:
    """A skill of which the goal asks more than the start, as terms of the vocabulary; None where it is not asked."""

    row: SkillRow
    start: Term | None
    goal: Term
    resources: tuple[tuple[str, str], ...]
    """Titles of what to learn it from, each with its address."""


def gaps(dataset: Dataset, links: Links, start: str, goal: str) -> list[SkillGap]:
    """The skills of which `goal` asks more than `start`, the largest gaps first, else in the order of the table."""
    order = [term.id for term in dataset.vocabularies.proficiencies]
    found = []
    for row in dataset.tables["skills"].rows:
        here, there = (derive.level(dataset, row, role) for role in (start, goal))
        if there is None:
            continue
        steps = order.index(there) - (order.index(here) if here else -1)
        if steps > 0:
            words = (dataset.term("proficiencies", here) if here else None, dataset.term("proficiencies", there))
            found.append((-steps, SkillGap(row, *words, serving(dataset, links, row.id))))
    return [gap for _, gap in sorted(found, key=lambda each: each[0])]


def serving(dataset: Dataset, links: Links, skill: str) -> tuple[tuple[str, str], ...]:
    """Titles and addresses of resources for a skill: those that are about the fewest others, three at most."""
    found = dataset.resources_by_skill.get(skill, ())[:SHOWN]
    return tuple((each.title, links.to(RESOURCES, resource_anchor(each))) for each in found)


def offered(dataset: Dataset, skill: str, most: int = SHOWN) -> tuple[Reference, ...]:
    """The same resources as data."""
    found = dataset.resources_by_skill.get(skill, ())[:most]
    return tuple(Reference(id=each.id, title=each.title) for each in found)


def resource_anchor(resource: Resource) -> str:
    """The id of a resource in their table."""
    return f"resource-{resource.id}"


def resources(dataset: Dataset) -> list[tuple[Resource, str, list[str]]]:
    """Every resource with its anchor and the names of the skills that it serves."""
    names = {row.id: row.name for row in dataset.tables["skills"].rows}
    return [(each, resource_anchor(each), [names[skill] for skill in each.skills]) for each in dataset.resources]


def glossary(dataset: Dataset, links: Links) -> dict[str, list[tuple[GlossaryTerm, str, str]]]:
    """By first letter, every term with its anchor and the address of the section that says more."""
    found: dict[str, list[tuple[GlossaryTerm, str, str]]] = {}
    for term in dataset.terms:
        more = links.to_section(dataset, term.see) if term.see else ""
        found.setdefault(capital(term.name)[0], []).append((term, term_anchor(term.id), more))
    return found


def hint(term: GlossaryTerm, words: str, links: Links) -> str:
    """Words of a chapter with the first sentence of the definition as a hint, leading to the glossary."""
    first = re.split(r"(?<=[.!?])\s+(?=[A-Z])", term.definition, maxsplit=1)[0]
    return render("term.html", href=links.to(GLOSSARY, term_anchor(term.id)), definition=first, words=words)
