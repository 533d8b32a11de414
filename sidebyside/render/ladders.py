"""The steps of both roles in a framework beside each other, with the level of each skill at each step."""

from typing import Any

from ..model import Dataset, Evidence, ExpectationFigure, ListingFigure, Role
from .figure_lines import Cell, FigureLines
from .links import Links, source_page

STEPS = "steps"
"""The topic under which a framework's figures have its steps."""
Steps = list[tuple[Role, list[ListingFigure]]]
Asked = dict[str, dict[str, ExpectationFigure]]


def steps(dataset: Dataset, evidence: Evidence) -> Steps:
    """For each role that the framework knows its steps in it, lowest first."""
    of_steps = (figure for figure in evidence.complete() if figure.topic == STEPS)
    known = [figure for figure in of_steps if isinstance(figure, ListingFigure)]
    found = [
        (role, [step for step in known if role.id in step.values and step.values[role.id].listed])
        for role in dataset.roles
    ]
    return [(role, own) for role, own in found if own]


def asked(evidence: Evidence, by_role: Steps) -> Asked:
    """For each skill its figures by the name of the step; what is asked of the most roles comes first.

    The figures of a step stand under the topic that has its name, each with the skill before the colon of its title.
    """
    names = {step.name for _, own in by_role for step in own}
    found: Asked = {}
    for figure in evidence.complete():
        if figure.topic in names and isinstance(figure, ExpectationFigure):
            found.setdefault(figure.title.partition(":")[0], {})[figure.topic] = figure
    return dict(sorted(found.items(), key=lambda item: (-_shared(item[1], by_role), item[0])))


def ladder(dataset: Dataset, links: Links, evidence: Evidence) -> dict[str, Any]:
    """What the template ladder.html shows: the steps by role, and for each skill a cell for each step."""
    maker = FigureLines(dataset, links, ())
    by_role = steps(dataset, evidence)
    source = dataset.source_by_id[evidence.source]
    return {
        "steps": [
            (role, [(step, links.to(source_page(step.source), step.name)) for step in own]) for role, own in by_role
        ],
        "skills": [
            (skill, [(step.title, _cell(maker, role, levels.get(step.name))) for role, own in by_role for step in own])
            for skill, levels in asked(evidence, by_role).items()
        ],
        "sources": [(dataset.term("kinds", evidence.kind), source, links.to(source_page(source.id)))],
    }


def _cell(maker: FigureLines, role: Role, figure: ExpectationFigure | None) -> Cell:
    if figure is None:
        return maker.level(role, None, label="")
    return maker.level(role, figure.values[role.id].level, label="", figure=figure)


def _shared(levels: dict[str, ExpectationFigure], by_role: Steps) -> int:
    """Of how many roles the skill is asked."""
    return sum(any(step.name in levels for step in own) for _, own in by_role)
