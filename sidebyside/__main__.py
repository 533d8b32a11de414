"""The commands: `python -m sidebyside` with one of the names below; `--help` lists them."""

import argparse
import os
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from . import changes, editions, heights, processes, project, registry, schema, sections
from .browser import BrowserError
from .load import load
from .publish import bundle
from .render.links import EMBED


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and gives the exit status: 0, or 1 where there is something to mend."""
    parser = argparse.ArgumentParser(prog="sidebyside", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True)
    built = commands.add_parser("build", help="build the site beside the last one, and put it in its place in one step")
    built.add_argument("site", type=Path, help="the folder of the site; SITE_URL and OFFLINE=true say which form")
    commands.add_parser("check", help="report every mistake in data/ and docs/")
    commands.add_parser("prose", help="measure the prose of docs/ and data/, and report what has to be mended in it")
    commands.add_parser("sections", help="record and lock ids that are new in docs/, and follow those that have moved")
    added = commands.add_parser("add", help="ask for a row, a source or a section, and add it to the files")
    added.add_argument("what", choices=("row", "source", "section"), help="what is to be added")
    added.add_argument("--answers", type=Path, help="a file of YAML with the answers, by the names of the questions")
    commands.add_parser("schema", help="write data/schema/ from the models")
    commands.add_parser("api", help="add what is new in the published data to what version 1 of it promises")
    history = commands.add_parser("changes", help="write what differs from an older state into data/changes.yml")
    history.add_argument("since", help="the older state: a revision, a data folder, or 'nothing' for the first release")
    history.add_argument("--note", required=True, help="what the release brings, in a sentence")
    history.add_argument("--date", default=date.today().isoformat(), help="its date (default: today)")
    measured = commands.add_parser("heights", help="measure everything that can be embedded, in a browser")
    measured.add_argument("site", type=Path, help="the folder of the built site, as it is hosted")
    packed = commands.add_parser("bundle", help="pack the site for reading from disk into one zip file")
    packed.add_argument("site", type=Path, help="the folder of the built site, as it is read from disk")
    packed.add_argument("out", type=Path, help="the folder for the zip file, which is named after the release")
    evidence = commands.add_parser("evidence", help="recompute data/evidence/ from the raw files")
    evidence.add_argument("raw", type=Path, help="the folder of raw files")
    book = commands.add_parser("book", help="make the guide a book, as PDF and as EPUB")
    book.add_argument("site", type=Path, help="the folder of the built site, as it is read from disk")
    book.add_argument("out", type=Path, help="the folder for both files")
    aged = commands.add_parser("upkeep", help="say how old the data are, what is overdue, and what came of links")
    aged.add_argument(
        "--online", action="store_true", help="ask for every address, and for archived copies; takes minutes"
    )
    options = parser.parse_args(arguments)
    processes.collect_seldom()
    return _COMMANDS[options.command](options)


def _build(options: argparse.Namespace) -> int:
    from . import build  # needs locks of files, which not every system has

    return build.build(options.root, options.site)


def _check(options: argparse.Namespace) -> int:
    found = project.examine(options.root)
    for mistake in found.mistakes:
        print(mistake, file=sys.stderr)
    if found.mistakes:
        print(f"{len(found.mistakes)} mistakes", file=sys.stderr)
        return 1
    data = found.dataset
    rows = ", ".join(f"{len(table.rows)} rows of {name}" for name, table in data.tables.items())
    print(
        f"no mistakes: {rows}, {len(data.figures)} figures from {len(data.sources)} sources, "
        f"{len(data.sections)} sections in {len(found.chapters)} chapters"
    )
    return 0


def _prose(options: argparse.Namespace) -> int:
    from . import prose  # needs the optional extra, which the other commands do without
    from .prose import limits, spelling

    found = prose.examine(options.root, limits.read(), spelling.read())
    print(prose.report(found.measures))
    for mistake in found.mistakes:
        print(mistake, file=sys.stderr)
    print(f"{len(found.mistakes) or 'no'} mistakes", file=sys.stderr if found.mistakes else sys.stdout)
    return 1 if found.mistakes else 0


def _sections(options: argparse.Namespace) -> int:
    found = project.examine(options.root)
    blocking = [mistake for mistake in found.mistakes if mistake.file == "data/sections.yml"]
    if found.draft.ids["sections"].complete:
        blocking = list(sections.id_used_twice(found.draft, found.chapters))  # which of the two is meant is not known
    if blocking:
        for mistake in blocking:
            print(mistake, file=sys.stderr)
        return 1
    print(registry.update(found.draft, found.chapters, options.root))
    return 0


def _add(options: argparse.Namespace) -> int:
    from . import adding  # asks by way of the terminal, which the other commands do without

    try:
        answers = adding.File(options.answers) if options.answers else adding.Lines()
        left = adding.add(options.root, options.what, answers)
    except adding.AddError as error:
        print(error, "nothing was written", sep="\n", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nnothing was written", file=sys.stderr)
        return 1
    print("written; what is left to do:", *left, sep="\n- ")
    return 0


def _schema(options: argparse.Namespace) -> int:
    schema.write(options.root)
    return 0


def _api(options: argparse.Namespace) -> int:
    from .publish.data import promise
    from .publish.data.gathered import gathered
    from .publish.site import Published
    from .render.links import Site

    found = project.examine(options.root)
    if found.outline is None:
        print("there are mistakes; `check` says which, and nothing was added", file=sys.stderr)
        return 1
    made = Published(found.dataset, found.outline, Site())
    before, now = promise.locked(options.root), promise.lines(made, gathered(made, found.chapters))
    if gone := promise.broken(before, now, made):
        for line in gone:
            print(f"{promise.LOCK}: {line}: {promise.BROKEN}", file=sys.stderr)
        return 1
    new = [line for line in now if line not in set(before)]
    promise.write(options.root, [*before, *new])
    print(f"{len(new)} new lines")
    return 0


def _changes(options: argparse.Namespace) -> int:
    draft, _ = load(options.root)
    older = Path(options.since)
    try:
        if options.since == "nothing" or older.is_dir():
            old = changes.read(older)
        else:
            with changes.revision(options.root, options.since) as folder:
                old = changes.read(folder)
        known = draft.dataset.releases
        entry = changes.release(options.root / "data", old, known, options.date, options.note)
    except changes.ChangesError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{entry.version}: set it in pyproject.toml, CITATION.cff and CHANGELOG.md, too")
    return 0


def _evidence(options: argparse.Namespace) -> int:
    from . import evidence  # needs the optional extra, which the other commands do without

    try:
        draft, mistakes = load(options.root)
        wrong = [str(mistake) for mistake in mistakes if mistake.file == "data/sources.yml"]
        if wrong:
            raise evidence.RawError(wrong)
        sources = draft.dataset.source_by_id
        written = evidence.recompute(sources, options.raw, options.root / "data" / "evidence")
    except evidence.RawError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print("nothing was written", file=sys.stderr)
        return 1
    for path in written:
        print(path)
    return 0


def _bundle(options: argparse.Namespace) -> int:
    draft, mistakes = load(options.root)
    if mistakes:
        print("there are mistakes; `check` says which, and nothing was packed", file=sys.stderr)
        return 1
    release = draft.dataset.releases[0]
    out = options.out / editions.file_name("zip", release.version)
    unset = str(int(datetime.combine(release.date, time(), UTC).timestamp()))
    try:
        bundle.bundle(options.site, out, bundle.made_at(os.environ.get("SOURCE_DATE_EPOCH", unset)))
    except bundle.BundleError as error:
        print(error, "nothing was packed", sep="\n", file=sys.stderr)
        return 1
    print(f"{out}: {out.stat().st_size:,} bytes")
    return 0


def _heights(options: argparse.Namespace) -> int:
    outline = project.examine(options.root).outline
    if outline is None:
        print("there are mistakes; `check` says which, and nothing was measured", file=sys.stderr)
        return 1
    pages = {id_: options.site / EMBED / id_ / "index.html" for id_ in outline.entries}
    if missing := [id_ for id_, path in pages.items() if not path.is_file()]:
        print(f"{options.site} has no page to embed for '{missing[0]}'; build it again", file=sys.stderr)
        return 1
    try:
        found = list(heights.measure(pages.items()))
    except BrowserError as error:
        print(error, file=sys.stderr)
        return 1
    heights.write(options.root / "data" / heights.LOCK, {id_: height for id_, height, _ in found})
    print(f"{len(found)} heights")
    cut = [(id_, width) for id_, _, widths in found for width in widths]
    for id_, width in cut:
        print(f"the embed of '{id_}' scrolls sideways in {width} pixels", file=sys.stderr)
    return 1 if cut else 0


def _book(options: argparse.Namespace) -> int:
    from .publish import book  # needs the optional extra, which the other commands do without

    try:
        written = book.write(
            project.examine(options.root), options.site, options.out, int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
        )
    except book.BookError as error:
        print(error, file=sys.stderr)
        return 1
    for path in written:
        print(path)
    return 0


def _upkeep(options: argparse.Namespace) -> int:
    from .upkeep import online, report  # load a library for the network, which takes the other commands' time

    found = project.examine(options.root)
    if found.mistakes:
        print("there are mistakes; `check` says which, and nothing was looked at", file=sys.stderr)
        return 1
    answers = copies = None
    if options.online:
        answers = list(online.asked(report.addresses(found.dataset, found.chapters)))
        wanted = [(each.address, each.read) for each in report.unarchived(found.dataset)]
        copies = dict(online.copies(wanted))
    print(report.report(found.dataset, found.chapters, date.today(), answers, copies), end="")
    return int(any(each.state == "gone" for each in answers or ()))


_COMMANDS = {
    "build": _build,
    "check": _check,
    "prose": _prose,
    "sections": _sections,
    "add": _add,
    "schema": _schema,
    "api": _api,
    "changes": _changes,
    "evidence": _evidence,
    "heights": _heights,
    "bundle": _bundle,
    "book": _book,
    "upkeep": _upkeep,
}

if __name__ == "__main__":
    sys.exit(main())
