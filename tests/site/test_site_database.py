"""The published database says what the other files of data say."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from data_files import as_number, lines_of, listed
from reading import Site

pytestmark = pytest.mark.site


def test_the_database_says_what_the_tables_say(database: sqlite3.Connection, tables: dict[str, dict[str, Any]]) -> None:
    for id_, table in tables.items():
        cells, numbers = [], []
        for at, row in enumerate(table["rows"], 1):
            for column, cell in row["cells"].items():
                cells.append((at, column, cell.get("text", "")))
                for part, each in enumerate(cell.get("numbers", []), 1):
                    kept = (each.get(key) for key in ("statistic", "value", "low", "high", "n", "figure"))
                    numbers.append((at, column, part, *kept))
        found = database.execute("SELECT row, column_id, text FROM shown_cells WHERE shown = ?", [id_]).fetchall()
        assert sorted(found) == sorted(cells), id_
        found = database.execute(
            "SELECT row, column_id, part, statistic, value, low, high, n, figure FROM shown_numbers WHERE shown = ?",
            [id_],
        ).fetchall()
        assert sorted(found, key=str) == sorted(numbers, key=str) or _alike(found, numbers), id_


def _alike(found: list[tuple], numbers: list[tuple]) -> bool:
    """The same but for whole numbers, which the database has with a decimal."""
    return {each[:3]: each[3:] for each in found} == {each[:3]: each[3:] for each in numbers}


def test_the_database_says_what_the_figures_say(
    hosted: Site, database: sqlite3.Connection, read: Callable[[str], Any]
) -> None:
    figures = {each["id"]: each for each in read("figures.json")["figures"]}
    found = database.execute("SELECT id, source, kind, statistic, unit, title, base, period FROM figures").fetchall()
    keys = ("id", "source", "kind", "statistic", "unit", "title", "base", "period")
    assert {each[0]: each for each in found} == {id_: tuple(each[key] for key in keys) for id_, each in figures.items()}
    lines = {(line["id"], line["subject"]): line for line in lines_of(hosted, "figures.csv")}
    values = database.execute("SELECT figure, subject, value, low, high, n, count, level, listed FROM figure_values")
    for figure, subject, value, low, high, n, count, level, listed_ in values:
        line = lines.pop((figure, subject))
        stored = figures[figure]["values"][subject]
        assert (count, level) == (stored.get("count"), stored.get("level"))
        assert (line["level"], line["listed"]) == (level or "", str(stored.get("listed", "")).lower())
        assert listed_ is None or bool(listed_) is stored["listed"]
        assert value == float(line["value"]) == stored["value"]
        assert "count" not in stored or value == pytest.approx(stored["count"] / stored["of"], abs=1e-9)
        assert (low, high) == (stored.get("low"), stored.get("high"))
        assert (low, high) == tuple(pytest.approx(as_number(line[end]), abs=1e-9) for end in ("low", "high"))
        assert n == (int(line["n"]) if line["n"] else None)
    assert lines == {}


def test_the_views_answer(hosted: Site, database: sqlite3.Connection, read: Callable[[str], Any]) -> None:
    """And the query that stands on the page of the promise."""
    figures = {each["id"]: each for each in read("figures.json")["figures"]}
    for view in ("values_of_roles", "clear_differences", "rows_with_figures"):
        assert len(database.execute(f"SELECT * FROM {view}").fetchall()) > 100
    for figure, low, high in database.execute("SELECT figure, low, high FROM clear_differences"):
        assert low > 0 or high < 0
        assert "variant_of" not in figures[figure]
    [query] = [each.text for each in hosted.page("data/api.md").root.find("pre")]
    assert len(database.execute(query).fetchall()) == 10
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_comparisons_and_claims_say_the_same_in_every_form(
    hosted: Site, database: sqlite3.Connection, read: Callable[[str], Any], data: Callable[[str], Any]
) -> None:
    roles = read("roles.json")["roles"]
    for table in listed(read, "comparisons/"):
        rows = data(f"{table['id']}.yml")["rows"]
        assert [row["id"] for row in rows] == [row["id"] for row in table["rows"]]
        assert [row.get("evidence", []) for row in rows] == [row.get("figures", []) for row in table["rows"]]
        expected = {
            (row["id"], role["id"]): row.get("words", {}).get(role["id"]) for row in table["rows"] for role in roles
        }
        lines = {
            (line["row"], line["role"]): line["words"] or None
            for line in lines_of(hosted, f"comparisons/{table['id']}.csv")
        }
        assert lines == expected
        found = database.execute("SELECT row, role, words FROM comparison_cells WHERE comparison = ?", [table["id"]])
        assert {(row, role): words for row, role, words in found} == expected
    claims = read("claims.json")["claims"]
    verdicts = {each["id"]: each["verdict"] for each in claims}
    assert {line["id"]: line["verdict"] for line in lines_of(hosted, "claims.csv")} == verdicts
    assert dict(database.execute("SELECT id, verdict FROM claims")) == verdicts
