"""data/quiz.yml: questions with four answers each, every one of them with what is to be said to whoever chooses it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import FigureId, Model, Slug, Text

Placeholder = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class QuizNumber(Model):
    """A number of the dataset that a question says: `{name}` stands for it in the question's texts."""

    figure: FigureId
    of: Slug
    """Whose value of the figure it is: a role, or another subject that the figure has."""


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
    answers: tuple[QuizAnswer, ...] = Field(min_length=4, max_length=4)
    """In the order in which they are shown."""


class Quiz(Model):
    """data/quiz.yml: all questions."""

    questions: tuple[Question, ...]
