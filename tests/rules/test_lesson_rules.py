"""Rules about lessons and the unit, each on the small project with one thing changed."""

import pytest

PLANS, UNIT, SECTIONS = "data/lessons.yml", "data/syllabus.yml", "data/sections.yml"


def test_steps_that_take_less_time_than_a_lesson_has(broken_by):
    assert broken_by(PLANS, "minutes: 30", "minutes: 29") == [
        f"{PLANS}:9:7: lessons.lesson-one.steps: the steps take 44 minutes, and a lesson has 45"
    ]


def test_a_lesson_after_no_section_is_named_at_all_places(broken_by):
    assert broken_by(PLANS, "id: lesson-one", "id: lesson-on") == [
        f'{PLANS}:3:9: lessons.lesson-on.id: no chapter shows this lesson; call lesson_steps("lesson-on", id=...), or '
        "remove it",
        f"{PLANS}:3:9: lessons.lesson-on.id: no section 'lesson-on'; did you mean 'lesson-one'?",
        f"{UNIT}:6:13: syllabus.first.lesson: no lesson 'lesson-one'; did you mean 'lesson-on'?",
    ]


def test_a_lesson_named_after_a_table(broken_by):
    found = broken_by(PLANS, "id: lesson-one", "id: home-table")
    assert f"{PLANS}:3:9: lessons.home-table.id: 'home-table' is a table; name the heading of the lesson" in found


def test_a_lesson_whose_heading_has_no_objectives(broken_by):
    found = broken_by(SECTIONS, "    objectives: [explain one case to another]\n", "")
    assert [each.partition(": ")[2] for each in found] == [
        "sections.lesson-one.id: no objectives; say what learners can do after the lesson"
    ]


@pytest.mark.parametrize(("name", "rows"), [(PLANS, "lessons"), (UNIT, "days")])
def test_a_file_that_cannot_be_read_has_no_other_mistake(broken_by, name, rows):
    [found] = broken_by(name, f"{rows}:\n", f"{rows}: [\n")
    assert "not valid YAML" in found


def test_unknown_sections_of_a_lesson(broken_by):
    assert broken_by(PLANS, "[case]", "[cas]") == [
        f"{PLANS}:4:14: lessons.lesson-one.before: no section 'cas'; did you mean 'case'?"
    ]
    assert broken_by(PLANS, "open: [case-table]", "open: [case-tabel]") == [
        f"{PLANS}:4:14: lessons.lesson-one.before: no section 'cas'; did you mean 'case'?",
        f"{PLANS}:5:12: lessons.lesson-one.open: no section 'case-tabel'; did you mean 'case-table'?",
    ]


def test_an_unknown_handout(broken_by):
    assert broken_by(PLANS, "handout: sheet", "handout: sheat") == [
        f"{PLANS}:6:14: lessons.lesson-one.handout: no section 'sheat'; did you mean 'sheet'?"
    ]


def test_an_unknown_section_of_a_day(broken_by):
    assert broken_by(UNIT, "read: [home]", "read: [hom]") == [
        f"{UNIT}:11:12: syllabus.second.read: no section 'hom'; did you mean 'home'?"
    ]


def test_a_table_to_read_at_home(broken_by):
    message = "'home-table' is a table, which has no minutes; name the heading that it stands under"
    assert broken_by(UNIT, "read: [home]", "read: [home-table]") == [f"{UNIT}:11:12: syllabus.second.read: {message}"]


def test_a_picture_to_read_before_a_lesson(broken_by):
    message = "'use' is a picture, which has no minutes; name the heading that it stands under"
    assert broken_by(PLANS, "before: [case]", "before: [case, use]") == [
        f"{PLANS}:4:20: lessons.lesson-one.before.2: {message}"
    ]


def test_an_unknown_lesson_of_a_day(broken_by):
    assert broken_by(UNIT, "lesson: lesson-one", "lesson: lesson-two") == [
        f"{UNIT}:6:13: syllabus.first.lesson: no lesson 'lesson-two'; did you mean 'lesson-one'?"
    ]


def test_a_day_on_which_nothing_is_done(broken_by):
    assert broken_by(UNIT, "    lesson: lesson-one\n", "") == [
        f"{UNIT}:3:9: syllabus.first.id: neither a lesson nor an activity; name one of them"
    ]


def test_a_day_on_which_two_things_are_done(broken_by):
    assert broken_by(UNIT, "    activity:", "    lesson: lesson-one\n    activity:") == [
        f"{UNIT}:9:9: syllabus.second.id: a lesson and an activity; keep one of them"
    ]
