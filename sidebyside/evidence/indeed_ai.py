"""Indeed Hiring Lab's share of job adverts that mention artificial intelligence, by country and day.

All adverts count, whatever the occupation: the figures are about the market, not about one of the roles.
"""

import polars as pl

from ..model import Estimate, EstimateFigure, Evidence
from . import scan
from .raw import RawFolder, slug

SOURCE = "indeed-ai"

SUBJECT = "all-adverts"
MONTH = 6  # the last month of the data; one month of each year leaves the seasons out
COUNTRIES = {
    "US": "United States",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "CA": "Canada",
    "AU": "Australia",
    "DE": "Germany",
    "FR": "France",
    "NL": "Netherlands",
    "IT": "Italy",
}


def compute(raw: RawFolder) -> Evidence:
    """For every country and year the mean of the days of June."""
    days = scan.csv(raw.path("AI_posting.csv")).with_columns(
        pl.col("date").str.to_date(), pl.col("AI_share_postings").cast(float, strict=False)
    )
    months = scan.collect(
        days.filter(pl.col("date").dt.month() == MONTH)
        .drop_nulls()
        .group_by("jobcountry", year=pl.col("date").dt.year())
        .agg(share=pl.col("AI_share_postings").sort_by("date").mean() / 100, days=pl.len())
        .sort("jobcountry", "year")
    )
    if unknown := set(months["jobcountry"]) ^ COUNTRIES.keys():
        raise ValueError(f"countries that are new or gone: {sorted(unknown)}")
    order = list(COUNTRIES)
    rows = sorted(months.to_dicts(), key=lambda row: (order.index(row["jobcountry"]), -row["year"]))
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="advert",
        measure="share of all adverts on Indeed that mention artificial intelligence",
        unit="share",
        period="the month that the figure names",
        interval="none",
        roles={},
        files=raw.files,
        figures=tuple(_figure(**row) for row in rows),
    )


def _figure(jobcountry: str, year: int, share: float, days: int) -> EstimateFigure:
    country = COUNTRIES[jobcountry]
    return EstimateFigure(
        id=f"{SOURCE}/{slug(country)}-{year}-06",
        topic="by-year" if jobcountry == "US" else "by-country",
        title=f"{country}, June {year}",
        statistic="estimate",
        base=f"adverts on Indeed, {country}",
        filter=f"the mean of the {days} days that have a value",
        period=f"June {year}",
        values={SUBJECT: Estimate(value=round(share, 6))},
    )
