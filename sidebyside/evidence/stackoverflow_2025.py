"""Stack Overflow's Developer Survey of 2025: languages, education and years of coding.

Two tables derived from the published answers, of the respondents who told their pay: one with a row for each
respondent, one with a row for each language of each respondent. They are joined by the row index. The pay itself is
not used, for both tables are trimmed by it.
"""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from ..intervals import median_interval, quantile
from ..model import LEAST, Evidence, Quantiles, QuantilesFigure, Share, ShareFigure
from . import scan
from .raw import RawFolder
from .strata import variant

SOURCE = "stackoverflow-2025"

ROLES = {"data-scientist": "Data scientist", "machine-learning-engineer": "AI/ML engineer"}
LABELS = {"machine-learning-engineer": "AI/ML engineer"}
INDEX = "respondent"
BASE = "respondents who told their pay"
BASE_OF_LANGUAGES = "respondents who told their pay and named a language"

# The languages that at least five in a hundred of one role have worked with, and Scala, which is a row of ours.
LANGUAGES = {
    "Python": "python",
    "SQL": "sql",
    "Bash/Shell (all shells)": "bash",
    "R": "r",
    "HTML/CSS": "html-css",
    "JavaScript": "javascript",
    "PowerShell": "powershell",
    "C++": "cpp",
    "TypeScript": "typescript",
    "Java": "java",
    "Rust": "rust",
    "C": "c",
    "C#": "c-sharp",
    "VBA": "vba",
    "Go": "go",
    "MATLAB": "matlab",
    "PHP": "php",
    "Kotlin": "kotlin",
    "Scala": "scala",
}
# What is counted again in the United States and elsewhere: what pages that sum up lean on, and the years of coding.
STRATIFIED = {"R": "r", "TypeScript": "typescript"}
AMERICA = "United States of America"
_MASTER = "Master’s degree (M.A., M.S., M.Eng., MBA, etc.)"
_PROFESSIONAL = "Professional degree (JD, MD, Ph.D, Ed.D, etc.)"
# name -> (title, answers)
EDUCATION = {
    "education-high-school": (
        "School, without study after it",
        (
            "Primary/elementary school",
            "Secondary school (e.g. American high school, German Realschule or Gymnasium, etc.)",
        ),
    ),
    "education-some-college": (
        "Some study, without a degree",
        ("Some college/university study without earning a degree",),
    ),
    "education-associate": ("Associate degree", ("Associate degree (A.A., A.S., etc.)",)),
    "education-bachelor": ("Bachelor's degree", ("Bachelor’s degree (B.A., B.S., B.Eng., etc.)",)),
    "education-master": ("Master's degree", (_MASTER,)),
    "education-doctorate": ("Doctorate or professional degree", (_PROFESSIONAL,)),
    "education-master-or-higher": ("Master's degree or higher", (_MASTER, _PROFESSIONAL)),
}
_QUANTILES = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}


def compute(raw: RawFolder) -> Evidence:
    """Shares of the respondents of each role, and their years of coding."""
    people = _indexed(raw.path("survey_results_salary_prediction.csv")).filter(
        pl.col("PrimaryRole").is_in(ROLES.values())
    )
    everything = _indexed(raw.path("survey_results_language_trends.csv"))
    known = set(scan.collect(everything.select(pl.col("LanguageHaveWorkedWith").unique()))["LanguageHaveWorkedWith"])
    for label in LANGUAGES:
        if label not in known:
            raise ValueError(f"nobody named the language {label!r}")
    asked = scan.collect(people)
    languages = scan.collect(everything.join(people, on=INDEX, how="semi"))
    roles = {role: asked.filter(pl.col("PrimaryRole") == label) for role, label in ROLES.items()}
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="usage",
        measure="share of respondents",
        unit="share",
        period="2025",
        interval="wilson",
        roles={role: f"the role that fits best is '{label}'" for role, label in ROLES.items()},
        labels=LABELS,
        files=raw.files,
        figures=(
            *_languages(languages, roles, LANGUAGES),
            *_education(roles),
            _years(roles),
            *_strata(languages, roles),
        ),
    )


def _indexed(path: Path) -> pl.LazyFrame:
    """The table with its first column, which has no head, as the index of the respondent."""
    scanned = scan.csv(path)
    return scanned.rename({scanned.collect_schema().names()[0]: INDEX})


def _strata(answers: pl.DataFrame, roles: dict[str, pl.DataFrame]) -> Iterator[ShareFigure | QuantilesFigure]:
    """Some figures again, in the United States and elsewhere."""
    american = pl.col("Country") == AMERICA
    for name, words, chosen in (("us", AMERICA, american), ("elsewhere", f"outside the {AMERICA}", ~american)):
        part = {role: people.filter(chosen) for role, people in roles.items()}
        if all(len(people) >= LEAST for people in part.values()):
            for figure in _languages(answers, part, STRATIFIED):
                yield variant(figure, name, words)
            yield variant(_years(part), name, words)


def _languages(answers: pl.DataFrame, roles: dict[str, pl.DataFrame], chosen: dict[str, str]) -> Iterator[ShareFigure]:
    """Of those who named a language, who worked with it in the past year; each counts once for a language."""
    named = {role: answers.join(people, on=INDEX, how="semi") for role, people in roles.items()}
    for label, name in chosen.items():
        worked = {role: rows.filter(pl.col("LanguageHaveWorkedWith") == label) for role, rows in named.items()}
        yield ShareFigure(
            id=f"{SOURCE}/{name}",
            topic="languages",
            title=f"{label}: worked with in the past year",
            statistic="share",
            base=BASE_OF_LANGUAGES,
            filter=f"the languages worked with have '{label}'",
            values={
                role: Share(count=worked[role][INDEX].n_unique(), of=rows[INDEX].n_unique())
                for role, rows in named.items()
            },
        )


def _education(roles: dict[str, pl.DataFrame]) -> Iterator[ShareFigure]:
    """The highest degree that is completed; all who told their pay answered."""
    for name, (title, answers) in EDUCATION.items():
        quoted = " or ".join(f"'{answer}'" for answer in answers)
        yield ShareFigure(
            id=f"{SOURCE}/{name}",
            topic="education",
            title=f"{title}: highest education completed",
            statistic="share",
            base=BASE,
            filter=f"the highest level of formal education completed is {quoted}",
            values={
                role: Share(count=people["EdLevel"].is_in(answers).sum(), of=len(people))
                for role, people in roles.items()
            },
        )


def _years(roles: dict[str, pl.DataFrame]) -> QuantilesFigure:
    """Years of coding in whole numbers, with the years of education."""
    return QuantilesFigure(
        id=f"{SOURCE}/years-coding",
        topic="years",
        title="Years of coding, with the years of education",
        statistic="quantiles",
        measure="years",
        unit="years",
        interval="exact-median",
        base=BASE,
        filter="the years of coding in total, education included",
        values={role: _quantiles(sorted(people["YearsCode"].cast(float))) for role, people in roles.items()},
    )


def _quantiles(years: list[float]) -> Quantiles:
    return Quantiles(
        n=len(years),
        **{name: round(quantile(years, share), 2) for name, share in _QUANTILES.items()},
        interval=median_interval(years),
    )
