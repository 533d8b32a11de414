"""Which role a figure has ahead, and how sure that is: what dumbbells and ranges say in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ... import derive
from ...intervals import Difference
from ...model import Dataset, Figure, Measured, Role
from .. import numbers


@dataclass(frozen=True)
class Lead:
    """The role with the highest value, and by how much it is ahead of the next."""

    role: Role
    difference: Difference
    """The higher value less the lower one."""

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.difference.is_clear


def lead(dataset: Dataset, figure: Figure) -> Lead | None:
    """Which of the roles that the figure has is ahead; None where it has fewer than two that can be shown."""
    there = [role for role in dataset.roles if is_shown(figure, role)]
    if len(there) < 2:
        return None
    best, next_ = sorted(there, key=lambda role: -figure.values[role.id].value)[:2]
    first, second = sorted((best, next_), key=dataset.roles.index)
    found = derive.difference(figure, first.id, second.id)
    if second is best:
        return Lead(best, found)
    turned = tuple(-end for end in reversed(found.interval)) if found.interval else None
    return Lead(best, Difference(-found.value, type(found.interval)(*turned) if turned else None))


def is_shown(figure: Figure, role: Role) -> bool:
    """Whether the figure has a number for the role, and one that rests on enough."""
    value = figure.values.get(role.id)
    return isinstance(value, Measured) and not numbers.is_hidden(value)


def said(dataset: Dataset, rows: Sequence[tuple[str, Figure]], what: str) -> str:
    """How the rows divide among the roles, in a sentence without its stop."""
    known = [(name, figure, found) for name, figure in rows if (found := lead(dataset, figure))]
    clear = {role.id: [each for each in known if each[2].role is role and each[2].is_clear] for role in dataset.roles}
    parts = []
    for role in dataset.roles:
        if own := clear[role.id]:
            name, figure, most = max(own, key=lambda each: each[2].difference.value)
            how = _how(figure, len(own))
            size = numbers.size(figure, most.difference)
            parts.append(f"{len(own)} {how.rpartition(' ')[2] if parts else how} {role.plural}, “{name}” most ({size})")
    if len(known) > 1 and len(known) in map(len, clear.values()):
        return f"all {parts[0].replace(' ', f' {what} ', 1)}"
    blind = sum(each[2].difference.interval is None for each in known)
    unclear = sum(not each[2].is_clear for each in known) - blind
    rest = [f"no difference is clear for {unclear}"] if unclear else []
    rest += [f"no interval is known for {blind}"] if blind else []
    return f"of {len(known)} {what} " + "; ".join([", and ".join(parts), *rest] if parts else rest)


def _how(figure: Figure, count: int) -> str:
    if figure.unit in numbers.MONEY:
        return f"{'has' if count == 1 else 'have'} a median that is clearly higher for"
    are = "is" if count == 1 else "are"
    if figure.kind == "advert":
        return f"{are} clearly more often asked for in adverts for"
    return f"{are} clearly more common among"
