"""Stack Overflow's survey: two tables joined by the row index, and the published medians beside them."""

import csv
import io

import pytest
from folders import raw_folder

from sidebyside.evidence import stackoverflow_2025, stackoverflow_2025_pay

DS, MLE = "data-scientist", "machine-learning-engineer"
MASTER, DOCTOR = "Master’s degree (M.A., M.S., M.Eng., MBA, etc.)", "Professional degree (JD, MD, Ph.D, Ed.D, etc.)"
BACHELOR = "Bachelor’s degree (B.A., B.S., B.Eng., etc.)"


def as_csv(rows: list[list]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


@pytest.fixture
def figures(tmp_path):
    """Computes from respondents (role, education, years, languages); gives the figures by name."""

    def computed(respondents: list[tuple[str, str, float, list[str]]], languages=None, country="France"):
        everybody = languages or list(stackoverflow_2025.LANGUAGES)
        people = [["", "salary", "YearsCode", "Country", "EdLevel", "PrimaryLanguage", "PrimaryRole"]]
        answers = [["", "LanguageHaveWorkedWith", "YearsCode", "ConvertedCompYearly"]]
        listed = [("Developer, mobile", BACHELOR, 9.0, everybody), *respondents]
        for index, (role, education, years, named) in enumerate(listed):
            people.append([index, 50000.0, years, country, education, "Python", role])
            answers += [[index, language, years, 50000.0] for language in named]
        files = {
            "survey_results_salary_prediction.csv": as_csv(people),
            "survey_results_language_trends.csv": as_csv(answers),
        }
        evidence = stackoverflow_2025.compute(raw_folder(tmp_path, "stackoverflow-2025", files))
        return {figure.name: figure for figure in evidence.figures}

    return computed


def someone(role: str = "Data scientist", education: str = MASTER, years: float = 5.0, languages=("Python",)):
    return role, education, years, list(languages)


def many(role: str, **more):
    return [someone(role, **more) for _ in range(6)]


def both(**more):
    return [*many("Data scientist", **more), *many("AI/ML engineer", **more)]


def share(figure, role: str = DS) -> tuple[int, int]:
    return figure.values[role].count, figure.values[role].of


def test_the_base_of_a_language_is_who_named_any(figures):
    found = figures([*both(), someone(languages=["R", "SQL"]), someone(languages=[])])
    assert share(found["r"]) == (1, 7)
    assert share(found["python"]) == (6, 7)
    assert share(found["education-master"]) == (8, 8)


def test_a_language_that_is_named_twice_counts_once(figures):
    assert share(figures([*both(), someone(languages=["R", "R"])])["r"]) == (1, 7)


def test_other_roles_and_wider_labels_are_left_out(figures):
    others = [someone(role, languages=["Go"]) for role in ("Applied scientist", "Developer, AI apps or physical AI")]
    found = figures([*both(), *others])
    assert share(found["go"]) == (0, 6)
    assert share(found["go"], MLE) == (0, 6)


def test_a_master_or_a_higher_degree_is_added_up(figures):
    found = figures([*both(education=BACHELOR), someone(education=DOCTOR), someone(education=MASTER)])
    assert share(found["education-master-or-higher"]) == (2, 8)
    assert share(found["education-doctorate"]) == (1, 8)
    assert share(found["education-bachelor"]) == (6, 8)


def test_years_have_a_median_and_its_exact_interval(figures):
    years = [someone(years=each) for each in (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)]
    value = figures([*years, *many("AI/ML engineer")])["years-coding"].values[DS]
    assert (value.n, value.median, value.p90, value.interval) == (6, 6.0, 24.0, (1.0, 32.0))


def test_some_figures_are_computed_again_in_parts_that_are_large_enough(figures):
    found = figures([*both(languages=["R"]), *both(languages=["Python"])])
    assert share(found["r-elsewhere"]) == share(found["r"]) == (6, 12)
    assert found["r-elsewhere"].variant_of == "stackoverflow-2025/r"
    assert "r-us" not in found  # nobody is there, and fewer than ten are never shown
    assert "python-elsewhere" not in found


def test_a_language_that_nobody_named_is_an_error(figures):
    with pytest.raises(ValueError, match="nobody named the language 'Scala'"):
        figures(both(), languages=[each for each in stackoverflow_2025.LANGUAGES if each != "Scala"])


def test_the_label_of_the_survey_is_kept(tmp_path):
    assert stackoverflow_2025.LABELS == {MLE: "AI/ML engineer"}


HEAD = "country,devtype,n,median_yearly_salary_usd\n"
EVERYWHERE = "".join(f"{country},Data scientist,40,50000\n" for country in stackoverflow_2025_pay.COUNTRIES)


@pytest.fixture
def medians(tmp_path):
    def read(rows: str):
        raw = raw_folder(tmp_path, "stackoverflow-2025-pay", {"official_medians.csv": HEAD + rows})
        return {figure.name: figure for figure in stackoverflow_2025_pay.compute(raw).figures}

    return read


def test_a_median_is_copied_with_its_base_and_other_roles_left_out(medians):
    found = medians(EVERYWHERE + "France,AI/ML engineer,31,60000\nFrance,Applied scientist,50,70000\n")["france"]
    assert {role: (value.n, value.median) for role, value in found.values.items()} == {
        DS: (40, 50000),
        MLE: (31, 60000),
    }
    assert found.note is None


def test_a_country_without_a_median_is_an_error(medians):
    with pytest.raises(ValueError, match="no median for United States"):
        medians("France,Data scientist,40,50000\n")
