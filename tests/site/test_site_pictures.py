"""Pictures on their pages: the drawing that fits is seen, it says what it shows, and its data are one step away."""

import csv
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from driving import Visitor, Walk
from playwright.sync_api import expect
from reading import Site

pytestmark = pytest.mark.site

# For each width of the window the drawing that fits, and in pixels how small its letters may be.
FITTING = {1280: ("sb-wide", 10), 768: ("sb-wide", 10), 390: ("sb-narrow", 10), 320: ("sb-narrow", 9)}


@pytest.fixture(scope="module")
def pictures(data: Callable[[str], Any]) -> dict[str, str]:
    """For each picture the path of its page."""
    ids = [picture["id"] for picture in data("pictures.yml")["pictures"]]
    pages = {section["id"]: section["page"] for section in data("sections.yml")["sections"]}
    return {id_: pages[id_] for id_ in ids}


def test_every_picture_says_what_it_shows_and_where_it_is_from(
    site: Site, pictures: dict[str, str], data: Callable[[str], Any]
) -> None:
    assert len(pictures) > 10
    for id_, page in pictures.items():
        shown = site.page(page)
        figure = shown.by_id[id_]
        drawings = figure.find("svg")
        assert [each.attributes["class"] for each in drawings] == ["sb-wide", "sb-narrow"]
        for each in drawings:
            assert each.attributes["role"] == "img"
            assert shown.by_id[each.attributes["aria-labelledby"]].words
            assert len(shown.by_id[each.attributes["aria-describedby"]].words) > 40
        links = [link.attributes["href"] for link in figure.find("a") if "download" in link.attributes]
        csv_file, svg_file = (site.folder / site.target(shown, link)[0] for link in links)
        with csv_file.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert len(rows) == len(figure.find("table", "sb-data")[0].find("tr"))
        drawn = " ".join(each.text for each in ElementTree.parse(svg_file).iter() if each.tag.endswith("}text"))
        named = [link.attributes["href"] for link in figure.find("p", "sb-taken")[0].find("a")]
        for source in data("sources.yml")["sources"]:
            page = re.compile(rf"/sources/{source['id']}(/|\.html)")
            if any(map(page.search, named)):
                assert source["licence"].get("notice", "") in drawn, (id_, source["id"])


@pytest.mark.parametrize("width", FITTING)
def test_the_drawing_that_fits_is_seen_and_can_be_read(walk: Walk, pictures: dict[str, str], width: int) -> None:
    name, least = FITTING[width]
    assert sorted(each["id"] for each in walk.pictures[width]) == sorted(pictures)
    for each in walk.pictures[width]:
        [shown] = each["shown"]
        assert shown["name"] == name, each
        assert shown["right"] <= width, each
        assert shown["letters"] >= least, each


def test_a_picture_follows_the_scheme_and_is_printed_light(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit(color_scheme="dark").open(f"{address}compare/salaries/")
    color = "getComputedStyle(document.querySelector('#salaries-picture .sb-wide text')).fill"
    assert page.evaluate(color) == "rgb(134, 191, 240)"
    page.emulate_media(media="print")
    assert page.evaluate(color) == "rgb(26, 95, 160)"
    expect(page.locator("#salaries-picture .sb-wide")).to_be_visible()
    expect(page.locator("#salaries-picture .sb-narrow")).to_be_hidden()


def test_the_data_open_without_scripts_from_disk(offline: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 390, "height": 800}, java_script_enabled=False, offline=True)
    page = visitor.open((offline.folder / "compare" / "salaries.html").as_uri())
    expect(page.locator("#salaries-picture .sb-narrow")).to_be_visible()
    table = page.locator("#salaries-picture .sb-data")
    expect(table).to_be_hidden()
    page.locator("#salaries-picture summary").click()
    expect(table).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
