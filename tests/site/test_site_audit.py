"""A page of each template in front of the checkers that `make audit` shows every page."""

import re
from collections.abc import Iterator
from pathlib import Path

import documents
import engines
import links
import pytest
import reach
from building import ROOT
from engines import FORMS, Form
from playwright.sync_api import Browser
from reading import Site
from sites import Finding, Html

pytestmark = pytest.mark.site

TOOLS = ROOT / ".venv" / "audit"
CHAPTERS = (
    "index.md",
    "about/accessibility.md",
    "check/claims.md",
    "check/glossary.md",
    "compare/education.md",
    "compare/levels.md",
    "data/changes.md",
    "data/examples.md",
    "data/sources/uk-framework.md",
    "path/choose.md",
    "path/switch.md",
    "roles/data-scientist.md",
    "teach/handouts/posting.md",
    "teach/lessons.md",
    "teach/quiz.md",
    "teach/quiz-sheet.md",
    "teach/sections.md",
    "teach/syllabus.md",
)
"""With what a template can put into a page: tables, pictures, an instrument, a handout, code."""
OTHERS = (
    "404.html",
    "s/goals/index.html",
    "s/goals/cite.html",
    "embed/goals/index.html",
    "embed/tools-picture/index.html",
)


@pytest.fixture(scope="session")
def tools() -> Path:
    if not (TOOLS / "node_modules").is_dir():
        pytest.fail(f"{TOOLS.relative_to(ROOT)} is missing; `make test` installs it", pytrace=False)
    return TOOLS


def _examples(site: Site) -> list[Html]:
    paths = [site.path(chapter) for chapter in CHAPTERS] + [path for path in OTHERS if path in site.files]
    return [Html("hosted" if site.folders else "offline", path, site.files[path]) for path in paths]


def _address(html: Html, address: str) -> str:
    return address + html.path if html.site == "hosted" else html.file.as_uri()


def _lines(found: Iterator[Finding]) -> list[str]:
    return [f"{each.page}: {each.rule}: {each.place}: {each.says}" for each in found]


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_axe_finds_nothing(
    hosted: Site, offline: Site, address: str, browser: Browser, tools: Path, form: Form
) -> None:
    examples = _examples(hosted) if form.scheme == "light" else _examples(offline)
    found = []
    with engines.window(browser, form) as page:
        for html in examples[FORMS.index(form) :: len(FORMS)]:
            engines.show(page, html, _address(html, address), form)
            found += _lines(engines.ask(page, "axe", tools, html.name))
    assert found == []


def test_the_validator_finds_nothing(site: Site, tools: Path) -> None:
    assert _lines(documents.markup(_examples(site), tools)) == []


def test_every_page_says_what_it_is(site: Site) -> None:
    assert _lines(documents.described(_examples(site))) == []


def test_every_file_is_what_its_format_says(site: Site) -> None:
    assert _lines(documents.well_formed("", site.folder)) == []


@pytest.mark.parametrize("form", ["hosted", "offline"])
def test_every_link_and_anchor_leads_somewhere(hosted: Site, offline: Site, tools: Path, form: str) -> None:
    followed, lost = links.links(form, {"hosted": hosted.folder, "offline": offline.folder}, tools)
    assert followed > len({"hosted": hosted, "offline": offline}[form].pages)
    assert _lines(lost) == []


SMALL = """<!doctype html><link rel="canonical" href="https://example.org/guide/{at}"><title>A page</title>
<link rel="stylesheet" href="{up}look.css"><h1 id="top-of-page">A page</h1>{body}"""
SOUND = "<a href='sub/index.html#part'>a part</a> <a href='https://example.com/gone'>elsewhere</a>"
BROKEN = """<a href='gone.html'>a page</a> <a href='sub/index.html#gone'>an anchor</a> <img src='gone.png' alt=''>
<link rel='alternate' href='https://example.org/guide/gone/'> <a href='sub/'>a folder</a> <a href='data'>no page</a>"""


@pytest.mark.parametrize("form", ["hosted", "offline"])
def test_a_link_and_an_anchor_that_lead_nowhere_are_found(tools: Path, tmp_path: Path, form: str) -> None:
    folders = {name: tmp_path / name for name in ("hosted", "offline")}
    for folder in folders.values():
        (folder / "sub").mkdir(parents=True)
        (folder / "data").mkdir()
        (folder / "data/base.txt").write_text("Below https://example.org/guide/data/, see all.json.")
        (folder / "index.html").write_text(SMALL.format(at="", up="", body=SOUND))
        (folder / "sub/index.html").write_text(SMALL.format(at="sub/", up="../", body="<p id='part'>A part</p>"))
        (folder / "look.css").write_text("p { color: red }")
    assert links.links(form, folders, tools)[1] == []

    (folders[form] / "index.html").write_text(SMALL.format(at="", up="", body=SOUND + BROKEN))
    (folders[form] / "look.css").write_text("p { background: url(gone.svg) }")
    (folders[form] / "alone.html").write_text("<meta http-equiv='refresh' content='0; url=away.html'>")
    (folders[form] / "data/all.json").write_text('{"gone": "https://example.org/guide/sub/#gone", "in": "sub/#gone"}')
    lost = ["away.html", "data", "gone.html", "gone.png", "gone.svg", "sub/index.html#gone"]
    named = [f"{form}/{path}" for path in lost] + ["hosted/gone/"] + (["offline/sub/"] if form == "offline" else [])
    named += ["hosted/sub/#gone"]
    found = [each.says for each in links.links(form, folders, tools)[1]]
    assert sorted(found) == sorted(named)


def test_the_checkers_find_what_is_wrong(browser: Browser, tools: Path, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(
        "<!doctype html><title>A page</title><h1>A page</h1><h3>Part</h3><img src=a.png><p style=width:999px>Far"
    )
    html = Html("hosted", "s/wrong/index.html", file)
    with engines.window(browser, Form(width=320)) as page:
        engines.show(page, html, file.as_uri(), Form(width=320))
        axe = {each.rule for each in engines.ask(page, "axe", tools, "")}
        ace = {each.rule for each in engines.ask(page, "ace", tools, "")}
        lost = {each.rule for each in reach.reach(page, "")}
    assert {"image-alt", "html-has-lang", "heading-order"} <= axe
    assert {"img_alt_valid", "html_lang_exists"} <= ace
    assert lost == {"sideways"}
    said = " ".join(each.says for each in documents.markup([html], tools))
    assert re.search("must have an “?alt", said)
    assert {each.rule for each in documents.described([html])} == {"description", "order of headings", "canonical link"}
