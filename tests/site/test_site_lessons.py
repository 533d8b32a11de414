"""Lessons as a teacher uses them: by the clock, with handouts on two sheets, with links that can be copied away."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import Visitor
from playwright.sync_api import Page, expect
from reading import Site

pytestmark = pytest.mark.site

LESSONS = ("two-roles", "productionizing", "evidence", "posting")
PAGE = re.compile(rb"/Type\s*/Page\b")
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "15mm")


@pytest.fixture(params=LESSONS)
def handout(request: pytest.FixtureRequest, address: str, visitor: Visitor) -> Page:
    """Each handout in turn."""
    return visitor.open(f"{address}teach/handouts/{request.param}/")


def test_a_handout_fits_on_two_sheets_of_either_paper(handout: Page) -> None:
    for paper in ("A4", "Letter"):
        assert 1 <= len(PAGE.findall(handout.pdf(format=paper, margin=MARGIN))) <= 2, paper


def test_the_advice_for_ten_minutes_fits_on_one_sheet(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/ten-minutes/")
    assert len(PAGE.findall(page.pdf(format="A4", margin=MARGIN))) == 1


def test_a_handout_has_its_address_its_license_and_nothing_around_it_on_paper(handout: Page, address: str) -> None:
    id_ = handout.locator("h1").get_attribute("id")
    handout.emulate_media(media="print")
    foot = handout.locator(".sb-handout-foot")
    expect(foot).to_contain_text(f"{address}s/{id_}/")
    expect(foot).to_contain_text("CC BY 4.0")
    for around in (".md-header", ".md-sidebar--primary", ".md-footer__inner", ".sb-cite"):
        expect(handout.locator(around).first).to_be_hidden()


def test_a_handout_that_has_figures_says_the_credit_that_their_source_wants(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/handouts/evidence/")
    page.emulate_media(media="print")
    expect(page.locator(".sb-end")).to_contain_text("Kaggle, under CC BY 2.0")


def test_what_is_filled_in_by_hand_has_room(handout: Page) -> None:
    handout.emulate_media(media="print")
    empty = handout.locator(".sb-empty, .sb-lines span").all()
    assert len(empty) > 5
    for each in empty:
        assert each.bounding_box()["height"] >= 18  # CSS pixels, about five millimeters
        assert each.text_content() == ""


def test_every_lesson_goes_by_the_clock_from_the_first_minute_to_the_last(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/lessons/")
    for name in LESSONS:
        rows = page.locator(f"#lesson-{name}-steps tbody th").all_text_contents()
        times = [tuple(map(int, row.split("–"))) for row in rows]
        assert times[0][0] == 0
        assert times[-1][1] == 45
        assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]


def test_a_lesson_leads_to_its_handout_and_back(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/lessons/")
    page.get_by_role("link", name="Handout: reading a posting").click()
    expect(page.locator("h1")).to_contain_text("Handout: reading a posting")
    page.get_by_role("link", name="Reading a posting", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/teach/lessons/#lesson-posting$"))


def test_the_links_of_the_unit_are_permanent_and_lead_on(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit().open(f"{address}teach/syllabus/")
    links = page.locator("#syllabus-table td[data-label='Read before'] a")
    addresses = [link.evaluate("each => each.href") for link in links.all()]
    assert len(addresses) > 15
    assert all(each.startswith(f"{address}s/") for each in addresses)
    links.first.click()
    expect(page).to_have_url(re.compile(r"/work/goals/(#goals)?$"))


def test_the_shorter_unit_has_its_days_only(address: str, visitor: Visitor, data: Callable[[str], dict]) -> None:
    page = visitor.open(f"{address}teach/syllabus/")
    days = data("syllabus.yml")["days"]
    expect(page.locator("#syllabus-table tbody tr")).to_have_count(len(days))
    expect(page.locator("#syllabus-table-short tbody tr")).to_have_count(sum(day.get("short", False) for day in days))


def test_the_minutes_of_a_day_are_those_of_its_sections(hosted: Site, data: Callable[[str], dict]) -> None:
    index = json.loads((Path(hosted.folder) / "teach" / "sections.json").read_text(encoding="utf-8"))
    minutes = {section["id"]: section["minutes"] for section in index["sections"]}
    unit = data("syllabus.yml")
    page = (Path(hosted.folder) / "teach" / "syllabus" / "index.html").read_text(encoding="utf-8")
    for day in unit["days"]:
        total = sum(minutes[id_] for id_ in day.get("read", ()))
        assert total <= unit["limit"]
        assert not total or f"{total} minute" in page


def test_the_solutions_are_on_the_page_and_not_on_the_handouts(hosted: Site) -> None:
    def text(path: str) -> str:
        return (Path(hosted.folder) / "teach" / path / "index.html").read_text(encoding="utf-8")

    for solution in ("nobody has tried is a hope", "Two lines of five", "Somebody else invents the models", "0.227"):
        assert solution in text("lessons")
        assert all(solution not in text(f"handouts/{name}") for name in LESSONS)
