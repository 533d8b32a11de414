"""The published data of pictures: the words of the table below each, and the numbers of the figures, in every form."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from data_files import as_number, lines_of, listed
from reading import Site
from rebuilding import on_page, one_space, place

pytestmark = pytest.mark.site


def test_the_data_of_a_picture_are_those_of_the_table_below_it(hosted: Site, read: Callable[[str], Any]) -> None:
    for picture in listed(read, "pictures/"):
        found = place(hosted, picture).find("table", "sb-data")
        if found:
            made = [[each["title"] for each in picture["columns"]]]
            made += [[row[each["id"]]["text"] for each in picture["columns"]] for row in picture["rows"]]
            assert on_page(found[0]) == one_space(made), picture["id"]


def test_a_number_of_a_picture_is_the_figures_own(
    hosted: Site, database: sqlite3.Connection, read: Callable[[str], Any]
) -> None:
    """And in a picture, too, every number says what it is; the CSV and the database say the same."""
    figures = {each["id"]: each for each in read("figures.json")["figures"]}
    ends = {"share": "value", "median": "value", "estimate": "value", "level": "value"}
    keys = ("figure", "subject", "statistic", "unit", "value", "low", "high", "n")
    compared = 0
    for picture in listed(read, "pictures/"):
        expected = {}
        for at, row in enumerate(picture["rows"], 1):
            for column, cell in row.items():
                for number in cell.get("numbers", []):
                    stored = figures[number["figure"]]["values"][number["subject"]]
                    assert number["value"] == stored[ends.get(number["statistic"], number["statistic"])]
                    assert number["unit"] == figures[number["figure"]]["unit"]
                    assert ("low" in number) == ("low" in stored and number["statistic"] in ends)
                    expected[at, column] = tuple(number.get(key) for key in keys)
                    compared += 1
        lines = lines_of(hosted, f"pictures/{picture['id']}.csv")
        assert expected == {
            (int(line["row"]), line["column"]): (
                *(line[key] for key in keys[:4]),
                *(as_number(line[key]) for key in keys[4:]),
            )
            for line in lines
            if line["statistic"]
        }
        found = database.execute(
            f"SELECT row, column_id, {', '.join(keys)} FROM shown_numbers WHERE shown = ?", [picture["id"]]
        )
        assert expected == {(row, column): tuple(rest) for row, column, *rest in found}
    assert compared > 400
