"""Official wages and employment: which row, which sheet, and what the signs for missing numbers become."""

from datetime import date

import pytest
from folders import write_workbook

from sidebyside.evidence import bls_oews
from sidebyside.evidence.raw import RawFolder
from sidebyside.model import Licence, RawFile, Source

DS = "data-scientist"
USUAL = {
    "AREA": "99",
    "AREA_TITLE": "U.S.",
    "I_GROUP": "cross-industry",
    "O_GROUP": "detailed",
    "TOT_EMP": 12_340,
    "EMP_PRSE": 2.4,
    "A_MEAN": 1,
    "H_PCT90": 2,
    "A_PCT10": 60_000,
    "A_PCT25": 80_000,
    "A_MEDIAN": 110_000,
    "A_PCT75": 150_000,
    "A_PCT90": 190_000,
}
TITLES = {
    "15-1221": "Computer and Information Research Scientists",
    "15-1252": "Software Developers",
    "15-1299": "Computer Occupations, All Other",
    "15-2051": "Data Scientists",
    "15-2099": "Mathematical Science Occupations, All Other",
}
TOP = "#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year "


@pytest.fixture
def figures(tmp_path):
    """Computes from a workbook for each year; `changes` to the data scientists' row and the top's text by year."""

    def computed(changes=None, tops=None):
        (tmp_path / "oews").mkdir()
        files = []
        for year in bls_oews.YEARS:
            changed = {"15-2051": (changes or {}).get(year, {})}
            occupations = [
                {**USUAL, "OCC_CODE": code, "OCC_TITLE": title, "A_MEDIAN": 110_000 + place, **changed.get(code, {})}
                for place, (code, title) in enumerate(TITLES.items())
            ]
            data = [list(occupations[0]), *(list(each.values()) for each in occupations)]
            words = [
                ["May OEWS Estimates"],
                ["Field", "a_median"],
                ["* = not available"],
                [(tops or {}).get(year, TOP)],
            ]
            files.append(RawFile(path=f"oews/national_M{year}_dl.xlsx", sha256="0" * 64))
            write_workbook(tmp_path / files[-1].path, data, words)
        source = Source(
            id="bls-oews",
            title="OEWS",
            short="OEWS",
            publisher="BLS",
            date="2025",
            address="https://example.org",
            licence=Licence(name="Public domain", wording="public domain"),
            read=date(2026, 11, 20),
            kinds=("official",),
            files=tuple(files),
            limits=("made up",),
        )
        return {figure.name: figure for figure in bls_oews.compute(RawFolder(tmp_path, source)).figures}

    return computed


def test_the_annual_wages_of_the_occupation_are_taken_as_they_are(figures):
    found = figures({2024: {"A_PCT10": 63_650, "A_MEDIAN": 112_590}})["wage-2024"].values[DS]
    assert (found.p10, found.p25, found.median, found.p75, found.p90) == (63_650, 80_000, 112_590, 150_000, 190_000)
    assert found.at_or_above == {}
    assert found.interval is None


def test_each_year_is_read_from_its_own_file(figures):
    found = figures({year: {"A_MEDIAN": year} for year in bls_oews.YEARS})
    assert [found[f"wage-{year}"].values[DS].median for year in bls_oews.YEARS] == list(bls_oews.YEARS)
    assert [found[f"wage-{year}"].period for year in (2021, 2025)] == ["May 2021", "May 2025"]


def test_the_row_is_found_by_its_code(figures):
    found = figures()
    assert found["wage-2025"].values[DS].median == 110_003
    assert found["wage-2025-software-developers"].values["software-developers"].median == 110_001
    assert "15-2051 Data Scientists" in f"{found['wage-2025'].base}; {found['wage-2025'].filter}"


def test_the_neighbouring_occupations_are_there_for_the_last_year_only(figures):
    names = set(figures())
    for neighbour in bls_oews.NEIGHBOURS:
        assert f"wage-2025-{neighbour}" in names
        assert f"employment-2025-{neighbour}" in names
    assert not [name for name in names if any(word in name for word in bls_oews.NEIGHBOURS) and "-2025-" not in name]
    assert not [name for name in names if "machine-learning" in name]


def test_employment_has_its_relative_standard_error(figures):
    figure = figures({2025: {"TOT_EMP": 262_440, "EMP_PRSE": 1.1}})["employment-2025"]
    assert (figure.values[DS].value, figure.values[DS].relative_standard_error) == (262_440, 1.1)
    assert (figure.unit, figure.interval) == ("jobs", "relative-standard-error")


def test_a_hash_sign_is_at_or_above_the_top_of_the_scale(figures):
    found = figures({2025: {"A_PCT75": "#", "A_PCT90": "#"}})["wage-2025"].values[DS]
    assert (found.p75, found.p90) == (None, None)
    assert found.at_or_above == {"p75": 239_200, "p90": 239_200}
    assert found.median == 110_003


def test_the_top_of_the_scale_is_what_the_same_years_workbook_says(figures):
    tops = {2021: TOP.replace("115.00", "100.00").replace("239,200", "208,000")}
    found = figures({2021: {"A_PCT90": "#"}, 2022: {"A_PCT90": "#"}}, tops)
    assert found["wage-2021"].values[DS].at_or_above == {"p90": 208_000}
    assert found["wage-2022"].values[DS].at_or_above == {"p90": 239_200}


def test_an_asterisk_is_not_available_and_no_bound_either(figures):
    found = figures({2025: {"A_PCT10": "*", "A_PCT90": "*"}})["wage-2025"].values[DS]
    assert (found.p10, found.p90) == (None, None)
    assert found.at_or_above == {}
    assert found.p75 == 150_000


def test_a_workbook_that_does_not_say_what_the_hash_sign_means_is_refused(figures):
    with pytest.raises(ValueError, match="does not say what # stands for"):
        figures(tops={2023: "nothing about it"})
