"""What is published under /data/v1/: the fields of its files, from which their JSON Schemas are made.

Version 1 is a promise: fields, ids and their meaning stay; fields may be added. data/api.lock holds what was published.
A field without a value is left out of a file.
"""

import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from .base import Address, FigureId, IntervalMethod, Kind, Model, Origin, Sha256, Slug, Unit, Verdict
from .vocabularies import Role

Statistic = Literal[
    "share",
    "median",
    "p10",
    "p25",
    "p75",
    "p90",
    "estimate",
    "level",
    "listed",
    "difference",
    "count",
    "of",
    "n",
    "mean",
    "weight",
    "variance",
    "standard-error",
    "interval",
]

Plain = Annotated[str, AfterValidator(lambda text: text.replace("\u00a0", " "))]
"""What a page shows, with spaces that a program finds: one that keeps words on a line would not be the same sign."""


class Number(Model):
    """A number behind what a cell shows."""

    statistic: Statistic
    """`median` has the interval and n of its distribution; `difference` is the value of `subject` minus that of
    `minus`; `level` is the rank of a level of a skill, from 1, and 0 where it is not asked; `listed` is 1 or 0."""
    value: float | None = None
    """In its unit, shares from 0 to 1; none where too few answers stand behind it, or none is published."""
    low: float | None = None
    """The lower end of its 95 % interval, where one is known."""
    high: float | None = None
    n: int | None = None
    """How many answers, adverts or values it rests on, where that is known."""
    at_least: bool = False
    """Whether the publisher only says that it is this or more."""
    unit: Unit | None = None
    """Left out for what is only counted, for weights, and for a variance."""
    subject: Slug | None = None
    """Whom it is about: a role or another subject."""
    minus: Slug | None = None
    """Of a difference, whose value was taken away."""
    kind: Kind | None = None
    figure: FigureId | None = None
    """The figure that it belongs to; what stands before the slash is its source."""


class Reference(Model):
    """Something else that a cell names."""

    id: str
    """Of a figure, a section, a resource, a skill or a publication."""
    title: Plain


class TermReference(Model):
    """A word of a vocabulary; vocabularies.json has its label and its meaning."""

    vocabulary: Literal["proficiencies", "parts"]
    id: Slug


class TableCell(Model):
    """What a table has in a row and a column."""

    text: Plain = ""
    """What the page shows, as one line, its parts separated by semicolons; a cell to be filled in is empty."""
    words: Plain | None = None
    """The sentence in it, where there is more than that."""
    numbers: tuple[Number, ...] = ()
    """The numbers behind it."""
    term: TermReference | None = None
    """The level or the part that it says, if it says one; our judgment where no number stands beside it."""
    label: Plain | None = None
    """What the source calls the role, where it calls it otherwise; or that a level is our judgment."""
    base: Plain | None = None
    """What a number rests on, where it stands in the cell."""
    items: tuple[Reference, ...] = ()
    """What it lists."""
    verdict: Literal["clear", "unclear", "unknown", "same"] | None = None
    """Of a difference: its interval leaves out zero, includes it, or is not known; or there is none to speak of."""
    role: Slug | None = None
    """Of a difference, the role with the larger value."""
    margin: float | None = None
    """Of a difference in a summary: how large it has to be at least to be named, in its unit."""


class TableColumn(Model):
    """A column of a table, after the first."""

    id: Slug
    """What rows have their cells by; permanent."""
    title: Plain
    role: Slug | None = None
    kind: Kind | None = None
    """Where kinds of evidence have columns of their own."""
    about: Plain | None = None
    """What the head says beside the title."""


class TableRow(Model):
    """A line of a table."""

    id: str
    """That of the row; further lines of a row, from other sources, have the same."""
    line: int
    """Which line of the row it is, from 1."""
    group: Plain | None = None
    """The head under which it stands."""
    name: Plain
    """What the row is about; on its first line it stands in the first column."""
    line_name: Plain | None = None
    """What stands there on a further line: the source of its numbers."""
    base: Plain | None = None
    """What its numbers rest on, in words."""
    notes: tuple[Plain, ...] = ()
    items: tuple[Reference, ...] = ()
    """What the first column lists: resources to learn from, or publications that say it."""
    address: Address | None = None
    """Where it leads, outside the site."""
    cells: dict[Slug, TableCell]
    """By the id of the column."""


class TableGroup(Model):
    """A head above several rows."""

    title: Plain
    about: Plain | None = None


class UsedSource(Model):
    """A source that stands behind a table or a picture, with its terms."""

    id: Slug
    kind: Kind
    title: Plain
    license: str
    license_address: Address | None = None
    credit: str | None = None
    """What has to stand beside its figures."""


class About(Model):
    """What everything that is shown on a page says of itself."""

    schema_: str = Field(alias="$schema")
    version: str
    """The release that it is of."""
    id: Slug
    """Permanent."""
    title: Plain
    page: Address
    """Where it stands now."""
    address: Address
    """Where it will be found, wherever it stands."""
    citation: str
    sources: tuple[UsedSource, ...] = ()
    """Where its numbers are from; without any, it is our own work."""


class ShownTable(About):
    """tables/<id>.json: a table of a page."""

    caption: Plain = ""
    """What stands above it, after the title."""
    comparison: Slug | None = None
    """The comparison table of the dataset that its rows are from."""
    row_label: Plain = ""
    """The head of the first column."""
    columns: tuple[TableColumn, ...]
    groups: tuple[TableGroup, ...] = ()
    """Heads above rows, where it shows any."""
    rows: tuple[TableRow, ...]


class PictureCell(Model):
    """A place in the table of what a picture draws."""

    text: Plain
    """As readers see it."""
    numbers: tuple[Number, ...] = ()
    """The number behind it. The ends of its interval and its n are there, so the places that show them have none."""
    term: TermReference | None = None
    """The level or the part that it says, if it says one; our judgment where no number stands beside it."""


class PictureColumn(Model):
    """A column of that table."""

    id: Slug
    title: Plain


class ShownPicture(About):
    """pictures/<id>.json: what a picture of a page draws."""

    finding: Plain = ""
    """What it shows, in words."""
    about: Plain = ""
    columns: tuple[PictureColumn, ...]
    rows: tuple[dict[Slug, PictureCell], ...]
    """By the id of the column."""


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
