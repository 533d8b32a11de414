"""What scripts sort and filter a comparison table by: attributes of its heads and its rows."""

import json
import re
from html import unescape

import pytest

from sidebyside.load import load
from sidebyside.render import questions
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


@pytest.fixture
def made(sound, monkeypatch):
    """Gives a whole table of the small project, whose tables have few rows."""
    monkeypatch.setattr(questions, "FEWEST", 1)
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    return lambda name, **options: calls.side_by_side(name, id="x", **options)


def attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in re.findall(r'data-([a-z]+)="([^"]*)"', tag)}


def rows(table: str) -> dict[str, dict[str, str]]:
    found = [attributes(tag) for tag in re.findall(r"<tr [^>]*data-row=[^>]*>", table)]
    return {each["row"]: each for each in found}


def columns(table: str) -> list[tuple[str, str]]:
    heads = [attributes(tag) for tag in re.findall(r"<th [^>]*data-column=[^>]*>", table)]
    return [(each["column"], each["words"]) for each in heads]


def test_a_whole_table_asks_for_its_scripts_and_says_its_kinds(made):
    table = attributes(re.search("<table [^>]*>", made("skills"))[0])
    assert table["scripts"] == "table-logic table-controls"
    assert json.loads(table["kinds"]) == {
        "framework": "framework",
        "taxonomy": "classification",
        "usage": "answers",
        "judgment": "our judgment",
    }


def test_a_part_of_a_table_has_nothing_for_scripts(made):
    for options in ({"group": "languages"}, {"only": "clear"}, {"limit": 2}, {"sort": "name"}, {"kind": "usage"}):
        assert not re.search("data-(scripts|row|column|group)", made("tools", **options)), options


def test_a_table_of_few_rows_has_nothing_for_scripts(sound):
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    assert not re.search("data-(scripts|row|column|group)", calls.side_by_side("tools", id="x"))


def test_a_row_says_its_name_its_kinds_and_its_values(made):
    found = rows(made("tools"))
    assert found["python"] == {
        "row": "python",
        "name": "Python",
        "kinds": "usage",
        "clear": "usage",
        "values": "0:0.6 0:0.8 0:0.2",
    }
    assert (found["cloud"]["kinds"], found["cloud"]["clear"], found["cloud"]["values"]) == ("judgment", "", "- - -")
    assert re.findall(r'<tbody [^>]*data-group="([^"]*)"', made("tools")) == ["languages", "clouds"]


def test_a_difference_that_is_not_clear_is_none(made):
    assert rows(made("tools"))["sql"]["values"].split()[2] == "0:0"


def test_a_column_is_named_by_its_role_and_by_its_kind_where_kinds_have_columns(made):
    assert columns(made("tools")) == [
        ("name", "Tool"),
        ("first", "First"),
        ("second", "Second"),
        ("difference", "Difference"),
    ]
    assert columns(made("market"))[3:5] == [
        ("usage-difference", "Answers: difference"),
        ("advert-first", "Adverts: first"),
    ]


def test_a_kind_that_a_row_has_not_has_no_values_in_its_columns(made):
    found = rows(made("market"))
    assert found["containers-in-adverts"]["values"].split()[:3] == ["-"] * 3
    assert found["sql-in-use"]["values"].split()[3:] == ["-"] * 3
    assert found["python-use-and-adverts"]["kinds"] == "usage advert"


def test_another_unit_and_another_kind_are_another_class(made):
    education = rows(made("education"))
    assert [each["values"].split(":")[0] for each in education.values()] == ["0", "1", "- - -"]
    skills = rows(made("skills"))
    assert skills["statistics"]["values"] == "0:2 0:1 0:1"
    assert skills["algebra"]["values"] == "1:2 1:2 1:0"


def test_further_sources_count_for_kind_and_for_whether_the_roles_differ(made):
    found = rows(made("skills"))["statistics"]
    assert found["kinds"].split() == ["framework", "taxonomy", "usage"]
    assert found["clear"] == "framework"


def test_who_leads_comes_before_who_shares(made):
    found = rows(made("responsibilities"))
    assert found["frame"]["values"] == "0:3 0:1 0:2"
    assert found["model"]["values"].split()[2] == "0:0"


def test_rows_that_stand_elsewhere_are_left_out_of_search(made):
    assert ' data-search-exclude data-again="' in made("tools", again=True)
    assert "data-search-exclude" not in made("tools")


def test_a_name_is_text_in_its_attribute_too(sound, monkeypatch):
    monkeypatch.setattr(questions, "FEWEST", 1)
    path = sound / "data/tools.yml"
    path.write_text(path.read_text().replace("name: Python", """name: '"><b>*x* {{ 1 }}'"""))
    table = Calls(load(sound)[0].dataset, Links("index.md")).side_by_side("tools", id="x")
    assert rows(table)["python"]["name"] == '"><b>*x* {{ 1 }}'
    assert "<b>" not in table
    assert "{{" not in table
