"""The commands, as they are run."""

import pytest

from sidebyside import browser
from sidebyside.__main__ import main
from sidebyside.project import examine


def test_check_says_what_is_there(sound, capsys):
    assert main(["--root", str(sound), "check"]) == 0
    assert capsys.readouterr().out == (
        "no mistakes: 4 rows of glance, 3 rows of skills, 3 rows of tools, 2 rows of responsibilities, "
        "3 rows of education, 2 rows of salaries, 1 rows of levels, 3 rows of market, 20 figures from 3 sources, "
        "40 sections in 9 chapters\n"
    )


def test_check_prints_every_mistake_and_fails(sound, capsys):
    (sound / "data" / "tools.yml").write_text("")
    assert main(["--root", str(sound), "check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("data/tools.yml:1:1: the file is empty")
    assert lines[-1] == f"{len(lines) - 1} mistakes"


def test_prose_reports_and_prints_every_mistake(sound, capsys):
    (sound / "docs" / "index.md").write_text("# Home {#home}\n\nAn organised handoff is here.\n")
    assert main(["--root", str(sound), "prose"]) == 1
    printed = capsys.readouterr()
    assert "docs/index.md" in printed.out
    lines = printed.err.splitlines()
    assert any(line.startswith("docs/index.md:3:4: 'organised'") for line in lines)
    assert any(line.startswith("docs/index.md:3:14: 'handoff'") for line in lines)
    assert lines[-1] == f"{len(lines) - 1} mistakes"


def test_prose_passes_where_there_is_nothing_to_mend(root, capsys):
    assert main(["--root", str(root), "prose"]) == 0
    assert capsys.readouterr().out.endswith("no mistakes\n")


def test_sections_adds_and_says_what_is_new(sound, capsys):
    page = sound / "docs" / "index.md"
    page.write_text(page.read_text() + "\n## New {#new}\n")
    assert main(["--root", str(sound), "sections"]) == 0
    assert capsys.readouterr().out == "1 new ids\nnew\n"
    assert main(["--root", str(sound), "check"]) == 0


def test_sections_changes_nothing_while_an_id_stands_twice(sound, capsys):
    page, lock = sound / "docs" / "index.md", sound / "data" / "sections.lock"
    page.write_text(page.read_text() + "\n## Steps {#case-steps}\n")
    before = lock.read_text()
    assert main(["--root", str(sound), "sections"]) == 1
    assert "the id 'case-steps' is already at docs/index.md:" in capsys.readouterr().err
    assert lock.read_text() == before


def test_sections_changes_nothing_where_the_registry_cannot_be_read(sound, capsys):
    registry = sound / "data" / "sections.yml"
    registry.write_text("sections:\n  - id: 'home\n")
    assert main(["--root", str(sound), "sections"]) == 1
    assert "data/sections.yml:3:1: not valid YAML" in capsys.readouterr().err
    assert registry.read_text() == "sections:\n  - id: 'home\n"


def test_schema_writes_the_schemas(tmp_path):
    assert main(["--root", str(tmp_path), "schema"]) == 0
    assert (tmp_path / "data" / "schema" / "tools.json").read_text().startswith("{")


def test_evidence_without_raw_files_writes_nothing(root, tmp_path, capsys):
    pytest.importorskip("polars")
    before = {path: path.read_bytes() for path in (root / "data" / "evidence").iterdir()}
    assert main(["--root", str(root), "evidence", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert "the raw file is missing" in error
    assert error.endswith("nothing was written\n")
    assert {path: path.read_bytes() for path in (root / "data" / "evidence").iterdir()} == before


def test_heights_are_not_measured_where_there_are_mistakes(sound, capsys):
    (sound / "data" / "tools.yml").write_text("")
    assert main(["--root", str(sound), "heights", str(sound / "site")]) == 1
    assert "nothing was measured" in capsys.readouterr().err


def test_heights_are_not_measured_where_the_site_is_older_than_the_chapters(sound, capsys):
    assert main(["--root", str(sound), "heights", str(sound / "site")]) == 1
    assert "has no page to embed for" in capsys.readouterr().err
    assert not (sound / "data" / "heights.lock").exists()


def test_without_a_browser_heights_say_how_to_get_one(sound, capsys, monkeypatch):
    for id_ in examine(sound).outline.entries:
        page = sound / "site" / "embed" / id_ / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("<!doctype html><title>x</title>")
    monkeypatch.setattr(browser, "program", lambda: None)
    assert main(["--root", str(sound), "heights", str(sound / "site")]) == 1
    assert "CHROMIUM=" in capsys.readouterr().err
    assert not (sound / "data" / "heights.lock").exists()


def test_no_book_is_made_where_there_are_mistakes(sound, tmp_path, capsys):
    (sound / "data" / "tools.yml").write_text("")
    assert main(["--root", str(sound), "book", str(tmp_path / "site"), str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err == "there are mistakes; `check` says which, and no book was made\n"
    assert not (tmp_path / "dist").exists()
