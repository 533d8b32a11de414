"""Pydantic's errors as sentences that say what to do, at their places."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from .document import Document, Path
from .mistakes import Mistake, meant, one_of
from .model import SLUG, SNAPSHOT

_MANNERS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "date_type": "a date such as 2026-11-20",
    "date_from_datetime_parsing": "a date such as 2026-11-20",
    "date_parsing": "a date such as 2026-11-20",
}
_NAMES = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "keys with values",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}


def explain(found: Document, model: type[BaseModel], error: Any) -> Mistake:
    """One of pydantic's errors as a sentence that says what to do, at its place."""
    loc, type_, value, context = error["loc"], error["type"], error["input"], error.get("ctx", {})
    at_key = loc[-1:] == ("[key]",)
    loc = loc[:-1] if at_key else loc
    if type_ == "extra_forbidden":
        fields = _fields(model, loc[:-1])
        hint = meant(loc[-1], fields) or f"; possible are {one_of(fields)}"
        return found.mistake(loc, f"unknown key '{loc[-1]}'{hint}", at_key=True)
    if type_ == "missing":
        return found.mistake(loc[:-1], f"the key '{loc[-1]}' is missing; add it")
    if type_ == "literal_error":
        options = _options(model, loc)
        message = f"'{value}' is none of {one_of(options)}{meant(value, options)}"
    elif type_ == "union_tag_not_found":
        message = f"the key {context['discriminator']} is missing; add it"
    elif type_ == "union_tag_invalid":
        tags = context["expected_tags"].replace("'", "").split(", ")
        message = f"'{context['tag']}' is none of {one_of(tags)}{meant(context['tag'], tags)}"
        loc = (*loc, context["discriminator"].strip("'"))
    elif type_ == "string_pattern_mismatch":
        message = _form(value, context["pattern"])
    elif type_ in _BOUNDS:
        key, words = _BOUNDS[type_]
        message = f"{value} is out of range; it must be {words} {context[key]:g}"
    elif type_ in ("string_too_short", "too_short"):
        message = "empty; fill it in" if not value else f"too few; at least {context['min_length']} are needed"
    elif type_ == "too_long":
        message = f"too many; at most {context['max_length']} can be here"
    elif type_ in _MANNERS:
        seen = f"'{value}'" if isinstance(value, str) else "nothing" if value is None else _NAMES[type(value)]
        message = f"expected {_MANNERS[type_]}, found {seen}"
    else:
        message = error["msg"][:1].lower() + error["msg"][1:]
    return found.mistake(loc, message, at_key=at_key)


def _form(value: str, pattern: str) -> str:
    """What a text that does not match its pattern should look like."""
    if not value.strip():
        return "empty; fill it in"
    wanted = {
        rf"^{SLUG}$": "is no slug; use lower-case letters and digits, with single hyphens between words",
        rf"^{SLUG}/{SLUG}$": "is no figure id; write <source>/<name>, two slugs",
        rf"^{SNAPSHOT}https?://[!#-;=?-\[\]_a-z~]+$": (
            "is no archived copy; write its address as https://web.archive.org/web/20261120000000/https://example.org/"
        ),
        r"^https?://[!#-;=?-\[\]_a-z~]+$": (
            "is no address; write it with https://, without spaces, and what is no plain letter or sign as %C3%A4"
        ),
        r"^[0-9a-f]{64}$": "is no sha256; write its 64 hexadecimal digits",
        r"^\d{2}-\d{4}(\.\d{2})?$": "is no O*NET-SOC code; write it as 15-2051 or 15-2051.00",
        r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$": "is no chapter; write its path below docs/, as compare/tools.md",
    }
    return f"'{value}' {wanted.get(pattern, f'does not have the form {pattern}')}"


def _options(model: type[BaseModel], loc: Path) -> tuple[str, ...]:
    return get_args(_unwrap(_annotation(model, loc)))


def _fields(model: type[BaseModel], loc: Path) -> tuple[str, ...]:
    here = _unwrap(_annotation(model, loc))
    return tuple(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else ()


def _annotation(model: type[BaseModel], loc: Path) -> Any:
    """The type that stands at the end of a path of pydantic's, which has the tags of unions in it."""
    here: Any = model
    for part in map(str, loc):
        here = _unwrap(here)
        if isinstance(here, type) and issubclass(here, BaseModel):
            here = here.model_fields[part].annotation if part in here.model_fields else None
        elif get_origin(here) is dict:
            here = get_args(here)[1]
        elif get_origin(here) is tuple:
            here = get_args(here)[0]
        elif get_origin(here) in (Union, UnionType):  # the part is the tag
            here = next(member for member in get_args(here) if part in _tags(member))
    return here


def _tags(member: type[BaseModel]) -> Iterator[str]:
    """The words by which the member of a union is told: those of its fields that allow one word only."""
    for field in member.model_fields.values():
        if get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1:
            yield from get_args(field.annotation)


def _unwrap(annotation: Any) -> Any:
    """The type without Annotated and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        return _unwrap(members[0]) if len(members) == 1 else annotation
    return annotation
