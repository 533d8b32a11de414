"""What instruments show: the key by which the statements about work are added up, and the profiles behind it."""

from dataclasses import dataclass, replace
from itertools import combinations

from .. import assessment
from ..assessment import END, Instrument
from ..model import Assessment, Dataset, Dimension, Role
from . import numbers
from .figure_lines import FigureLines, Line
from .links import Links

SUMMED, JUDGED = "Mean, and what each point counts", "Our judgment, and what each point counts"


@dataclass(frozen=True)
class KeyRow:
    """A kind of work as it is added up by hand; statements by their numbers, from 1."""

    dimension: Dimension
    plus: tuple[int, ...]
    minus: tuple[int, ...]
    weights: tuple[tuple[Role, int], ...]


@dataclass(frozen=True)
class Profile:
    """A kind of work with the lines of its figures, and what follows from them."""

    dimension: Dimension
    lines: tuple[Line, ...]
    cells: tuple[tuple[Role, str, int], ...]
    """For each role its mean share, if there are figures, and its weight."""


def answers(asked: Assessment) -> list[tuple[int, str, str]]:
    """For each answer its worth, the same as people write it, and its words."""
    return [(worth, _signed(worth), words) for worth, words in enumerate(asked.answers, -END)]


def key(dataset: Dataset, asked: Assessment) -> list[KeyRow]:
    """How the answers are added up, kind by kind."""

    def keyed(dimension: Dimension, answer: str) -> tuple[int, ...]:
        every = enumerate(asked.statements, 1)
        return tuple(number for number, each in every if (each.dimension, each.keyed) == (dimension.id, answer))

    return [
        KeyRow(each, keyed(each, "agree"), keyed(each, "disagree"), _weights(dataset, each))
        for each in asked.dimensions
    ]


def pairs(dataset: Dataset, made: Instrument) -> list[tuple[Role, Role, int, int]]:
    """For every two roles how far apart their totals can be, and from where on that says something clear."""
    return [
        (
            dataset.roles[one],
            dataset.roles[other],
            assessment.attainable(made, one, other),
            assessment.threshold(made, one, other),
        )
        for one, other in combinations(range(len(dataset.roles)), 2)
    ]


def profiles(dataset: Dataset, links: Links, asked: Assessment) -> list[Profile]:
    """What stands behind the weights, kind by kind."""
    figures = {id_: dataset.figures[id_] for dimension in asked.dimensions for id_ in dimension.figures}
    lines = FigureLines(dataset, links, figures.values())
    found = []
    for dimension in asked.dimensions:
        means = assessment.means(dataset, dimension)
        cells = tuple(
            (role, numbers.percent(float(means[role.id])) if means else "", weight)
            for role, weight in _weights(dataset, dimension)
        )
        made = tuple(_named(lines.line([figures[id_]]), figures[id_].title) for id_ in dimension.figures)
        found.append(Profile(dimension, made, cells))
    return found


def _weights(dataset: Dataset, dimension: Dimension) -> tuple[tuple[Role, int], ...]:
    found = assessment.weights(dataset, dimension)
    return tuple((role, found[role.id]) for role in dataset.roles)


def _named(line: Line, title: str) -> Line:
    """The line under what its figure is about; what was asked of that goes with its base."""
    name, _, asked = title.partition(": ")
    return replace(line, name=name, base="; ".join(filter(None, (asked, line.base))))


def _signed(worth: int) -> str:
    return f"−{-worth}" if worth < 0 else str(worth)
