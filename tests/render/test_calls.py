"""The names that chapters may call, and what they give."""

import re
from html import unescape

import pytest

from sidebyside.load import load
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links, Site


@pytest.fixture
def calls(sound):
    return Calls(load(sound)[0].dataset, Links("index.md"))


def words(fragment: str) -> str:
    """What a reader sees."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", fragment))).strip()


@pytest.mark.parametrize(
    ("call", "seen"),
    [
        (lambda c: c.figure("survey/python", "first"), "60.0 %"),
        (lambda c: c.figure("survey/employment", "first"), "262,440"),
        (lambda c: c.base("survey/python", "second"), "500"),
        (lambda c: c.pay("survey/pay", "first"), "$100,000"),
        (lambda c: c.pay("survey/pay", "second", "p90"), "$190,100"),
        (lambda c: c.pay("survey/wage", "first"), "$100,030"),
        (
            lambda c: c.difference("survey/python"),
            "20.0 points more among second roles (95 % interval 10.2 to 30.3)",
        ),
        (lambda c: c.difference("survey/sql"), "no clear difference"),
        (lambda c: c.difference("survey/pay"), "$30,000 more for second roles (95 % interval $18,800 to $41,200)"),
        (lambda c: c.period("survey/python"), "2022"),
        (lambda c: c.cite("survey"), "(Survey 2022)"),
        (lambda c: c.role("first"), "first role"),
        (lambda c: c.role("first", "Plural"), "First roles"),
        (lambda c: c.example("5 %"), "5 %"),
        (lambda c: c.confidence(), "95 %"),
        (lambda c: c.count("tools"), "3"),
        (lambda c: c.count("tools", "with-figure"), "2"),
        (lambda c: c.count("figures"), "20"),
        (lambda c: c.count("claims"), "3"),
        (lambda c: c.count("terms"), "3"),
        (lambda c: c.count("resources"), "2"),
        (lambda c: c.term("drift", "drifts"), "drifts"),
        (lambda c: c.count("differences"), "7"),
        (lambda c: c.count("differences", "clear"), "4"),
        (lambda c: c.count("claims", "untestable"), "1"),
        (lambda c: c.figure("wish/python-here", "second"), "60.0 % (few: n 20)"),
        (lambda c: c.cite("gossip"), "(Gossip 2020)"),
        (lambda c: c.figure("survey/asked", "first"), "expert"),
        (lambda c: c.figure("survey/asked-of-one", "first"), "not asked"),
        (lambda c: c.figure("survey/entry", "second"), "not listed"),
        (lambda c: c.figure("poll/years", "second"), "14.5 years"),
    ],
)
def test_words_and_numbers_in_prose(calls, call, seen):
    assert words(call(calls)) == seen


def test_every_number_leads_to_its_entry_and_says_its_kind_and_interval(calls):
    link = calls.figure("survey/python", "first")
    assert 'href="data/sources/survey/&#35;python"' in link or 'href="data/sources/survey/#python"' in link
    assert "answers; 95\u00a0% interval 50.2 to 69.1" in unescape(link)


def test_a_made_up_number_is_marked(calls):
    assert "made up" in calls.example("5 %")


def test_where_to_send_a_mistake_depends_on_what_the_site_knows(sound):
    dataset = load(sound)[0].dataset
    assert "issue where you got this project" in Calls(dataset, Links("index.md")).tracker()
    known = Calls(dataset, Links("index.md", Site(repository="https://example.org/project/"))).tracker()
    assert 'href="https://example.org/project/issues/new"' in unescape(known)


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


def test_a_source_s_own_label_stands_in_the_entry(calls):
    assert "■ Seconds as “the second/other” 53.3 %" in words(calls.figures("poll", "languages"))


def test_cells_are_apart_so_that_search_sees_words(calls):
    table = calls.side_by_side("tools", id="x")
    assert not re.search(r"</t[dh]><t[dh]", table)


def test_an_entry_has_all_that_a_reader_needs_to_check_it(calls):
    entry = words(calls.figures("survey", "languages").split('id="sql"')[0])
    for expected in (
        "Python",
        "Share Counted ● Firsts 60.0 % 50.2 to 69.1 60 of 100",
        "■ Seconds 80.0 %",
        "Difference: 20.0 points more",
        "Base respondents who write code",
        "Filter Q1: 'Python'",
        "Measure share of respondents",
        "Period 2022",
        "Kind answers, computed",
        "Interval 95 %, Wilson",
        "survey/python",
        "How to recompute it",
        "Report a mistake",
    ):
        assert expected in entry


def test_the_entry_of_a_distribution_has_amounts_to_the_dollar(calls):
    entry = words(calls.figures("survey", "pay").split('id="wage"')[0])
    assert "Firsts $80,010 $90,020 $100,030 $95,000 to $105,000 $120,040 $150,050 40" in entry


def test_an_entry_without_a_number_has_no_interval(calls):
    entry = words(calls.figures("survey", "skills").split('id="asked-of-one"')[0])
    assert "Level ● Firsts Expert ■ Seconds Working Difference: one level higher ● firsts" in entry
    assert "Interval" not in entry


def test_a_distribution_says_what_is_not_published(calls):
    seen = words(calls.distributions("survey/wage", id="x", title="Wages"))
    assert "First roles $50,000 not published $100,030 not published $208,000 or more" in seen


def test_a_card_names_only_differences_that_stay_beyond_five_points(calls):
    cards = calls.role_cards(id="x", table="tools", rows=[("Share", "survey/python", "of those")])
    first, second = cards.split('<div class="sb-card ')[1:]
    assert "Stands out by" not in first
    assert "Stands out by Python answers" in words(second)
    assert "Share 80.0 % of those" in words(second)


def test_a_card_says_so_where_a_figure_leaves_its_role_out(calls):
    first, second = calls.role_cards(id="x", table="tools", rows=[("Wage", "survey/wage", "a year")]).split(
        '<div class="sb-card '
    )[1:]
    assert "no figure" not in first
    assert "Wage no figure a year" in words(second)


def test_the_names_are_the_public_methods():
    assert {"side_by_side", "figure", "difference", "pay", "cite", "role", "example"} <= set(Calls.names())
    assert not {"names", "TABLES", "_figure"} & set(Calls.names())


def test_a_notice_is_that_of_the_source_or_an_error(sound):
    path = sound / "data" / "sources.yml"
    path.write_text(
        path.read_text().replace("In the public domain.}", "In the public domain., notice: Thank somebody.}", 1)
    )
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    assert words(calls.notice("survey")) == "Thank somebody."
    with pytest.raises(CallError, match="'poll' asks for no notice"):
        calls.notice("poll")


def test_a_table_of_one_kind_says_what_that_kind_is(calls):
    shown = words(calls.side_by_side("market", id="x", kind="advert"))
    assert "What employers ask for." in shown
    assert "What people say." not in shown
