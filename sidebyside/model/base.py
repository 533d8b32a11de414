"""Words, ids and numbers that every model is made of."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

_NUMBER = r"\d+(?:\.\d+)?(?:e-?\d+)?"
COMPUTED = re.compile(rf"\s*(?:[=+@＝＋＠]|[-－](?!{_NUMBER}(?: to -?{_NUMBER})?\Z))|[\t\r]")
"""What a spreadsheet takes for a formula at the beginning of a cell; no number with its sign, and no interval."""
WORD_OTHERWISE = "a spreadsheet would compute what begins like this; word it otherwise"
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories of characters that nobody sees: controls, those that turn the direction of what follows, and so on."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0") | {
    *map(chr, range(0xFE00, 0xFE10)),
    *map(chr, range(0xE0100, 0xE01F0)),
}
"""Those that are unseen though they count as letters or marks."""
_LOOKING_ALIKE = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE"})
"""Scripts some of whose letters nobody can tell apart."""
_WORD = re.compile(r"[^\W\d_]+")


def _shown_in_a_cell(text: str) -> str:
    """All that is written can come to stand in a table that a spreadsheet opens."""
    if COMPUTED.match(text):
        raise PydanticCustomError("computed", WORD_OTHERWISE)
    return text


def _as_it_is_read(text: str) -> str:
    """What is reviewed is what is there: no character is invisible, and no letter passes for another."""
    if found := next(_unseen(text), None):
        message = "an invisible character, {name}, after '{before}'; remove it"
        raise PydanticCustomError("unseen", message, {"name": _name(found), "before": text[: text.index(found)][-20:]})
    if word := next(filter(_is_mixed, _WORD.findall(text)), None):
        foreign = next(letter for letter in word if _script(letter) != "LATIN")
        message = "'{word}' mixes scripts that look alike: it has a {name}; write it in one"
        raise PydanticCustomError("mixed", message, {"word": word, "name": _name(foreign)})
    return text


def _unseen(text: str) -> Iterator[str]:
    return (sign for sign in text if sign != "\n" and (unicodedata.category(sign) in _UNSEEN or sign in _FILLERS))


def _is_mixed(word: str) -> bool:
    return not word.isascii() and len({_script(letter) for letter in word} & _LOOKING_ALIKE) > 1


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".strip()


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

SNAPSHOT = r"https://[a-z0-9.-]+/(?:[a-z0-9-]+/)*\d{14}(?:[a-z]{2}_)?/"
"""How the address of a copy in a web archive begins; what was copied follows."""

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$")]
FigureId = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG}/{SLUG}$"),
    Field(description="`<source>/<name>`, two slugs; permanent"),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, pattern=r"\S"),
    AfterValidator(_shown_in_a_cell),
    AfterValidator(_as_it_is_read),
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[!#-;=?-\[\]_a-z~]+$")]
Snapshot = Annotated[
    str,
    StringConstraints(pattern=rf"^{SNAPSHOT}https?://[!#-;=?-\[\]_a-z~]+$"),
    Field(description="a copy in a web archive, whose address ends with the time and with what was copied"),
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SocCode = Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}(\.\d{2})?$")]
Page = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$"),
    Field(description="a chapter, as its path below docs/"),
]

Kind = Literal["usage", "advert", "pay-band", "official", "self-reported", "taxonomy", "framework"]
Origin = Literal["computed", "transcribed"]
Unit = Literal["share", "usd-a-year", "usd-a-month", "jobs", "index", "years", "level", "listed"]
Part = Literal["leads", "shares", "supports"]
SectionKind = Literal["heading", "table", "picture", "claim", "term"]
Verdict = Literal["supported", "partly-supported", "no-clear-difference", "contradicted", "untestable"]
Form = Literal["more", "no-difference", "threshold", "range", "untestable"]
IntervalMethod = Literal[
    "wilson",
    "relative-standard-error",
    "exact-median",
    "bootstrap",
    "cluster-bootstrap",
    "none",
]

FEW = 30
"""A number that rests on fewer answers, adverts or bands carries a warning wherever it is shown."""
LEAST = 10
"""A number that rests on fewer is not shown."""

# An interval of these methods follows from what is stored, so it is never stored itself.
DERIVED: frozenset[str] = frozenset({"wilson", "relative-standard-error"})


class Model(BaseModel):
    """Frozen, closed to unknown keys; the docstring of a field is its description in the JSON Schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True)
