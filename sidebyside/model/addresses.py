"""When two addresses are of one page, and of what an archived copy is a copy."""

import re

from .base import SNAPSHOT

_PAGE = re.compile(r"(?:https?://)?(?P<page>[^#]*?)/?(?:#.*)?")
"""An address with, around it, what does not make another page: encryption, the slash at the end, a part of the page."""


def same(one: str, other: str) -> bool:
    """Whether two addresses are of one page; that one is encrypted and the other is not makes no difference."""
    return _page(one) == _page(other)


def _page(address: str) -> str:
    found = _PAGE.fullmatch(address)
    return found["page"] if found else address


def copied(archived: str) -> str | None:
    """What an address in a web archive is a copy of, or None if it is no address of a copy."""
    found = re.match(SNAPSHOT, archived)
    return archived[found.end() :] if found else None
