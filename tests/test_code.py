"""The Python code in the chapters runs: each block of a chapter after the ones before it, and then its own tests."""

from pathlib import Path

import numpy as np
import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

DOCS = Path(__file__).parent.parent / "docs"
FENCED = sorted(path for path in DOCS.rglob("*.md") if "```python" in path.read_text(encoding="utf-8"))


def run(path: Path) -> dict:
    """Runs every block of a chapter in one namespace, which it gives. Raises what the code raises."""
    document = Sybil(parsers=[PythonCodeBlockParser()]).parse(path)
    for example in document.examples():
        example.evaluate()
    return document.namespace


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
