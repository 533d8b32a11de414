"""Files that are spoiled at random are read as what they say or refused with a place; see spoiling.py beside this."""

import io
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).parent))  # whatever pytest's import mode

from spoiling import SAME, SPOILING, Judge, Spoiled, spoiled

from sidebyside import document, load

COUNT = 500
SEED = 20261122

# What people can type, and what YAML, editors and this project do something else with.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "no",
        "010",
        "1e3",
        "2026-11-22",
        "- a",
        "a: b",
        "# a",
        "'",
        '"',
        "~",
        "true",
        " a",
        "a ",
        "a\nb",
        "\ta",
        "\x85",
        "",
    ]
)
SCALAR = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.floats(-1e15, 1e15).map(lambda x: round(x, 3))
DATA = st.recursive(SCALAR | TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4))


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return Judge(tmp_path)


def test_spoiled_files_are_read_as_what_they_say_or_refused_with_a_place(judge: Judge) -> None:
    found = [(each.name, each.how, objection) for each in spoiled(COUNT, SEED) for objection in judge.objections(each)]
    assert found == []
    assert judge.outcomes["refused"] > COUNT / 2, "most of what is spoiled should be noticed"
    assert judge.outcomes["loaded"] > COUNT / 20, "and some of it should go as far as the comparison"


def test_every_way_to_spoil_is_taken() -> None:
    taken = {how for each in spoiled(COUNT, SEED) for how in each.how.split(", ")}
    assert taken == {*SAME, *SPOILING, "bytes"}


@pytest.mark.parametrize(
    ("raw", "is_same", "objection"),
    [
        pytest.param(b"roles: []\n", True, "it says the same, but is refused", id="refused"),
        pytest.param(None, True, "it says the same, but is read as something else", id="another dataset"),
    ],
)
def test_the_judge_objects(judge: Judge, raw: bytes | None, is_same: bool, objection: str) -> None:
    file = judge.root / "data/roles.yml"
    changed = re.sub(rb"short: [^\n]+", b"short: Xyz", file.read_bytes(), count=1) if raw is None else raw
    assert changed != file.read_bytes()
    assert [each[: len(objection)] for each in judge.objections(Spoiled("roles.yml", "by hand", changed, is_same))] == [
        objection
    ]


@pytest.fixture
def same(judge: Judge) -> Spoiled:
    """A file as it is."""
    return Spoiled("roles.yml", "not at all", (judge.root / "data/roles.yml").read_bytes(), False)


def test_the_judge_objects_to_another_meaning(judge: Judge, same: Spoiled, monkeypatch: pytest.MonkeyPatch) -> None:
    assert judge.objections(same) == []
    load._read.cache_clear()  # it knows the file, read by the code as it was
    real = document._scalar
    first = judge.whole.dataset.roles[0].name
    monkeypatch.setattr(document, "_scalar", lambda node: "Another" if node.value == first else real(node))
    objections = judge.objections(same)
    load._read.cache_clear()
    assert len(objections) == 1
    assert "'Another', and for another reader" in objections[0]


def test_the_judge_objects_to_a_crash(judge: Judge, same: Spoiled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spoiling.examine", lambda _: 1 / 0)
    assert judge.objections(same) == ["it ends the loader: ZeroDivisionError: division by zero"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(DATA)
def test_whatever_another_program_writes_is_read_as_it_is_or_refused_with_a_place(data: object) -> None:
    written = io.BytesIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_unicode = True
    yaml.dump(data, written)
    found, mistakes = document.read("data/x.yml", written.getvalue())
    lines = written.getvalue().decode("utf-8").split("\n")
    for mistake in mistakes:
        assert 1 <= mistake.line <= len(lines)
        assert 1 <= mistake.column <= len(lines[mistake.line - 1]) + 1
    if found and not mistakes:
        assert found.data == data
