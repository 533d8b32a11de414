"""The macros of what a reader fills in: the statements about work, what stands behind them, and the planner."""

import json

from .. import assessment
from ..model import Assessment
from . import bodies, instruments, numbers, planner
from .calling import CallError, Calling
from .html import render


class InstrumentCalls(Calling):
    """Macros of instruments. Each is HTML that works on paper and without scripts; scripts only add to it."""

    def assessment(self, *, id: str) -> str:
        """The statements about work with their answers, and how to add them up by hand."""
        asked = self._statements()
        made = assessment.instrument(self._dataset, asked)
        self._take(id, "Statements about work", lambda: bodies.statements(self._dataset, asked))
        return render(
            "assessment.html",
            id=id,
            made=json.dumps(made.plain(), separators=(",", ":")),
            roles=self._dataset.roles,
            answers=instruments.answers(asked),
            statements=asked.statements,
            rows=instruments.key(self._dataset, asked),
            pairs=instruments.pairs(self._dataset, made),
            half=(len(asked.statements) + 1) // 2,
        )

    def assessment_profiles(self, *, id: str, title: str) -> str:
        """For each kind of work the figures that tell the roles apart in it, and what it counts for each role."""
        asked = self._statements()
        figures = [self._dataset.figures[id_] for dimension in asked.dimensions for id_ in dimension.figures]
        sources = self._sources(dict.fromkeys((figure.kind, figure.source) for figure in figures))
        words = f"It counts once for each {assessment.STEP * 100} percentage points of the mean difference, rounded."
        groups = instruments.profiles(self._dataset, self._links, asked)
        self._take(id, title, lambda: bodies.profiles(self._dataset, groups, words), sources)
        return render(
            "assessment_profiles.html",
            id=id,
            title=f"{title}.",
            words=words,
            roles=self._dataset.roles,
            groups=groups,
            summed=instruments.SUMMED,
            judged=instruments.JUDGED,
            sources=sources,
        )

    def planner(self, *, id: str) -> str:
        """What each role asks for, to be ticked, with what to learn it from; with scripts, a plan from one role to
        another."""
        if self._outline is None:  # it names sections
            return ""
        return render(
            "planner.html",
            id=id,
            roles=self._dataset.roles,
            groups=planner.groups(self._dataset, self._outline, self._links),
            asked=numbers.percent(planner.ASKED, 0),
            used=numbers.percent(planner.USED, 0),
            address=self._links.site.short("{}"),
            home=self._links.site.short(self._outline.chapter(self._links.page).id),
        )

    def _statements(self) -> Assessment:
        if self._dataset.assessment is None:
            raise CallError("data/assessment.yml could not be read")
        return self._dataset.assessment
