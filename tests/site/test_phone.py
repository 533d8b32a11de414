"""On a phone nothing scrolls sideways, and a row of a table is a card that says what its numbers are."""

from collections.abc import Callable
from typing import Any

import pytest
from driving import PHONES, SCREENS, Visitor, Walk

pytestmark = pytest.mark.site

ROWS = """() => [...document.querySelectorAll(".sb-table tbody tr:not(.sb-group)")].map(row => ({
  display: getComputedStyle(row).display,
  name: row.querySelector("th").innerText,
  labels: [...row.querySelectorAll("td[data-label]")].map(cell => getComputedStyle(cell, "::before").content),
  shown: [...row.querySelectorAll("th, td[data-label], .sb-number")].map(each => {
    const box = each.getBoundingClientRect();
    return box.width > 20 && box.height > 8 && box.left >= 0 && box.right <= innerWidth;
  }),
  numbers: row.querySelectorAll(".sb-number").length,
}))"""
KINDS = """() => [...document.querySelectorAll(".sb-kinds tbody .sb-own")].map(row => ({
  display: getComputedStyle(row).display,
  labels: [...row.querySelectorAll("td[data-label]")].map(cell => getComputedStyle(cell, "::before").content),
  shown: [...row.querySelectorAll("th, .sb-number")].map(each => {
    const box = each.getBoundingClientRect();
    return box.width > 20 && box.height > 8 && box.left >= 0 && box.right <= innerWidth;
  }),
}))"""
HEADS = """() => [...document.querySelectorAll(".sb-table thead th")].map(head => {
  const box = head.getBoundingClientRect();
  return box.width > 20 && box.height > 8 && getComputedStyle(head.closest("thead")).clipPath === "none";
})"""


@pytest.mark.parametrize("width", PHONES)
def test_no_page_is_wider_than_a_phone(walk: Walk, width: int) -> None:
    assert {path: more for path, more in walk.overflow[width].items() if more > 0} == {}


@pytest.mark.parametrize("width", SCREENS)
def test_no_page_is_wider_than_a_screen(walk: Walk, width: int) -> None:
    assert {path: more for path, more in walk.overflow[width].items() if more > 0} == {}


@pytest.mark.parametrize("width", PHONES)
def test_a_row_on_a_phone_is_a_card_with_the_tool_the_roles_and_their_numbers(
    address: str, visit: Callable[..., Visitor], data: Callable[[str], Any], width: int
) -> None:
    roles = [role["short"] for role in data("roles.yml")["roles"]]
    labels = [f'"{role[:1].upper()}{role[1:]}"' for role in roles]
    rows = (
        visit(viewport={"width": width, "height": 740}, has_touch=True)
        .open(f"{address}compare/education/")
        .evaluate(ROWS)
    )
    assert len(rows) > 30
    for row in rows:
        assert row["display"] == "grid", row
        assert row["labels"] == labels, row
        assert row["name"].strip(), row
        assert all(row["shown"]), row
    assert sum(row["numbers"] == len(roles) for row in rows) > 20


def test_a_row_with_two_kinds_says_on_a_phone_which_numbers_are_of_which_kind(
    address: str, visit: Callable[..., Visitor]
) -> None:
    page = visit(viewport={"width": 390, "height": 740}, has_touch=True).open(f"{address}compare/tools/")
    rows = page.evaluate(KINDS)
    assert len(rows) > 70
    for row in rows:
        assert row["display"] == "grid", row
        assert len(row["labels"]) in (2, 4, 6), row
        assert sum("Survey answers" in label for label in row["labels"]) == 1, row
        assert sum("Adverts" in label for label in row["labels"]) == 1, row
        assert all(row["shown"]), row


def test_the_heads_of_the_columns_are_seen_at_a_desk(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}compare/education/")
    heads = page.evaluate(HEADS)
    assert len(heads) > 10
    assert all(heads)
    assert {row["display"] for row in page.evaluate(ROWS)} == {"table-row"}
    assert {label for row in page.evaluate(ROWS) for label in row["labels"]} == {"none"}
