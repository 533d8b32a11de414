"""The inventory, the index of sections, the figures and the pictures for sharing."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sphobjinv

from sidebyside.publish import colors, downloads, inventory, previews
from sidebyside.publish.files import contents, files, unused


def test_every_path_is_there_once_and_is_ascii(published, tmp_path: Path):
    made = published()
    paths = [path for path, _ in files(made, tmp_path / "kept")]
    assert len(paths) == len(set(paths))
    assert all(path.isascii() and len(path) < 120 for path in paths)
    assert "assets/share/work-case.png" in paths
    from_disk = [path for path, _ in files(published(folders=False), tmp_path / "kept")]
    assert not [path for path in from_disk if path.endswith(".png")]


def test_the_inventory_has_every_section_and_term(rearranged):
    made = rearranged()
    found = sphobjinv.Inventory(zlib=inventory.inventory(made))
    labels = {each.name: each for each in found.objects if each.role == "label"}
    terms = {each.name: each for each in found.objects if each.role == "term"}
    assert set(labels) == {*made.outline.entries, *made.outline.former}
    assert labels["case-next"].uri_expanded == "s/case-next/"
    assert labels["case-steps"].dispname_expanded == "Home – Steps"
    assert terms["feature store"].uri_expanded == "s/term-feature-store/"
    from_disk = sphobjinv.Inventory(zlib=inventory.inventory(rearranged(folders=False)))
    assert {each.uri_expanded for each in from_disk.objects} >= {"s/case/index.html"}
    assert (found.project, found.version) == ("Which?", "0.1.0")


def _made(made, path: str) -> str:
    return next(each.make(made) for each in (*downloads.SECTIONS, *downloads.DOWNLOADS) if each.path == path)


def test_the_index_as_json(rearranged):
    made = rearranged()
    records = {each["id"]: each for each in json.loads(_made(made, "teach/sections.json"))["sections"]}
    assert set(records) == set(made.outline.entries)
    steps = records["case-steps"]
    assert steps["objectives"] == [{"process": "evaluate", "text": "judge each step of a case"}]
    assert steps["part_of"] == "home"
    assert steps["address"] == "https://example.org/guide/s/case-steps/"
    assert steps["page"] == "https://example.org/guide/#case-steps"
    assert records["case-more"]["former_ids"] == ["case-next"]
    assert records["case"]["level"] == "beginner"


def test_the_index_as_csv_says_the_same(published):
    made = published()
    rows = list(csv.DictReader(io.StringIO(_made(made, "teach/sections.csv"))))
    assert [row["id"] for row in rows] == [
        each["id"] for each in json.loads(_made(made, "teach/sections.json"))["sections"]
    ]
    [case] = [row for row in rows if row["id"] == "case"]
    assert (case["title"], case["minutes"], case["objectives"]) == ("A case", "1", "explain what a case is")


def test_the_figures_as_json_are_complete(published):
    made = published()
    found = {each["id"]: each for each in json.loads(_made(made, "data/v1/figures.json"))["figures"]}
    assert set(found) == set(made.dataset.figures)
    assert json.loads(_made(made, "data/v1/figures.json"))["sources"]["survey"]["license"]
    python = found["survey/python"]
    stored = made.dataset.figures["survey/python"]
    assert (python["base"], python["measure"], python["kind"]) == (stored.base, stored.measure, stored.kind)
    assert python["values"]["first"]["count"] == stored.values["first"].count


def test_the_figures_as_csv_have_a_line_for_each_value(published):
    made = published()
    rows = list(csv.DictReader(io.StringIO(_made(made, "data/v1/figures.csv"))))
    assert len(rows) == sum(len(figure.values) for figure in made.dataset.figures.values())
    [row] = [row for row in rows if (row["id"], row["subject"]) == ("survey/python", "first")]
    stored = made.dataset.figures["survey/python"].values["first"]
    assert float(row["value"]) == pytest.approx(stored.count / stored.of)
    assert float(row["low"]) < float(row["value"]) < float(row["high"])
    assert int(row["n"]) == stored.of


def test_the_picture_has_the_title_in_lines_that_fit(published):
    drawn = previews.svg(published(), "work/case.md")
    assert ">A case</text>" in drawn
    assert "first role" in drawn
    long, size = previews._lines("A very long title that goes on and on, and asks whether it could not be shorter " * 2)
    assert size == 48
    assert len(long) <= 6


def test_a_picture_is_made_once_and_the_same_again(tmp_path: Path, published):
    drawn = previews.svg(published(), "work/case.md")
    first = previews.png(drawn, tmp_path / "a")
    assert first.startswith(b"\x89PNG")
    assert previews.png(drawn, tmp_path / "b") == first
    [kept] = (tmp_path / "a").iterdir()
    kept.write_bytes(b"kept")
    assert previews.png(drawn, tmp_path / "a") == b"kept"


def test_the_pictures_colors_are_the_light_themes(root: Path):
    theme = (root / "overrides/assets/stylesheets/theme.css").read_text()
    light = dict(re.findall(r"--sb-([a-z-]+): (#[0-9a-f]+);", theme.partition("slate")[0]))
    assert light == colors.LIGHT


def test_a_picture_can_be_taken_along_with_its_finding_and_its_sources(published, tmp_path: Path):
    held = dict(contents(files(published(), tmp_path / "kept")))
    drawing = ElementTree.fromstring(held["pictures/use.svg"])
    name = "{http://www.w3.org/2000/svg}"
    assert drawing.find(f"{name}title").text == "Use of tools"
    assert drawing.find(f"{name}desc").text.startswith("Survey 2022: beyond 5 points, 1 of 2 tools")
    words = " ".join(each.text for each in drawing.iter(f"{name}text"))
    assert "Sources: Answers, Survey 2022" in words
    assert "/s/use/" in words
    assert "var(" not in held["pictures/use.svg"]


def test_a_pictures_data_are_what_the_figures_store(published, tmp_path: Path):
    held = dict(contents(files(published(), tmp_path / "kept")))
    [first, second, *_] = csv.DictReader(io.StringIO(held["pictures/use.csv"]))
    assert (first["Row"], first["Role"], first["Share"], first["n"]) == ("SQL", "First role", "0.5", "100")
    assert (second["Role"], second["Figure"]) == ("Second role", "survey/sql")
    assert float(second["from"]) < 0.49 < float(second["to"])


def test_parts_of_a_style_and_what_no_page_asks_for_are_left_out(published):
    folder = "assets/stylesheets"
    here = {f"{folder}/fragments.css": False, f"{folder}/fragments/tables.css": True, f"{folder}/main.1.min.css": True}
    maps = {"assets/javascripts/bundle.1.min.js": False, "assets/javascripts/bundle.1.min.js.map": False}
    assert {path: unused(published())(path) for path in here | maps} == here | maps
    assert unused(published(folders=False))("assets/javascripts/bundle.1.min.js.map")


def test_every_color_of_a_drawing_is_known():
    assert colors.fixed('fill="var(--sb-blue-tint)"') == 'fill="#e3edf7"'
    with pytest.raises(KeyError):
        colors.fixed("var(--sb-mauve)")
