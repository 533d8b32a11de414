"""Raw files as polars frames of text, just as the cells stand in the file: nothing is parsed, nothing is missing.

Tables of comma-separated values are scanned lazily, so that a module's first filter is applied while the file streams
by and only the rows of the roles are ever held. A workbook's sheet is read whole: the format itself ends at 1,048,576
rows, and larger collections come as more workbooks.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import fastexcel
import polars as pl


def csv(path: Path) -> pl.LazyFrame:
    """A table of comma-separated values, plain or gzipped; an empty cell is the empty text."""
    return pl.scan_csv(path, infer_schema=False, empty_string_is_null=False)


@contextmanager
def zipped_csv(path: Path) -> Iterator[pl.LazyFrame]:
    """The one table in a zip archive, as `csv` gives it; it is unpacked for as long as the context lasts."""
    with zipfile.ZipFile(path) as archive, tempfile.NamedTemporaryFile(suffix=".csv") as unpacked:
        with archive.open(archive.namelist()[0]) as packed:
            shutil.copyfileobj(packed, unpacked)
        unpacked.flush()
        yield csv(Path(unpacked.name))


def sheet(path: Path, index: int = 0, columns: Sequence[str] | None = None) -> pl.DataFrame:
    """A sheet of a workbook with a row of heads; only the named columns, if any are named. Empty cells are ''."""
    wanted = list(columns) if columns else None
    found = fastexcel.read_excel(path).load_sheet(index, dtypes="string", use_columns=wanted)
    return found.to_polars().fill_null("")


def collect(scanned: pl.LazyFrame) -> pl.DataFrame:
    """The rows that are left, read as a stream."""
    return scanned.collect(engine="streaming")
