"""data/glossary.yml, data/resources.yml and data/planner.yml: what one learns with, and what a plan is made of."""

from datetime import date
from typing import Literal

from pydantic import Field

from .base import Address, Model, Slug, Text


class GlossaryTerm(Model):
    """A term of the field, in plain words."""

    id: Slug
    name: Text
    forms: tuple[Text, ...] = ()
    """How chapters write it, where that is not its name alone; the first of them in a chapter leads here."""
    definition: Text
    """In a sentence or two; the first sentence is the hint in the chapters."""
    see: Slug | None = None
    """The section that says more."""


class Glossary(Model):
    """data/glossary.yml: the terms of the field."""

    terms: tuple[GlossaryTerm, ...]


class Resource(Model):
    """Something free to learn from that we have seen."""

    id: Slug
    title: Text
    publisher: Text
    address: Address
    format: Literal["book", "course", "guide", "documentation", "exercises"]
    licence: Text
    """In the words in which it was seen; or that it states none."""
    hours: float | None = Field(default=None, gt=0)
    """How long it takes, where its publisher says so."""
    skills: tuple[Slug, ...] = Field(min_length=1)
    """The rows of the table of skills that it serves."""
    note: Text
    """What one learns from it, in a sentence."""
    read: date
    """The day on which a copy of it was seen."""


class Resources(Model):
    """data/resources.yml: what to learn a skill from."""

    resources: tuple[Resource, ...]


class Step(Model):
    """A skill as a step of a plan."""

    id: Slug
    """The row of the table of skills."""
    tools: tuple[Slug, ...] = ()
    """The rows of the table of tools that the skill is practiced with; a judgment of ours."""
    read: tuple[Slug, ...] = Field(min_length=1)
    """The sections of the guide that say something of it."""


class Planner(Model):
    """data/planner.yml: what a plan has for each skill."""

    steps: tuple[Step, ...]
