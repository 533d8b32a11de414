"""A third role is data alone: a copy to which it is added is built, and tables, charts and instruments have three."""

import csv
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import third_role
import yaml
from building import ROOT, Build, copy_project
from driving import OVERFLOW, Visitor, served
from lxml import html
from playwright.sync_api import expect

from sidebyside.project import examine

pytestmark = pytest.mark.site

IDS = ["data-scientist", "machine-learning-engineer", third_role.THIRD]
NAMES = ["Data scientist", "ML engineer", "Data engineer"]
SIGNS = ["●", "■", "▲"]
PAGES = ("compare/skills", "compare/tools", "compare/salaries", "path/choose", "check/claims", "roles/overlap")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the third role."""
    root = copy_project(tmp_path_factory.mktemp("three"))
    third_role.add(root)
    return root


@pytest.fixture(scope="module")
def three(project: Path) -> Path:
    """The site that is built of it, strictly."""
    return Build(project.parent / "site", root=project).good()


@pytest.fixture(scope="module")
def served_three(three: Path) -> Iterator[str]:
    with served(three) as address:
        yield address


def page(three: Path, path: str) -> html.HtmlElement:
    return html.fromstring((three / path / "index.html").read_bytes())


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_what_a_role_still_needs_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    third_role.add_name(tmp_path)
    missing = {mistake.file for mistake in examine(tmp_path).mistakes}
    assert missing == {f"data/{table}.yml" for table in (*third_role.TABLES, "assessment")}


def test_nothing_but_data_is_changed(project: Path) -> None:
    for folder in ("sidebyside", "overrides", "docs"):
        for path in (project / folder).rglob("*"):
            if path.is_file():
                assert path.read_bytes() == (ROOT / path.relative_to(project)).read_bytes(), path
    assert (project / "data/roles.yml").read_bytes() != (ROOT / "data/roles.yml").read_bytes()


@pytest.mark.parametrize("path", ["compare/skills", "compare/salaries", "compare/education", "check/claims"])
def test_a_table_has_a_column_for_each_role(three: Path, path: str) -> None:
    tables = page(three, path).xpath("//table[contains(@class, 'sb-several')]")
    assert tables
    for table in tables:
        heads = [text(head) for head in table.findall("thead/tr/th")]
        assert heads[1:4] == [f"{sign} {name}" for sign, name in zip(SIGNS, NAMES, strict=True)]
        for row in table.xpath(".//tr[contains(@class, 'sb-own')]"):
            assert [cell.get("data-label") for cell in row.findall("td")][:3] == NAMES


def test_kinds_of_evidence_have_three_columns_each_and_the_words_share_the_row_below(three: Path) -> None:
    [table, *_] = page(three, "compare/all-tools").xpath("//table[contains(@class, 'sb-kinds')]")
    top, heads = table.findall("thead/tr")
    assert [head.get("colspan") for head in top.findall("th")[1:]] == ["4", "4"]
    assert [text(head).partition(" ")[2] for head in heads.findall("th")] == 2 * [*NAMES[:3], ""]
    for words in table.xpath(".//tr[contains(@class, 'sb-words')]"):
        cells = words.findall("td")
        assert sum(int(cell.get("colspan")) for cell in cells) == 8
        assert text(cells[2]).startswith("▲ Data engineer: ")


def test_a_role_without_a_number_says_so_and_one_with_a_number_shows_it(three: Path) -> None:
    rows = page(three, "compare/all-tools").xpath("//tr[contains(@class, 'sb-own')]")
    cells = [row.xpath(".//td[@data-label='Data engineer']") for row in rows]
    shown = [text(cell) for found in cells for cell in found]
    assert shown.count("no figure") > 10
    assert sum(bool(re.match(r"\d+\.\d\s%", each)) for each in shown) > 20
    assert "" not in shown


def test_of_three_the_farthest_apart_are_compared(three: Path) -> None:
    short = dict(zip(NAMES, ("data scientists", "ML engineers", "data engineers"), strict=True))
    compared = 0
    for row in page(three, "path/choose").xpath("//table[contains(@class, 'sb-profiles')]//tr[td/a]"):
        cells = {cell.get("data-label"): text(cell) for cell in row.findall("td")[:3]}
        shares = {name: float(said.partition("%")[0]) for name, said in cells.items()}
        said = text(row.findall("td")[3])
        if "more" in said:
            top, bottom = max(shares, key=shares.get), min(shares, key=shares.get)
            assert f"{short[top]} than {short[bottom]}" in said
            assert float(said.partition(" ")[0]) == pytest.approx(shares[top] - shares[bottom], abs=0.11)
            compared += 1
    assert compared > 10


def test_the_largest_differences_stand_first(three: Path) -> None:
    [table, *_] = page(three, "compare/tools").xpath("//table[contains(@class, 'sb-kinds')]")
    said = [
        text(row.xpath("td[contains(@class, 'sb-gap')]")[0]) for row in table.xpath(".//tr[contains(@class, 'sb-own')]")
    ]
    sizes = [float(each.partition(" ")[0]) for each in said]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 20


def test_a_chart_has_three_marks_of_three_shapes(three: Path) -> None:
    made = json.loads((three / "data/v1/pictures/tools-picture.json").read_text(encoding="utf-8"))
    by_row: dict[tuple[str, str], list[str]] = {}
    for row in made["rows"]:
        by_row.setdefault((row["row"]["text"], row["source"]["text"]), []).append(row["role"]["text"])
    whole = ["Data scientist", "Machine learning engineer", "Data engineer"]
    assert {tuple(roles) for roles in by_row.values()} == {tuple(whole), tuple(whole[:2])}
    for drawing in page(three, "compare/tools").xpath("//*[@id='tools-picture']//*[local-name()='svg']"):
        marks = {
            (each.get("stroke") or each.get("fill"), each.get("stroke-linecap"), "L" in each.get("d"))
            for each in drawing.xpath(".//*[local-name()='path']")
            if each.get("stroke-linecap") or re.match(r"M[-\d.,]+L[-\d.,L]+z", each.get("d"))
        }
        colored = {mark for mark in marks if mark[0] != "var(--sb-paper)"}
        assert colored == {
            ("var(--sb-blue)", "round", False),
            ("var(--sb-orange)", "square", False),
            ("var(--sb-green)", None, True),
        }
        legend = [each.text for each in drawing.xpath(".//*[local-name()='text'][@font-weight='700']")][:3]
        assert legend == ["Data scientists", "ML engineers", "Data engineers"]


def test_the_files_have_three_roles(three: Path) -> None:
    data = three / "data/v1"
    roles = list(csv.DictReader((data / "roles.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["id"] for row in roles] == IDS
    lines = (data / "differences.csv").read_text(encoding="utf-8").splitlines()
    found = {frozenset((row["subject"], row["minus"])) for row in csv.DictReader(lines)}
    assert len(found) == 3
    table = json.loads((data / "tables/all-tools-table.json").read_text(encoding="utf-8"))
    assert [column["id"] for column in table["columns"] if column.get("kind") == "usage"] == [
        *(f"usage-{id_}" for id_ in IDS),
        "usage-difference",
    ]
    twin = (three / "compare/skills/index.html.md").read_text(encoding="utf-8")
    assert "\n| Skill | Data scientist | ML engineer | Data engineer | Difference |\n" in twin


def test_the_self_assessment_finds_the_third_role(
    project: Path, served_three: str, visit: Callable[..., Visitor]
) -> None:
    asked = yaml.safe_load((project / "data/assessment.yml").read_text(encoding="utf-8"))
    toward = {each["id"]: each.get("leans") == [third_role.THIRD] for each in asked["dimensions"]}
    answers = [4 if (each["keyed"] == "agree") == toward[each["dimension"]] else 0 for each in asked["statements"]]
    visitor = visit(viewport={"width": 390, "height": 844})
    opened = visitor.open(f"{served_three}path/choose/")
    opened.locator(".sb-statement").evaluate_all(
        "(all, answers) => answers.forEach((answer, place) => all[place].querySelectorAll('input')[answer].click())",
        answers,
    )
    opened.get_by_role("button", name="Show the result").click()
    expect(opened.locator("[data-part=said]")).to_have_text(
        "The answers lie nearer to the profile of ▲ data engineers."
    )
    totals = opened.locator("[data-part=total]").all_inner_texts()
    assert len(totals) == 3
    assert max(range(3), key=lambda place: int(totals[place].replace("−", "-"))) == 2


def test_the_planner_leads_to_the_third_role(served_three: str, visit: Callable[..., Visitor]) -> None:
    visitor = visit(viewport={"width": 1280, "height": 800})
    opened = visitor.open(f"{served_three}path/switch/")
    opened.get_by_label("Where you want to go").select_option(third_role.THIRD)
    opened.get_by_label("Where you are").select_option("machine-learning-engineer")
    expect(opened.locator("[data-plan=title]")).to_have_text("From machine learning engineer to data engineer")
    assert opened.locator("[data-plan=steps] li").count() > 3


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_three_roles_is_wider_than_its_window(
    served_three: str, visit: Callable[..., Visitor], width: int
) -> None:
    visitor = visit(viewport={"width": width, "height": 800})
    wider = {path: visitor.open(f"{served_three}{path}/").evaluate(OVERFLOW) for path in PAGES}
    assert {path: more for path, more in wider.items() if more > 0} == {}
