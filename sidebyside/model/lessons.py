"""data/lessons.yml and data/syllabus.yml: plans of lessons, and a unit that strings sections and lessons together."""

from pydantic import Field

from .base import Model, Slug, Text


class LessonStep(Model):
    """A part of a lesson, with what teacher and learners do in it."""

    title: Text
    minutes: int = Field(gt=0)
    teacher: Text
    learners: Text


class Lesson(Model):
    """What a teacher needs beside the prose of the lesson's section."""

    id: Slug
    """The heading under which the lesson stands: its words are the lesson's title, its objectives are the lesson's."""
    before: tuple[Slug, ...] = ()
    """The sections that learners read before they come."""
    open: tuple[Slug, ...] = Field(min_length=1)
    """The sections that are read or shown in the lesson."""
    handout: Slug
    """The title of the page that learners get."""
    room: tuple[Text, ...] = Field(min_length=1)
    """What has to be in the room beside the handout."""
    steps: tuple[LessonStep, ...] = Field(min_length=1)


class Lessons(Model):
    """data/lessons.yml: all plans, which take the same time."""

    length: int = Field(gt=0)
    """How many minutes a lesson has."""
    lessons: tuple[Lesson, ...]


class Day(Model):
    """A session of the unit: either a lesson or something else that is done."""

    id: Slug
    title: Text
    read: tuple[Slug, ...] = ()
    """The sections that are read before it."""
    lesson: Slug | None = None
    activity: Text | None = None
    hand_in: Text
    """What learners hand in at its end, or before the next one."""
    short: bool = False
    """Whether the day is also one of the shorter unit."""


class Syllabus(Model):
    """data/syllabus.yml: the days of the unit in their order."""

    limit: int = Field(gt=0)
    """How many minutes of reading a day may ask for."""
    days: tuple[Day, ...]
