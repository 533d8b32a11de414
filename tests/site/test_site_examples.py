"""The worked examples run as they stand on their page, and give what the page says that they give."""

import csv
import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import formulas
import numpy as np
import pytest
from driving import Visitor
from reading import Element, Page, Site

pytestmark = pytest.mark.site

PAGE = "data/examples.md"
POINTS = re.compile(r"[\d.]+(?= points)")


def _code(site: Site, section: str) -> list[str]:
    """The blocks of code below a heading, as a reader copies them."""
    found: list[str] = []
    inside = False
    for each in site.page(PAGE).root.find("article")[0].walk():
        if each.tag in ("h1", "h2"):
            inside = each.attributes.get("id") == section
        elif inside and each.tag == "pre":
            found.append(each.text)
    assert found, section
    return found


def _run(code: str) -> dict[str, Any]:
    """The names that Python code leaves behind."""
    names: dict[str, Any] = {}
    exec(compile(code, PAGE, "exec"), names)
    return names


def _text(page: Page, section: str) -> str:
    """The text of a section."""
    inside, found = False, []
    for each in page.root.find("article")[0].children:
        if isinstance(each, Element) and each.tag in ("h1", "h2"):
            inside = each.attributes.get("id") == section
        if inside:
            found.append(each if isinstance(each, str) else each.text)
    return " ".join("".join(found).split())


def test_pandas_finds_the_ten_largest_differences_of_the_page(hosted: Site, address: str) -> None:
    [code] = _code(hosted, "examples-pandas")
    assert f'data = "{address}data/v1"' in code
    largest = _run(code)["largest"]
    rows = hosted.page("compare/tools.md").by_id["tools-largest-differences"].find("tr", "sb-own")
    shown = [(row.find("th")[0].children[0].strip(), row.find("td", "sb-gap")[0].words) for row in rows]
    assert list(largest["name"]) == [name for name, _ in shown]
    assert [f"{abs(value):.1f}" for value in 100 * largest["value"]] == [POINTS.search(gap)[0] for _, gap in shown]
    first = f"At its head stands {shown[0][0]}: {POINTS.search(shown[0][1])[0]} points more"
    assert first in _text(hosted.page(PAGE), "examples-pandas")


def test_duckdb_finds_what_is_clear_in_adverts_only(
    hosted: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(hosted.files["data/v1/side-by-side.zip"]) as packed:
        packed.extractall(tmp_path)
    monkeypatch.chdir(tmp_path)
    [code] = _code(hosted, "examples-duckdb")
    found = _run(code)["only_adverts"].fetchall()
    shown = {}
    for row in hosted.page("compare/all-tools.md").by_id["all-tools-table"].find("tr", "sb-own"):
        if "Clear in adverts only." in row.find("th")[0].words:
            gap = row.find("td", "sb-gap")[-1]
            [figure, *_] = [a.attributes["href"].partition("#")[2] for a in row.find("a") if "adverts" in str(a)]
            shown[figure] = POINTS.search(gap.words)[0]
    assert {figure.removeprefix("adverts-2024/"): f"{abs(points):.1f}" for figure, _, points in found} == shown
    first, subject, points = found[0]
    assert (first, subject, points > 0) == ("adverts-2024/aws", "machine-learning-engineer", True)


def _pay(hosted: Site) -> dict[str, list[str]]:
    """The medians by year that the page on pay shows, for each year those of the roles in their order."""
    table = hosted.page("compare/salaries.md").by_id["salaries-table-by-year"]
    rows = table.find("tr", "sb-own")
    return {
        re.sub(r"\D", "", row.find("th")[0].children[0])[:4]: [a.words for a in row.find("a", "sb-number")]
        for row in rows
    }


def test_r_gives_the_medians_of_the_page(hosted: Site, tmp_path: Path) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed, so its example did not run")
    [code] = _code(hosted, "examples-r")
    (tmp_path / "pay.R").write_text(code, encoding="utf-8")
    said = subprocess.run([program, "--vanilla", "pay.R"], cwd=tmp_path, capture_output=True, text=True, check=True)
    rows = re.findall(r"^\s*(20\d\d)\s+(\d+)\s+(\d+)$", said.stdout, re.MULTILINE)
    assert {year: [f"${round(int(each), -2):,}" for each in pay] for year, *pay in rows} == _pay(hosted)


def test_what_r_reads_has_the_medians_of_the_page(hosted: Site) -> None:
    """The same steps on the same file, for where there is no R: the columns, the pattern and the numbers."""
    [code] = _code(hosted, "examples-r")
    pattern = re.search(r'grepl\("([^"]+)", id\)', code)[1]
    rows = csv.DictReader(io.StringIO(hosted.files["data/v1/figures.csv"].read_text(encoding="utf-8")))
    pay: dict[str, list[str]] = {}
    for row in rows:
        if re.search(pattern, row["id"]):
            pay.setdefault(row["id"][-4:], []).append(f"${int(float(row['value']) / 100 + 0.5) * 100:,}")
    assert pay == _pay(hosted)


def _contradicted(hosted: Site) -> list[str]:
    claims = hosted.page("check/claims.md").root.find("div", "sb-contradicted")
    return [claim.attributes["id"] for claim in claims]


def test_javascript_names_the_claims_that_are_contradicted(hosted: Site, address: str, tmp_path: Path) -> None:
    [code] = _code(hosted, "examples-javascript")
    (tmp_path / "claims.mjs").write_text(code, encoding="utf-8")
    node = Path(sys.executable).parent / "node"
    said = subprocess.run([node, "claims.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True)
    found = [line.rpartition(" ")[2] for line in said.stdout.splitlines()]
    assert sorted(found) == sorted(f"{address}s/{id_}/" for id_ in _contradicted(hosted))
    assert f"There are {len(found)} of them" in _text(hosted.page(PAGE), "examples-javascript")


def test_javascript_says_the_same_in_a_browser(hosted: Site, address: str, visitor: Visitor) -> None:
    [code] = _code(hosted, "examples-javascript")
    said: list[str] = []
    page = visitor.open(f"{address}data/v1/index.json")  # of that host, and without the policy of its pages
    page.on("console", lambda message: said.append(message.text))
    with page.expect_console_message():
        page.add_script_tag(content=code, type="module")
    page.wait_for_function("performance.getEntriesByName(`${location.origin}/data/v1/claims.json`).length > 0")
    page.wait_for_timeout(200)
    assert sorted(line.rpartition("/s/")[2].rstrip("/") for line in said) == sorted(_contradicted(hosted))


def _sheet(hosted: Site) -> dict[str, np.ndarray]:
    """The first columns of the imported file by their letters, numbers as numbers."""
    rows = list(csv.reader(io.StringIO(hosted.files["data/v1/figures.csv"].read_text(encoding="utf-8"))))

    def cell(text: str) -> float | str:
        try:
            return float(text)
        except ValueError:
            return text

    return {
        letter: np.array([[cell(each)] for each in column], dtype=object)
        for letter, column in zip(ascii_uppercase, zip(*rows, strict=True), strict=False)
    }


def _computed(columns: dict[str, np.ndarray], formula: str) -> float:
    """What a spreadsheet makes of a formula about whole columns."""
    compiled = formulas.Parser().ast(formula)[1].compile()
    return float(compiled(*(columns[name.partition(":")[0]] for name in compiled.inputs)))


def test_a_spreadsheet_gives_the_numbers_of_the_pages(hosted: Site, address: str) -> None:
    gap, count = (code.strip() for code in _code(hosted, "examples-spreadsheet"))
    columns = _sheet(hosted)
    text = _text(hosted.page(PAGE), "examples-spreadsheet")
    assert f'=IMPORTDATA("{address}data/v1/figures.csv")' in text
    assert f"${_computed(columns, gap):,.0f} more for machine learning engineers" in text
    rows = hosted.page("data/sources.md").root.find("tr")
    [kaggle] = [row for row in rows if "2022 Kaggle" in row.words]
    assert f"{_computed(columns, count):.0f}" in [cell.words for cell in kaggle.find("td")]


def test_every_example_is_run_here(hosted: Site) -> None:
    """No block of code stands on the page that no test runs."""
    sections = ("pandas", "duckdb", "r", "javascript", "spreadsheet")
    blocks = [code for section in sections for code in _code(hosted, f"examples-{section}")]
    assert len(blocks) == len(hosted.page(PAGE).root.find("pre")) == 6
