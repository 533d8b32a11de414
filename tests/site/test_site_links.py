"""Every address in the site leads somewhere in the site, and nothing is loaded from another host."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from reading import Element, Page, Site, is_internal

pytestmark = pytest.mark.site

LOADED = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track", "image", "use"}
ONLY_NAMED = {"canonical", "prev", "next", "license", "alternate"}  # relations that no browser fetches
IN_STYLES = re.compile(r"url\(\s*[\"']?(.*?)[\"']?\s*\)|@import\s+[\"'](.*?)[\"']")


def test_every_chapter_is_a_page(site: Site, chapters: list[str]) -> None:
    assert sorted(site.path(chapter) for chapter in chapters) == sorted(set(site.pages) - {"404.html"})


def test_every_address_leads_to_a_file_of_the_site(site: Site) -> None:
    addresses = [
        (page, address) for page in site.all_pages.values() for address in page.addresses if is_internal(address)
    ]
    assert len(addresses) > 20 * len(site.pages), "too few to be all"
    lost = {(page.path, address) for page, address in addresses if site.target(page, address)[0] not in site.files}
    assert sorted(lost) == []


def test_every_fragment_is_an_id_on_its_page(site: Site) -> None:
    lost = []
    for page in site.all_pages.values():
        for address in filter(is_internal, page.addresses):
            path, fragment = site.target(page, address)
            if fragment and path in site.pages and fragment not in site.pages[path].by_id:
                lost.append((page.path, address))
    assert lost == []


def test_every_label_and_reference_names_an_id_on_its_page(site: Site) -> None:
    lost = []
    for page in site.pages.values():
        for element in page.elements:
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                named = element.attributes.get(name, "").split()
                lost += [(page.path, name, id_) for id_ in named if id_ not in page.by_id]
    assert lost == []


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    twice = {page.path: [id_ for id_, n in Counter(page.ids).items() if n > 1] for page in site.pages.values()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_search_result_leads_to_a_place_in_the_site(site: Site) -> None:
    root = Page("index.html", "")
    found = [site.target(root, entry["location"]) for entry in site.search_index["docs"]]
    assert len(found) > len(site.pages)
    assert [(path, id_) for path, id_ in found if id_ and id_ not in site.pages[path].by_id] == []


def test_no_address_in_the_offline_form_starts_at_the_root_of_a_disk(offline: Site) -> None:
    rooted = [
        (page.path, address) for page in offline.all_pages.values() for address in page.addresses if address[:1] == "/"
    ]
    assert rooted == []


def _loaded(element: Element) -> list[str]:
    """The addresses that a browser fetches because of this element."""
    attributes = element.attributes
    if element.tag == "link" and set(attributes.get("rel", "").split()) - ONLY_NAMED:
        return [attributes.get("href", "")]
    if element.tag not in LOADED:
        return []
    sizes = [each.split()[0] for each in attributes.get("srcset", "").split(",") if each.strip()]
    plain = [attributes[name] for name in ("src", "data", "poster", "href", "xlink:href") if name in attributes]
    return [address for address in plain + sizes if not address.startswith("data:")]


def test_no_page_loads_anything_from_another_host(site: Site) -> None:
    loaded = [(page.path, address) for page in site.all_pages.values() for e in page.elements for address in _loaded(e)]
    assert len(loaded) > 5 * len(site.pages), "too few to be all"
    assert [each for each in loaded if not is_internal(each[1])] == []


def test_no_style_sheet_loads_anything_from_another_host(site: Site) -> None:
    sheets = {path: file.read_text(encoding="utf-8") for path, file in site.files.items() if path.endswith(".css")}
    assert len(sheets) >= 5
    named = [(path, "".join(found.groups(""))) for path, text in sheets.items() for found in IN_STYLES.finditer(text)]
    own = [(path, address) for path, address in named if not address.startswith(("data:", "#"))]
    lost = [(path, each) for path, each in own if site.target(Page(path, ""), each)[0] not in site.files]
    assert [each for each in own if not is_internal(each[1])] + lost == []


QUESTIONS = ("responsibilities", "skills", "tools", "education", "salaries", "at-a-glance")


def test_the_first_page_leads_to_every_question_in_one_step(site: Site) -> None:
    home = site.page("index.md")
    [text] = home.root.find("article")
    reached = {site.target(home, link.attributes["href"])[0] for link in text.find("a") if link.attributes.get("href")}
    wanted = {site.path(f"compare/{question}.md") for question in QUESTIONS} | {site.path("data/method.md")}
    assert wanted <= reached


def test_every_line_of_the_summary_leads_to_a_section(site: Site, data: Callable[[str], Any]) -> None:
    page = site.page("compare/at-a-glance.md")
    rows = page.by_id["glance-table"].find("tr", "sb-own")
    led = [site.target(page, row.find("th")[0].find("a")[0].attributes["href"])[1] for row in rows]
    assert led == [row["section"] for row in data("glance.yml")["rows"]]


def test_every_page_says_its_terms_its_release_and_how_old_its_data_are(site: Site, data: Callable[[str], Any]) -> None:
    newest = max(source["read"] for source in data("sources.yml")["sources"])
    for page in site.pages.values():
        if page.path == "404.html":
            continue
        [foot] = page.root.find("div", "md-copyright")
        assert f"{newest.day} {newest:%B %Y}" in foot.words, page.path
        assert f"Release {data('changes.yml')['releases'][0]['version']}" in foot.words, page.path
        led = [site.target(page, link.attributes["href"])[0] for link in foot.find("a")[:2]]
        assert led == [site.path("about/licence.md"), site.path("data/sources.md")], page.path
