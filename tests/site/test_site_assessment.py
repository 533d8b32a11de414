"""The statements about work as built: by keyboard, on a phone, from disk, by a link, on paper, and without scripts."""

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from driving import OVERFLOW, Visitor
from playwright.sync_api import Page, Route, expect
from reading import Site

pytestmark = pytest.mark.site

PAGE = "path/choose.md"
SMALL = """() => [...document.querySelectorAll(".sb-choices label, .sb-buttons button")].filter(each => {
  const box = each.getBoundingClientRect();
  return box.width < 24 || box.height < 24 || box.left < 0 || box.right > innerWidth;
}).length"""


@pytest.fixture(params=["hosted", "offline"])
def open_page(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Callable[..., Page]:
    """Opens the chapter in each form of the site; the one from disk without a network."""

    def opened(fragment: str = "", **options: Any) -> Page:
        built: Site = request.getfixturevalue(request.param)
        if request.param == "hosted":
            where = request.getfixturevalue("address") + built.address(PAGE)
        else:
            where = (built.folder / built.address(PAGE)).as_uri()
            options["offline"] = True
        return visit(**options).open(where + fragment)

    return opened


def mark(page: Page, answers: list[int]) -> None:
    """Chooses answers from 0 to 4, for the first statements."""
    page.locator(".sb-statement").evaluate_all(
        "(all, answers) => answers.forEach((answer, place) => all[place].querySelectorAll('input')[answer].click())",
        answers,
    )


def leaning(data: Callable[[str], Any], role: int) -> list[int]:
    """The strongest answers for one of the two roles, found without the project's own code: by what the figures say."""
    asked = data("assessment.yml")
    roles = [each["id"] for each in data("roles.yml")["roles"]]
    toward = {}
    for dimension in asked["dimensions"]:
        if "leans" in dimension:
            toward[dimension["id"]] = dimension["leans"] == [roles[role]]
            continue
        source = dimension["figures"][0].partition("/")[0]
        figures = {each["id"]: each["values"] for each in data(f"evidence/{source}.yml")["figures"]}
        means = [
            sum(figures[id_][each]["count"] / figures[id_][each]["of"] for id_ in dimension["figures"])
            for each in roles
        ]
        toward[dimension["id"]] = means[role] == max(means)
    return [4 if (each["keyed"] == "agree") == toward[each["dimension"]] else 0 for each in asked["statements"]]


@pytest.mark.parametrize("role", [0, 1])
def test_by_keyboard_alone(open_page: Callable[..., Page], data: Callable[[str], Any], role: int) -> None:
    page = open_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    name = data("roles.yml")["roles"][role]["short_plural"]
    page.locator(".sb-statement input").first.focus()
    for answer in leaning(data, role):
        page.keyboard.press("Space")
        for _ in range(answer):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Show the result")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Hide the result")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="The answers lie nearer")).to_contain_text(name)
    expect(page.locator("[data-part=lead]")).to_contain_text("points larger")
    expect(page.locator("[data-part=decided] li")).to_have_count(4)
    expect(page.locator("[data-part=turning]")).to_contain_text("would say nothing clear")
    assert "You are" not in page.locator(".sb-assessment").inner_text()
    assert errors == []


def test_first_too_early_then_undecided(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Show the result").click()
    said = page.locator(".sb-said")
    expect(said).to_contain_text("Too early")
    expect(page.locator("[data-part=lead]")).to_be_hidden()
    assert set(page.locator(".sb-key .sb-blank").all_inner_texts()) == {""}
    mark(page, [2] * 24)
    expect(said).to_contain_text("nothing clear")
    expect(page.locator("[data-part=progress]")).to_have_text("24 of 24 statements are marked.")
    assert set(page.locator(".sb-key .sb-blank").all_inner_texts()) == {"0"}


def test_a_link_restores_the_answers_and_clearing_removes_them(
    open_page: Callable[..., Page], data: Callable[[str], Any]
) -> None:
    page = open_page()
    assert "#" not in page.url
    answers = leaning(data, 1)
    mark(page, answers[:20])
    assert "#" not in page.url, "the answers are in the address only if somebody asks for it"
    page.get_by_role("button", name="Copy a link to the answers").click()
    expect(page.locator(".sb-told")).to_contain_text("address of this page")
    fragment = "#" + page.url.partition("#")[2]
    assert re.fullmatch(r"#answers=[0-9a-f]{6}-[15]{20}0000", fragment)
    assert "?" not in page.url

    other = open_page(fragment)
    checked = other.locator(".sb-statement").evaluate_all(
        "all => all.map(each => [...each.querySelectorAll('input')].findIndex(radio => radio.checked))"
    )
    assert checked == answers[:20] + [-1] * 4
    expect(other.locator(".sb-said")).to_contain_text("The answers lie nearer")
    expect(other.locator(".sb-said")).to_be_in_viewport()
    other.locator(".sb-statement input").first.focus()
    other.keyboard.press("ArrowRight")
    assert other.url.partition("#")[2] != fragment[1:], "the address follows, now that it has the answers"

    other.get_by_role("button", name="Remove all marks").click()
    assert "#" not in other.url
    expect(other.locator(".sb-statement input:checked")).to_have_count(0)
    expect(other.locator(".sb-result")).to_be_hidden()


@pytest.mark.parametrize(
    "fragment", ["#answers=", "#answers=000000-" + "5" * 24, "#answers=<img src=x onerror=alert()>"]
)
def test_a_link_of_other_statements_restores_nothing(open_page: Callable[..., Page], fragment: str) -> None:
    page = open_page(fragment)
    expect(page.locator(".sb-told")).to_contain_text("not restored")
    expect(page.locator(".sb-statement input:checked")).to_have_count(0)


def test_the_answers_are_there_again_after_a_way_through_the_site(address: str, visitor: Visitor) -> None:
    def late(route: Route) -> None:
        visitor.page.wait_for_timeout(200)
        route.continue_()

    visitor.page.route("**/assessment-scoring.*.js", late)  # where pages change in place, any order is possible
    page = visitor.begin(f"{address}path/choose/")
    mark(page, [4, 0, 4])
    page.locator(".sb-profiles .sb-number").first.click()
    page.wait_for_url("**/data/sources/**")
    page.go_back()
    page.wait_for_url("**/path/choose/**")
    expect(page.locator(".sb-statement input:checked")).to_have_count(3)
    page.get_by_role("button", name="Show the result").click()
    expect(page.get_by_role("button", name="Hide the result")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_everything_fits_and_can_be_met_with_a_finger(open_page: Callable[..., Page], width: int) -> None:
    page = open_page(viewport={"width": width, "height": 740}, has_touch=True)
    mark(page, [4, 0] * 12)
    page.get_by_role("button", name="Show the result").tap()
    expect(page.locator("[data-part=lead]")).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL) == 0


def test_without_scripts_there_are_the_statements_and_the_key(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    expect(page.locator(".sb-statement")).to_have_count(24)
    page.locator(".sb-statement input").first.check()
    expect(page.locator(".sb-key")).to_be_visible()
    expect(page.locator(".sb-reading")).to_contain_text("points apart")
    expect(page.locator(".sb-live")).to_be_hidden()


def test_an_error_of_the_script_hides_nothing(address: str, browser: Any) -> None:
    context = browser.new_context()
    context.add_init_script("JSON.parse = () => { throw new Error('on purpose'); }")
    page = context.new_page()
    page.goto(f"{address}path/choose/")
    expect(page.locator(".sb-statement")).to_have_count(24)
    expect(page.locator(".sb-statement").last).to_be_visible()
    expect(page.locator(".sb-key")).to_be_visible()
    expect(page.locator(".sb-live")).to_be_hidden()
    context.close()


def test_on_paper_stands_the_instrument_alone(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".sb-key")).to_be_visible()
    expect(page.locator(".sb-statement").first).to_be_visible()
    for around in (".md-content h1", ".sb-profiles", ".sb-buttons"):
        expect(page.locator(around).first).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".md-content h1")).to_be_visible()
    expect(page.locator(".sb-buttons")).to_be_hidden()


def test_the_scripts_are_small(site: Site) -> None:
    scripts = [site.script(name) for name in ("assessment-scoring", "assessment")]
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) < 8_000
