"""The macros of lessons and their handouts: what a teacher prepares, what learners fill in, and the unit."""

from ..mistakes import meant
from ..model import Lesson, ShareFigure
from . import bodies, grids, lesson_bodies, lessons
from .calling import CallError, Calling
from .html import capital, render
from .links import LICENCE, source_page

MOST_LINES = 40


class LessonCalls(Calling):
    """Macros about lessons. Those that name sections need the outline, and are empty until there is one."""

    def lesson(self, lesson: str) -> str:
        """What learners can do after the lesson, what they read for it, and what has to be in the room."""
        known = self._lesson(lesson)
        if self._outline is None:
            return ""
        handout = self._outline.leads_to(known.handout)
        return render(
            "lesson.html",
            objectives=self._dataset.section_by_id[known.id].objectives,
            before=lessons.reading(self._outline, self._links, known.before),
            open=lessons.reading(self._outline, self._links, known.open),
            handout=handout.title,
            handout_href=self._links.to(handout.page, handout.id),
            room=known.room,
        )

    def lesson_steps(self, lesson: str, *, id: str, title: str) -> str:
        """The steps of the lesson by the clock, with what teacher and learners do."""
        known = self._lesson(lesson)
        total = sum(step.minutes for step in known.steps)
        self._take(id, title, lambda: lesson_bodies.steps(known))
        return render("lesson_steps.html", id=id, title=f"{title}.", total=total, steps=lessons.clocked(known))

    def handout_head(self, lesson: str) -> str:
        """The line at the top of a handout: which lesson it belongs to, and where learners write their names."""
        known = self._lesson(lesson)
        if self._outline is None:
            return ""
        return render(
            "handout_head.html",
            title=self._outline.leads_to(known.id).title,
            href=self._links.to_section(self._dataset, known.id),
        )

    def handout_foot(self) -> str:
        """The line at the foot of a handout: what it is from, its permanent address, what one may do with it.

        A page that has it is printed as densely as a handout.
        """
        if self._outline is None:
            return ""
        site, entry = self._links.site, self._outline.chapter(self._links.page)
        return render(
            "handout_foot.html",
            name=site.name,
            address=site.short(entry.id),
            href=self._links.to_short(entry.id),
            licence=self._links.to(LICENCE),
        )

    def worksheet(self, name: str, *, id: str, title: str | None = None) -> str:
        """An authored table whose cells are left to be filled in."""
        known = self._grid(name)
        self._take(id, title or known.title, lambda: bodies.worksheet(self._dataset, known))
        return render(
            "worksheet.html",
            id=id,
            title=f"{title or known.title}.",
            row_label=known.row_label,
            columns=grids.columns(self._dataset, known),
            rows=known.rows,
        )

    def lines(self, count: int) -> str:
        """Empty lines to write on."""
        if not 0 < count <= MOST_LINES:
            raise CallError(f"{count} lines; from 1 to {MOST_LINES} fit on a page")
        return render("lines.html", count=count)

    def computation(self, figure: str, *, id: str, title: str, solved: bool = True) -> str:
        """The difference of two shares and its interval, step by step; not `solved`, only what is given."""
        known = self._figure(figure)
        if not isinstance(known, ShareFigure) or known.interval != "wilson":
            raise CallError(f"'{figure}' is no share of independent answers, which alone can be computed like this")
        first, second, *_ = self._dataset.roles
        for role in (first, second):
            self._enough(known, role.id, self._value(known, role.id))
        source = self._dataset.source_by_id[known.source]
        words = f"{known.title}. {capital(known.base)}, {known.period}."
        steps = lessons.difference_on_paper(known, (first, second))
        self._take(
            id,
            title,
            lambda: lesson_bodies.computation(known, (first, second), steps, solved=solved, words=words),
            self._sources([(known.kind, known.source)]),
        )
        return render(
            "computation.html",
            id=id,
            title=f"{title}.",
            words=words,
            source=source.short,
            href=self._links.to(source_page(known.source), known.name),
            roles=(first, second),
            steps=steps,
            solved=solved,
        )

    def syllabus(self, *, id: str, title: str, short: bool = False) -> str:
        """The days of the unit, or of the shorter one: what is read, what is done, what is handed in."""
        if self._outline is None or self._dataset.syllabus is None:
            return ""
        days = lessons.sessions(self._dataset, self._outline, self._links, short=short)
        most = lesson_bodies.in_minutes(max((day.minutes for day in days), default=0))
        total = sum(day.minutes for day in days)
        words = f"At most {most} of reading before a day, {total} in all, at an even pace and without reference tables."
        self._take(id, title, lambda: lesson_bodies.syllabus(days, words))
        return render("syllabus.html", id=id, title=f"{title}.", words=words, days=days)

    def _lesson(self, id_: str) -> Lesson:
        known = self._dataset.lesson_by_id
        if id_ not in known:
            raise CallError(f"no lesson '{id_}'{meant(id_, known) or '; data/lessons.yml has those that exist'}", id_)
        return known[id_]
