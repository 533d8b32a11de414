"""The published files of data, read without the project's own code."""

import csv
from collections.abc import Callable
from typing import Any

from reading import Site

V1 = "data/v1/"


def listed(read: Callable[[str], Any], folder: str) -> list[dict[str, Any]]:
    """Every JSON file of a folder."""
    names = (each["path"] for each in read("index.json")["files"])
    return [read(name) for name in names if name.startswith(folder) and name.endswith(".json")]


def lines_of(site: Site, name: str) -> list[dict[str, str]]:
    """The lines of a CSV file."""
    with (site.folder / V1 / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_number(text: str) -> float | None:
    """A number of a CSV file, where an empty one is none."""
    return float(text) if text else None
