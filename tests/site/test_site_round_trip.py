"""The tables of the pages, built again from the published files alone, are the same cell by cell.

Nothing here imports the project's own code. Numbers are formatted anew from what is published of them; a cell is then
compared with the same cell of the page.
"""

from collections import defaultdict
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from reading import Site
from rebuilding import IS_ASSESSMENT, Writer, differing, one_space, place, words
from wording import MARGIN, MONEY

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def writer(read: Callable[[str], Any]) -> Writer:
    return Writer(read)


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
