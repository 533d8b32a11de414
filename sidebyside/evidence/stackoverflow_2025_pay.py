"""The medians of pay that Stack Overflow's Developer Survey of 2025 publishes, by role and country.

They are transcribed from the survey's own results, not computed: neither quantiles nor a margin are published.
"""

import polars as pl

from ..model import Evidence, Quantiles, QuantilesFigure
from . import scan
from .raw import RawFolder
from .stackoverflow_2025 import LABELS, ROLES

SOURCE = "stackoverflow-2025-pay"

COUNTRIES = {"United States": "us", "United Kingdom": "uk", "Germany": "germany", "France": "france", "India": "india"}


def compute(raw: RawFolder) -> Evidence:
    """The published median of each country, for the roles that have one there."""
    table = scan.collect(scan.csv(raw.path("official_medians.csv")).filter(pl.col("devtype").is_in(ROLES.values())))
    return Evidence(
        source=SOURCE,
        origin="transcribed",
        kind="self-reported",
        measure="yearly pay, as respondents told it, converted by the publisher",
        unit="usd-a-year",
        period="2025",
        interval="none",
        roles={role: f"the role that fits best is '{label}'" for role, label in ROLES.items()},
        labels=LABELS,
        files=raw.files,
        figures=tuple(_figure(table, country, name) for country, name in COUNTRIES.items()),
    )


def _figure(table: pl.DataFrame, country: str, name: str) -> QuantilesFigure:
    rows = {row["devtype"]: row for row in table.filter(pl.col("country") == country).to_dicts()}
    if not rows:
        raise ValueError(f"no median for {country}")
    values = {
        role: Quantiles(n=int(rows[label]["n"]), median=float(rows[label]["median_yearly_salary_usd"]))
        for role, label in ROLES.items()
        if label in rows
    }
    return QuantilesFigure(
        id=f"{SOURCE}/{name}",
        topic="medians",
        title=country,
        statistic="quantiles",
        base="respondents who told their pay",
        filter=country,
        values=values,
    )
