"""Sources with the entries of their figures, and publications."""

import pytest
from fragments import spaced, words

from sidebyside.load import load
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


def test_a_source_s_own_label_stands_in_the_entry(calls):
    assert "■ Seconds as “the second/other” 53.3 %" in words(calls.figures("poll", "languages"))


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


def test_a_notice_is_that_of_the_source_or_an_error(sound):
    path = sound / "data" / "sources.yml"
    path.write_text(
        path.read_text().replace("In the public domain.}", "In the public domain., notice: Thank somebody.}", 1)
    )
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    assert words(calls.notice("survey")) == "Thank somebody."
    with pytest.raises(CallError, match="'poll' asks for no notice"):
        calls.notice("poll")


def test_publications_are_listed_with_how_often_they_are_quoted(calls):
    found = calls.publications(id="p")
    assert 'id="publication-gossip"' in found
    assert spaced(found).endswith("What I heard A neighbor 2020 2026-11-21 3")


def test_an_archived_copy_is_shown_where_one_is_known(sound):
    for name, id_ in (("sources", "survey"), ("publications", "gossip")):
        file, address = sound / f"data/{name}.yml", f"    address: https://example.org/{id_}\n"
        copy = f"https://web.archive.org/web/20261120093000/https://example.org/{id_}"
        file.write_text(file.read_text().replace(address, f"{address}    archived: {copy}\n"))
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    about, listed = calls.about_source("survey"), calls.publications(id="p")
    assert 'href="https://web.archive.org/web/20261120093000/https://example.org/survey"' in about
    assert "Archived copy https://web.archive.org/web/20261120093000/https://example.org/survey Read" in spaced(about)
    assert 'href="https://web.archive.org/web/20261120093000/https://example.org/gossip"' in listed
    assert spaced(listed).endswith("2026-11-21, archived copy 3")
    assert "rchived copy" not in calls.about_source("poll")
