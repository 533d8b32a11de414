"""Zip files that are the same wherever and whenever they are made."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from sidebyside.publish import archive

AT = datetime(2026, 11, 21, 10, 20, 31, tzinfo=UTC)


def packed(held, at=AT, *, deflated):
    out = io.BytesIO()
    archive.write(out, held, at, deflated=deflated)
    return out.getvalue()


@pytest.mark.parametrize("deflated", [True, False])
def test_files_come_back_in_their_order(deflated):
    held = [("b.txt", b"b" * 500), ("a/é.txt", "é".encode())]
    with zipfile.ZipFile(io.BytesIO(packed(held, deflated=deflated))) as package:
        assert [(name, package.read(name)) for name in package.namelist()] == held
        assert (package.getinfo("b.txt").compress_size < 100) == deflated


def test_nothing_in_it_says_when_or_where_it_was_made(monkeypatch):
    held = [("a.txt", b"a")]
    first = packed(held, deflated=True)
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("sys.platform", "win32")
    assert packed(held, deflated=True) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        about = package.getinfo("a.txt")
    assert about.date_time == (2026, 11, 21, 10, 20, 30)
    assert (about.create_system, about.external_attr >> 16) == (3, 0o100644)


def test_a_time_before_zip_files_is_refused():
    with pytest.raises(ValueError, match="1980"):
        packed([("a", b"")], datetime.fromtimestamp(0, UTC), deflated=False)
