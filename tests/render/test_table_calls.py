"""Tables as a reader sees them: comparisons, distributions, ladders, variants and grids."""

import re

import pytest
from fragments import rows, spaced, words

from sidebyside.load import load
from sidebyside.model import FEW, LEAST
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


def test_the_table_has_a_caption_and_heads(calls):
    table = calls.side_by_side("tools", id="x")
    assert '<table class="sb-table" id="x"' in table
    assert words(re.search("<caption>.*?</caption>", table, re.DOTALL)[0]) == (
        "Tools. Share of those who use it. Answers, Survey 2022 ¶"
    )
    assert [words(head) for head in re.findall(r"<th scope=\"col\".*?</th>", table, re.DOTALL)] == [
        "Tool",
        "● First",
        "■ Second",
        "Difference, 95 % interval",
    ]
    assert [words(head) for head in re.findall(r"<th scope=\"rowgroup\".*?</th>", table, re.DOTALL)] == [
        "Languages",
        "Clouds",
    ]


def test_a_row_without_a_figure_says_that_its_words_are_a_judgment(calls):
    assert words(calls.side_by_side("tools", id="x", group="clouds")).endswith("Cloud no figure Rents. Builds.")


def test_a_caption_about_numbers_is_left_out_where_there_are_none(calls):
    assert "Share of those who use it" not in calls.side_by_side("tools", id="x", group="clouds")
    assert "Levels." in calls.side_by_side("skills", id="x")


def test_a_further_source_is_a_row_of_its_own_below(calls):
    rows = re.findall(r"<tr class=.*?</tr>", calls.side_by_side("education", id="x"), re.DOTALL)
    assert [re.search('class="([^"]*)"', row)[1] for row in rows[:2]] == ["sb-own sb-continued", "sb-further"]
    assert words(rows[1]).startswith("Poll 2025 n 60 and 60 respondents 50.0 % 53.3 % as “the second/other”")


def test_cells_are_apart_so_that_search_sees_words(calls):
    table = calls.side_by_side("tools", id="x")
    assert not re.search(r"</t[dh]><t[dh]", table)


def test_a_distribution_says_what_is_not_published(calls):
    seen = words(calls.distributions("survey/wage", id="x", title="Wages"))
    assert "First roles $50,000 not published $100,030 not published $208,000 or more" in seen


def test_a_table_of_one_kind_says_what_that_kind_is(calls):
    shown = words(calls.side_by_side("market", id="x", kind="advert"))
    assert "What employers ask for." in shown
    assert "What people say." not in shown


def test_the_table_has_columns_for_each_kind_and_says_where_there_is_no_figure(calls):
    table = calls.side_by_side("market", id="t")
    assert table.count('colspan="3">Answers') == 1
    assert "Adverts <span" in table  # with the base that all its numbers share
    assert spaced(table).count("no figure") == 2
    assert 'data-kind="Adverts"' in table


def test_rows_are_chosen_and_sorted_by_the_column_that_is_named(calls):
    table = calls.side_by_side("market", id="t", only="clear", sort="difference", by="advert")
    rows = [spaced(row) for row in re.findall(r'<th scope="row".*?</th>', table, re.DOTALL)]
    assert [row.split()[0] for row in rows if not row.startswith("Poll")] == ["Python", "Containers"]
    with pytest.raises(CallError, match="no column of kind 'official'"):
        calls.side_by_side("market", id="t", by="official")


def test_a_number_that_rests_on_few_carries_a_warning_and_one_on_too_few_is_not_shown(calls):
    assert (FEW, LEAST) == (30, 10)
    entry = spaced(calls.figures("wish", "tools"))
    assert "60.0 % 40.0 to 80.0 12 of 20 few: n 20" in entry
    assert "too few to show" in entry
    assert "22.2" not in entry  # 2 of 9


@pytest.mark.parametrize(("n", "shown"), [(29, "few: n 29"), (30, "30")])
def test_a_distribution_on_few_values_carries_the_warning_in_its_table(sound, n, shown):
    path = sound / "data" / "evidence" / "survey.yml"
    path.write_text(path.read_text().replace("{n: 40, p10", f"{{n: {n}, p10"))
    found = Calls(load(sound)[0].dataset, Links("index.md")).distributions("survey/pay", id="t", title="Pay")
    assert f"{shown} " in spaced(found) + " "


def test_a_distribution_on_too_few_values_is_not_shown(sound):
    path = sound / "data" / "evidence" / "survey.yml"
    path.write_text(path.read_text().replace("{n: 40, p10", "{n: 9, p10"))
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    assert "100,030" not in calls.distributions("survey/pay", id="t", title="Pay")
    assert "100,030" not in calls.figures("survey", "pay").partition("Wage")[0]
    with pytest.raises(CallError, match="fewer than 10"):
        calls.pay("survey/pay", "first")


def test_a_ladder_has_a_column_for_each_step_and_says_what_is_not_asked(calls):
    found = calls.ladder("survey", id="l", title="Steps")
    rows = [spaced(row) for row in re.findall(r'<tr class="sb-own">.*?</tr>', found, re.DOTALL)]
    assert rows == ["Statistics Working Expert", "Systems not asked Working"]
    assert 'data-label="Junior"' in found
    assert 'href="data/sources/survey/#junior-statistics"' in found
    assert "grade 2" in spaced(found)


def test_a_ladder_of_a_source_without_steps_is_refused(calls):
    with pytest.raises(CallError, match="'poll' has no topic 'steps'"):
        calls.ladder("poll", id="l", title="Steps")


def test_single_numbers_have_their_interval_and_period_only_where_they_say_something(calls):
    found = spaced(calls.estimates("survey/employment", id="e", title="Employed"))
    assert found.endswith("Number 95 % interval Period Employment 262,440 256,782 to 268,098 2022")
    alone = spaced(calls.estimates("survey/wage", id="e", title="Wages"))
    assert "interval" not in alone
    assert "Wage: developers" in alone
    with pytest.raises(CallError, match="'survey/entry' is no number"):
        calls.estimates("survey/entry", id="e", title="Entries")


def test_variants_stand_below_the_whole_with_whether_the_sign_holds(calls):
    found = calls.robustness("wish/python", id="r", title="Again")
    rows = [spaced(row) for row in re.findall(r'<tr class="sb-own">.*?</tr>', found, re.DOTALL)]
    assert rows[0].startswith("all 75.0 % 45.0 % 30.0 points more ● firsts")
    assert rows[1].startswith("here 50.0 % 60.0 % few: n 20")
    assert rows[1].endswith("turns, not clear")
    assert rows[2].endswith("too few to tell")


def test_a_figure_without_variants_is_refused(calls):
    with pytest.raises(CallError, match="'survey/python' was not computed in parts"):
        calls.robustness("survey/python", id="r", title="Again")


def test_a_grid_has_heads_parts_and_citations(calls):
    assert rows(calls.grid("steps", id="x")) == [
        ["Before"],
        ["Ask Gossip 2020", "Leads. Asks, and waits.", "A page."],
        ["Look", "Looks.", "Nothing."],
        ["After"],
        ["Act", "Acts.", "A <b>thing</b>."],
    ]


def test_a_grid_escapes_what_its_cells_say(calls):
    assert "<b>thing</b>" not in calls.grid("steps", id="x")


def test_a_column_of_a_role_has_its_name_and_mark(calls):
    fragment = calls.grid("steps", id="x")
    assert 'class="sb-role sb-blue"' in fragment
    assert 'data-label="Passed on"' in fragment
