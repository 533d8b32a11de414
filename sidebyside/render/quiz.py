"""The questions of the quiz as pages, sheets and cartridges show them: with their numbers looked up."""

import re
from collections.abc import Callable

from ..model import Dataset, Question
from . import numbers

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def filled(dataset: Dataset, question: Question, text: str, show: Callable[[str, str], str] | None = None) -> str:
    """One of the question's texts with the words of a number in place of each {name}.

    `show` makes of a number's name and its words what stands in the text; without it the words alone do. Raises
    KeyError where a name has no number, a figure or a value is missing; `rules.quiz` finds these before.
    """

    def said(found: re.Match[str]) -> str:
        number = question.numbers[found[1]]
        figure = dataset.figures[number.figure]
        words = numbers.amount(figure, figure.values[number.of].value)
        return show(found[1], words) if show else words

    return _PLACEHOLDER.sub(said, text)


def section_of(dataset: Dataset, question: Question) -> str:
    """The id of the section whose objective the question asks about."""
    return next(section.id for section in dataset.sections if question.objective in section.objectives)


def part_of(dataset: Dataset, question: Question) -> str:
    """The part of the guide that the question belongs to, as a folder below docs/: `compare`, `work` and so on."""
    return dataset.section_by_id[section_of(dataset, question)].page.partition("/")[0]
