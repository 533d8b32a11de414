"""The site rearranged in a copy, and every old address followed: hosted, below a path, and from disk.

One page moves, one section moves to another page, one heading gets other words, one section is split, one is given up,
and one gets another id.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

import pytest
from building import ROOT, Build, append, copy_project, environment, replace
from driving import Visitor, served, visiting
from playwright.sync_api import Browser, Error
from reading import Site

pytestmark = pytest.mark.site

MOVED_PAGE = ("compare/levels.md", "path/levels.md")
LEADS = {"portfolio-present": "portfolio", "titles-why": "titles-forces"}
"""Ids that are given up, with those that take their places."""
TOUCHED = (
    *("levels", "levels-you", "levels-ladder", "faq-analyst", "tools-adverts", "productionizing-words"),
    *("portfolio-present", "titles-why"),
)
"""What is followed in a browser."""
ALL = bool(os.environ.get("FOLLOW_ALL"))
"""Whether every address that there ever was is followed in a browser; else those that the changes touch are."""
SEEN = """id => {
  const at = document.getElementById(id), box = at && at.getBoundingClientRect();
  return Boolean(at) && document.readyState === "complete" && box.top >= -1 && box.top < innerHeight;
}"""
PATIENCE = 10  # seconds for a page to come and to scroll


def rearrange(root: Path) -> None:
    """Each change as somebody would make it: one edit in docs/, one in the registry where an id is given up."""
    docs, registry = root / "docs", root / "data" / "sections.yml"
    (docs / MOVED_PAGE[0]).rename(docs / MOVED_PAGE[1])
    replace(root / "mkdocs.yml", f"      - {MOVED_PAGE[0]}\n", "")
    replace(root / "mkdocs.yml", "      - path/switch.md\n", f"      - path/switch.md\n      - {MOVED_PAGE[1]}\n")

    faq = (docs / "check/faq.md").read_text(encoding="utf-8")
    section = re.search(r"### Is a data scientist a glorified analyst\?.*?(?=^###)", faq, re.DOTALL | re.MULTILINE)[0]
    replace(docs / "check/faq.md", section, "")
    replace(docs / "roles/titles.md", "## What this does not", f"{section.replace('###', '##')}## What this does not")
    replace(
        registry, "- id: faq-analyst\n", "- id: faq-analyst\n    objectives: [judge whether a title hides an analyst]\n"
    )

    replace(docs / "compare/tools.md", "## What adverts ask for {", "## In the words of employers {")

    words = (docs / "work/productionizing.md").read_text(encoding="utf-8")
    start = words.index("Elsewhere people say")
    split = words[:start] + "## What others call it {#productionizing-elsewhere}\n\n" + words[start:]
    (docs / "work/productionizing.md").write_text(split, encoding="utf-8")
    append(
        registry,
        "  - {id: productionizing-elsewhere, kind: heading, page: work/productionizing.md,\n"
        "     objectives: [compare two uses of the same word]}\n",
    )

    text = (docs / "path/portfolio.md").read_text(encoding="utf-8")
    gone = re.search(r"^## How to present them .*?(?=^## )", text, re.DOTALL | re.MULTILINE)[0]
    replace(docs / "path/portfolio.md", gone, "")
    replace(registry, "- id: portfolio\n", "- id: portfolio\n    former: [portfolio-present]\n")

    replace(docs / "roles/titles.md", "{#titles-why}", "{#titles-forces}")
    replace(registry, "- id: titles-why\n", "- id: titles-forces\n    former: [titles-why]\n")

    command = [sys.executable, "-m", "sidebyside", "sections"]
    done = subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@dataclass
class Rearranged:
    """The copy, built hosted and from disk."""

    root: Path
    hosted: Site
    offline: Site

    def site(self, form: str) -> Site:
        return self.offline if form == "disk" else self.hosted


@pytest.fixture(scope="module")
def rearranged(tmp_path_factory: pytest.TempPathFactory) -> Rearranged:
    root = copy_project(tmp_path_factory.mktemp("rearranged"))
    rearrange(root)
    builds = [Build(root / "site", root=root), Build(root / "site-offline", root=root, OFFLINE="true")]
    hosted, offline = (build.good() for build in builds)
    return Rearranged(root, Site(hosted, folders=True), Site(offline, folders=False))


@pytest.fixture(scope="module", params=["hosted", "below a path", "disk"])
def place(request: pytest.FixtureRequest, rearranged: Rearranged) -> Iterator[tuple[Site, str]]:
    """The rearranged site in one of its forms, with the address of its root."""
    site = rearranged.site(request.param)
    if request.param == "disk":
        yield site, site.folder.as_uri() + "/"
        return
    with served(site.folder, "/" if request.param == "hosted" else "/a/guide/") as address:
        yield site, address


def published() -> list[tuple[str, str]]:
    """Every address of the project as it is committed: an id, and the page on which it stood."""
    lines = (ROOT / "data" / "sections.lock").read_text(encoding="utf-8").splitlines()
    return [(line.split()[0], line.split()[1]) for line in lines if line and not line.startswith("#")]


def now() -> dict[str, str]:
    """For every id that was published the page to which it leads after the changes."""
    pages = {id_: MOVED_PAGE[1] if page == MOVED_PAGE[0] else page for id_, page in published()}
    return pages | {"faq-analyst": "roles/titles.md"}


def test_what_is_followed_was_published() -> None:
    assert {id_ for id_, _ in published()} >= set(TOUCHED)


def arrives(visitor: Visitor, address: str, id_: str, page: str) -> str:
    """What is wrong after following an address that should lead to the id on the page; empty if nothing is."""
    visitor.open(address)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(Error):  # while one page leaves and the other comes there is none to ask
            if page in visitor.page.url and visitor.page.evaluate(SEEN, id_):
                return ""
        visitor.page.wait_for_timeout(30)
    return f"{address} led to {visitor.page.url}, where {id_} is not to be seen"


def follow(visitor: Visitor, place: tuple[Site, str], addresses: list[tuple[str, str]]) -> list[str]:
    """What is wrong after following each address on its page of old, and the short one of its id."""
    site, root = place
    places, ends = now(), "" if site.folders else "index.html"
    followed = [(f"{root}{site.address(page)}#{id_}", id_) for id_, page in sorted(addresses, key=itemgetter(1))]
    followed += [(f"{root}s/{id_}/{ends}", id_) for id_, _ in addresses]
    led = [arrives(visitor, address, LEADS.get(id_, id_), site.address(places[id_])) for address, id_ in followed]
    return [each for each in led if each] + visitor.complaints()


def test_every_old_address_leads_to_its_section(place: tuple[Site, str], browser: Browser) -> None:
    site, root = place
    with visiting(browser) as visitor:
        wrong = follow(visitor, place, [(id_, page) for id_, page in published() if id_ in TOUCHED])
        assert wrong == []
        moved = [site.address(page) for page in MOVED_PAGE]
        assert arrives(visitor, root + moved[0], "levels", moved[1]) == ""


@pytest.mark.skipif(not ALL, reason="follows every address that there ever was, for minutes; FOLLOW_ALL=1 does")
def test_every_address_that_there_ever_was_leads_to_its_section(place: tuple[Site, str], browser: Browser) -> None:
    scripts_needed = {"faq-analyst", *(id_ for id_, page in published() if page == MOVED_PAGE[0])}
    addresses = published()
    assert len(addresses) > 700
    with visiting(browser, java_script_enabled=False) as visitor:
        assert follow(visitor, place, [each for each in addresses if each[0] not in scripts_needed]) == []
    with visiting(browser) as visitor:
        assert follow(visitor, place, [each for each in addresses if each[0] in scripts_needed]) == []


@pytest.mark.parametrize("place", ["hosted", "disk"], indirect=True)
def test_without_scripts_they_lead_there_or_say_where(place: tuple[Site, str], browser: Browser) -> None:
    site, root = place
    places = now()
    with visiting(browser, java_script_enabled=False) as visitor:
        visitor.open(root + site.address(MOVED_PAGE[0]))
        visitor.page.wait_for_url(re.compile(re.escape(site.address(MOVED_PAGE[1]))))
        for id_ in ("levels-you", "faq-analyst", "portfolio-present", "titles-why"):
            visitor.open(f"{root}s/{id_}/" + ("" if site.folders else "index.html"))
            visitor.page.wait_for_url(f"**/{site.address(places[id_])}#{LEADS.get(id_, id_)}")
        visitor.open(f"{root}{site.address('check/faq.md')}#faq-analyst")
        note = visitor.page.locator("#faq-analyst")
        note.wait_for(state="visible")
        assert "This section has moved" in note.inner_text()
        note.get_by_role("link").click()
        visitor.page.wait_for_url(f"**/{site.address('roles/titles.md')}#faq-analyst")


@pytest.mark.parametrize("form", ["hosted", "disk"])
def test_every_other_address_is_as_it_was(rearranged: Rearranged, form: str) -> None:
    site = rearranged.site(form)
    places, lost = now(), []
    for id_, page in published():
        heir = LEADS.get(id_, id_)
        if page == places[id_] and id_ not in site.page(page).by_id:
            lost.append((id_, page))
        short = site.plain_pages[f"s/{id_}/index.html"]
        [refresh] = [e for e in short.root.find("meta") if e.attributes.get("http-equiv") == "refresh"]
        led = site.target(short, refresh.attributes["content"].partition("url=")[2])
        if led != (site.path(places[id_]), heir) or heir not in site.pages[led[0]].by_id:
            lost.append((id_, led))
    assert lost == []


def test_the_links_between_chapters_follow(rearranged: Rearranged) -> None:
    text = (rearranged.root / "docs" / "roles" / "titles.md").read_text(encoding="utf-8")
    assert "](../check/claims.md#claim-analyst)" in text
    assert "neighbours.md#neighbours-analyst)" in text
    chapters = (rearranged.root / "docs").rglob("*.md")
    assert [path.name for path in chapters if "compare/levels.md" in path.read_text(encoding="utf-8")] == []
