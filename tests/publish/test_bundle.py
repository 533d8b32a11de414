"""The copy for reading from disk as one zip file."""

import zipfile
from datetime import UTC, datetime

import pytest

from sidebyside.publish.bundle import LONGEST, BundleError, bundle, made_at

AT = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    for path in ("index.html", "assets/b.css", "assets/a.css", "about/index.html", "search/search_index.js"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


def test_all_files_are_in_it_and_the_one_to_open_comes_first(site, tmp_path):
    out = tmp_path / "dist" / "guide.zip"
    bundle(site, out, AT)
    with zipfile.ZipFile(out) as package:
        assert package.namelist() == [
            "index.html",
            "about/index.html",
            "assets/a.css",
            "assets/b.css",
            "search/search_index.js",
        ]
        assert [package.read(name).decode() for name in package.namelist()] == package.namelist()
    assert out.stat().st_mtime == AT.timestamp()
    assert list(out.parent.iterdir()) == [out]


def test_it_is_the_same_twice(site, tmp_path):
    bundle(site, tmp_path / "1.zip", AT)
    (site / "index.html").touch()
    bundle(site, tmp_path / "2.zip", AT)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_what_some_machine_cannot_unpack_is_not_packed(site, tmp_path):
    out = tmp_path / "guide.zip"
    bundle(site, out, AT)
    before = out.read_bytes()
    long = "x" * (LONGEST - len(".html"))
    for name in ("ä.html", "a b.html", "A.html", "a.html", "aux.html", "dot.", f"{long}.html"):
        (site / name).write_text("")
    with pytest.raises(BundleError) as caught:
        bundle(site, out, AT)
    assert caught.value.problems == [
        "a b.html: has signs other than letters of ASCII, digits, '.', '_' and '-'",
        "a.html: differs from A.html by capitals only",
        "aux.html: Windows has no such names",
        "dot.: Windows has no such names",
        f"{long}.html: has 120 characters; fewer than 120 are possible",
        "ä.html: has signs other than letters of ASCII, digits, '.', '_' and '-'",
    ]
    assert out.read_bytes() == before


def test_what_is_no_copy_for_reading_from_disk_is_not_packed(site, tmp_path):
    (tmp_path / "empty").mkdir()
    (site / "search" / "search_index.js").rename(site / "search" / "search_index.json")  # as the hosted form has it
    for folder in (tmp_path / "empty", site):
        with pytest.raises(BundleError, match="this is no copy for reading from disk"):
            bundle(folder, tmp_path / "guide.zip", AT)


def test_where_nothing_can_be_written_nothing_half_done_is_left(site, tmp_path, monkeypatch):
    (tmp_path / "dist").write_text("a file")
    with pytest.raises(BundleError, match="dist: "):
        bundle(site, tmp_path / "dist" / "guide.zip", AT)

    def full(*_: object, **__: object) -> None:
        (tmp_path / "guide.new").write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sidebyside.publish.archive.write", full)
    with pytest.raises(BundleError, match=r"guide\.zip: No space left on device"):
        bundle(site, tmp_path / "guide.zip", AT)
    assert not (tmp_path / "guide.new").exists()


def test_the_time_is_that_of_the_state():
    assert made_at("1795219200") == AT
    with pytest.raises(BundleError, match="'today' is no number of seconds"):
        made_at("today")
    for far in ("0", "99999999999"):
        with pytest.raises(BundleError, match="a zip file has no"):
            made_at(far)
