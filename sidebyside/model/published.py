"""What is published under /data/v1/: the fields of its files, from which their JSON Schemas are made.

Version 1 is a promise: fields, ids and their meaning stay; fields may be added. data/api.lock holds what was published.
A field without a value is left out of a file. What tables and pictures show stands in `shown`.
"""

import datetime
from typing import Any, Literal

from pydantic import Field

from .base import Address, FigureId, IntervalMethod, Kind, Model, Origin, Sha256, Slug, Unit, Verdict
from .vocabularies import Role


class SourceEntry(Model):
    """A publication or a data file that figures come from."""

    id: Slug
    title: str
    short: str
    """With its year, for a sentence."""
    publisher: str
    date: str
    """When it was published, or the state that was read."""
    address: Address
    archived: Address | None = None
    """A copy of what the address leads to, in a web archive."""
    read: datetime.date
    """The day on which it was read."""
    license: str
    license_address: Address | None = None
    license_wording: str
    """The words in which the license was seen."""
    credit: str | None = None
    """What has to stand beside its figures."""
    kinds: tuple[Kind, ...]
    limits: tuple[str, ...]
    """What it cannot tell."""
    figures: int
    """How many it has here."""
    page: Address


class SourceList(Model):
    """sources.json: every source with its terms."""

    schema_: str = Field(alias="$schema")
    version: str
    sources: tuple[SourceEntry, ...]


class SourceFigures(Model):
    """sources/<id>.json: a source with its figures, which are as in figures.json."""

    schema_: str = Field(alias="$schema")
    version: str
    source: SourceEntry
    roles: dict[Slug, str]
    """For each role that it knows, the filter that finds it."""
    figures: tuple[dict[str, Any], ...]
    """As figures.json has them."""


class RoleList(Model):
    """roles.json: the roles that are compared, in their order."""

    schema_: str = Field(alias="$schema")
    version: str
    roles: tuple[Role, ...]


class Word(Model):
    """A word of a vocabulary."""

    id: Slug
    label: str
    description: str


class VocabularyList(Model):
    """vocabularies.json: what the ids of kinds, units, levels and so on mean, in their order."""

    schema_: str = Field(alias="$schema")
    version: str
    groups: dict[Slug, tuple[Word, ...]]
    """For each comparison table, and for the claims, the groups of rows."""
    vocabularies: dict[str, tuple[Word, ...]]


class ComparisonRow(Model):
    """A row of a comparison table of the dataset."""

    id: Slug
    name: str
    group: Slug
    words: dict[Slug, str] = {}
    """For each role what is to be said."""
    levels: dict[Slug, Slug] = {}
    """For each role the level of a skill, where it is our judgment."""
    parts: dict[Slug, Slug] = {}
    """For each role what it has to do with a step; our judgment."""
    absent: dict[Slug, str] = {}
    """For a role that the figures leave out, why."""
    level: Slug | None = None
    """The level of seniority."""
    kind: Kind | None = None
    section: Slug | None = None
    """The section that says more."""
    note: str | None = None
    figures: tuple[FigureId, ...] = ()
    """Its evidence, in the order of the table."""


class Comparison(Model):
    """comparisons/<id>.json: a comparison table as the dataset has it, whole."""

    schema_: str = Field(alias="$schema")
    version: str
    id: Slug
    title: str
    caption: str
    kinds: tuple[Kind, ...]
    rows: tuple[ComparisonRow, ...]


class ClaimEntry(Model):
    """A claim that people make, with what the data say to it."""

    id: Slug
    group: Slug
    claim: str
    form: Slug
    """What it says; vocabularies.json has the rule by which its verdict is found."""
    verdict: Verdict
    answer: str
    role: Slug | None = None
    """Who is said to have more."""
    roles: tuple[Slug, ...] = ()
    above: float | None = None
    below: float | None = None
    low: float | None = None
    high: float | None = None
    needs: str | None = None
    """What data would be needed."""
    figures: tuple[FigureId, ...] = ()
    said_by: tuple[Slug, ...]
    address: Address


class PublicationEntry(Model):
    """What claims are quoted from and chapters cite."""

    id: Slug
    title: str
    by: str
    date: str
    address: Address
    archived: Address | None = None
    """A copy of what the address leads to, in a web archive."""
    read: datetime.date


class ClaimList(Model):
    """claims.json: every claim with its verdict, and the publications that claims and chapters cite."""

    schema_: str = Field(alias="$schema")
    version: str
    claims: tuple[ClaimEntry, ...]
    publications: tuple[PublicationEntry, ...]


class PublishedFile(Model):
    """A file in the list of all."""

    path: str
    """From the folder of index.json."""
    title: str
    media_type: str
    bytes: int
    sha256: Sha256
    id: Slug | None = None
    """Of the table, the picture, the source or the comparison."""
    page: Address | None = None
    """Where a table or a picture stands now."""
    address: Address | None = None
    """Where it will be found, wherever it stands."""


class Archive(Model):
    """The package of all files. It contains the list, so the list cannot have its hash; that stands beside it."""

    path: str
    sha256_path: str


class FileList(Model):
    """index.json: every file of this version but itself and the archive."""

    schema_: str = Field(alias="$schema")
    version: str
    """The release of the data."""
    date: datetime.date
    address: Address
    """Where the current release is."""
    license: str
    changes: Address
    """The feed that announces changes."""
    files: tuple[PublishedFile, ...]
    archive: Archive | None = None
    """None in a copy for reading from disk, which has no such package."""


class StoredValue(Model):
    """What a figure says of a role or another subject; which fields there are depends on the statistic."""

    count: int | None = None
    """Of a share: how many."""
    of: int | None = None
    """Of a share: of how many."""
    n: int | None = None
    """On how many it rests, where that is known; of a share the same as `of`."""
    clusters: int | None = None
    """How many groups of answers that hang together, where the interval is of them."""
    p10: float | None = None
    p25: float | None = None
    median: float | None = None
    p75: float | None = None
    p90: float | None = None
    at_or_above: dict[str, float] = {}
    """Quantiles that the publisher only bounds from below."""
    value: float
    """In the figure's unit: the share from 0 to 1, the median, the estimate; of a level its rank, 0 where the skill is
    not asked; 1 for what is listed, else 0."""
    low: float | None = None
    """The lower end of its 95 % interval, where one is known."""
    high: float | None = None
    relative_standard_error: float | None = None
    """In percent of the value."""
    interval: tuple[float, float] | None = None
    """Stored only where it does not follow from the rest; `low` and `high` are always there if an interval is known."""
    level: Slug | None = None
    """Of a skill; none where it is not asked."""
    listed: bool | None = None


class FigureEntry(Model):
    """A figure with everything that is stored of it."""

    id: FigureId
    topic: Slug
    title: str
    base: str
    """Whom the number is about."""
    filter: str | None = None
    period: str
    measure: str
    unit: Unit
    kind: Kind
    interval: IntervalMethod
    labels: dict[Slug, str] | None = None
    """What the source calls a role, where it calls it otherwise."""
    difference: tuple[float, float] | None = None
    """Interval of the second role's value less the first's, where it was resampled."""
    variant_of: FigureId | None = None
    variant: str | None = None
    note: str | None = None
    statistic: Literal["share", "quantiles", "estimate", "expectation", "listing"]
    values: dict[Slug, StoredValue]
    source: Slug
    origin: Origin


class FigureTerms(Model):
    """The terms of a source."""

    license: str
    license_address: Address | None
    credit: str | None


class FigureList(Model):
    """figures.json: every figure, and the terms of its source."""

    version: str
    sources: dict[Slug, FigureTerms]
    figures: tuple[FigureEntry, ...]
