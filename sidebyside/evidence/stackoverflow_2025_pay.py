"""The medians of pay that Stack Overflow's Developer Survey of 2025 publishes, by role and country.

They are transcribed from the survey's own results, not computed: neither quantiles nor a margin are published.
"""

import pandas as pd

from ..model import Evidence, Quantiles, QuantilesFigure
from .raw import RawFolder
from .stackoverflow_2025 import LABELS, ROLES

SOURCE = "stackoverflow-2025-pay"

COUNTRIES = {"United States": "us", "United Kingdom": "uk", "Germany": "germany", "France": "france", "India": "india"}
FEW = 30
_HINT = f"Fewer than {FEW} answers in one of the roles: read it as a hint."


def compute(raw: RawFolder) -> Evidence:
    """The published median of each country, for the roles that have one there."""
    table = pd.read_csv(raw.path("official_medians.csv"))
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
        figures=tuple(_figure(table[table.country == country], country, name) for country, name in COUNTRIES.items()),
    )


def _figure(rows: pd.DataFrame, country: str, name: str) -> QuantilesFigure:
    if rows.empty:
        raise ValueError(f"no median for {country}")
    roles = {label: role for role, label in ROLES.items()}
    chosen = rows[rows.devtype.isin(roles)].sort_values("devtype", key=lambda names: names.map(list(roles).index))
    values = {
        roles[row.devtype]: Quantiles(n=row.n, median=row.median_yearly_salary_usd) for row in chosen.itertuples()
    }
    return QuantilesFigure(
        id=f"{SOURCE}/{name}",
        topic="medians",
        title=country,
        statistic="quantiles",
        base="respondents who told their pay",
        filter=country,
        values=values,
        note=_HINT if min(value.n for value in values.values()) < FEW else None,
    )
