"""The questions of the quiz as pages, sheets and cartridges show them: with their numbers looked up."""

import re

from markupsafe import Markup

from .. import derive
from ..model import Dataset, Measured, Quantiles, Question, QuizNumber
from . import numbers
from .html import text as harmless
from .links import Links, source_page

LETTERS = "ABCD"
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""The name of a number in a text; all else is plain text."""


class CannotShowError(Exception):
    """A figure has no such number; the message says what it lacks."""


def placeholders(question: Question) -> set[str]:
    """The names in all of the question's texts."""
    return {name for text in texts(question) for name in PLACEHOLDER.findall(text)}


def texts(question: Question) -> list[str]:
    """All that the question says: itself, and its answers with what is said to each."""
    return [question.asks, *(text for each in question.answers for text in (each.text, each.feedback))]


def filled(dataset: Dataset, question: Question, text: str) -> str:
    """One of the question's texts as plain text, with the words of a number in place of each {name}.

    Raises KeyError where a name has no number or a figure is missing, and CannotShowError where the figure has no such
    number; `rules.quiz` finds these before.
    """
    return PLACEHOLDER.sub(lambda found: words(dataset, question.numbers[found[1]]), text)


def marked(dataset: Dataset, question: Question, text: str, links: Links | None = None) -> Markup:
    """The same as HTML: no number breaks over two lines, and each leads to its figure if there are `links`.

    Raises what `filled` does.
    """

    def shown(number: QuizNumber) -> Markup:
        said = harmless(words(dataset, number))
        if links is None:
            return Markup('<span class="sb-said-number">{}</span>').format(said)
        figure = dataset.figures[number.figure]
        href = links.to(source_page(figure.source), figure.name)
        return Markup('<a class="sb-said-number" href="{}">{}</a>').format(href, said)

    pieces = enumerate(PLACEHOLDER.split(text))
    return Markup("").join(shown(question.numbers[each]) if odd % 2 else harmless(each) for odd, each in pieces)


def words(dataset: Dataset, number: QuizNumber) -> str:
    """A number as a sentence says it. Raises KeyError if there is no such figure, CannotShowError if it has no such
    number."""
    figure = dataset.figures[number.figure]
    if number.what in ("difference", "interval"):
        if number.of is not None:
            raise CannotShowError(f"the {number.what} is that between the roles, not of '{number.of}'; remove `of`")
        both = derive.farthest(figure, (role.id for role in dataset.roles))
        if both is None:
            raise CannotShowError(f"'{figure.id}' has no number for one of the roles")
        found = derive.known_difference(figure, *both)
        if number.what == "difference":
            return numbers.size(figure, found)
        if found.interval is None:
            raise CannotShowError(f"'{figure.id}' has no known interval of the difference")
        return numbers.size_span(figure, found)
    if number.of is None:
        raise CannotShowError("say under `of` whose number it is")
    value = figure.values.get(number.of)
    if not isinstance(value, Measured):
        raise CannotShowError(f"'{figure.id}' has no number for '{number.of}'")
    if number.what == "base":
        count = numbers.counted(value)
        if count is None:
            raise CannotShowError(f"nobody says how many '{figure.id}' rests on")
        return numbers.whole(count)
    if number.what == "value":
        return numbers.amount(figure, value.value)
    quantile = getattr(value, number.what) if isinstance(value, Quantiles) else None
    if quantile is None:
        raise CannotShowError(f"'{figure.id}' has no {number.what} of '{number.of}'")
    return numbers.amount(figure, quantile)


def section_of(dataset: Dataset, question: Question) -> str:
    """The id of the section whose objective the question asks about."""
    return next(section.id for section in dataset.sections if question.objective in section.objectives)


def part_of(dataset: Dataset, question: Question) -> str:
    """The part of the guide that the question belongs to, as a folder below docs/: `compare`, `work` and so on."""
    return dataset.section_by_id[section_of(dataset, question)].page.partition("/")[0]


def parts(dataset: Dataset) -> list[str]:
    """The parts that have questions, in the order of the quiz; a question about no section's objective is left out."""
    known = {objective for section in dataset.sections for objective in section.objectives}
    asked = (question for question in dataset.questions if question.objective in known)
    return list(dict.fromkeys(part_of(dataset, question) for question in asked))


def right(question: Question) -> int:
    """The position of the right answer, from 0."""
    return next(position for position, answer in enumerate(question.answers) if answer.right)
