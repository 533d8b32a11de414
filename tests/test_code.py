"""The Python code in the chapters runs: each block of a chapter after the ones before it, and then its own tests."""

import csv
import gzip
import os
import re
import shutil
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from sidebyside.intervals import difference_of_shares, wilson
from sidebyside.project import examine

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FETCHING = DOCS / "data" / "examples.md"
"""Its code reads the files of the built site; tests/site/test_site_examples.py runs it."""
FENCED = sorted(
    path for path in DOCS.rglob("*.md") if path != FETCHING and "```python" in path.read_text(encoding="utf-8")
)


def run(path: Path) -> dict:
    """Runs every block of a chapter in one namespace, which it gives. Raises what the code raises."""
    document = Sybil(parsers=[PythonCodeBlockParser()]).parse(path)
    for example in document.examples():
        example.evaluate()
    return document.namespace


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    """An empty folder in which the code runs, but for a few rows in place of the file that a lesson has downloaded."""
    offer = {
        "work_year": "2025",
        "experience_level": "SE",
        "employment_type": "FT",
        "employee_residence": "US",
        "company_location": "US",
    }
    engineers = [offer | {"job_title": title} for title in ("Machine Learning Engineer", "ML Engineer")]
    scientist, one, other = offer | {"job_title": "Data Scientist"}, *engineers
    pay = [(scientist, 150), (scientist, 90), (scientist, 150), (scientist, 90), (scientist, 300), (scientist, 280)]
    pay += [(one, 200), (one, 100), (other, 200), (other, 100), (other, 500)]
    with (tmp_path / "salaries.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, [*offer, "job_title", "salary", "salary_in_usd"])
        writer.writeheader()
        writer.writerows(row | {"salary": amount, "salary_in_usd": amount} for row, amount in pay)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_some_chapter_has_code():
    assert "lifecycle.md" in [path.name for path in FENCED]


@pytest.mark.parametrize("path", FENCED, ids=lambda path: path.name)
def test_the_code_of_a_chapter_runs_and_passes_its_own_tests(path):
    namespace = run(path)
    tests = [each for name, each in namespace.items() if name.startswith("test_")]
    assert tests
    for test in tests:
        test()


def test_the_chapter_says_the_numbers_that_its_code_gives():
    path = DOCS / "work" / "lifecycle.md"
    namespace = run(path)
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert f'model reaches {{{{ example("{namespace["auc"]:.2f}") }}}}' in text
    assert f'higher bill, {{{{ example("{namespace["auc_by_hand"]:.2f}") }}}}' in text


def test_the_chapter_says_how_far_apart_the_model_and_the_rule_are():
    path = DOCS / "work" / "lifecycle.md"
    namespace = run(path)
    left, chances, by_hand = map(np.asarray, (namespace["new"]["left"], namespace["chances"], namespace["by_hand"]))
    rng = np.random.default_rng(0)
    again = [rng.integers(0, len(left), len(left)) for _ in range(600)]
    area = namespace["roc_auc_score"]
    differences = [area(left[rows], chances[rows]) - area(left[rows], by_hand[rows]) for rows in again]
    low, high = np.percentile(differences, [2.5, 97.5])
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert f'difference is {{{{ example("{namespace["auc"] - namespace["auc_by_hand"]:.2f}") }}}}' in text
    assert f'interval from {{{{ example("{low:.2f}") }}}} to {{{{ example("{high:.2f}") }}}}.' in text


def test_the_chapter_says_who_is_found_at_the_top_of_each_list():
    path = DOCS / "work" / "lifecycle.md"
    namespace = run(path)
    left = namespace["new"]["left"].to_numpy()
    found = {}
    for part in (10, 5):
        count = len(left) // part
        model = left[np.argsort(-namespace["chances"], kind="stable")[:count]].sum()
        # The rule has three values only: of customers that are alike to it, as many as fit are taken by chance.
        scores = namespace["by_hand"].to_numpy()
        border = np.sort(scores)[-count]
        above, at = scores > border, scores == border
        by_hand = left[above].sum() + left[at].mean() * (count - above.sum())
        found[part] = (round(float(model)), round(float(by_hand)))
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert f'Of the {{{{ example("{left.sum()}") }}}} who left' in text
    assert f'holds {{{{ example("{found[10][0]}") }}}} by the model and as many by the rule' in text
    assert found[10][0] == found[10][1]
    assert 'holds {{{{ example("{}") }}}} and {{{{ example("{}") }}}}.'.format(*found[5]) in text


def test_of_the_customers_with_a_risk_around_a_fifth_about_a_fifth_left():
    namespace = run(DOCS / "work" / "lifecycle.md")
    around = (namespace["chances"] > 0.15) & (namespace["chances"] < 0.25)
    assert around.sum() > 50
    assert namespace["new"]["left"][around].mean() == pytest.approx(0.2, abs=0.05)


def test_a_mistake_in_a_block_is_not_passed_over(tmp_path):
    chapter = tmp_path / "x.md"
    chapter.write_text("```python\nx = 1\n```\n\n```python\nassert x == 2\n```\n")
    with pytest.raises(AssertionError):
        run(chapter)


LESSONS = DOCS / "teach" / "lessons.md"


def test_the_lesson_puts_rows_together_to_bands_and_counts_repeats_once():
    namespace = run(LESSONS)
    assert namespace["of_rows"] == {"data scientist": (6, 150), "ML engineer": (5, 200)}
    assert namespace["of_bands"] == {"data scientist": (3, 120), "ML engineer": (2, 150)}
    assert namespace["of_distinct"] == {"data scientist": (2, 205), "ML engineer": (1, 150)}


def test_the_lesson_gives_the_figures_of_the_site_from_the_raw_file(folder):
    raw = Path(os.environ.get("RAW") or ROOT.parent / "shared" / "data" / "raw") / "aijobs" / "salaries.csv.gz"
    if not raw.exists():
        pytest.skip(f"there is no raw file at {raw}")
    with gzip.open(raw) as packed, (folder / "salaries.csv").open("wb") as unpacked:
        shutil.copyfileobj(packed, unpacked)
    namespace = run(LESSONS)
    figures = examine(ROOT).dataset.figures
    for name, found in (("us-2025-all-bands", "of_bands"), ("us-2025", "of_distinct")):
        values = figures[f"aijobs/{name}"].values.values()
        assert [(n, round(median)) for n, median in namespace[found].values()] == [(v.n, v.median) for v in values]
    assert namespace["of_rows"] != namespace["of_bands"]


def formulas() -> dict[str, str]:
    """The formulas that the lesson writes into cells, by cell."""
    return dict(re.findall(r"^([A-Z]\d) +=(.+)$", LESSONS.read_text(encoding="utf-8"), re.MULTILINE))


def computed(cells: dict[str, float], formula: str) -> float:
    """What a spreadsheet makes of the formula."""
    python = re.sub(r"[A-Z]+\d\b", lambda name: f"cells['{name[0]}']", formula.replace("^", "**"))
    return eval(python, {"cells": cells, "SQRT": sqrt})


def test_the_formulas_of_the_lesson_give_the_intervals_of_the_site():
    shares = list(examine(ROOT).dataset.figures["kaggle-2022/pytorch"].values.values())
    cells = {}
    for row, share in zip("23", shares, strict=True):
        low, high = wilson(share.count, share.of)
        cells |= {f"I{row}": share.value, f"J{row}": low, f"K{row}": high, f"L{row}": share.of}
        for column, known in (("O", low), ("P", high)):
            filled = re.sub(r"(?<=[A-Z])2", row, formulas()[f"{column}2"])
            assert computed(cells, filled) == pytest.approx(known, abs=5e-5)
    first, second = shares
    known = difference_of_shares(second.count, second.of, first.count, first.of)
    for cell, value in (("O5", known.value), ("P5", known.interval.low), ("Q5", known.interval.high)):
        cells[cell] = computed(cells, formulas()[cell])
        assert cells[cell] == pytest.approx(value, abs=1e-9)


def test_the_columns_of_the_lesson_are_those_of_the_file_of_figures():
    from sidebyside.publish.downloads import _figures_csv
    from sidebyside.publish.site import Published
    from sidebyside.render.links import Site

    project = examine(ROOT)
    heads = _figures_csv(Published(project.dataset, project.outline, Site())).partition("\n")[0].split(",")
    assert [heads["ABCDEFGHIJKL".index(column)] for column in "AIJKL"] == ["id", "value", "low", "high", "n"]
