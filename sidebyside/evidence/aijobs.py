"""Advertised pay bands collected by aijobs.net.

Nearly all rows of 2024 and 2025 are pairs of adjacent rows, alike in everything but the salary: the two ends of a band.
A band's value is its midpoint. The same band can stand in the table many times; in each year, bands that
are alike in everything are counted once.
"""

from collections.abc import Iterator

import pandas as pd

from ..intervals import median_interval, quantile
from ..model import Evidence, Quantiles, QuantilesFigure
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
FEW = 30  # bands of each role: below it a country is not shown, and any other figure is only a hint
LEAST = 6  # below it the median has no interval; a year is then left out, anything else is an error
_HINT = f"Fewer than {FEW} bands in one of the roles: read it as a hint."
_EARLY = "Before 2024 more rows stand alone, as single amounts; those are left out."


def compute(raw: RawFolder) -> Evidence:
    """Distributions of the midpoints of distinct bands, by year, level, country and place of work."""
    bands = _bands(pd.read_csv(raw.path("salaries.csv.gz"), keep_default_na=False))
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


def _figures(bands: pd.DataFrame) -> Iterator[QuantilesFigure]:
    distinct = bands.drop_duplicates()
    american = distinct[distinct.country == "US"]
    for year in sorted(american.year.unique(), reverse=True):
        chosen = american[american.year == year]
        if _smaller(chosen) >= LEAST:
            note = _EARLY if year < POOLED[0] else None
            period = LATEST if year == POOLED[-1] else str(year)
            yield _figure("years", f"us-{year}", "United States", chosen, period, note)
    pooled = distinct[distinct.year.isin(POOLED)]
    both = f"{POOLED[0]} and {LATEST}"
    span = "-".join(map(str, POOLED))
    us = pooled[pooled.country == "US"]
    for level, (code, words) in LEVELS.items():
        yield _figure("levels", f"us-{span}-{level}", f"United States, {words} ({code})", us[us.level == code], both)
    for place, (ratio, words) in PLACES.items():
        yield _figure("places", f"us-{span}-{place}", f"United States, {words}", us[us.remote == ratio], both)
    for name, (code, country) in COUNTRIES.items():
        chosen = pooled[pooled.country == code]
        if _smaller(chosen) < FEW:
            raise ValueError(f"fewer than {FEW} bands of a role in {country}")
        yield _figure("countries", f"{name}-{span}", country, chosen, both)
    latest = bands[(bands.country == "US") & (bands.year == POOLED[-1])]
    where = "United States, repeats counted"
    yield _figure("sensitivity", f"us-{POOLED[-1]}-all-bands", where, latest, LATEST, base="bands")


def _smaller(bands: pd.DataFrame) -> int:
    """How many bands the role with fewer of them has."""
    return int(bands.role.value_counts().reindex(list(TITLES), fill_value=0).min())


def _figure(
    topic: str,
    name: str,
    where: str,
    bands: pd.DataFrame,
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
        values={role: _quantiles(sorted(bands.midpoint[bands.role == role])) for role in TITLES},
        note=_HINT if _smaller(bands) < FEW else note,
    )


def _quantiles(midpoints: list[float]) -> Quantiles:
    shares = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}
    return Quantiles(
        n=len(midpoints),
        **{name: round(quantile(midpoints, share)) for name, share in shares.items()},
        interval=tuple(round(end) for end in median_interval(midpoints)),
    )


def _bands(rows: pd.DataFrame) -> pd.DataFrame:
    """The bands of both roles, full time, company and residence in one country; repeats still in.

    Two adjacent rows are a band if they are alike in all but the salaries, the higher or equal one first. Pairs are
    taken greedily in the order of the file; a row that finds no partner is left out.
    """
    salaries = ["salary", "salary_in_usd"]
    alike = [column for column in rows.columns if column not in salaries]
    following = rows.shift(-1)
    partner = (rows[alike] == following[alike]).all(axis=1) & (rows.salary_in_usd >= following.salary_in_usd)
    firsts, position, matches = [], 0, partner.to_numpy()
    while position < len(rows) - 1:
        if matches[position]:
            firsts.append(position)
            position += 1
        position += 1
    high = rows.iloc[firsts].reset_index(drop=True)
    low = rows.iloc[[first + 1 for first in firsts]].reset_index(drop=True)
    role = {title: role for role, titles in TITLES.items() for title in titles}
    bands = high.drop(columns=["job_title", *salaries]).assign(
        role=high.job_title.map(role),
        high=high.salary,
        low=low.salary,
        high_usd=high.salary_in_usd,
        low_usd=low.salary_in_usd,
        midpoint=(high.salary_in_usd + low.salary_in_usd) / 2,
    )
    names = {"work_year": "year", "experience_level": "level", "remote_ratio": "remote", "company_location": "country"}
    bands = bands.rename(columns=names)
    return bands[bands.role.notna() & (bands.employment_type == "FT") & (bands.country == bands.employee_residence)]
