"""Templates, with all text from data made harmless for HTML, for Markdown and for Jinja."""

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

# What HTML or Markdown would read as markup inside a line, and what Markdown would at the start of one.
_MARKUP = re.compile(r"[&<>\"'*_`~^=\[\]{}|\\!]|^[#+-]")


def text(value: str) -> Markup:
    """Text from data as HTML that shows exactly this text, wherever in a chapter it is put."""
    if isinstance(value, Markup):
        return value
    return Markup(_MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", value))


def _finalize(value: Any) -> Any:
    return text(value) if isinstance(value, str) else value


ENVIRONMENT = Environment(
    loader=PackageLoader("sidebyside.render"),
    autoescape=True,
    finalize=_finalize,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=False,
)


def capital(words: str) -> str:
    """The words with a capital at the start."""
    return words[:1].upper() + words[1:]


ENVIRONMENT.globals["capital"] = capital


def render(template: str, **values: Any) -> str:
    """The template filled in, on lines of its own with no blank line inside."""
    filled = ENVIRONMENT.get_template(template).render(**values)
    return "\n".join(line.strip() for line in filled.splitlines() if line.strip())
