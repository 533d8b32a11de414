"""Kaggle's Machine Learning & Data Science Survey of 2022: all answers, one row for each respondent."""

from collections.abc import Collection, Iterator

import polars as pl

from ..model import LEAST, Evidence, Share, ShareFigure
from . import scan
from .kaggle_2022_questions import CHOICES, SUMS, TICKS, Question
from .raw import RawFolder
from .strata import variant

SOURCE = "kaggle-2022"

ROLE_QUESTION = "Q23"
ROLES = {
    "data-scientist": "Data Scientist",
    "machine-learning-engineer": "Machine Learning/ MLops Engineer",
}

# What is counted again in parts of the respondents: what pages that sum up lean on.
STRATIFIED = (
    *("activity-analyze", "activity-ml-service", "convolutional-networks", "pytorch", "tensorboard", "sql", "power-bi"),
    *("r", "education-master-or-higher", "company-under-50"),
)
GROUPED_COUNTRIES = ("India", "United States of America")
# name -> what it is called, its question and the answers that belong to it; none for all other countries
STRATA = {
    "in-india": ("India", "Q4", ("India",)),
    "in-the-us": ("United States", "Q4", ("United States of America",)),
    "in-other-countries": ("other countries", "Q4", ()),
    "under-30": ("under 30 years old", "Q2", ("18-21", "22-24", "25-29")),
    "30-or-older": (
        "30 or older",
        "Q2",
        ("30-34", "35-39", "40-44", "45-49", "50-54", "55-59", "60-69", "70+"),
    ),
}
Answer = tuple[Question, str, str, dict[str, tuple[int, int]], str]
"""Question, name of the figure, option, count and base of each role, and the filter in words."""

PREFER_NOT = "I prefer not to answer"
_ANSWERED = "of those who answered, without 'I prefer not to answer'"


def compute(raw: RawFolder) -> Evidence:
    """Shares of the respondents of each role, question by question."""
    with scan.zipped_csv(raw.path("kaggle_survey_2022_responses.csv.zip")) as table:
        questions = table.head(1).collect().row(0, named=True)
        of_a_role = pl.col(ROLE_QUESTION).str.strip_chars().is_in(ROLES.values())
        answers = scan.collect(table.filter(of_a_role))
    # A literal nan is not ticked; "None" is an answer.
    answers = answers.with_columns(pl.all().str.strip_chars().replace("nan", ""))
    roles = {role: answers.filter(pl.col(ROLE_QUESTION) == label) for role, label in ROLES.items()}
    return Evidence(
        source=SOURCE,
        origin="computed",
        kind="usage",
        measure="share of respondents",
        unit="share",
        period="2022",
        interval="wilson",
        roles={
            role: f"{ROLE_QUESTION}, the current or most recent title, is '{label}'" for role, label in ROLES.items()
        },
        files=raw.files,
        figures=(*_all(questions, roles), *_strata(questions, roles)),
    )


def _all(
    questions: dict[str, str], roles: dict[str, pl.DataFrame], only: Collection[str] | None = None
) -> Iterator[ShareFigure]:
    """Every figure; or, of a part of the respondents, only some, where enough of each role were asked."""
    for question, name, option, counted, filter_ in (*_ticks(questions, roles), *_choices(roles), *_sums(roles)):
        if only is None or (name in only and all(of >= LEAST for _, of in counted.values())):
            yield ShareFigure(
                id=f"{SOURCE}/{name}",
                topic=question.topic,
                title=_title(question, option),
                statistic="share",
                base=question.base,
                filter=filter_,
                values={role: Share(count=count, of=of) for role, (count, of) in counted.items()},
            )


def _strata(questions: dict[str, str], roles: dict[str, pl.DataFrame]) -> Iterator[ShareFigure]:
    """Some figures again, of the respondents of one country group or age."""
    for name, (words, code, options) in STRATA.items():
        chosen = pl.col(code).is_in(options) if options else ~pl.col(code).is_in(GROUPED_COUNTRIES)
        part = {role: frame.filter(chosen) for role, frame in roles.items()}
        for figure in _all(questions, part, STRATIFIED):
            yield variant(figure, name, words)


def _ticks(questions: dict[str, str], roles: dict[str, pl.DataFrame]) -> Iterator[Answer]:
    """Questions with many ticks: the base is whoever ticked anything in the question."""
    for question in TICKS:
        columns = [column for column in questions if column.startswith(f"{question.code}_")]
        labels = {column: questions[column].split(" - ")[-1].strip() for column in columns}
        bases = {role: _ticked(frame, columns) for role, frame in roles.items()}
        among = f"of those who ticked anything in {question.code}"
        for option, name in question.options.items():
            column = _column(labels, option)
            counted = {role: (_ticked(frame, [column]), bases[role]) for role, frame in roles.items()}
            yield question, name, labels[column], counted, f"{question.code}: '{labels[column]}', {among}"


def _choices(roles: dict[str, pl.DataFrame]) -> Iterator[Answer]:
    """Questions with one answer: the base is whoever gave one, without those who prefer not to."""
    for question in CHOICES:
        given = {role: _given(frame, question.code) for role, frame in roles.items()}
        for option, name in question.options.items():
            counted = {role: (_times(answers == option), len(answers)) for role, answers in given.items()}
            yield question, name, option, counted, f"{question.code}: '{option}', {_ANSWERED}"


def _sums(roles: dict[str, pl.DataFrame]) -> Iterator[Answer]:
    """Answers of one question counted together."""
    questions = {question.code: question for question in CHOICES}
    for total in SUMS:
        given = {role: _given(frame, total.code) for role, frame in roles.items()}
        counted = {role: (_times(answers.is_in(total.options)), len(answers)) for role, answers in given.items()}
        names = " or ".join(f"'{option}'" for option in total.options)
        yield questions[total.code], total.name, total.title, counted, f"{total.code}: {names}, {_ANSWERED}"


def _given(frame: pl.DataFrame, code: str) -> pl.Series:
    return frame.filter(~pl.col(code).is_in(["", PREFER_NOT]))[code]


def _times(is_so: pl.Series) -> int:
    return int(is_so.sum())


def _ticked(frame: pl.DataFrame, columns: list[str]) -> int:
    """How many ticked at least one of the columns."""
    return int(frame.select(pl.any_horizontal(pl.col(columns) != "").sum()).item())


def _title(question: Question, option: str) -> str:
    """The option and what was asked; of an answer that says yes or none, the question alone."""
    if option == "Yes":
        return question.about.capitalize()
    return f"No {question.about}" if option.startswith(("None", "No /")) else f"{option}: {question.about}"


def _column(labels: dict[str, str], option: str) -> str:
    """The column of an option: by its whole label, else by the start of it."""
    whole = [column for column, label in labels.items() if label == option]
    start = [column for column, label in labels.items() if label.startswith(option)]
    found = whole or start
    if len(found) != 1:
        raise ValueError(f"{len(found)} columns for the option {option!r}, not one")
    return found[0]
