"""What both sources of scraped job adverts share: how a role is found, and when two adverts are one."""

from pathlib import Path

import polars as pl

from . import scan

SHORT_TITLES = {
    "data-scientist": ("Data Scientist", "Senior Data Scientist"),
    "machine-learning-engineer": ("Machine Learning Engineer",),
}
# The short title is a classifier's guess, so the title itself has to agree: what it must contain, and must not.
_ENGINEER = r"machine learning engineer|ml engineer"
TITLES = {
    "data-scientist": (r"data scientist", _ENGINEER),
    "machine-learning-engineer": (
        rf"{_ENGINEER}|mlops engineer|machine learning ops|ai/ml engineer",
        r"data scientist",
    ),
}
FILTERS = {
    "data-scientist": (
        "classified as data scientist, senior or not, and 'data scientist' in the title, without 'machine learning "
        "engineer' and 'ml engineer'"
    ),
    "machine-learning-engineer": (
        "classified as ML engineer, and one of 'machine learning engineer', 'ml engineer', 'mlops engineer', 'machine "
        "learning ops' and 'ai/ml engineer' in the title, without 'data scientist'"
    ),
}
AMERICA = "United States"
REPEATS = ("company_name", "job_title", "job_location", "job_skills")
COLUMNS = ("job_title_short", *REPEATS, "job_country", "job_via", "job_work_from_home", "salary_year_avg")


def read(paths: list[Path], *, strict: bool = True) -> pl.DataFrame:
    """The adverts of both roles, with `role`; `strict` looks at the title, too. One file is read after the other."""
    return pl.concat([_roles(scan.sheet(path, columns=COLUMNS), strict=strict) for path in paths])


def without_repeats(found: pl.DataFrame) -> pl.DataFrame:
    """Adverts that are alike in company, title, place and skills are one."""
    return found.unique(["role", *REPEATS], keep="first", maintain_order=True)


def _roles(rows: pl.DataFrame, *, strict: bool) -> pl.DataFrame:
    title = pl.col("job_title").str.to_lowercase()
    chosen = []
    for role, short in SHORT_TITLES.items():
        rule = pl.col("job_title_short").is_in(short)
        if strict:
            has, has_not = TITLES[role]
            rule &= title.str.contains(has) & ~title.str.contains(has_not)
        chosen.append(rows.filter(rule).with_columns(role=pl.lit(role)))
    return pl.concat(chosen)
