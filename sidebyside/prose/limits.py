"""What prose may do, as `limits.yml` beside this module says it: every limit, phrase and term with its reason."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

FILE = Path(__file__).with_name("limits.yml")

Text = Annotated[str, Field(min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Limit(_Model):
    """A number and why it is that one."""

    value: int
    reason: Text


class Measured(_Model):
    """The limits of what is counted. Lengths of sentences are in words."""

    mean_sentence: Limit
    longest_sentence: Limit
    reading_ease: Limit
    fewest_words: Limit
    """How many words the sentences of a chapter have at least for their mean and ease to be judged."""
    bold_spans: Limit


class _Wording(_Model):
    """Something that is not written. A `*` at the end of a word stands for any letters; case does not matter."""

    why: Text
    but_not: tuple[Text, ...] = ()
    """Uses that are meant well."""

    def _forms(self) -> tuple[str, ...]:
        raise NotImplementedError

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any_of(self._forms())

    @cached_property
    def _meant_well(self) -> re.Pattern[str] | None:
        return _any_of(self.but_not) if self.but_not else None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Where it is written, but for the uses that are meant well."""
        text = text.replace("’", "'")
        well = [found.span() for found in self._meant_well.finditer(text)] if self._meant_well else []
        for found in self._pattern.finditer(text):
            if not any(start <= found.start() and found.end() <= end for start, end in well):
                yield found


class Phrase(_Wording):
    """Words that sell, or are worn, and what is written instead."""

    phrase: Text
    write: Text

    def _forms(self) -> tuple[str, ...]:
        return (self.phrase,)


class Term(_Wording):
    """How a term is spelled, and how it is not."""

    write: Text
    instead_of: Annotated[tuple[Text, ...], Field(min_length=1)]

    def _forms(self) -> tuple[str, ...]:
        return self.instead_of


class Limits(_Model):
    """All of `limits.yml`."""

    limits: Measured
    phrases: tuple[Phrase, ...]
    terms: tuple[Term, ...]
    not_prose: dict[str, Text]
    """Keys in data/*.yml whose values are no prose, each with the reason; `sources.title` is a key in one file."""


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases as whole words, which may go on in the next line."""
    patterns = (r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def read(file: Path = FILE) -> Limits:
    """The limits in the file; raises pydantic's ValidationError where something is missing or misspelled."""
    return Limits.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
