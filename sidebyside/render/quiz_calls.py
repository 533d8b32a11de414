"""The macros of the quiz: its questions on the page, the sheet to hand out, and the key to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..mistakes import meant, one_of
from ..model import Question
from ..outline import Outline
from . import quiz
from .calling import CallError, Calling
from .html import render
from .links import source_page


@dataclass(frozen=True)
class ShownAnswer:
    """An answer with its letter. Numbers in what can be chosen are no links, for a click there chooses."""

    letter: str
    text: Markup
    linked: Markup
    feedback: Markup
    right: bool


@dataclass(frozen=True)
class ShownQuestion:
    """A question with its number, counted through all parts, and the section that it asks about."""

    id: str
    number: int
    asks: Markup
    plain: Markup
    answers: tuple[ShownAnswer, ...]
    letter: str
    objective: str
    title: str
    href: str

    @property
    def right(self) -> ShownAnswer:
        """The right answer."""
        return next(answer for answer in self.answers if answer.right)


class QuizCalls(Calling):
    """Macros of the quiz. They name sections, so they are empty until there is an outline."""

    def quiz(self, part: str, *, id: str) -> str:
        """The questions about a part of the guide, a folder of chapters: `compare`, `work` and so on.

        Each is a group of buttons with its answer folded below it; with scripts, a choice brings its feedback.
        """
        parts = quiz.parts(self._dataset)
        if part not in parts:
            raise CallError(f"no question is about '{part}'{meant(part, parts) or '; there are ' + one_of(parts)}")
        return self._rendered("quiz.html", part, id=id)

    def quiz_sheet(self) -> str:
        """All questions with the letters of their answers, and the sources of their numbers, to be printed."""
        if self._outline is None:  # then the dataset may name sources that it does not have
            return ""
        named = (
            number.figure.partition("/")[0] for each in self._dataset.questions for number in each.numbers.values()
        )
        sources = [
            (self._dataset.source_by_id[id_].short, self._links.to(source_page(id_))) for id_ in dict.fromkeys(named)
        ]
        return self._rendered("quiz_sheet.html", sources=sources, parts=self._parts(self._outline))

    def quiz_key(self) -> str:
        """For each question the letter that is right, why, and what it asks about."""
        return self._rendered("quiz_key.html", parts=self._parts(self._outline)) if self._outline else ""

    def _parts(self, outline: Outline) -> list[tuple[str, int, int]]:
        """The parts with the numbers of their first and last questions, by the headings on the page of the quiz."""
        asked = [quiz.part_of(self._dataset, question) for question in self._dataset.questions]
        found = []
        for part in quiz.parts(self._dataset):
            heading = outline.entries.get(f"quiz-{part}")
            numbered = [number for number, each in enumerate(asked, 1) if each == part]
            found.append((heading.title if heading else part.capitalize(), numbered[0], numbered[-1]))
        return found

    def _rendered(self, template: str, part: str | None = None, **values: Any) -> str:
        outline = self._outline
        if outline is None:
            return ""
        shown = [
            self._shown(number, question, outline)
            for number, question in enumerate(self._dataset.questions, 1)
            if part in (None, quiz.part_of(self._dataset, question))
        ]
        return render(template, questions=shown, **values)

    def _shown(self, number: int, question: Question, outline: Outline) -> ShownQuestion:
        entry = outline.leads_to(quiz.section_of(self._dataset, question))
        answers = tuple(self._answers(question))
        return ShownQuestion(
            id=question.id,
            number=number,
            asks=quiz.marked(self._dataset, question, question.asks, self._links),
            plain=self._plain(question, question.asks),
            answers=answers,
            letter=answers[quiz.right(question)].letter,
            objective=question.objective,
            title=entry.title,
            href=self._links.to(entry.page, entry.id),
        )

    def _answers(self, question: Question) -> Iterator[ShownAnswer]:
        for letter, answer in zip(quiz.LETTERS, question.answers, strict=True):
            yield ShownAnswer(
                letter=letter,
                text=self._plain(question, answer.text),
                linked=quiz.marked(self._dataset, question, answer.text, self._links),
                feedback=quiz.marked(self._dataset, question, answer.feedback, self._links),
                right=answer.right,
            )

    def _plain(self, question: Question, words: str) -> Markup:
        return quiz.marked(self._dataset, question, words)
