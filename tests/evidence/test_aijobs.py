"""Advertised bands: which rows make one, which count, and how often."""

import csv
import gzip
from datetime import date

import pytest

from sidebyside.evidence import aijobs
from sidebyside.evidence.raw import RawFolder
from sidebyside.model import Licence, RawFile, Source

DS, MLE = "data-scientist", "machine-learning-engineer"


def row(usd: int, **other) -> dict:
    """A row of the table: a data scientist's in the United States of 2023, unless said otherwise."""
    usual = {
        "work_year": 2023,
        "experience_level": "SE",
        "employment_type": "FT",
        "job_title": "Data Scientist",
        "salary_currency": "USD",
        "employee_residence": "US",
        "remote_ratio": 0,
        "company_location": "US",
        "company_size": "M",
    }
    return {**usual, "salary": usd, "salary_in_usd": usd, **other}


def rows(*amounts: int, **other) -> list[dict]:
    return [row(usd, **other) for usd in amounts]


def filling(canadian: int = 30) -> list[dict]:
    """Enough for every figure: for each role 6 American bands of 2023, and 30 of 2024 and 2025 in each country."""
    made = []
    for title in ("Data Scientist", "Machine Learning Engineer"):
        for i in range(6):
            made += rows(200_000 + 100 * i, 100_000 + 100 * i, job_title=title)
        for country, many in (("US", 30), ("CA", canadian), ("GB", 30)):
            for i in range(many):
                where = {"company_location": country, "employee_residence": country, "remote_ratio": 100 * (i % 2)}
                what = {"work_year": 2024 + i // 4 % 2, "experience_level": ("EN", "MI", "SE", "EX")[i % 4]}
                made += rows(200_000 + 100 * i, 100_000 + 100 * i, job_title=title, **where, **what)
    return made


@pytest.fixture
def values(tmp_path):
    """Computes from the filling and more rows; gives the values of the figure, those of 2023 unless another is named.

    The exact interval of the median of 6 to 8 bands goes from the lowest to the highest, so it shows both.
    """

    def computed(more=(), figure="us-2023", table=None):
        path = tmp_path / "aijobs" / "salaries.csv.gz"
        path.parent.mkdir()
        with gzip.open(path, "wt", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(row(0)), lineterminator="\n")
            writer.writeheader()
            writer.writerows([*(table or filling()), *more])
        source = Source(
            id="aijobs",
            title="aijobs",
            short="aijobs",
            publisher="aijobs",
            date="2025",
            address="https://example.org",
            licence=Licence(name="CC0", wording="CC0"),
            read=date(2026, 11, 20),
            kinds=("pay-band",),
            files=(RawFile(path="aijobs/salaries.csv.gz", sha256="0" * 64),),
            limits=("made up",),
        )
        found = {each.id: each for each in aijobs.compute(RawFolder(tmp_path, source)).figures}
        return found[f"aijobs/{figure}"] if figure else found

    return computed


def test_a_band_is_its_midpoint_and_all_quantiles_are_of_midpoints(values):
    found = values().values[DS]
    assert found.n == 6
    assert (found.median, found.interval) == (150_250, (150_000, 150_500))
    assert (found.p10, found.p25, found.p75, found.p90) == (150_050, 150_125, 150_375, 150_450)


def test_pairs_are_taken_greedily_so_that_no_row_is_in_two(values):
    found = values(rows(400_000, 300_000, 120_000, 100_000)).values[DS]
    assert (found.n, found.interval) == (8, (110_000, 350_000))


def test_the_third_of_three_alike_rows_has_no_partner(values):
    found = values(rows(400_000, 300_000, 120_000)).values[DS]
    assert (found.n, found.interval) == (7, (150_000, 350_000))


def test_equal_ends_are_a_band(values):
    found = values(rows(250_000, 250_000)).values[DS]
    assert (found.n, found.interval) == (7, (150_000, 250_000))


def test_a_lower_row_before_a_higher_one_is_left_out_and_the_next_two_pair(values):
    found = values(rows(80_000, 300_000, 200_000)).values[DS]
    assert (found.n, found.interval) == (7, (150_000, 250_000))


def test_a_row_alone_and_rows_that_are_not_adjacent_are_no_band(values):
    between = row(90_000, job_title="Data Analyst")
    assert values([row(400_000), between, row(300_000)]).values[DS].n == 6


@pytest.mark.parametrize(
    ("column", "other"),
    [
        ("work_year", 2022),
        ("experience_level", "MI"),
        ("employment_type", "PT"),
        ("job_title", "ML Engineer"),
        ("salary_currency", "EUR"),
        ("employee_residence", "CA"),
        ("remote_ratio", 50),
        ("company_location", "CA"),
        ("company_size", "L"),
    ],
)
def test_rows_that_differ_in_any_column_but_the_salary_are_no_band(values, column, other):
    title = {"job_title": "Machine Learning Engineer"}
    found = values([row(400_000, **title), row(300_000, **{**title, column: other})])
    assert (found.values[MLE].n, found.values[MLE].interval) == (6, (150_000, 150_500))


def test_a_repeated_band_is_counted_once_among_distinct_bands(values):
    assert values(rows(400_000, 300_000) * 3).values[DS].n == 7


@pytest.mark.parametrize(
    "titles", [["ML Engineer"], ["Machine Learning Engineer"], ["Machine Learning Engineer", "ML Engineer"]]
)
def test_a_role_has_two_titles_and_a_repeat_under_the_other_is_a_repeat(values, titles):
    found = values([each for title in titles for each in rows(400_000, 300_000, job_title=title)])
    assert (found.values[MLE].n, found.values[MLE].interval) == (7, (150_000, 350_000))
    assert found.values[DS].n == 6


def test_bands_that_differ_in_a_column_or_in_an_end_are_distinct(values):
    more = rows(400_000, 300_000) + rows(400_000, 300_000, company_size="L") + rows(450_000, 250_000)
    assert values(more).values[DS].n == 9


def test_only_the_sensitivity_figure_counts_repeats(values):
    found = values(rows(400_000, 300_000, work_year=2025) * 3, figure=None)
    once, repeated = found["aijobs/us-2025"], found["aijobs/us-2025-all-bands"]
    assert repeated.values[DS].n == once.values[DS].n + 2
    assert repeated.values[MLE].n == once.values[MLE].n
    assert (once.base, repeated.base) == ("distinct bands", "bands")


@pytest.mark.parametrize(
    "title", ["Senior Data Scientist", "data scientist", "Data Science", "Machine Learning Scientist"]
)
def test_only_the_exact_titles_count(values, title):
    found = values(rows(400_000, 300_000, job_title=title)).values
    assert (found[DS].n, found[MLE].n) == (6, 6)


@pytest.mark.parametrize("form", ["PT", "CT", "FL"])
def test_only_full_time_counts(values, form):
    assert values(rows(400_000, 300_000, employment_type=form)).values[DS].n == 6


@pytest.mark.parametrize("where", [("US", "CA"), ("CA", "US"), ("CA", "CA")])
def test_company_and_residence_are_both_in_the_country(values, where):
    both = {"company_location": where[0], "employee_residence": where[1]}
    found = values(rows(400_000, 300_000, work_year=2025, **both), figure=None)
    assert found["aijobs/us-2024-2025"].values[DS].n == 30
    assert found["aijobs/canada-2024-2025"].values[DS].n == (31 if where == ("CA", "CA") else 30)


def test_the_value_is_in_dollars_whatever_the_currency(values):
    paid = {"salary_currency": "CAD", "company_location": "CA", "employee_residence": "CA", "work_year": 2025}
    more = [row(50_000, **paid) | {"salary": 900_000}, row(40_000, **paid) | {"salary": 800_000}]
    found = values(more, figure="canada-2024-2025").values[DS]
    assert (found.n, found.median) == (31, 151_400)  # the lower half has one more; by the currency the upper would


def test_a_country_with_fewer_than_thirty_bands_is_refused(values):
    with pytest.raises(ValueError, match="fewer than 30 bands of a role in Canada"):
        values(table=filling(canadian=29))


def test_the_premium_weighs_the_levels_by_those_of_the_data_scientists(values):
    """All levels pay the same but entry, where engineers get 40,000 more; most data scientists are of that level."""
    beginners = [
        end
        for i in range(90)
        for end in rows(100_000 + 100 * i, 100_000 + 100 * i, work_year=2024, experience_level="EN")
    ]
    engineers = {"job_title": "Machine Learning Engineer", "work_year": 2024, "experience_level": "EN"}
    better = [end for i in range(90) for end in rows(140_000 + 100 * i, 140_000 + 100 * i, **engineers)]
    found = values([*beginners, *better], figure=None)
    levels = {level: found[f"aijobs/us-2024-2025-{level}"].values for level in ("entry", "mid", "senior", "executive")}
    weights = {level: each[DS].n for level, each in levels.items()}
    expected = {
        role: sum(weights[level] * levels[level][role].median for level in levels) / sum(weights.values())
        for role in (DS, MLE)
    }
    premium = found["aijobs/us-2024-2025-equal-seniority"]
    for role in (DS, MLE):
        assert premium.values[role].value == pytest.approx(expected[role], abs=1)
    assert max(weights, key=weights.get) == "entry"
    low, high = premium.difference
    assert low <= premium.values[MLE].value - premium.values[DS].value <= high
    assert premium.values[DS].n == sum(weights.values())


def test_the_share_of_remote_bands_is_of_distinct_american_bands(values):
    found = values(figure="us-2024-2025-remote-share").values[DS]
    assert (found.count, found.of) == (15, 30)


def test_repeats_counted_are_a_variant_of_the_distinct_bands(values):
    found = values(figure="us-2025-all-bands")
    assert (found.variant_of, found.variant) == ("aijobs/us-2025", "repeats counted")
