"""The skills that the UK Government Digital and Data Profession Capability Framework asks of each role.

Its ladders differ: data scientists have six steps from trainee to head, ML engineers two, both for the experienced.
One civil service grade, SEO to G7, is common to a step of each; the roles are compared there.
"""

import pandas as pd

from ..model import Evidence, Expectation, ExpectationFigure
from .raw import RawFolder, slug

SOURCE = "uk-framework"

ROLES = {"data-scientist": "Principal data scientist", "machine-learning-engineer": "Senior machine learning engineer"}
GRADE = "SEO/G7"


def compute(raw: RawFolder) -> Evidence:
    """The level of every skill that is asked of one of the roles at the grade that both ladders have."""
    table = pd.read_csv(raw.path("uk_gdad_skill_levels.csv"), keep_default_na=False)
    asked = {role: _skills(table, step) for role, step in ROLES.items()}
    skills = sorted({skill for levels in asked.values() for skill in levels})
    return Evidence(
        source=SOURCE,
        origin="transcribed",
        kind="framework",
        measure="level of the skill that is asked",
        unit="level",
        period="as read on 6 October 2026",
        interval="none",
        roles={role: f"the step '{step}', the one with grade {GRADE}" for role, step in ROLES.items()},
        labels=ROLES,
        files=raw.files,
        figures=tuple(
            ExpectationFigure(
                id=f"{SOURCE}/{slug(f'{skill} {GRADE}')}",
                topic="seo-g7",
                title=f"{skill}, grade {GRADE}",
                statistic="expectation",
                base="the framework's skills of the role at that grade",
                values={
                    role: Expectation(level=levels[skill].lower()) if skill in levels else Expectation()
                    for role, levels in asked.items()
                },
            )
            for skill in skills
        ),
    )


def _skills(table: pd.DataFrame, step: str) -> dict[str, str]:
    """Skill and level of a step, which must be of the common grade; it may reach beyond it."""
    rows = table[table.role_level == step]
    if rows.empty or not rows.civil_service_grades.str.startswith(GRADE).all():
        raise ValueError(f"no step {step!r} that begins with grade {GRADE}")
    if rows.skill.duplicated().any():
        raise ValueError(f"the step {step!r} has a skill twice")
    return dict(zip(rows.skill, rows.skill_level, strict=True))
