"""What a role asks for, skill by skill with its tools, and the order in which a plan has it.

The order is made of the dataset alone and of one kind of evidence at a time: no score is computed. A script has only to
leave out what a reader can do already.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal, NamedTuple

from .. import derive
from ..model import Dataset, Figure, Kind, Resource, Role, Row, ShareFigure, SkillRow, Term, ToolRow
from ..outline import Outline
from . import numbers
from .links import Links, source_page

ASKED = 0.05
"""From which share of a role's adverts on they count as asking for a tool."""
USED = 0.25
"""From which share of the answers in a survey on a tool counts as one of the role's, whatever adverts ask for."""
RESOURCES = 3
"""How many resources stand beside a skill."""

Band = Literal["more", "level", "asked", "used"]


class Place(NamedTuple):
    """Where a plan has something: why, and its place among all, from 1."""

    band: Band
    order: int


def places(dataset: Dataset, start: str | None, goal: str) -> dict[tuple[str, str], Place]:
    """The place of everything that the goal asks for, by table and id; what it does not ask for has none.

    `more`: tools that at least ASKED of the goal's adverts ask for, and clearly more of them than of the start's, the
    largest share first. `level`: skills of which the goal asks a higher level, the largest gap first. `asked`: tools
    that as many adverts ask for, but not clearly more. `used`: other tools that at least USED of the people in the role
    use. Without a start nothing is compared or assumed: `asked` has all tools of the adverts then, and comes first.
    """
    found: dict[Band, list[tuple[float, str, str]]] = {"more": [], "level": [], "asked": [], "used": []}
    for row in _rows(dataset, "tools"):
        advert, use = share(dataset, row, "advert"), share(dataset, row, "usage")
        if (asked := _value(advert, goal)) >= ASKED:
            more = advert and start is not None and clearly_more(dataset, advert, start, goal) == goal
            found["more" if more else "asked"].append((-asked, "tools", row.id))
        elif (used := _value(use, goal)) >= USED:
            found["used"].append((-used, "tools", row.id))
    for row in _rows(dataset, "skills"):
        if steps := _steps(dataset, row, start, goal):
            found["level"].append((-steps, "skills", row.id))
    order: tuple[Band, ...] = ("more", "level", "asked", "used") if start else ("asked", "level", "used")
    ordered = [(band, each) for band in order for each in sorted(found[band], key=lambda each: each[0])]
    return {(table, id_): Place(band, place) for place, (band, (_, table, id_)) in enumerate(ordered, start=1)}


def share(dataset: Dataset, row: Row, kind: Kind) -> ShareFigure | None:
    """The first share of a row that is of this kind."""
    figures = (dataset.figures[id_] for id_ in row.evidence)
    return next((each for each in figures if isinstance(each, ShareFigure) and each.kind == kind), None)


def _value(figure: ShareFigure | None, role: str) -> float:
    """The share of a role; 0 where there is none to show."""
    value = figure.values.get(role) if figure else None
    return 0 if value is None or numbers.is_hidden(value) else value.value


def clearly_more(dataset: Dataset, figure: Figure, one: str, other: str) -> str | None:
    """The one of two roles whose share is larger; None where the difference's interval has zero or is unknown."""
    order = [role.id for role in dataset.roles]
    first, second = sorted((one, other), key=order.index)
    found = derive.difference(figure, first, second)
    if found is None or not found.is_clear:
        return None
    return second if found.value > 0 else first


def _steps(dataset: Dataset, row: SkillRow, start: str | None, goal: str) -> int:
    """By how many levels the goal asks more of a skill than the start; not to be asked is the step below the lowest."""
    order = [None, *(term.id for term in dataset.vocabularies.proficiencies)]
    here = derive.level(dataset, row, start) if start else None
    return max(0, order.index(derive.level(dataset, row, goal)) - order.index(here))


def _rows(dataset: Dataset, table: str) -> tuple[Any, ...]:
    return dataset.tables[table].rows


# As the template shows it


@dataclass(frozen=True)
class Shares:
    """A share of each role, from one source."""

    label: str
    """Of what."""
    href: str
    kind: Kind
    values: tuple[tuple[Role, str, str], ...]
    """For each role the percent as a number and in words."""
    clear: bool
    """Whether it tells any two of the roles apart, or has only one of them."""


@dataclass(frozen=True)
class Tool:
    """A tool with its shares and its places in all plans."""

    row: ToolRow
    shares: tuple[Shares, ...]
    places: str


@dataclass(frozen=True)
class Skill:
    """A skill with what is asked of each role, its tools, and where to learn it."""

    row: SkillRow
    levels: tuple[tuple[Role, Term | None], ...]
    tools: tuple[Tool, ...]
    read: tuple[tuple[str, str, str, str], ...]
    """Sections of the guide: id, title, title with that of the chapter, and address."""
    resources: tuple[Resource, ...]
    places: str


@dataclass(frozen=True)
class Group:
    """Skills under one head."""

    label: str
    skills: tuple[Skill, ...]


def groups(dataset: Dataset, outline: Outline, links: Links) -> list[Group]:
    """Every skill with its tools, in the order of the tables."""
    found = {
        f"{'x' if start is None else start}.{goal}": places(
            dataset, None if start is None else dataset.roles[start].id, dataset.roles[goal].id
        )
        for goal in range(len(dataset.roles))
        for start in (None, *range(len(dataset.roles)))
        if start != goal
    }

    def at(table: str, id_: str) -> str:
        """The places of a row as an attribute: `start.goal:band.order` for each plan that has it."""
        each = ((plan, placed.get((table, id_))) for plan, placed in found.items())
        return " ".join(f"{plan}:{place.band}.{place.order}" for plan, place in each if place)

    steps = {step.id: step for step in dataset.steps}
    tools = {row.id: row for row in _rows(dataset, "tools")}

    def skill(row: SkillRow) -> Skill:
        levels = ((role, derive.level(dataset, row, role.id)) for role in dataset.roles)
        entries = (outline.leads_to(id_) for id_ in steps[row.id].read)
        return Skill(
            row=row,
            levels=tuple((role, dataset.term("proficiencies", id_) if id_ else None) for role, id_ in levels),
            tools=tuple(
                Tool(tools[id_], tuple(_shares(dataset, links, tools[id_])), at("tools", id_))
                for id_ in steps[row.id].tools
            ),
            read=tuple(
                (each.id, each.title, outline.full_title(each), links.to(each.page, each.id)) for each in entries
            ),
            resources=dataset.resources_by_skill.get(row.id, ())[:RESOURCES],
            places=at("skills", row.id),
        )

    rows = [skill(row) for row in _rows(dataset, "skills")]
    terms = dataset.vocabularies.groups["skills"]
    made = (Group(term.label, tuple(each for each in rows if each.row.group == term.id)) for term in terms)
    return [group for group in made if group.skills]


def _shares(dataset: Dataset, links: Links, row: ToolRow) -> Iterator[Shares]:
    """What adverts ask for and what people use, each by the first source that counts it."""
    for kind in ("advert", "usage"):
        figure = share(dataset, row, kind)
        known = [role for role in dataset.roles if figure and _value(figure, role.id)]
        if figure and known:
            yield Shares(
                label=dataset.term("kinds", kind).label,
                href=links.to(source_page(figure.source), figure.name),
                kind=kind,
                values=tuple(
                    (role, f"{value.value * 100:.1f}", numbers.percent(value.value))
                    for role in dataset.roles
                    if (value := figure.values.get(role.id)) is not None and not numbers.is_hidden(value)
                ),
                clear=len(known) < 2
                or any(clearly_more(dataset, figure, one.id, other.id) for one, other in combinations(known, 2)),
            )
