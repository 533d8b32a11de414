"""Raw files as text, just as the cells stand there."""

import gzip
import zipfile

import polars as pl
import pytest

from sidebyside.evidence import scan

TEXT = 'a,b\n"x, y",\nnan,None\n" 1.0 ",1e3\n'
ROWS = [("x, y", ""), ("nan", "None"), (" 1.0 ", "1e3")]


@pytest.mark.parametrize("name", ["table.csv", "table.csv.gz"])
def test_cells_are_text_and_nothing_is_missing(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(gzip.compress(TEXT.encode()) if name.endswith("gz") else TEXT.encode())
    assert scan.collect(scan.csv(path)).rows() == ROWS


def test_a_zipped_table_is_read_while_the_context_lasts(tmp_path):
    with zipfile.ZipFile(tmp_path / "table.zip", "w") as archive:
        archive.writestr("inside.csv", TEXT)
    with scan.zipped_csv(tmp_path / "table.zip") as table:
        assert scan.collect(table.filter(pl.col("b") == "None")).rows() == [("nan", "None")]
