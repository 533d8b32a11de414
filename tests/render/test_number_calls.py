"""Numbers in prose: what a reader sees, and where each leads."""

from html import unescape

import pytest
from fragments import words

from sidebyside.render.calling import CallError


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


def test_a_sentence_cannot_name_a_number_that_is_not_shown(calls):
    with pytest.raises(CallError, match="rests on fewer than 10 for 'second'; it is not shown"):
        calls.figure("wish/python-there", "second")
    with pytest.raises(CallError, match="there is no difference"):
        calls.difference("wish/python-there")
