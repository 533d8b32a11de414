"""The files of data: what they hold, that they are the same twice, and what is promised of them."""

import csv
import io
import json
import sqlite3
import struct
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sidebyside.__main__ import main
from sidebyside.model.published import FigureList
from sidebyside.project import examine
from sidebyside.publish.data import database, files, folder, paths, promise, schemas
from sidebyside.publish.data.gathered import gathered
from sidebyside.publish.site import Published
from sidebyside.publish.tabular import table
from sidebyside.render.links import ALL_DATA, DATABASE, Site
from sidebyside.render.shown import Taken

FOLDER = "data/v1/"
LARGE = 20_000


@pytest.fixture
def made(sound: Path, published: Callable[..., Published]) -> Callable[..., dict[str, bytes]]:
    """Makes the files of the small project."""

    def make(*, folders: bool = True) -> dict[str, bytes]:
        of = published(folders=folders)
        return files(of, gathered(of, examine(sound).chapters))

    return make


@pytest.fixture(scope="module")
def shown(root: Path) -> tuple[Published, Taken]:
    """The project itself, and what its pages show."""
    project = examine(root)
    of = Published(project.dataset, project.outline, Site("https://example.org/guide/", "Which?"))
    return of, gathered(of, project.chapters)


@pytest.fixture(scope="module")
def whole(shown: tuple[Published, Taken]) -> tuple[Published, dict[str, bytes]]:
    """The same with all of its files."""
    of, taken = shown
    return of, files(of, taken)


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.mark.parametrize("folders", [True, False])
def test_there_is_what_was_said_that_there_would_be(made, published, folders: bool):
    assert sorted(paths(published(folders=folders))) == sorted(made(folders=folders))


def test_a_copy_on_disk_has_all_but_all_in_one_file(made):
    held = made(folders=False)
    assert made(folders=True).keys() - held.keys() == {DATABASE, ALL_DATA, f"{ALL_DATA}.sha256"}
    index = json.loads(held[f"{FOLDER}index.json"])
    assert {f"{FOLDER}{each['path']}" for each in index["files"]} == held.keys() - {f"{FOLDER}index.json"}
    assert "archive" not in index
    assert "archive" in json.loads(made(folders=True)[f"{FOLDER}index.json"])


def test_the_same_data_give_the_same_bytes(made):
    assert made() == made()


def test_a_table_has_what_the_page_shows_and_the_numbers_behind_it(made):
    shown = json.loads(made()[f"{FOLDER}tables/home-table.json"])
    row = next(row for row in shown["rows"] if row["id"] == "sql")
    assert [column["id"] for column in shown["columns"]] == ["first", "second", "difference"]
    [number] = row["cells"]["first"]["numbers"]
    assert (number["figure"], number["value"], number["n"]) == ("survey/sql", 0.5, 100)
    assert number["low"] < 0.5 < number["high"]
    assert row["cells"]["first"]["text"].startswith("50.0")
    [difference] = row["cells"]["difference"]["numbers"]
    assert (difference["subject"], difference["minus"]) == ("second", "first")
    assert shown["address"] == "https://example.org/guide/s/home-table/"


def test_a_table_of_words_has_no_numbers(made):
    held = made()
    shown = json.loads(held[f"{FOLDER}tables/case-table.json"])
    assert shown["rows"]
    assert not any("numbers" in cell for row in shown["rows"] for cell in row["cells"].values())
    assert all(line["statistic"] == "" for line in _rows(held[f"{FOLDER}tables/case-table.csv"]))


def test_every_file_is_valid_against_the_schema_that_it_names(whole):
    """By the model, which knows every field; what is not large also by its schema, as others do it."""
    _, held = whole
    validators = {}
    for name in schemas.MODELS:
        schema = json.loads(held[f"{FOLDER}schema/{name}.json"])
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
    checked, by_schema = 0, set()
    for path, content in held.items():
        if path.endswith(".json") and "/schema/" not in path and "datapackage" not in path:
            data = json.loads(content)
            name = data.get("$schema", "schema/figures.json").rpartition("/")[2].removesuffix(".json")
            schemas.MODELS[name].model_validate(data)
            checked += 1
            if len(content) < LARGE:
                assert list(validators[name].iter_errors(data)) == [], path
                by_schema.add(name)
    assert checked > 150
    assert by_schema >= schemas.MODELS.keys() - {"figures", "index", "claims"}


def test_the_schemas_are_open_for_what_is_added():
    for text in (text for name, text in schemas.of_files().items() if not name.startswith("dataset/")):
        assert '"additionalProperties": false' not in text


def test_a_source_has_its_figures_as_all_figures_have_them(whole):
    made, held = whole
    every = FigureList.model_validate_json(held[f"{FOLDER}figures.json"])
    raw = {each["id"]: each for each in json.loads(held[f"{FOLDER}figures.json"])["figures"]}
    for source in made.dataset.sources:
        own = json.loads(held[f"{FOLDER}sources/{source.id}.json"])["figures"]
        assert own == [raw[each.id] for each in every.figures if each.source == source.id]
        lines = _rows(held[f"{FOLDER}sources/{source.id}.csv"])
        assert lines == [line for line in _rows(held[f"{FOLDER}figures.csv"]) if line["source"] == source.id]


# The database


@pytest.fixture
def opened(whole) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(whole[1][f"{FOLDER}side-by-side.sqlite"])
    yield connection
    connection.close()


def test_the_database_does_not_say_which_library_wrote_it(whole):
    content = whole[1][f"{FOLDER}side-by-side.sqlite"]
    assert content[:16] == b"SQLite format 3\0"
    page, pages = struct.unpack(">H", content[16:18])[0], struct.unpack(">I", content[28:32])[0]
    assert page * pages == len(content)
    assert struct.unpack(">I", content[24:28]) == struct.unpack(">I", content[92:96]) == (1,)
    assert struct.unpack(">I", content[96:100])[0] == database.WRITER
    assert struct.unpack(">I", content[60:64])[0] == database.VERSION


def test_what_a_library_writes_of_itself_is_overwritten(whole):
    content = whole[1][f"{FOLDER}side-by-side.sqlite"]
    other = bytearray(content)
    for place, value in ((24, 77), (40, 5), (92, 77), (96, 3_051_000)):
        other[place : place + 4] = struct.pack(">I", value)
    assert database.signed(bytes(other)) == content


def test_the_database_is_sound_and_has_everything(whole, opened):
    made, _ = whole
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    counts = {
        "figures": len(made.dataset.figures),
        "sources": len(made.dataset.sources),
        "claims": len(made.dataset.claims),
        "comparison_rows": sum(len(each.rows) for each in made.dataset.tables.values()),
        "figure_values": sum(len(each.values) for each in made.dataset.figures.values()),
    }
    assert {name: opened.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in counts} == counts


def test_the_database_refuses_a_figure_without_a_source(made, monkeypatch: pytest.MonkeyPatch):
    whole = folder.records.sources
    monkeypatch.setattr(
        folder.records, "sources", lambda of: (every := whole(of)).model_copy(update={"sources": every.sources[1:]})
    )
    with pytest.raises(sqlite3.IntegrityError, match="refers to sources"):
        made()


# The archive and the Data Package


def test_the_archive_has_every_file_but_itself_and_its_date_is_the_releases(whole):
    made, held = whole
    content = held[folder.ARCHIVE]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inside = {f"{FOLDER}{name}": archive.read(name) for name in archive.namelist()}
        days = {about.date_time[:3] for about in archive.infolist()}
    assert inside == {path: each for path, each in held.items() if path not in (folder.ARCHIVE, folder.HASH)}
    day = made.release.date
    assert days == {(day.year, day.month, day.day)}
    assert held[folder.HASH].decode() == f"{sha256(content).hexdigest()}  side-by-side.zip\n"


@pytest.fixture(scope="module")
def on_disk(whole, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    for path, content in whole[1].items():
        place = folder / path.removeprefix(FOLDER)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def test_frictionless_finds_nothing_wrong(on_disk: Path):
    """Neither in the description nor in any line of any file: types, keys, references, bytes and hashes."""
    from frictionless import Package

    report = Package(str(on_disk / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert report.valid
    assert len(report.tasks) > 140


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("sources", "adverts-2024,", "adverts-2025,", "hash-count"),
        ("sources.kaggle-2022", ",kaggle-2022,usage,", ",nowhere,usage,", "foreign-key"),
        ("differences", ",share,", ",share,x", "type-error"),
        ("roles", "data-scientist,data scientist", "data-scientist,", "constraint-error"),
    ],
)
def test_frictionless_would_find_it(on_disk: Path, name: str, old: str, new: str, wrong: str):
    from frictionless import Package, Resource

    path = on_disk / f"{name.replace('.', '/', 1)}.csv"
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    try:
        described = json.loads((on_disk / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        few = [each for each in described if each["name"] in (name, "figures", "sources", "roles")]
        package = Package(resources=[Resource.from_descriptor(each, basepath=str(on_disk)) for each in few])
        found = {each for (each,) in package.validate().flatten(["type"])}
    finally:
        path.write_text(before, encoding="utf-8")
    assert wrong in found


# What spreadsheets do with it


@pytest.mark.parametrize("text", ["=1+1", "+1", "@here", "-a", "\tx", " =1", "\n=1", "＝1", "-2+3+cmd|x", "-1 of 3"])
def test_a_text_that_a_spreadsheet_would_compute_stops_the_build(text: str):
    with pytest.raises(ValueError, match=r"(?s)^id 'sql': .*word it otherwise"):
        table(["id", "a"], [["sql", text]])


def test_numbers_with_a_sign_and_typographic_signs_are_fine():
    assert table(["a", "b"], [[-0.5, "−0.5"], ["-0.5", "– x"], ["-1e-05", "-7"], ["-0.4 to -0.2", ""]]) == (
        "a,b\n-0.5,−0.5\n-0.5,– x\n-1e-05,-7\n-0.4 to -0.2,\n"
    )


# The promise


def test_what_was_promised_is_still_there_and_what_is_new_is_promised(root: Path, shown):
    made, taken = shown
    now = promise.lines(made, taken)
    before = promise.locked(root)
    assert [f"{promise.LOCK}: {line}: {promise.BROKEN}" for line in promise.broken(before, now, made)] == []
    assert [line for line in now if line not in set(before)] == [], "new in the data; `make api` adds it to the promise"


def test_a_field_that_is_gone_breaks_it(shown):
    made, taken = shown
    now = promise.lines(made, taken)
    for gone in (
        "json table rows[].cells{}.numbers[].value number",
        "json table rows[].cells{}.numbers[].statistic = median",
        "csv table 16 value number",
        "sql figures id TEXT",
        "path tables/<id>.json",
        "column tools-table-languages usage-difference",
    ):
        assert gone in now
        assert promise.broken(now, [line for line in now if line != gone], made) == [gone]
    assert promise.broken(["column given-up value"], now, made) == []


def test_the_command_adds_what_is_new_and_refuses_what_is_gone(sound: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--root", str(sound), "api"]) == 0
    before = (sound / promise.LOCK).read_text()
    assert main(["--root", str(sound), "api"]) == 0
    assert (sound / promise.LOCK).read_text() == before
    (sound / promise.LOCK).write_text(before + "path gone.json\n")
    assert main(["--root", str(sound), "api"]) == 1
    assert "path gone.json: version 1 of the data promises it" in capsys.readouterr().err
    assert main(["--root", str(sound), "check"]) == 0
