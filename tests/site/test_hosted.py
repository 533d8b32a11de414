"""The site on a web server: at the root of a host and below a path, with and without scripts."""

from collections.abc import Callable

import pytest
from driving import Visitor, Walk
from playwright.sync_api import expect

pytestmark = pytest.mark.site


@pytest.fixture(params=["address", "below"])
def place(request: pytest.FixtureRequest) -> str:
    """The address of the site: at the root of its host, and below a path that it was not told of."""
    return request.getfixturevalue(request.param)


def test_hosted_search_finds_a_row_of_a_table(place: str, visitor: Visitor) -> None:
    visitor.open(place)
    result = visitor.search("terraform", "compare/tools/", "tools-infrastructure")
    expect(result.locator("mark").first).to_have_text("Terraform")
    result.click()
    visitor.page.wait_for_url(f"{place}compare/tools/*#tools-infrastructure")
    expect(visitor.page.locator(".md-content h1")).to_contain_text("Who uses what?")


@pytest.mark.parametrize("word", ["salary", "pay"])
def test_hosted_search_finds_pay_by_either_word(address: str, visitor: Visitor, word: str) -> None:
    visitor.open(f"{address}data/method/")
    visitor.search(word, "compare/salaries/").click()
    visitor.page.wait_for_url(f"{address}compare/salaries/*")


def test_hosted_pages_lead_to_one_another(place: str, visitor: Visitor) -> None:
    visitor.open(place)
    visitor.page.click(".md-content a[href*='compare/salaries/']")
    expect(visitor.page.locator(".md-content h1")).to_contain_text("Who earns what?")
    id_ = visitor.follow(visitor.page.locator(".sb-table .sb-number").last)
    expect(visitor.page.locator(".sb-entry:target")).to_be_in_viewport()
    expect(visitor.page.locator(".sb-entry:target")).to_have_id(id_)
    assert visitor.page.url.startswith(f"{place}data/sources/adverts-pay-2023/#")


def test_a_link_in_the_navigation_changes_the_page_without_loading_it_anew(address: str, visitor: Visitor) -> None:
    visitor.begin(address)
    visitor.page.evaluate("window.kept = true")
    visitor.page.click(".md-nav--primary a[href$='compare/salaries/']")
    expect(visitor.page.locator(".md-content h1")).to_contain_text("Who earns what?")
    assert visitor.page.url == f"{address}compare/salaries/"
    assert visitor.page.evaluate("window.kept") is True
    assert visitor.page.title().startswith("Who earns what?")


def test_the_scheme_can_be_switched_and_is_remembered(address: str, visitor: Visitor) -> None:
    page = visitor.open(address)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("button[title='Switch to dark']")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.goto(f"{address}data/method/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.click("button[title='Switch to light']")
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_the_scheme_follows_the_system_at_first(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit(color_scheme="dark").open(address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_text_tables_and_links_are_there_without_scripts(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 1280, "height": 800}).open(address)
    expect(page.locator(".md-content h1")).to_be_visible()
    expect(page.locator(".sb-card").first).to_be_visible()
    page.click(".md-content a[href*='compare/tools/']")
    assert page.url == f"{address}compare/tools/"
    expect(page.locator(".sb-table").first).to_be_visible()
    number = page.locator(".sb-table .sb-number").first
    expect(number).to_be_visible()
    number.click()
    expect(page.locator(".sb-entry:target")).to_be_visible()


def test_no_hosted_page_meets_an_error_or_asks_another_host(walk: Walk) -> None:
    assert walk.complaints
    assert {path: found for path, found in walk.complaints.items() if found} == {}
