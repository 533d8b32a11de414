"""The page that a host answers with where there is none: at any depth, at the root of a host and below a path."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from building import Build
from driving import Visitor, served
from playwright.sync_api import expect
from reading import Site

pytestmark = pytest.mark.site

WRONG = ("s/tols/", "compare/tols/", "tools", "a/b/c/d/e.html", "s/tools-adverst/cite.html")


@pytest.fixture(scope="module")
def project_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that was built to be below a path, as a project's page on GitHub is."""
    folder = tmp_path_factory.mktemp("project-page") / "site"
    with served(folder, "/guide/") as address:
        Build(folder, SITE_URL=address).good()
        yield address


@pytest.fixture(params=["address", "project_page"])
def root(request: pytest.FixtureRequest) -> str:
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("wrong", WRONG)
def test_it_has_its_styles_and_leads_home_and_to_all_sections(
    root: str, visit: Callable[..., Visitor], wrong: str
) -> None:
    visitor = visit(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    answer = visitor.page.goto(root + wrong)
    assert answer is not None
    assert answer.status == 404
    expect(visitor.page.locator(".md-content h1")).to_have_text("There is no page at this address")
    assert visitor.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 249, 246)"
    links = visitor.page.locator(".md-content a:visible")
    assert [link.evaluate("link => link.href") for link in links.all()] == [f"{root}teach/sections/", root]
    assert visitor.complaints() == [
        f"Failed to load resource: the server responded with a status of 404 (Not Found) ({root}{wrong})"
    ]
    assert visitor.page.goto(f"{root}teach/sections/").status == 200


@pytest.mark.parametrize(
    ("wrong", "first"),
    [("s/tols/", "s/tools/"), ("compare/tols/", "compare/tools/"), ("compare/tools.html", "compare/tools/")],
)
def test_the_nearest_address_comes_first_and_is_there(
    root: str, visit: Callable[..., Visitor], wrong: str, first: str
) -> None:
    visitor = visit()
    visitor.page.goto(root + wrong)
    found = visitor.page.locator(".sb-nearest li a")
    expect(found.first).to_be_visible()
    assert 1 <= found.count() <= 5
    assert found.first.evaluate("link => link.href") == root + first
    for link in found.all():
        assert visitor.page.request.get(link.evaluate("link => link.href")).status == 200
    visitor.complaints()


def test_what_is_like_nothing_is_offered_to_the_search(root: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800})
    page = visitor.page
    page.goto(f"{root}s/terraform-on-mars/")
    search = page.get_by_role("link", name="Search for “terraform on mars”")
    expect(search).to_be_visible()
    page.goto(f"{root}s/qqqq-wwww-zzzz/")
    expect(page.locator(".sb-nearest p a")).to_have_text("Search for “qqqq wwww zzzz”")
    expect(page.locator(".sb-nearest li")).to_have_count(0)
    page.goto(f"{root}x/terraform/")
    page.locator(".sb-nearest p a").click()
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.url.startswith(root)
    visitor.complaints()


def test_its_own_search_works_at_any_depth(root: str, visitor: Visitor) -> None:
    visitor.page.goto(f"{root}a/b/c/")
    visitor.search("terraform", "compare/tools/").click()
    visitor.page.wait_for_url(f"{root}compare/tools/*")
    visitor.complaints()


def test_an_address_with_markup_in_it_is_shown_as_it_is(address: str, visitor: Visitor) -> None:
    visitor.page.goto(f"{address}s/%3Cimg%20src=x%20onerror=alert(1)%3E-tools/")
    expect(visitor.page.locator(".sb-nearest p a")).to_contain_text("<img src=x onerror=alert(1)>")
    assert visitor.page.locator(".sb-nearest img").count() == 0
    visitor.complaints()


def test_the_list_of_addresses_is_whole_and_right(hosted: Site) -> None:
    places = json.loads((hosted.folder / "404.json").read_text(encoding="utf-8"))
    assert len({path for path, _ in places}) == len(places)
    assert [path for path, title in places if not title or not (hosted.folder / path / "index.html").is_file()] == []
    ids = {path.parent.name for path in (hosted.folder / "s").glob("*/index.html")}
    assert {path.split("/")[1] for path, _ in places if path.startswith("s/")} == ids


def test_every_address_in_it_begins_at_the_root(hosted: Site, address: str) -> None:
    page = hosted.pages["404.html"]
    own = [each for each in page.addresses if not urlsplit(each).netloc and not each.startswith(("#", "data:"))]
    assert len(own) > 10
    assert [each for each in own if not each.startswith("/")] == []


def test_a_copy_on_disk_has_neither(offline: Site) -> None:
    assert not [path for path in offline.files if Path(path).name in ("404.html", "404.json", "_headers")]
