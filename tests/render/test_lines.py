"""One row of a comparison table: its own line, and a line for each further source."""

import pytest

from sidebyside.load import load
from sidebyside.render.lines import LineMaker
from sidebyside.render.links import Links

NBSP = "\u00a0"


@pytest.fixture
def made(sound):
    """Gives the lines of the row with this id, among all rows of its table."""
    dataset = load(sound)[0].dataset

    def lines(table: str, id_: str):
        rows = dataset.tables[table].rows
        maker = LineMaker(dataset, Links("index.md"), dataset.tables[table], rows)
        return maker.lines(next(row for row in rows if row.id == id_))

    return lines


def numbers(line) -> list[str]:
    return [cell.number for cell in line.cells]


def test_a_share_has_its_bar_its_base_and_the_way_to_its_entry(made):
    found = made("tools", "python").lead
    assert (found.name, found.base) == ("Python", f"n{NBSP}100 and 500 respondents who write code")
    first, second = found.cells
    assert (first.number, first.bar, first.text) == (f"60.0{NBSP}%", (60.0,), "Explores.")
    assert first.href == "data/sources/survey/#python"
    assert second.role.id == "second"


def test_a_clear_difference_names_the_role_with_more(made):
    gap = made("tools", "python").lead.gap
    assert (gap.verdict, gap.size, gap.role.id) == ("clear", "20.0 points more", "second")


def test_a_row_without_a_figure_has_nothing_to_compare_and_says_why(made):
    found = made("tools", "cloud").lead
    assert found.gap is None
    assert numbers(found) == ["", ""]
    assert made("education", "fields").lead.base == "nobody counted"


def test_pay_has_its_middle_half_on_a_scale_that_all_rows_share(made):
    first, second = made("salaries", "advertised").lead.cells
    assert first.middle == "$90,000 to $120,000"
    assert second.bar == (round(110020 / 150040 * 100, 2), round(130030 / 150040 * 100, 2), 100.0)


def test_a_role_that_is_absent_says_why(made):
    found = made("salaries", "paid").lead
    assert (found.cells[1].number, found.cells[1].text) == ("", "Nobody counts them.")
    assert found.gap is None


def test_a_second_source_has_a_line_of_its_own_with_its_own_words_for_the_role(made):
    found = made("education", "doctorate")
    [further] = found.further
    assert found.lead.base.startswith("Survey 2022: n")
    assert (further.name, further.base) == ("Poll 2025", f"n{NBSP}60 and 60 respondents")
    assert numbers(further) == [f"50.0{NBSP}%", f"53.3{NBSP}%"]
    assert [cell.label for cell in further.cells] == ["", "as “the second/other”"]
    assert further.gap.verdict == "unclear"


def test_sources_that_do_not_agree_are_said_not_to(made):
    assert made("education", "doctorate").lead.notes == ("Clear in one source, not in the other.",)
    assert made("tools", "python").lead.notes == ()


def test_years_are_a_number_with_its_unit(made):
    found = made("education", "years").lead
    assert numbers(found) == [f"12{NBSP}years", f"14.5{NBSP}years"]
    assert found.cells[0].detail == f"95{NBSP}% interval 10 to 13"


def test_a_level_comes_from_the_figure_with_the_way_to_it(made):
    found = made("skills", "statistics").lead
    assert numbers(found) == ["Expert", "Working"]
    assert [cell.bar for cell in found.cells] == [(100.0,), (50.0,)]
    assert found.cells[0].href == "data/sources/survey/#asked"
    assert (found.gap.size, found.gap.role.id) == ("one level higher", "first")
    assert found.base == "Survey 2022: Statistics"


def test_a_level_that_no_figure_has_is_a_judgment_and_says_so(made):
    found = made("skills", "systems").lead
    assert numbers(found) == ["Working", "Working"]
    assert [cell.label for cell in found.cells] == ["our judgment", ""]
    assert [cell.href for cell in found.cells] == ["", "data/sources/survey/#asked-of-one"]
    assert (found.gap.size, found.gap.role.id) == ("asked only of", "second")


def test_levels_that_are_all_our_judgment_are_compared_as_such(made):
    found = made("skills", "algebra").lead
    assert (found.base, found.gap.size) == ("our judgment", "same level")
    assert [cell.label for cell in found.cells] == ["", ""]


def test_the_entries_of_a_list_stand_together_for_each_role(made):
    entries, share = made("skills", "statistics").further
    assert (entries.name, entries.base) == ("Survey 2022", "the essential skills")
    first, second = entries.cells
    assert [name for name, _ in first.items] == ["doubt", "care"]
    assert [name for name, _ in second.items] == ["care"]
    assert entries.gap.size == "each has its own"
    assert (share.name, share.base.split(";")[0]) == ("Survey 2022", "SQL")


def test_who_leads_is_named_and_the_survey_stands_below(made):
    found = made("responsibilities", "frame")
    assert numbers(found.lead) == ["leads", "supports"]
    assert (found.lead.gap.size, found.lead.gap.role.id) == ("led by", "first")
    assert found.further[0].gap.verdict == "unclear"
    assert made("responsibilities", "model").lead.gap.size == "shared"


def test_a_line_of_the_summary_leads_to_its_section_and_names_only_what_is_beyond_the_margin(made):
    assert made("glance", "language").lead.href == "#home-tools"
    assert made("glance", "language").lead.gap.verdict == "clear"
    assert made("glance", "query").lead.gap.size == "no difference beyond 5 points"
    assert made("glance", "pay").lead.gap.verdict == "clear"
    assert made("glance", "purpose").lead.gap is None
