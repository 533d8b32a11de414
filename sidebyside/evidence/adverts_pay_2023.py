"""Pay in American job adverts of 2023: a cross-check of aijobs, on far fewer adverts.

Adverts that came by way of aijobs itself are left out, for they would confirm what they are part of.
"""

import numpy as np
import polars as pl

from ..intervals import quantile
from ..model import Evidence, Quantiles, QuantilesFigure
from . import adverts
from .bootstrap import SEED, clustered_medians, percentiles
from .raw import RawFolder

SOURCE = "adverts-pay-2023"

SAME_SOURCE = "via Ai-Jobs.net"
_QUANTILES = {"p25": 0.25, "median": 0.5, "p75": 0.75}


def compute(raw: RawFolder) -> Evidence:
    """The distribution of yearly pay, with roles as they are classified and with titles that agree."""
    paths = [raw.path("data_jobs_salary_all_2023.xlsx")]
    random = np.random.default_rng(SEED)
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="pay-band",
        measure="yearly pay in the advert, the middle where it is a band",
        unit="usd-a-year",
        period="2023",
        interval="cluster-bootstrap",
        roles={
            role: f"classified as {' or '.join(short)}; with titles that agree: {adverts.FILTERS[role]}"
            for role, short in adverts.SHORT_TITLES.items()
        },
        files=raw.files,
        figures=(
            _figure("us", "United States", adverts.read(paths, strict=False), random),
            _figure("us-strict", "United States, titles that agree", adverts.read(paths), random),
        ),
    )


def _figure(name: str, title: str, found: pl.DataFrame, random: np.random.Generator) -> QuantilesFigure:
    paid = found.filter(
        pl.col("job_country") == adverts.AMERICA, pl.col("job_via") != SAME_SOURCE, pl.col("salary_year_avg") != ""
    ).with_columns(pl.col("salary_year_avg").cast(float))
    resampled = {}
    values = {}
    for role in adverts.TITLES:
        companies = paid.filter(role=role).group_by("company_name", maintain_order=True).agg("salary_year_avg")
        pay = [np.array(each) for each in companies["salary_year_avg"]]
        resampled[role] = clustered_medians(pay, random)
        ordered = sorted(np.concatenate(pay).tolist())
        values[role] = Quantiles(
            n=len(ordered),
            clusters=len(pay),
            **{key: round(quantile(ordered, share)) for key, share in _QUANTILES.items()},
            interval=percentiles(resampled[role]),
        )
    first, second, *_ = adverts.TITLES  # a stored difference is that of the first two
    return QuantilesFigure(
        id=f"{SOURCE}/{name}",
        topic="pay",
        title=f"{title}, 2023",
        statistic="quantiles",
        base="adverts with yearly pay",
        filter="the country is the United States; without adverts that came by way of aijobs.net",
        values=values,
        difference=percentiles(resampled[second] - resampled[first]),
    )
