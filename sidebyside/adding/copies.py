"""A copy of the project to try a change in, and the change taken over: all files of it or none."""

import os
import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from .asking import AddError

FOLDERS, SETTINGS = ("data", "docs"), "mkdocs.yml"


def copy(root: Path, new: Path) -> None:
    """Makes `new` hold what `root` has, and nothing else."""
    for folder in FOLDERS:
        shutil.rmtree(new / folder, ignore_errors=True)
        shutil.copytree(root / folder, new / folder)
    shutil.copy(root / SETTINGS, new)


def changed(root: Path, new: Path) -> dict[Path, bytes | None]:
    """The files that `new` has otherwise, by their path below it; with what `root` has of each, None for a new one."""
    paths = [path for folder in FOLDERS for path in sorted((new / folder).rglob("*")) if path.is_file()]
    names = [path.relative_to(new) for path in (*paths, new / SETTINGS)]
    return {name: old for name in names if (old := _bytes(root / name)) != (new / name).read_bytes()}


def difference(root: Path, new: Path, files: dict[Path, bytes | None]) -> Iterator[str]:
    """What a reviewer will see of the change, line by line."""
    for path, old in files.items():
        lines = (old or b"").decode().splitlines(), (new / path).read_text(encoding="utf-8").splitlines()
        yield from unified_diff(*lines, str(path), str(path), lineterm="")


def replace(root: Path, new: Path, files: dict[Path, bytes | None]) -> None:
    """Puts the files into the project, each in one step of the file system; if one cannot be, none stays.

    Raises AddError where somebody has changed one of them meanwhile.
    """
    for path, old in files.items():
        if _bytes(root / path) != old:
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
