"""A mistake that somebody has to mend: where it is, what is wrong, what to do."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

_LONGEST = 400
"""Characters of a path and of a message that are shown; a value in them may be as long as somebody made it."""


class Mistake(NamedTuple):
    """One mistake in an authored file; sorts by place. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        parts = (f"{self.file}:{self.line}:{self.column}", _shown(self.path), _shown(self.message))
        return ": ".join(filter(None, parts))


def _shown(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"  # what to do stands at the end


def meant(wrong: object, possible: Iterable[str]) -> str:
    """ "; did you mean 'x'?" where something near is possible, else an empty string."""
    near = get_close_matches(str(wrong), sorted(possible), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def one_of(possible: Iterable[str]) -> str:
    """The possibilities as a list in a sentence."""
    return ", ".join(f"'{name}'" for name in possible)
