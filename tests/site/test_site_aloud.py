"""Read aloud, still, and in the reader's own colors: what a screen reader is told, and what stays to be seen."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from driving import Visitor
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.site

MOVING = """() => [...document.querySelectorAll("*")].flatMap(each => ["", "::before", "::after"].map(part => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each, part || null);
  const moves = /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
  return moves ? `${each.tagName}.${each.className}${part}` : "";
})).filter(Boolean)"""
COLORS = """selector => [...document.querySelectorAll(selector)].filter(each => each.getBoundingClientRect().width)
  .map(each => { const { stroke, fill, color } = getComputedStyle(each); return { stroke, fill, color }; })"""
CANVAS = """() => {
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.cssText = "color: Canvas; background: CanvasText; forced-color-adjust: none";
  const { color, backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return [color, backgroundColor];
}"""
SCHEMES = ("light", "dark")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_table_is_rows_with_heads_at_a_desk_and_as_cards(
    address: str, visit: Callable[..., Visitor], data: Callable[[str], Any], width: int
) -> None:
    page = visit(viewport={"width": width, "height": 800}).open(f"{address}compare/education/")
    roles = [re.escape(role["short"]) for role in data("roles.yml")["roles"]]
    table = page.locator("#education-table-degrees").aria_snapshot()
    assert re.search(r'- table "Degrees\. ', table)
    heads = [rf'- columnheader "(?i:.*{role}.*)"' for role in roles]
    assert all(re.search(head, table) for head in heads), table
    rows = re.findall(r"(?m)^ +- row .*:\n((?: {6,}.*\n?)*)", table)
    cells = [re.findall(r"(?m)^ +- (rowheader|columnheader|cell)\b", row) for row in rows]
    body = [row for row in cells if "columnheader" not in row]
    assert len(body) > 2
    assert all(row == ["rowheader", "cell", "cell", "cell"] for row in body), cells


def test_a_chart_is_one_picture_with_its_title_finding_and_data(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}compare/tools/")
    figure = page.locator("#tools-picture")
    drawings = [each for each in figure.locator("svg").all() if each.is_visible()]
    assert len(drawings) == 1
    expect(drawings[0]).to_have_role("img")
    expect(drawings[0]).to_have_accessible_name(re.compile("^What tells the tools of the two roles apart"))
    expect(drawings[0]).to_have_accessible_description(re.compile(r"\d"))
    figure.locator("summary").click()
    assert re.search(r'- table "What tells the tools of the two roles apart"', figure.aria_snapshot())


def test_the_self_assessment_is_groups_of_choices(address: str, visitor: Visitor, data: Callable[[str], Any]) -> None:
    page = visitor.open(f"{address}path/choose/")
    said = page.locator(".sb-assessment").aria_snapshot()
    statements = [each["text"] for each in data("assessment.yml")["statements"]]
    groups = re.findall(r'- group "?(\d+\. .*?)"?:\n', said)
    assert [text.partition(". ")[2] for text in groups] == statements
    radios = re.findall(r'- radio "([^"]+)"', said)
    assert len(radios) == 5 * len(statements)
    assert set(radios) == set(radios[:5])


def test_nothing_moves_for_whoever_asked_for_it(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit(reduced_motion="reduce").open(f"{address}path/switch/")
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_and_bars_are_seen_in_colors_of_the_system(
    address: str, visit: Callable[..., Visitor], scheme: str
) -> None:
    page: Page = visit(color_scheme=scheme, forced_colors="active").open(f"{address}compare/education/")
    paper, ink = page.evaluate(CANVAS)
    assert paper != ink
    assert {each["stroke"] for each in page.evaluate(COLORS, ".sb-bar-value")} == {ink}
    assert {each["fill"] for each in page.evaluate(COLORS, ".sb-drawn text")} == {ink}
    drawn = page.evaluate(COLORS, ".sb-drawn path")
    assert ink in {each["stroke"] for each in drawn}


def test_motion_is_there_for_the_others(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}path/switch/")
    assert page.evaluate(MOVING) != []
