"""Templates of whole pages and of parts that no Markdown reads: text is made harmless for HTML alone."""

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..render.html import capital

_ENVIRONMENT = Environment(
    loader=PackageLoader("sidebyside.publish"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals["capital"] = capital
_PLAIN = _ENVIRONMENT.overlay(autoescape=False)

_AS_WRITTEN = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)


def fill(template: str, **values: Any) -> str:
    """The template filled in; white space stays, for code is shown in it."""
    return _ENVIRONMENT.get_template(template).render(**values).strip() + "\n"


def plain(template: str, **values: Any) -> str:
    """The template of a text without markup of its own, filled in: nothing is escaped."""
    return _PLAIN.get_template(template).render(**values).strip() + "\n"


def compact(html: str) -> str:
    """The page without empty lines and indents, which templates leave and no browser shows."""
    text, *rest = _AS_WRITTEN.split(html)
    parts = [re.sub(r"\s*\n\s*", "\n", text).lstrip()]
    for kept, between in zip(rest[::3], rest[2::3], strict=True):
        parts += kept, re.sub(r"\s*\n\s*", "\n", between)
    return "".join(parts)
