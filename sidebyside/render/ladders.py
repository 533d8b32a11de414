"""The steps of both roles in a framework beside each other, with the level of each skill at each step."""

from typing import Any

from ..model import Dataset, Evidence, Expectation, Figure, Role
from .figure_lines import FigureLines
from .links import Links, source_page


def ladder(dataset: Dataset, links: Links, evidence: Evidence, steps: list[Figure]) -> dict[str, Any]:
    """What the template ladder.html shows: the steps by role, and for each skill a cell for each step.

    The figures of a step stand under the topic that has its name, each with the skill before the colon of its title.
    """
    maker = FigureLines(dataset, links, ())
    asked: dict[str, dict[str, Figure]] = {}
    for figure in evidence.complete():
        if any(figure.topic == step.name for step in steps):
            asked.setdefault(figure.title.partition(":")[0], {})[figure.topic] = figure
    by_role = [(role, [step for step in steps if step.values[role.id].listed]) for role in dataset.roles]
    source = dataset.source_by_id[evidence.source]
    return {
        "steps": [
            (role, [(step, links.to(source_page(step.source), step.name)) for step in own]) for role, own in by_role
        ],
        "skills": [
            (skill, [(step.title, _cell(maker, role, levels.get(step.name))) for role, own in by_role for step in own])
            for skill, levels in sorted(asked.items(), key=lambda item: (-_shared(item[1], by_role), item[0]))
        ],
        "sources": [(dataset.term("kinds", evidence.kind), source, links.to(source_page(source.id)))],
    }


def _cell(maker: FigureLines, role: Role, figure: Figure | None) -> Any:
    if figure is None:
        return maker.level(role, None, label="")
    value = figure.values[role.id]
    if not isinstance(value, Expectation):
        raise ValueError(f"'{figure.id}' asks no level")
    return maker.level(role, value.level, label="", href=maker.entry(figure))


def _shared(levels: dict[str, Figure], by_role: list[tuple[Role, list[Figure]]]) -> int:
    """Of how many roles the skill is asked."""
    return sum(any(step.name in levels for step in own) for _, own in by_role)
