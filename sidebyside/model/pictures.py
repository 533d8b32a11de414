"""data/pictures.yml: what is drawn, of which data. A picture has a form, and each form is drawn in one way."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import FigureId, Kind, Model, Slug, Text

Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$"), Field(description="a year, in quotes")]


class PictureBase(Model):
    """What every picture has. Its finding, in a sentence, is made of the data that it draws."""

    id: Slug
    """Its permanent id, which the chapter that shows it names."""
    title: Text
    """What it shows, in a few words."""
    about: Text
    """How it is read, in a sentence."""


class SharesPanel(Model):
    """One source's shares of one kind."""

    kind: Kind
    source: Slug


class SharesPicture(PictureBase):
    """Shares of each role with their intervals, a dumbbell for each row of a table, and a panel for each source."""

    form: Literal["shares"]
    table: Slug
    group: Slug | None = None
    """Rows of this group alone."""
    rows: tuple[Slug, ...] = ()
    """These rows alone."""
    what: Text
    """What the rows are, in the plural."""
    panels: tuple[SharesPanel, ...] = Field(min_length=1, max_length=3)
    """Rows that one of them lacks are left out."""
    order: Literal["difference", "table"] = "difference"
    """From the first role's lead to the last role's in the first panel, or as in the table."""


class RangesPicture(PictureBase):
    """Distributions of pay, the 10th to the 90th percentile, for rows of a table under a head for each group."""

    form: Literal["ranges"]
    table: Slug
    what: Text
    """What the rows are, in the plural."""
    groups: tuple[Slug, ...] = Field(min_length=1)
    """Groups of the table; in this order."""
    rows: tuple[Slug, ...] = ()
    """Of these groups, the rows that are shown; without any, all that have a distribution."""


class SeriesLine(Model):
    """One thing over the years."""

    label: Text
    points: dict[Year, FigureId] = Field(min_length=2)
    expected: bool = False
    """Whether the last of its points is not counted but projected."""


class SeriesPanel(Model):
    """Lines that share their axes."""

    title: Text
    what: Text = "lines"
    """What the lines are, in the plural."""
    lines: tuple[SeriesLine, ...] = Field(min_length=1)


class SeriesPicture(PictureBase):
    """Numbers over the years; what must not be joined stands in panels of its own."""

    form: Literal["series"]
    panels: tuple[SeriesPanel, ...] = Field(min_length=1, max_length=2)


class LadderPicture(PictureBase):
    """The steps of a framework with the level of each skill that is asked there."""

    form: Literal["ladder"]
    source: Slug


class VerdictsPicture(PictureBase):
    """A square for each claim, by its verdict."""

    form: Literal["verdicts"]


class OverlapPicture(PictureBase):
    """The skills that two roles share and those that one has more of, by the levels in the table of skills."""

    form: Literal["overlap"]
    between: tuple[Slug, Slug]


class RelationsNode(Model):
    """A role on the map of roles: one that is compared, or a row of the grid."""

    id: Slug
    lane: int = Field(ge=0, le=2)
    at: float = Field(ge=0, le=1)
    """How far along the lane."""


class Relation(Model):
    """What one role hands to another."""

    giver: Slug
    taker: Slug
    what: Text


class RelationsPicture(PictureBase):
    """How roles that stand next to each other relate; our judgment."""

    form: Literal["relations"]
    grid: Slug
    finding: Text
    lanes: tuple[Text, Text, Text]
    ends: tuple[Text, Text]
    """What is at the beginning and at the end of every lane."""
    nodes: tuple[RelationsNode, ...] = Field(min_length=2)
    relations: tuple[Relation, ...] = Field(min_length=1)


class StepsPicture(PictureBase):
    """The phases of a grid of work, with the part that each role has in them."""

    form: Literal["steps"]
    grid: Slug
    again: Text
    """What leads from the last phase back to the first."""


Picture = (
    SharesPicture
    | RangesPicture
    | SeriesPicture
    | LadderPicture
    | VerdictsPicture
    | OverlapPicture
    | RelationsPicture
    | StepsPicture
)


class Pictures(Model):
    """data/pictures.yml: every picture that is made of the dataset."""

    pictures: tuple[Annotated[Picture, Field(discriminator="form")], ...]
