"""Rules about the quiz: that a question is fair, that its numbers are there, and that its right answer is still right.

Some rules are about all questions together. They speak from `WHOLE` questions on, for in fewer every pattern is chance.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from .. import verdicts
from ..document import Path
from ..load import Draft
from ..mistakes import Mistake, meant
from ..model import FEW, AnyPremise, Measured, Question
from ..render import numbers, quiz
from ..typed_numbers import TYPED
from .lookup import unknown

FILE = "quiz.yml"
WHOLE = 8
"""From how many questions on the quiz as a whole has to be balanced: twice as many as there are positions."""
LONGER = 1.6
"""How many times the letters of a question's shortest answer its longest may have, numbers as they are shown."""
GIVEN_AWAY = 0.4
"""The share of questions whose right answer may be the longest of the four, or the shortest; a quarter by chance."""
APART = 2
"""By how much a position's number of right answers may differ from a quarter of all."""
IN_A_ROW = 3
"""How often one after the other the right answer may stand in the same position."""
_AS_WRITTEN = re.compile(r"\{[^{}\s]*\}?|\}|</?[A-Za-z][^<>]*>|&(?:[A-Za-z]+|#\d+);|\*\*|`|\]\(")
"""Braces, HTML and Markdown, none of which means anything in a question."""


def unknown_objective(draft: Draft) -> Iterator[Mistake]:
    """A question about an objective that no section has."""
    if not draft.ids["sections"].complete:
        return
    known = {objective for section in draft.dataset.sections for objective in section.objectives}
    for question in draft.dataset.questions:
        if question.objective not in known:
            hint = meant(question.objective, known) or "; copy one from data/sections.yml, word by word"
            yield _at(draft, question, f"no section has this objective{hint}", "objective")


def right_answer_missing_or_twice(draft: Draft) -> Iterator[Mistake]:
    """A question with no right answer, or with two."""
    for question in draft.dataset.questions:
        if (count := sum(answer.right for answer in question.answers)) != 1:
            yield _at(draft, question, f"{count} answers are right; mark exactly one with right: true", "answers")


def answer_twice(draft: Draft) -> Iterator[Mistake]:
    """Two answers of a question that say the same."""
    for question in draft.dataset.questions:
        said = [answer.text.casefold() for answer in question.answers]
        for position, text in enumerate(said):
            if text in said[:position]:
                yield _at(draft, question, "another answer says the same; write four", "answers", position, "text")


def question_twice(draft: Draft) -> Iterator[Mistake]:
    """Two questions that ask the same in the same words."""
    first: dict[str, str] = {}
    for question in draft.dataset.questions:
        asked = first.setdefault(question.asks.casefold(), question.id)
        if asked != question.id:
            yield _at(draft, question, f"'{asked}' asks the same; ask something else", "asks")


def answers_of_unlike_length(draft: Draft) -> Iterator[Mistake]:
    """A question one of whose answers stands out by its length."""
    for question in draft.dataset.questions:
        lengths = _lengths(draft, question)
        if lengths and max(lengths) > LONGER * min(lengths):
            message = (
                f"the longest answer has {max(lengths)} letters and the shortest {min(lengths)}; "
                f"make them alike, at most {LONGER} to one"
            )
            yield _at(draft, question, message, "answers")


def right_answer_given_away_by_length(draft: Draft) -> Iterator[Mistake]:
    """A quiz in which one does well by choosing the longest answer, or the shortest."""
    asked = [(question, _lengths(draft, question)) for question in _fair(draft)]
    for word, end in (("longest", max), ("shortest", min)):
        count = sum(
            bool(lengths) and lengths.count(end(lengths)) == 1 and lengths[quiz.right(question)] == end(lengths)
            for question, lengths in asked
        )
        if count > GIVEN_AWAY * len(asked):
            message = (
                f"the right answer is the {word} in {count} of {len(asked)} questions; "
                f"change some, {GIVEN_AWAY:.0%} are the most"
            )
            yield draft.mistake(FILE, ("questions",), message)


def right_answers_spread_unevenly(draft: Draft) -> Iterator[Mistake]:
    """A quiz in which one position has more right answers than the others."""
    asked = _fair(draft)
    found = Counter(quiz.right(question) for question in asked)
    for position, letter in enumerate(quiz.LETTERS):
        count = found[position]
        if asked and abs(count - len(asked) / len(quiz.LETTERS)) > APART:
            message = (
                f"{letter} is right in {count} of {len(asked)} questions; move some, so that it is about a quarter"
            )
            yield draft.mistake(FILE, ("questions",), message)


def right_answers_in_a_row(draft: Draft) -> Iterator[Mistake]:
    """The right answer in the same position too often one after the other."""
    for position, row in groupby(_fair(draft), quiz.right):
        too_many = list(row)[IN_A_ROW:]
        if too_many:
            message = f"{quiz.LETTERS[position]} is right more than {IN_A_ROW} times in a row; move an answer"
            yield _at(draft, too_many[0], message, "answers")


def unknown_figure_of_a_question(draft: Draft) -> Iterator[Mistake]:
    """A number, or what a question rests on, of a figure that no source has."""
    for question in draft.dataset.questions:
        named: list[tuple[Path, str]] = [
            (("numbers", name, "figure"), number.figure) for name, number in question.numbers.items()
        ]
        for position, premise in enumerate(question.rests_on):
            named += [(("rests_on", position, "figures", place), id_) for place, id_ in enumerate(premise.figures)]
        for place, id_ in named:
            yield from unknown(draft, FILE, ("questions", question.id, *place), "figures", id_, "figure")


def unknown_role_of_a_question(draft: Draft) -> Iterator[Mistake]:
    """What a question rests on of a role that data/roles.yml does not have."""
    for question in draft.dataset.questions:
        for position, premise in enumerate(question.rests_on):
            named: list[tuple[Path, str]] = [(("role",), premise.role)] if premise.form == "more" else []
            named += [(("roles", place), role) for place, role in enumerate(getattr(premise, "roles", ()))]
            for place, role in named:
                path = ("questions", question.id, "rests_on", position, *place)
                yield from unknown(draft, FILE, path, "roles", role, "role")


def placeholder_without_number(draft: Draft) -> Iterator[Mistake]:
    """A name in a text that stands for no number, or a number that no text says."""
    for question in draft.dataset.questions:
        said = quiz.placeholders(question)
        for name in sorted(said - question.numbers.keys()):
            hint = meant(name, question.numbers) or "; add it there"
            yield _at(draft, question, f"'{{{name}}}' has no number under numbers{hint}", "id")
        for name in question.numbers.keys() - said:
            message = f"no text has '{{{name}}}'; say it, or remove the number"
            yield draft.mistake(FILE, ("questions", question.id, "numbers", name), message, at_key=True)


def number_without_value(draft: Draft) -> Iterator[Mistake]:
    """A number that its figure does not have."""
    for question in draft.dataset.questions:
        for name, number in question.numbers.items():
            try:
                if _has_figure(draft, number.figure):
                    quiz.words(draft.dataset, number)
            except quiz.CannotShowError as error:
                yield _at(draft, question, f"{error}", "numbers", name)
            except ValueError:  # a number that cannot be true; its own rule says so
                continue


def number_that_rests_on_few(draft: Draft) -> Iterator[Mistake]:
    """A number that is hidden because it rests on too few, or that needs a warning, for which a text has no room."""
    for question in draft.dataset.questions:
        for name, number in question.numbers.items():
            if not _has_figure(draft, number.figure):
                continue
            values = draft.dataset.figures[number.figure].values
            counts = [
                numbers.counted(v) for of, v in values.items() if number.of in (None, of) and isinstance(v, Measured)
            ]
            if number.what != "base" and any(count is not None and count < FEW for count in counts):
                message = f"it rests on fewer than {FEW}, which a question cannot say beside it; choose another"
                yield _at(draft, question, message, "numbers", name)


def number_typed(draft: Draft) -> Iterator[Mistake]:
    """A number in a text that looks like one of the dataset."""
    for question in draft.dataset.questions:
        for place, text in _placed(question):
            for found in TYPED.finditer(text):
                message = f"'{found[0]}' is typed; name it {{so}} and give its figure under numbers"
                yield _at(draft, question, message, *place)


def text_shown_as_it_is_written(draft: Draft) -> Iterator[Mistake]:
    """A brace that is no placeholder, HTML or Markdown in a text, which readers would see as it is."""
    for question in draft.dataset.questions:
        for place, text in _placed(question):
            if found := _AS_WRITTEN.search(quiz.PLACEHOLDER.sub(" ", text)):
                message = f"'{found[0]}' would be shown as it is written; use words, and {{so}} only for a number"
                yield _at(draft, question, message, *place)


def number_that_nothing_holds(draft: Draft) -> Iterator[Mistake]:
    """A question with numbers that does not say which verdict its right answer rests on."""
    for question in draft.dataset.questions:
        if question.numbers and not question.rests_on:
            message = "it has numbers; say under rests_on what the data must show for the right answer to be right"
            yield _at(draft, question, message, "numbers")


def answer_no_longer_right(draft: Draft) -> Iterator[Mistake]:
    """What a question rests on is not, or no longer, what the figures say."""
    for question in draft.dataset.questions:
        for position, premise in enumerate(question.rests_on):
            if message := _fault(draft, premise):
                yield _at(draft, question, message, "rests_on", position)


def _fault(draft: Draft, premise: AnyPremise) -> str:
    """Why the right answer cannot rest on it; empty if it can, or if another rule says why not."""
    if not verdicts.has_end(premise):
        return "give the end that it is about: above or below, low or high"
    roles = draft.ids["roles"]
    named = {getattr(premise, "role", None), *getattr(premise, "roles", ())} - {None}
    if not all(_has_figure(draft, id_) for id_ in premise.figures) or any(roles.lacks(role) for role in named):
        return ""
    try:
        found = verdicts.verdict(draft.dataset, premise)
    except ValueError:  # a number that cannot be true; its own rule says so
        return ""
    except verdicts.CannotAnswerError as error:
        return f"{error}, so nothing of the form '{premise.form}' can rest on it; choose another"
    if found != premise.verdict:
        return f"the figures now say '{found}', not '{premise.verdict}'; hold the right answer against them again"
    return ""


def _placed(question: Question) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All texts of a question, each with its place in it."""
    places: list[tuple[str | int, ...]] = [("asks",)]
    places += [("answers", place, key) for place in range(len(question.answers)) for key in ("text", "feedback")]
    yield from zip(places, quiz.texts(question), strict=True)


def _has_figure(draft: Draft, id_: str) -> bool:
    return id_ in draft.dataset.figures and len(draft.dataset.roles) > 1


def _fair(draft: Draft) -> list[Question]:
    """The questions with one right answer, if they are enough to be judged together."""
    asked = [each for each in draft.dataset.questions if sum(answer.right for answer in each.answers) == 1]
    return asked if len(asked) >= WHOLE else []


def _lengths(draft: Draft, question: Question) -> list[int]:
    """How many letters each answer has with its numbers as they are shown; none where one cannot be shown."""
    try:
        return [len(quiz.filled(draft.dataset, question, answer.text)) for answer in question.answers]
    except (KeyError, ValueError, quiz.CannotShowError):  # told by other rules
        return []


def _at(draft: Draft, question: Question, message: str, *path: str | int) -> Mistake:
    return draft.mistake(FILE, ("questions", question.id, *path), message)
