"""The published files of data say the same in every form: JSON, CSV, and the copy on disk."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from data_files import V1, as_number, lines_of
from reading import Site

pytestmark = pytest.mark.site


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
                *(as_number(line[key]) for key in ("value", "low", "high", "n")),
                *(line[key] for key in ("line_name", "column_title", "column_about", "base", "notes", "cell_base")),
                *(line[key] for key in ("label", "term", "verdict")),
                as_number(line["margin"]),
            )
            for line in lines_of(hosted, f"tables/{id_}.csv")
        ]
        assert found == expected, id_


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
