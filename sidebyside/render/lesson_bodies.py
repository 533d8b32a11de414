"""The tables of lessons and of the unit as data, as `bodies` makes those of the other macros."""

from collections.abc import Sequence

from ..model import Figure, Lesson, Role
from ..model.shown import Reference, TableCell, TableColumn, TableRow
from . import facts, lessons
from .bodies import plain
from .html import capital
from .shown import Body, joined, number_cell, slug


def steps(lesson: Lesson) -> Body:
    """The steps of a lesson by the clock."""
    rows = (
        (f"step-{number}", f"{first}–{last}", (step.title, step.teacher, step.learners))
        for number, (step, first, last) in enumerate(lessons.clocked(lesson), 1)
    )
    heads = (("step", "Step"), ("teacher", "The teacher"), ("learners", "The learners"))
    return plain("Minutes", heads, rows, f"{sum(step.minutes for step in lesson.steps)} minutes.")


def computation(
    figure: Figure, roles: Sequence[Role], sums: Sequence[lessons.Sum], *, solved: bool, words: str
) -> Body:
    """The difference of two shares by hand: what comes out for each role, or of both."""

    first, second = roles

    def cell(step: lessons.Sum, text: str, values: Sequence[float], *subjects: str) -> TableCell:
        if not (solved or step.given):
            return TableCell()
        behind = (facts.computed(figure, step.statistic, value, *subjects) for value in values)
        return number_cell(text, *(behind if step.statistic else ()))

    rows = []
    for step in sums:
        if step.each:
            each = zip(roles, step.each, step.values, strict=True)
            cells = {role.id: cell(step, text, (value,), role.id) for role, text, value in each}
        else:
            cells = {"both": cell(step, step.both, step.values, second.id, first.id)}
        rows.append(
            TableRow(id=slug(step.name), line=1, name=step.name, notes=(step.how,) if step.how else (), cells=cells)
        )
    columns = tuple(TableColumn(id=role.id, title=capital(role.short_plural), role=role.id) for role in roles)
    return Body("Step", (*columns, TableColumn(id="both", title="Both")), tuple(rows), words)


def syllabus(days: Sequence[lessons.Session], words: str) -> Body:
    """The days of the unit: what is read, what is done, what is handed in."""

    def read(day: lessons.Session) -> TableCell:
        if not day.reading:
            return TableCell(text="Nothing.")
        said = [
            (f"{chapter} – " if chapter else "") + ", ".join(each.entry.title for each in sections)
            for chapter, sections in day.reading
        ]
        items = tuple(
            Reference(id=each.entry.id, title=each.entry.title) for _, sections in day.reading for each in sections
        )
        return TableCell(text=joined(*said, in_minutes(day.minutes)), items=items)

    rows = (
        (
            each.day.id,
            f"{each.number}. {each.day.title}",
            (
                read(each),
                f"Lesson: {each.lesson.title}" if each.lesson else each.day.activity or "",
                each.day.hand_in,
            ),
        )
        for each in days
    )
    return plain("Day", (("read", "Read before"), ("class", "In class"), ("hand-in", "Hand in")), rows, words)


def in_minutes(number: int) -> str:
    """Minutes in words."""
    return f"{number} {'minute' if number == 1 else 'minutes'}"
