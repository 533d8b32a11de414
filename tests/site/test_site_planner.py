"""The planner, hosted and from disk without a network: by keyboard, on a phone, without scripts, and what is kept."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import OVERFLOW, PHONES, Visitor
from playwright.sync_api import Page, expect
from reading import Site

pytestmark = pytest.mark.site

CHAPTER = "path/switch.md"
ROLES = "from=data-scientist&to=machine-learning-engineer"
SMALL = """() => [...document.querySelectorAll(".sb-planner :is(label, select, button, input:not([type=checkbox]))")]
  .filter(each => each.offsetParent && each.getBoundingClientRect().height < 24).map(each => each.textContent)"""


@pytest.fixture(params=["hosted", "offline"])
def place(request: pytest.FixtureRequest) -> str:
    """The address of the chapter in each form of the site."""
    if request.param == "hosted":
        return f"{request.getfixturevalue('address')}path/switch/"
    site = request.getfixturevalue("offline")
    return (site.folder / site.path(CHAPTER)).as_uri()


def _part(page: Page, name: str):
    return page.locator(f".sb-planner [data-plan={name}]")


def _steps(page: Page) -> list[str]:
    return _part(page, "steps").locator("ol > li strong").all_inner_texts()


def _ticks(page: Page) -> list[str]:
    ticked = page.locator(".sb-planner input:checked")
    return ticked.evaluate_all(
        "all => all.map(each => each.closest('[data-tool], [data-skill]').dataset).map(d => d.tool || d.skill)"
    )


def test_what_is_ticked_leaves_the_plan_and_is_kept(place: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800}, offline=place.startswith("file:"))
    page = visitor.open(place)
    expect(_part(page, "title")).to_have_text("From data scientist to machine learning engineer")
    before = _steps(page)
    assert len(before) == 12
    assert before[:2] == ["Deep learning", "Containers and clouds"]
    assert _part(page, "plain").is_hidden()

    for tool in ("pytorch", "tensorflow", "keras"):
        page.locator(f"[data-tool={tool}] input").check()
    page.locator("[data-skill=deep-learning] input").first.check()
    assert _steps(page)[0] == "Containers and clouds"
    expect(_part(page, "count")).to_have_text(re.compile(r"^Left: 14 of 15 skills, 39 of 42 tools, in 21 steps\."))
    query = f"?{ROLES}&can=deep-learning&use=pytorch.tensorflow.keras"
    assert page.url == place + query

    page.goto(place)  # without its query: the browser's own storage has it
    assert _ticks(page) == ["deep-learning", "pytorch", "tensorflow", "keras"]
    assert page.url == place

    page.goto(f"{place}?from=none&to=data-scientist&use=gone.sql&can=&hours=3")  # the address is stronger
    assert _ticks(page) == ["sql"]
    assert page.locator("[name=from]").input_value() == ""
    assert page.locator("[name=hours]").input_value() == "3"
    assert _steps(page)[0] == "Python"

    _part(page, "clear").click()
    assert page.url == place
    assert _ticks(page) == []
    page.reload()
    assert _ticks(page) == []
    assert _steps(page) == before


def test_by_keyboard_alone(place: str, visitor: Visitor) -> None:
    page = visitor.open(place)
    page.locator("[name=from]").focus()
    page.keyboard.press("ArrowUp")  # neither yet
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "to"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#switch-planner-plan"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    assert _ticks(page) == ["applied-mathematics"]
    expect(_part(page, "title")).to_have_text("Plan for a machine learning engineer")
    assert _steps(page)[0] == "Python"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    _part(page, "all").focus()
    page.keyboard.press("Enter")
    expect(_part(page, "all")).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.dataset.plan") == "all"
    assert len(_steps(page)) > 30


def _taken(page: Page, form: str) -> str:
    with page.expect_download() as found:
        page.locator(f"[data-take={form}]").click()
    assert found.value.suggested_filename == f"plan.{form}"
    return Path(found.value.path()).read_bytes().decode("utf-8")


def test_what_is_taken_along(place: str, visitor: Visitor) -> None:
    page = visitor.open(f"{place}?{ROLES}&hours=6&weeks=3&start=2027-01-04&use=aws")
    text = _taken(page, "md")
    assert text.startswith("# From data scientist to machine learning engineer\n")
    steps = int(re.search(r"in (\d+) steps", _part(page, "count").inner_text())[1])
    assert steps > 12  # more than is shown
    assert len(re.findall(r"^### ", text, re.MULTILINE)) == steps
    assert "2027-01-04 to 2027-01-24, 3 weeks." in text
    assert "Kubernetes (adverts: machine learning engineers 22.1 %, data scientists 4.5 %)" in text
    assert "Amazon Web Services" not in text
    assert re.search(r"\]\(http://127\.0\.0\.1[:/].*/s/tools-infrastructure/\)", text)  # whole, from disk too
    assert "file:" not in text

    rows = list(csv.DictReader(io.StringIO(_taken(page, "csv"))))
    assert len({row["step"] for row in rows}) == steps
    [kubernetes] = [row for row in rows if row["what"] == "Kubernetes"]
    assert (kubernetes["adverts_goal"], kubernetes["adverts_start"]) == ("22.1", "4.5")
    [containers] = [row for row in rows if row["what"] == "Containers and clouds"]
    assert (containers["level_expected"], containers["hours"]) == ("Practitioner", "0.75")

    calendar = _taken(page, "ics")
    lines = calendar.split("\r\n")
    assert "\n" not in calendar.replace("\r\n", "")
    assert max(len(line.encode()) for line in lines) <= 75
    whole = calendar.replace("\r\n ", "").split("\r\n")
    assert whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == steps
    assert len({line for line in whole if line.startswith("UID:")}) == steps
    assert [line for line in whole if line.startswith("DTSTART")][:2] == [
        "DTSTART;VALUE=DATE:20270104",
        "DTSTART;VALUE=DATE:20270125",
    ]


def test_what_is_no_number_of_hours_does_not_stay_in_its_field(place: str, visitor: Visitor) -> None:
    page = visitor.open(f"{place}?{ROLES}&hours=8")
    page.locator("[name=hours]").fill("100")
    page.locator("[name=hours]").press("Tab")
    expect(page.locator("[name=hours]")).to_have_value("6")


def test_going_back_loses_no_tick(place: str, visitor: Visitor) -> None:
    page = visitor.open(place)
    page.get_by_label("Keras").check()
    page.evaluate("location.hash = 'switch-show'")
    page.get_by_label("PyTorch", exact=True).check()
    page.go_back()
    page.wait_for_function("location.search.includes('pytorch')")
    page.reload()
    expect(page.get_by_label("PyTorch", exact=True)).to_be_checked()


def test_paper_has_the_plan_and_nothing_else(place: str, visitor: Visitor) -> None:
    page = visitor.open(place)
    page.evaluate("window.print = () => {}")
    page.locator("[data-take=print]").click()
    page.emulate_media(media="print")
    expect(_part(page, "title")).to_be_visible()
    for hidden in (
        ".sb-plan-groups",
        ".sb-plan-choices",
        ".sb-plan-take",
        ".sb-plan-order",
        "h1",
        "#switch-to-engineer",
    ):
        expect(page.locator(hidden).first).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(".sb-plan-groups")).to_be_hidden()  # the plan stands for it


def test_paper_has_all_steps(place: str, visitor: Visitor) -> None:
    page = visitor.open(place)
    assert len(_steps(page)) == 12
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    count = re.search(r"in (\d+) steps", _part(page, "count").inner_text())
    assert len(_steps(page)) == int(count[1]) > 12
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(_steps(page)) == 12


def test_without_scripts_the_whole_list_is_there(offline: Site, address: str, visit: Callable[..., Visitor]) -> None:
    for place in (f"{address}path/switch/", (offline.folder / offline.path(CHAPTER)).as_uri()):
        page = visit(java_script_enabled=False, viewport={"width": 390, "height": 740}).open(place)
        assert page.locator(".sb-planner [data-skill]:visible").count() == 36
        assert page.locator(".sb-planner [data-tool]:visible").count() == 79
        expect(page.locator("[data-tool=kubernetes]")).to_contain_text("22.1")
        expect(page.locator("[data-skill=infrastructure] .sb-plan-more")).to_be_visible()
        assert page.locator(".sb-planner :is(select, button):visible").count() == 0


def test_an_error_in_the_script_hides_nothing(address: str, visitor: Visitor) -> None:
    page = visitor.page
    page.add_init_script("Object.defineProperty(globalThis, 'sideBySide', {get: () => ({planner: {}}), set: () => {}})")
    visitor.open(f"{address}path/switch/")
    assert page.locator(".sb-planner [data-tool]:visible").count() == 79
    assert len(visitor.complaints()) == 1


@pytest.mark.parametrize("width", PHONES)
def test_on_a_phone(address: str, visit: Callable[..., Visitor], width: int) -> None:
    page = visit(viewport={"width": width, "height": 740}, has_touch=True).open(
        f"{address}path/switch/?{ROLES}&use=aws"
    )
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL) == []
    _part(page, "all").tap()
    assert page.evaluate(OVERFLOW) <= 0
    assert len(_steps(page)) == 22


def test_going_to_another_section_keeps_what_was_ticked(place: str, visitor: Visitor) -> None:
    page = visitor.open(f"{place}?use=aws")
    page.locator("[data-tool=docker] input").click()
    query = f"?{ROLES}&use=aws.docker"
    assert page.url == place + query
    visitor.follow(page.locator(".md-nav--secondary a[href$='#switch-show']:visible"))
    page.wait_for_url(f"{place}{query}#switch-show")
    expect(page.locator("#switch-show")).to_be_in_viewport()
    assert _ticks(page) == ["aws", "docker"]


def test_it_works_after_coming_from_another_page_and_only_once(address: str, visitor: Visitor) -> None:
    page = visitor.begin(f"{address}path/choose/")
    docker = page.locator("[data-tool=docker] input")
    for left, query in ((0, "&use=docker"), (1, "")):
        visitor.follow(page.locator(".md-nav--primary a[href$='path/switch/']"))
        expect(_part(page, "title")).to_have_text("From data scientist to machine learning engineer", timeout=15_000)
        expect(docker).to_be_checked(checked=left == 1)  # as the visit before left it
        docker.click()
        expect(_part(page, "steps").locator(".sb-plan-name", has_text="Docker")).to_have_count(left)
        assert page.url == f"{address}path/switch/?{ROLES}{query}"
        page.go_back()
        expect(page.locator("h1")).to_contain_text("Which of the two", timeout=15_000)
