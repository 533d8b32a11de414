"""The site, built once in each of its forms, served, and a browser to visit it."""

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

sys.path.insert(0, str(Path(__file__).parent))  # whatever pytest's import mode
sys.path.insert(0, str(Path(__file__).parents[1] / "audit"))

import driving
from building import ROOT, Build, copy_project
from data_files import V1, listed
from driving import Visitor, Walk, served, visiting
from reading import Site

from sidebyside.browser import BrowserError, opened
from sidebyside.editions import file_name
from sidebyside.load import load

expect.set_options(timeout=20_000)  # a machine may be slow; what is right is there at once on any other


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: tmp_path_factory.mktemp(name) / "site" for name in ("hosted", "offline")}


@pytest.fixture(scope="session")
def _address(_folders: dict[str, Path]) -> Iterator[str]:
    """Known before the build, for the site is told its own address."""
    with served(_folders["hosted"]) as address:
        yield address


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Finished files for the hosted site to offer: one, of a size and a day that are known."""
    folder = tmp_path_factory.mktemp("editions")
    file = folder / file_name("zip", load(ROOT)[0].dataset.releases[0].version)
    file.write_bytes(bytes(1_234_567))
    day = datetime(2026, 11, 21, tzinfo=UTC).timestamp()
    os.utime(file, (day, day))
    return folder


@pytest.fixture(scope="session")
def forms(_address: str, editions: Path) -> dict[str, dict[str, str]]:
    """What a build of each form of the site is told."""
    return {"hosted": {"SITE_URL": _address, "EDITIONS": str(editions)}, "offline": {"OFFLINE": "true"}}


@pytest.fixture(scope="session")
def built(_folders: dict[str, Path], forms: dict[str, dict[str, str]]) -> Callable[[str], Path]:
    """Builds a form of the site when it is first asked for: `hosted` or `offline`."""
    return cache(lambda name: Build(_folders[name], **forms[name]).good())


@pytest.fixture(scope="session")
def hosted(built: Callable[[str], Path]) -> Site:
    return Site(built("hosted"), folders=True)


@pytest.fixture(scope="session")
def offline(built: Callable[[str], Path]) -> Site:
    return Site(built("offline"), folders=False)


@pytest.fixture(params=["hosted", "offline"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each form of the site in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def address(hosted: Site, _address: str) -> str:
    """Where the hosted site is served from a host of its own."""
    return _address


@pytest.fixture(scope="session")
def below(hosted: Site) -> Iterator[str]:
    """Where the same site is served below a path, with nothing outside it."""
    with served(hosted.folder, "/guide/") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        with opened() as browser:
            yield browser
    except BrowserError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors; when the test is over, none may have met an error or a request to another host."""
    visitors: list[Visitor] = []
    with ExitStack() as stack:

        def one(**options: Any) -> Visitor:
            visitors.append(stack.enter_context(visiting(browser, **options)))
            return visitors[-1]

        yield one
    assert [complaint for visitor in visitors for complaint in visitor.complaints()] == []


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    """A visitor at a desk."""
    return visit(viewport={"width": 1280, "height": 800})


@pytest.fixture(scope="session")
def walk(hosted: Site, address: str, browser: Browser) -> Walk:
    """Every hosted page, opened once."""
    with visiting(browser) as visitor:
        return driving.walk(visitor, address, hosted.pages)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that the test may change."""
    return copy_project(tmp_path)


@pytest.fixture(scope="session")
def chapters() -> list[str]:
    """Every chapter, as its path below docs/."""
    docs = ROOT / "docs"
    return [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]


@pytest.fixture(scope="session")
def data() -> Callable[[str], Any]:
    """Reads a file below data/, without the project's own code; nobody changes what it gives."""
    return cache(lambda name: yaml.safe_load((ROOT / "data" / name).read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def read(hosted: Site) -> Callable[[str], Any]:
    """Reads a published JSON file of the data; nobody changes what it gives."""
    return cache(lambda name: json.loads((hosted.folder / V1 / name).read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def tables(read: Callable[[str], Any]) -> dict[str, dict[str, Any]]:
    """Every table as its published file has it, by its id."""
    return {table["id"]: table for table in listed(read, "tables/")}


@pytest.fixture(scope="session")
def database(hosted: Site) -> Iterator[sqlite3.Connection]:
    """The published database, to be read only."""
    connection = sqlite3.connect(f"file:{hosted.folder / V1 / 'side-by-side.sqlite'}?mode=ro", uri=True)
    yield connection
    connection.close()
