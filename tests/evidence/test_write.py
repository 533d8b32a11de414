"""Evidence as YAML: the same bytes for the same values, and nothing lost on the way back."""

from pathlib import Path

import pytest
import yaml

from sidebyside.evidence import MODULES
from sidebyside.evidence.write import as_yaml
from sidebyside.load import load
from sidebyside.model import Estimate, EstimateFigure, Evidence, Quantiles, QuantilesFigure, RawFile, Share, ShareFigure


def made_up() -> Evidence:
    """One figure of each statistic, with texts that YAML could take for something else."""
    return Evidence(
        source="made-up",
        origin="computed",
        kind="usage",
        measure="No",
        unit="share",
        period="2025",
        interval="wilson",
        roles={"data-scientist": "title is 'Data Scientist': all", "machine-learning-engineer": "# 1"},
        files=(RawFile(path="made-up/data.csv", sha256="0" * 64),),
        figures=(
            ShareFigure(
                id="made-up/share",
                topic="all",
                title="Bachelor’s degree: " + "a long title that no line may be broken in " * 6,
                base="yes",
                filter="Q8: 'Bachelor’s degree', \"C#\"\n",
                statistic="share",
                values={
                    "machine-learning-engineer": Share(count=0, of=7),
                    "data-scientist": Share(count=3, of=9, clusters=2, interval=(0.1, 0.7)),
                },
            ),
            QuantilesFigure(
                id="made-up/pay",
                topic="all",
                title="1e3",
                base="null",
                unit="usd-a-year",
                interval="exact-median",
                statistic="quantiles",
                values={
                    "data-scientist": Quantiles(
                        n=6, p10=1.5, median=100_000, at_or_above={"p75": 239_200, "p90": 239_200}, interval=(1, 2.25)
                    )
                },
                note="~",
            ),
            EstimateFigure(
                id="made-up/jobs",
                topic="all",
                title="07",
                base="[]",
                unit="jobs",
                interval="relative-standard-error",
                statistic="estimate",
                values={"data-scientist": Estimate(value=262_440, relative_standard_error=1.1)},
            ),
        ),
    )


def read_back(root: Path, text: str) -> Evidence:
    """What `load` makes of the text as data/evidence/made-up.yml of a project that has nothing else."""
    folder = root / "data" / "evidence"
    folder.mkdir(parents=True)
    (folder / "made-up.yml").write_bytes(text.encode())
    draft, mistakes = load(root)
    assert not [mistake for mistake in mistakes if mistake.file == "data/evidence/made-up.yml"]
    return draft.evidence["evidence/made-up.yml"]


def test_the_same_values_are_the_same_bytes():
    assert as_yaml(made_up()).encode() == as_yaml(made_up()).encode()


def test_another_value_is_other_bytes():
    first, *others = made_up().figures
    changed = first.model_copy(update={"values": {**first.values, "data-scientist": Share(count=4, of=9)}})
    assert as_yaml(made_up().model_copy(update={"figures": (changed, *others)})) != as_yaml(made_up())


def test_what_is_written_loads_again_to_an_equal_evidence(tmp_path):
    assert read_back(tmp_path, as_yaml(made_up())) == made_up()


def test_what_was_loaded_is_written_the_same_again(tmp_path):
    assert as_yaml(read_back(tmp_path, as_yaml(made_up()))) == as_yaml(made_up())


@pytest.mark.parametrize("name", list(MODULES))
def test_what_is_committed_loads_and_is_written_the_same_again(root, name):
    draft, _ = load(root)
    committed = (root / "data" / "evidence" / f"{name}.yml").read_bytes()
    assert as_yaml(draft.evidence[f"evidence/{name}.yml"]).encode() == committed


def test_the_head_says_that_nobody_edits_it_and_names_the_schema():
    first, second, rest = as_yaml(made_up()).split("\n", 2)
    assert first == "# yaml-language-server: $schema=../schema/evidence.json"
    assert "never edited by hand" in second
    assert rest.startswith("source: made-up\n")


def test_each_role_has_its_numbers_on_one_line_in_the_order_of_the_figure():
    lines = [line.strip() for line in as_yaml(made_up()).splitlines()]
    place = lines.index("machine-learning-engineer: {count: 0, of: 7}")
    assert lines[place + 1] == "data-scientist: {count: 3, of: 9, clusters: 2, interval: [0.1, 0.7]}"
    assert "data-scientist: {value: 262440, relative_standard_error: 1.1}" in lines


def test_whole_numbers_have_no_point_and_others_keep_theirs():
    written = yaml.safe_load(as_yaml(made_up()))["figures"][1]["values"]["data-scientist"]
    assert written == {
        "n": 6,
        "p10": 1.5,
        "median": 100000,
        "at_or_above": {"p75": 239200, "p90": 239200},
        "interval": [1, 2.25],
    }
    assert [type(written[key]) for key in ("p10", "median")] == [float, int]
    assert [type(end) for end in written["interval"]] == [int, float]


def test_keys_that_say_nothing_are_left_out():
    assert "null" not in as_yaml(made_up()).replace("'null'", "")
    assert "{}" not in as_yaml(made_up())
