"""The prose of a whole project: what is examined together, the report, and the project's own prose."""

from sidebyside.prose import examine, limits, report, spelling
from sidebyside.prose.measures import Measures


def test_the_projects_own_prose_has_no_mistakes(root):
    found = examine(root, limits.read(), spelling.read())
    assert found.mistakes == []
    assert found.measures["docs/index.md"].words > 100


def test_chapters_and_data_are_read_but_not_the_evidence(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "b.md").write_text("# Colour {#colour}\n\nTwo data sets.\n")
    (tmp_path / "docs" / "a.md").write_bytes(b"caf\xe9")
    (tmp_path / "data" / "grids").mkdir(parents=True)
    (tmp_path / "data" / "evidence").mkdir()
    (tmp_path / "data" / "evidence" / "x.yml").write_text("labels: [a colour]\n")
    (tmp_path / "data" / "grids" / "x.yml").write_text("rows:\n  - id: colour\n    cells: {a: A colour.}\n")
    (tmp_path / "data" / "y.yml").write_text("a: 'open\n")
    found = examine(tmp_path, limits.read(), spelling.Spelling(["Kaggle"]))
    assert [":".join(str(mistake).split(":")[:3]) for mistake in found.mistakes] == [
        "data/grids/x.yml:3:16",
        "data/y.yml:2:1",
        "docs/a.md:1:1",
        "docs/b.md:1:3",
        "docs/b.md:3:5",
        "sidebyside/prose/words.txt:1:1",
    ]
    assert list(found.measures) == ["docs/b.md"]


def test_the_report_has_a_line_for_each_chapter():
    assert report({"docs/a.md": Measures(12, 10, 5.0, 6, 108.7)}).splitlines() == [
        "           words  words a sentence  longest  reading ease",
        "docs/a.md     12               5.0        6         108.7",
    ]
