"""data/quiz.yml: questions with four answers each, every one of them with what is to be said to whoever chooses it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import FigureId, Model, Slug, Text, Verdict
from .claims import More, NoDifference, Range, Threshold

Placeholder = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class QuizNumber(Model):
    """A number of the dataset that a question says: `{name}` stands for it in the question's texts."""

    figure: FigureId
    of: Slug | None = None
    """Whose number it is: a role, or another subject that the figure has; nobody's where it is of the difference."""
    what: Literal["value", "base", "p10", "p25", "p75", "p90", "difference", "interval"] = "value"
    """The value itself, which is the median of a distribution; how many it rests on; another quantile; the size of the
    difference between the roles, or both ends of its interval, turned to the side of the larger value."""


class Premise(Model):
    """What the verdict on a statement has to be for the right answer to stay right."""

    verdict: Verdict


class MorePremise(More, Premise):
    """That something is more common, higher or better paid in one role."""


class NoDifferencePremise(NoDifference, Premise):
    """That the roles are alike in something."""


class ThresholdPremise(Threshold, Premise):
    """That something lies beyond a threshold: a number of each of the roles, or the gap between them."""


class RangePremise(Range, Premise):
    """That pay lies in a range, which may be open at one end."""


AnyPremise = MorePremise | NoDifferencePremise | ThresholdPremise | RangePremise


class QuizAnswer(Model):
    """Something that one can answer."""

    text: Text
    feedback: Text
    """Why it is right, or what is wrong with it; makes sense to whoever has chosen it."""
    right: bool = False


class Question(Model):
    """A question with one right answer."""

    id: Slug
    objective: Text
    """Which objective of data/sections.yml it asks about, word by word."""
    asks: Text
    numbers: dict[Placeholder, QuizNumber] = {}
    rests_on: tuple[Annotated[AnyPremise, Field(discriminator="form")], ...] = ()
    """What the data have to say for the right answer to be right, judged by the rules for claims."""
    answers: tuple[QuizAnswer, ...] = Field(min_length=4, max_length=4)
    """In the order in which they are shown."""


class Quiz(Model):
    """data/quiz.yml: all questions."""

    questions: tuple[Question, ...]
