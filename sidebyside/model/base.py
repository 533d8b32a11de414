"""Words, ids and numbers that every model is made of."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

_NUMBER = r"\d+(?:\.\d+)?(?:e-?\d+)?"
COMPUTED = re.compile(rf"\s*(?:[=+@＝＋＠]|[-－](?!{_NUMBER}(?: to -?{_NUMBER})?\Z))|[\t\r]")
"""What a spreadsheet takes for a formula at the beginning of a cell; no number with its sign, and no interval."""
WORD_OTHERWISE = "a spreadsheet would compute what begins like this; word it otherwise"


def _shown_in_a_cell(text: str) -> str:
    """All that is written can come to stand in a table that a spreadsheet opens."""
    if COMPUTED.match(text):
        raise PydanticCustomError("computed", WORD_OTHERWISE)
    return text


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$")]
FigureId = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG}/{SLUG}$"),
    Field(description="`<source>/<name>`, two slugs; permanent"),
]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), AfterValidator(_shown_in_a_cell)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
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
