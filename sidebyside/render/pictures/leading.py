"""Which role a figure has ahead, and how sure that is: what dumbbells and ranges say in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ... import derive
from ...model import Dataset, Figure, Role
from .. import gaps, numbers


@dataclass(frozen=True)
class Lead:
    """The role with the highest value, and by how much it is ahead of the next."""

    role: Role
    size: float
    """In the figure's unit."""
    is_clear: bool
    """Whether the interval of the difference leaves out zero."""
    is_beyond: bool
    """Whether the whole interval is beyond a summary's margin."""
    is_known: bool
    """Whether there is an interval."""


def lead(dataset: Dataset, figure: Figure) -> Lead | None:
    """Which of the roles that the figure has is ahead; None where it has fewer than two that can be shown."""
    there = [role for role in dataset.roles if gaps.is_shown(figure, role)]
    if len(there) < 2:
        return None
    best, next_ = sorted(there, key=lambda role: -derive.number(figure, role.id).value)[:2]
    first, second = sorted((best, next_), key=dataset.roles.index)
    found = derive.difference(figure, first.id, second.id)
    if found is None:
        return None
    beyond = found.interval is not None and gaps.beyond(figure, found, first)
    return Lead(best, abs(found.value), found.is_clear, beyond, found.interval is not None)


def said(dataset: Dataset, rows: Sequence[tuple[str, Figure]], what: str) -> str:
    """How the rows divide among the roles, in a sentence without its stop.

    As in every summary of the site, a difference counts only if its whole interval is beyond the margin.
    """
    known = [(name, figure, found) for name, figure in rows if (found := lead(dataset, figure))]
    judged = [each for each in known if each[2].is_known]
    parts: list[str] = []
    for role in dataset.roles:
        own = [each for each in judged if each[2].role is role and each[2].is_beyond]
        if own:
            parts.append(_part(role, own, len(judged), what, is_first=not parts))
    less = sum(not each[2].is_beyond for each in judged)
    rest = [f"the other {less} differ{'s' if less == 1 else ''} by less, or not clearly"] if less and parts else []
    if judged and not parts:
        rest.append(f"none of {len(judged)} {what} differs")
    blind = len(known) - len(judged)
    unknown = [f"for {blind} {what} no interval is known"] if blind else []
    margin = f"beyond {derive.BEYOND * 100:.0f} {'%' if known[0][1].unit in numbers.MONEY else 'points'}, "
    compared = [margin + "; ".join([" and ".join(parts), *rest] if parts else rest)] if judged else []
    return "; ".join([*compared, *unknown])


def _part(role: Role, own: list[tuple[str, Figure, Lead]], whole: int, what: str, *, is_first: bool) -> str:
    """What is ahead in a role, and by what most; not so for pay, where few bands make the largest gaps."""
    name, figure, most = max(own, key=lambda each: each[2].size)
    count = f"{len(own)} of {whole} {what}" if is_first else f"{len(own)}"
    if figure.unit in numbers.MONEY:
        return f"the median is higher for {role.plural} in {count}"
    is_advert = figure.kind == "advert"
    if is_first:
        verb = "is" if len(own) == 1 else "are"
        how = f"{verb} {'asked for more often in adverts for' if is_advert else 'more common among'}"
    else:
        how = "in those for" if is_advert else "among"
    return f"{count} {how} {role.plural} (most: {name}, by {numbers.points(most.size)} points)"
