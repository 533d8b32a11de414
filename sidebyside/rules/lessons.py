"""Rules about lessons and the unit: what they name exists, has objectives and minutes, and fits into the time."""

from collections.abc import Iterator

from ..load import Draft
from ..mistakes import Mistake
from ..model import Day, Lesson
from .lookup import unknown

PLANS = "lessons.yml"
UNIT = "syllabus.yml"


def steps_that_miss_the_time(draft: Draft) -> Iterator[Mistake]:
    """A lesson whose steps take more or less time than a lesson has."""
    plans = draft.dataset.plans
    if plans is None:
        return
    for lesson in plans.lessons:
        total = sum(step.minutes for step in lesson.steps)
        if total != plans.length:
            message = f"the steps take {total} minutes, and a lesson has {plans.length}"
            yield draft.mistake(PLANS, ("lessons", lesson.id, "steps"), message)


def lesson_without_heading(draft: Draft) -> Iterator[Mistake]:
    """A lesson that is named after no heading, or after one without objectives: those are the lesson's."""
    for lesson in _lessons(draft):
        place = ("lessons", lesson.id, "id")
        yield from unknown(draft, PLANS, place, "sections", lesson.id, "section")
        section = draft.dataset.section_by_id.get(lesson.id)
        if section and section.kind != "heading":
            yield draft.mistake(PLANS, place, f"'{lesson.id}' is a {section.kind}; name the heading of the lesson")
        elif section and not section.objectives:
            message = "no objectives; say what learners can do after the lesson"
            yield draft.mistake("sections.yml", ("sections", section.id, "id"), message)


def unknown_section_of_a_lesson(draft: Draft) -> Iterator[Mistake]:
    """A section to read or to open, or a handout, that data/sections.yml does not have."""
    for lesson in _lessons(draft):
        place = ("lessons", lesson.id)
        for position, section in enumerate(lesson.before):
            yield from unknown(draft, PLANS, (*place, "before", position), "sections", section, "section")
        for position, section in enumerate(lesson.open):
            yield from unknown(draft, PLANS, (*place, "open", position), "sections", section, "section")
        yield from unknown(draft, PLANS, (*place, "handout"), "sections", lesson.handout, "section")


def unknown_section_of_a_day(draft: Draft) -> Iterator[Mistake]:
    """A section to read that data/sections.yml does not have."""
    for day in _days(draft):
        for position, section in enumerate(day.read):
            yield from unknown(draft, UNIT, ("days", day.id, "read", position), "sections", section, "section")


def reading_without_minutes(draft: Draft) -> Iterator[Mistake]:
    """Something to read at home of which nobody knows how long it takes: a table, a picture, a term."""
    read = [(PLANS, ("lessons", each.id, "before"), each.before) for each in _lessons(draft)]
    read += [(UNIT, ("days", each.id, "read"), each.read) for each in _days(draft)]
    for file, place, ids in read:
        for position, id_ in enumerate(ids):
            section = draft.dataset.section_by_id.get(id_)
            if section and section.kind != "heading":
                message = f"'{id_}' is a {section.kind}, which has no minutes; name the heading that it stands under"
                yield draft.mistake(file, (*place, position), message)


def unknown_lesson_of_a_day(draft: Draft) -> Iterator[Mistake]:
    """A lesson that data/lessons.yml does not have."""
    for day in _days(draft):
        yield from unknown(draft, UNIT, ("days", day.id, "lesson"), "lessons", day.lesson, "lesson")


def day_without_work(draft: Draft) -> Iterator[Mistake]:
    """A day that says neither which lesson is given nor what else is done, or both."""
    for day in _days(draft):
        if (day.lesson is None) == (day.activity is None):
            found = "neither a lesson nor an activity; name" if day.lesson is None else "a lesson and an activity; keep"
            yield draft.mistake(UNIT, ("days", day.id, "id"), f"{found} one of them")


def _lessons(draft: Draft) -> tuple[Lesson, ...]:
    return draft.dataset.plans.lessons if draft.dataset.plans else ()


def _days(draft: Draft) -> tuple[Day, ...]:
    return draft.dataset.syllabus.days if draft.dataset.syllabus else ()
