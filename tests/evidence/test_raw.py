"""Raw files that are not there or not the right ones: what is said, and that nothing is written."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from sidebyside import evidence
from sidebyside.evidence import RawError, RawFolder, compute, recompute
from sidebyside.model import Evidence, Licence, RawFile, Share, ShareFigure, Source

RIGHT = b"what the figures were computed from\n"
ADDRESS = "https://example.org/data"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def source(name: str, *paths: str) -> Source:
    return Source(
        id=name,
        title=name,
        short=name,
        publisher="somebody",
        date="2025",
        address=f"{ADDRESS}/{name}",
        licence=Licence(name="CC0", wording="CC0"),
        read=date(2026, 11, 20),
        kinds=("usage",),
        files=tuple(RawFile(path=path, sha256=sha256(RIGHT)) for path in paths),
        limits=("made up",),
    )


def made_up(name: str, count: int = 1) -> Evidence:
    figure = ShareFigure(
        id=f"{name}/one",
        topic="all",
        title="One",
        base="all",
        statistic="share",
        values={"data-scientist": Share(count=count, of=9)},
    )
    head = {"origin": "computed", "kind": "usage", "measure": "share", "unit": "share", "period": "2025"}
    return Evidence(source=name, interval="wilson", roles={"data-scientist": "all"}, figures=(figure,), **head)


@pytest.fixture
def sources() -> dict[str, Source]:
    return {name: source(name, f"{name}/data.csv") for name in evidence.MODULES}


@pytest.fixture
def raw(tmp_path: Path, sources) -> Path:
    """A folder with the right file for every source."""
    for each in sources.values():
        for file in each.files:
            path = tmp_path / "raw" / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(RIGHT)
    return tmp_path / "raw"


@pytest.fixture
def written(tmp_path: Path) -> dict[Path, bytes]:
    """Evidence that lies in the folder already."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    before = {folder / f"{name}.yml": f"# {name}, as it was\r\n".encode() for name in evidence.MODULES}
    for path, content in before.items():
        path.write_bytes(content)
    return before


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.iterdir()}


def computing(monkeypatch, **what) -> list[str]:
    """Puts made-up figures, or a failure, in the place of each module's; gives the list of what was computed."""
    called = []
    for name, module in evidence.MODULES.items():

        def replacement(_, name=name):
            called.append(name)
            if error := what.get(name.replace("-", "_")):
                raise error
            return made_up(name)

        monkeypatch.setattr(module, "compute", replacement)
    return called


def test_a_right_file_is_no_problem(raw, sources):
    assert [list(RawFolder(raw, each).problems()) for each in sources.values()] == [[]] * len(sources)


def test_a_missing_file_is_named_with_its_hash_and_address(raw, sources):
    path = raw / "aijobs" / "data.csv"
    path.unlink()
    [problem] = RawFolder(raw, sources["aijobs"]).problems()
    assert problem.startswith(f"{path}: ")
    assert "missing" in problem
    assert sha256(RIGHT) in problem
    assert f"{ADDRESS}/aijobs" in problem


def test_an_altered_file_is_named_with_both_hashes_and_its_address(raw, sources):
    path = raw / "aijobs" / "data.csv"
    path.write_bytes(RIGHT + b" ")
    [problem] = RawFolder(raw, sources["aijobs"]).problems()
    assert problem.startswith(f"{path}: ")
    assert "altered" in problem
    assert sha256(RIGHT) in problem
    assert sha256(RIGHT + b" ") in problem
    assert f"{ADDRESS}/aijobs" in problem


def test_a_folder_in_the_place_of_a_file_is_a_missing_file(raw, sources):
    path = raw / "aijobs" / "data.csv"
    path.unlink()
    path.mkdir()
    assert "missing" in next(RawFolder(raw, sources["aijobs"]).problems())


def test_every_file_of_a_source_is_looked_at(tmp_path):
    (tmp_path / "two.csv").write_bytes(b"altered")
    (tmp_path / "four.csv").write_bytes(RIGHT)
    problems = list(RawFolder(tmp_path, source("aijobs", "one.csv", "two.csv", "three.csv", "four.csv")).problems())
    assert [problem.partition(": ")[0] for problem in problems] == [
        str(tmp_path / name) for name in ("one.csv", "two.csv", "three.csv")
    ]


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_computed(raw, sources, monkeypatch):
    called = computing(monkeypatch)
    (raw / "aijobs" / "data.csv").unlink()
    (raw / "kaggle-2022" / "data.csv").write_bytes(b"")
    with pytest.raises(RawError) as error:
        compute(sources, raw)
    assert [problem.partition(": ")[0] for problem in error.value.problems] == [
        str(raw / "aijobs" / "data.csv"),
        str(raw / "kaggle-2022" / "data.csv"),
    ]
    assert all(problem in str(error.value) for problem in error.value.problems)
    assert not called


def test_a_source_that_is_gone_from_the_sources_is_named(raw, sources):
    del sources["bls-oews"]
    with pytest.raises(RawError, match="'bls-oews'"):
        compute(sources, raw)


@pytest.mark.parametrize("name", list(evidence.MODULES))
def test_one_altered_file_leaves_everything_as_it_was(raw, sources, written, monkeypatch, name):
    computing(monkeypatch)
    (raw / name / "data.csv").write_bytes(b"something else")
    folder = next(iter(written)).parent
    with pytest.raises(RawError):
        recompute(sources, raw, folder)
    assert content(folder) == written


@pytest.mark.parametrize("name", list(evidence.MODULES))
def test_a_source_that_cannot_be_computed_leaves_everything_as_it_was(raw, sources, written, monkeypatch, name):
    computing(monkeypatch, **{name.replace("-", "_"): ValueError("no such column")})
    folder = next(iter(written)).parent
    with pytest.raises(ValueError, match="no such column"):
        recompute(sources, raw, folder)
    assert content(folder) == written


def test_no_folder_is_made_for_nothing(raw, sources, tmp_path):
    (raw / "aijobs" / "data.csv").unlink()
    with pytest.raises(RawError):
        recompute(sources, raw, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_right_files_replace_what_was_there_and_leave_nothing_else(raw, sources, written, monkeypatch):
    computing(monkeypatch)
    folder = next(iter(written)).parent
    assert sorted(recompute(sources, raw, folder)) == sorted(written)
    assert content(folder) == {path: evidence.as_yaml(made_up(path.stem)).encode() for path in written}


def test_a_file_is_found_by_its_name_below_the_folder(tmp_path):
    folder = RawFolder(tmp_path, source("aijobs", "aijobs/one.csv", "aijobs/two.csv"))
    assert folder.path("two.csv") == tmp_path / "aijobs" / "two.csv"
    with pytest.raises(RawError, match=r"three\.csv"):
        folder.path("three.csv")
