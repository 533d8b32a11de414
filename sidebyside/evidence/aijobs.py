"""Advertised pay bands collected by aijobs.net.

Nearly all rows of 2024 and 2025 are pairs of adjacent rows, alike in everything but the salary: the two ends of a band.
A band's value is its midpoint. The same band can stand in the table many times; in each year, bands that
are alike in everything are counted once.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from ..intervals import median_interval, quantile
from ..model import Estimate, EstimateFigure, Evidence, Quantiles, QuantilesFigure, Share, ShareFigure
from . import scan
from .bootstrap import RESAMPLES, SEED, percentiles
from .raw import RawFolder

SOURCE = "aijobs"

TITLES = {
    "data-scientist": ["Data Scientist"],
    "machine-learning-engineer": ["Machine Learning Engineer", "ML Engineer"],
}
LEVELS = {
    "entry": ("EN", "entry level"),
    "mid": ("MI", "mid level"),
    "senior": ("SE", "senior"),
    "executive": ("EX", "executive"),
}
COUNTRIES = {"us": ("US", "United States"), "canada": ("CA", "Canada"), "uk": ("GB", "United Kingdom")}
PLACES = {"on-site": (0, "no remote work"), "remote": (100, "fully remote")}
POOLED = (2024, 2025)
LATEST = "2025 (to 3 August)"  # the final state of the data
FEW = 30  # bands of each role: below it a country is not shown
LEAST = 6  # below it the median has no interval; a year is then left out, anything else is an error
_EARLY = "Before 2024 more rows stand alone, as single amounts; those are left out."
_NAMES = {"work_year": "year", "experience_level": "level", "remote_ratio": "remote", "company_location": "country"}


def compute(raw: RawFolder) -> Evidence:
    """Distributions of the midpoints of distinct bands, by year, level, country and place of work."""
    bands = _bands(scan.csv(raw.path("salaries.csv.gz")))
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="pay-band",
        measure="midpoint of an advertised pay band, at the exchange rate of the data",
        unit="usd-a-year",
        period="the years that the figure names",
        interval="exact-median",
        roles={role: "job title exactly " + " or ".join(f"'{t}'" for t in titles) for role, titles in TITLES.items()},
        files=raw.files,
        figures=tuple(_figures(bands)),
    )


def _figures(bands: pl.DataFrame) -> Iterator[QuantilesFigure | EstimateFigure | ShareFigure]:
    distinct = bands.unique()
    american = distinct.filter(country="US")
    for year in sorted(american["year"].unique(), reverse=True):
        chosen = american.filter(year=year)
        if _smaller(chosen) >= LEAST:
            note = _EARLY if year < POOLED[0] else None
            period = LATEST if year == POOLED[-1] else str(year)
            yield _figure("years", f"us-{year}", "United States", chosen, period, note)
    pooled = distinct.filter(pl.col("year").is_in(POOLED))
    both = f"{POOLED[0]} and {LATEST}"
    span = "-".join(map(str, POOLED))
    us = pooled.filter(country="US")
    for level, (code, words) in LEVELS.items():
        yield _figure("levels", f"us-{span}-{level}", f"United States, {words} ({code})", us.filter(level=code), both)
    yield _at_equal_seniority(us, f"us-{span}-equal-seniority", both)
    for place, (ratio, words) in PLACES.items():
        yield _figure("places", f"us-{span}-{place}", f"United States, {words}", us.filter(remote=ratio), both)
    yield _remote_share(us, f"us-{span}-remote-share", both)
    for name, (code, country) in COUNTRIES.items():
        chosen = pooled.filter(country=code)
        if _smaller(chosen) < FEW:
            raise ValueError(f"fewer than {FEW} bands of a role in {country}")
        yield _figure("countries", f"{name}-{span}", country, chosen, both)
    latest = bands.filter(country="US", year=POOLED[-1])
    where = "United States, repeats counted"
    again = _figure("sensitivity", f"us-{POOLED[-1]}-all-bands", where, latest, LATEST, base="bands")
    yield again.model_copy(update={"variant_of": f"{SOURCE}/us-{POOLED[-1]}", "variant": "repeats counted"})


def _smaller(bands: pl.DataFrame) -> int:
    """How many bands the role with fewer of them has."""
    return min(len(bands.filter(role=role)) for role in TITLES)


def _figure(
    topic: str,
    name: str,
    where: str,
    bands: pl.DataFrame,
    period: str,
    note: str | None = None,
    base: str = "distinct bands",
) -> QuantilesFigure:
    return QuantilesFigure(
        id=f"{SOURCE}/{name}",
        topic=topic,
        title=f"{where}, {period}",
        statistic="quantiles",
        base=base,
        filter=f"full time; company and residence in the same country; {where}",
        period=period,
        values={role: _quantiles(sorted(bands.filter(role=role)["midpoint"])) for role in TITLES},
        note=note,
    )


def _remote_share(bands: pl.DataFrame, name: str, period: str) -> ShareFigure:
    found = {role: bands.filter(role=role) for role in TITLES}
    ratio, _ = PLACES["remote"]
    return ShareFigure(
        id=f"{SOURCE}/{name}",
        topic="places",
        title=f"United States, fully remote, {period}",
        statistic="share",
        measure="share of advertised bands",
        unit="share",
        interval="wilson",
        base="distinct bands",
        filter="full time; company and residence in the same country; United States; the remote ratio is 100",
        period=period,
        values={role: Share(count=len(each.filter(remote=ratio)), of=len(each)) for role, each in found.items()},
        note="Bands of one employer are alike, so the interval is too narrow.",
    )


def _quantiles(midpoints: list[float]) -> Quantiles:
    shares = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}
    interval = median_interval(midpoints)
    return Quantiles(
        n=len(midpoints),
        **{name: round(quantile(midpoints, share)) for name, share in shares.items()},
        interval=(round(interval.low), round(interval.high)) if interval else None,
    )


def _at_equal_seniority(bands: pl.DataFrame, name: str, period: str) -> EstimateFigure:
    """Medians of each role within each level, put together with the data scientists' levels as weights.

    Direct standardization: the difference of the two is the mean difference of the medians within a level. The
    intervals are percentiles of a bootstrap that resamples within role and level, so that the weights stay as they are.
    """
    reference, *_ = TITLES
    levels = [code for code, _ in LEVELS.values()]
    found = {
        role: [np.sort(bands.filter(role=role, level=level)["midpoint"].to_numpy()) for level in levels]
        for role in TITLES
    }
    if not all(len(each) for role in TITLES for each in found[role]):
        raise ValueError("a role has no bands of a level")
    weights = np.array([len(midpoints) for midpoints in found[reference]])
    weights = weights / weights.sum()
    random = np.random.default_rng(SEED)
    drawn = {
        role: np.array([np.median(random.choice(each, (RESAMPLES, len(each))), axis=1) for each in found[role]])
        for role in TITLES
    }
    resampled = {role: weights @ medians for role, medians in drawn.items()}
    first, second, *_ = TITLES  # a stored difference is that of the first two
    return EstimateFigure(
        id=f"{SOURCE}/{name}",
        topic="seniority",
        title=f"United States, at equal seniority, {period}",
        statistic="estimate",
        measure="medians of advertised bands within each level, weighted by the data scientists' levels",
        interval="bootstrap",
        base="distinct bands",
        filter="full time; company and residence in the same country; United States; entry to executive level",
        period=period,
        values={
            role: Estimate(
                value=round(float(weights @ [np.median(each) for each in found[role]])),
                n=sum(map(len, found[role])),
                interval=percentiles(resampled[role]),
            )
            for role in TITLES
        },
        difference=percentiles(resampled[second] - resampled[first]),
    )


def _bands(rows: pl.LazyFrame) -> pl.DataFrame:
    """The bands of both roles, full time, company and residence in one country; repeats still in.

    Two adjacent rows are a band if they are alike in all but the salaries, the higher or equal one first. Pairs are
    taken greedily in the order of the file; a row that finds no partner is left out. So of a run of rows that each go
    with the next one, every other row begins a band.
    """
    salaries = ["salary", "salary_in_usd"]
    alike = [column for column in rows.collect_schema().names() if column not in salaries]
    role = {title: role for role, titles in TITLES.items() for title in titles}
    chosen = scan.collect(
        rows.with_row_index("place")
        .filter(
            pl.col("job_title").is_in(list(role)),
            pl.col("employment_type") == "FT",
            pl.col("company_location") == pl.col("employee_residence"),
        )
        .with_columns(
            pl.col("place").cast(int), pl.col(salaries).cast(float), pl.col("work_year", "remote_ratio").cast(int)
        )
    ).sort("place")
    goes_with_next = pl.all_horizontal(
        pl.col("place").shift(-1) == pl.col("place") + 1,
        pl.col("salary_in_usd") >= pl.col("salary_in_usd").shift(-1),
        *(pl.col(column) == pl.col(column).shift(-1) for column in alike),
    ).fill_null(False)
    marked = chosen.with_columns(
        low=pl.col("salary").shift(-1),
        low_usd=pl.col("salary_in_usd").shift(-1),
        run=goes_with_next.rle_id(),
        goes=goes_with_next,
    )
    bands = marked.filter(pl.col("goes") & (pl.int_range(pl.len()).over("run") % 2 == 0))
    return bands.select(
        *(pl.col(column) for column in alike if column not in {"job_title", *_NAMES}),
        *(pl.col(column).alias(name) for column, name in _NAMES.items()),
        "low",
        "low_usd",
        role=pl.col("job_title").replace_strict(role),
        high="salary",
        high_usd="salary_in_usd",
        midpoint=(pl.col("salary_in_usd") + pl.col("low_usd")) / 2,
    )
