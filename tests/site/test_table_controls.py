"""Whole comparison tables answer: find, filter and sort, by mouse and by keyboard, hosted and from disk. What is set
stands in the address. Without scripts, or with a broken one, the whole table is there."""

from collections.abc import Callable
from typing import Any

import pytest
from driving import OVERFLOW, Visitor
from playwright.sync_api import Page, Route, expect
from reading import Site

pytestmark = pytest.mark.site

CHAPTER, TABLE = "compare/all-tools.md", "all-tools-table"
WHOLE = {
    "compare/at-a-glance.md": "glance-table",
    "compare/skills.md": "skills-table-all",
    "compare/responsibilities.md": "responsibilities-table-all",
    CHAPTER: TABLE,
    "compare/education.md": "education-table-all",
    "compare/salaries.md": "salaries-table-all",
}
NAMES = f"""() => [...document.querySelectorAll("#{TABLE} tr[data-row]")]
  .filter(row => row.getClientRects().length).map(row => row.dataset.name)"""
LINES = f"""() => [...document.querySelectorAll("#{TABLE} tbody tr:not(.sb-group)")]
  .filter(row => row.getClientRects().length).length"""

ROOM = """table => {
  const top = () => table.getBoundingClientRect().top + scrollY, ready = top();
  table.parentNode.querySelector(".sb-controls").remove();
  delete table.dataset.ready;
  return ready - top();
}"""


@pytest.fixture(params=["hosted", "offline"])
def place(request: pytest.FixtureRequest) -> str:
    """The page with all tools: hosted, and from disk."""
    site: Site = request.getfixturevalue(request.param)
    if request.param == "offline":
        return (site.folder / site.path(CHAPTER)).as_uri()
    return request.getfixturevalue("address") + site.address(CHAPTER)


@pytest.fixture
def tools(data: Callable[[str], Any]) -> list[dict]:
    return data("tools.yml")["rows"]


def at(page: Page) -> str:
    """The address; Playwright's own learns of a change a little later."""
    return page.evaluate("location.href")


def names(page: Page) -> list[str]:
    return page.evaluate(NAMES)


def test_a_table_is_found_in_filtered_and_sorted_and_the_address_says_so(
    place: str, visit: Callable[..., Visitor], tools: list[dict]
) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800}, offline=place.startswith("file:"))
    page = visitor.open(place)
    status = page.get_by_role("status").filter(has_text="rows")
    expect(status).to_have_text(f"{len(tools)} rows")
    assert at(page) == place
    order, lines = names(page), page.evaluate(LINES)
    assert len(order) == len(tools)

    page.get_by_label("Group").select_option(label="Clouds")
    clouds = [row["name"] for row in tools if row["group"] == "clouds"]
    assert names(page) == clouds
    expect(status).to_have_text(f"{len(clouds)} of {len(tools)} rows")
    assert at(page) == f"{place}?{TABLE}=group:clouds"
    assert page.locator(f"#{TABLE} .sb-group:visible").count() == 1

    head = page.locator(f"#{TABLE} thead").get_by_role("button", name="Difference").nth(1)
    head.click()
    expect(page.locator(f"#{TABLE} th[aria-sort=descending]")).to_have_attribute("data-column", "advert-difference")
    assert at(page) == f"{place}?{TABLE}=group:clouds,sort:advert-difference"
    expect(page.locator(f"#{TABLE} .sb-in:visible").first).to_have_text("Clouds")
    assert page.locator(f"#{TABLE} .sb-group:visible").count() == 0
    sizes = page.locator(f"#{TABLE} .sb-own:visible td:last-child").all_inner_texts()
    points = [float(size.split()[0]) if "points" in size else 0 for size in sizes]
    assert points == sorted(points, reverse=True)
    assert points[0] > 0

    page.get_by_label("Find by name").fill("no such tool")
    expect(status.or_(page.get_by_text("No row has all of this"))).to_contain_text("No row has all of this")
    assert names(page) == []
    page.get_by_role("button", name="Reset").click()
    assert (names(page), page.evaluate(LINES), at(page)) == (order, lines, place)
    expect(page.get_by_label("Find by name")).to_be_focused()


def test_the_address_sets_the_table_and_what_it_does_not_know_changes_nothing(
    place: str, visitor: Visitor, tools: list[dict]
) -> None:
    state = f"?x=1&{TABLE}=group:nowhere,kind:<b>,clear,sort:usage-difference,reverse,find:c%2B%2B"
    page = visitor.open(f"{place}{state}#{TABLE}")
    assert names(page) == ["C++"]
    expect(page.get_by_label("Find by name")).to_have_value("c++")
    expect(page.get_by_label("only where the roles differ")).to_be_checked()
    expect(page.get_by_label("in reverse")).to_be_checked()
    expect(page.get_by_label("Sort by")).to_have_value("usage-difference")
    expect(page.get_by_label("Group")).to_have_value("")
    expect(page.get_by_label("Find by name")).to_be_in_viewport()
    expect(page.locator(f"#{TABLE} caption")).to_be_in_viewport()
    page.get_by_label("Find by name").fill("")
    assert at(page) == f"{place}?x=1&{TABLE}=clear,sort:usage-difference,reverse#{TABLE}"
    assert 1 < len(names(page)) < len(tools)


def test_the_keyboard_alone_is_enough(place: str, visitor: Visitor) -> None:
    page = visitor.open(place)
    page.get_by_label("Find by name").focus()
    page.keyboard.type("amazon")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_label("only where the roles differ")).to_be_focused()
    page.keyboard.press("Space")
    assert "clear,find:amazon" in at(page)
    assert 0 < len(names(page)) < 5
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # Reset
    head = page.locator(f"#{TABLE} thead").get_by_role("button").first
    page.evaluate("document.activeElement.blur()")
    head.focus()
    for direction, first in (("ascending", min), ("descending", max)):
        page.keyboard.press("Enter")
        expect(page.locator(f"#{TABLE} th[aria-sort={direction}] button")).to_be_focused()
        shown = [name.casefold() for name in names(page)]
        assert shown[0] == first(shown)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_on_a_phone_the_controls_fit_and_heads_that_are_not_seen_are_not_come_to(
    place: str, visit: Callable[..., Visitor]
) -> None:
    page = visit(viewport={"width": 390, "height": 740}, has_touch=True).open(f"{place}#{TABLE}")
    expect(page.get_by_label("Find by name")).to_be_in_viewport()
    page.get_by_label("Sort by").select_option(label="Survey answers: difference")
    page.get_by_label("only where the roles differ").tap()
    page.get_by_label("Group").select_option(label="Languages")
    shown = names(page)
    assert 1 < len(shown) < 20
    assert page.locator(f"#{TABLE} tr:visible").count() >= 2 * len(shown)
    assert page.evaluate(OVERFLOW) <= 0
    for control in page.locator(".sb-controls").locator("input, select, button").all():
        box = control.bounding_box()
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390, control
    assert page.locator(f"#{TABLE} thead button:not([tabindex='-1'])").count() == 0


def test_without_scripts_the_whole_table_is_there_and_no_control(
    hosted: Site, address: str, visit: Callable[..., Visitor], tools: list[dict]
) -> None:
    page = visit(java_script_enabled=False).open(f"{address}{hosted.address(CHAPTER)}?{TABLE}=group:clouds#{TABLE}")
    assert page.locator(f"#{TABLE} tr.sb-own:visible").count() == len(tools)
    assert page.locator(".sb-controls, .sb-sort, [aria-sort]").count() == 0


def test_a_script_that_fails_hides_nothing(place: str, visit: Callable[..., Visitor], tools: list[dict]) -> None:
    visitor = visit()
    fault = """Object.defineProperty(globalThis, "sideBySide", {
      set(value) {
        if (value.tables) value.tables.answer = (rows, state, columns) => {
          if (state.kind) throw new Error("made to fail");
          return rows.filter(row => !state.group || row.group === state.group).reverse();
        };
        this.kept = value;
      },
      get() { return this.kept; },
    });"""
    visitor.page.add_init_script(fault)
    page = visitor.open(f"{place}?{TABLE}=sort:name")
    page.get_by_label("Group").select_option("clouds")
    assert 0 < len(names(page)) < len(tools)
    page.get_by_label("Kind of evidence").select_option("advert")
    groups = [row["group"] for row in tools]
    assert names(page) == [row["name"] for group in dict.fromkeys(groups) for row in tools if row["group"] == group]
    assert page.locator(".sb-controls, .sb-sort, [aria-sort], .sb-in").count() == 0
    assert page.locator(f"#{TABLE} .sb-group:visible").count() == len(set(groups))


def test_a_table_works_after_another_page_and_on_the_way_back(address: str, visitor: Visitor) -> None:
    def late(route: Route) -> None:
        visitor.page.wait_for_timeout(200)
        route.continue_()

    visitor.page.route("**/table-logic.*.js", late)  # the scripts of the next page run in the order in which they come
    page = visitor.begin(f"{address}compare/tools/")
    page.evaluate("window.kept = true")
    page.locator(".md-content a[href*='all-tools/']").first.click()
    expect(page.locator(".sb-controls")).to_have_count(1)
    page.get_by_label("Find by name").fill("pandas")
    assert at(page) == f"{address}compare/all-tools/?{TABLE}=find:pandas"
    page.wait_for_timeout(300)  # the theme writes down how far the page was scrolled
    page.click(".md-nav--primary a[href$='compare/salaries/']")
    expect(page.locator(".md-content h1")).to_contain_text("Who earns what?")
    expect(page.locator(".sb-controls")).to_have_count(1)
    page.get_by_label("only where the roles differ").check()
    assert at(page) == f"{address}compare/salaries/?salaries-table-all=clear"
    page.go_back()
    expect(page.locator(".md-content h1")).to_contain_text("All tools")
    expect(page.get_by_label("Find by name")).to_have_value("pandas")
    assert names(page) == ["pandas"]
    assert page.evaluate("window.kept") is True


def test_every_long_table_that_is_whole_has_its_scripts_and_no_other_page_has(hosted: Site) -> None:
    paths = {hosted.path(chapter): id_ for chapter, id_ in WHOLE.items()}
    for path, page in hosted.pages.items():
        scripts = [each.attributes.get("src", "") for each in page.root.find("script")]
        loaded = [script.rpartition("/")[2].split(".")[0] for script in scripts]
        asked = {each.attributes["id"] for each in page.root.find("table") if "data-scripts" in each.attributes}
        assert asked == ({paths[path]} if path in paths else set()), path
        assert [name for name in loaded if name.startswith("table-")] == (
            ["table-logic", "table-controls"] if path in paths else []
        ), path


def test_on_paper_there_is_no_control_but_what_the_rows_were_chosen_by(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}compare/all-tools/")
    page.emulate_media(media="print")
    expect(page.locator(".sb-controls")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("Group").select_option("clouds")
    page.emulate_media(media="print")
    expect(page.locator(".sb-controls [role=status]")).to_be_visible()
    hidden = page.locator(".sb-controls").locator("input, select, button, summary")
    assert [each.is_visible() for each in hidden.all()] == [False] * hidden.count()


def test_a_link_of_the_contents_keeps_what_is_set(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}compare/skills/?skills-table-all=find:sql")
    page.get_by_label("Find by name").fill("python")
    page.locator(".md-sidebar--secondary a[href*='#skills-limits']").click()
    page.wait_for_function("location.hash === '#skills-limits'")
    assert at(page) == f"{address}compare/skills/?skills-table-all=find:python#skills-limits"
    expect(page.get_by_label("Find by name")).to_have_value("python")


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("chapter", WHOLE)
def test_a_table_stands_where_it_stood_before_it_had_controls(
    hosted: Site, address: str, visit: Callable[..., Visitor], chapter: str, width: int
) -> None:
    """The styles keep as much room as the controls take: folded up, open, and open on a phone."""
    page = visit(viewport={"width": width, "height": 800}).open(f"{address}{hosted.address(chapter)}")
    expect(page.locator(".sb-controls [role=status]")).to_contain_text("rows")  # the last that the script writes there
    assert abs(page.locator(f"#{WHOLE[chapter]}").evaluate(ROOM)) < 1
