"""data/sources.yml and data/publications.yml: where figures and claims come from, and on which terms."""

import datetime

from pydantic import Field

from .base import Address, Kind, Model, Sha256, Slug, Snapshot, Text


class Licence(Model):
    """The terms of a source, as its publisher words them."""

    name: Text
    address: Address | None = None
    wording: Text
    """The words in which the licence was seen."""
    notice: Text | None = None
    """A credit that has to stand beside the figures."""


class RawFile(Model):
    """A file that figures are computed from."""

    path: Text
    """Below the folder that `make evidence RAW=...` is given."""
    sha256: Sha256


class Source(Model):
    """A publication or a data file that figures come from."""

    id: Slug
    title: Text
    short: Text
    """For citations in a sentence, with its year."""
    publisher: Text
    date: Text
    """When it was published, or the state that was read."""
    address: Address
    archived: Snapshot | None = None
    """A copy of what the address leads to, where one is known; `make upkeep ARGS=--online` asks for it."""
    licence: Licence
    read: datetime.date
    """The day on which it was read."""
    kinds: tuple[Kind, ...] = Field(min_length=1)
    files: tuple[RawFile, ...] = ()
    limits: tuple[Text, ...] = Field(min_length=1)
    """What it cannot tell; shown on the source's page."""


class Sources(Model):
    """data/sources.yml: every publication and data file that a figure comes from."""

    sources: tuple[Source, ...]


class Publication(Model):
    """Something that claims and chapters cite: a book, an article, a lesson. Its numbers are not used."""

    id: Slug
    title: Text
    short: Text
    """For citations in a sentence."""
    by: Text
    """Who wrote or published it."""
    date: Text
    """When it was published, or that it does not say."""
    address: Address
    archived: Snapshot | None = None
    """A copy of what the address leads to, where one is known."""
    read: datetime.date
    """The day on which it was read."""


class Publications(Model):
    """data/publications.yml: what the claims are quoted from and the chapters cite, beside the sources of figures."""

    publications: tuple[Publication, ...]
