"""The tables of the pages, built again from the published files alone, and every file says the same.

Nothing here imports the project's own code. Numbers are formatted anew from what is published of them; a cell is then
compared with the same cell of the page.
"""

import csv
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from reading import Element, Site

pytestmark = pytest.mark.site

V1 = "data/v1/"
MONEY = ("usd-a-year", "usd-a-month")
FEW = 30
COUNTED = ("no", "one", "two", "three")
MARGIN = 0.05
Row = list[str]


def said(*parts: str | None) -> str:
    """Parts as a text of the files has them; a page sets them apart by its looks."""
    return "; ".join(part for part in parts if part)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# Numbers as the pages write them


class Writer:
    """Writes what stands in cells, knowing only what the files say."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self.figures = {each["id"]: each for each in read("figures.json")["figures"]}
        self.roles = {each["id"]: each for each in read("roles.json")["roles"]}
        self.words = {
            name: {each["id"]: each["label"] for each in words}
            for name, words in read("vocabularies.json")["vocabularies"].items()
        }
        self.short = {each["id"]: each["short"] for each in read("sources.json")["sources"]}
        self.levels = list(self.words["proficiencies"])

    def amount(self, number: dict[str, Any], value: float) -> str:
        unit = number.get("unit")
        if unit == "share":
            return f"{value * 100:.1f} %"
        if unit in MONEY:
            if self.figures[number["figure"]]["interval"] != "none":
                value = int(value / 100 + 0.5) * 100
            return f"${value:,.0f}"
        if unit == "index":
            return f"{value:g}"
        if unit == "years":
            years = f"{value:.1f}".removesuffix(".0")
            return f"{years} year" if years == "1" else f"{years} years"
        return f"{value:,.0f}"

    def shown(self, number: dict[str, Any]) -> str:
        value = number.get("value")
        if value is None:
            return "too few to show" if "n" in number else "not published"
        text = self.amount(number, value)
        return f"{text} or more" if number.get("at_least") else text

    def end(self, number: dict[str, Any], value: float) -> str:
        shown = (
            f"{abs(value) * 100:.1f}" if number["unit"] == "share" else self.amount(number, abs(value)).split(" ")[0]
        )
        return ("−" if value < 0 and re.search("[1-9]", shown) else "") + shown

    def hint(self, number: dict[str, Any]) -> str:
        """What a number's link says of its interval."""
        if number.get("value") is None or number["statistic"] == "level":
            return ""
        if "low" not in number:
            return "no interval known"
        return f"95 % interval {self.end(number, number['low'])} to {self.end(number, number['high'])}"

    # Cells

    def cell(self, table: dict[str, Any], row: dict[str, Any], column: dict[str, Any], cell: dict[str, Any]) -> str:
        numbers = cell.get("numbers", [])
        if column["id"].endswith("difference"):
            return said(self.difference(table, row, column, cell), cell.get("base"))
        if column["id"] == "sign":
            return self.sign(table, row)
        statistics = {number["statistic"] for number in numbers}
        if "weight" in statistics:
            return self.weighed(table, numbers)
        if column["id"] in ("interval", "95-interval"):
            return self.interval(row)
        if not numbers:
            return self.wordy(row, cell)
        by_hand = self.by_hand(row, numbers)
        if by_hand is not None:
            return by_hand
        first = numbers[0]
        if first["statistic"] == "level":
            level = self.levels[first["value"] - 1] if first["value"] else None
            shown = self.words["proficiencies"][level] if level else "not asked"
        elif first["statistic"] == "listed":
            shown = ", ".join(self.figures[number["figure"]]["title"] for number in numbers if number["value"])
        else:
            shown = self.shown(first)
        return said(shown, self.warning(first), cell.get("label"), self.middle(numbers), cell.get("words"))

    def warning(self, number: dict[str, Any]) -> str:
        is_few = number.get("n", FEW) < FEW and "value" in number
        return f"few: n {number['n']:,}" if is_few else ""

    def middle(self, numbers: list[dict[str, Any]]) -> str:
        by = {number["statistic"]: number for number in numbers}
        return f"middle half {self.shown(by['p25'])} to {self.shown(by['p75'])}" if len(by) == 3 else ""

    def wordy(self, row: dict[str, Any], cell: dict[str, Any]) -> str:
        """Words of ours, perhaps after a level or a part; or what stands where others list something."""
        term = cell.get("term")
        if term:
            word = self.words[term["vocabulary"]][term["id"]]
            is_grid = term["vocabulary"] == "parts" and cell["text"].startswith(f"{capital(word)}.")
            if is_grid:
                return f"{capital(word)}. {cell['words']}" if cell.get("words") else f"{capital(word)}."
            return said(word, cell.get("label"), cell.get("words"))
        others = [number for each in row["cells"].values() for number in each.get("numbers", [])]
        if any(number["statistic"] == "listed" for number in others) and "items" not in cell:
            return said("none of these", cell.get("label"), cell.get("words"))
        return cell.get("text", "")

    def by_hand(self, row: dict[str, Any], numbers: list[dict[str, Any]]) -> str | None:
        """Steps of a computation on paper, and what is only counted."""
        [first, *_] = numbers
        statistic, value = first["statistic"], first.get("value")
        if statistic in ("count", "of", "n"):
            return (f"few: n {value}" if statistic == "n" and value < FEW else f"{value:,}") if value else str(value)
        if row["id"] == "share":
            return f"{value:.4f}"
        if statistic == "variance":
            return f"{value:.6f}"
        if statistic == "standard-error":
            return f"{value:.4f}"
        if row["id"] == "difference":
            return f"{value:.4f}".replace("-", "−")
        if statistic == "interval":
            return " to ".join(f"{number['value']:.3f}".replace("-", "−") for number in numbers)
        return None

    def weighed(self, table: dict[str, Any], numbers: list[dict[str, Any]]) -> str:
        by = {number["statistic"]: number["value"] for number in numbers}
        if any(column["id"] == "add" for column in table["columns"]):
            return f"× {by['weight']} =" if by["weight"] else "–"
        return said(f"{by['mean'] * 100:.1f} %" if "mean" in by else "", f"counts {by['weight']}")

    def interval(self, row: dict[str, Any]) -> str:
        number = row["cells"]["number"]["numbers"][0]
        if "low" not in number:
            return "none known"
        return f"{self.end(number, number['low'])} to {self.end(number, number['high'])}"

    def sign(self, table: dict[str, Any], row: dict[str, Any]) -> str:
        """Whether the difference of the group's first row has the same sign here."""
        whole = next(each for each in table["rows"] if each["group"] == row["group"])
        if whole is row:
            return ""
        found = row["cells"]["difference"].get("numbers")
        if not found:
            return "too few to tell"
        [number], [first] = found, whole["cells"]["difference"]["numbers"]
        clear = "low" in number and (number["low"] > 0 or number["high"] < 0)
        same = (number["value"] > 0) == (first["value"] > 0)
        return f"{'holds' if same else 'turns'}, {'clear' if clear else 'not clear'}"

    def difference(
        self, table: dict[str, Any], row: dict[str, Any], column: dict[str, Any], cell: dict[str, Any]
    ) -> str:
        if not cell.get("numbers"):
            return self.difference_of_words(row, column)
        [number] = cell["numbers"]
        value, low, high = number["value"], number.get("low"), number.get("high")
        if "margin" in cell and low is not None:
            margin = self.margin(number, row)
            if not (low > margin or high < -margin):
                words = "5 points" if number["unit"] == "share" else self.amount(number, margin)
                return (
                    f"alike, within {words}" if -margin <= low and high <= margin else f"no difference beyond {words}"
                )
        ahead = self.roles[number["subject"] if value > 0 else number["minus"]]["short_plural"]
        size = f"{abs(value) * 100:.1f} points" if number["unit"] == "share" else self.amount(number, abs(value))
        if low is None:
            return f"{size} more {ahead}; no interval known"
        ends = (low, high) if value >= 0 else (-high, -low)
        whole = f"{size} more {ahead}; {' to '.join(self.end(number, end) for end in ends)}"
        if low > 0 or high < 0:
            return whole
        is_full = any(each["id"] == "sign" for each in table["columns"])
        return said("no clear difference", whole if is_full else "")

    def margin(self, number: dict[str, Any], row: dict[str, Any]) -> float:
        """How large a difference is in a summary to be one: 5 points, or 5 % of the first role's value."""
        if number["unit"] == "share":
            return MARGIN
        return MARGIN * row["cells"][number["minus"]]["numbers"][0]["value"]

    def difference_of_words(self, row: dict[str, Any], column: dict[str, Any]) -> str:
        """Of levels, of parts, or of what is listed; or that there is nothing to compare."""
        before = f"{column['kind']}-" if column.get("kind") else ""
        cells = {role: row["cells"].get(before + role) for role in self.roles}
        if None in cells.values():
            return ""
        numbers = {role: cell.get("numbers", []) for role, cell in cells.items()}
        every = [number for found in numbers.values() for number in found]
        terms = [cell["term"]["vocabulary"] for cell in cells.values() if "term" in cell]
        if "parts" in terms:
            leading = [role for role, cell in cells.items() if cell["term"]["id"] == "leads"]
            return f"led by {self.roles[leading[0]]['short_plural']}" if leading else "shared"
        if "proficiencies" in terms:
            is_published = any(number["statistic"] == "level" for number in every)
            return self.levels_apart([self.rank(cell, is_published=is_published) for cell in cells.values()])
        if any(number["statistic"] == "listed" for number in every):
            listed = {role: [number["figure"] for number in found] for role, found in numbers.items()}
            having = [role for role, found in listed.items() if found]
            if len(having) == 1:
                return f"listed only for {self.roles[having[0]]['short_plural']}"
            return "listed for both" if len({tuple(found) for found in listed.values()}) == 1 else "each has its own"
        return "nothing to compare" if every else ""

    def rank(self, cell: dict[str, Any], *, is_published: bool) -> int:
        """Of the level that is published or, where none is, of our judgment; the two are not compared."""
        if is_published:
            return next((each["value"] for each in cell.get("numbers", []) if each["statistic"] == "level"), 0)
        return self.levels.index(cell["term"]["id"]) + 1 if "term" in cell else 0

    def levels_apart(self, ranks: list[int]) -> str:
        roles = [role["short_plural"] for role in self.roles.values()]
        if 0 in ranks:
            return f"asked only of {roles[1 if ranks[0] == 0 else 0]}"
        steps = ranks[1] - ranks[0]
        if not steps:
            return "same level"
        return f"{COUNTED[abs(steps)]} {'level' if abs(steps) == 1 else 'levels'} higher {roles[steps > 0]}"

    # Whole tables

    def head(self, table: dict[str, Any], row: dict[str, Any]) -> str:
        items = ", ".join(each["title"] for each in row.get("items", []))
        if items and table.get("comparison"):
            items = f"To learn it: {items}"
        return said(row.get("line_name", row["name"]), row.get("base"), *row.get("notes", []), items)

    def heads(self, table: dict[str, Any]) -> list[Row]:
        columns = [column for column in table["columns"] if column["id"] != "both"]
        label = table.get("row_label", "")
        if any("kind" in column for column in columns):
            kinds = {column["kind"]: column.get("about", "") for column in columns if "kind" in column}
            above = [said(capital(self.words["kinds"][kind]), about) for kind, about in kinds.items()]
            return [[label, *above], [column["title"] for column in columns if "kind" in column]]
        titles = [said(column["title"], column.get("about")) for column in columns]
        if all("role" in column and "about" in column for column in columns):
            roles = dict.fromkeys(column["role"] for column in columns)
            return [[label, *(capital(self.roles[role]["short"]) for role in roles)], titles]
        return [[label, *titles]]

    def rows(self, table: dict[str, Any]) -> Iterator[Row]:
        groups = {group["title"]: group.get("about", "") for group in table.get("groups", [])}
        above = None
        for row in table["rows"]:
            if row.get("group") in groups and row["group"] != above:
                above = row["group"]
                yield [said(above, groups[above])]
            yield from self.lines(table, row)

    def lines(self, table: dict[str, Any], row: dict[str, Any]) -> Iterator[Row]:
        columns = table["columns"]
        kinds = dict.fromkeys(column["kind"] for column in columns if "kind" in column)
        found = {
            column["id"]: self.cell(table, row, column, row["cells"][column["id"]])
            for column in columns
            if column["id"] in row["cells"]
        }
        if not kinds:
            yield [self.head(table, row), *self.placed(columns, row, found)]
            return
        is_first = row["line"] == 1
        shown = [self.head(table, row)]
        for kind in kinds:
            own = [found[column["id"]] for column in columns if column.get("kind") == kind and column["id"] in found]
            shown += own or ["no figure" if is_first else ""]
        yield shown
        if is_first:
            yield [found[column["id"]] for column in columns if "kind" not in column]

    def placed(self, columns: list[dict[str, Any]], row: dict[str, Any], found: dict[str, str]) -> Row:
        """In the order of the columns; what is one for both roles stands alone."""
        if "both" in found:
            return [found["both"]]
        return [found.get(column["id"], "") for column in columns if column["id"] != "both"]

    def caption(self, table: dict[str, Any]) -> str:
        sources = [
            f"{capital(self.words['kinds'][each['kind']])}, {self.short[each['id']]}"
            for each in table.get("sources", [])
        ]
        if any(column["id"] == "both" for column in table["columns"]):  # a computation names its source alone
            sources = [self.short[each["id"]] for each in table["sources"]]
        return said(f"{table['title']}.", table.get("caption"), "; ".join(sources))


# What stands on the pages


def seen(element: Element) -> str:
    """The words of an element, without marks of roles, hidden words, and what is offered."""
    if element.attributes.get("aria-hidden") or {"sb-hidden", "sb-offers", "headerlink"} & set(element.classes):
        return ""
    parts = [child if isinstance(child, str) else seen(child) for child in element.children]
    return re.sub(r"\s+", " ", "".join(parts)).replace("\xa0", " ")


def words(element: Element) -> str:
    return seen(element).strip()


def on_page(table: Element) -> list[Row]:
    return one_space([[words(cell) for cell in row.children if isinstance(cell, Element)] for row in table.find("tr")])


def one_space(rows: list[Row]) -> list[Row]:
    """Without what divides the parts of a text, which pages do not have."""
    return [[re.sub(r"\s+", " ", cell.replace("\xa0", " ").replace(";", "")).strip() for cell in row] for row in rows]


@pytest.fixture(scope="module")
def read(hosted: Site) -> Callable[[str], Any]:
    """Reads a JSON file of the data; nobody changes what it gives."""
    return cache(lambda name: json.loads((hosted.folder / V1 / name).read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def writer(read: Callable[[str], Any]) -> Writer:
    return Writer(read)


def listed(read: Callable[[str], Any], folder: str) -> list[dict[str, Any]]:
    names = (each["path"] for each in read("index.json")["files"])
    return [read(name) for name in names if name.startswith(folder) and name.endswith(".json")]


@pytest.fixture(scope="module")
def tables(read: Callable[[str], Any]) -> dict[str, dict[str, Any]]:
    return {table["id"]: table for table in listed(read, "tables/")}


def place(site: Site, table: dict[str, Any]) -> Element:
    """Where a table stands, as its own file says."""
    path = table["page"].removeprefix(table["address"].partition("/s/")[0] + "/").partition("#")[0]
    return site.pages[f"{path}index.html"].by_id[table["id"]]


def rebuilt(writer: Writer, table: dict[str, Any]) -> list[Row]:
    return one_space([*writer.heads(table), *writer.rows(table)])


IS_ASSESSMENT = "sb-assessment"


def differing(site: Site, writer: Writer, table: dict[str, Any]) -> list[tuple[Row, Row]]:
    """The rows that are not on the page as they are rebuilt, with those that are."""
    found = place(site, table)
    if IS_ASSESSMENT in found.classes:
        return differing_statements(found, writer, table)
    shown, made = on_page(found), rebuilt(writer, table)
    assert len(shown) == len(made), (table["id"], len(shown), len(made))
    return [(a, b) for a, b in zip(shown, made, strict=True) if a != b]


def differing_statements(found: Element, writer: Writer, table: dict[str, Any]) -> list[tuple[Row, Row]]:
    """The instrument has its statements before its key, and in the key cells to be filled in."""
    made = [row for row in one_space(list(writer.rows(table))) if len(row) > 1]
    asked = [words(field.find("legend")[0]).partition(". ") for field in found.find("fieldset")]
    shown = [[number, text, "", "", *[""] * len(writer.roles)] for number, _, text in asked]
    [key] = found.find("table")
    for row in on_page(key)[1:-1]:
        shown.append([row[0], "", row[1], row[2], *row[4:]])
    return [(a, b) for a, b in zip(shown, made, strict=True) if a != b]


def test_every_table_of_the_site_is_published(
    hosted: Site, tables: dict[str, dict[str, Any]], data: Callable[[str], Any]
) -> None:
    ids = [each["id"] for each in data("sections.yml")["sections"] if each["kind"] == "table"]
    assert sorted(tables) == sorted(ids)
    assert len(ids) > 100


def test_the_tables_of_the_pages_can_be_rebuilt(
    hosted: Site, writer: Writer, tables: dict[str, dict[str, Any]]
) -> None:
    wrong = {id_: found[:2] for id_, table in tables.items() if (found := differing(hosted, writer, table))}
    assert wrong == {}


def test_their_captions_can_be_rebuilt(hosted: Site, writer: Writer, tables: dict[str, dict[str, Any]]) -> None:
    for id_, table in tables.items():
        found = place(hosted, table)
        if IS_ASSESSMENT not in found.classes:
            [[caption]] = one_space([[words(found.find("caption")[0])]])
            assert caption == one_space([[writer.caption(table)]])[0][0], id_


def test_the_text_of_a_cell_is_that_of_the_page(writer: Writer, tables: dict[str, dict[str, Any]]) -> None:
    """What is rebuilt is what stands there, so it is enough to compare the two."""
    for id_, table in tables.items():
        columns = {column["id"]: column for column in table["columns"]}
        for row in table["rows"]:
            for name, cell in row["cells"].items():
                assert cell.get("text", "") == writer.cell(table, row, columns[name], cell), (id_, row["id"], name)


def test_a_number_that_was_changed_is_noticed(hosted: Site, writer: Writer, tables: dict[str, dict[str, Any]]) -> None:
    """One number of every kind, in each table that has one."""
    tried = defaultdict(int)
    for table in tables.values():
        for at, row in enumerate(table["rows"]):
            for name, cell in row["cells"].items():
                for position, number in enumerate(cell.get("numbers", [])):
                    is_shown = number.get("value") is not None and cell.get("verdict") not in ("unclear", "same")
                    if not is_shown or tried[number["statistic"]] >= 3:
                        continue
                    changed = deepcopy(table)
                    again = changed["rows"][at]["cells"][name]["numbers"][position]
                    again["value"] = _another(number)
                    assert differing(hosted, writer, changed), (table["id"], row["id"], name, number)
                    tried[number["statistic"]] += 1
    assert {"share", "median", "p25", "difference", "level", "estimate", "count", "weight"} <= set(tried)


def _another(number: dict[str, Any]) -> float:
    """A value that has to be seen: another level, or a tenth of its size away; the sign stays."""
    if number["statistic"] == "level":
        return number["value"] % 4 + 1
    if number["statistic"] == "listed":
        return 0
    is_whole = number["statistic"] in ("count", "of", "n", "weight") or number.get("unit") in MONEY
    return number["value"] * 1.1 + is_whole


def test_the_intervals_of_the_pages_can_be_rebuilt(
    hosted: Site, writer: Writer, tables: dict[str, dict[str, Any]]
) -> None:
    """They stand at the numbers of comparison tables, as hints."""
    compared = 0
    for id_, table in tables.items():
        found = place(hosted, table)
        if "sb-table" not in found.classes or {"sb-grid", "sb-ladder"} & set(found.classes):
            continue
        shown = [each.attributes.get("title", "").replace("\xa0", " ") for each in found.find("a", "sb-number")]
        made = []
        for row in table["rows"]:
            for column in table["columns"]:
                for number in row["cells"].get(column["id"], {}).get("numbers", [])[:1]:
                    if number["statistic"] not in ("difference", "listed", "mean", "weight"):
                        made.append(writer.hint(number))
        assert shown == made, id_
        compared += len([each for each in shown if each])
    assert compared > 500


def test_a_difference_is_that_of_the_values_beside_it(tables: dict[str, dict[str, Any]]) -> None:
    """Also where the page says no more than that it is not clear."""
    compared = 0
    for id_, table in tables.items():
        for row in table["rows"]:
            for name, cell in row["cells"].items():
                for number in cell.get("numbers", []):
                    if number["statistic"] == "difference" and name.endswith("difference"):
                        before = name.removesuffix("difference")
                        one, other = (row["cells"][before + number[key]] for key in ("subject", "minus"))
                        apart = one["numbers"][0]["value"] - other["numbers"][0]["value"]
                        assert number["value"] == pytest.approx(apart, abs=2e-9), (id_, row["id"])
                        assert number["figure"] == one["numbers"][0]["figure"]
                        relative = 1 if number["unit"] == "share" else other["numbers"][0]["value"]
                        assert cell.get("margin") in (None, pytest.approx(MARGIN * relative)), (id_, row["id"])
                        compared += 1
    assert compared > 300


# All forms say the same


def _lines(site: Site, name: str) -> list[dict[str, str]]:
    with (site.folder / V1 / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _number(text: str) -> float | None:
    return float(text) if text else None


def test_the_csv_of_a_table_says_what_its_json_says(hosted: Site, tables: dict[str, dict[str, Any]]) -> None:
    for id_, table in tables.items():
        expected = []
        columns = {column["id"]: column for column in table["columns"]}
        for row in table["rows"]:
            for column, cell in row["cells"].items():
                for part, number in enumerate(cell.get("numbers") or [{}], 1):
                    numbers = [number.get(key) for key in ("value", "low", "high", "n")]
                    words = [number.get(key) or "" for key in ("figure", "subject", "minus", "statistic", "unit")]
                    where = (row["id"], str(row["line"]), row["name"], column, str(part))
                    about = (row.get("line_name", ""), columns[column]["title"], columns[column].get("about", ""))
                    about += (row.get("base", ""), "; ".join(row.get("notes", [])), cell.get("base", ""))
                    about += (cell.get("label", ""), cell.get("term", {}).get("id", ""), cell.get("verdict", ""))
                    expected.append((*where, cell.get("text", ""), *words, *numbers, *about, cell.get("margin")))
        found = [
            (
                *(line[key] for key in ("row", "line", "name", "column", "part", "text")),
                *(line[key] for key in ("figure", "subject", "minus", "statistic", "unit")),
                *(_number(line[key]) for key in ("value", "low", "high", "n")),
                *(line[key] for key in ("line_name", "column_title", "column_about", "base", "notes", "cell_base")),
                *(line[key] for key in ("label", "term", "verdict")),
                _number(line["margin"]),
            )
            for line in _lines(hosted, f"tables/{id_}.csv")
        ]
        assert found == expected, id_


@pytest.fixture(scope="module")
def database(hosted: Site) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{hosted.folder / V1 / 'side-by-side.sqlite'}?mode=ro", uri=True)
    yield connection
    connection.close()


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
    lines = {(line["id"], line["subject"]): line for line in _lines(hosted, "figures.csv")}
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
        assert (low, high) == tuple(pytest.approx(_number(line[end]), abs=1e-9) for end in ("low", "high"))
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
            for line in _lines(hosted, f"comparisons/{table['id']}.csv")
        }
        assert lines == expected
        found = database.execute("SELECT row, role, words FROM comparison_cells WHERE comparison = ?", [table["id"]])
        assert {(row, role): words for row, role, words in found} == expected
    claims = read("claims.json")["claims"]
    verdicts = {each["id"]: each["verdict"] for each in claims}
    assert {line["id"]: line["verdict"] for line in _lines(hosted, "claims.csv")} == verdicts
    assert dict(database.execute("SELECT id, verdict FROM claims")) == verdicts


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
        lines = _lines(hosted, f"pictures/{picture['id']}.csv")
        assert expected == {
            (int(line["row"]), line["column"]): (
                *(line[key] for key in keys[:4]),
                *(_number(line[key]) for key in keys[4:]),
            )
            for line in lines
            if line["statistic"]
        }
        found = database.execute(
            f"SELECT row, column_id, {', '.join(keys)} FROM shown_numbers WHERE shown = ?", [picture["id"]]
        )
        assert expected == {(row, column): tuple(rest) for row, column, *rest in found}
    assert compared > 400


@pytest.mark.parametrize("form", ["hosted", "offline"])
def test_the_list_names_every_file_with_its_hash(request: pytest.FixtureRequest, form: str) -> None:
    site: Site = request.getfixturevalue(form)
    folder = site.folder / V1
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    for each in index["files"]:
        content = (folder / each["path"]).read_bytes()
        assert (len(content), sha256(content).hexdigest()) == (each["bytes"], each["sha256"]), each["path"]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    archive = index.get("archive", {})
    assert there == {each["path"] for each in index["files"]} | {"index.json", *archive.values()}


def test_the_copy_on_disk_has_the_same_tables(hosted: Site, offline: Site) -> None:
    for path, there in offline.files.items():
        if path.startswith(V1) and not path.endswith("index.json"):
            assert there.read_bytes() == (hosted.folder / path).read_bytes() or _only_addresses(there, hosted, path), (
                path
            )


def _only_addresses(there: Path, hosted: Site, path: str) -> bool:
    """The two builds of the tests have other addresses of the site."""
    one, other = (each.read_text(encoding="utf-8") for each in (there, hosted.folder / path))
    return re.sub(r"http://127\.0\.0\.1:\d+/", "/", one) == re.sub(r"http://127\.0\.0\.1:\d+/", "/", other)
