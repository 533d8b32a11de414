"""What pages say of themselves to programs, held against tools that know: schema.org, Sphinx, CFF."""

import json
import re
import struct
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ROOT
from reading import Page, Site

from sidebyside.guide import PARTS

pytestmark = pytest.mark.site

TOOLS = {
    "schema.org": ROOT / ".venv" / "schema.org",
    "cff": ROOT / ".venv" / "cff" / "bin" / "cffconvert",
}
NEEDED = {
    "WebSite": {"name", "url", "description", "inLanguage", "license", "publisher"},
    "LearningResource": {
        *("name", "description", "url", "isPartOf", "learningResourceType", "teaches", "educationalLevel"),
        *("timeRequired", "inLanguage", "license", "dateModified", "author", "keywords"),
    },
    "Dataset": {
        *("name", "description", "url", "license", "creator", "version", "dateModified", "distribution"),
        *("variableMeasured", "temporalCoverage", "isBasedOn"),
    },
    "BreadcrumbList": {"itemListElement"},
    "DefinedTermSet": {"name", "url", "hasDefinedTerm"},
}
"""What each type has to say here; the vocabulary demands nothing."""


def _tool(name: str) -> Path:
    """A tool that `make test` installs beside the tests' own environment."""
    found = TOOLS[name]
    if not found.exists():
        pytest.fail(f"{found.relative_to(ROOT)} is missing; `make test` installs it", pytrace=False)
    return found


def _linked_data(page: Page) -> list[dict[str, Any]]:
    scripts = [each for each in page.root.find("script") if each.attributes.get("type") == "application/ld+json"]
    return [json.loads("".join(map(str, each.children))) for each in scripts]


def _meta(page: Page) -> dict[str, str]:
    """The page's named and property tags; fails if one stands twice."""
    found = [(e.attributes.get("name") or e.attributes.get("property"), e.attributes) for e in page.root.find("meta")]
    named = [(name, attributes["content"]) for name, attributes in found if name]
    twice = [name for name, count in Counter(name for name, _ in named).items() if count > 1]
    assert set(twice) <= {"citation_author"}, page.path
    return dict(named)


def _browsed(site: Site) -> dict[str, Page]:
    return {path: page for path, page in site.pages.items() if path != "404.html"}


def test_every_type_says_what_it_has_to(hosted: Site) -> None:
    counted: Counter[str] = Counter()
    for path, page in _browsed(hosted).items():
        for found in _linked_data(page):
            counted[found["@type"]] += 1
            assert found["@context"] == "https://schema.org"
            missing = {key for key in NEEDED[found["@type"]] if not found.get(key)}
            assert missing == set(), (path, found["@type"])
    guide = [path for path in hosted.pages if path.partition("/")[0] in PARTS]
    assert counted == {
        "WebSite": 1,
        "LearningResource": len(guide),
        "Dataset": 1,
        "DefinedTermSet": 1,
        "BreadcrumbList": len(_browsed(hosted)) - 1,
    }


def test_the_vocabulary_knows_every_word(hosted: Site, tmp_path: Path) -> None:
    folder = _tool("schema.org")
    found = [each for page in _browsed(hosted).values() for each in _linked_data(page)]
    types = sorted({each["@type"] for each in found})
    lines = [f'import type {{ WithContext, {", ".join(types)} }} from "schema-dts";']
    lines += [f"export const a{n}: WithContext<{each['@type']}> = {json.dumps(each)};" for n, each in enumerate(found)]
    source = tmp_path / "pages.ts"
    source.write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(folder / "node_modules")

    def check() -> subprocess.CompletedProcess[str]:
        compiler = folder / "node_modules" / "typescript" / "bin" / "tsc"
        command = [Path(sys.executable).parent / "node", compiler, "--noEmit", "--strict", "--skipLibCheck", source]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    good = check()
    assert (good.returncode, good.stdout) == (0, "")
    source.write_text(source.read_text(encoding="utf-8").replace('"teaches"', '"teeches"', 1), encoding="utf-8")
    bad = check()
    assert bad.returncode != 0
    assert "teeches" in bad.stdout


def test_addresses_in_linked_data_exist(hosted: Site, address: str) -> None:
    root = Page("index.html", "")
    for path, page in _browsed(hosted).items():
        text = json.dumps(_linked_data(page))
        for found in set(re.findall(rf'"{re.escape(address)}([^"]*)"', text)):
            target, fragment = hosted.target(root, found or ".")
            assert target in hosted.files, (path, found)
            if fragment and fragment not in ("website", "data", "terms"):
                assert fragment in hosted.pages[target].by_id, (path, found)


def test_breadcrumbs_lead_from_the_first_page_to_this_one(hosted: Site, address: str) -> None:
    for path, page in _browsed(hosted).items():
        for crumbs in [each for each in _linked_data(page) if each["@type"] == "BreadcrumbList"]:
            items = crumbs["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert items[0]["item"] == address
            assert items[-1]["item"] == address + path.removesuffix("index.html")


def test_every_page_can_be_shared_with_its_own_picture(hosted: Site, address: str) -> None:
    pictures = set()
    for path, page in _browsed(hosted).items():
        meta = _meta(page)
        assert meta["og:url"] == address + path.removesuffix("index.html")
        assert meta["og:title"] == page.root.find("h1")[0].words.removesuffix("¶").strip(), path
        assert meta["og:description"] == meta["description"] or path == "index.html", path
        image = hosted.files[meta["og:image"].removeprefix(address)].read_bytes()
        assert image.startswith(b"\x89PNG"), path
        assert struct.unpack(">II", image[16:24]) == (1200, 630), path
        pictures.add(meta["og:image"])
    assert len(pictures) == len(_browsed(hosted))


def test_a_copy_on_disk_has_no_pictures_that_nobody_can_see(offline: Site) -> None:
    assert [path for path in offline.files if path.startswith("assets/share")] == []


def test_every_page_can_be_read_by_a_reference_manager(site: Site) -> None:
    for path, page in _browsed(site).items():
        meta = _meta(page)
        for name in ("title", "author", "publication_date", "public_url", "fulltext_html_url", "language"):
            assert meta[f"citation_{name}"], (path, name)
        assert re.fullmatch(r"20\d\d/\d\d/\d\d", meta["citation_publication_date"])
        assert ("citation_book_title" in meta) == (path not in ("index.html", "data/index.html")), path


def test_every_page_says_its_license_and_its_address_where_it_is_hosted(site: Site) -> None:
    for path, page in _browsed(site).items():
        links = page.root.find("link")
        [licence] = [each.attributes["href"] for each in links if each.attributes.get("rel") == "license"]
        assert site.target(page, licence)[0] == site.path("about/licence.md"), path
        [canonical] = [each.attributes["href"] for each in links if each.attributes.get("rel") == "canonical"]
        assert not canonical.endswith(".html"), path
        assert _meta(page)["og:url"] == canonical


def test_the_inventory_is_resolved_by_sphinx(hosted: Site, address: str, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        f'extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {{"roles": ("{address}", None)}}\n',
        encoding="utf-8",
    )
    ids = [record["id"] for record in yaml.safe_load((ROOT / "data/sections.yml").read_text("utf-8"))["sections"]]
    terms = [term["name"] for term in yaml.safe_load((ROOT / "data/glossary.yml").read_text("utf-8"))["terms"]]
    lines = ["Course", "======", ""]
    lines += [f"- :external+roles:std:ref:`{id_}`" for id_ in ids]
    lines += [f"- :external+roles:std:term:`{name}`" for name in terms if name not in ids]
    (tmp_path / "index.rst").write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", tmp_path, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    course = Page("index.html", (tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    links = [e.attributes["href"] for e in course.root.find("a", "external") if "href" in e.attributes]
    led = [link.removeprefix(address) for link in links if address in link]
    named = [name for name in terms if name not in ids]
    assert led[: len(ids)] == [f"s/{id_}/" for id_ in ids]
    assert len(led) == len(ids) + len(named)
    assert {f"{path}index.html" for path in led} <= set(hosted.plain_pages)


def test_sphinx_says_which_id_is_wrong(address: str, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'extensions = ["sphinx.ext.intersphinx"]\n'
        f'intersphinx_mapping = {{"roles": ("{address}", None)}}\nnitpicky = True\n',
        encoding="utf-8",
    )
    (tmp_path / "index.rst").write_text("x\n=\n\n:external+roles:std:ref:`tools-advert`\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", tmp_path, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode != 0
    assert "tools-advert" in done.stderr


def test_the_citation_file_is_valid_and_says_what_the_site_says(hosted: Site) -> None:
    done = subprocess.run([_tool("cff"), "--validate", "-i", ROOT / "CITATION.cff"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    home = _meta(hosted.page("index.md"))
    assert [author["name"] for author in citation["authors"]] == [home["citation_author"].removesuffix(",")]
    assert citation["title"].startswith(home["citation_title"])
    release = yaml.safe_load((ROOT / "data/changes.yml").read_text(encoding="utf-8"))["releases"][0]
    assert (citation["version"], str(citation["date-released"])) == (release["version"], str(release["date"]))
