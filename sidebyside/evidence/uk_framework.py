"""The skills that the UK Government Digital and Data Profession Capability Framework asks of each role, step by step.

Its ladders differ: data scientists have six steps from trainee to head, ML engineers two, both for the experienced.
SEO to G7 is the lowest civil service grade at which both have a step; the roles are compared there.
"""

from collections.abc import Iterator

import polars as pl

from ..model import Evidence, Expectation, ExpectationFigure, Listing, ListingFigure
from . import scan
from .raw import RawFolder, slug

SOURCE = "uk-framework"

ROLES = {"data-scientist": "Data scientist", "machine-learning-engineer": "Machine learning engineer"}
STEPS_COMPARED = {
    "data-scientist": "Principal data scientist",
    "machine-learning-engineer": "Senior machine learning engineer",
}
GRADE = "SEO/G7"

Skills = dict[str, str]
"""Of one step, the level of each skill that is asked."""


def compute(raw: RawFolder) -> Evidence:
    """The steps of both ladders, the level of every skill at each, and both beside each other at the lowest grade."""
    table = scan.collect(scan.csv(raw.path("uk_gdad_skill_levels.csv")).with_columns(pl.col("level_no").cast(int)))
    ladders = {role: _ladder(table, role) for role in ROLES}
    return Evidence(
        source=SOURCE,
        origin="transcribed",
        kind="framework",
        measure="level of the skill that is asked",
        unit="level",
        period="as read on 6 October 2026",
        interval="none",
        roles={role: f"the role '{name}'; of its steps the one that the figure names" for role, name in ROLES.items()},
        labels=STEPS_COMPARED,
        files=raw.files,
        figures=(*_compared(table, ladders), *_steps(table, ladders), *_asked(ladders)),
    )


def _ladder(table: pl.DataFrame, role: str) -> dict[str, Skills]:
    """The steps of a role, lowest first, each with its skills."""
    rows = table.filter(role=ROLES[role]).sort("level_no", maintain_order=True)
    ladder: dict[str, Skills] = {}
    for row in rows.to_dicts():
        skills = ladder.setdefault(row["role_level"], {})
        if row["skill"] in skills:
            raise ValueError(f"the step {row['role_level']!r} has a skill twice")
        skills[row["skill"]] = row["skill_level"].lower()
    return ladder


def _grades(table: pl.DataFrame, step: str) -> str:
    return str(table.filter(role_level=step)["civil_service_grades"][0])


def _compared(table: pl.DataFrame, ladders: dict[str, dict[str, Skills]]) -> Iterator[ExpectationFigure]:
    """Both roles at the lowest grade that both ladders have; a step may reach beyond it."""
    asked = {}
    for role, step in STEPS_COMPARED.items():
        if step not in ladders[role] or not _grades(table, step).startswith(GRADE):
            raise ValueError(f"no step {step!r} that begins with grade {GRADE}")
        asked[role] = ladders[role][step]
    for skill in sorted({skill for levels in asked.values() for skill in levels}):
        yield ExpectationFigure(
            id=f"{SOURCE}/{slug(f'{skill} {GRADE}')}",
            topic="seo-g7",
            title=f"{skill}, grade {GRADE}",
            statistic="expectation",
            base="the framework's skills of the role at that grade",
            filter="; ".join(f"'{step}'" for step in STEPS_COMPARED.values()),
            values={role: Expectation(level=levels.get(skill)) for role, levels in asked.items()},
        )


def _steps(table: pl.DataFrame, ladders: dict[str, dict[str, Skills]]) -> Iterator[ListingFigure]:
    """Every step of both ladders, lowest first."""
    for role, ladder in ladders.items():
        for step in ladder:
            yield ListingFigure(
                id=f"{SOURCE}/{slug(step)}",
                topic="steps",
                title=step,
                statistic="listing",
                unit="listed",
                measure="whether the step belongs to the role's ladder",
                base="steps of the framework",
                filter=f"civil service grades {_grades(table, step)}",
                labels={},
                values={other: Listing(listed=other == role) for other in ladders},
            )


def _asked(ladders: dict[str, dict[str, Skills]]) -> Iterator[ExpectationFigure]:
    """Every skill of every step."""
    for role, ladder in ladders.items():
        for step, skills in ladder.items():
            for skill, level in skills.items():
                yield ExpectationFigure(
                    id=f"{SOURCE}/{slug(f'{step} {skill}')}",
                    topic=slug(step),
                    title=f"{skill}: {step}",
                    statistic="expectation",
                    base="the framework's skills of the step",
                    labels={role: step},
                    values={role: Expectation(level=level)},
                )
