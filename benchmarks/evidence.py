"""What recomputing the evidence costs, as it is and with raw files a hundred times larger: `make bench-evidence`.

Nothing is judged: it prints seconds and peak memory. The larger files are made of the real ones: a table repeated a
hundred times, and a workbook's sheet repeated up to the 1,048,576 rows that the format allows. README.md beside this
file says what each line holds.
"""

import argparse
import gzip
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import measure

ROOT = Path(__file__).resolve().parents[1]
TIMES = 100
LAST_ROW = 1_048_576
"""The rows of a sheet of a workbook at most."""

# Computes one source from a folder without holding its files against their hashes, which the larger ones cannot have.
ONE = """
import sys
from pathlib import Path
from sidebyside.evidence import MODULES
from sidebyside.evidence.raw import RawFolder
from sidebyside.load import load
source = load(Path.cwd())[0].dataset.source_by_id[sys.argv[1]]
print(len(MODULES[sys.argv[1]].compute(RawFolder(Path(sys.argv[2]), source)).figures), "figures")
"""


def main() -> int:
    """Prints the table. Exit status 1 where a computation fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path, help="the folder of raw files")
    options = parser.parse_args()
    print(f"{'':<44}{'raw MB':>9}{'s':>8}{'CPU s':>8}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as scratch:
        whole = measure.run(
            ["-m", "sidebyside", "--root", str(_project(Path(scratch))), "evidence", str(options.raw)], ROOT
        )
        _line("all sources, as they are", _size(options.raw), whole)
        for source, file, enlarge in _LARGER:
            alone = measure.run(["-c", ONE, source, str(options.raw)], ROOT)
            _line(f"{source}, as it is", (options.raw / file).stat().st_size, alone)
            larger = Path(shutil.copytree(options.raw, Path(scratch) / source))
            words = enlarge(options.raw / file, larger / file)
            _line(
                f"{source}, {words}",
                (larger / file).stat().st_size,
                measure.run(["-c", ONE, source, str(larger)], ROOT),
            )
            shutil.rmtree(larger)
    return 0


def _project(scratch: Path) -> Path:
    """A project with nothing but the data, so that the committed evidence stays as it is."""
    shutil.copytree(ROOT / "data", scratch / "project" / "data")
    return scratch / "project"


def _line(name: str, size: int, run: measure.Run) -> None:
    print(f"{name:<44}{size / 1e6:>9.1f}{run.seconds:>8.1f}{run.cpu_seconds:>8.1f}{run.memory_mb:>9.0f}", flush=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _repeat(text: bytes, heads: int, write: Callable[[bytes], object]) -> None:
    """Writes the table with its head rows once and all other rows a hundred times. A row may go over several lines."""
    end, rows = 0, 0
    while rows < heads:
        end = text.index(b"\n", end) + 1
        rows += text.count(b'"', 0, end) % 2 == 0
    write(text[:end])
    body = text[end:].removesuffix(b"\n") + b"\n"
    for _ in range(TIMES):
        write(body)


def _larger_gzip(path: Path, target: Path) -> str:
    _writable(target)
    with gzip.open(path) as opened, gzip.open(target, "wb", compresslevel=1) as written:
        _repeat(opened.read(), 1, written.write)
    return f"{TIMES} times the rows"


def _larger_zip(path: Path, target: Path) -> str:
    _writable(target)
    with (
        zipfile.ZipFile(path) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
    ):
        name = archive.namelist()[0]
        with packed.open(name, "w", force_zip64=True) as written:
            _repeat(archive.read(name), 2, written.write)
    return f"{TIMES} times the rows"


def _larger_sheet(path: Path, target: Path) -> str:
    """The first sheet with its rows repeated up to the last one that a sheet can have."""
    _writable(target)
    with (
        zipfile.ZipFile(path) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
    ):
        sheet = min(name for name in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        for name in archive.namelist():
            if PurePosixPath(name) != PurePosixPath(sheet):
                packed.writestr(name, archive.read(name))
        text = archive.read(sheet).decode()
        start, end = text.index("<row "), text.rindex("</row>") + len("</row>")
        rows = re.findall(r"<row .*?</row>", text[start:end], re.DOTALL)
        with packed.open(sheet, "w", force_zip64=True) as written:
            head = re.sub(r"<dimension[^>]*/>", "", text[:start])
            written.write((head + rows[0]).encode())
            number = 1
            while number < LAST_ROW:
                chosen = rows[1 : 1 + LAST_ROW - number]
                written.write("".join(_renumbered(row, number + 1 + at) for at, row in enumerate(chosen)).encode())
                number += len(chosen)
            written.write(text[end:].encode())
    return f"a sheet of {LAST_ROW:,} rows"


def _renumbered(row: str, number: int) -> str:
    """The row of a sheet at another place: its own number, and that in the name of each cell."""
    return re.sub(r'( r="[A-Z]*)\d+"', rf'\g<1>{number}"', row)


def _writable(target: Path) -> None:
    """Copies of read-only files are read-only."""
    target.parent.chmod(0o755)
    target.unlink()


_LARGER = (
    ("aijobs", "aijobs/salaries.csv.gz", _larger_gzip),
    ("kaggle-2022", "kaggle-2022/kaggle_survey_2022_responses.csv.zip", _larger_zip),
    ("adverts-2024", "postings/job_postings_12-2024.xlsx", _larger_sheet),
)

if __name__ == "__main__":
    sys.exit(main())
