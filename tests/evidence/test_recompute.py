"""The committed figures: recomputed from the raw files byte for byte, and held against published checks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sidebyside.evidence import MODULES, recompute
from sidebyside.load import load

DS, MLE = "data-scientist", "machine-learning-engineer"
SKIPPED = (
    "THE FIGURES WERE NOT RECOMPUTED: there is no folder of raw files at {}. "
    "Give it with RAW=path/to/folder; data/sources.yml has the addresses and hashes of its files."
)


@pytest.fixture(scope="module")
def raw(root) -> Path:
    """The folder of raw files, or the test is skipped."""
    folder = Path(os.environ.get("RAW") or root.parent / "shared" / "data" / "raw").resolve()
    if not folder.is_dir():
        pytest.skip(SKIPPED.format(folder))
    return folder


@pytest.fixture(scope="module")
def second(root, raw, tmp_path_factory) -> tuple[subprocess.Popen, Path]:
    """The command, in a process that orders its sets and hashes otherwise, while the first run goes on; its folder."""
    project = tmp_path_factory.mktemp("project")
    (project / "data").mkdir()
    shutil.copy(root / "data" / "sources.yml", project / "data")
    command = [sys.executable, "-m", "sidebyside", "--root", str(project), "evidence", str(raw)]
    process = subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": "20261120"})
    return process, project / "data" / "evidence"


@pytest.fixture(scope="module")
def recomputed(root, raw, second, tmp_path_factory) -> Path:
    """A folder with everything computed from the raw files."""
    folder = tmp_path_factory.mktemp("recomputed")
    recompute(load(root)[0].dataset.source_by_id, raw, folder)
    return folder


@pytest.fixture(scope="module")
def again(second) -> Path:
    """The folder of the command, once it is done."""
    process, folder = second
    assert process.wait() == 0
    return folder


@pytest.fixture(scope="module")
def values(root):
    """The values of a committed figure, by its id."""
    figures = load(root)[0].dataset.figures
    return lambda id_: figures[id_].values


def test_every_source_with_files_is_committed_and_only_such_are_computed(root):
    evidence = load(root)[0].evidence.values()
    assert {each.source for each in evidence if each.files} == set(MODULES)
    assert {each.source for each in evidence if each.origin == "computed"} <= set(MODULES)


@pytest.mark.parametrize("name", list(MODULES))
def test_recomputing_gives_the_committed_bytes(root, recomputed, name):
    committed = root / "data" / "evidence" / f"{name}.yml"
    assert (recomputed / f"{name}.yml").read_bytes() == committed.read_bytes()


@pytest.mark.parametrize("name", list(MODULES))
def test_a_second_run_gives_the_same_bytes(recomputed, again, name):
    assert (again / f"{name}.yml").read_bytes() == (recomputed / f"{name}.yml").read_bytes()


def test_recomputing_writes_the_evidence_and_nothing_else(recomputed, again):
    expected = {f"{name}.yml" for name in MODULES}
    assert {path.name for path in recomputed.iterdir()} == expected
    assert {path.name for path in again.iterdir()} == expected


@pytest.mark.parametrize(
    ("figure", "role", "field", "expected"),
    [
        ("bls-oews/wage-2025", DS, "p25", 85_660),
        ("bls-oews/wage-2025", DS, "median", 120_230),
        ("bls-oews/wage-2025", DS, "p75", 158_880),
        ("bls-oews/employment-2025", DS, "value", 262_440),
        ("bls-oews/employment-2024", DS, "value", 233_440),
        ("aijobs/us-2025", DS, "n", 1_908),
        ("aijobs/us-2025", MLE, "n", 843),
        ("aijobs/us-2025", DS, "median", 155_000),
        ("aijobs/us-2025", MLE, "median", 199_000),
        ("kaggle-2022/coding-never", DS, "of", 1_929),
        ("kaggle-2022/coding-never", MLE, "of", 571),
        ("kaggle-2022/education-master-or-higher", DS, "count", 1_352),
        ("kaggle-2022/education-master-or-higher", DS, "of", 1_833),
        ("kaggle-2022/education-master-or-higher", MLE, "count", 372),
        ("kaggle-2022/education-master-or-higher", MLE, "of", 545),
        ("kaggle-2022/ml-never", DS, "count", 56),
        ("kaggle-2022/ml-never", DS, "of", 1_883),
        ("adverts-2024/kubernetes", DS, "of", 7_742),
        ("adverts-2024/kubernetes", MLE, "of", 664),
        ("adverts-2024/kubernetes", DS, "clusters", 4_187),
        ("adverts-2024/kubernetes", MLE, "clusters", 512),
        ("adverts-pay-2023/us", MLE, "n", 49),
        ("adverts-pay-2023/us-strict", MLE, "n", 24),
        ("bls-projections/jobs-2024", DS, "value", 245_900),
        ("dou-2025/median", MLE, "n", 43),
    ],
)
def test_a_committed_figure_is_the_published_one(values, figure, role, field, expected):
    assert getattr(values(figure)[role], field) == expected


@pytest.mark.parametrize(
    ("figure", "role", "percent"),
    [
        ("kaggle-2022/pytorch", DS, 35.8),
        ("kaggle-2022/pytorch", MLE, 58.5),
        ("adverts-2024/kubernetes", DS, 4.5),
        ("adverts-2024/kubernetes", MLE, 22.1),
        ("stackoverflow-2025/r", DS, 43.6),
        ("stackoverflow-2025/r", MLE, 8.8),
    ],
)
def test_a_share_is_the_published_one(values, figure, role, percent):
    assert round(100 * values(figure)[role].value, 1) == percent


def test_twenty_nine_percent_of_the_respondents_are_in_india(values):
    found = values("kaggle-2022/country-india").values()
    assert round(100 * sum(each.count for each in found) / sum(each.of for each in found)) == 29
