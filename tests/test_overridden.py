import re
from importlib.metadata import version

from overridden import OVERRIDES, THEME, changed, fingerprint, locked, overridden


def test_no_template_of_the_theme_has_changed_below_ours() -> None:
    assert changed(overridden(), locked()) == []


def test_a_change_of_the_theme_is_told_with_what_to_do(tmp_path) -> None:
    ours, theme = tmp_path / "ours", tmp_path / "theme"
    for folder in (ours, theme):
        folder.mkdir()
        (folder / "nav.html").write_text("<nav></nav>")
    (ours / "own.html").write_text("nothing of the theme")
    known = {"nav.html": (overridden(ours, theme)["nav.html"], "9.8.1")}
    assert changed(overridden(ours, theme), known) == []
    (theme / "nav.html").write_text("<nav aria-label=''></nav>")
    assert [line.partition(";")[0] for line in changed(overridden(ours, theme), known)] == [
        "nav.html: the theme's has changed since 9.8.1"
    ]
    (theme / "nav.html").unlink()
    [line] = changed(overridden(ours, theme), known)
    assert line.startswith("nav.html: the theme or overrides/ no longer has it")
    (theme / "own.html").write_text("new")
    assert any(line.startswith("own.html: ours stands in") for line in changed(overridden(ours, theme), known))


def test_what_every_release_changes_is_no_change() -> None:
    before, after = (
        f'<meta content="mkdocs-material-{number}"><script src="bundle.{name}.min.js">'
        for number, name in (("9.8.1", "a5f9d56c"), ("9.8.2", "00000000"))
    )
    assert fingerprint(before) == fingerprint(after)
    assert fingerprint(before) != fingerprint(f"{after}</script>")


def test_our_templates_name_the_theme_and_its_files_as_they_are() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in OVERRIDES.rglob("*.html"))
    assert set(re.findall(r"mkdocs-material-([\d.]+\d)", text)) == {version("mkdocs-material")}
    named = re.findall(r"[\"'](assets/[\w./-]+)[\"']", text)
    assert named
    assert [path for path in named if not any((folder / path).is_file() for folder in (OVERRIDES, THEME))] == []
