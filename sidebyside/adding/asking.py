"""How answers are had: from somebody at a terminal, from lines that another program sends, or from a file."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from .. import document
from ..mistakes import meant, one_of

_MANY = 20
"""Of so many choices no list is printed; they are completed, and '?' prints them."""


class AddError(Exception):
    """Nothing can be added; the message says why."""


class AnswerError(Exception):
    """An answer that cannot be taken; the message says what to answer instead."""


@dataclass(frozen=True)
class Question:
    """What is asked, and what may be answered."""

    key: tuple[str, ...]
    """Where the answer stands in the record, which is also its place in a file of answers."""
    about: str = ""
    """What it is, in a sentence."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """If only these words can be answered: each with what it means."""
    default: str | None = None
    """What is taken where nothing is answered."""
    check: Callable[[Any], None] = lambda answer: None
    """Raises AnswerError if the answer cannot be taken: a text, or for several of them their list."""
    nothing: str = "none"
    """What follows where nothing is answered and need not be."""

    @property
    def name(self) -> str:
        """As people write it: `cells.data-scientist`."""
        return ".".join(self.key)

    def taken(self, text: str) -> str:
        """The answer that a text is, which may be the number of a choice. Raises AnswerError where it is none."""
        text = " ".join(text.split())
        words = list(self.choices)
        if words and text not in words:
            if text.isdecimal() and 1 <= int(text) <= len(words) <= _MANY:
                return words[int(text) - 1]
            few = f"; there are {one_of(words)}" if len(words) <= _MANY else "; answer ? to see all"
            raise AnswerError(f"'{text}' is none of these{meant(text, words) or few}")
        return text


class Answers(Protocol):
    """Where answers come from."""

    can_be_mended: bool
    """Whether an answer that was refused can be given again."""

    def one(self, question: Question) -> str:
        """The answer."""

    def perhaps(self, question: Question) -> str | None:
        """The answer, if there is one."""

    def many(self, question: Question, least: int = 0) -> list[str]:
        """All answers; at least so many."""

    def yes(self, question: Question) -> bool:
        """Whether the answer is yes."""

    def end(self) -> None:
        """Everything was asked."""


class Lines:
    """A line for each answer: from the keyboard, with completion, or from another program.

    A list is ended by an empty line. At a keyboard what was refused is asked again; for another program it is the end,
    for the lines that follow are answers to other questions.
    """

    def __init__(self) -> None:
        """Reads standard input."""
        self.can_be_mended = sys.stdin.isatty()
        self._words: list[str] = []
        if self.can_be_mended:
            print("Enter takes what stands in brackets, Tab completes, Ctrl-C leaves everything as it is.")
            self._complete()

    def one(self, question: Question) -> str:
        """The answer to a question that needs one."""
        self._introduce(question)
        while True:
            text = self._line(question, f"Enter: {question.default}" if question.default else None)
            if answer := self._answer(question, text.strip() or question.default or ""):
                return answer

    def perhaps(self, question: Question) -> str | None:
        """The answer to a question that needs none."""
        self._introduce(question)
        while text := self._line(question, f"Enter: {question.nothing}").strip():
            if answer := self._answer(question, text):
                return answer
        return None

    def many(self, question: Question, least: int = 0) -> list[str]:
        """The answers of a list, until an empty one."""
        self._introduce(question)
        answers: list[str] = []
        while True:
            text = self._line(question, "Enter: no more" if len(answers) >= least else None).strip()
            if not text and len(answers) >= least:
                return answers
            if answer := self._answer(question, text, answers):
                answers.append(answer)

    def yes(self, question: Question) -> bool:
        """Whether the answer is yes, or nothing at all."""
        asked = Question((question.about,), choices={"yes": "", "no": ""})
        self._words = list(asked.choices)
        while True:
            if answer := self._answer(asked, self._line(asked, "Enter: yes").strip() or "yes"):
                return answer == "yes"

    def end(self) -> None:
        """Lines that are left over are left."""

    def _introduce(self, question: Question) -> None:
        self._words = list(question.choices)
        print()
        if question.about:
            print(question.about)
        if len(question.choices) <= _MANY:
            self._list(question)
        else:
            print(f"One of {len(question.choices)}: Tab completes it, and ? prints them.")

    def _list(self, question: Question) -> None:
        for number, (word, meaning) in enumerate(question.choices.items(), 1):
            print(f"  {number:>2}  {word}" + (f": {meaning}" if meaning else ""))

    def _line(self, question: Question, hint: str | None) -> str:
        while True:
            text = input(f"{question.name}{f' [{hint}]' if hint else ''}> ")
            if text.strip() != "?" or not question.choices:
                return text
            self._list(question)

    def _answer(self, question: Question, text: str, before: list[str] | None = None) -> str | None:
        """The answer that a text is, perhaps the next one of a list; None where it is refused and can be mended."""
        try:
            if not text:
                raise AnswerError("empty; fill it in")
            answer = question.taken(text)
            if before and answer in before:
                raise AnswerError(f"'{answer}' is in the list already")
            question.check(answer if before is None else [*before, answer])
            return answer
        except AnswerError as refused:
            if not self.can_be_mended:
                raise AddError(f"{question.name}: {refused}") from None
            print(f"  {refused}")
            return None

    def _complete(self) -> None:
        """Has Tab complete the words of the question, where Python has what that takes."""
        try:
            import readline
        except ImportError:
            return
        readline.set_completer(self._completed)
        readline.set_completer_delims(" ")
        is_libedit = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")

    def _completed(self, begun: str, state: int) -> str | None:
        fitting = [word for word in self._words if word.startswith(begun)]
        return fitting[state] if state < len(fitting) else None


class File:
    """Answers in a file of YAML, with the keys that the questions have."""

    can_be_mended = False

    def __init__(self, path: Path) -> None:
        """Reads the file. Raises AddError where it cannot be read."""
        try:
            found, mistakes = document.read(str(path), path.read_bytes())
        except OSError as error:
            raise AddError(f"{path}: cannot be read ({error.strerror})") from None
        if mistakes or found is None or not isinstance(found.data, dict):
            raise AddError("\n".join(map(str, mistakes)) or f"{path}: write a key for each answer")
        self._document = found
        self._asked: set[tuple[str, ...]] = set()

    def one(self, question: Question) -> str:
        """The answer under the question's key, or what is taken where there is none."""
        answer = self.perhaps(question) or question.default
        if not answer:
            raise self._error(question, f"the key '{question.name}' is missing; add it")
        return answer

    def perhaps(self, question: Question) -> str | None:
        """The answer under the question's key, if there is one."""
        found = self._look_up(question)
        if found is None:
            return None
        answer = self._taken(question, found)
        self._check(question, answer)
        return answer

    def many(self, question: Question, least: int = 0) -> list[str]:
        """The list under the question's key."""
        answers = self._look_up(question) or []
        if not isinstance(answers, list):
            raise self._error(question, "expected a list")
        if len(answers) < least:
            raise self._error(question, f"too few; at least {least} are needed")
        taken = [self._taken(question, answer) for answer in answers]
        self._check(question, taken)
        return taken

    def yes(self, question: Question) -> bool:
        """Whoever writes a file wants what it says."""
        return True

    def end(self) -> None:
        """Raises AddError for a key that nothing asked for."""
        for key in self._keys(self._document.data):
            if not any(asked[: len(key)] == key or key[: len(asked)] == asked for asked in self._asked):
                hint = meant(key[-1], {asked[-1] for asked in self._asked}) or "; remove it"
                found = self._document.mistake(key, f"nothing asks for this{hint}", at_key=True)
                raise AddError(str(found._replace(path=".".join(key))))

    def _keys(self, data: dict[str, Any], above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        keys = [(*above, key) for key in data]
        return keys + [
            each for key, value in data.items() if isinstance(value, dict) for each in self._keys(value, (*above, key))
        ]

    def _look_up(self, question: Question) -> Any:
        self._asked.add(question.key)
        here = self._document.data
        for part in question.key:
            here = here.get(part) if isinstance(here, dict) else None
        return here

    def _taken(self, question: Question, answer: Any) -> str:
        if isinstance(answer, dict | list):
            raise self._error(question, "expected text")
        try:
            return question.taken(str(answer))
        except AnswerError as refused:
            raise self._error(question, str(refused)) from None

    def _check(self, question: Question, answer: str | list[str]) -> None:
        try:
            question.check(answer)
        except AnswerError as refused:
            raise self._error(question, str(refused)) from None

    def _error(self, question: Question, message: str) -> AddError:
        return AddError(str(self._document.mistake(question.key, message)._replace(path=question.name)))
