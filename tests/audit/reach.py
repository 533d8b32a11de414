"""Whether a page can be read in a very narrow window and with text of twice the size: nothing is cut off, nothing
scrolls sideways.
"""

from collections.abc import Iterator

from playwright.sync_api import Page
from sites import Finding

NARROWEST = 320
"""Pixels: a window of 1280 at a zoom of 400 %, which WCAG asks for."""
TWICE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
"""Starts Chromium as somebody has it who has set the size of text to twice what it is."""
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
CUT = """() => {
  const aside = each => getComputedStyle(each).clipPath === "inset(50%)" || each.clientWidth <= 1;  // only read aloud
  const cuts = ["hidden", "clip"];
  return [...document.body.querySelectorAll("*")].filter(each => {
    const { overflowX, overflowY } = getComputedStyle(each);
    const wide = cuts.includes(overflowX) && each.scrollWidth > each.clientWidth + 1;
    const high = cuts.includes(overflowY) && each.scrollHeight > each.clientHeight + 1;
    const seen = each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const { left, right } = each.getBoundingClientRect();  // a menu that is closed waits beside the window
    return (wide || high) && seen && right > 0 && left < innerWidth && each.innerText?.trim() && !aside(each);
  }).map(each => `${each.tagName.toLowerCase()}.${each.className}: ${each.innerText.trim().slice(0, 60)}`);
}"""


def reach(page: Page, name: str) -> Iterator[Finding]:
    """What is lost of the page that a window shows."""
    more = page.evaluate(SIDEWAYS)
    if more > 0:
        yield Finding("reach", "sideways", name, "", f"the page is {more} pixels wider than its window")
    for place in page.evaluate(CUT):
        yield Finding("reach", "cut off", name, place, "text is cut off")
