"""Scraped adverts: which are of a role, which are repeats, what they ask for and what they pay."""

import polars as pl
import pytest
from folders import raw_folder

from sidebyside.evidence import adverts, adverts_2024, adverts_pay_2023
from sidebyside.intervals import difference_of_shares, wilson

DS, MLE = "data-scientist", "machine-learning-engineer"


def advert(number: int, **other) -> dict:
    """A data scientist's American advert of a company of its own, unless said otherwise."""
    usual = dict.fromkeys(adverts.COLUMNS, "")
    usual |= {"job_title_short": "Data Scientist", "job_title": f"Data Scientist {number}", "job_skills": "['python']"}
    usual |= {"company_name": f"Company {number}", "job_country": "United States", "job_work_from_home": False}
    return usual | other


def engineer(number: int, **other) -> dict:
    title = {"job_title_short": "Machine Learning Engineer", "job_title": f"ML Engineer {number}"}
    return advert(number, **{**title, **other})


def sheet(found: list[dict]) -> list[list]:
    return [["job_posted_date", *adverts.COLUMNS], *([1, *each.values()] for each in found)]


@pytest.fixture
def figures(tmp_path, monkeypatch):
    """Computes from adverts in one of the four files, with only the tools that are named; gives the figures by name."""

    def computed(*found: dict, **more: str):
        tools = {"python": "Python", "c++": "C++", "spark|pyspark": "Spark"}
        monkeypatch.setattr(adverts_2024, "SKILLS", {"tools": tools | more})
        monkeypatch.setattr(adverts_2024, "SENIORITY", {})
        somewhere = [advert(900, job_country="Chile"), engineer(901, job_country="Chile")]
        everything = [advert(902), engineer(903), *somewhere]
        for each in everything:
            each["job_skills"] = "['python', 'c++', 'spark']"
            each["job_work_from_home"] = True
        files = {f"job_postings_{month}-2024.xlsx": sheet([]) for month in adverts_2024.MONTHS}
        files["job_postings_10-2024.xlsx"] = sheet([*everything, *found])
        raw = raw_folder(tmp_path, "adverts-2024", files)
        return {figure.name: figure for figure in adverts_2024.compute(raw).figures}

    return computed


def share(figure, role: str = DS) -> tuple[int, int, int]:
    value = figure.values[role]
    return value.count, value.of, value.clusters


def test_what_a_list_of_skills_has_is_counted_by_companies(figures):
    found = figures(advert(1), advert(2, company_name="Company 1"), advert(3, job_skills="['sql']"))
    assert share(found["python"]) == (4, 5, 4)
    assert share(found["python"], MLE) == (2, 2, 2)


def test_adverts_without_a_list_of_skills_are_no_base(figures):
    assert share(figures(advert(1, job_skills=""))["python"]) == (2, 2, 2)


@pytest.mark.parametrize("alike", [{}, {"job_country": "Canada"}, {"job_via": "elsewhere"}])
def test_adverts_alike_in_company_title_place_and_skills_are_one(figures, alike):
    assert share(figures(advert(1), advert(1, **alike))["python"]) == (3, 3, 3)


@pytest.mark.parametrize("other", [{"job_location": "Lima"}, {"job_title": "Data Scientist, night"}])
def test_adverts_that_differ_in_one_of_these_are_two(figures, other):
    assert share(figures(advert(1), advert(1, **other))["python"]) == (4, 4, 3)


@pytest.mark.parametrize(
    "title", ["Data Analyst", "Data Scientist / Machine Learning Engineer", "ML Engineer and Data Scientist"]
)
def test_the_title_of_a_data_scientist_has_to_agree(figures, title):
    assert share(figures(advert(1, job_title=title))["python"]) == (2, 2, 2)


@pytest.mark.parametrize("title", ["SENIOR DATA SCIENTIST", "Lead data scientist (all genders)"])
def test_titles_match_in_any_case(figures, title):
    short = {"job_title_short": "Senior Data Scientist"}
    assert share(figures(advert(1, job_title=title, **short))["python"]) == (3, 3, 3)


@pytest.mark.parametrize("title", ["MLOps Engineer", "AI/ML Engineer", "Machine Learning Ops Lead"])
def test_an_engineer_has_several_titles(figures, title):
    assert share(figures(engineer(1, job_title=title))["python"], MLE) == (3, 3, 3)


def test_a_classifiers_guess_is_not_enough(figures):
    guessed = engineer(1, job_title="Software Engineer")
    unguessed = advert(2, job_title_short="Data Engineer")
    found = figures(guessed, unguessed)["python"]
    assert (share(found), share(found, MLE)) == ((2, 2, 2), (2, 2, 2))


def test_a_label_with_signs_is_matched_as_it_is_and_one_of_several_is_enough(figures):
    found = figures(advert(1, job_skills="['c']"), advert(2, job_skills="['pyspark']"))
    assert share(found["cpp"]) == (2, 4, 4)
    assert share(found["spark"]) == (3, 4, 4)


def test_remote_work_is_a_share_of_the_same_adverts(figures):
    assert share(figures(advert(1), advert(2, job_work_from_home=True))["remote"]) == (3, 4, 4)


def test_the_strata_are_the_united_states_and_the_rest(figures):
    found = figures(advert(1), advert(2, job_country="Peru"), advert(3, job_country="Puerto Rico"))
    assert share(found["python-us"]) == (2, 2, 2)
    assert share(found["python-elsewhere"]) == (3, 3, 3)
    assert (found["python-us"].variant_of, found["python-us"].variant) == ("adverts-2024/python", "United States")


def test_the_interval_of_the_difference_is_stored_with_the_difference_inside(figures):
    found = figures(advert(1, job_skills="['sql']"), advert(2, job_skills="['sql']"))["python"]
    low, high = found.difference
    assert low <= 1 - 2 / 4 <= high


def test_what_few_adverts_have_has_at_least_the_interval_of_independent_ones(figures):
    """Two of four: the drawn intervals may not be narrower than Wilson's and Newcombe's."""
    found = figures(advert(1, job_skills="['sql']"), advert(2, job_skills="['sql']"))["python"]
    one, other = found.values[DS], found.values[MLE]
    for value in (one, other):
        low, high = wilson(value.count, value.of)
        assert value.interval[0] <= low + 1e-5
        assert value.interval[1] >= high - 1e-5
    low, high = difference_of_shares(other.count, other.of, one.count, one.of).interval
    assert found.difference[0] <= low + 1e-5
    assert found.difference[1] >= high - 1e-5


def test_a_tool_that_no_advert_has_is_an_error(figures):
    with pytest.raises(ValueError, match="no advert has rust"):
        figures(rust="Rust")


@pytest.mark.parametrize(
    ("title", "senior", "junior"),
    [("Sr. Data Scientist", 1, 0), ("Data Scientist Intern", 0, 1), ("Data Scientist, international", 0, 0)],
)
def test_seniority_is_a_word_of_the_title(title, senior, junior):
    items = {item.name: item for item in adverts_2024._items()}
    frame = pl.DataFrame({"job_title": [title]})
    assert frame.select(items["senior-title"].column.sum()).item() == senior
    assert frame.select(items["junior-title"].column.sum()).item() == junior


@pytest.fixture
def pay(tmp_path):
    def computed(*found: dict):
        usual = [advert(900, salary_year_avg=100_000.0), engineer(901, salary_year_avg=150_000.0)]
        raw = raw_folder(tmp_path, "adverts-pay-2023", {"data_jobs_salary_all_2023.xlsx": sheet([*usual, *found])})
        return {figure.name: figure for figure in adverts_pay_2023.compute(raw).figures}

    return computed


def test_pay_is_that_of_american_adverts_which_did_not_come_from_the_source_that_they_check(pay):
    paid = {"salary_year_avg": 200_000.0}
    found = pay(
        advert(1, **paid),
        advert(2, job_country="Canada", **paid),
        advert(3, job_via="via Ai-Jobs.net", **paid),
        advert(4),
    )["us"].values[DS]
    assert (found.n, found.clusters, found.median) == (2, 2, 150_000)


def test_pay_is_counted_by_the_guessed_role_and_by_the_title(pay):
    found = pay(advert(1, job_title="Analyst", salary_year_avg=50_000.0))
    assert (found["us"].values[DS].n, found["us-strict"].values[DS].n) == (2, 1)
