"""The copy for reading from disk as it is taken along: packed, unpacked somewhere else, and opened there."""

import os
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from building import ROOT
from driving import Visitor, served
from playwright.sync_api import expect
from reading import Site

from sidebyside.editions import file_name
from sidebyside.publish.bundle import bundle

pytestmark = pytest.mark.site
AT = datetime(2026, 11, 21, tzinfo=UTC)
ROOTED = re.compile(r"""(?:href|src|action|poster)=["']?/|url\(\s*["']?/|file:/|\b[A-Za-z]:\\""")


@pytest.fixture(scope="module")
def package(offline: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("packed") / "guide.zip"
    bundle(offline.folder, out, AT)
    return out


@pytest.fixture(scope="module")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The copy in a folder whose name has a space and a letter beyond ASCII, and where nothing can be written."""
    folder = tmp_path_factory.mktemp("a stick") / "Über uns #1"
    with zipfile.ZipFile(package) as held:
        held.extractall(folder)
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        path.chmod(stat.S_IRUSR | (stat.S_IXUSR if path.is_dir() else 0))
    yield folder
    for path in everything:
        if path.is_dir():
            path.chmod(stat.S_IRWXU)


@pytest.fixture
def reader(unpacked: Path, visit: Callable[..., Visitor]) -> Visitor:
    """Somebody without a network who has opened the file that the page names."""
    visitor = visit(viewport={"width": 1280, "height": 800}, offline=True)
    visitor.open((unpacked / "index.html").as_uri())
    return visitor


def test_everything_of_the_copy_is_in_it(package: Path, offline: Site) -> None:
    with zipfile.ZipFile(package) as held:
        assert sorted(held.namelist()) == sorted(offline.files)
        assert held.testzip() is None
    for path in (
        "search/search_index.js",
        "teach/guide.imscc",
        "data/v1/figures.json",
        "pictures/salaries-picture.svg",
    ):
        assert path in offline.files


def test_no_file_names_a_place_on_a_machine(offline: Site) -> None:
    texts = {path: file for path, file in offline.files.items() if path.endswith((".html", ".css", ".svg"))}
    assert len(texts) > 1500
    found = {path: ROOTED.search(file.read_text(encoding="utf-8")) for path, file in texts.items()}
    assert {path: match[0] for path, match in found.items() if match} == {}


def test_every_page_says_its_release_and_where_the_current_one_is(offline: Site) -> None:
    version = _version()
    for path, page in offline.pages.items():
        foot = next(each for each in page.elements if "md-copyright" in each.classes)
        assert f"Release {version}" in foot.words, path
        links = [each.attributes["href"] for each in foot.find("a")]
        assert any(re.match(r"http://127\.0\.0\.1:8000/([a-z0-9/-]+/)?$", link) for link in links), path
    plain = {path: file.read_text(encoding="utf-8") for path, file in offline.files.items() if path.startswith("s/")}
    plain = {path: text for path, text in plain.items() if path.endswith(".html")}
    for path, html in (plain | offline.embeds).items():
        assert re.search(rf"Release {re.escape(version)}\b.*<a href=\"http://127\.0\.0\.1:8000/(s|embed)/", html), path


def test_it_works_from_a_medium_that_cannot_be_written(reader: Visitor, unpacked: Path) -> None:
    if os.geteuid():  # whoever may do everything may write there, too
        with pytest.raises(OSError, match="denied"):
            (unpacked / "index.html").write_text("")
    page = reader.page
    expect(page.locator("h1")).to_be_visible()
    reader.search("terraform", "compare/tools.html").click()
    page.wait_for_url("**/compare/tools.html*")
    expect(page.locator(".sb-table").first).to_be_visible()
    page.goto((unpacked / "s" / "salaries" / "index.html").as_uri())
    page.wait_for_url("**/compare/salaries.html#salaries")
    expect(page.locator("#salaries-picture svg.sb-wide")).to_be_visible()
    page.goto((unpacked / "embed" / "salaries-picture" / "index.html").as_uri())
    expect(page.locator("svg.sb-wide")).to_be_visible()


@pytest.mark.parametrize("path", ["path/choose.html", "path/switch.html", "teach/quiz.html", "compare/all-tools.html"])
def test_instruments_start_from_there(reader: Visitor, unpacked: Path, path: str) -> None:
    reader.open((unpacked / path).as_uri())
    controls = reader.page.locator(".md-content :is(button, select, input):visible")
    expect(controls.first).to_be_visible()
    assert reader.page.evaluate("document.querySelectorAll('script[src]').length") > 2
    assert _state(reader.page) == "none"


def _state(page: Any) -> str:
    """What was loaded from anywhere but the copy itself."""
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    return "none" if all(name.startswith("file:") for name in loaded) else ", ".join(loaded)


def test_it_can_be_put_on_a_server_as_it_is(unpacked: Path, visitor: Visitor) -> None:
    """As a folder of a learning platform, say."""
    with served(unpacked, "/course/") as address:
        visitor.open(f"{address}index.html")
        visitor.search("terraform", "compare/tools.html").click()
        visitor.page.wait_for_url(f"{address}compare/tools.html*", wait_until="networkidle")


def test_the_hosted_site_offers_what_was_made_with_size_and_day(hosted: Site, editions: Path) -> None:
    page = hosted.page("about/take-along.md")
    shown = [each for each in page.elements if "sb-edition" in each.classes and each.find("a")]
    name = file_name("zip", _version())
    [offered] = [each for each in shown if name in each.words]
    assert offered.words == f"The whole site, to read from disk {name}, 1.2\u00a0MB, as of 21 November 2026"
    path, _ = hosted.target(page, offered.find("a")[0].attributes["href"])
    assert hosted.files[path].read_bytes() == (editions / name).read_bytes()


def test_what_was_not_made_is_not_offered(hosted: Site, offline: Site) -> None:
    shown = [each.words for each in hosted.page("about/take-along.md").elements if "sb-edition" in each.classes]
    assert sum("make book" in words for words in shown) == 2
    there = [each for each in offline.page("about/take-along.md").elements if "sb-edition" in each.classes]
    for each in there:
        assert each.find("a")[0].attributes["href"] == "http://127.0.0.1:8000/about/take-along/"
    assert not any(path.startswith("editions/") for path in offline.files)


def _version() -> str:
    found = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[1]
