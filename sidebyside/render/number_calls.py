"""The macros of numbers in prose: each leads to the entry of its figure."""

from .. import derive
from ..mistakes import meant, one_of
from ..model import Expectation, Listing, Measured, Quantiles, Share, ShareFigure
from . import claims, entries, figure_lines, gaps, lessons, numbers, tables
from .calling import CallError, Calling
from .entries import QUANTILES
from .html import text


class NumberCalls(Calling):
    """Macros that stand in a sentence."""

    def figure(self, id: str, role: str) -> str:
        """A share, a count or a level, e.g. `35.8 %` or `expert`, with the way to its entry."""
        figure = self._figure(id)
        value = self._value(figure, role)
        if isinstance(value, Quantiles) and figure.unit in numbers.MONEY:
            raise CallError(f'\'{id}\' is a distribution of pay; write pay("{id}", "{role}", "median")')
        self._enough(figure, role, value)
        if isinstance(value, Expectation | Listing):
            said = figure_lines.own_label(self._dataset, figure, role) or figure.base
            return self._number(figure, entries.word(self._dataset, value).lower(), said)
        return self._number(figure, numbers.amount(figure, value.value), figure_lines.detail(figure, value), value)

    def pay(self, id: str, role: str, quantile: str = "median") -> str:
        """A quantile of pay, e.g. `$155,000`, with the way to its entry."""
        figure = self._figure(id)
        value = self._value(figure, role)
        if not isinstance(value, Quantiles) or figure.unit not in numbers.MONEY:
            raise CallError(f'\'{id}\' is no distribution of pay; write figure("{id}", "{role}")')
        if quantile not in QUANTILES:
            raise CallError(
                f"no quantile '{quantile}'{meant(quantile, QUANTILES) or '; there are ' + one_of(QUANTILES)}"
            )
        self._enough(figure, role, value)
        amount = getattr(value, quantile)
        if amount is None:
            raise CallError(f"'{id}' has no {quantile} for '{role}'")
        detail = figure_lines.detail(figure, value) if quantile == "median" else quantile
        return self._number(figure, numbers.amount(figure, amount), detail, value)

    def counted(self, id: str, role: str) -> str:
        """How many of how many, e.g. `654 of 1,827`, with the way to the figure's entry."""
        figure = self._figure(id)
        value = self._value(figure, role)
        if not isinstance(value, Share):
            raise CallError(f"'{id}' is no share, so nothing was counted")
        self._enough(figure, role, value)
        return self._number(figure, lessons.counted(value), figure.base)

    def difference(self, id: str) -> str:
        """`22.7 points more among ... (95 % interval 18.0 to 27.3)`, or `no clear difference`."""
        figure = self._figure(id)
        gap = gaps.gap(self._dataset, figure)
        if gap is None or gap.role is None or not isinstance(next(iter(figure.values.values())), Measured):
            raise CallError(f"'{id}' has no number for one of the roles, so there is no difference")
        known = gap.span if gap.verdict == "unknown" else f"{numbers.confidence()} interval {gap.span}"
        if gap.verdict == "unclear":
            return self._number(figure, "no clear difference", known)
        among = "among" if isinstance(figure, ShareFigure) else "for"
        rest = gap.rest.replace("than", f"than {among}")
        said = " ".join(filter(None, (gap.size, among, gap.role.plural, rest)))
        return self._number(figure, f"{said} ({known})", known)

    def base(self, id: str, role: str) -> str:
        """How many answers or bands a value rests on, e.g. `1,908`."""
        figure = self._figure(id)
        value = self._value(figure, role)
        count = numbers.counted(value) if isinstance(value, Measured) else None
        if count is None:
            raise CallError(f"'{id}' does not say how many it rests on")
        return self._number(figure, numbers.whole(count), figure.base)

    def period(self, id: str) -> str:
        """When the figure is about, e.g. `May 2025`."""
        return text(self._figure(id).period)

    def count(self, what: str, only: str | None = None) -> str:
        """How many rows a table has, or how many `figures`, `sources`, `claims` or `publications` the dataset has.

        `only` counts some rows of a table, as in `side_by_side`, or the claims with one verdict. `differences` are the
        figures with a known interval of the difference, variants left out; of these it counts the `clear` ones.
        """
        if only is not None and what == "claims":
            found = claims.counts(self._dataset)
            if only not in found:
                raise CallError(f"no verdict '{only}'{meant(only, found) or '; there are ' + one_of(found)}")
            return text(numbers.whole(found[only]))
        if what == "differences":
            return text(numbers.whole(self._differences(only)))
        if only is not None:
            chosen = tables.groups(
                self._dataset, self._links, what, group=None, only=only, limit=None, sort="name", by=None
            )
            return text(numbers.whole(len(chosen[0].rows)))
        counts = {name: len(table.rows) for name, table in self._dataset.tables.items()}
        for name in ("figures", "sources", "claims", "publications", "terms", "resources", "questions"):
            counts[name] = len(getattr(self._dataset, name))
        if self._dataset.assessment:
            counts["statements"] = len(self._dataset.assessment.statements)
        if what not in counts:
            raise CallError(f"cannot count '{what}'{meant(what, counts) or '; there are ' + one_of(counts)}")
        return text(numbers.whole(counts[what]))

    def _differences(self, only: str | None) -> int:
        if only not in (None, "clear"):
            raise CallError(f"no choice '{only}'{meant(only, ['clear']) or '; there is clear'}")
        roles = [role.id for role in self._dataset.roles]
        whole = [figure for figure in self._dataset.figures.values() if figure.variant_of is None]
        apart = [derive.known_difference(each, *both) for each in whole if (both := derive.farthest(each, roles))]
        known = [found for found in apart if found.interval]
        return sum(found.is_clear for found in known) if only else len(known)

    def confidence(self) -> str:
        """The level of all intervals."""
        return text(numbers.confidence())

    def example(self, number: str) -> str:
        """A made-up number of the running case, marked as such."""
        return f'<span class="sb-example" title="made up for the example">{text(number)}</span>'
