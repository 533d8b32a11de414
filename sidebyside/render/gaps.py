"""What a figure says of the difference between the two roles, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from .. import derive
from ..intervals import Difference
from ..model import Dataset, Expectation, Figure, Listing, Role
from ..model.published import Number
from . import facts, numbers

_COUNTS = ("no", "one", "two", "three")


@dataclass(frozen=True)
class Gap:
    """The difference of two values."""

    verdict: Literal["clear", "unclear", "unknown", "same"]
    """Whether the interval leaves out zero, includes it or is not known; or the two are the same."""
    size: str
    """How much, as `22.7 points more`; or what is the same."""
    role: Role | None = None
    """The role with the larger value."""
    span: str = ""
    """The interval, on the side of the larger value."""
    distance: float = 0
    """What it is sorted by, in the unit of the values; none where they are the same."""
    behind: tuple[Number, ...] = ()
    """The difference itself, where it is one of numbers."""
    margin: float | None = None
    """In a summary, how large a difference has to be to be named."""

    @property
    def clear(self) -> bool:
        """Whether the figure tells the roles apart."""
        return self.verdict == "clear"


def gap(dataset: Dataset, figure: Figure) -> Gap | None:
    """The difference between the two roles; None where the figure leaves out one of them."""
    first, second = dataset.roles
    one, other = figure.values.get(first.id), figure.values.get(second.id)
    if isinstance(one, Expectation) and isinstance(other, Expectation):
        return levels(dataset, {first.id: one.level, second.id: other.level})
    if isinstance(one, Listing) and isinstance(other, Listing):
        return listed(dataset, {first.id: [figure.id] * one.listed, second.id: [figure.id] * other.listed})
    found = derive.difference(figure, first.id, second.id)
    if found is None or any(numbers.is_hidden(derive.number(figure, role.id)) for role in (first, second)):
        return None
    size = f"{numbers.size(figure, found)} more"
    role = second if found.value > 0 else first
    behind = (facts.distance(figure, first.id, second.id, found),)
    if found.interval is None:
        return Gap("unknown", size, role, "no interval known", abs(found.value), behind)
    return Gap(
        "clear" if found.is_clear else "unclear", size, role, numbers.size_span(figure, found), abs(found.value), behind
    )


def levels(dataset: Dataset, asked: Mapping[str, str | None]) -> Gap | None:
    """The difference of two levels of a skill, each by its role; a role of which none is asked has none."""
    first, second = dataset.roles
    order = [term.id for term in dataset.vocabularies.proficiencies]
    one, other = asked[first.id], asked[second.id]
    if one is None or other is None:
        asked_of, level = (second, other) if one is None else (first, one)
        return Gap("clear", "asked only of", asked_of, distance=order.index(level) + 1) if level else None
    steps = order.index(other) - order.index(one)
    if steps == 0:
        return Gap("same", "same level")
    words = "level" if abs(steps) == 1 else "levels"
    higher = second if steps > 0 else first
    return Gap("clear", f"{_COUNTS[abs(steps)]} {words} higher", higher, distance=abs(steps))


def listed(dataset: Dataset, entries: dict[str, list[str]]) -> Gap | None:
    """Of whom something is listed: the ids of the entries by role."""
    found = [role for role in dataset.roles if entries[role.id]]
    if len(found) < 2:
        return Gap("clear", "listed only for", found[0], distance=1) if found else None
    alike = len({tuple(ids) for ids in entries.values()}) == 1
    return Gap("same", "listed for both" if alike else "each has its own")


def summary(dataset: Dataset, figure: Figure) -> Gap | None:
    """As `gap`, but for a page that sums up: shares and pay differ only if the whole interval is beyond the margin."""
    first, second = dataset.roles
    shown, found = gap(dataset, figure), derive.difference(figure, first.id, second.id)
    if found is None or found.interval is None or figure.unit not in ("share", *numbers.MONEY):
        return shown
    margin = derive.margin(figure, first.id)
    if shown and beyond(figure, found, first):
        return replace(shown, margin=margin)
    words = f"{margin * 100:.0f} points" if figure.unit == "share" else numbers.amount(figure, margin)
    if -margin <= found.interval.low and found.interval.high <= margin:
        return Gap("same", f"alike, within {words}", behind=shown.behind if shown else (), margin=margin)
    return Gap("same", f"no difference beyond {words}", behind=shown.behind if shown else (), margin=margin)


def beyond(figure: Figure, difference: Difference, first: Role) -> bool:
    """Whether the whole interval of a difference of shares or pay is further from zero than a summary's margin."""
    margin = derive.margin(figure, first.id)
    low, high = difference.interval or (0, 0)
    return low > margin or high < -margin
