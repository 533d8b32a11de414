"""The raw files: found below one folder, held against the hashes in data/sources.yml before they are read.

Also what the modules share in naming what they find there.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..model import RawFile, Source


class RawError(Exception):
    """Raw files are missing or are not those that the figures were computed from; `problems` has a line for each."""

    def __init__(self, problems: list[str]) -> None:
        """`problems`: sentences for people, each with what to do."""
        super().__init__("\n".join(problems))
        self.problems = problems


class RawFolder:
    """The files of one source below the folder of raw data."""

    def __init__(self, root: Path, source: Source) -> None:
        """`root` is the folder that the paths in data/sources.yml start from."""
        self.root = root
        self.source = source

    @property
    def files(self) -> tuple[RawFile, ...]:
        """The files, as data/sources.yml names them."""
        return self.source.files

    def path(self, name: str) -> Path:
        """Where the file of this name lies. Raises RawError where data/sources.yml names no such file."""
        for file in self.files:
            if PurePosixPath(file.path).name == name:
                return self.root / file.path
        raise RawError([f"data/sources.yml: the source '{self.source.id}' has no file {name}, which the code reads"])

    def problems(self) -> Iterator[str]:
        """A sentence for each file that is missing or altered."""
        for file in self.files:
            path = self.root / file.path
            get = f"get it from {self.source.address}"
            if not path.is_file():
                yield f"{path}: the raw file is missing (sha256 {file.sha256}); {get}"
                continue
            with path.open("rb") as opened:
                found = hashlib.file_digest(opened, "sha256").hexdigest()
            if found != file.sha256:
                yield f"{path}: the raw file is altered: sha256 {found}, but data/sources.yml has {file.sha256}; {get}"


def slug(words: str) -> str:
    """The words as part of an id: lower case, with a hyphen for everything that is no letter and no digit."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
