"""Occupational Employment and Wage Statistics of the US Bureau of Labor Statistics, national estimates."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from ..model import Estimate, EstimateFigure, Evidence, Figure, Quantiles, QuantilesFigure
from . import scan
from .raw import RawFolder

SOURCE = "bls-oews"

YEARS = range(2021, 2026)
ROLES = {"data-scientist": "15-2051"}
# There is no code for ML engineers. These are the occupations that official statistics may count them in.
NEIGHBOURS = {
    "computer-research-scientists": "15-1221",
    "software-developers": "15-1252",
    "other-computer-occupations": "15-1299",
}
_QUANTILES = {"p10": "A_PCT10", "p25": "A_PCT25", "median": "A_MEDIAN", "p75": "A_PCT75", "p90": "A_PCT90"}
_NOT_AVAILABLE = ("*", "**")
_TOP = re.compile(r"#\s*=.*\$([\d,]+) per year")


def compute(raw: RawFolder) -> Evidence:
    """Annual wages and employment of data scientists for every year, of their neighbours for the last."""
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="official",
        measure="annual wage before tax, as published",
        unit="usd-a-year",
        period="May of the year",
        interval="none",
        roles={role: f"the row of occupation code {code}, all industries" for role, code in ROLES.items()},
        files=raw.files,
        figures=tuple(figure for year in YEARS for figure in _year(raw.path(f"national_M{year}_dl.xlsx"), year)),
    )


def _year(path: Path, year: int) -> Iterator[Figure]:
    table = scan.sheet(path)
    top = _top_of_scale(scan.sheet(path, 1))
    subjects = ROLES | (NEIGHBOURS if year == YEARS[-1] else {})
    for subject, code in subjects.items():
        row = _row(table, code, year)
        suffix = "" if subject in ROLES else f"-{subject}"
        about: dict[str, Any] = {
            "base": "employees, United States",
            "filter": f"occupation {code} {row['OCC_TITLE']}, all industries, without the self-employed",
            "period": f"May {year}",
        }
        yield QuantilesFigure(
            id=f"{SOURCE}/wage-{year}{suffix}",
            topic="wages",
            title=f"Annual wage, {row['OCC_TITLE']}, May {year}",
            statistic="quantiles",
            values={subject: _wages(row, top)},
            **about,
        )
        yield EstimateFigure(
            id=f"{SOURCE}/employment-{year}{suffix}",
            topic="employment",
            title=f"Employment, {row['OCC_TITLE']}, May {year}",
            statistic="estimate",
            measure="employees",
            unit="jobs",
            interval="relative-standard-error",
            values={subject: Estimate(value=float(row["TOT_EMP"]), relative_standard_error=float(row["EMP_PRSE"]))},
            **about,
        )


def _row(table: pl.DataFrame, code: str, year: int) -> dict[str, str]:
    """The one row of the occupation, over all industries of the nation; without its employment it is no use."""
    rows = table.filter(OCC_CODE=code, I_GROUP="cross-industry", O_GROUP="detailed").to_dicts()
    if len(rows) != 1:
        raise ValueError(f"{len(rows)} rows for occupation {code} in May {year}, not one")
    row = rows[0]
    if row["TOT_EMP"] in _NOT_AVAILABLE or row["A_MEDIAN"] in ("#", *_NOT_AVAILABLE):
        raise ValueError(f"no employment or no median for occupation {code} in May {year}")
    return row


def _wages(row: dict[str, str], top: int) -> Quantiles:
    """The quantiles of a row. `#` is at or above the top of the scale; `*` and `**` are not available."""
    published = {name: row[column] for name, column in _QUANTILES.items()}
    return Quantiles(
        **{name: float(value) for name, value in published.items() if value not in ("#", *_NOT_AVAILABLE)},
        at_or_above={name: top for name, value in published.items() if value == "#"},
    )


def _top_of_scale(descriptions: pl.DataFrame) -> int:
    """The annual wage that `#` stands for, from the workbook's own description of its fields."""
    for text in (cell for row in descriptions.rows() for cell in row):
        if found := _TOP.search(text):
            return int(found[1].replace(",", ""))
    raise ValueError("the workbook does not say what # stands for")
