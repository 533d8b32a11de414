"""The statements about work as HTML: what is there without any script, and what stands behind the weights."""

import json
import re
from html import unescape

import pytest

from sidebyside.assessment import instrument
from sidebyside.load import load
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


@pytest.fixture
def calls(sound):
    return Calls(load(sound)[0].dataset, Links("index.md"))


def words(fragment: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", fragment))).strip()


def rows(fragment: str) -> list[str]:
    return [words(row) for row in re.findall(r"<tr.*?</tr>", fragment, re.DOTALL)]


def test_every_statement_has_five_answers_under_one_name(calls):
    shown = calls.assessment(id="here")
    found = re.findall(r'<input type="radio" name="(here-\d+)" value="(-?\d)"', shown)
    assert found == [(f"here-{number}", str(worth)) for number in range(1, 11) for worth in range(-2, 3)]
    assert shown.count("<legend>") == shown.count("<fieldset") == 10
    assert "checked" not in shown


def test_it_is_no_form_that_could_be_sent_and_nothing_but_buttons_needs_a_script(calls):
    shown = calls.assessment(id="here")
    assert "<form" not in shown
    assert set(re.findall(r'<button type="(\w+)"', shown)) == {"button"}
    live = shown.partition('<div class="sb-live" hidden>')[2]
    assert shown.index("<fieldset") < shown.index("<button")
    assert "<button" in live
    assert "How it adds up" in live.partition("<table")[2]


def test_the_key_says_how_to_add_up_by_hand(calls):
    assert rows(calls.assessment(id="here")) == [
        "Kind of work Add Subtract Sum ● First ■ Second",
        "Asking 1, 7 4, 9 × 6 = –",
        "Packing 2, 8 5, 10 – × 4 =",
        "Talking 3 6 – × 1 =",
        "Total",
    ]
    assert "can be 84 points apart. If they are less than 34 apart, or if fewer than 5 statements are marked" in words(
        calls.assessment(id="here")
    )


def test_the_script_is_given_the_same_instrument(calls, sound):
    dataset = load(sound)[0].dataset
    given = re.search(r'data-instrument="([^"]*)"', calls.assessment(id="here"))[1]
    made = instrument(dataset, dataset.assessment)
    assert json.loads(unescape(given)) == json.loads(json.dumps(made.plain()))
    assert 'data-scripts="assessment-scoring assessment"' in calls.assessment(id="here")


def test_text_is_escaped(sound):
    path = sound / "data" / "assessment.yml"
    path.write_text(path.read_text().replace("text: I like to ask again.", "text: 'I like <b> & {{ it }}.'"))
    shown = Calls(load(sound)[0].dataset, Links("index.md")).assessment(id="here")
    assert "<b>" not in shown
    assert "{{" not in shown


def test_the_profiles_have_every_figure_with_its_link_and_say_what_is_judged(calls):
    shown = calls.assessment_profiles(id="there", title="Profiles")
    assert rows(shown)[1:] == [
        "Asking To ask.",
        "Python asked for; n 200 and 100 adverts 75.0 % 45.0 % 30.0 points more ● firsts 20.0 to 40.0",
        "Mean, and what each point counts 75.0 % counts 6 45.0 % counts 0",
        "Packing To pack.",
        "Containers asked for; n 200 and 100 adverts 10.0 % 30.0 % 20.0 points more ■ seconds 10.0 to 30.0",
        "Mean, and what each point counts 10.0 % counts 0 30.0 % counts 4",
        "Talking To talk.",
        "Our judgment, and what each point counts Everybody says so. counts 0 counts 1",
    ]
    assert 'href="data/sources/wish/#python"' in shown
    assert "once for each 5 percentage points" in shown
