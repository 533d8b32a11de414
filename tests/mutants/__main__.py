"""Changes intervals, verdicts and rules a little at a time, and runs the tests of what was changed each time.

`make mutants`, or `python tests/mutants [rules/rows ...]`. mutmut makes the mutants, those of a module in a folder of
its own below .cache/mutants, and runs the tests that stand where the module stands. A mutant that no test notices
survives, and has to be explained in survivors.yml beside this file. The exit status is 1 if one is not explained, or if
one that is explained no longer survives.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
ROOT = TESTS.parent
PLACE = ROOT / ".cache" / "mutants"
SHARED = ("conftest.py", "sound", "broken")
"""What the tests need beside themselves."""

# For each module the tests that stand where it stands.
MODULES = {
    "intervals": "test_intervals.py",
    "derive": "test_derive.py",
    "verdicts": "test_verdicts.py",
    "rules/assessment": "rules/test_assessment_rules.py",
    "rules/claims": "rules/test_claims.py",
    "rules/figures": "rules/test_figures.py",
    "rules/grids": "rules/test_grids.py",
    "rules/ids": "rules/test_ids.py",
    "rules/learning": "rules/test_learning.py",
    "rules/lessons": "rules/test_lesson_rules.py",
    "rules/lookup": "rules/test_ids.py",
    "rules/pictures": "rules/test_picture_rules.py",
    "rules/planner": "rules/test_planner_rules.py",
    "rules/quiz": "rules/test_quiz_rules.py",
    "rules/records": "rules/test_records.py",
    "rules/rows": "rules/test_rows.py",
    "rules/sources": "rules/test_source_rules.py",
}

NOTICED = {"killed", "timeout", "caught by type check"}
"""What mutmut calls a mutant that did not get through; one that ends in no time is noticed, too."""


@dataclass(frozen=True, order=True)
class Mutant:
    """One change, known by its function and the lines in it, so that it is the same wherever the function stands."""

    function: str
    line: str
    instead: str

    def __str__(self) -> str:
        return f"{self.function}\n    - {self.line}\n    + {self.instead}"


class Line(NamedTuple):
    """A line of the table: a module, how many mutants it has, and what became of them."""

    module: str
    mutants: int
    noticed: int
    explained: int
    wrong: int


def main(names: list[str]) -> int:
    """Exit status."""
    unknown = [name for name in names if name not in MODULES]
    if unknown:
        print(f"no module {', '.join(unknown)}; there are {', '.join(MODULES)}", file=sys.stderr)
        return 2
    explained = explanations()
    lines = [Line(name, *judge(name, explained)) for name in names or MODULES]
    print(f"{'module':<18}{'mutants':>9}{'noticed':>9}{'explained':>11}{'not explained':>15}")
    for line in [
        *lines,
        Line("together", *(sum(column) for column in zip(*(each[1:] for each in lines), strict=True))),
    ]:
        print(f"{line.module:<18}{line.mutants:>9}{line.noticed:>9}{line.explained:>11}{line.wrong:>15}")
    return int(any(line.wrong for line in lines))


def judge(name: str, explained: set[Mutant]) -> tuple[int, int, int, int]:
    """Of a module: how many mutants, how many were noticed, how many are explained, and what is wrong with the rest.

    Says what is wrong: survivors that nothing explains, and explanations of what does not survive.
    """
    states = run(name)
    survivors = [read(name, mutant) for mutant, state in states.items() if state not in NOTICED]
    left = set(survivors)
    known = {mutant for mutant in explained if mutant.function.rpartition(".")[0] == name.replace("/", ".")}
    for mutant in sorted(left - known):
        print(f"survives, and nothing explains it: {mutant}", flush=True)
    for mutant in sorted(known - left):
        print(f"does not survive, so nothing has to explain it: {mutant}", flush=True)
    return len(states), len(states) - len(survivors), sum(each in known for each in survivors), len(known ^ left)


def explanations() -> set[Mutant]:
    """The survivors that survivors.yml explains."""
    listed = yaml.safe_load((HERE / "survivors.yml").read_text(encoding="utf-8")) or []
    return {
        Mutant(function, each["line"], instead)
        for group in listed
        for function, lines in group["mutants"].items()
        for each in lines
        for instead in each["instead"]
    }


def run(name: str) -> dict[str, str]:
    """What became of every mutant of a module, by the name that mutmut gives it."""
    place = PLACE / name.replace("/", "-")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(ROOT / "sidebyside", place / "sidebyside", ignore=shutil.ignore_patterns("__pycache__"))
    for each in (*SHARED, MODULES[name]):
        source, target = TESTS / each, place / "tests" / each
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    shutil.copy(HERE / "order.py", place / "conftest.py")
    settings = {
        "source_paths": ["sidebyside"],
        "also_copy": ["conftest.py"],
        "only_mutate": [f"sidebyside/{name}.py"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": [f"tests/{MODULES[name]}"],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    (place / "pyproject.toml").write_text("\n".join(["[tool.mutmut]", *lines, ""]), encoding="utf-8")
    made = mutmut(place, "run", "--max-children", "1")
    found = [line.strip().partition(": ") for line in mutmut(place, "results", "--all", "true").splitlines() if line]
    if not found:
        raise SystemExit(f"mutmut made nothing of {name}:\n{made[-2000:]}")
    return {mutant: state for mutant, _, state in found}


def read(name: str, mutant: str) -> Mutant:
    """A mutant in full: its function, the line that it changes, and what that line is instead."""
    shown = mutmut(PLACE / name.replace("/", "-"), "show", mutant).splitlines()
    lines = {
        sign: " ".join(line[1:].strip() for line in shown if line[:1] == sign and line[:3] != sign * 3) for sign in "-+"
    }
    function = mutant.removeprefix("sidebyside.").partition("__mutmut_")[0]
    return Mutant(function.replace(".x_", ".", 1), lines["-"], lines["+"])


def mutmut(place: Path, *arguments: str) -> str:
    """What mutmut says in a folder."""
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=place, check=False, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
