"""Kaggle's survey: what a tick is, who is in the base, and which answers are added up."""

import csv
import io
import zipfile
from datetime import date

import pytest

from sidebyside.evidence import kaggle_2022
from sidebyside.evidence.kaggle_2022_questions import TICKS
from sidebyside.evidence.raw import RawFolder
from sidebyside.model import Licence, RawFile, Source

DS, MLE = "data-scientist", "machine-learning-engineer"
SINGLE = ("Q2", "Q4", "Q8", "Q9", "Q11", "Q16", "Q23", "Q25", "Q27")
# The options of the questions with many ticks, padded as in the real file; each has one more that becomes no figure.
OPTIONS = {question.code: [*question.options, "Other"] for question in TICKS}
LITERAL_NAN = ("Q13", "Q40")  # here the real file has the text nan for what was not ticked


def someone(role: str = "Data Scientist", **answers) -> dict:
    """A respondent who gave the answers and no others; the answer to a question with many ticks is a list."""
    return {"Q23": role, **answers}


def everybody() -> list[dict]:
    """One respondent of each role who answered every question, with "Other" wherever there are ticks."""
    ticks = {code: ["Other"] for code in OPTIONS}
    single = {"Q4": "France", "Q8": "Bachelor’s degree", "Q9": "No", "Q11": "1-3 years", "Q16": "1-2 years"}
    single |= {"Q25": "0-49 employees", "Q27": "I do not know"}
    return [someone(role, **single, **ticks) for role in kaggle_2022.ROLES.values()]


def table(respondents: list[dict], options: dict[str, list[str]]) -> list[list[str]]:
    columns = [(code, place, option) for code in options for place, option in enumerate(options[code], 1)]
    heads = [f"{code}_{place}" for code, place, _ in columns]
    asked = [f"Which do you use?  (Select all that apply) - Selected Choice -  {option} " for *_, option in columns]

    def cell(respondent: dict, code: str, option: str) -> str:
        return f" {option}  " if option in respondent.get(code, []) else "nan" if code in LITERAL_NAN else ""

    return [
        ["Duration (in seconds)", *SINGLE, *heads],
        ["Duration (in seconds)", *(f"The question {code}" for code in SINGLE), *asked],
        *(
            [
                "121",
                *(f"  {one.get(code, '')} " for code in SINGLE),
                *(cell(one, code, option) for code, _, option in columns),
            ]
            for one in respondents
        ),
    ]


@pytest.fixture
def figures(tmp_path):
    """Computes from two who answered everything and from more respondents; gives the figures by name."""

    def computed(*more, options=OPTIONS):
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_MINIMAL).writerows(table([*everybody(), *more], options))
        name = "kaggle_survey_2022_responses.csv"
        (tmp_path / "kaggle-2022").mkdir()
        with zipfile.ZipFile(tmp_path / "kaggle-2022" / f"{name}.zip", "w") as archive:
            archive.writestr(name, text.getvalue())
        source = Source(
            id="kaggle-2022",
            title="Kaggle",
            short="Kaggle",
            publisher="Kaggle",
            date="2022",
            address="https://example.org",
            licence=Licence(name="CC BY 2.0", wording="CC BY 2.0"),
            read=date(2026, 11, 20),
            kinds=("usage",),
            files=(RawFile(path=f"kaggle-2022/{name}.zip", sha256="0" * 64),),
            limits=("made up",),
        )
        return {figure.name: figure for figure in kaggle_2022.compute(RawFolder(tmp_path, source)).figures}

    return computed


def share(figure, role: str = DS) -> tuple[int, int]:
    return figure.values[role].count, figure.values[role].of


def test_a_padded_label_finds_its_option_and_a_padded_answer_is_a_tick(figures):
    found = figures(someone(Q17=["PyTorch", "JAX"]), someone(Q17=["PyTorch"]))
    assert share(found["pytorch"]) == (2, 3)
    assert share(found["jax"]) == (1, 3)
    assert "Q17: 'PyTorch'" in found["pytorch"].filter


def test_the_base_is_who_ticked_anything_even_what_is_no_figure(figures):
    found = figures(someone(Q12=["Other"]), someone(Q12=["R"]), someone(Q13=["RStudio"]))
    assert share(found["r"]) == (1, 3)
    assert share(found["python"]) == (0, 3)


def test_who_ticked_nothing_in_a_question_is_not_in_its_base(figures):
    found = figures(*[someone(Q12=["SQL"])] * 4)
    assert share(found["sql"]) == (4, 5)
    assert share(found["aws"]) == (0, 1)


@pytest.mark.parametrize("name", ["jupyterlab", "tensorboard"])
def test_a_literal_nan_is_neither_a_tick_nor_in_the_base(figures, name):
    found = figures(someone(Q12=["Python"]), someone(Q13=["JupyterLab"], Q40=["TensorBoard"]))
    assert share(found[name]) == (1, 2)


@pytest.mark.parametrize(
    ("code", "option", "name", "other"),
    [("Q15", "None", "no-visualization-library", "seaborn"), ("Q37", "No / None", "no-managed-ml", "sagemaker")],
)
def test_none_is_an_answer(figures, code, option, name, other):
    found = figures(someone(**{code: [option]}), someone(**{code: [option]}))
    assert share(found[name]) == (2, 3)
    assert share(found[other]) == (0, 3)


@pytest.mark.parametrize(
    ("code", "option", "name", "others"),
    [
        ("Q12", "C", "c", ["c-sharp", "cpp"]),
        ("Q12", "C++", "cpp", ["c", "c-sharp"]),
        ("Q12", "R", "r", []),
        ("Q13", "Visual Studio", "visual-studio", ["vs-code"]),
        ("Q13", "Visual Studio Code (VSCode)", "vs-code", ["visual-studio"]),
        ("Q13", "Jupyter Notebook", "jupyter-notebook", ["jupyterlab"]),
        ("Q13", "MATLAB", "matlab-environment", ["matlab"]),
        ("Q17", "PyTorch Lightning", "pytorch-lightning", ["pytorch"]),
        ("Q40", "MLflow", "mlflow-tracking", ["mlflow-serving"]),
    ],
)
def test_an_option_is_not_taken_for_one_that_begins_alike(figures, code, option, name, others):
    found = figures(someone(**{code: [option]}))
    assert share(found[name]) == (1, 2)
    assert [found[other].values[DS].count for other in others] == [0] * len(others)


def test_the_roles_are_told_apart_and_other_roles_left_out(figures):
    mle = kaggle_2022.ROLES[MLE]
    others = [
        someone(role, Q39=["MLflow"]) for role in ("Research Scientist", "Data Analyst", "", "Senior Data Scientist")
    ]
    found = figures(*others, someone(mle, Q39=["MLflow"]), someone(mle, Q39=["None"]))
    assert share(found["mlflow-serving"], MLE) == (1, 3)
    assert share(found["mlflow-serving"], DS) == (0, 1)


def test_who_prefers_not_to_answer_or_gives_no_answer_is_left_out(figures):
    found = figures(someone(Q8="I prefer not to answer"), someone(Q8=""), someone(Q8="Doctoral degree"))
    assert share(found["education-doctorate"]) == (1, 2)
    assert share(found["education-bachelor"]) == (1, 2)


def test_masters_or_higher_adds_up_three_degrees(figures):
    degrees = (
        "Master’s degree",
        "Doctoral degree",
        "Professional doctorate",
        "Some college/university study without earning a bachelor’s degree",
        "I prefer not to answer",
    )
    found = figures(*(someone(Q8=degree) for degree in degrees))
    assert share(found["education-master-or-higher"]) == (3, 5)
    assert share(found["education-some-college"]) == (1, 5)


def test_no_machine_learning_is_a_share_of_those_who_were_asked_for_their_years(figures):
    found = figures(someone(Q16="I do not use machine learning methods"), someone(Q11="I have never written code"))
    assert share(found["ml-never"]) == (1, 2)
    assert share(found["coding-never"]) == (1, 2)


def test_years_are_added_up_to_ranges(figures):
    found = figures(someone(Q11="20+ years", Q16="20 or more years"), someone(Q11="< 1 years", Q16="4-5 years"))
    assert share(found["coding-over-10"]) == (1, 3)
    assert share(found["coding-up-to-3"]) == (2, 3)
    assert share(found["ml-over-5"]) == (1, 3)
    assert share(found["ml-up-to-2"]) == (1, 3)


def test_a_question_of_yes_or_no_is_titled_by_what_it_asks(figures):
    found = figures(someone(Q9="Yes"), someone(Q9=""))
    assert share(found["published-research"]) == (1, 2)
    assert found["published-research"].title == "Published academic research"


def test_an_option_that_is_not_in_the_file_is_an_error(figures):
    without = {**OPTIONS, "Q17": [option for option in OPTIONS["Q17"] if option != "CatBoost"]}
    with pytest.raises(ValueError, match="0 columns for the option 'CatBoost'"):
        figures(options=without)


def test_an_option_that_two_columns_hold_is_an_error(figures):
    with pytest.raises(ValueError, match="2 columns for the option 'JAX'"):
        figures(options={**OPTIONS, "Q17": [*OPTIONS["Q17"], "JAX"]})


def test_a_stratum_counts_those_who_belong_to_it_and_no_others(figures):
    there = [someone(role, Q4="India", Q2="25-29", Q12=["R"]) for role in kaggle_2022.ROLES.values() for _ in range(10)]
    elsewhere = [someone(Q4="India", Q2="30-34", Q12=["SQL"]), someone(Q4="France", Q2="18-21", Q12=["SQL"])]
    found = figures(*there, *elsewhere)
    assert share(found["r-in-india"]) == (10, 11)
    assert share(found["r-under-30"]) == (10, 11)
    assert (found["r-in-india"].variant_of, found["r-in-india"].variant) == ("kaggle-2022/r", "India")
    assert found["r-in-india"].base.endswith(", India")


def test_a_stratum_with_fewer_than_ten_of_a_role_is_left_out(figures):
    found = figures(*[someone(role, Q4="India", Q12=["R"]) for role in kaggle_2022.ROLES.values() for _ in range(9)])
    assert not [name for name in found if name.endswith("-in-india")]
