"""What tables and pictures of pages show, as data: the fields of the files that are published of each."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from .base import Address, FigureId, Kind, Model, Slug, Unit

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
