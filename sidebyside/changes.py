"""The history of the data by release: two states of data/ compared, and what differs written down.

A removed id is a major change, an added one a minor, and a figure with other numbers a patch (Semantic Versioning 2.0,
with ids in place of an interface). States are read as they are, without the models of today, so that any two can be
compared.
"""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .model import ADDED_OR_REMOVED, Change, Changes, Release

FILE = "changes.yml"
HEAD = """\
# yaml-language-server: $schema=schema/changes.json
# The history of the data by release, the newest first. Written by `make changes`; the notes are by hand.
"""
_LISTS = {name: name for name in ("sources", "sections", "publications", "claims", "resources")} | {"glossary": "terms"}


class ChangesError(Exception):
    """The states cannot be compared; the message says why and what to do."""


@dataclass(frozen=True)
class State:
    """The ids of a state of the data by their namespace, and the stored values of its figures."""

    ids: dict[str, set[str]]
    values: dict[str, dict[str, Any]]


def read(folder: Path) -> State:
    """The state below a data folder; an empty one where there is none."""
    ids: dict[str, set[str]] = {namespace: set() for namespace in ADDED_OR_REMOVED}
    values: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.yml")):
        data = _load(path)
        if path.stem in _LISTS:
            namespace = _LISTS[path.stem]
            ids[namespace] |= {each["id"] for each in data.get(namespace, ())}
        elif "rows" in data:
            ids["rows"] |= {f"{path.stem}/{row['id']}" for row in data["rows"]}
    for path in sorted((folder / "grids").glob("*.yml")):
        ids["rows"] |= {f"grids/{path.stem}/{row['id']}" for row in _load(path)["rows"]}
    for path in sorted((folder / "evidence").glob("*.yml")):
        for figure in _load(path).get("figures", ()):
            ids["figures"].add(figure["id"])
            values[figure["id"]] = dict(_flat(figure["values"]), **_flat({"difference": figure.get("difference")}))
    return State(ids, values)


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """The data folder of a revision of the project, unpacked for as long as the context lasts.

    Raises ChangesError where there is no such revision.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = ["git", "-C", str(root), "archive", "--format=tar", name, "data"]
        found = subprocess.run(command, capture_output=True)
        if found.returncode:
            raise ChangesError(f"no revision '{name}': {found.stderr.decode(errors='replace').strip()}")
        with tarfile.open(fileobj=io.BytesIO(found.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder) / "data"


def compare(old: State, new: State) -> dict[str, Any]:
    """What is added, removed and changed, as `Release` holds it."""
    added = {namespace: tuple(sorted(new.ids[namespace] - old.ids[namespace])) for namespace in ADDED_OR_REMOVED}
    removed = {namespace: tuple(sorted(old.ids[namespace] - new.ids[namespace])) for namespace in ADDED_OR_REMOVED}
    changed = [
        Change(figure=id_, value=key, before=old.values[id_].get(key), after=new.values[id_].get(key))
        for id_ in sorted(old.values.keys() & new.values.keys())
        for key in sorted(old.values[id_].keys() | new.values[id_].keys())
        if old.values[id_].get(key) != new.values[id_].get(key)
    ]
    return {
        "added": {namespace: found for namespace, found in added.items() if found},
        "removed": {namespace: found for namespace, found in removed.items() if found},
        "changed": tuple(changed),
    }


def next_version(last: str | None, difference: dict[str, Any]) -> str:
    """The version that follows the last one; the first is 0.1.0. Raises ChangesError where nothing differs."""
    if last is None:
        return "0.1.0"
    major, minor, patch = map(int, last.split("."))
    if difference["removed"]:
        return f"{major + 1}.0.0"
    if difference["added"]:
        return f"{major}.{minor + 1}.0"
    if difference["changed"]:
        return f"{major}.{minor}.{patch + 1}"
    raise ChangesError("nothing differs, so there is nothing to release")


def release(folder: Path, old: State, known: tuple[Release, ...], date: str, note: str) -> Release:
    """Writes an entry for the state of the folder, compared with an older one, at the head of its history; gives it."""
    difference = compare(old, read(folder))
    version = next_version(known[0].version if known else None, difference)
    entry = Release(version=version, date=date, note=note, **difference)
    (folder / FILE).write_text(as_yaml((entry, *known)), encoding="utf-8", newline="\n")
    return entry


def as_yaml(releases: tuple[Release, ...]) -> str:
    """The text of data/changes.yml."""
    data = Changes(releases=releases).model_dump(mode="json", exclude_defaults=True)
    return HEAD + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def _load(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data if isinstance(data, dict) else {}


def _flat(values: Any, prefix: str = "") -> dict[str, Any]:
    """Nested mappings as one level: `{"role count": 654}`; lists as text."""
    if not isinstance(values, dict):
        return {} if values is None else {prefix: _text(values)}
    flat: dict[str, Any] = {}
    for key, value in values.items():
        flat |= _flat(value, f"{prefix} {key}".strip())
    return flat


def _text(value: Any) -> str:
    return " to ".join(map(_text, value)) if isinstance(value, list) else str(value)
