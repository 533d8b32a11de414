"""What readers type into the search, hosted and from disk: the page that they want is among the first three."""

import re
from collections import Counter

import pytest
from driving import Found, Visitor, visiting
from playwright.sync_api import Browser, expect
from reading import Site
from searching import FIRST, Query, asked, queries

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def answers(
    hosted: Site, address: str, offline: Site, browser: Browser
) -> dict[str, list[tuple[Query, Found, int | None]]]:
    """What each form of the site finds for each query, and the place of the page that is wanted."""
    forms = {"hosted": (hosted, address), "offline": (offline, f"{offline.folder.as_uri()}/")}
    found = {}
    for name, (site, root) in forms.items():
        with visiting(browser, viewport={"width": 1280, "height": 800}) as visitor:
            found[name] = [(query, each, query.rank(each, root, site)) for query, each in asked(visitor, root)]
            assert visitor.complaints() == []
    return found


@pytest.mark.parametrize("form", ["hosted", "offline"])
def test_the_page_that_a_reader_wants_is_among_the_first(answers: dict[str, list], form: str) -> None:
    below = {query.query: rank for query, _, rank in answers[form] if rank is None or rank > FIRST}
    assert below == {}, "the page that is wanted is further down, or not found"


def test_hosted_and_from_disk_the_same_is_found(answers: dict[str, list]) -> None:
    assert [rank for *_, rank in answers["hosted"]] == [rank for *_, rank in answers["offline"]]


def test_the_queries_are_many_and_of_many_kinds() -> None:
    asked = queries()
    assert len({query.query for query in asked}) == len(asked) >= 40
    parts = Counter(query.page.partition("/")[0] for query in asked)
    assert set(parts) == {"about", "check", "compare", "data", "path", "roles", "teach", "work"}
    assert [query.query for query in asked if bool(query.either) != bool(query.why)] == []
    assert sum(query.either is not None for query in asked) <= 2


@pytest.fixture(params=["hosted", "offline"])
def searcher(request: pytest.FixtureRequest, address: str, offline: Site, visitor: Visitor) -> Visitor:
    """A visitor who has opened the search, in each form of the site."""
    visitor.open(address if request.param == "hosted" else (offline.folder / "index.html").as_uri())
    visitor.open_search()
    return visitor


def test_a_word_with_a_slip_is_not_called_missing(searcher: Visitor) -> None:
    searcher.page.keyboard.type("salery data", delay=20)
    results = searcher.page.locator(".md-search-result__list")
    expect(results.locator("a[href*='compare/salaries']").first).to_be_visible()
    expect(results.locator("mark", has_text="salary").first).to_be_attached()
    expect(results.locator("del", has_text="salery")).to_have_count(0)


def test_what_is_lacking_is_said_as_it_was_typed(searcher: Visitor) -> None:
    searcher.page.keyboard.type("moodle salaries")
    lacking = searcher.page.locator(".md-search-result__item a[href*='#teach-moodle'] del")
    expect(lacking.first).to_have_text("salaries")


def test_no_result_shows_keywords_or_signs(searcher: Visitor) -> None:
    searcher.page.keyboard.type("bonus")
    first = searcher.page.locator(".md-search-result__item").first
    expect(first).to_contain_text("Who earns what?")
    expect(first).not_to_contain_text("remuneration")
    expect(first.locator(".md-tag")).to_have_count(0)
    expect(first).not_to_contain_text("¶")


def test_a_term_and_a_claim_are_results_that_lead_to_them(searcher: Visitor) -> None:
    searcher.search("calibration", "glossary", "term-calibration").click()
    searcher.page.wait_for_url(re.compile(r"/check/glossary(/|\.html).*#term-calibration$"))
    expect(searcher.page.locator("#term-calibration")).to_be_in_viewport()


def test_the_index_has_names_and_not_the_numbers_of_tables(site: Site) -> None:
    tools = [entry for entry in site.search_index["docs"] if entry["location"].endswith("#tools-infrastructure")]
    assert len(tools) == 1
    assert "Kubernetes" in tools[0]["keywords"].split()
    assert "no figure" not in tools[0]["text"]
    assert [entry["location"] for entry in site.search_index["docs"] if "tags" in entry] == []
    [pay] = [entry for entry in site.search_index["docs"] if entry["location"] == site.address("compare/salaries.md")]
    assert {"wages", "bonus"} <= set(pay["keywords"].split())
