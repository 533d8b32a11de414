"""What a record of a data file is asked about: the fields of its model, each answer held to the model at once."""

import json
import types
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ..document import Document
from ..explain import explain
from ..load import FILES
from ..mistakes import Mistake
from ..project import Project
from .asking import AnswerError, Answers, Question


class Part(Protocol):
    """Something that is added to the project."""

    def __init__(self, found: Project, answers: Answers) -> None:
        """For the project as it was found, by the answers that are given."""

    def ask(self) -> None:
        """Asks for everything."""

    def ask_again(self, name: str) -> None:
        """Asks once more for one thing, by the name that `blamed` gave."""

    def blamed(self, mistake: Mistake) -> str | None:
        """What has to be asked again to mend the mistake; None where it lies elsewhere."""

    def write(self, root: Path) -> None:
        """Adds it to the project below the root."""

    def left(self) -> list[str]:
        """What is left to do once it is written, in sentences."""


@dataclass(frozen=True)
class Words:
    """More about a field than its model says."""

    choices: Mapping[str, str] = field(default_factory=dict)
    """The only words that can stand there."""
    about: str = ""
    least: int = 0
    """Of a list, how many it needs; of what each role has, whether it has to."""
    roles: Collection[str] | None = None
    """The roles that are asked about; all, if it is not said."""
    default: str | None = None
    check: Callable[[Any], None] = lambda answer: None
    inner: Mapping[str, "Words"] = field(default_factory=dict)
    """The same about the fields within it."""


class Record:
    """A record that is put together answer by answer. `data` holds what was answered, as it will stand in the file."""

    def __init__(self, found: Project, answers: Answers, file: str, above: tuple[str, ...] = ()) -> None:
        """For the main list of a file; `above` is the key of its answers, where there are others beside them."""
        self.file = file
        self.model, self.main = FILES[file]
        self.kind: type[BaseModel] = get_args(self.model.model_fields[self.main].annotation)[0]
        self.data: dict[str, Any] = {}
        self.asked: set[str] = set()
        self.taken = {id_ for _, id_ in found.draft.documents[file].ids()}
        self._answers = answers
        self._above = above
        self._roles = {role.id: role.name for role in found.dataset.roles}

    def ask(self, name: str, words: Words = Words()) -> None:
        """Asks for one field; an optional one that gets no answer is left out."""
        self.asked.add(name)
        self.data.pop(name, None)
        answer = self._asked((name,), self.kind.model_fields[name], words)
        if answer not in (None, [], {}):
            self.data[name] = answer

    def ask_for_id(self, proposed: str) -> None:
        """Asks for the id, which nothing else in the file may have."""

        def is_new(answer: str) -> None:
            if answer in self.taken:
                raise AnswerError(f"the id '{answer}' is taken; ids are permanent and unique")

        about = "Its id, for ever: people will link it."
        self.ask("id", Words(about=about, default=_free(proposed, self.taken), check=is_new))

    def ordered(self, *first: str) -> dict[str, Any]:
        """What was answered, in the order in which the file has it: some keys first, the others as asked."""
        return {key: self.data[key] for key in (*first, *self.data) if key in self.data}

    def validated(self) -> Any:
        """The record as its model."""
        return self.kind.model_validate_json(_json(self.data), strict=True)

    def blamed(self, mistake: Mistake) -> str | None:
        """The field in which the mistake lies; the id, where it lies in the record as a whole."""
        parts = mistake.path.split(".")
        if mistake.file != f"data/{self.file}" or parts[1:2] != [self.data["id"]]:
            return None
        return parts[2] if parts[2:] and parts[2] in self.kind.model_fields else "id"

    def _asked(self, key: tuple[str, ...], info: FieldInfo, words: Words) -> Any:
        """The answer to a field; its type says how it is asked."""
        type_, is_required = _plain(info.annotation), info.is_required()
        about = words.about or info.description or ""
        choices = words.choices or (dict.fromkeys(get_args(type_), "") if get_origin(type_) is Literal else {})

        def check(answer: Any) -> None:
            self._hold(key, _converted(type_, answer))
            words.check(answer)

        question = Question((*self._above, *key), about, choices, words.default, check)
        if get_origin(type_) is dict:
            asked_of = self._roles if words.roles is None else [role for role in self._roles if role in words.roles]
            return self._asked_for_each_role(
                key, question, _plain(get_args(type_)[1]), asked_of, not is_required and not words.least
            )
        if get_origin(type_) is tuple:
            return self._answers.many(question, max(words.least, int(is_required)))
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            inner = {
                name: self._asked((*key, name), each, words.inner.get(name, Words()))
                for name, each in type_.model_fields.items()
            }
            return {name: answer for name, answer in inner.items() if answer not in (None, [], {})}
        given = self._answers.one(question) if is_required else self._answers.perhaps(question)
        return given if given is None else _converted(type_, given)

    def _asked_for_each_role(
        self, place: tuple[str, ...], question: Question, type_: Any, asked_of: Iterable[str], is_optional: bool
    ) -> dict[str, str]:
        """An answer for each role; where there need not be any, the first role without one ends it."""
        choices = question.choices or dict.fromkeys(get_args(type_) if get_origin(type_) is Literal else (), "")
        given: dict[str, str] = {}
        for role in asked_of:
            about = f"{question.about} Here: {self._roles[role]}."
            check = partial(self._hold, (*place, role))
            key = (*question.key, role)
            asked = Question(key, about, choices, check=check)
            answer = self._answers.perhaps(asked) if is_optional and not given else self._answers.one(asked)
            if answer is None:
                break
            given[role] = answer
        return given

    def _hold(self, key: tuple[str, ...], answer: Any) -> None:
        """Refuses an answer that the model refuses, in the words in which `check` would."""
        record: Any = answer
        for part in reversed(key):
            record = {part: record}
        tried = Document(f"data/{self.file}", self.main)
        tried.data = {self.main: [record]}
        place = (self.main, 0, *key)
        try:
            self.model.model_validate_json(_json(tried.data), strict=True)
        except ValidationError as error:
            for each in error.errors():
                if each["loc"][: len(place)] == place:
                    raise AnswerError(explain(tried, self.model, each).message) from None


def slug(text: str) -> str:
    """A text as an id: `Weights & Biases` as `weights-biases`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def _free(id_: str, taken: set[str]) -> str | None:
    """The id, or else with a number that makes it one; None where there are no letters to make one of."""
    numbered = (f"{id_}-{number}" for number in count(2))
    return next(each for each in chain([id_], numbered) if each not in taken) or None


def _plain(annotation: Any) -> Any:
    """The type without what is said about it, and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        return next(_plain(each) for each in get_args(annotation) if each is not type(None))
    return annotation


def _converted(type_: Any, answer: Any) -> Any:
    """The answer as the file has it: a number is no text there, and a day none either."""
    if type_ is date:
        try:
            return date.fromisoformat(answer)
        except ValueError:
            return answer
    if type_ in (int, float):
        try:
            return int(answer) if answer.isdecimal() else float(answer)
        except ValueError:
            return answer
    return answer


def _json(data: Any) -> str:
    return json.dumps(data, default=date.isoformat)


def described(terms: Any) -> dict[str, str]:
    """The words of a vocabulary, each with its label."""
    return {term.id: term.label for term in terms}
