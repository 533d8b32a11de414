"""Kinds of evidence beside each other in one row."""

import pytest

from sidebyside.load import load
from sidebyside.render.lines import LineMaker
from sidebyside.render.links import Links


@pytest.fixture
def made(dataset):
    """Gives the lines of the row of the market with this id."""
    table = dataset.tables["market"]
    maker = LineMaker(dataset, Links("index.md"), table, table.rows)
    return lambda id_: maker.lines(next(row for row in table.rows if row.id == id_))


def numbers(line) -> list[str]:
    return [cell.number.replace("\u00a0", " ") for cell in line.cells] if line else []


def test_each_kind_has_its_own_numbers_and_no_number_is_made_of_two(made):
    found = made("python-use-and-adverts")
    assert numbers(found.lead) == ["60.0 %", "80.0 %"]
    assert numbers(found.lead.beside[0]) == ["75.0 %", "45.0 %"]


def test_a_second_source_of_the_first_kind_has_a_line_below_without_the_other_kind(made):
    [further] = made("python-use-and-adverts").further
    assert (further.name, numbers(further), further.beside) == ("Poll 2025", ["50.0 %", "53.3 %"], (None,))


def test_kinds_that_point_opposite_ways_are_said_to(made):
    assert "Answers and adverts point opposite ways." in made("python-use-and-adverts").lead.notes


def test_a_row_with_one_kind_only_says_nothing_about_agreement(made):
    assert made("containers-in-adverts").lead.notes == ()
    assert made("sql-in-use").lead.notes == ()


def test_a_difference_that_is_clear_in_one_kind_only_is_said_to_be(sound):
    path = sound / "data" / "evidence" / "wish.yml"
    path.write_text(path.read_text().replace("difference: [-0.4, -0.2]", "difference: [-0.4, 0.2]"))
    dataset = load(sound)[0].dataset
    table = dataset.tables["market"]
    maker = LineMaker(dataset, Links("index.md"), table, table.rows)
    assert "Clear in answers only." in maker.lines(table.rows[0]).lead.notes
