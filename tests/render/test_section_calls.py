"""The macros of the pages for teachers."""

import pytest

from sidebyside.project import examine
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links, Site

SITE = Site("https://example.org/", "Which?", "", "The Authors")


@pytest.fixture
def project(sound):
    return examine(sound)


@pytest.fixture
def calls(project):
    return Calls(project.dataset, Links("index.md", SITE), project.outline)


def test_addresses_to_put_into_code(calls):
    assert calls.address() == "https://example.org/"


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("link", "``` text\nhttps://example.org/s/case-steps/\n```"),
        ("markdown", "``` markdown\n[A case – Steps](https://example.org/s/case-steps/)\n```"),
        ("html", '``` html\n<a href="https://example.org/s/case-steps/">A case – Steps</a>\n```'),
        (
            "apa",
            "``` text\nThe Authors. (2026). A case – Steps. In Which? (Version 0.1.0). "
            "https://example.org/s/case-steps/\n```",
        ),
    ],
)
def test_what_one_copies(calls, form, shown):
    assert calls.snippet("case-steps", form) == shown


def test_signs_in_a_title_are_no_markup(sound):
    page = sound / "docs" / "work" / "case.md"
    page.write_text(page.read_text().replace("## Steps {", "## Steps [1] of a & more_x {"))
    project = examine(sound)
    calls = Calls(project.dataset, Links("x.md", SITE), project.outline)
    assert r"[A case – Steps \[1\] of a & more\_x](" in calls.snippet("case-steps", "markdown")
    assert ">A case – Steps [1] of a &amp; more_x</a>" in calls.snippet("case-steps", "html")


def test_the_citation_has_the_date_of_the_review_or_of_the_release(sound):
    page = sound / "docs" / "work" / "case.md"
    page.write_text(page.read_text().replace("reviewed: 2026-11-20", "reviewed: 2026-11-04"))
    project = examine(sound)
    calls = Calls(project.dataset, Links("x.md", SITE), project.outline)
    assert "DA  - 2026/11/04" in calls.snippet("case", "ris")
    assert "DA  - 2026/11/20" in calls.snippet("home", "ris")


def test_whole_and_data_have_citations_of_their_own(calls):
    assert "Which? (Version 0.1.0)" in calls.cite_site("apa")
    assert "Which? The data (Version 0.1.0) [Dataset]" in calls.cite_data("apa")
    assert "https://example.org/s/home/" in calls.cite_data("apa")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda calls: calls.snippet("case-step", "link"), "no section 'case-step'; did you mean 'case-steps'?"),
        (lambda calls: calls.snippet("case", "bibtec"), "no form 'bibtec'; did you mean 'bibtex'?"),
        (lambda calls: calls.cite_data("markdown"), "no form 'markdown'; there are 'apa', 'bibtex', 'ris', 'csl-json'"),
    ],
)
def test_what_cannot_be_answered(calls, call, message):
    with pytest.raises(CallError, match=message.replace("?", r"\?")):
        call(calls)


def test_the_index_has_everything_that_can_be_linked(project, calls):
    shown = calls.sections()
    for id_ in project.outline.entries:
        assert f'href="s/{id_}/"' in shown
    assert "<td>judge each step of a case</td>" in shown
    assert "Claims: " in shown


def test_the_objectives_are_counted_by_process(calls):
    assert "Understand (4)" in calls.objectives()
    assert "Evaluate (1)" in calls.objectives()


def test_before_there_is_an_outline_what_needs_it_is_empty(project):
    calls = Calls(project.dataset, Links("x.md", SITE))
    assert (calls.sections(), calls.snippet("case", "apa")) == ("", "")
