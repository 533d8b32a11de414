"""Text of the dataset cannot become markup, code or a macro: a site with the worst of texts in each of its fields."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import hostile
import pytest
import sphobjinv
from building import Build, copy_project
from driving import served, visiting
from lxml import etree, html
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from sidebyside.project import examine

pytestmark = pytest.mark.site

REFUSED = {
    "Question.asks": "would be shown as it is written",
    "QuizAnswer.text": "would be shown as it is written",
    "QuizAnswer.feedback": "would be shown as it is written",
}
"""The fields that take no markup and no braces at all, with what is said of them."""
SPARED = frozenset({*REFUSED, "Process.verbs"})
"""An objective begins with a verb, so a verb is added and those that are there stay."""
BECAME = re.compile(r"<sb-planted|<script>planted|<img src=x|<svg onload|<a href=\"?javascript:")
ELEMENTS = """//sb-planted | //*[@planted] | //*[@onload or @onerror or @onmouseover or @onfocus or @autofocus]
  | //a[starts-with(normalize-space(@href), 'javascript:')] | //script[not(@type) and contains(., 'planted.push')]"""
LOOK = """() => ({
  elements: [...document.querySelectorAll("sb-planted, [planted], [onload], [onerror], [onmouseover], [onfocus]")]
    .map(each => each.outerHTML.slice(0, 200)),
  links: [...document.links].map(link => link.href).filter(href => href.startsWith("javascript:")),
  ran: window.planted,
})"""
OPENED = (
    *("", "compare/tools/", "compare/all-tools/", "compare/skills/", "compare/salaries/", "compare/job-market/"),
    *("check/claims/", "check/glossary/", "path/switch/", "path/choose/", "teach/lessons/", "teach/sections/"),
    *(
        "teach/syllabus/",
        "data/sources/",
        "data/sources/kaggle-2022/",
        "data/method/",
        "data/changes/",
        "s/tools/cite.html",
    ),
    *("embed/tools-picture/", "embed/tools-table-infrastructure/", "roles/neighbours/", "work/lifecycle/"),
)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with hostile text in each field of the dataset that takes it."""
    root = copy_project(tmp_path_factory.mktemp("hostile"))
    done: set[str] = set()
    for path, model in hostile.files(root):
        done |= hostile.plant(path, model, hostile.TEXT, SPARED)
    _add_what_no_record_has(root)
    known = {kind for _, model in hostile.files(root) for kind in hostile.kinds(model)}
    added = {"Process.verbs", "Change.value", "Change.before", "Change.after", "Release.removed"}
    assert known - done - added == set(REFUSED), "a field that has no text in data/ needs one here"
    return root


def _add_what_no_record_has(root: Path) -> None:
    text = json.dumps(f"x {hostile.TEXT}", ensure_ascii=False)
    changes = root / "data/changes.yml"
    change = f"{{figure: kaggle-2022/pytorch, value: {text}, before: {text}, after: {text}}}"
    more = f"releases:\n- removed: {{tools: [{text}]}}\n  changed: [{change}]\n  version:"
    changes.write_text(re.sub(r"releases:\n- version:", lambda _: more, changes.read_text(), count=1))
    words = root / "data/vocabularies.yml"
    words.write_text(
        re.sub(r"\n( *)verbs:\n( *)- ", rf"\n\1verbs:\n\2- {_quoted(text)}\n\2- ", words.read_text(), count=1)
    )
    tools = root / "data/tools.yml"
    tools.write_text(re.sub(r"cells:\n( *)([a-z-]+): .*", rf"cells:\n\1\2: {hostile.LONG}", tools.read_text(), count=1))
    syllabus = root / "data/syllabus.yml"
    syllabus.write_text(re.sub(r"(?m)^limit: \d+", "limit: 9999", syllabus.read_text()))


def _quoted(text: str) -> str:
    return text.replace("\\", r"\\")


@pytest.fixture(scope="module")
def folder(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Build(tmp_path_factory.mktemp("hostile-site") / "site", root=planted).good()


def _files(folder: Path, *endings: str) -> Iterator[tuple[str, str]]:
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    assert any(name.endswith(endings) for name in found)
    return ((name, path.read_text(encoding="utf-8")) for name, path in found.items() if name.endswith(endings))


def test_every_field_that_refuses_it_says_where(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    for path, model in hostile.files(root):
        hostile.plant(path, model, hostile.TEXT, frozenset({kind for kind in _kinds(root) if kind not in REFUSED}))
    found = examine(root).mistakes
    assert found
    assert {mistake.file for mistake in found} == {"data/quiz.yml"}
    said = [mistake for mistake in found if "would be shown as it is written" in mistake.message]
    assert {mistake.path.rpartition(".")[2] for mistake in said} == {"asks", "text", "feedback"}


def _kinds(root: Path) -> set[str]:
    return {kind for _, model in hostile.files(root) for kind in hostile.kinds(model)}


def test_nothing_became_an_element_or_an_attribute_in_any_page(folder: Path) -> None:
    became: dict[str, str] = {}
    seen = 0
    for name, text in _files(folder, ".html"):
        if found := BECAME.search(text):
            became[name] = text[found.start() - 100 : found.end() + 100]
        if "planted" in text:
            seen += 1
            tree = html.fromstring(text)
            for each in tree.xpath(ELEMENTS):
                became[name] = html.tostring(each, encoding="unicode")[:200]
            for each in tree.xpath("//script[@type]"):
                json.loads(each.text)
    assert became == {}
    assert seen > 1_000


def test_nothing_ran_in_a_browser_that_knows_no_policy(folder: Path, browser: Browser) -> None:
    met: dict[str, object] = {}
    shown = 0
    with served(folder) as address, visiting(browser, bypass_csp=True) as visitor:
        visitor.page.context.add_init_script("window.planted = []")
        for path in OPENED:
            page = visitor.open(address + path)
            looked = page.evaluate(LOOK)
            if any(looked.values()) or visitor.complaints():
                met[path] = looked
            shown += page.evaluate("document.body.innerText").count("{{ 6543 * 3 }} {{ count('figures') }} {% raw %}")
        visitor.open(address)
        visitor.search("planted", "compare/")
        if any(looked := page.evaluate(LOOK).values()):
            met["search"] = list(looked)
    assert met == {}
    assert shown > 1_000, "it should be shown as it was typed"


def test_no_file_has_the_answer_of_what_looks_like_a_macro(folder: Path) -> None:
    endings = (".html", ".json", ".csv", ".svg", ".xml", ".md", ".txt")
    assert [name for name, text in _files(folder, *endings) if hostile.PRODUCT in text] == []


def test_every_file_for_programs_is_well_formed_and_has_the_text_as_it_was_typed(folder: Path) -> None:
    for name, text in _files(folder, ".json"):
        json.loads(text), name
    for name, text in _files(folder, ".svg", ".xml"):
        tree = etree.fromstring(text.encode())
        assert tree.xpath(ELEMENTS) == [], name
        assert not BECAME.search(text), name
    cells = 0
    for name, text in _files(folder, ".csv"):
        rows = list(csv.reader(text.splitlines(keepends=True)))
        assert len({len(row) for row in rows}) == 1, name
        cells += sum(cell.endswith(hostile.TEXT) for row in rows for cell in row)
    assert cells > 1_000
    tools = json.loads((folder / "data/v1/comparisons/tools.json").read_text(encoding="utf-8"))
    assert all(row["name"].endswith(f" {hostile.TEXT}") for row in tools["rows"])
    assert any(hostile.LONG in word for row in tools["rows"] for word in row["words"].values())


def test_markdown_of_the_pages_has_no_markup_of_it(folder: Path) -> None:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    seen = 0
    for name, text in _files(folder, ".md", "llms.txt"):
        seen += "planted" in text
        read = reader.render(text)
        assert not BECAME.search(read), name
        assert 'href="javascript:' not in read, name
    assert seen > 50


def test_packages_and_the_inventory_are_well_formed(folder: Path) -> None:
    for path in folder.rglob("*.imscc"):
        with zipfile.ZipFile(path) as package:
            texts = {name: package.read(name).decode() for name in package.namelist()}
        assert any("planted" in text for text in texts.values())
        for name, text in texts.items():
            assert not BECAME.search(text), name
            if name.endswith(".xml"):
                etree.fromstring(text.encode())
            else:
                assert html.fromstring(text).xpath(ELEMENTS) == [], name
    inventory = sphobjinv.Inventory(str(folder / "objects.inv"))
    assert any(each.name.endswith(hostile.TEXT) or hostile.TEXT in each.dispname for each in inventory.objects)
