"""data/sections.yml, everything that can be linked; data/changes.yml, the history of the data."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Address, FigureId, Model, Page, SectionKind, Slug, SocCode, Text

ADDED_OR_REMOVED = ("sources", "figures", "rows", "sections", "claims", "publications", "terms", "resources")
"""What has ids that are counted as added or removed when two states of the data are compared."""


class Alignment(Model):
    """What of public frameworks a section teaches toward."""

    esco: tuple[Address, ...] = ()
    """URIs of ESCO occupations, of those that data/roles.yml names."""
    soc: tuple[SocCode, ...] = ()
    """O*NET-SOC codes, of those that data/roles.yml names."""
    skills: tuple[FigureId, ...] = ()
    """Figures of a framework or a taxonomy: the skills that they are about."""


class Section(Model):
    """Something that can be linked for ever: a heading, a table, a picture, a claim or a term."""

    id: Slug
    kind: SectionKind
    page: Page
    """Where it stands; written by `make sections`, which follows it when it moves."""
    objectives: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    """What a reader can do afterwards; each begins with a verb of the vocabulary's processes."""
    minutes: int | None = Field(default=None, gt=0)
    """How long it takes, where that is not what its words say."""
    level: Slug | None = None
    """One of the vocabulary's educational levels; without one, that of the section around it."""
    aligns: Alignment = Alignment()
    former: tuple[Slug, ...] = ()
    """Ids that were given up and lead here."""


class Sections(Model):
    """data/sections.yml: everything that can be linked, with its page."""

    sections: tuple[Section, ...]


class Change(Model):
    """A number of a figure that is another than before."""

    figure: FigureId
    value: Text
    """Whose, and which of its numbers."""
    before: Text | None = None
    after: Text | None = None


class Release(Model):
    """A release of the data, and what differs from the one before."""

    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    date: date
    note: Text
    """What it brought, in a sentence."""
    added: dict[Slug, tuple[Text, ...]] = {}
    """By namespace, the ids that are new."""
    removed: dict[Slug, tuple[Text, ...]] = {}
    changed: tuple[Change, ...] = ()


class Changes(Model):
    """data/changes.yml: the history of the data, the newest release first."""

    releases: tuple[Release, ...] = Field(min_length=1)
