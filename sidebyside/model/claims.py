"""data/claims.yml: what people say about the roles, and how the figures can answer."""

from typing import Annotated, Literal

from pydantic import Field

from .base import FigureId, Model, Slug, Text


class More(Model):
    """That something is more common, higher or better paid in one role."""

    form: Literal["more"]
    role: Slug
    """The role that is said to have more."""
    figures: tuple[FigureId, ...] = Field(min_length=1)


class NoDifference(Model):
    """That the roles are alike in something."""

    form: Literal["no-difference"]
    figures: tuple[FigureId, ...] = Field(min_length=1)


class Threshold(Model):
    """That something lies beyond a threshold: a number of each of the roles, or the gap between them."""

    form: Literal["threshold"]
    roles: tuple[Slug, ...] = ()
    """The roles whose numbers are meant; none where it is the gap: how much more the second has, in relation to the
    first."""
    above: float | None = None
    """In the figures' unit; shares and the gap from 0 to 1."""
    below: float | None = None
    figures: tuple[FigureId, ...] = Field(min_length=1)


class Range(Model):
    """That pay lies in a range, which may be open at one end."""

    form: Literal["range"]
    roles: tuple[Slug, ...] = Field(min_length=1)
    low: float | None = None
    high: float | None = None
    figures: tuple[FigureId, ...] = Field(min_length=1)


Testable = More | NoDifference | Threshold | Range
"""A statement that figures can answer, whoever makes it: a claim, or what a question of the quiz rests on."""


class ClaimBase(Model):
    """Something that people say about the roles, in a line, and what the data say to it."""

    id: Slug
    group: Slug
    claim: Text
    """The claim in one line, in our words."""
    said_by: tuple[Slug, ...] = Field(min_length=1)
    """The publications that say it."""
    answer: Text
    """Two sentences on what the figures show. The verdict is computed, never written."""


class MoreClaim(More, ClaimBase):
    """That something is more common, higher or better paid in one role."""


class NoDifferenceClaim(NoDifference, ClaimBase):
    """That the roles are alike in something."""


class ThresholdClaim(Threshold, ClaimBase):
    """That something lies beyond a threshold: a number of each of the roles, or the gap between them."""


class RangeClaim(Range, ClaimBase):
    """That pay lies in a range, which may be open at one end."""


class UntestableClaim(ClaimBase):
    """What no open data can test."""

    form: Literal["untestable"]
    needs: Text
    """What data would be needed."""


Claim = MoreClaim | NoDifferenceClaim | ThresholdClaim | RangeClaim | UntestableClaim


class Claims(Model):
    """data/claims.yml: what people say about the roles."""

    claims: tuple[Annotated[Claim, Field(discriminator="form")], ...]
