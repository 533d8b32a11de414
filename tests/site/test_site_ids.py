"""Everything that was ever given an address has it, in both forms of the site: sections, tables, pictures, figures."""

from collections.abc import Callable
from typing import Any

import pytest
from building import ROOT
from reading import Element, Site

from sidebyside.model import FEW

pytestmark = pytest.mark.site

Data = Callable[[str], Any]
INHERITED = ("measure", "period", "interval", "unit")


def test_every_section_is_on_its_page_once(site: Site, data: Data) -> None:
    sections = data("sections.yml")["sections"]
    assert sections
    wrong = [each for each in sections if site.page(each["page"]).ids.count(each["id"]) != 1]
    assert wrong == []


def _published() -> list[tuple[str, str]]:
    """Every address that was ever published: an id, and the page on which it stood."""
    lines = (ROOT / "data" / "sections.lock").read_text(encoding="utf-8").splitlines()
    return [(line.split()[0], line.split()[1]) for line in lines if line and not line.startswith("#")]


def test_every_address_that_was_ever_published_leads_somewhere(site: Site) -> None:
    published = _published()
    assert len(published) > 700
    assert [(id_, page) for id_, page in published if id_ not in site.pages[site.path(page)].by_id] == []


def _figures(data: Data) -> list[dict[str, Any]]:
    """Every figure as it is stored, with what the head of its file says for all."""
    files = sorted((ROOT / "data" / "evidence").glob("*.yml"))
    heads = [data(f"evidence/{path.name}") for path in files]
    return [{key: head[key] for key in (*INHERITED, "source")} | figure for head in heads for figure in head["figures"]]


def _entry(site: Site, figure: dict[str, Any]) -> Element | None:
    page = site.page(f"data/sources/{figure['source']}.md")
    return page.by_id.get(figure["id"].partition("/")[2])


def _shown(figure: dict[str, Any], value: dict[str, Any]) -> str:
    """A stored value as a reader should see it in its entry: computed here once more, on purpose."""
    match figure["statistic"]:
        case "share":
            return f"{value['count'] / value['of'] * 100:.1f}\u00a0%"
        case "quantiles" if figure["unit"] == "years":
            return f"{value['median']:g}\u00a0years"
        case "quantiles":
            return f"${value['median']:,}"
        case "expectation":
            return value.get("level", "not asked").capitalize() if value else "not asked"
        case "listing":
            return "listed" if value["listed"] else "not listed"
        case "estimate" if figure["unit"] == "share":
            return f"{value['value'] * 100:.1f}\u00a0%"
        case "estimate" if figure["unit"] == "usd-a-year":
            return f"${value['value']:,}"
    return f"{value['value']:,}"


def test_every_figure_has_an_entry_at_its_own_address(site: Site, data: Data) -> None:
    figures = _figures(data)
    assert len(figures) > 100
    entries = [(figure["id"], _entry(site, figure)) for figure in figures]
    assert [id_ for id_, entry in entries if entry is None or "sb-entry" not in entry.classes] == []


def _has(cells: list[str], words: str) -> bool:
    """Whether a cell begins with the words; an interval may follow."""
    return any(cell == words or cell.startswith(f"{words} ") for cell in cells)


def test_every_entry_shows_its_values_and_how_many_they_rest_on(site: Site, data: Data) -> None:
    for figure in _figures(data):
        rows = _entry(site, figure).find("tbody")[0].find("tr")
        for row, value in zip(rows, figure["values"].values(), strict=True):
            cells = [cell.words for cell in row.find("td")]
            assert _has(cells, _shown(figure, value)), figure["id"]
            if "of" in value:
                assert _has(cells, f"{value['count']:,} of {value['of']:,}"), figure["id"]
            if "n" in value and figure["statistic"] == "quantiles":
                few = "few: n\u00a0" if value["n"] < FEW else ""
                assert _has(cells, f"{few}{value['n']:,}"), figure["id"]


def test_every_entry_says_base_measure_period_and_method(site: Site, data: Data) -> None:
    methods = {term["id"]: term["label"] for term in data("vocabularies.yml")["intervals"]}
    for figure in _figures(data):
        entry = _entry(site, figure)
        said = dict(zip((e.words for e in entry.find("dt")), (e.words for e in entry.find("dd")), strict=True))
        assert said["Base"] == figure["base"], figure["id"]
        assert said["Measure"].startswith(figure["measure"]), figure["id"]
        assert said["Period"] == figure["period"], figure["id"]
        if figure["statistic"] in ("expectation", "listing"):
            assert "Interval" not in said, figure["id"]
        else:
            assert said["Interval"].endswith(methods[figure["interval"]]), figure["id"]


def test_every_entry_leads_to_reporting_and_to_recomputing(site: Site, data: Data) -> None:
    wanted = {
        (site.path("about/contribute.md"), "report-a-mistake"),
        (site.path("data/method.md"), "method-recompute"),
    }
    for figure in _figures(data):
        page = site.page(f"data/sources/{figure['source']}.md")
        links = _entry(site, figure).find("a")
        assert {site.target(page, link.attributes["href"]) for link in links} >= wanted, figure["id"]
