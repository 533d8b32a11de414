"""Job adverts of September to December 2024: how many ask for which tool, allow remote work, name a seniority.

Adverts of one company hang together, so the intervals come from drawing whole companies, for each role apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from ..intervals import Interval, difference_of_shares, wilson
from ..model import LEAST, Evidence, Share, ShareFigure
from . import adverts
from .bootstrap import SEED, clustered_shares, percentiles
from .raw import RawFolder, slug
from .strata import variant

SOURCE = "adverts-2024"

BASE = "adverts with a list of skills, without repeats"
PLACES = 5  # of the ends of an interval
MONTHS = ("09", "10", "11", "12")

# topic -> label in the list of skills, or one of several -> the tool's name. Words that the list confuses, such as
# "go" and "c", are left out.
SKILLS = {
    "languages": {
        "python": "Python",
        "sql": "SQL",
        "r": "R",
        "java": "Java",
        "scala": "Scala",
        "c++": "C++",
        "matlab": "MATLAB",
        "javascript": "JavaScript",
        "typescript": "TypeScript",
        "bash|shell": "Bash",
        "julia": "Julia",
        "rust": "Rust",
        "sas": "SAS",
    },
    "notebooks-and-libraries": {
        "jupyter": "Jupyter",
        "pandas": "pandas",
        "numpy": "NumPy",
        "spark|pyspark": "Spark",
        "hadoop": "Hadoop",
    },
    "visualization": {
        "matplotlib": "Matplotlib",
        "seaborn": "seaborn",
        "plotly": "Plotly",
        "ggplot2": "ggplot2",
        "excel": "Excel",
        "tableau": "Tableau",
        "power bi": "Power BI",
        "looker": "Looker",
    },
    "frameworks": {
        "scikit-learn": "scikit-learn",
        "tensorflow": "TensorFlow",
        "keras": "Keras",
        "pytorch": "PyTorch",
        "hugging face": "Hugging Face",
        "opencv": "OpenCV",
    },
    "data-platforms": {
        "mysql": "MySQL",
        "postgresql": "PostgreSQL",
        "sql server": "SQL Server",
        "mongodb": "MongoDB",
        "bigquery": "BigQuery",
        "databricks": "Databricks",
        "snowflake": "Snowflake",
        "redshift": "Redshift",
        "kafka": "Kafka",
    },
    "operations": {
        "git": "Git",
        "airflow": "Airflow",
        "jenkins": "Jenkins",
        "docker": "Docker",
        "kubernetes": "Kubernetes",
        "terraform": "Terraform",
        "fastapi": "FastAPI",
    },
    "clouds": {"aws": "AWS", "azure": "Azure", "gcp": "Google Cloud", "datarobot": "DataRobot"},
}
# Words of a title, and what adverts with them are counted as.
SENIORITY = {
    "senior-title": ("senior", "sr", "lead", "principal", "staff", "head", "director", "manager"),
    "junior-title": ("junior", "jr", "entry", "graduate", "intern", "internship", "trainee", "apprentice"),
}
# What is computed again in the United States and elsewhere: what pages that sum up and claims lean on.
STRATIFIED = (
    *("python", "sql", "r", "java", "cpp", "sas", "spark", "tableau", "power-bi", "scikit-learn", "tensorflow"),
    *("pytorch", "docker", "kubernetes", "git", "airflow", "aws", "azure", "remote", "senior-title"),
)
STRATA = {"us": "United States", "elsewhere": "outside the United States"}


@dataclass(frozen=True)
class Item:
    """Something that an advert has or has not."""

    name: str
    topic: str
    title: str
    filter: str
    column: pl.Expr


def compute(raw: RawFolder) -> Evidence:
    """For every item its share of the adverts of each role, of all of them and, for some, in each stratum."""
    read = adverts.read([raw.path(f"job_postings_{month}-2024.xlsx") for month in MONTHS])
    base = (
        adverts.without_repeats(read)
        .filter(pl.col("job_skills") != "")
        .with_columns(
            skills=pl.col("job_skills")
            .str.extract_all(r"'[^']*'|\"[^\"]*\"")
            .list.eval(pl.element().str.slice(1).str.head(-1))
        )
    )
    items = list(_items())
    random = np.random.default_rng(SEED)
    american = pl.col("job_country") == adverts.AMERICA
    figures = [*_figures(base, items, random)]
    for stratum, rule in zip(STRATA, (american, ~american), strict=True):
        again = [item for item in items if item.name in STRATIFIED]
        figures += (variant(figure, stratum, STRATA[stratum]) for figure in _figures(base.filter(rule), again, random))
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="advert",
        measure="share of adverts",
        unit="share",
        period="September to December 2024",
        interval="cluster-bootstrap",
        roles=adverts.FILTERS,
        files=raw.files,
        figures=tuple(figures),
    )


def _items() -> Iterator[Item]:
    for topic, labels in SKILLS.items():
        for label, tool in labels.items():
            alternatives = label.split("|")
            has = pl.any_horizontal(*(pl.col("skills").list.contains(each) for each in alternatives))
            words = " or ".join(f"'{each}'" for each in alternatives)
            name = slug(tool.replace("+", "p"))
            yield Item(name, topic, f"{tool}: asked for", f"the list of skills has {words}", has)
    has = pl.col("job_work_from_home") == "true"
    yield Item("remote", "terms", "Remote work: offered", "marked as work from home", has)
    for name, marks in SENIORITY.items():
        has = pl.col("job_title").str.to_lowercase().str.contains(rf"\b({'|'.join(marks)})\b")
        title = f"{name.partition('-')[0].capitalize()} by the title"
        yield Item(name, "terms", title, f"the title has one of the words {', '.join(marks)}", has)


def _figures(base: pl.DataFrame, items: list[Item], random: np.random.Generator) -> Iterator[ShareFigure]:
    """The items' shares and their intervals. All items of a role rest on the same draws of companies."""
    values, resampled = {}, {}
    for role in adverts.TITLES:
        companies = (
            base.filter(role=role)
            .group_by("company_name", maintain_order=True)
            .agg(pl.len().alias("adverts"), *(item.column.sum().alias(item.name) for item in items))
        )
        sizes = companies["adverts"].to_numpy().astype(np.int64)
        counts = companies.select(item.name for item in items).to_numpy().astype(np.int64)
        resampled[role] = clustered_shares(sizes, counts, random)
        of = int(sizes.sum())
        values[role] = [
            Share(
                count=int(count),
                of=of,
                clusters=len(sizes),
                interval=_around(percentiles(shares, PLACES), wilson(int(count), of), [int(count)]),
            )
            for count, shares in zip(counts.sum(axis=0), resampled[role].T, strict=True)
        ]
    if absent := [
        item.name for item, *found in zip(items, *values.values(), strict=True) if not any(s.count for s in found)
    ]:
        raise ValueError(f"no advert has {', '.join(absent)}")
    first, second, *_ = adverts.TITLES  # a stored difference is that of the first two
    differences = resampled[second] - resampled[first]
    for position, item in enumerate(items):
        one, other = values[first][position], values[second][position]
        independent = difference_of_shares(other.count, other.of, one.count, one.of).interval
        drawn = Interval(*percentiles(differences[:, position], PLACES))
        yield ShareFigure(
            id=f"{SOURCE}/{item.name}",
            topic=item.topic,
            title=item.title,
            statistic="share",
            base=BASE,
            filter=item.filter,
            values={role: shares[position] for role, shares in values.items()},
            difference=_around(drawn, independent or drawn, [one.count, other.count]),
        )


def _around(drawn: tuple[float, float], independent: Interval, counts: list[int]) -> tuple[float, float]:
    """The drawn interval; where only few adverts are counted, it is too narrow and takes in that of independent ones.

    With none counted every draw gives nothing, and the drawn interval would have no width at all.
    """
    if min(counts) >= LEAST:
        return drawn
    low, high = (round(end, PLACES) for end in independent)
    return min(drawn[0], low), max(drawn[1], high)
