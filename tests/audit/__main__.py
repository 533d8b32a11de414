"""Sweeps every page of both forms of the built site: `make audit`, or `python tests/audit site site-offline`.

Prints what each check has looked at and found, and every finding once with the pages that have it. The exit status is 1
if anything was found.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "site"))

import documents
import engines
import links
import reach
from driving import served
from engines import FORMS, Form
from sites import TEMPLATES, Finding, Html, pages

from sidebyside import browser

TOOLS = Path(__file__).resolve().parents[2] / ".venv" / "audit"
SHOWN = 5
"""How many pages are named that have the same finding."""
ONCE = (Form(),)
"""The form in which pages are looked at that are alike but for their text."""


@dataclass(frozen=True)
class Job:
    """A page to be opened in a form."""

    html: Html
    form: Form
    address: str


@dataclass
class Line:
    """A line of the table: what a check has looked at, how often, and what it has found."""

    check: str
    what: str
    looks: int
    found: list[Finding]


def engine(name: str, jobs: list[Job]) -> list[Finding]:
    """What an engine finds on these pages."""

    def look(page: engines.Page, job: Job) -> Iterator[Finding]:
        engines.show(page, job.html, job.address, job.form)
        yield from engines.ask(page, name, TOOLS, f"{job.html.name} ({job.form})")

    return list(_looked(jobs, look))


def narrow(_: str, jobs: list[Job]) -> list[Finding]:
    """What is lost in the narrowest window."""

    def look(page: engines.Page, job: Job) -> Iterator[Finding]:
        engines.show(page, job.html, job.address, job.form)
        yield from reach.reach(page, f"{job.html.name} ({job.form})")

    return list(_looked(jobs, look))


def large(_: str, jobs: list[Job]) -> list[Finding]:
    """What is lost with text of twice the size."""

    def look(page: engines.Page, job: Job) -> Iterator[Finding]:
        engines.show(page, job.html, job.address, job.form)
        yield from reach.reach(page, f"{job.html.name} (text of 200 %)")

    return list(_looked(jobs, look, reach.TWICE))


def _looked(jobs: list[Job], look: Callable[..., Iterator[Finding]], *arguments: str) -> Iterator[Finding]:
    with browser.opened(*arguments) as chromium:
        for form, same in groupby(sorted(jobs, key=lambda job: str(job.form)), key=lambda job: job.form):
            with engines.window(chromium, form) as page:
                for job in same:
                    yield from look(page, job)


SWEEPS: dict[str, tuple[Callable[[str, list[Job]], list[Finding]], tuple[Form, ...], tuple[Form, ...]]] = {
    "axe": (engine, FORMS, ONCE),
    "ace": (engine, FORMS, ONCE),
    "narrow": (narrow, (Form(width=reach.NARROWEST),), (Form(width=reach.NARROWEST),)),
    "large": (large, ONCE, ONCE),
}
"""Checks in a browser, with the forms for chapters and those for the pages that are alike."""
CHECKS = ("markup", "description", "well-formed", "links", *SWEEPS)


def main() -> int:
    """Runs the checks that were asked for. Exit status: 0, or 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="audit", description=__doc__)
    parser.add_argument("hosted", type=Path, help="the folder of the built site, as it is hosted")
    parser.add_argument("offline", type=Path, help="the folder of the built site, as it is read from disk")
    parser.add_argument("--only", default=",".join(CHECKS), help=f"some of {', '.join(CHECKS)}")
    parser.add_argument("--pages", default="", help="only pages that have this in their path")
    parser.add_argument("--templates", default=",".join(TEMPLATES), help=f"some of {', '.join(TEMPLATES)}")
    parser.add_argument("--all", action="store_true", help="embeds, citations and short addresses in every form, too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many browsers at a time")
    options = parser.parse_args()
    folders = {"hosted": options.hosted, "offline": options.offline}
    every = (html for site, folder in folders.items() for html in pages(site, folder))
    listed = [html for html in every if options.pages in html.path and html.template in options.templates.split(",")]
    lines = []
    for check in options.only.split(","):
        print(f"{check} ...", file=sys.stderr, flush=True)
        lines.append(_run(check, listed, folders, options))
    print(_table(lines), *_report(lines), sep="\n")
    return 1 if any(line.found for line in lines) else 0


def _run(check: str, listed: list[Html], folders: dict[str, Path], options: argparse.Namespace) -> Line:
    if check == "markup":
        return Line(check, "pages", len(listed), list(documents.markup(listed, TOOLS)))
    if check == "description":
        return Line(check, "pages", len(listed), list(documents.described(listed)))
    if check == "well-formed":
        found = [each for site, folder in folders.items() for each in documents.well_formed(site, folder)]
        files = sum(path.is_file() for folder in folders.values() for path in folder.rglob("*"))
        return Line(check, "files", files, found)
    if check == "links":
        followed = [links.links(site, folders, TOOLS) for site in folders]
        return Line(check, "addresses", sum(n for n, _ in followed), [each for _, found in followed for each in found])
    run, forms, once = SWEEPS[check]
    with ExitStack() as stack:
        hosted = stack.enter_context(served(folders["hosted"]))
        jobs = [
            Job(html, form, _address(html, hosted))
            for html in listed
            for form in (forms if options.all or html.template in ("chapter", "missing") else once)
        ]
        with ProcessPoolExecutor(options.jobs) as pool:
            parts = [jobs[first :: options.jobs] for first in range(options.jobs)]
            found = [each for part in pool.map(run, [check] * len(parts), parts) for each in part]
    return Line(check, "views", len(jobs), found)


def _address(html: Html, hosted: str) -> str:
    return hosted + html.path.removesuffix("index.html") if html.site == "hosted" else html.file.resolve().as_uri()


def _table(lines: Iterable[Line]) -> str:
    rows = [("check", "looked at", "", "found")]
    rows += [(line.check, f"{line.looks:,}", line.what, f"{len(line.found):,}") for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(f"{a:<{widths[0]}}  {b:>{widths[1]}} {c:<{widths[2]}}  {d:>{widths[3]}}" for a, b, c, d in rows)


def _report(lines: Iterable[Line]) -> Iterator[str]:
    alike = defaultdict(list)
    for finding in (finding for line in lines for finding in line.found):
        alike[finding.check, finding.rule, finding.says].append(finding)
    for (check, rule, says), findings in sorted(alike.items()):
        yield f"\n{check}: {rule} ({len(findings)} times)\n  {says}"
        for finding in findings[:SHOWN]:
            yield f"  {finding.page}  {finding.place}"


if __name__ == "__main__":
    sys.exit(main())
