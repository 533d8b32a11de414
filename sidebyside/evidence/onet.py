"""Under which occupations O*NET, the American classification, lists the titles of both roles."""

import polars as pl

from ..model import Evidence, Listing, ListingFigure
from . import scan
from .raw import RawFolder, slug

SOURCE = "onet"

TITLES = {"data-scientist": "Data Scientist", "machine-learning-engineer": "Machine Learning Engineer"}


def compute(raw: RawFolder) -> Evidence:
    """Every occupation that has one of the titles, and which of them."""
    columns = ["O*NET-SOC Code", "Title", "Alternate Title"]
    table = scan.sheet(raw.path("alternate_titles_30.0.xlsx"), columns=columns)
    found = table.filter(pl.col("Alternate Title").is_in(TITLES.values())).unique().sort(columns)
    listed = {title: set(found.filter(pl.col("Alternate Title") == title)[columns[0]]) for title in TITLES.values()}
    if missing := [title for title, codes in listed.items() if not codes]:
        raise ValueError(f"no occupation lists {' or '.join(missing)}")
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="taxonomy",
        measure="whether the occupation lists the title among its alternate titles",
        unit="listed",
        period="version 30.0",
        interval="none",
        roles={role: f"the alternate title '{title}', exactly" for role, title in TITLES.items()},
        files=raw.files,
        figures=tuple(
            ListingFigure(
                id=f"{SOURCE}/{slug(name)}",
                topic="occupations",
                title=f"{code} {name}",
                statistic="listing",
                base="occupations of O*NET",
                values={role: Listing(listed=code in listed[title]) for role, title in TITLES.items()},
            )
            for code, name in found.select(columns[:2]).unique(maintain_order=True).rows()
        ),
    )
