"""Finished forms of the guide that people take along: large files, made by commands of their own and offered if there.

`make offline` and `make book` write them into a folder; the hosted site offers those that are of its release.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

FOLDER = "dist"
"""Where the commands write them, in the project."""
NAME = "data-scientist-or-machine-learning-engineer"
FORMS = ("zip", "pdf", "epub")
"""The copy for reading from disk, the book for paper, the book for readers; each by how its file ends."""


@dataclass(frozen=True)
class Edition:
    """A finished file."""

    form: str
    """One of FORMS."""
    file: Path
    size: int
    """Bytes."""
    made: date
    """The day of the state that it was made of."""

    @property
    def path(self) -> str:
        """Where the hosted site has it, from its root."""
        return f"editions/{self.file.name}"


def file_name(form: str, version: str) -> str:
    """What the file of a release is called: the release stands in it, so that a course can pin one."""
    return f"{NAME}-{version}.{form}"


def found(folder: Path, version: str) -> Iterator[Edition]:
    """The finished files of a release that are in the folder; older ones are left where they are.

    Packages say in themselves of which day they are. A PDF has the time of the state it was made of as its file's.
    """
    for form in FORMS:
        file = folder / file_name(form, version)
        if file.is_file():
            yield Edition(form, file, file.stat().st_size, _day(file))


def _day(file: Path) -> date:
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as package:
            return date(*package.infolist()[0].date_time[:3])
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
