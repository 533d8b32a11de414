"""On paper: the text and its tables with their heads, and nothing around them."""

from collections.abc import Callable, Iterator

import pytest
from driving import OVERFLOW, Visitor, visiting
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.site

PAPER = {"A4": 718, "Letter": 739, "a wide window": 1280}  # less a browser's usual margins, in CSS pixels
HEADS = """() => [...document.querySelectorAll(".sb-table thead")].map(head => {
  const box = head.getBoundingClientRect(), table = head.closest("table").getBoundingClientRect();
  const style = getComputedStyle(head);
  return style.display === "table-header-group" && style.clipPath === "none" && box.width > 0.9 * table.width;
})"""


@pytest.fixture(scope="module")
def printed(address: str, browser: Browser) -> Iterator[Page]:
    """The chapter with the most tables, as it is laid out for paper."""
    with visiting(browser) as visitor:
        page = visitor.open(f"{address}compare/tools/")
        page.emulate_media(media="print")
        yield page
        assert visitor.complaints() == []


@pytest.fixture(params=PAPER)
def paper(request: pytest.FixtureRequest, printed: Page) -> Page:
    """The chapter on each kind of paper in turn."""
    printed.set_viewport_size({"width": PAPER[request.param], "height": 1000})
    return printed


def test_nothing_but_the_page_itself_is_printed(paper: Page) -> None:
    for around in (".md-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-footer__inner"):
        assert paper.locator(around).count() == 1, around
        expect(paper.locator(around)).to_be_hidden()
    for sign in (".headerlink", ".sb-embed"):
        expect(paper.locator(sign).first).to_be_hidden()
    expect(paper.locator(".md-content h1")).to_be_visible()


def test_the_heads_of_tables_are_printed(paper: Page) -> None:
    heads = paper.evaluate(HEADS)
    assert len(heads) > 5
    assert all(heads)


def test_nothing_is_cut_off_at_the_edge_of_the_paper(paper: Page) -> None:
    assert paper.evaluate(OVERFLOW) <= 0


def test_a_page_in_the_dark_scheme_is_printed_dark_on_white(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit(color_scheme="dark").open(f"{address}compare/tools/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.md-content h1')).color") == "rgb(0, 0, 0)"
