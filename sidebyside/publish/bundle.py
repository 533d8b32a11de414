"""The copy for reading from disk as one zip file, to be unpacked on any machine."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from . import archive

LONGEST = 120
"""Characters of a path in the zip file; with the folder that it is unpacked into, Windows takes 260."""
FIRST = "index.html"
"""What a reader opens."""
INDEX = "search/search_index.js"
"""What the search reads from disk, which the hosted form does not have."""
_DAYS = (datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC))
"""The first and the last day that a zip file can name."""
_PLAIN = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")
_RESERVED = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|/|$)|\.(?:/|$)", re.IGNORECASE)


class BundleError(Exception):
    """The copy cannot be packed; each problem is one line."""

    def __init__(self, problems: list[str]) -> None:
        """`problems`: each a path and what is wrong with it."""
        super().__init__("\n".join(problems))
        self.problems = problems


def bundle(site: Path, out: Path, at: datetime) -> None:
    """Packs the folder of a copy into a zip file, whose age is `at`.

    The file that a reader opens comes first, the others in the order of their paths. Raises BundleError, and leaves an
    older zip file as it is.
    """
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    if problems := list(_problems(paths)):
        raise BundleError(problems)
    paths.sort(key=lambda path: path != FIRST)
    unfinished = out.with_suffix(".new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        archive.write(unfinished, ((path, (site / path).read_bytes()) for path in paths), at, deflated=True)
        os.utime(unfinished, (at.timestamp(), at.timestamp()))
        unfinished.replace(out)
    except OSError as error:
        if out.parent.is_dir():
            unfinished.unlink(missing_ok=True)
        raise BundleError([f"{error.filename or out}: {error.strerror}"]) from None


def _problems(paths: list[str]) -> Iterator[str]:
    """What would keep a copy from being unpacked and opened on every machine."""
    if not {FIRST, INDEX} <= set(paths):
        yield f"there is no {FIRST} with {INDEX}, so this is no copy for reading from disk; make offline makes one"
    alike: dict[str, str] = {}
    for path in paths:
        if not _PLAIN.fullmatch(path):
            yield f"{path}: has signs other than letters of ASCII, digits, '.', '_' and '-'"
        if _RESERVED.search(path):
            yield f"{path}: Windows has no such names"
        if len(path) >= LONGEST:
            yield f"{path}: has {len(path)} characters; fewer than {LONGEST} are possible"
        if (same := alike.setdefault(path.lower(), path)) != path:
            yield f"{path}: differs from {same} by capitals only"


def made_at(epoch: str) -> datetime:
    """The time that SOURCE_DATE_EPOCH says. Raises BundleError where it is none, or none that a zip file can name."""
    first, last = _DAYS
    try:
        at = datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise BundleError([f"SOURCE_DATE_EPOCH: '{epoch}' is no number of seconds since 1970"]) from None
    if not first <= at <= last:
        raise BundleError([f"SOURCE_DATE_EPOCH: a zip file has no {at:%Y}; it knows 1980 to 2107"])
    return at
