"""The verdict on a statement, by rule: from its form and the figures behind it, and from nothing else.

Claims are judged by it, and what a question of the quiz rests on. The method page has the rules in words; the
vocabulary of forms holds them. What several figures say is put together, never averaged.
"""

from collections.abc import Iterator
from itertools import combinations

from . import derive
from .intervals import Interval
from .model import (
    Claim,
    Dataset,
    Expectation,
    Figure,
    Listing,
    Measured,
    More,
    NoDifference,
    Quantiles,
    Range,
    Testable,
    Threshold,
    UntestableClaim,
    Value,
    Verdict,
)


class CannotAnswerError(Exception):
    """A figure has no value, or no such value, for what a statement says; the message says which."""


Finding = tuple[Verdict, bool]
"""What one figure says, and whether an interval is known that makes it certain."""


def verdict(dataset: Dataset, claim: Claim | Testable) -> Verdict:
    """The verdict. Raises CannotAnswerError where a figure cannot answer a statement of this form."""
    if isinstance(claim, UntestableClaim):
        return "untestable"
    findings = [finding for id_ in claim.figures for finding in _findings(dataset, claim, dataset.figures[id_])]
    found = {verdict for verdict, _ in findings}
    together = found.pop() if len(found) == 1 else _mixed(claim)
    certain = all(known for _, known in findings)
    return together if certain or together != "supported" else "partly-supported"


def has_end(claim: Claim | Testable) -> bool:
    """Whether a threshold is either above or below something, and a range closed at one end or both."""
    if isinstance(claim, Threshold):
        return (claim.above is None) != (claim.below is None)
    return not isinstance(claim, Range) or claim.low is not None or claim.high is not None


def _mixed(claim: Testable) -> Verdict:
    """What figures say together that do not agree."""
    return "no-clear-difference" if isinstance(claim, NoDifference) else "partly-supported"


def _findings(dataset: Dataset, claim: Testable, figure: Figure) -> Iterator[Finding]:
    """What a figure says: once for each comparison of two roles, else once for each role of the claim.

    Of more than two roles, the one that is said to have more is compared with every other that the figure has; who are
    said to be alike are compared two by two; and the gap is that between the first and each other.
    """
    if isinstance(claim, More):
        for other in _known(dataset, figure, claim.role):
            if other != claim.role:
                yield _more(dataset, figure, claim.role, other)
    elif isinstance(claim, NoDifference):
        for first, second in combinations(_known(dataset, figure), 2):
            yield _no_difference(dataset, figure, first, second)
    elif isinstance(claim, Threshold):
        for role in claim.roles:
            value = _measured(figure, role)
            interval = derive.interval(figure, value)
            yield _threshold(claim, interval or Interval(value.value, value.value)), interval is not None
        if not claim.roles:
            one, *others = _known(dataset, figure)
            whole = _measured(figure, one).value
            for other in others:
                low, high, known = _difference(dataset, figure, one, other)
                yield _threshold(claim, Interval(low / whole, high / whole)), known
    elif isinstance(claim, Range):
        for role in claim.roles:
            yield _range(figure, role, claim)


def _more(dataset: Dataset, figure: Figure, role: str, other: str) -> Finding:
    """Supported or contradicted if the interval lies wholly on one side; no clear difference if it has zero in it."""
    first, second = (each.id for each in dataset.roles if each.id in (role, other))
    low, high, known = _difference(dataset, figure, first, second)
    if role == first:
        low, high = -high, -low
    if low > 0:
        return "supported", known
    return ("contradicted" if high < 0 else "no-clear-difference"), known


def _no_difference(dataset: Dataset, figure: Figure, first: str, second: str) -> Finding:
    """Supported if the interval lies within 5 points or 5 % of pay, contradicted if it lies wholly outside."""
    _measured(figure, first)
    low, high, known = _difference(dataset, figure, first, second)
    margin = derive.margin(figure, first)
    if -margin <= low and high <= margin:
        return "supported", known
    return ("contradicted" if low > margin or high < -margin else "no-clear-difference"), known


def _threshold(claim: Threshold, interval: Interval) -> Verdict:
    """Supported if the whole interval is beyond the threshold, contradicted if it is wholly short of it."""
    low, high = interval
    if claim.above is not None:
        beyond, short = low > claim.above, high <= claim.above
    elif claim.below is not None:
        beyond, short = high < claim.below, low >= claim.below
    else:
        raise CannotAnswerError("a threshold is either above or below something")
    return "supported" if beyond else "contradicted" if short else "partly-supported"


def _range(figure: Figure, role: str, claim: Range) -> Finding:
    """Supported if the 25th and the 75th percentile lie in the range, partly if only the median does."""
    value = _measured(figure, role)
    if not isinstance(value, Quantiles):
        raise CannotAnswerError(f"'{figure.id}' is no distribution")

    def inside(amount: float | None) -> bool:
        low, high = claim.low, claim.high
        return amount is not None and (low is None or low <= amount) and (high is None or amount <= high)

    certain = derive.interval(figure, value) is not None
    if inside(value.p25) and inside(value.p75):
        return "supported", certain
    return ("partly-supported" if inside(value.median) else "contradicted"), certain


def _known(dataset: Dataset, figure: Figure, *wanted: str) -> list[str]:
    """The roles that the figure has, in their order: those that are wanted, and at least two."""
    found = [role.id for role in dataset.roles if role.id in figure.values]
    if len(found) < 2 or not set(wanted) <= set(found):
        raise CannotAnswerError(f"'{figure.id}' leaves out one of the roles")
    return found


def _difference(dataset: Dataset, figure: Figure, first: str, second: str) -> tuple[float, float, bool]:
    """Both ends of the second role's value less the first's, and whether they are those of a known interval.

    A level counts by its steps and what is on a list as one step, neither with an interval.
    """
    found = derive.difference(figure, first, second)
    if found is None:
        steps = _steps(dataset, figure.values[second]) - _steps(dataset, figure.values[first])
        return steps, steps, False
    low, high = found.interval or (found.value, found.value)
    return low, high, found.interval is not None


def _steps(dataset: Dataset, value: Value) -> int:
    if isinstance(value, Expectation):
        order = [term.id for term in dataset.vocabularies.proficiencies]
        return order.index(value.level) + 1 if value.level else 0
    return int(isinstance(value, Listing) and value.listed)


def _measured(figure: Figure, role: str) -> Measured:
    value = figure.values.get(role)
    if not isinstance(value, Measured):
        raise CannotAnswerError(f"'{figure.id}' has no number for '{role}'")
    return value
