"""The quiz as pages show it."""

import re

import pytest

from sidebyside.load import load
from sidebyside.project import examine
from sidebyside.render import quiz
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links, Site

NUMBERED = """questions:
  - id: term
    objective: explain the terms of a case
    asks: "Of the first {share}, of {base}; {size} more, {interval}; *{pay}* & {high} < b?"
    numbers:
      share: {figure: survey/python, of: first}
      base: {figure: survey/python, of: first, what: base}
      size: {figure: survey/python, what: difference}
      interval: {figure: survey/python, what: interval}
      pay: {figure: survey/pay, of: second}
      high: {figure: survey/pay, of: second, what: p75}
    rests_on: [{form: more, role: second, figures: [survey/python], verdict: supported}]
    answers:
      - {text: Data that change, feedback: The data are not as they were.}
      - {text: Code that grows, feedback: "{share} have no part in it."}
      - {text: "A {share} model", feedback: The model stays as it is., right: true}
      - {text: A wrong server, feedback: It happens on every server.}
"""


@pytest.fixture
def project(sound):
    (sound / "data" / "quiz.yml").write_text(NUMBERED, encoding="utf-8")
    project = examine(sound)
    assert project.mistakes == []
    return project


@pytest.fixture
def calls(project):
    return Calls(project.dataset, Links("teach/quiz.md", Site("https://example.org/")), project.outline)


def test_a_text_with_its_numbers(project):
    [question] = project.dataset.questions
    said = quiz.filled(project.dataset, question, question.asks)
    assert said.replace("\u00a0", " ") == (
        "Of the first 60.0 %, of 100; 20.0 points more, 10.2 to 30.3; *$130,000* & $150,000 < b?"
    )


def test_as_html_numbers_lead_to_their_figures_and_the_rest_is_harmless(project):
    [question] = project.dataset.questions
    links = Links("teach/quiz.md", Site("https://example.org/"))
    made = quiz.marked(project.dataset, question, question.asks, links)
    assert '<a class="sb-said-number" href="../../data/sources/survey/#python">60.0\u00a0%</a>, of ' in made
    assert "&#42;" in made, "a star of the data is no emphasis"
    assert "&#60; b?" in made
    assert "<a" not in quiz.marked(project.dataset, question, question.asks)


def test_what_a_question_belongs_to(project):
    [question] = project.dataset.questions
    assert (quiz.section_of(project.dataset, question), quiz.part_of(project.dataset, question)) == (
        "glossary",
        "check",
    )
    assert quiz.parts(project.dataset) == ["check"]
    assert quiz.right(question) == 2


def test_the_page_has_everything_without_scripts(calls):
    made = calls.quiz("check", id="some")
    assert made.count("<fieldset") == made.count("<details") == 1
    assert "<details open" not in made
    assert re.findall(r'value="(.)"[^>]* data-right', made) == ["C"]
    assert "<strong>C</strong> is right." in made
    for words in ("The data are not as they were.", "The model stays as it is.", "It happens on every server."):
        assert made.count(words) == 1
    assert 'href="../../check/glossary/#glossary"' in made
    options = made[made.index('class="sb-options"') : made.index("sb-feedback")]
    assert "<a" not in options, "a click on a number in an answer would lead away in place of choosing"


def test_sheet_and_key(calls):
    sheet, key = calls.quiz_sheet(), calls.quiz_key()
    assert re.findall(r'"sb-letter">(.)<', sheet) == list("ABCD")
    assert "data-right" not in sheet
    assert 'The numbers are from <a href="../../data/sources/survey/">' in sheet, "so that credits stand below it"
    assert "The model stays as it is." not in sheet
    assert "<li>1 <strong>C</strong></li>" in key
    assert "The model stays as it is." in key
    assert "explain the terms of a case" in key


def test_a_part_without_questions(calls):
    with pytest.raises(CallError, match=r"no question is about 'chek'; did you mean 'check'\?"):
        calls.quiz("chek", id="some")


def test_before_there_is_an_outline(sound):
    dataset = load(sound)[0].dataset
    calls = Calls(dataset, Links("teach/quiz.md"))
    assert calls.quiz("check", id="some") == calls.quiz_sheet() == calls.quiz_key() == ""


def test_a_question_about_nothing_does_not_keep_the_chapters_from_being_checked(sound):
    data, page = sound / "data" / "quiz.yml", sound / "docs" / "index.md"
    data.write_text(data.read_text().replace("terms of a case", "term of a case"))
    page.write_text(page.read_text() + '\n{{ quiz("check", id="some") }}\n')
    found = [str(mistake) for mistake in examine(sound).mistakes]
    assert any("no section has this objective" in each for each in found)


def test_the_projects_own_quiz(root):
    """Forty questions, each about an objective, in the order of the parts, and none about the same objective."""
    dataset = load(root)[0].dataset
    objectives = {objective for section in dataset.sections for objective in section.objectives}
    asked = [question.objective for question in dataset.questions]
    assert len(asked) == len(set(asked)) == 40
    assert set(asked) <= objectives
    parts = [quiz.part_of(dataset, question) for question in dataset.questions]
    assert parts == sorted(parts, key=["compare", "roles", "work", "path", "check", "data"].index)
    assert len(set(parts)) == 6
    verbs = {verb: process.id for process in dataset.vocabularies.processes for verb in process.verbs}
    assert {verbs[each.partition(" ")[0]] for each in asked} == set(verbs.values()), "every process is asked for"
    assert sum(bool(question.numbers) for question in dataset.questions) >= 8
