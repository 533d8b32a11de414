"""Gaps, resources and terms as the pages show them."""

import re

import pytest
from fragments import rows

from sidebyside.load import load
from sidebyside.render import learning
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


@pytest.fixture
def calls(sound):
    return Calls(load(sound)[0].dataset, Links("work/case.md"))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: c.grid("step", id="x"), "no grid 'step'; did you mean 'steps'?"),
        (lambda c: c.gap("first", "secnd", id="x", title="T"), "no role 'secnd'; did you mean 'second'?"),
        (lambda c: c.term("drit", "drift"), "no term 'drit'; did you mean 'drift'?"),
    ],
)
def test_what_does_not_exist(calls, call, message):
    with pytest.raises(CallError, match=re.escape(message)):
        call(calls)


def test_a_gap_names_the_skills_of_which_the_goal_needs_more(calls):
    found = [rows(calls.gap(*ends, id="x", title="T")) for ends in (("first", "second"), ("second", "first"))]
    assert sorted(len(each) for each in found) == [0, 1]
    [row] = found[0] or found[1]
    assert row[0] == "Statistics"
    assert row[1:3] == ["Working", "Expert Doubts."]
    assert row[3] == "A Book"


def test_what_is_most_about_a_skill_comes_first(sound):
    found = learning.serving(load(sound)[0].dataset, Links("path/switch.md"), "systems")
    assert found == (("A Course", "#resource-course"), ("A Book", "#resource-book"))


def test_resources_say_hours_license_and_skills(calls):
    first = rows(calls.resources(id="x", title="T"))[0]
    assert first[0] == "A Book A neighbor; book, 2.5 hours by its own account; seen 2026-11-21"
    assert first[1:] == ["Reads well.", "Statistics, Systems", "CC BY 4.0"]


def test_a_hint_is_the_first_sentence_and_leads_to_the_glossary(calls):
    assert calls.term("drift", "drifts") == (
        '<a class="sb-term" href="../../check/glossary/#term-drift" title="A change of the inputs.">drifts</a>'
    )


def test_the_glossary_goes_by_letters_and_leads_on(calls):
    fragment = calls.glossary()
    assert re.findall(r'id="(letter-.)"', fragment) == ["letter-d", "letter-f"]
    assert re.findall(r'id="(term-[a-z-]+)"', fragment) == ["term-drift", "term-feature", "term-feature-store"]
    assert ">More on drift</a>" in fragment


def test_a_skill_whose_levels_differ_says_what_to_learn_it_from(calls):
    found = {row[0].split(" ")[0]: row[0] for row in rows(calls.side_by_side("skills", id="x"))}
    assert "To learn it: A Book" in found["Statistics"]
    assert "To learn it" not in found["Algebra"]
