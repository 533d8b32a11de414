"""The essential skills of both occupations in ESCO, the European classification of skills and occupations.

ML engineer is no occupation of its own there but another label of artificial intelligence engineer.
"""

import polars as pl

from ..model import Evidence, Listing, ListingFigure
from . import scan
from .raw import RawFolder, slug

SOURCE = "esco"

ROLES = {"data-scientist": "2511.4", "machine-learning-engineer": "2511.11"}
LABELS = {"machine-learning-engineer": "artificial intelligence engineer"}


def compute(raw: RawFolder) -> Evidence:
    """For every skill that is essential to one of the occupations, to which of them."""
    table = scan.csv(raw.path("esco_essential_skills.csv"))
    essential = scan.collect(table.filter(pl.col("relation") == "essential", pl.col("code").is_in(ROLES.values())))
    lists = {role: set(essential.filter(pl.col("code") == code)["skill"]) for role, code in ROLES.items()}
    if empty := [ROLES[role] for role, skills in lists.items() if not skills]:
        raise ValueError(f"no essential skill of occupation {' and '.join(empty)}")
    names = sorted(set.union(*lists.values()), key=str.casefold)
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="taxonomy",
        measure="whether the skill is essential to the occupation",
        unit="listed",
        period="version 1.2.1",
        interval="none",
        roles={role: f"occupation {code}" for role, code in ROLES.items()},
        labels=LABELS,
        files=raw.files,
        figures=tuple(
            ListingFigure(
                id=f"{SOURCE}/{slug(name)}",
                topic=_topic(name, lists),
                title=name,
                statistic="listing",
                base="essential skills",
                values={role: Listing(listed=name in skills) for role, skills in lists.items()},
            )
            for name in names
        ),
    )


def _topic(name: str, lists: dict[str, set[str]]) -> str:
    """The role that the skill is essential to, or both of them."""
    found = [role for role, skills in lists.items() if name in skills]
    return found[0] if len(found) == 1 else "both"
