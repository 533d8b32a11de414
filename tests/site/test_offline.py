"""The site opened from disk, without a network: everything works, and nothing asks another host."""

import pytest
from driving import Visitor
from playwright.sync_api import expect
from reading import Site

pytestmark = pytest.mark.site


@pytest.fixture
def home(offline: Site, visitor: Visitor) -> Visitor:
    """A visitor who has opened the first page from disk."""
    visitor.open((offline.folder / "index.html").as_uri())
    return visitor


def test_pages_from_disk_have_their_styles(home: Visitor) -> None:
    paper = home.page.evaluate("getComputedStyle(document.body).getPropertyValue('--sb-paper').trim()")
    background = home.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "#faf9f6"
    assert background == "rgb(250, 249, 246)"


def test_pages_from_disk_lead_to_one_another(home: Visitor, offline: Site) -> None:
    home.page.click(".md-content a[href*='tools.html']")
    home.page.wait_for_url((offline.folder / offline.path("compare/tools.md")).as_uri())
    expect(home.page.locator(".md-content h1")).to_be_visible()
    expect(home.page.locator(".sb-table").last).to_be_visible()
    home.page.click(".md-nav a[href$='salaries.html']")
    home.page.wait_for_url((offline.folder / offline.path("compare/salaries.md")).as_uri())


def test_search_from_disk_finds_a_row_of_a_table(home: Visitor) -> None:
    result = home.search("terraform", "compare/tools.html", "tools-infrastructure")
    expect(result.locator("mark").first).to_have_text("Terraform")
    result.click()
    home.page.wait_for_url("**/compare/tools.html*#tools-infrastructure")
    expect(home.page.locator("#tools-table-infrastructure")).to_contain_text("Terraform")


@pytest.mark.parametrize("word", ["salary", "pay"])
def test_search_from_disk_finds_pay_by_either_word(home: Visitor, word: str) -> None:
    home.search(word, "compare/salaries.html").click()
    home.page.wait_for_url("**/compare/salaries.html*")


def test_search_from_disk_works_on_a_page_in_a_folder(offline: Site, visitor: Visitor) -> None:
    visitor.open((offline.folder / offline.path("data/sources/bls-oews.md")).as_uri())
    result = visitor.search("kubernetes", "compare/tools.html")
    address = result.evaluate("link => link.href")
    assert address.startswith((offline.folder / offline.path("compare/tools.md")).as_uri())


def test_a_number_in_a_table_from_disk_leads_to_its_entry(offline: Site, visitor: Visitor) -> None:
    visitor.open((offline.folder / offline.path("compare/tools.md")).as_uri())
    number = visitor.page.locator(".sb-table .sb-number").first
    shown = number.inner_text()
    visitor.follow(number)
    visitor.page.wait_for_url("**/data/sources/kaggle-2022.html#*")
    expect(visitor.page.locator(".sb-entry:target")).to_be_in_viewport()
    expect(visitor.page.locator(".sb-entry:target")).to_contain_text(shown)


def test_a_number_in_a_sentence_from_disk_leads_to_its_entry(offline: Site, visitor: Visitor) -> None:
    visitor.open((offline.folder / offline.path("compare/salaries.md")).as_uri())
    id_ = visitor.follow(visitor.page.locator("p .sb-figure").first)
    expect(visitor.page.locator(".sb-entry:target")).to_have_id(id_)


def test_no_page_from_disk_meets_an_error_or_asks_another_host(offline: Site, visitor: Visitor) -> None:
    complaints = {}
    for path in offline.pages:
        visitor.open((offline.folder / path).as_uri())
        complaints[path] = visitor.complaints()
    assert {path: found for path, found in complaints.items() if found} == {}
