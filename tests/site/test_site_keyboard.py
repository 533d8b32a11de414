"""By keyboard alone: whatever can be used is reached in the order of the page, is seen, and lets go again."""

from collections.abc import Callable
from typing import Any

import pytest
from driving import Visitor
from playwright.sync_api import Page
from reading import Site

pytestmark = pytest.mark.site

CHAPTERS = ("index.md", "about/accessibility.md", "compare/levels.md", "data/examples.md", "teach/handouts/posting.md")
OTHERS = ("404.html", "s/goals/cite.html", "embed/overlap/index.html", "embed/goals/index.html")
WIDTHS = (1280, 390)

CAN_BE_REACHED = """() => {
  const named = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const seen = (each) => each.checkVisibility({ visibilityProperty: true });
  const can = (each) => each.tabIndex >= 0 && !each.disabled && seen(each);
  const all = [...document.querySelectorAll(named)].filter(can);
  const group = (each) => all.filter((other) => other.type === "radio" && other.name === each.name);
  const chosen = (each) => group(each).find((other) => other.checked) ?? group(each)[0];
  window.reached = all.filter((each) => each.type !== "radio" || chosen(each) === each);
  return window.reached.length;
}"""
HAS_FOCUS = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const shown = (one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !/, 0\\)$/.test(outlineColor);
    const inside = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && width > 4 && height > 4;
    const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1);
    const on = document.elementFromPoint(x, y);
    const free = on && (one.contains(on) || on.contains(one) || [...one.getClientRects()].length > 1);
    return drawn && inside && free && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const title = each.parentElement?.querySelector(":scope > .md-nav > .md-nav__title");
  const shows = [each, ...(each.labels ?? []), each.nextElementSibling, title].filter(Boolean);
  return {
    place: window.reached.indexOf(each),
    name: `${each.tagName.toLowerCase()}#${each.id}.${each.className} ${each.textContent.trim().slice(0, 40)}`,
    seen: shows.some(shown),
  };
}"""
READY = """() => !document.querySelector("[data-md-component]") || window.component$
  && document.querySelectorAll(".md-content pre > code").length === document.querySelectorAll(".md-code__nav").length
"""  # the theme's script is there, and has put buttons to copy
STILL = "() => !document.getAnimations().some((each) => each.playState === 'running')"


def _walk(page: Page, key: str, count: int) -> list[dict[str, Any]]:
    """What has the focus after each press of a key, until the page has let it go."""
    met = []
    for _ in range(count + 5):
        page.keyboard.press(key)
        page.wait_for_function(STILL)
        found = page.evaluate(HAS_FOCUS)
        if found and not found["seen"]:
            page.wait_for_timeout(500)  # the search opens when its field has the focus, and that takes a moment
            found = page.evaluate(HAS_FOCUS)
        if found is None or (met and found["place"] == met[0]["place"]):
            return met
        met.append(found)
    raise AssertionError(f"{key} is caught: {met[-3:]}")


def _open(visit: Callable[..., Visitor], address: str, width: int) -> Page:
    page = visit(viewport={"width": width, "height": 800}, reduced_motion="reduce").open(address)
    page.mouse.move(1, 1)
    page.wait_for_function(READY)
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("chapter", [*CHAPTERS, *OTHERS])
def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(
    hosted: Site, address: str, visit: Callable[..., Visitor], chapter: str, width: int
) -> None:
    path = hosted.address(chapter) if chapter.endswith(".md") else chapter
    page = _open(visit, address + path, width)
    count = page.evaluate(CAN_BE_REACHED)
    met = _walk(page, "Tab", count)
    assert [each["name"] for each in met if not each["seen"]] == []
    assert [each["place"] for each in met] == list(range(count))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_same_way_back(address: str, visit: Callable[..., Visitor], width: int) -> None:
    page = _open(visit, f"{address}compare/levels/", width)
    count = page.evaluate(CAN_BE_REACHED)
    met = _walk(page, "Shift+Tab", count)
    assert [each["name"] for each in met if not each["seen"]] == []
    assert [each["place"] for each in met] == list(reversed(range(count)))


def test_the_first_key_skips_to_the_content(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}compare/levels/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('.md-content')")


def test_the_search_is_used_and_left_by_keys(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}about/accessibility/")
    page.locator(".md-search__input").focus()
    visitor.search("salaries", "compare/salaries")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.keyboard.press("Tab")
    assert page.evaluate("() => !document.activeElement.closest('.md-search__output')")


def test_a_phone_opens_its_menu_where_the_focus_goes(address: str, visit: Callable[..., Visitor]) -> None:
    page = _open(visit, f"{address}about/accessibility/", 390)
    menu = page.locator(".md-sidebar--primary")
    assert menu.bounding_box()["x"] < 0
    page.evaluate("() => document.querySelector('.md-nav--primary > .md-nav__list .md-nav__toggle:checked').focus()")
    assert menu.bounding_box()["x"] == 0
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    assert menu.bounding_box()["x"] == 0
    assert page.evaluate("() => document.activeElement.closest('.md-nav').dataset.mdLevel") == "0"


def test_no_letter_alone_does_anything(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}about/accessibility/")
    page.locator("h1").click()
    for key in "fs/pn,.":
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == f"{address}about/accessibility/"
    assert not page.locator("#__search").is_checked()
