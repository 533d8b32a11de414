"""On paper: the text and its tables with their heads, and nothing around them."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from driving import OVERFLOW, Visitor, visiting
from playwright.sync_api import Browser, Page, expect
from reading import Site

pytestmark = pytest.mark.site

SHEET = re.compile(rb"/Type\s*/Page\b")
WIDTH = 672  # of A4 less the margins of print.css, in CSS pixels
WIDER = """width => [...document.querySelectorAll(".md-content table, .md-content svg, .md-content pre")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > width + 1)
  .map(each => each.id || each.className.baseVal || each.className || each.tagName)"""
AFTER = """links => links.map(link => [link.host === location.host, getComputedStyle(link, "::after").content])"""

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


def test_nothing_of_any_page_is_wider_than_the_paper(hosted: Site, address: str, browser: Browser) -> None:
    wider = {}
    with visiting(browser, viewport={"width": WIDTH, "height": 950}) as visitor:
        visitor.page.emulate_media(media="print")
        for path in hosted.pages:
            page = visitor.open(f"{address}{path.removesuffix('index.html')}")
            if found := page.evaluate(WIDER, WIDTH):
                wider[path] = found
    assert wider == {}


@pytest.mark.parametrize(
    ("path", "most"), [("", 4), ("compare/levels/", 8), ("roles/titles/", 6), ("work/goals/", 5), ("data/changes/", 5)]
)
def test_a_chapter_takes_a_sane_number_of_sheets(path: str, most: int, address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}{path}")
    for paper in ("A4", "Letter"):
        assert 1 <= len(SHEET.findall(page.pdf(format=paper))) <= most, paper


def test_every_sheet_says_what_it_is_and_the_first_where_it_is_from(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}compare/levels/")
    line = page.locator(".sb-printed")
    expect(line).to_be_hidden()
    page.pdf(format="A4")
    foot = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sb-foot')")
    assert json.loads(foot) == f"How does each role rise? · {address}compare/levels/"
    page.emulate_media(media="print")
    expect(line).to_be_visible()
    for words in ("Release ", f"{address}s/levels/", "CC BY 4.0"):
        expect(line).to_contain_text(words)
    expect(page.locator(".sb-cite")).to_be_visible()
    expect(page.locator(".sb-end-more")).to_be_hidden()


def test_the_foot_follows_when_the_page_changes_without_being_loaded_anew(address: str, visitor: Visitor) -> None:
    page = visitor.begin(address)
    page.click(".md-nav--primary a[href$='compare/salaries/']")
    expect(page.locator(".md-content h1")).to_contain_text("Who earns what?")
    page.pdf(format="A4")
    foot = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sb-foot')")
    assert json.loads(foot) == f"Who earns what? · {address}compare/salaries/"


def test_addresses_of_other_sites_are_written_out_and_those_of_this_one_are_not(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}path/switch/")
    page.pdf(format="A4")
    page.emulate_media(media="print")
    found = page.locator(".md-content table a[href]").evaluate_all(AFTER)
    assert {own for own, _ in found} == {True, False}
    assert [said for own, said in found if own != (said in ("none", "normal"))] == []


def test_what_is_folded_on_the_screen_is_there_on_paper(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/sections/")
    folded = page.locator(".sb-index").first
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()


def test_heads_that_sort_are_no_buttons_on_paper(address: str, visitor: Visitor) -> None:
    """A browser repeats the heads of a table on every sheet, but not a button in them."""
    page = visitor.open(f"{address}compare/all-tools/")
    button = page.locator(".sb-sort").first
    expect(button).to_be_visible()
    page.emulate_media(media="print")
    expect(button).to_have_css("display", "contents")


def test_rows_that_stand_above_are_not_printed_again_unless_somebody_filtered_them(
    address: str, visitor: Visitor
) -> None:
    page = visitor.open(f"{address}compare/skills/")
    table = page.locator("#skills-table-all")
    expect(table.locator("thead")).to_be_visible()
    page.emulate_media(media="print")
    for part in ("caption", "thead", "tbody tr >> nth=0"):
        expect(table.locator(part).first).to_be_hidden()
    assert f"{address}s/skills-table-all/" in table.evaluate("each => getComputedStyle(each, '::before').content")
    expect(page.locator("#skills-table-mathematics tbody tr").first).to_be_visible()
    expect(page.get_by_text("what you set stands in the address")).to_be_hidden()

    page.emulate_media(media="screen")
    page.locator(".sb-controls [type=search]").fill("python")
    page.emulate_media(media="print")
    expect(table.locator("thead")).to_be_visible()

    page = visitor.open(f"{address}compare/all-tools/")
    page.emulate_media(media="print")
    expect(page.locator("#all-tools-table thead")).to_be_visible()  # they stand on another page


def test_no_group_of_a_table_has_to_follow_the_one_before_on_its_sheet(address: str, visitor: Visitor) -> None:
    """Were each to, a browser would have to tear rows."""
    page = visitor.open(f"{address}compare/all-tools/")
    page.emulate_media(media="print")
    breaks = page.locator("#all-tools-table tbody:not(.sb-sorted)").evaluate_all(
        "all => all.map(each => getComputedStyle(each.rows[0]).breakBefore)"
    )
    assert breaks == ["avoid", *["auto"] * (len(breaks) - 1)]
    assert len(breaks) > 5
