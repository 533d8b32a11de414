"""Answers to the statements of data/assessment.yml -> to which role's profile they lie nearer, and why.

The method, which people can follow on paper, for everything in it is a whole number:

1. Each kind of work has a weight for each role. Its figures are shares, all of one source and one kind; a role's mean
   share less the smallest mean of any role, in steps of 5 points, rounded, is the role's weight. Where there are no
   figures, the roles to which it belongs by our judgment have 1, so that no judgment outweighs a figure.
2. An answer is worth -2 to 2, with the opposite sign where disagreeing speaks for the work. The sum of these for a kind
   of work, times a role's weight, is what it adds to the role's total. An answer that is missing is worth 0.
3. The role with the largest total is the nearer one, if it is ahead of every other by at least the share `undecided` of
   what is attainable between the two. Else the answers say nothing clear. If less than half of the statements are
   answered, it is too early to say anything.

For two roles this is symmetric: answers that are all turned around give the other role with the same difference.
overrides/assets/javascripts/assessment-scoring.js does the same on the page, and a test compares the two.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from math import floor
from typing import Any, Literal

from . import derive
from .model import Assessment, Dataset, Dimension, Share

END = 2
"""What the answer at either end of the scale is worth."""
STEP = Fraction(str(derive.BEYOND))
"""The difference of shares for which a weight rises by one: the margin of a summary."""
SHOWN = 4
"""How many of the answers that counted most are named."""

Answers = Sequence[int | None]
"""For each statement what its answer is worth, from -2 to 2; None where there is none."""


@dataclass(frozen=True)
class Instrument:
    """What the scoring needs. Roles, kinds of work and statements are known by their places."""

    statements: tuple[tuple[int, int], ...]
    """For each statement its kind of work, and 1 or -1: the sign of its answers."""
    weights: tuple[tuple[int, ...], ...]
    """For each kind of work the weight of each role."""
    undecided: int
    """In percent."""
    version: str = ""
    """Changes whenever answers that were given before would mean something else."""

    def plain(self) -> dict[str, Any]:
        """The same for the page's script."""
        return asdict(self)


@dataclass(frozen=True)
class Result:
    """What answers say. Everything counted is in points."""

    verdict: Literal["early", "undecided", "near"]
    answered: int
    sums: tuple[int, ...]
    """For each kind of work, the sum of its answers."""
    totals: tuple[int, ...]
    """For each role."""
    pair: tuple[int, int]
    """The role with the largest total, and the one that is nearest to being level with it."""
    lead: int
    """How much larger the first one's total is."""
    attainable: int
    """How much larger it could be."""
    threshold: int
    """From which lead on the answers say something clear about these two."""
    adds: tuple[int, ...]
    """For each statement what its answer adds to the lead."""
    decided: tuple[int, ...]
    """The statements whose answers added most to the lead."""
    against: tuple[int, ...]
    """The statements whose answers took most from it."""
    turning: tuple[int, ...]
    """The fewest answers that, were they neutral, would change the verdict; none if it would not change so."""


def means(dataset: Dataset, dimension: Dimension) -> dict[str, Fraction]:
    """For each role the mean share over the figures, from 0 to 1; empty where there are none.

    Raises KeyError where a figure has no share for a role, which the rules forbid.
    """
    if not dimension.figures:
        return {}
    return {
        role.id: sum((_share(dataset, id_, role.id) for id_ in dimension.figures), Fraction()) / len(dimension.figures)
        for role in dataset.roles
    }


def _share(dataset: Dataset, figure: str, role: str) -> Fraction:
    value = dataset.figures[figure].values[role]
    if not isinstance(value, Share):
        raise KeyError(f"{figure}: no share of {role}")
    return Fraction(value.count, value.of)


def weights(dataset: Dataset, dimension: Dimension) -> dict[str, int]:
    """For each role what one point of the kind of work counts for it; at least one role has 0 if there are figures."""
    found = means(dataset, dimension)
    if not found:
        return {role.id: int(role.id in dimension.leans) for role in dataset.roles}
    least = min(found.values())
    return {role: floor((mean - least) / STEP + Fraction(1, 2)) for role, mean in found.items()}


def instrument(dataset: Dataset, assessment: Assessment) -> Instrument:
    """The instrument with the profiles that follow from the dataset."""
    places = {dimension.id: place for place, dimension in enumerate(assessment.dimensions)}
    profiles = [weights(dataset, dimension) for dimension in assessment.dimensions]
    return Instrument(
        statements=tuple(
            (places[each.dimension], 1 if each.keyed == "agree" else -1) for each in assessment.statements
        ),
        weights=tuple(tuple(profile[role.id] for role in dataset.roles) for profile in profiles),
        undecided=assessment.undecided,
        version=version(assessment),
    )


def version(assessment: Assessment) -> str:
    """Six signs that differ if statements were added, moved, removed or turned around."""
    said = "\n".join(f"{each.id} {each.dimension} {each.keyed}" for each in assessment.statements)
    return hashlib.sha256(said.encode()).hexdigest()[:6]


def attainable(made: Instrument, one: int, other: int) -> int:
    """How far apart the totals of two roles can be."""
    return sum(END * abs(_apart(made, place, one, other)) for place, _ in made.statements)


def threshold(made: Instrument, one: int, other: int) -> int:
    """From which difference on the answers say something clear about two roles; never from none."""
    return max(1, -(-attainable(made, one, other) * made.undecided // 100))


def profile(made: Instrument, role: int) -> tuple[int, ...]:
    """The answers of somebody who likes all of that work of which the role does more than the mean of all roles."""

    def side(weights: Sequence[int]) -> int:
        above = weights[role] * len(weights) - sum(weights)
        return (above > 0) - (above < 0)

    return tuple(END * sign * side(made.weights[place]) for place, sign in made.statements)


def assess(made: Instrument, answers: Answers) -> Result:
    """What the answers say, one for each statement."""
    worth = [answer or 0 for answer in answers]
    answered = sum(answer is not None for answer in answers)
    sums = _sums(made, worth)
    totals = _totals(made, sums)
    first, second = pair = _pair(made, totals)
    adds = _adds(made, worth, pair)
    early = 2 * answered < len(made.statements)
    return Result(
        verdict="early" if early else "near" if _is_near(made, totals) else "undecided",
        answered=answered,
        sums=sums,
        totals=totals,
        pair=pair,
        lead=totals[first] - totals[second],
        attainable=attainable(made, first, second),
        threshold=threshold(made, first, second),
        adds=tuple(adds),
        decided=tuple(_largest(adds)[:SHOWN]),
        against=tuple(_largest([-each for each in adds])[:SHOWN]),
        turning=() if early else _turning(made, worth, pair, adds),
    )


def _apart(made: Instrument, dimension: int, one: int, other: int) -> int:
    return made.weights[dimension][one] - made.weights[dimension][other]


def _sums(made: Instrument, worth: Sequence[int]) -> tuple[int, ...]:
    sums = [0] * len(made.weights)
    for (place, sign), answer in zip(made.statements, worth, strict=True):
        sums[place] += sign * answer
    return tuple(sums)


def _totals(made: Instrument, sums: Sequence[int]) -> tuple[int, ...]:
    roles = range(len(made.weights[0]))
    return tuple(sum(each * made.weights[place][role] for place, each in enumerate(sums)) for role in roles)


def _pair(made: Instrument, totals: Sequence[int]) -> tuple[int, int]:
    """The first of the roles with the largest total, and the one of which it is the least clear of."""
    first = totals.index(max(totals))
    others = [role for role in range(len(totals)) if role != first]
    return first, min(others, key=lambda role: totals[first] - totals[role] - threshold(made, first, role))


def _is_near(made: Instrument, totals: Sequence[int]) -> bool:
    first, second = _pair(made, totals)
    return totals[first] - totals[second] >= threshold(made, first, second)


def _adds(made: Instrument, worth: Sequence[int], pair: tuple[int, int]) -> list[int]:
    """For each statement what its answer adds to the lead of the first over the second."""
    both = zip(made.statements, worth, strict=True)
    return [sign * answer * _apart(made, place, *pair) for (place, sign), answer in both]


def _largest(adds: Sequence[int]) -> list[int]:
    """The places of what is above zero, the largest first, else in their order."""
    return sorted((place for place, each in enumerate(adds) if each > 0), key=lambda place: -adds[place])


def _turning(made: Instrument, worth: Sequence[int], pair: tuple[int, int], adds: Sequence[int]) -> tuple[int, ...]:
    """Answers set to neutral one by one, those that hold the verdict up most first, until it is another."""
    near = _is_near(made, _totals(made, _sums(made, worth)))
    if not near and sum(adds) == 0:
        return ()
    left, turned = list(worth), []
    for place in _largest(adds if near else [-each for each in adds]):
        left[place] = 0
        turned.append(place)
        totals = _totals(made, _sums(made, left))
        if _is_near(made, totals) != near or _pair(made, totals)[0] != pair[0]:
            return tuple(turned)
    return ()
