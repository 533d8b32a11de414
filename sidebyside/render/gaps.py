"""What a figure says of the difference between the roles, in words.

Of more than two roles the highest value is compared with the lowest: where these two do not differ clearly, no others
do by more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from .. import derive
from ..intervals import Difference
from ..model import Dataset, Expectation, Figure, Listing, Measured, Role
from ..model.shown import Number
from . import facts, numbers
from .numbers import listing

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
    rest: str = ""
    """Whom it is compared with, where there are more than two roles, as `than data scientists`."""
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


def compared(dataset: Dataset, figure: Figure) -> tuple[Role, Role] | None:
    """The roles whose values are the farthest apart, in their order; None where fewer than two can be shown.

    Raises ValueError for a dataset of fewer than two roles.
    """
    if len(dataset.roles) < 2:
        raise ValueError("a comparison needs two roles")
    shown = [role.id for role in dataset.roles if is_shown(figure, role)]
    found = derive.farthest(figure, shown)
    return (dataset.role_by_id[found[0]], dataset.role_by_id[found[1]]) if found else None


def is_shown(figure: Figure, role: Role) -> bool:
    """Whether the figure has a number for the role, and one that rests on enough."""
    value = figure.values.get(role.id)
    return isinstance(value, Measured) and not numbers.is_hidden(value)


def gap(dataset: Dataset, figure: Figure) -> Gap | None:
    """The difference between the roles that are the farthest apart; None where fewer than two can be compared."""
    known = [(role.id, figure.values[role.id]) for role in dataset.roles if role.id in figure.values]
    asked = {role: value.level for role, value in known if isinstance(value, Expectation)}
    if len(asked) > 1:
        return levels(dataset, asked)
    entries = {role: [figure.id] * value.listed for role, value in known if isinstance(value, Listing)}
    if len(entries) > 1:
        return listed(dataset, entries)
    both = compared(dataset, figure)
    if both is None:
        return None
    first, second = both
    found = derive.known_difference(figure, first.id, second.id)
    role, other = (second, first) if found.value > 0 else (first, second)
    return Gap(
        "unknown" if found.interval is None else "clear" if found.is_clear else "unclear",
        f"{numbers.size(figure, found)} more",
        role,
        _rest(dataset, "than", other),
        numbers.size_span(figure, found) if found.interval else "no interval known",
        abs(found.value),
        (facts.distance(figure, first.id, second.id, found),),
    )


def levels(dataset: Dataset, asked: Mapping[str, str | None]) -> Gap | None:
    """The difference of the highest and the lowest level of a skill, each by its role; one that is not asked is None.

    A role that is left out has no part in it.
    """
    order = [None, *(term.id for term in dataset.vocabularies.proficiencies)]
    ranks = {role: order.index(asked[role.id]) for role in dataset.roles if role.id in asked}
    top, bottom = max(ranks, key=ranks.__getitem__), min(ranks, key=ranks.__getitem__)
    steps = ranks[top] - ranks[bottom]
    if ranks[top] == 0:
        return None
    if ranks[bottom] == 0:
        several = sum(rank > 0 for rank in ranks.values()) > 1
        rest = _rest(dataset, "not of", bottom) if several else ""
        return Gap("clear", "asked of" if several else "asked only of", top, rest, distance=ranks[top])
    if steps == 0:
        return Gap("same", "same level")
    words = "level" if steps == 1 else "levels"
    return Gap("clear", f"{_COUNTS[steps]} {words} higher", top, _rest(dataset, "than", bottom), distance=steps)


def listed(dataset: Dataset, entries: dict[str, list[str]]) -> Gap | None:
    """Of whom something is listed: the ids of the entries by role. A role that is left out has no part in it."""
    known = [role for role in dataset.roles if role.id in entries]
    found = [role for role in known if entries[role.id]]
    if len(found) < 2:
        return Gap("clear", "listed only for", found[0], distance=1) if found else None
    if missing := [role for role in known if role not in found]:
        names, others = ([role.short_plural for role in each] for each in (found[1:], missing))
        return Gap("clear", "listed for", found[0], f"and {listing(names)}, not for {listing(others)}", distance=1)
    alike = len({tuple(ids) for ids in entries.values()}) == 1
    return Gap("same", f"listed for {'both' if len(known) == 2 else 'all'}" if alike else "each has its own")


def _rest(dataset: Dataset, word: str, other: Role) -> str:
    """Whom a role is compared with; nothing where there are only two, for then it is the other one."""
    return f"{word} {other.short_plural}" if len(dataset.roles) > 2 else ""


def summary(dataset: Dataset, figure: Figure) -> Gap | None:
    """As `gap`, but for a page that sums up: shares and pay differ only if the whole interval is beyond the margin."""
    shown, both = gap(dataset, figure), compared(dataset, figure)
    if both is None or figure.unit not in ("share", *numbers.MONEY):
        return shown
    first, second = both
    found = derive.known_difference(figure, first.id, second.id)
    if found.interval is None:
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
