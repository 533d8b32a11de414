"""What a reader sees of the HTML that a macro gives."""

import re
from html import unescape


def words(fragment: str) -> str:
    """The text."""
    return _text(fragment, "")


def spaced(fragment: str) -> str:
    """The text, with a space where there is a tag."""
    return _text(fragment, " ")


def rows(fragment: str) -> list[list[str]]:
    """The cells of every row of a table's body."""
    body = fragment.partition("<tbody")[2]
    return [
        [words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]


def _text(fragment: str, tag: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", tag, fragment))).strip()
