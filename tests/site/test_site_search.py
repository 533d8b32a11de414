"""What readers type into the search, hosted and from disk: the page that they want is among the first three."""

from collections import Counter

import pytest
from driving import Found, Visitor, served, visiting
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
