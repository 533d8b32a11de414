"""Finished forms of the guide: which of them are there to be offered."""

import os
from datetime import UTC, date, datetime

from sidebyside import editions
from sidebyside.publish import archive


def test_those_of_the_release_are_found_with_size_and_day(tmp_path):
    made = datetime(2026, 11, 21, 23, 59, tzinfo=UTC).timestamp()
    for form, version in [("epub", "1.2.0"), ("zip", "1.2.0"), ("pdf", "1.1.0")]:
        file = tmp_path / editions.file_name(form, version)
        file.write_bytes(b"12345")
        os.utime(file, (made, made))
    found = list(editions.found(tmp_path, "1.2.0"))
    assert [(each.form, each.size, each.made) for each in found] == [
        ("zip", 5, date(2026, 11, 21)),
        ("epub", 5, date(2026, 11, 21)),
    ]
    assert found[0].path == f"editions/{editions.NAME}-1.2.0.zip"


def test_a_copy_of_a_package_keeps_its_day(tmp_path):
    file = tmp_path / editions.file_name("zip", "1.2.0")
    archive.write(file, [("index.html", b"")], datetime(2026, 11, 20, 23, 30, tzinfo=UTC), deflated=True)
    os.utime(file, (0, 0))
    assert [each.made for each in editions.found(tmp_path, "1.2.0")] == [date(2026, 11, 20)]


def test_where_nothing_was_made_nothing_is_found(tmp_path):
    assert list(editions.found(tmp_path / "dist", "1.2.0")) == []
