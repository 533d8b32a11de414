"""The chapters as built: hints at terms, minutes and dates, objectives, and the tables that chapters share."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from reading import Element, Page, Site

from sidebyside.guide import PARTS

pytestmark = pytest.mark.site

Data = Callable[[str], Any]


@pytest.fixture
def guide(chapters: list[str]) -> list[str]:
    """The chapters of the guide's parts."""
    return [chapter for chapter in chapters if chapter.partition("/")[0] in PARTS]


def _article(page: Page) -> Element:
    return next(each for each in page.elements if each.tag == "article")


def test_every_chapter_says_how_long_it_takes_and_when_it_was_reviewed(site: Site, guide: list[str]) -> None:
    said = {each: [found.words for found in _article(site.page(each)).find("p", "sb-chapter")] for each in guide}
    form = (
        r"[1-9]\d? minutes? to read, reference tables aside\. (Beginner|Intermediate|Advanced)\. "
        r"Last reviewed \d{1,2} [A-Z][a-z]+ 20\d\d\."
    )
    assert len(said) > 25
    assert {each: found for each, found in said.items() if len(found) != 1 or not re.fullmatch(form, found[0])} == {}


def test_every_chapter_ends_with_what_its_reader_can_do(site: Site, guide: list[str]) -> None:
    found = {each: _article(site.page(each)).find("div", "sb-objectives") for each in guide}
    assert [each for each, boxes in found.items() if len(boxes) != 1 or not boxes[0].find("li")] == []


def _loose_text(element: Element) -> str:
    """The text of a paragraph outside links and code."""
    inside = ("a", "code")
    return "".join(
        child if isinstance(child, str) else "" if child.tag in inside else _loose_text(child)
        for child in element.children
    )


def test_a_term_is_a_hint_once_in_every_chapter_that_uses_it(site: Site, guide: list[str], data: Data) -> None:
    roles = {role["id"]: re.compile(role["name"] + "s?", re.IGNORECASE) for role in data("roles.yml")["roles"]}
    terms = {term["id"]: term.get("forms") or [term["name"]] for term in data("glossary.yml")["terms"]}
    assert len(terms) >= 80
    terms = {id_: forms for id_, forms in terms.items() if id_ not in roles}
    hinted = 0
    for chapter in guide:
        page = site.page(chapter)
        links = [each.attributes["href"].rpartition("#term-")[2] for each in _article(page).find("a", "sb-term")]
        assert len(links) == len(set(links)), chapter
        hinted += len(links)
        if chapter == "check/glossary.md":
            assert links == []
            continue
        prose = " ".join(_loose_text(each) for each in _article(page).children if getattr(each, "tag", "") == "p")
        prose = re.sub(r"\s+", " ", prose)
        for name in roles.values():  # they come from the dataset, and hold other terms
            prose = name.sub("", prose)
        longest = {form for forms in terms.values() for form in forms}
        for id_, forms in terms.items():
            alone = [form for form in forms if not any(form in other and form != other for other in longest)]
            used = any(re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", prose) for form in alone)
            assert not used or id_ in links, f"{chapter}: {id_} is used without a hint"
    assert hinted > 150


def test_a_hint_has_a_definition_and_leads_to_its_term(site: Site, guide: list[str]) -> None:
    glossary = site.page("check/glossary.md")
    for chapter in guide:
        page = site.page(chapter)
        for link in _article(page).find("a", "sb-term"):
            path, fragment = site.target(page, link.attributes["href"])
            assert path == glossary.path
            assert fragment in glossary.by_id
            assert link.attributes["title"].split(".")[0] in glossary.by_id[fragment].words


def test_every_neighbour_and_both_week_days_are_there(hosted: Site) -> None:
    neighbours = hosted.page("roles/neighbours.md").by_id["neighbours-table"]
    assert len(neighbours.find("tbody")[0].find("tr")) == 8
    week = hosted.page("path/choose.md").by_id["choose-week-table"]
    assert [each.words for each in week.find("tr", "sb-group")] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
    ]


@pytest.mark.parametrize("role", ["data-scientist", "machine-learning-engineer"])
def test_there_are_twelve_questions_for_each_role(hosted: Site, role: str) -> None:
    rows = hosted.page("path/interviews.md").by_id[f"interviews-table-{role}"].find("tr")
    assert len([row for row in rows if row.find("td")]) == 12


def test_ten_aspects_three_stages_and_three_organizations(hosted: Site) -> None:
    page = hosted.page("work/productionizing.md")
    assert len([row for row in page.by_id["productionizing-table"].find("tr") if row.find("td")]) == 10
    assert len(page.by_id["productionizing-stages-table"].find("thead")[0].find("th")) == 4
    assert len(hosted.page("work/company-size.md").by_id["company-size-table"].find("thead")[0].find("th")) == 4


def test_every_skill_of_a_gap_leads_to_a_resource(site: Site) -> None:
    page = site.page("path/switch.md")
    for table in ("switch-gap-to-engineer", "switch-gap-to-scientist"):
        rows = [row for row in page.by_id[table].find("tr") if row.find("td")]
        assert rows
        for row in rows:
            targets = [site.target(page, link.attributes["href"]) for link in row.find("td")[-1].find("a")]
            assert targets, row.words
            assert [target for target in targets if target[0] != page.path or target[1] not in page.by_id] == []
