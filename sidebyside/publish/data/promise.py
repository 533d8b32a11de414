"""The promise of version 1: everything that programs rely on, a line each, held against data/api.lock.

A line of the lock may not go. What is new is added to it by `make api`, and from then on may not go either.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ...lock import API
from ...render.shown import Taken
from ..site import Published
from .csvs import LAYOUTS
from .database import SCHEMA
from .folder import FOLDER, paths
from .schemas import MODELS, of_model

LOCK = f"data/{API}"
BROKEN = "version 1 of the data promises it; bring it back, or begin version 2 (docs/data/api.md)"
_HEAD = """# What version 1 of the data promises, a line each: paths, fields with their types, columns. Lines are added,
# never changed or removed; `make api` adds them. What would break one becomes version 2 (docs/data/api.md).
"""


def lines(made: Published, taken: Taken) -> list[str]:
    """Everything that is promised now, in an order that does not change."""
    return list(dict.fromkeys([*_paths(made), *_fields(), *_layouts(), *_database(), *_columns(taken)]))


def locked(root: Path) -> list[str]:
    """Everything that was promised before."""
    path = root / LOCK
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def broken(before: Iterable[str], now: Iterable[str], made: Published) -> list[str]:
    """What was promised and is no more. The columns of a table or picture that was given up go with it."""
    there = set(now)
    gone = (line for line in before if line not in there)
    return [line for line in gone if not (line.startswith("column ") and line.split()[1] not in made.outline.entries)]


def write(root: Path, found: list[str]) -> None:
    """Writes the lock with the lines in their order."""
    (root / LOCK).write_text(_HEAD + "".join(f"{line}\n" for line in found), encoding="utf-8")


def _paths(made: Published) -> Iterator[str]:
    ids = {"tables", "pictures", "sources", "comparisons"}
    for path in paths(made):
        folder, _, name = path.removeprefix(f"{FOLDER}/").rpartition("/")
        own = f"{folder}/<id>.{name.rpartition('.')[2]}" if folder in ids else f"{folder}/{name}".lstrip("/")
        if not own.startswith("schema/dataset/"):  # the form in which people edit; it may change
            yield f"path {own}"
    for form in ("json", "csv"):
        yield f"path figures.{form}"


def _fields() -> Iterator[str]:
    for name, model in MODELS.items():
        schema = of_model(model)
        for place, type_ in _walk(schema, schema.get("$defs", {}), ""):
            yield f"json {name} {place.lstrip('.')} {type_}"


def _walk(schema: dict[str, Any], known: dict[str, Any], place: str) -> Iterator[tuple[str, str]]:
    """Every field with its type; a word of a closed list is a line of its own."""
    if "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        for each in schema["anyOf"]:
            if each.get("type") != "null":  # a field without a value is left out
                yield from _walk(each, known, place)
        return
    for each in [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())]:
        yield place, f"= {each}"
    if schema.get("properties"):
        for name, inner in schema["properties"].items():
            yield from _walk(inner, known, f"{place}.{name}")
    elif schema.get("type") == "object":
        inner = next(iter(schema.get("patternProperties", {}).values()), schema.get("additionalProperties"))
        yield from _walk(inner, known, f"{place}{{}}") if isinstance(inner, dict) else [(place, "object")]
    elif schema.get("type") == "array":
        for inner in schema.get("prefixItems", [schema.get("items", {})])[:1]:
            yield from _walk(inner, known, f"{place}[]")
    elif "enum" not in schema and "const" not in schema:
        yield place, schema.get("format", schema.get("type", "any"))


def _layouts() -> Iterator[str]:
    for name, layout in LAYOUTS.items():
        for position, field in enumerate(layout.fields, 1):
            yield f"csv {name} {position} {field.name} {field.type}"
        yield f"csv {name} key {' '.join(layout.key)}"


def _database() -> Iterator[str]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall():
        for _, column, type_, *_ in connection.execute(f"PRAGMA table_info({name})").fetchall():
            yield f"sql {name} {column} {type_}".rstrip()
    connection.close()


def _columns(taken: Taken) -> Iterator[str]:
    for table in taken.tables.values():
        yield from (f"column {table.id} {column.id}" for column in table.columns)
    for picture in taken.pictures.values():
        yield from (f"column {picture.id} {column.id}" for column in picture.columns)
