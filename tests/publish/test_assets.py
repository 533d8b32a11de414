"""Styles and scripts as they are published."""

from pathlib import Path

import pytest

from sidebyside.publish.assets import SHEET, Sheet, assets, named
from sidebyside.publish.html import compact
from sidebyside.publish.styles import with_parts


def test_a_name_changes_with_what_the_file_holds():
    one, other = named("assets/javascripts/quiz.js", "1"), named("assets/javascripts/quiz.js", "2")
    assert one == "assets/javascripts/quiz.6b86b273.js"
    assert one != other


def test_scripts_and_styles_are_small_and_say_the_same(root: Path):
    found = assets(root / "overrides")
    written = [path for path in (root / "overrides/assets").glob("*/*") if path.suffix in (".js", ".css")]
    assert {f"{path.relative_to(root / 'overrides').as_posix()}" for path in written} == set(found)
    for path, asset in found.items():
        file = root / "overrides" / path
        assert len(asset.text) < len(with_parts(file) if file.suffix == ".css" else file.read_text(encoding="utf-8"))
        assert asset.path == named(path, asset.text)
        assert "/*" not in asset.text


SHEETS = {"overrides/assets/stylesheets/fragments.css": "fragments", "sidebyside/publish/book/paper.css": "styles"}


@pytest.mark.parametrize(("sheet", "folder"), SHEETS.items())
def test_a_sheet_in_parts_has_each_part_once_and_imports_nothing_else(root: Path, sheet: str, folder: str):
    text = with_parts(root / sheet)
    parts = sorted((root / sheet).parent.joinpath(folder).iterdir())
    assert len(parts) > 10
    assert [part.name for part in parts if text.count(part.read_text(encoding="utf-8").strip()) != 1] == []
    assert "@import" not in text


def test_the_sheet_is_named_in_every_page_when_all_are_known(tmp_path: Path):
    sheet = Sheet(["p { top: 0 } .late { top: 0 } .gone { top: 0 }", "br { top: 0 }"], ["add('late')"])
    pages = {tmp_path / "a.html": "<p>a</p>", tmp_path / "b.html": "<br>"}
    for file, text in pages.items():
        html = f'<link href="../{SHEET}">{text}'
        file.write_text(html, encoding="utf-8")
        sheet.add(file, html)
    sheet.write(tmp_path)
    [written] = (tmp_path / "assets/stylesheets").iterdir()
    assert written.read_text(encoding="utf-8") == "p{top:0}.late{top:0}br{top:0}\n"
    for file, text in pages.items():
        assert file.read_text(encoding="utf-8") == f'<link href="../assets/stylesheets/{written.name}">{text}'


def test_indents_go_but_where_they_are_shown():
    html = "\n  <p>\n    a\n\n    b  c</p>\n\n<pre>x\n  y\n\n</pre>\n  <textarea>\n  z</textarea>\n  <p>d</p>\n"
    assert compact(html) == "<p>\na\nb  c</p>\n<pre>x\n  y\n\n</pre>\n<textarea>\n  z</textarea>\n<p>d</p>\n"
