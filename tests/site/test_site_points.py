"""Every point of the founding documents and every question that people ask is answered where tests/points.yml says."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import Element, Page, Site

pytestmark = pytest.mark.site

FIXTURE = yaml.safe_load((Path(__file__).parents[1] / "points.yml").read_text(encoding="utf-8"))
DOCUMENTS = {"A": range(11), "B": range(12), "C": range(1, 13)}
ENTRIES = [(kind, name) for kind, entries in FIXTURE.items() for name in entries]
HEADINGS = ("h1", "h2", "h3", "h4")
LEAST = 25  # words; a section with fewer answers nothing


def _section(page: Page, id_: str) -> str:
    """What a reader sees of a section: from its heading to the next one that is as high, or of a claim its block."""
    start = page.by_id[id_]
    if start.tag not in HEADINGS:
        return start.words
    parent = next(each for each in page.elements if start in each.children)
    after = parent.children[parent.children.index(start) + 1 :]
    seen = [start.words]
    for child in after:
        if isinstance(child, Element):
            if child.tag in HEADINGS and (child.tag <= start.tag or start.tag == "h1"):
                break
            seen.append(child.words)
    return " ".join(seen)


@pytest.fixture(scope="module")
def pages(hosted: Site) -> dict[str, Page]:
    """Every id of the site with the page that has it."""
    return {id_: page for page in hosted.pages.values() for id_ in page.ids}


def test_every_point_is_mapped() -> None:
    wanted = {f"{document}{number}" for document, numbers in DOCUMENTS.items() for number in numbers}
    assert set(FIXTURE["points"]) == wanted


@pytest.mark.parametrize(("kind", "name"), ENTRIES, ids=[name for _, name in ENTRIES])
def test_each_is_answered_in_its_sections(pages: dict[str, Page], kind: str, name: str) -> None:
    entry: dict[str, Any] = FIXTURE[kind][name]
    texts = {id_: _section(pages[id_], id_) for id_ in entry["sections"]}
    assert {id_: text for id_, text in texts.items() if len(text.split()) < LEAST} == {}
    together = " ".join(texts.values()).casefold()
    assert [words for words in entry.get("says", ()) if words.casefold() not in together] == []


def test_each_question_is_a_heading_of_the_questions_and_answers(hosted: Site) -> None:
    page = hosted.page("check/faq.md")
    headings = [each.words.rstrip("¶").strip() for each in page.elements if each.tag == "h3"]
    assert [question for question in FIXTURE["questions"] if question not in headings] == []


def test_each_answer_has_three_to_six_sentences_and_leads_on(hosted: Site) -> None:
    page = hosted.page("check/faq.md")
    parent = next(each for each in page.elements if any(c for c in each.children if getattr(c, "tag", "") == "h3"))
    wrong = []
    for position, child in enumerate(parent.children):
        if isinstance(child, Element) and child.tag == "h3":
            answer = next(c for c in parent.children[position + 1 :] if isinstance(c, Element))
            ends = sum(answer.words.count(sign + " ") for sign in ".?!") + 1
            if not 3 <= ends <= 6 or not answer.find("a"):
                wrong.append((child.words, ends))
    assert wrong == []
