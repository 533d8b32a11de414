"""data/vocabularies.yml, the words that the dataset may use; data/roles.yml, the roles that are compared."""

from typing import Literal

from pydantic import Field

from .base import Address, Model, Slug, SocCode, Text


class Term(Model):
    """One word of a controlled vocabulary."""

    id: Slug
    label: Text
    description: Text
    """What the word means, in a sentence that the site shows."""


class Process(Term):
    """A cognitive process of Bloom's revised taxonomy (Anderson and Krathwohl 2001)."""

    verbs: tuple[Text, ...] = Field(min_length=1)
    """With what an objective of this process may begin."""


class Vocabularies(Model):
    """data/vocabularies.yml: the words that the dataset may use, each with its label and description."""

    groups: dict[Slug, tuple[Term, ...]]
    """For each comparison table, its groups of rows in their order."""
    kinds: tuple[Term, ...]
    origins: tuple[Term, ...]
    units: tuple[Term, ...]
    intervals: tuple[Term, ...]
    levels: tuple[Term, ...]
    """Levels of seniority, lowest first."""
    proficiencies: tuple[Term, ...]
    """Levels of a skill, lowest first."""
    parts: tuple[Term, ...]
    """What a role can have to do with a step of a project."""
    verdicts: tuple[Term, ...]
    """What the data can say to a claim."""
    forms: tuple[Term, ...]
    """What a claim can say, each with the rule of its verdict."""
    subjects: tuple[Term, ...]
    """What a figure can be about, beside a role."""
    processes: tuple[Process, ...]
    """What a learning objective asks for, the simplest first, each with its verbs."""
    educational_levels: tuple[Term, ...]
    """What a reader brings along, least first."""


class Codes(Model):
    """Where official classifications put a role."""

    esco: Address | None
    """URI of the ESCO occupation; URIs are stable, codes have moved."""
    esco_label: Text | None
    soc: tuple[SocCode, ...]
    """O*NET-SOC codes under which the title is listed."""
    soc_version: Text
    uk_framework: Text | None
    """Name of the role in the UK Government Digital and Data Profession Capability Framework."""


class Role(Model):
    """One of the roles that are compared. No code and no template names a role: they all come from here."""

    id: Slug
    name: Text
    plural: Text
    short: Text
    """For table heads and narrow places."""
    short_plural: Text
    purpose: Text
    """What the role is for, in a line."""
    question: Text
    """The question that the role answers."""
    delivers: Text
    """What is handed over at the end of the day."""
    other_titles: tuple[Text, ...]
    codes: Codes
    color: Slug
    """A color token of the stylesheet: --sb-<color> and --sb-<color>-tint."""
    mark: Literal["disc", "square", "triangle", "diamond"]
    fill: Literal["solid", "hatched", "dotted", "striped"]
    """How the role's bars and areas are drawn, so that they differ in gray, too."""

    @property
    def sign(self) -> str:
        """The mark as a letter, for text."""
        return {"disc": "●", "square": "■", "triangle": "▲", "diamond": "◆"}[self.mark]


class Roles(Model):
    """data/roles.yml: the roles, in the order in which they stand side by side."""

    roles: tuple[Role, ...] = Field(min_length=2, max_length=4)
