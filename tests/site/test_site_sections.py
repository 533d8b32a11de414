"""Addresses to give away, what is copied at a heading, citations, and the index of sections, as built."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from driving import PHONES, Visitor
from playwright.sync_api import Locator, expect
from reading import Page, Site

pytestmark = pytest.mark.site

Data = Callable[[str], Any]
SECTION = ("productionizing-aspects", "work/productionizing.md")
FORMS = ("Short link", "Markdown", "HTML", "Embed", "Citation")


def _records(data: Data) -> list[dict[str, Any]]:
    return data("sections.yml")["sections"]


def _of(page: Page, tag: str, **attributes: str) -> list[str]:
    """The values of `content` or `href` of a head's elements with these attributes."""
    found = (e.attributes for e in page.root.find(tag) if attributes.items() <= e.attributes.items())
    return [each.get("content", each.get("href", "")) for each in found]


def test_every_id_has_an_address_to_give_away(site: Site, data: Data) -> None:
    records = _records(data)
    assert len(records) > 700
    for record in records:
        page = site.plain_pages[f"s/{record['id']}/index.html"]
        [refresh] = _of(page, "meta", **{"http-equiv": "refresh"})
        assert site.target(page, refresh.partition("; url=")[2]) == (site.path(record["page"]), record["id"])
        link, *others = page.root.find("a")
        assert site.target(page, link.attributes["href"]) == (site.path(record["page"]), record["id"])
        assert len(others) == (0 if site.folders else 1)  # where the current release is
        [canonical] = _of(page, "link", rel="canonical")
        stem = f"/{record['page'].removesuffix('.md')}/".removesuffix("/index/").rstrip("/") + "/"
        assert canonical.endswith(stem)
        assert all(len(text.strip()) > 10 for text in _of(page, "meta", name="description"))
        assert len(_of(page, "meta", name="description")) == 1
        assert page.root.find("title")[0].text.strip()
        assert page.root.find("script") == []


def test_they_are_in_no_search(site: Site) -> None:
    assert [entry for entry in site.search_index["docs"] if entry["location"].startswith("s/")] == []


def test_they_are_in_no_sitemap(hosted: Site) -> None:
    urls = [each.text for each in ElementTree.parse(hosted.files["sitemap.xml"]).iter() if each.tag.endswith("loc")]
    assert len(urls) == len(hosted.pages) - 1  # that there is no such page is said by one that nobody looks for
    assert [url for url in urls if "/s/" in url] == []


def test_the_foot_of_a_page_and_its_signs_are_in_no_search(site: Site) -> None:
    text = " ".join(f"{entry['title']} {entry['text']}" for entry in site.search_index["docs"])
    assert "Cite this page" not in text
    assert [entry["title"] for entry in site.search_index["docs"] if "¶" in entry["title"]] == []


def test_every_heading_offers_its_address(site: Site, data: Data) -> None:
    headings = [record for record in _records(data) if record["kind"] == "heading"]
    for record in headings:
        page = site.page(record["page"])
        [sign] = page.by_id[record["id"]].find("a", "headerlink")
        assert sign.attributes["data-id"] == record["id"]
        assert site.target(page, sign.attributes["href"])[0] == f"s/{record['id']}/index.html"


@pytest.fixture
def copier(visit: Callable[..., Visitor]) -> Visitor:
    return visit(viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"])


def _copy_all(visitor: Visitor, address: str) -> tuple[dict[str, str], Locator]:
    """What the menu at the section's heading puts on the clipboard, and its way to more."""
    visitor.open(address)
    heading = visitor.page.locator(f"#{SECTION[0]}")
    heading.hover()
    sign = heading.locator("a.headerlink")
    sign.click()
    copied = {}
    for form in FORMS:
        visitor.page.get_by_role("button", name=form, exact=True).click()
        expect(visitor.page.get_by_role("dialog", name="Link, embed and cite").get_by_role("status")).to_have_text(
            f"{form} copied"
        )
        copied[form] = visitor.page.evaluate("navigator.clipboard.readText()")
    return copied, visitor.page.get_by_role("dialog", name="Link, embed and cite").get_by_role("link")


def _codes(page: Page) -> dict[str, str]:
    """The codes of a page of citations by their names."""
    names = [each.children[0].strip() for each in page.root.find("dt")]
    codes = [code.text for code in page.root.find("code")]
    return {("Embed" if "<iframe" in code else name): code for name, code in zip(names, codes, strict=True)}


def test_what_is_copied_at_a_heading_is_what_the_page_of_citations_says(
    hosted: Site, address: str, copier: Visitor
) -> None:
    copied, more = _copy_all(copier, f"{address}{hosted.address(SECTION[1])}#{SECTION[0]}")
    codes = _codes(hosted.plain_pages[f"s/{SECTION[0]}/cite.html"])
    assert copied == {
        "Short link": codes["Address"],
        "Markdown": codes["Markdown"],
        "HTML": codes["HTML"],
        "Embed": codes["Embed"],
        "Citation": codes["APA"],
    }
    assert copied["Short link"] == f"{address}s/{SECTION[0]}/"
    more.click()
    copier.page.wait_for_url(f"{address}s/{SECTION[0]}/cite.html")
    copier.open(copied["Short link"])
    copier.page.wait_for_url(f"{address}work/productionizing/#{SECTION[0]}")


def test_it_can_be_copied_from_disk_too(offline: Site, copier: Visitor) -> None:
    copied, more = _copy_all(copier, f"{(offline.folder / offline.address(SECTION[1])).as_uri()}#{SECTION[0]}")
    page = "s/productionizing/cite.html"  # all of a chapter is on one page
    codes = {code.text for code in offline.plain_pages[page].root.find("code")}
    assert len(copied) == 5
    assert set(copied.values()) <= codes
    more.click()
    copier.page.wait_for_url(f"{(offline.folder / page).as_uri()}#{SECTION[0]}")
    expect(copier.page.locator(f"[id='{SECTION[0]}']")).to_be_in_viewport()


def test_the_script_and_the_build_agree_on_every_citation(
    hosted: Site, address: str, data: Data, visitor: Visitor
) -> None:
    titles = {
        record["id"]: hosted.page(record["page"]).by_id[record["id"]].find("a", "headerlink")[0]
        for record in _records(data)
        if record["kind"] == "heading" and record["page"].startswith("check/")
    }
    page = visitor.open(f"{address}check/faq/")
    made = {}
    for id_ in [id_ for id_ in titles if id_ in hosted.page("check/faq.md").by_id]:
        page.locator(f"#{id_} a.headerlink").evaluate("link => link.click()")
        made[id_] = page.evaluate(
            """async () => {
              let said;
              navigator.clipboard.writeText = async (text) => { said = text; };
              [...document.querySelectorAll(".sb-menu button")].find(each => each.textContent === "Citation").click();
              await new Promise(requestAnimationFrame);
              return said;
            }"""
        )
    assert len(made) > 30
    assert {id_: _codes(hosted.plain_pages[f"s/{id_}/cite.html"])["APA"] for id_ in made} == made


def test_the_menu_opens_and_closes_by_keyboard(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}work/goals/")
    sign = page.locator("#goals a.headerlink")
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Short link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Link, embed and cite")).to_have_count(0)
    expect(sign).to_be_focused()
    expect(sign).to_have_attribute("aria-expanded", "false")


def test_without_scripts_the_sign_leads_to_the_address(address: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open(f"{address}work/goals/")
    page.locator("#goals-next a.headerlink").click(force=True)
    page.wait_for_url(f"{address}work/goals/#goals-next")


@pytest.mark.parametrize("path", ["s/tools-adverts/cite.html", "s/skills-mathematics/cite.html"])
@pytest.mark.parametrize("width", PHONES)
def test_plain_pages_fit_on_a_phone(address: str, visit: Callable[..., Visitor], path: str, width: int) -> None:
    visitor = visit(viewport={"width": width, "height": 740})
    page = visitor.open(address + path)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_citation_can_be_downloaded(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}s/tools/cite.html")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").first.click()
    assert download.value.suggested_filename == "tools.bib"
    assert "@incollection{tools," in download.value.path().read_text(encoding="utf-8")


def test_every_page_says_how_to_cite_it(site: Site) -> None:
    for path, page in site.pages.items():
        if path == "404.html":
            continue
        [cite] = page.root.find("p", "sb-cite")
        assert re.search(r"Side by Side contributors\. \(20\d\d\)\. .+ \(Version \d+\.\d+\.\d+\)\. http", cite.words), (
            path
        )


def test_credits_stand_where_the_figures_are(site: Site, data: Data) -> None:
    wanted = {
        site.path(f"data/sources/{source['id']}.md"): source["licence"]["notice"]
        for source in data("sources.yml")["sources"]
        if source["licence"].get("notice")
    }
    assert len(wanted) >= 6
    shown = 0
    for path, page in site.pages.items():
        used = {site.target(page, link.attributes.get("href", ""))[0] for link in page.root.find("a", "sb-number")}
        used |= {site.target(page, link.attributes.get("href", ""))[0] for link in page.root.find("a", "sb-figure")}
        for source in used & set(wanted):
            shown += 1
            assert " ".join(wanted[source].split()) in page.root.words, (path, source)
    assert shown > 10
    for path, notice in wanted.items():
        assert " ".join(notice.split()) in site.pages[path].root.words


def test_the_index_has_everything_with_objectives_and_minutes(site: Site, data: Data) -> None:
    page = site.page("teach/sections.md")
    led = [site.target(page, link.attributes["href"]) for link in page.root.find("a") if "href" in link.attributes]
    text = page.root.words
    for record in _records(data):
        assert (f"s/{record['id']}/index.html", "") in led, record["id"]
        for objective in record.get("objectives", ()):
            assert " ".join(objective.split()) in text, record["id"]
    minutes = [cell.words for cell in page.root.find("td", "sb-minutes")]
    assert len(minutes) > 300
    assert all(re.fullmatch(r"[1-9]\d?", each) for each in minutes)


def test_the_index_as_files_says_the_same(site: Site, data: Data) -> None:
    records = {record["id"]: record for record in _records(data)}
    found = json.loads(site.files["teach/sections.json"].read_text(encoding="utf-8"))["sections"]
    assert sorted(each["id"] for each in found) == sorted(records)
    for each in found:
        said = [objective["text"] for objective in each["objectives"]]
        assert said == [" ".join(text.split()) for text in records[each["id"]].get("objectives", ())]
        assert (each["minutes"] or 0) > 0 or each["kind"] != "heading", each["id"]
    rows = list(csv.DictReader(io.StringIO(site.files["teach/sections.csv"].read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == [each["id"] for each in found]


def test_the_chapter_on_teaching_shows_what_there_is_to_copy(hosted: Site) -> None:
    page = hosted.page("teach/index.md")
    blocks = [block.text.strip() for block in page.root.find("code") if "\n" in block.text or "://" in block.text]
    codes = _codes(hosted.plain_pages[f"s/{SECTION[0]}/cite.html"])
    for name in ("Address", "Markdown", "HTML", "APA", "BibTeX", "RIS", "CSL-JSON"):
        assert codes[name].strip() in blocks, name
