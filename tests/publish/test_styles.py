"""What of a style sheet is kept, and how it is written."""

from pathlib import Path

import pytest

from sidebyside.publish.styles import Used, style_sheet, with_parts


@pytest.fixture
def used() -> Used:
    found = Used()
    found.add_page(
        '<!doctype html><body data-scheme="dark"><p class="sb-note other" id=top>a &lt; b</p><br/>'
        "<input type='checkbox' checked style=\"--sb-from: 3%\"></body>"
    )
    found.add_script('const menu = "sb-menu"; element.className = `sb-open ${menu}`; tabbed("tabbed-set")')
    return found


def test_everything_is_kept_but_comments_and_needless_space():
    text = "/* why */ a , b > c {\n  color : red ;\n  margin: 0 1px !important\n}\n@media  print { p { top: 0 } }"
    assert style_sheet([text]) == "a,b > c{color:red;margin:0 1px!important}@media print{p{top:0}}\n"


def test_text_in_quotes_stays_as_it_is():
    assert style_sheet(['a::before { content: "a,  b" / "" }']) == 'a::before{content:"a,  b" / ""}\n'


@pytest.mark.parametrize(
    "selector",
    [
        "p",
        ".sb-note",
        "P.other",
        "#top",
        "body[data-scheme=dark] p",
        '[data-scheme="dark"]',
        "[type=checkbox]:checked",
        "p:not(.nowhere)",
        "p:hover::before",
        ".sb-menu",
        ".sb-open > *",
        "[class*=sb-]",
    ],
)
def test_what_a_page_or_a_script_has_is_kept(used: Used, selector: str):
    assert style_sheet([f"{selector} {{ top: 0 }}"], used) == f"{selector}{{top:0}}\n"


@pytest.mark.parametrize(
    "selector",
    [".nowhere", "article", "#nowhere", "p .nowhere", "[data-scheme=light]", "[hidden]", ".Sb-note", ".tabbed-set"],
)
def test_what_nothing_has_goes(used: Used, selector: str):
    assert style_sheet([f"{selector} {{ top: 0 }} {selector}, p {{ left: 0 }}"], used) == "p{left:0}\n"


def test_rules_in_rules_and_in_conditions_are_looked_at(used: Used):
    text = """
      @media print { .nowhere { top: 0 } }
      @supports (top: 0) { p { top: 0; .nowhere & { left: 0 } > br { left: 1px } } }
    """
    assert style_sheet([text], used) == "@supports (top: 0){p{top:0;> br{left:1px}}}\n"


def test_a_property_stays_as_long_as_something_refers_to_it(used: Used):
    text = """
      body { --a: url('data:image/svg+xml;x{}'); --b: var(--c); --c: 1; --d: 2; --e: var(--d); --sb-from: 0 }
      p { color: var(--b) } br { --f: 1 }
    """
    assert style_sheet([text], used) == "body{--b:var(--c);--c:1;--sb-from:0}p{color:var(--b)}\n"


def test_an_animation_stays_if_something_runs_it(used: Used):
    text = "@keyframes on { from { top: 0 } to { top: 1px } } @keyframes off { to { top: 0 } } p { animation: on 1s }"
    assert style_sheet([text], used) == "@keyframes on{from{top:0}to{top:1px}}p{animation:on 1s}\n"


def test_a_class_of_a_feature_that_a_page_has_stays_though_the_script_has_it_too(used: Used):
    used.add_page('<div class="tabbed-set"></div>')
    assert style_sheet([".tabbed-set { top: 0 }"], used) == ".tabbed-set{top:0}\n"


def test_what_is_no_style_sheet_is_an_error():
    with pytest.raises(ValueError, match=r"line 2: "):
        style_sheet(["a { top: 0 }\n} b"])


def test_parts_stand_where_they_are_imported_and_their_own_parts_in_them(tmp_path: Path):
    (tmp_path / "parts").mkdir()
    (tmp_path / "sheet.css").write_text('/* all */\n@import "parts/b.css";\n@import "parts/a.css";\np { top: 0 }\n')
    (tmp_path / "parts/a.css").write_text("a { top: 0 }\n")
    (tmp_path / "parts/b.css").write_text('@import "c.css";\nb { top: 0 }\n')
    (tmp_path / "parts/c.css").write_text("i { top: 0 }\n")
    assert style_sheet([with_parts(tmp_path / "sheet.css")]) == "i{top:0}b{top:0}a{top:0}p{top:0}\n"


def test_a_part_that_is_not_there_is_an_error(tmp_path: Path):
    (tmp_path / "sheet.css").write_text('@import "gone.css";\n')
    with pytest.raises(FileNotFoundError, match=r"gone\.css"):
        with_parts(tmp_path / "sheet.css")
