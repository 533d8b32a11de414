"""data/assessment.yml: statements about work, the kinds of work that they are about, and what tells the roles apart."""

from typing import Literal

from pydantic import Field

from .base import FigureId, Model, Slug, Text


class Dimension(Model):
    """A kind of work that one role does more of than another, by figures or else by our judgment."""

    id: Slug
    name: Text
    meaning: Text
    """What kind of work it is, in a sentence."""
    figures: tuple[FigureId, ...] = ()
    """Shares of one source and one kind, whose means for the roles are compared."""
    leans: tuple[Slug, ...] = ()
    """The roles to which it belongs by our judgment, where there are no figures; each counts one."""
    why: Text | None = None
    """What the judgment rests on."""


class Statement(Model):
    """Something that one can like or dislike about work; nothing about what one knows."""

    id: Slug
    dimension: Slug
    keyed: Literal["agree", "disagree"]
    """Which answer speaks for liking that kind of work."""
    text: Text


class Assessment(Model):
    """data/assessment.yml: the whole instrument."""

    answers: tuple[Text, ...] = Field(min_length=5, max_length=5)
    """The words of the answers, from that which is worth -2 to that which is worth 2."""
    undecided: int = Field(ge=1, le=99)
    """Below how many percent of the attainable difference between two roles an answer says nothing clear."""
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    statements: tuple[Statement, ...] = Field(min_length=1)
