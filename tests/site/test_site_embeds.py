"""Embeds as a course has them: in a page of one's own, as high as they are, and with everything they owe."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from driving import PHONES, Visitor
from playwright.sync_api import FrameLocator, expect
from reading import Page, Site, is_internal

from sidebyside.heights import LOCK, NARROW, WIDE

pytestmark = pytest.mark.site

HREF = re.compile(r'\s(?:href|src)="([^"]*)"')
SOURCES = re.compile(r"data/sources/([a-z0-9-]+)(?:/|\.html)")
# Of each kind some, the widest tables and both kinds of instrument among them.
SHOWN = (
    *("skills-table-mathematics", "tools-table-languages", "levels-ladder", "salaries-picture", "overlap-picture"),
    *("claim-python", "term-feature-store", "productionizing-table", "lifecycle-data", "home-cards"),
    *("source-bls-projections", "ten-minutes-link", "quiz-check", "handout-evidence-table-pairs", "syllabus-table"),
    *("choose-assessment", "switch-planner-lack", "teach-cite", "goals"),
)
# Heights were measured where this is what the browser takes for the system's own font.
FONTS_DIFFER = (
    shutil.which("fc-match") is None
    or "DejaVuSans.ttf"
    not in subprocess.run(["fc-match", "system-ui"], capture_output=True, text=True, check=False).stdout
)
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def _records(data: Callable[[str], Any]) -> list[dict]:
    return data("sections.yml")["sections"]


def test_every_id_that_there_ever_was_can_be_embedded(site: Site, data: Callable[[str], Any]) -> None:
    ids = {id_ for record in _records(data) for id_ in (record["id"], *record.get("former", []))}
    assert set(site.embeds) == ids


def test_nothing_in_them_is_a_script_or_from_another_host(site: Site) -> None:
    for id_, text in site.embeds.items():
        assert "<script" not in text, id_
        assert '<meta name="robots" content="noindex">' in text, id_
        assert '<base target="_blank">' in text, id_
        loaded = re.findall(r'<(?:img|source)\b[^>]*?\ssrc="([^"]*)"', text)
        loaded += re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]*)"', text)
        assert len(loaded) > 5, id_
        assert [address for address in loaded if not is_internal(address)] == [], id_


def test_every_link_in_them_leads_to_a_place_of_the_site(site: Site) -> None:
    """Their pages are too many to be read as trees; a link on each of them is an attribute that is easily found."""
    lost = []
    for id_ in site.embeds:
        found = map(unescape, HREF.findall(site.embeds[id_]))
        here = Page(f"embed/{id_}/index.html", "")
        for address in filter(is_internal, found):
            path, fragment = site.target(here, address)
            known = path in site.files and (
                not fragment or path not in site.pages or fragment in site.pages[path].by_id
            )
            lost += [] if known else [(id_, address)]
    assert lost == []


def test_they_say_what_the_page_says(site: Site, data: Callable[[str], Any]) -> None:
    for record in [record for record in _records(data) if record["id"] in SHOWN]:
        there = site.page(record["page"]).by_id[record["id"]]
        here = site.embed(record["id"]).by_id[record["id"]]
        assert here.words == re.sub(r" ?((CSV JSON )?Cite Embed )?¶", "", there.words).strip(), record["id"]


def test_each_names_the_license_of_its_sources_and_has_their_credits(site: Site, data: Callable[[str], Any]) -> None:
    sources = {source["id"]: source for source in data("sources.yml")["sources"]}
    credited = 0
    for id_, text in site.embeds.items():
        body, _, foot = text.partition("<footer>")
        said = " ".join(unescape(re.sub(r"<[^>]*>", "", foot)).split())
        assert "CC BY 4.0" in said, id_
        assert f"s/{id_}/" in foot, id_
        for source in set(SOURCES.findall(body)) & set(sources):
            licence = sources[source]["licence"]
            assert f"{sources[source]['short']}, {licence['name']}" in said, (id_, source)
            assert " ".join(licence.get("notice", "").split()) in said, (id_, source)
            credited += "notice" in licence
    assert credited > 200


def test_programs_find_the_answer_in_oembed_from_every_address_of_a_section(hosted: Site, address: str) -> None:
    for id_, page in (("skills", "skills/"), ("skills-table-mathematics", None)):
        where = [f"s/{id_}/index.html", f"s/{id_}/cite.html", f"embed/{id_}/index.html"]
        where += [f"compare/{page}index.html"] if page else []
        for path in where:
            text = (hosted.folder / path).read_text(encoding="utf-8")
            [led] = re.findall(r'<link rel="alternate ?" type="application/json\+oembed" href="([^"]*)"', text)
            assert led == f"{address}embed/{id_}/oembed.json", path
        answer = json.loads((hosted.folder / f"embed/{id_}/oembed.json").read_text(encoding="utf-8"))
        assert {*answer} >= {"version", "type", "title", "html", "width", "height", "provider_name", "provider_url"}
        assert (answer["version"], answer["type"], answer["width"]) == ("1.0", "rich", WIDE)
        assert f'src="{address}embed/{id_}/"' in answer["html"]
        assert f'height="{answer["height"]}"' in answer["html"]


def test_a_copy_on_disk_answers_nobody(offline: Site) -> None:
    assert [path for path in offline.files if path.endswith("oembed.json")] == []


def _code(site: Site, id_: str) -> str:
    """The code of a frame as the page that says how to embed has it."""
    found = (each.text for page in site.plain_pages.values() for each in page.root.find("code"))
    [code] = {text for text in found if text.startswith("<iframe") and f"/embed/{id_}/" in text}
    return code


def _course(folder: Path, frame: str, width: str) -> str:
    """A page of somebody's course, outside the site, with the frame in a column; its address."""
    (folder / "course.html").write_text(
        f"<!doctype html><title>Week 1</title><style>body{{margin:0}}</style><p>Read this.</p>"
        f'<div style="width:{width}">{frame}</div>',
        encoding="utf-8",
    )
    return (folder / "course.html").as_uri()


@pytest.mark.parametrize(("window", "column"), [(1280, WIDE), (396, NARROW), (375, 343), (360, 328)])
def test_a_frame_is_as_high_as_what_it_shows(
    hosted: Site, visit: Callable[..., Visitor], tmp_path: Path, window: int, column: int
) -> None:
    """With the fonts with which heights were measured nothing is cut off; with others some lines may be."""
    visitor = visit(viewport={"width": window, "height": 800})
    for id_ in SHOWN:
        page = visitor.open(_course(tmp_path, _code(hosted, id_).replace(' loading="lazy"', ""), f"{column}px"))
        page.locator("iframe").element_handle().content_frame().wait_for_load_state()
        frame = page.frames[1]
        assert frame.evaluate("() => innerWidth") == column
        high = page.locator("iframe").bounding_box()["height"]
        text = frame.evaluate("() => document.body.getBoundingClientRect().height")
        assert 0.75 * high - 40 < text < 1.1 * high + 10, id_
        assert (text <= high) or FONTS_DIFFER, id_
        assert frame.evaluate(SIDEWAYS) <= 0, id_


def test_heights_are_known_of_everything(data: Callable[[str], Any]) -> None:
    lines = (Path("data") / LOCK).read_text(encoding="utf-8").splitlines()
    measured = [line.partition(" ")[0] for line in lines if not line.startswith("#")]
    assert measured == sorted(record["id"] for record in _records(data)), "run make heights"


@pytest.mark.parametrize("width", [WIDE, *PHONES])
def test_nothing_scrolls_sideways(site: Site, visit: Callable[..., Visitor], width: int) -> None:
    visitor = visit(viewport={"width": width, "height": 800})
    for id_ in SHOWN:
        page = visitor.open((site.folder / f"embed/{id_}/index.html").as_uri())
        assert page.evaluate(SIDEWAYS) <= 0, id_


def _frame(visitor: Visitor, address: str) -> FrameLocator:
    return visitor.open(address).frame_locator("iframe")


@pytest.mark.parametrize("sandbox", ["", "allow-popups allow-popups-to-escape-sandbox"])
def test_it_is_read_where_no_script_is_allowed(
    hosted: Site, visit: Callable[..., Visitor], tmp_path: Path, sandbox: str
) -> None:
    code = _code(hosted, "skills-table-mathematics").replace("<iframe", f'<iframe sandbox="{sandbox}"')
    frame = _frame(visit(java_script_enabled=False), _course(tmp_path, code, "640px"))
    expect(frame.get_by_role("row", name="Inference and uncertainty")).to_be_visible()
    expect(frame.get_by_role("contentinfo")).to_contain_text("CC BY 4.0")


def test_a_link_in_it_opens_a_page_of_its_own(
    hosted: Site, address: str, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    visitor = visit()
    frame = _frame(visitor, _course(tmp_path, _code(hosted, "productionizing-table"), "640px"))
    with visitor.page.context.expect_page() as opened:
        frame.get_by_role("contentinfo").get_by_role("link").first.click()
    opened.value.wait_for_url(f"{address}work/productionizing/#productionizing-table")
    assert visitor.page.url.endswith("course.html")


def test_a_course_on_disk_embeds_the_copy_on_disk(offline: Site, visit: Callable[..., Visitor], tmp_path: Path) -> None:
    there = (offline.folder / "embed/productionizing-table/index.html").as_uri()
    frame = _frame(visit(), _course(tmp_path, f'<iframe src="{there}" title="Ten aspects"></iframe>', "640px"))
    expect(frame.get_by_role("row", name="Rollback")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_light_as_the_pages_of_a_course_are(site: Site, visit: Callable[..., Visitor], theme: str) -> None:
    visitor = visit(color_scheme=theme)
    page = visitor.open((site.folder / "embed/productionizing-table/index.html").as_uri())
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(250, 249, 246)"


def test_the_word_at_a_table_and_a_picture_copies_the_code(
    site: Site, address: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    where = f"{address}compare/salaries/" if site.folders else (site.folder / "compare/salaries.html").as_uri()
    page = visitor.open(where)
    for id_ in ("salaries-picture", "salaries-table-by-level"):
        page.locator(f"#{id_} .sb-embed").click()
        expect(page.locator(f"#{id_} .sb-embed")).to_have_text("Code copied")
        assert page.evaluate("navigator.clipboard.readText()") == _code(site, id_)
        expect(page.locator(f"#{id_} .sb-embed")).to_have_text("Embed")


def test_without_a_clipboard_the_code_is_copied_and_no_selection(
    address: str, visit: Callable[..., Visitor], hosted: Site
) -> None:
    """As on a page that comes without encryption, where browsers have no clipboard for scripts."""
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(f"{address}compare/salaries/")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    sign = page.locator("#salaries-picture .sb-embed")
    sign.click()
    expect(sign).to_have_text("Code copied")
    assert page.evaluate("navigator.clipboard.readText()") == _code(hosted, "salaries-picture")
    assert page.locator(".sb-copied").count() == 0
    page.evaluate("() => { document.execCommand = () => false; }")
    page.locator("#salaries-table-by-level .sb-embed").click()
    page.wait_for_url(f"{address}s/salaries-table-by-level/cite.html#embed")


def test_without_scripts_it_leads_to_the_code(address: str, visit: Callable[..., Visitor]) -> None:
    page = visit(java_script_enabled=False).open(f"{address}compare/salaries/")
    page.locator("#salaries-picture .sb-embed").click()
    page.wait_for_url(f"{address}s/salaries-picture/cite.html#embed")


def test_every_table_and_every_picture_has_that_word(site: Site, data: Callable[[str], Any]) -> None:
    for record in _records(data):
        found = site.page(record["page"]).by_id[record["id"]].find("a", "sb-embed")
        led = [site.target(site.page(record["page"]), each.attributes["href"]) for each in found]
        if record["kind"] in ("table", "picture"):
            chapter = site.page(record["page"]).root.find("h1")[0].attributes["id"]
            from_disk = (f"s/{chapter}/cite.html", f"embed-{record['id']}")
            assert ((f"s/{record['id']}/cite.html", "embed") if site.folders else from_disk) in led, record["id"]
