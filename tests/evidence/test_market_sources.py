"""The market beyond the roles: Indeed's share of adverts, and the occupations of O*NET."""

import pytest
from folders import raw_folder

from sidebyside.evidence import indeed_ai, onet

DS, MLE = "data-scientist", "machine-learning-engineer"


@pytest.fixture
def shares(tmp_path):
    def read(*more: str, countries=indeed_ai.COUNTRIES):
        usual = [f"{year}-06-30,{country},{2.0 + year - 2025}" for year in (2025, 2026) for country in countries]
        text = "\n".join(["date,jobcountry,AI_share_postings", *usual, *more]) + "\n"
        raw = raw_folder(tmp_path, "indeed-ai", {"AI_posting.csv": text})
        return {figure.name: figure for figure in indeed_ai.compute(raw).figures}

    return read


def test_the_share_is_the_mean_of_the_days_of_june_that_have_a_value(shares):
    found = shares("2026-06-01,US,5.0", "2026-06-02,US,", "2026-05-31,US,90.0")["united-states-2026-06"]
    assert found.values["all-adverts"].value == pytest.approx((0.03 + 0.05) / 2)
    assert found.filter == "the mean of the 2 days that have a value"


def test_every_country_has_every_year_the_newest_first(shares):
    found = list(shares())
    assert found[:2] == ["united-states-2026-06", "united-states-2025-06"]
    assert [name for name in found if name.startswith("germany")] == ["germany-2026-06", "germany-2025-06"]
    assert len(found) == 2 * len(indeed_ai.COUNTRIES)


def test_a_country_that_is_new_is_an_error(shares):
    with pytest.raises(ValueError, match=r"new or gone: \['JP'\]"):
        shares("2026-06-01,JP,5.0")


TITLES = [
    ["O*NET-SOC Code", "Title", "Alternate Title", "Short Title", "Source(s)"],
    ["15-2051.00", "Data Scientists", "Data Scientist", "", "10"],
    ["15-2051.00", "Data Scientists", "Machine Learning Engineer", "", "10"],
    ["15-2051.00", "Data Scientists", "Marketing Data Scientist", "", "10"],
    ["15-1221.00", "Researchers", "Machine Learning Engineer", "", "10"],
]


def test_an_occupation_lists_a_title_only_exactly(tmp_path):
    raw = raw_folder(tmp_path, "onet", {"alternate_titles_30.0.xlsx": TITLES})
    found = {figure.title: figure.values for figure in onet.compute(raw).figures}
    assert {title: (values[DS].listed, values[MLE].listed) for title, values in found.items()} == {
        "15-1221.00 Researchers": (False, True),
        "15-2051.00 Data Scientists": (True, True),
    }


def test_a_title_that_is_nowhere_is_an_error(tmp_path):
    raw = raw_folder(tmp_path, "onet", {"alternate_titles_30.0.xlsx": TITLES[:2]})
    with pytest.raises(ValueError, match="no occupation lists Machine Learning Engineer"):
        onet.compute(raw)
