"""Lessons, handouts and the unit as they are shown, on the small project."""

import re
from dataclasses import replace

import pytest

from sidebyside.model import Share
from sidebyside.project import examine
from sidebyside.render import lessons
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links, Site

SITE = Site("https://example.org/", "Which?", "", "The Authors")


@pytest.fixture
def project(sound):
    return examine(sound)


@pytest.fixture
def calls(project) -> Calls:
    return Calls(project.dataset, Links("teach/sheet.md", SITE), project.outline)


def words(html: str) -> str:
    """The text of HTML without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_steps_follow_each_other_by_the_clock(calls):
    text = words(calls.lesson_steps("lesson-one", id="x", title="One"))
    assert "0–15 Read Waits. Read the case. 15–45 Talk Asks. Answer." in text
    assert "One. 45 minutes." in text


def test_a_lesson_shows_objectives_reading_and_room(calls):
    shown = calls.lesson("lesson-one")
    assert "To read before, 1 minute" in shown
    assert 'href="../../s/case/"' in shown  # the permanent address, for the list is copied into courses
    assert "explain one case to another." in shown
    assert words(shown).endswith("In the room Sheet , printed for each learner A board")


def test_a_handout_says_its_lesson_its_permanent_address_and_its_license(calls):
    assert 'href="../lessons/#lesson-one">One</a>' in calls.handout_head("lesson-one")
    foot = calls.handout_foot()
    assert "https://example.org/s/sheet/" in words(foot)
    assert 'rel="license"' in foot


def test_what_needs_the_outline_is_empty_until_there_is_one(project):
    early = Calls(project.dataset, Links("teach/sheet.md", SITE))
    assert early.lesson("lesson-one") == early.handout_head("lesson-one") == early.handout_foot() == ""
    assert early.syllabus(id="x", title="Days") == ""


def test_a_worksheet_leaves_its_cells_to_be_filled_in(calls, project):
    cells = project.dataset.grids["steps"].rows[0].cells
    blank = calls.worksheet("steps", id="x")
    assert not any(text in blank for text in cells.values())
    assert blank.count("</tr>") == len(project.dataset.grids["steps"].rows) + 1
    assert blank.count("</td>") == len(cells) * len(project.dataset.grids["steps"].rows)


def test_lines_to_write_on(calls):
    assert calls.lines(3).count("<span>") == 3


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda c: c.lesson("lesson-on"), "no lesson 'lesson-on'; did you mean 'lesson-one'?"),
        (lambda c: c.worksheet("stepz", id="x"), "no grid 'stepz'; did you mean 'steps'?"),
        (lambda c: c.lines(0), "0 lines; from 1 to 40 fit on a page"),
        (lambda c: c.counted("survey/pay", "first"), "'survey/pay' is no share, so nothing was counted"),
        (
            lambda c: c.computation("survey/pay", id="x", title="Pay"),
            "'survey/pay' is no share of independent answers, which alone can be computed like this",
        ),
    ],
)
def test_a_call_that_cannot_be_answered_says_why(calls, call, message):
    with pytest.raises(CallError, match=re.escape(message)):
        call(calls)


def test_how_many_of_how_many():
    assert lessons.counted(Share(count=654, of=1827)) == "654 of 1,827"


def test_the_difference_on_paper_is_the_textbooks(project):
    figure = project.dataset.figures["survey/python"].model_copy(
        update={"values": {"first": Share(count=40, of=100), "second": Share(count=90, of=100)}}
    )
    steps = {step.name: step for step in lessons.difference_on_paper(figure, project.dataset.roles)}
    assert steps["How many said so"].each == ("40", "90")
    assert steps["Share"].each == ("0.4000", "0.9000")
    assert steps["Spread"].each == ("0.002400", "0.000900")
    assert steps["Difference"].both == "0.5000"
    assert steps["Standard error"].both == "0.0574"
    assert steps["Interval"].both == "0.385 to 0.615"
    assert steps["Is zero inside?"].both == "no"


def test_a_difference_that_holds_zero_says_so_with_a_minus(project):
    figure = project.dataset.figures["survey/python"].model_copy(
        update={"values": {"first": Share(count=50, of=100), "second": Share(count=52, of=100)}}
    )
    steps = {step.name: step.both for step in lessons.difference_on_paper(figure, project.dataset.roles)}
    assert steps["Interval"] == "−0.121 to 0.161"
    assert steps["Is zero inside?"] == "yes"


def test_what_is_to_be_computed_is_left_out_where_it_is_not_solved(calls):
    solved = words(calls.computation("survey/python", id="x", title="First"))
    blank = calls.computation("survey/python", id="x", title="First", solved=False)
    assert "Difference" in solved
    assert blank.count('class="sb-empty"></td>') == 9  # two shares, two spreads, five results
    assert len(words(blank)) < len(solved)


def test_the_days_of_the_unit_with_minutes_from_the_words(calls):
    text = words(calls.syllabus(id="x", title="Two days"))
    assert "Two days. At most 1 minute of reading before a day, 2 in all" in text
    assert "1. The case A case 1 minute Lesson: One A page" in text
    assert "2. The tools Home 1 minute In pairs, use one of them. What came out" in text


def test_the_shorter_unit_has_the_days_that_are_marked(calls, project):
    text = words(calls.syllabus(id="x", title="One day", short=True))
    assert "1. The case" in text
    assert "The tools" not in text
    unit = project.dataset.syllabus
    days = tuple(day.model_copy(update={"short": day.id == "second"}) for day in unit.days)
    changed = replace(project.dataset, syllabus=unit.model_copy(update={"days": days}))
    other = Calls(changed, Links("teach/sheet.md", SITE), project.outline)
    assert "1. The tools" in words(other.syllabus(id="x", title="One day", short=True))
