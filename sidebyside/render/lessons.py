"""Lessons, handouts and the unit as their templates show them: times on the clock, links that last, sums to compute."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from .. import derive
from ..model import Dataset, Day, Lesson, LessonStep, Role, Share, ShareFigure
from ..outline import Entry, Outline
from . import numbers
from .links import Links

TWICE = 2
"""How many standard errors to either side: what one takes on paper for the 1.96 of the normal distribution."""


@dataclass(frozen=True)
class Reading:
    """A section to read, with its permanent address: people copy these lists into their courses."""

    entry: Entry
    title: str
    href: str


@dataclass(frozen=True)
class Session:
    """A day of the unit, numbered, with what is read before it."""

    number: int
    day: Day
    reading: tuple[tuple[str, tuple[Reading, ...]], ...]
    """By chapter, in the order given: its title, or nothing where the chapter itself is read, and the sections."""
    minutes: int
    lesson: Entry | None
    href: str
    """Where the lesson is."""


@dataclass(frozen=True)
class Sum:
    """A step of a computation: for each role what comes out, or what comes out of both."""

    name: str
    how: str
    each: tuple[str, ...] = ()
    both: str = ""
    given: bool = False
    """Whether it is known before one computes."""
    statistic: str = ""
    """What it is, where it is a number; and the numbers, one for each role or what comes out of both."""
    values: tuple[float, ...] = ()


def reading(outline: Outline, links: Links, ids: Iterable[str]) -> tuple[Reading, ...]:
    """Sections in the order given."""
    entries = [outline.leads_to(id_) for id_ in ids]
    return tuple(Reading(each, outline.full_title(each), links.to_short(each.id)) for each in entries)


def clocked(lesson: Lesson) -> list[tuple[LessonStep, int, int]]:
    """The steps with the minute at which each begins and ends."""
    found, now = [], 0
    for step in lesson.steps:
        found.append((step, now, now + step.minutes))
        now += step.minutes
    return found


def sessions(dataset: Dataset, outline: Outline, links: Links, *, short: bool) -> list[Session]:
    """The days of the unit, or those of the shorter one, counted from one."""
    days = [day for day in (dataset.syllabus.days if dataset.syllabus else ()) if day.short or not short]
    found = []
    for number, day in enumerate(days, 1):
        read = reading(outline, links, day.read)
        chapters = groupby(read, key=lambda each: (outline.chapter(each.entry.page), each.entry.depth == 1))
        by_chapter = tuple(("" if whole else chapter.title, tuple(found)) for (chapter, whole), found in chapters)
        lesson = outline.leads_to(day.lesson) if day.lesson else None
        href = links.to(lesson.page, lesson.id) if lesson else ""
        found.append(Session(number, day, by_chapter, sum(each.entry.minutes or 0 for each in read), lesson, href))
    return found


def difference_on_paper(figure: ShareFigure, roles: tuple[Role, Role]) -> list[Sum]:
    """The difference of two shares and its interval by the textbook's formula, in steps for a pocket calculator.

    The difference is that of the second role less the first. The formula is the normal approximation with twice the
    standard error, not Newcombe's, which the site uses and which stands in the last step.
    """
    shares = [figure.values[role.id] for role in roles]
    variances = [share.value * (1 - share.value) / share.of for share in shares]
    first, second = (share.value for share in shares)
    half = TWICE * sqrt(sum(variances))
    low, high = second - first - half, second - first + half
    known = derive.difference(figure, *(role.id for role in roles))
    ends = known.interval if known and known.interval else ()
    return [
        Sum(
            "How many said so",
            "",
            tuple(numbers.whole(share.count) for share in shares),
            given=True,
            statistic="count",
            values=tuple(share.count for share in shares),
        ),
        Sum(
            "Of how many",
            "",
            tuple(numbers.whole(share.of) for share in shares),
            given=True,
            statistic="of",
            values=tuple(share.of for share in shares),
        ),
        Sum(
            "Share",
            "the first number ÷ the second, to four places",
            tuple(f"{share.value:.4f}" for share in shares),
            statistic="share",
            values=tuple(share.value for share in shares),
        ),
        Sum(
            "Spread",
            "share × (1 − share) ÷ base",
            tuple(f"{variance:.6f}" for variance in variances),
            statistic="variance",
            values=tuple(variances),
        ),
        Sum(
            "Difference",
            "the second share − the first",
            both=_signed(second - first, 4),
            statistic="difference",
            values=(second - first,),
        ),
        Sum(
            "Standard error",
            "square root of the sum of both spreads",
            both=f"{half / TWICE:.4f}",
            statistic="standard-error",
            values=(half / TWICE,),
        ),
        Sum(
            "Interval",
            "difference ± twice the standard error",
            both=f"{_signed(low)} to {_signed(high)}",
            statistic="interval",
            values=(low, high),
        ),
        Sum("Is zero inside?", "then there is no clear difference", both="yes" if low <= 0 <= high else "no"),
        Sum(
            "This site has",
            "by Newcombe's method, to compare with",
            both=" to ".join(map(_signed, ends)),
            statistic="interval",
            values=tuple(ends),
        ),
    ]


def counted(share: Share) -> str:
    """How many of how many, e.g. `654 of 1,827`."""
    return f"{numbers.whole(share.count)} of {numbers.whole(share.of)}"


def _signed(value: float, places: int = 3) -> str:
    return f"{value:.{places}f}".replace("-", "−")
