"""data/sections.lock: every address that was ever published, an id and the page on which it stood, in their order."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LOCK = "sections.lock"
API = "api.lock"
"""The promise of the published data, which `publish.data.promise` reads."""
HEAD = (
    "# Every address that was ever published: an id and its page, in the order of publication. Lines are added, never\n"
    "# changed or removed; `make sections` adds them.\n"
)


@dataclass(frozen=True)
class Lock:
    """What the lock holds."""

    addresses: dict[tuple[str, str], int]
    """Id and page, with the line in the lock."""

    @cached_property
    def first_of_page(self) -> dict[str, str]:
        """For every page that there ever was, the first id that was published on it: that of its title."""
        found: dict[str, str] = {}
        for id_, page in self.addresses:
            found.setdefault(page, id_)
        return found

    @cached_property
    def by_page(self) -> dict[str, tuple[str, ...]]:
        """For every page that there ever was, the ids that were published on it."""
        found: dict[str, list[str]] = {}
        for id_, page in self.addresses:
            found.setdefault(page, []).append(id_)
        return {page: tuple(ids) for page, ids in found.items()}


def read(path: Path) -> Lock:
    """The lock; an empty one where there is none yet."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    found: dict[tuple[str, str], int] = {}
    for number, line in enumerate(lines, 1):
        id_, _, page = line.strip().partition(" ")
        if id_ and not id_.startswith("#"):
            found.setdefault((id_, page), number)
    return Lock(found)


def extend(path: Path, addresses: Iterable[tuple[str, str]]) -> None:
    """Adds addresses at the end."""
    text = path.read_text(encoding="utf-8") if path.is_file() else HEAD
    path.write_text(text + "".join(f"{id_} {page}\n" for id_, page in addresses), encoding="utf-8")
