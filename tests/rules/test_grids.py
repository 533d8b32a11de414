"""Rules about grids, each on the small project with one thing changed."""

FILE = "data/grids/steps.yml"


def test_a_column_that_is_no_role_needs_a_label(broken_by):
    assert broken_by(FILE, "{id: passed, label: Passed on}", "{id: passed}") == [
        f"{FILE}:6:10: grids.columns.passed.id: no role 'passed'; give it a label"
    ]


def test_a_column_that_is_nearly_a_role(broken_by):
    assert broken_by(FILE, "{id: passed, label: Passed on}", "{id: secnd}")[0] == (
        f"{FILE}:6:10: grids.columns.secnd.id: no role 'secnd'; did you mean 'second'?"
    )


def test_a_role_has_its_name_from_elsewhere(broken_by):
    assert broken_by(FILE, "{id: first}", "{id: first, label: One}") == [
        f"{FILE}:5:10: grids.columns.first.id: 'first' is a role, which has its name from roles.yml; remove the label"
    ]


def test_a_cell_that_is_missing(broken_by):
    assert broken_by(FILE, "{first: Looks., passed: Nothing.}", "{first: Looks.}") == [
        f"{FILE}:16:12: grids.look.cells: no cell for 'passed'; fill it, or say why there is nothing to say"
    ]


def test_a_cell_of_no_column(broken_by):
    assert broken_by(FILE, "passed: Nothing.}", "passed: Nothing., pased: More.}") == [
        f"{FILE}:16:46: grids.look.cells.pased: no column 'pased'; did you mean 'passed'?"
    ]


def test_a_cell_of_a_column_that_is_like_no_other(broken_by):
    assert broken_by(FILE, "passed: Nothing.}", "passed: Nothing., else: More.}") == [
        f"{FILE}:16:46: grids.look.cells.else: no column 'else'; there are 'first', 'passed'"
    ]


def test_a_part_of_a_column_that_is_misspelt(broken_by):
    assert broken_by(FILE, "parts: {first: leads}", "parts: {firs: leads}") == [
        f"{FILE}:11:13: grids.ask.parts.firs: no column 'firs'; did you mean 'first'?"
    ]


def test_a_part_of_somebody_without_a_column(broken_by):
    assert broken_by(FILE, "parts: {first: leads}", "parts: {second: leads}") == [
        f"{FILE}:11:13: grids.ask.parts.second: no column 'second'; there are 'first', 'passed'"
    ]


def test_unknown_publication(broken_by):
    assert broken_by(FILE, "said_by: [gossip]", "said_by: [gosip]") == [
        f"{FILE}:13:15: grids.ask.said_by: no publication 'gosip'; did you mean 'gossip'?"
    ]


def test_a_grid_that_no_chapter_shows(broken_by):
    found = broken_by("docs/work/case.md", '{{ grid("steps", id="case-table") }}', "Nothing.")
    assert f'{FILE}:1:8: grids.title: no chapter shows this grid; call grid("steps", id=...), or remove it' in found
