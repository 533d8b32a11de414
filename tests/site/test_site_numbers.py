"""Every number in the published tables and pictures is that of the figure it names, by the published files alone."""

import copy
import csv
import json
from collections import Counter
from collections.abc import Iterator
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from reading import Site

pytestmark = pytest.mark.site

V1 = "data/v1"
WHOLE = {"share", "median", "estimate", "level", "listed"}
"""Statistics that are the value of a figure; others, such as p25, are named as its fields are."""
ON_PAPER = {"count", "variance", "standard-error", "interval"}
"""Steps of the sums in a lesson, which no figure has; a test of the lessons computes them."""
OWN_UNIT = {"level": "level", "of": None}
"""Statistics that are not in the unit of their figure."""
Record = dict[str, Any]


class Figures:
    """The figures and their differences, as they are published."""

    def __init__(self, folder: Path) -> None:
        whole = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
        self.by_id: dict[str, Record] = {figure["id"]: figure for figure in whole["figures"]}
        with (folder / "differences.csv").open(encoding="utf-8", newline="") as file:
            self.differences = {line["figure"]: line for line in csv.DictReader(file)}

    def wrong(self, number: Record) -> str:
        """What a number says otherwise than its figure; empty if nothing."""
        figure = self.by_id[number["figure"]]
        if number["kind"] != figure["kind"]:
            return "kind"
        if "minus" in number:
            return self._wrong_difference(number)
        value = figure["values"].get(number["subject"])
        if value is None:
            return "subject"
        statistic = number["statistic"]
        if value.get("value" if statistic in WHOLE else statistic) != number.get("value"):
            return "value"
        if number.get("unit") != OWN_UNIT.get(statistic, figure.get("unit")):
            return "unit"
        if "n" in number and number["n"] != value.get("n"):
            return "n"
        ends = [(number[end], value.get(end)) for end in ("low", "high") if end in number]
        return "" if all(here == there for here, there in ends) else "interval"

    def _wrong_difference(self, number: Record) -> str:
        there = self.differences[number["figure"]]
        if {number["subject"], number["minus"]} != {there["subject"], there["minus"]}:
            return "subject"
        sign = 1 if number["subject"] == there["subject"] else -1
        if not isclose(sign * float(there["value"]), number["value"], abs_tol=1e-6):
            return "value"
        if "low" not in number:
            return ""
        ends = sorted(sign * float(there[end]) for end in ("low", "high"))
        near = (isclose(end, number[name], abs_tol=1e-6) for end, name in zip(ends, ("low", "high"), strict=True))
        return "" if all(near) else "interval"


@pytest.fixture(scope="module")
def figures(hosted: Site) -> Figures:
    return Figures(hosted.folder / V1)


@pytest.fixture(scope="module")
def numbers(hosted: Site) -> list[tuple[str, Record]]:
    """Every number that names a figure, with the file that it stands in."""
    paths = [path for folder in ("tables", "pictures") for path in sorted((hosted.folder / V1 / folder).glob("*.json"))]
    return [
        (path.name, number)
        for path in paths
        for number in _numbers(json.loads(path.read_text(encoding="utf-8")))
        if "figure" in number and number["statistic"] not in ON_PAPER
    ]


def _numbers(shown: Record) -> Iterator[Record]:
    """All numbers of a table or a picture."""
    for row in shown["rows"]:
        for place in row["cells"].values() if "cells" in row else [row]:
            yield from place.get("numbers", ())


def test_every_number_is_that_of_its_figure(figures: Figures, numbers: list[tuple[str, Record]]) -> None:
    assert len(numbers) > 2000
    found = [(file, number, wrong) for file, number in numbers if (wrong := figures.wrong(number))]
    assert found == []


def test_most_statistics_are_among_them(numbers: list[tuple[str, Record]]) -> None:
    counted = Counter("difference" if "minus" in number else number["statistic"] for _, number in numbers)
    assert {"share", "median", "estimate", "level", "listed", "p25", "p75", "difference"} <= counted.keys()
    assert sum("n" in number for _, number in numbers) > 500
    assert sum("low" in number for _, number in numbers) > 1000


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("value", lambda value: value + 0.001),
        ("n", lambda n: n * 2),
        ("low", lambda low: low + 0.001),
        ("kind", lambda kind: "advert" if kind != "advert" else "usage"),
        ("figure", lambda figure: "kaggle-2022/sql" if figure != "kaggle-2022/sql" else "kaggle-2022/python"),
        ("unit", lambda unit: "usd-a-year" if unit != "usd-a-year" else "share"),
        ("subject", lambda subject: "somebody"),
    ],
)
def test_a_number_that_says_otherwise_is_noticed(
    figures: Figures, numbers: list[tuple[str, Record]], field: str, changed: Any
) -> None:
    shares = [number for _, number in numbers if number["statistic"] == "share" and "n" in number and "low" in number]
    assert len(shares) > 100
    for number in shares:
        other = copy.deepcopy(number)
        other[field] = changed(other[field])
        assert figures.wrong(other), (field, number)


def test_numbers_of_the_two_roles_that_changed_places_are_noticed(
    figures: Figures, numbers: list[tuple[str, Record]]
) -> None:
    shares = [number for _, number in numbers if number["statistic"] == "share"]
    for number in shares:
        values = figures.by_id[number["figure"]]["values"]
        for subject, value in values.items():
            if value["value"] != number.get("value"):
                assert figures.wrong(number | {"subject": subject}), number
