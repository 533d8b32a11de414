"""A copy of the project to try a change in, and the change taken over: all files of it or none."""

import os
import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from .asking import AddError

FOLDERS, SETTINGS = ("data", "docs"), "mkdocs.yml"


def copy(old: Path, new: Path) -> None:
    """Makes `new` hold what the project in `old` has, and nothing else."""
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    for folder in FOLDERS:
        shutil.copytree(old / folder, new / folder)
    shutil.copy(old / SETTINGS, new)


def changed(old: Path, new: Path) -> dict[Path, bytes | None]:
    """The files that `new` has otherwise, by their path below it; with what `old` has of each, None for a new one."""
    paths = [path for folder in FOLDERS for path in sorted((new / folder).rglob("*")) if path.is_file()]
    names = [path.relative_to(new) for path in (*paths, new / SETTINGS)]
    return {name: had for name in names if (had := _bytes(old / name)) != (new / name).read_bytes()}


def difference(new: Path, files: dict[Path, bytes | None]) -> Iterator[str]:
    """What a reviewer will see of the change, line by line."""
    for path, had in files.items():
        lines = (had or b"").decode().splitlines(), (new / path).read_text(encoding="utf-8").splitlines()
        yield from unified_diff(*lines, str(path), str(path), lineterm="")


def replace(root: Path, new: Path, files: dict[Path, bytes | None]) -> None:
    """Puts the files into the project, each in one step of the file system; if one cannot be, none stays.

    Raises AddError where somebody has changed one of them since it was copied.
    """
    for path, had in files.items():
        if _bytes(root / path) != had:
            raise AddError(f"{path} was changed meanwhile; nothing of that is lost, so begin again")
    done = []
    try:
        for path in files:
            _write(root / path, (new / path).read_bytes())
            done.append(path)
    except BaseException:  # also Ctrl-C: half of a change is no valid project
        for path in done:
            _write(root / path, files[path])
        raise


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        if path.exists():
            shutil.copymode(path, beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
