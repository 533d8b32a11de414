"""Templates of whole pages and of parts that no Markdown reads: text is made harmless for HTML alone."""

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


def fill(template: str, **values: Any) -> str:
    """The template filled in; white space stays, for code is shown in it."""
    return _ENVIRONMENT.get_template(template).render(**values).strip() + "\n"


def plain(template: str, **values: Any) -> str:
    """The template of a text without markup of its own, filled in: nothing is escaped."""
    return _PLAIN.get_template(template).render(**values).strip() + "\n"
