"""data/evidence/: the figures of a source, and the values that they have."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from .base import FigureId, IntervalMethod, Kind, Model, Origin, Slug, Text, Unit
from .sources import RawFile


class Share(Model):
    """A count of those asked; the share and its interval follow from it."""

    count: int = Field(ge=0)
    of: int = Field(gt=0)
    """The base: how many could have been counted."""
    clusters: int | None = Field(default=None, gt=0)
    """How many groups of answers that hang together, where the interval is of them."""
    interval: tuple[float, float] | None = None
    """Stored only where the figure's interval method says so; shares from 0 to 1."""

    @property
    def value(self) -> float:
        """The share, from 0 to 1."""
        return self.count / self.of


class Quantiles(Model):
    """A distribution of amounts, in the figure's unit."""

    n: int | None = Field(default=None, gt=0)
    """How many values; none where the publisher does not say."""
    clusters: int | None = Field(default=None, gt=0)
    """How many groups of values that hang together, where the interval is of them."""
    p10: float | None = None
    p25: float | None = None
    median: float
    p75: float | None = None
    p90: float | None = None
    at_or_above: dict[Literal["p75", "p90"], float] = {}
    """Quantiles that the publisher only bounds from below."""
    interval: tuple[float, float] | None = None
    """Of the median."""

    def bound(self, quantile: str) -> float | None:
        """What a quantile, e.g. `p90`, is at or above, where the publisher says only that."""
        return next((amount for key, amount in self.at_or_above.items() if key == quantile), None)

    @property
    def value(self) -> float:
        """The median."""
        return self.median


class Estimate(Model):
    """One number: published, perhaps with its standard error in percent of it, or made of several statistics."""

    value: float
    """In the figure's unit; a share from 0 to 1."""
    n: int | None = Field(default=None, gt=0)
    """How many values it rests on; none where the publisher does not say."""
    relative_standard_error: float | None = Field(default=None, ge=0)
    interval: tuple[float, float] | None = None


class Expectation(Model):
    """The level of a skill that is asked of a role."""

    level: Slug | None = None
    """One of the vocabulary's proficiencies; none where the skill is not asked of the role."""


class Listing(Model):
    """Whether something stands on a list."""

    listed: bool


Measured = Share | Quantiles | Estimate
Value = Measured | Expectation | Listing


def _without_default(schema: dict[str, Any]) -> None:
    del schema["default"]


_FROM_HEAD: Any = Field(default=None, json_schema_extra=_without_default)
"""Of a key that is left out in a figure: it is the head's. No figure is read before `complete` has put it there."""


class FigureBase(Model):
    """What every figure says, whatever it measures. Keys left out are those of the file's head."""

    id: FigureId
    topic: Slug
    """What it belongs to on the page of its source, where the figures of a topic stand together."""
    title: Text
    base: Text
    """Whom the number is about: who was asked, or what was counted."""
    filter: Text | None = None
    """What was done beyond the head's filters."""
    period: Text = _FROM_HEAD
    measure: Text = _FROM_HEAD
    unit: Unit = _FROM_HEAD
    kind: Kind = _FROM_HEAD
    interval: IntervalMethod = _FROM_HEAD
    labels: dict[Slug, Text] = _FROM_HEAD
    """As in the head, where the source has several words for a role."""
    difference: tuple[float, float] | None = None
    """Interval of the second role's value less the first's, where it was resampled and so cannot be derived. Of more
    than two roles, it is that of the first two."""
    variant_of: FigureId | None = None
    """The figure that this one computes again, in a part of its base or in another way."""
    variant: Text | None = None
    """In what part or way, in a few words."""
    note: Text | None = None

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The figure's own part of its id; its anchor on the source's page."""
        return self.id.partition("/")[2]


class ShareFigure(FigureBase):
    """A share of people or of adverts."""

    statistic: Literal["share"]
    values: dict[Slug, Share] = Field(min_length=1)


class QuantilesFigure(FigureBase):
    """A distribution of pay."""

    statistic: Literal["quantiles"]
    values: dict[Slug, Quantiles] = Field(min_length=1)


class EstimateFigure(FigureBase):
    """A published total."""

    statistic: Literal["estimate"]
    values: dict[Slug, Estimate] = Field(min_length=1)


class ExpectationFigure(FigureBase):
    """A skill, with the level of it that is asked."""

    statistic: Literal["expectation"]
    values: dict[Slug, Expectation] = Field(min_length=1)


class ListingFigure(FigureBase):
    """An entry of a list, and for whom it stands there."""

    statistic: Literal["listing"]
    values: dict[Slug, Listing] = Field(min_length=1)


Figure = ShareFigure | QuantilesFigure | EstimateFigure | ExpectationFigure | ListingFigure


class Evidence(Model):
    """data/evidence/<source>.yml: all figures of one source, under a head that they share."""

    source: Slug
    origin: Origin
    kind: Kind
    measure: Text
    unit: Unit
    period: Text
    interval: IntervalMethod
    roles: dict[Slug, Text]
    """For each role that the source knows, the filter that finds it."""
    labels: dict[Slug, Text] = {}
    """For a role that the source calls otherwise, its words; they are shown with every number."""
    files: tuple[RawFile, ...] = ()
    """The files that were read, with the hashes that they had."""
    figures: tuple[Annotated[Figure, Field(discriminator="statistic")], ...]

    def complete(self) -> Iterator[Figure]:
        """The figures, each with the head's words where it has none of its own."""
        inherited = ("kind", "measure", "unit", "period", "interval", "labels")
        for figure in self.figures:
            missing = {key: getattr(self, key) for key in inherited if getattr(figure, key) is None}
            yield figure.model_copy(update=missing)
