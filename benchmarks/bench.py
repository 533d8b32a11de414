"""What building, checking and editing this site costs, on this machine: `make bench`, or `make bench ARGS=--quick`.

A full run adds a line to history.jsonl. Times are measured and never judged: the exit status is 1 only where a build or
a check fails. Compare within one run; across machines only the ratios mean something. README.md beside this file says
what each table holds.
"""

import argparse
import json
import os
import platform
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import copies
import measure
from measure import FailedError, Run

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pymdown-extensions")
SAVED = "tools"
"""The table and the chapter that are saved while the site is served."""

Rows = list[dict[str, Any]]
Column = tuple[str, str, str]
"""The key in a row, the head of the column and the format of its values."""

NAME: Column = ("name", "", "")
SPREAD: tuple[Column, ...] = (
    ("runs", "runs", "d"),
    ("seconds", "s", ".2f"),
    ("fastest", "fastest", ".2f"),
    ("slowest", "slowest", ".2f"),
)
COST: tuple[Column, ...] = (("cpu_seconds", "CPU s", ".2f"), ("memory_mb", "peak MB", ".0f"))
BUILDS = (NAME, *SPREAD, ("ratio", "x plain", ".2f"), *COST, ("memory_ratio", "x plain", ".2f"))
CHECKS = (NAME, *SPREAD, *COST)
SAVES = (NAME, *SPREAD)
GROWTH: tuple[Column, ...] = (
    NAME,
    ("rows", "rows", ",d"),
    ("pages", "pages", ",d"),
    ("input_kb", "input kB", ",.0f"),
    ("size_mb", "pages MB", ".2f"),
    ("size_ratio", "x", ".1f"),
    ("runs", "runs", "d"),
    ("seconds", "s", ".2f"),
    ("cpu_seconds", "CPU s", ".2f"),
    ("cpu_ratio", "x", ".1f"),
    ("growth", "growth", ".2f"),
    ("per_mb", "CPU s per MB more", ".2f"),
    ("memory_mb", "peak MB", ".0f"),
)


@dataclass(frozen=True)
class Plan:
    """How often things are done."""

    builds: int
    checks: int
    growth: int
    """Runs of each case of growth, at most."""
    budget: float
    """Seconds after which a case of growth is not run again."""
    rows: tuple[int, ...]
    pages: tuple[int, ...]
    saves: int


FULL = Plan(builds=3, checks=7, growth=2, budget=10, rows=(10,), pages=(10,), saves=5)
HUNDREDFOLD = replace(FULL, rows=(10, 100), pages=(10, 100))
QUICK = Plan(builds=2, checks=3, growth=2, budget=5, rows=(10,), pages=(10,), saves=2)
HISTORY = Path(__file__).with_name("history.jsonl")
"""A line for each full run: what was measured on what."""


def main(arguments: list[str] | None = None) -> int:
    """Measures everything and prints it; gives the exit status, 1 where a build or a check failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    often = parser.add_mutually_exclusive_group()
    often.add_argument("--quick", action="store_true", help="fewer runs, and no line of history")
    often.add_argument("--hundredfold", action="store_true", help="a hundred times the rows and the pages, too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the same figures as JSON")
    options = parser.parse_args(arguments)
    if options.json and not options.json.absolute().parent.is_dir():
        parser.error(f"there is no folder {options.json.parent}")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        try:
            figures = measured(Path(folder), QUICK if options.quick else HUNDREDFOLD if options.hundredfold else FULL)
        except FailedError as error:
            print(error, file=sys.stderr)
            return 1
    if not options.quick:
        with HISTORY.open("a", encoding="utf-8") as history:
            history.write(json.dumps(figures) + "\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


def measured(folder: Path, plan: Plan) -> dict[str, Any]:
    """Takes all measures below the folder, prints each table when it is ready, and gives the figures."""
    project = copies.copy(ROOT, folder / "project")
    figures: dict[str, Any] = {"header": header(project)}
    for name, value in figures["header"].items():
        print(f"{name:<22}{value}")
    parts: tuple[tuple[str, str, tuple[Column, ...], Callable[[], Rows]], ...] = (
        ("builds", "Cold strict builds", BUILDS, lambda: builds(project, folder, plan)),
        ("checks", "Checks", CHECKS, lambda: checks(project, plan)),
        ("growth", "Growth", GROWTH, lambda: growth(project, folder, plan)),
        ("saves", "From saving a file to seeing it, mkdocs serve", SAVES, lambda: saves(project, folder, plan)),
    )
    for key, title, columns, part in parts:
        start = time.perf_counter()
        figures[key] = part()
        took = time.perf_counter() - start
        print(f"\n{title} (measured in {took:.0f} s)\n\n{table(figures[key], columns)}", flush=True)
    return figures


def header(project: Path) -> dict[str, Any]:
    """What was measured on what."""
    counts, load = copies.count(project), os.getloadavg()[0]
    return {
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, load {load:.1f} before",
        "Python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
        "commit": commit(),
        "project": f"{counts.rows} rows, {counts.figures} figures, {counts.pages} pages",
    }


def commit() -> str:
    """The commit's short hash, with `-dirty` where files differ from it."""
    git = ["git", "--no-optional-locks", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        found = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        found = ""
    return found or "unknown, for there is no git"


def builds(project: Path, folder: Path, plan: Plan) -> Rows:
    """Builds plain Material, the hosted and the offline form in turns, so that noise hits all of them.

    A ratio is the median of the ratios in each turn. A turn before them, which fills caches, does not count.
    """
    plain, site = folder / "plain", folder / "site"
    measure.run([copies.__file__, str(project), str(plain)], project, PYTHONPATH=str(project))
    forms: dict[str, Callable[[], Run]] = {
        "plain Material": lambda: measure.build(plain, site),
        "hosted": lambda: measure.build(project, site),
        "offline": lambda: measure.build(project, site, OFFLINE="true"),
    }
    measure.take_turns(forms, 1)
    runs = measure.take_turns(forms, plan.builds)
    rows = []
    for name, ours in runs.items():
        pairs = list(zip(ours, runs["plain Material"], strict=True))
        ratios = {
            "ratio": median(one.seconds / plain.seconds for one, plain in pairs),
            "memory_ratio": median(one.memory_mb / plain.memory_mb for one, plain in pairs),
        }
        rows.append({"name": name, **spread(ours), **ratios})
    return rows


def checks(project: Path, plan: Plan) -> Rows:
    """Times the check of the project as it is."""
    return [{"name": "check", **spread([measure.check(project) for _ in range(plan.checks)])}]


def growth(project: Path, folder: Path, plan: Plan) -> Rows:
    """Builds and checks the project with more rows and with more pages. Every series starts with the project as it is.

    `growth` is the ratio of CPU time to the ratio of size, both to the project as it is: above 1, it grows faster
    than what it makes. `per_mb` leaves out what every run costs: CPU seconds more for each MB more, from one step to
    the next.
    """
    cases = {"as it is": project, **grown(project, folder, plan)}
    sites = {name: folder / f"site {name}" for name in cases}
    calls: dict[tuple[str, str], Callable[[], Run]] = {}
    for name, case in cases.items():
        calls["build", name] = lambda case=case, site=sites[name]: measure.build(case, site)
        calls["check", name] = lambda case=case: measure.check(case)
    runs = measure.take_turns(calls, plan.growth, plan.budget)
    sizes = {
        name: {**asdict(copies.count(case)), "size_mb": measure.pages_mb(sites[name])} for name, case in cases.items()
    }
    rows: Rows = []
    for command in ("build", "check"):
        series = [{"name": f"{command}, {name}", **sizes[name], **spread(runs[command, name])} for name in cases]
        rows += compared(series)
    return rows


def grown(project: Path, folder: Path, plan: Plan) -> dict[str, Path]:
    """Copies of the project, by what there is more in them."""
    cases = {}
    for times in plan.rows:
        cases[f"rows x {times}"] = more = copies.copy(project, folder / f"rows-{times}")
        copies.multiply_rows(more, times)
    for times in plan.pages:
        cases[f"pages x {times}"] = more = copies.copy(project, folder / f"pages-{times}")
        copies.multiply_pages(more, times)
        measure.run(["-m", "sidebyside", "sections"], more)
    return cases


def compared(series: Rows) -> Iterator[dict[str, Any]]:
    """The rows of a series with their ratios to its first, and with the step from the one before in the same kind."""
    first = previous = series[0]
    for row in series:
        size, worked = row["size_mb"] / first["size_mb"], row["cpu_seconds"] / first["cpu_seconds"]
        before = previous if (row["rows"] > first["rows"]) == (previous["rows"] > first["rows"]) else first
        more = row["size_mb"] - before["size_mb"]
        step = (row["cpu_seconds"] - before["cpu_seconds"]) / more if more else None
        yield {**row, "size_ratio": size, "cpu_ratio": worked, "growth": worked / size, "per_mb": step}
        previous = row


def saves(project: Path, folder: Path, plan: Plan) -> Rows:
    """Saves a chapter and a file of data in turns while the site is served, and waits until the page shows it."""
    served, scratch = copies.copy(project, folder / "served"), folder / "scratch"
    scratch.mkdir()
    page, chapter = f"/compare/{SAVED}/", served / "docs" / "compare" / f"{SAVED}.md"
    data = served / "data" / f"{SAVED}.yml"
    edits: dict[str, tuple[Path, Callable[[str, str], str]]] = {
        f"chapter, {chapter.relative_to(served)}": (chapter, lambda text, marker: f"{text}\nHere is {marker}.\n"),
        f"data, {data.relative_to(served)}": (data, copies.rename_first_row),
    }
    before = {name: path.read_text(encoding="utf-8") for name, (path, _) in edits.items()}
    seconds: dict[str, list[float]] = {name: [] for name in edits}
    with measure.serve(served, scratch) as server:
        server.seconds_until(page, "<html")
        for letter in string.ascii_lowercase[: plan.saves]:
            for name, (path, edit) in edits.items():
                marker = f"marker-{path.suffix[1:]}-{letter}"
                seconds[name].append(server.save(path, edit(before[name], marker), page, marker))
    return [{"name": name, **spread_of(each)} for name, each in seconds.items()]


def spread(runs: list[Run]) -> dict[str, float]:
    """The spread of the runs, and the medians of their CPU seconds and of their peak memory in MB."""
    cost = {key: median(getattr(run, key) for run in runs) for key in ("cpu_seconds", "memory_mb")}
    return {**spread_of([run.seconds for run in runs]), **cost}


def spread_of(seconds: list[float]) -> dict[str, float]:
    """How many there are, their median, the least and the most, in seconds."""
    return {"runs": len(seconds), "seconds": median(seconds), "fastest": min(seconds), "slowest": max(seconds)}


def table(rows: Rows, columns: tuple[Column, ...]) -> str:
    """The rows as aligned text, names to the left and numbers to the right."""
    shown = [[head for _, head, _ in columns]]
    shown += [["" if row[key] is None else format(row[key], form) for key, _, form in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    lines = [
        "  ".join(
            word.rjust(width) if place else word.ljust(width)
            for place, (word, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in shown
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
