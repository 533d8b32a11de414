"""The shape of a chapter: front matter, the answer first, the closing sections, and what is added to it."""

import re
from datetime import date

import pytest

from sidebyside import guide
from sidebyside.load import load

CASE = "docs/work/case.md"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("description: One case.\n", "", f"{CASE}:2:1: the key 'description' is missing; add it"),
        ("[case, example, steps]", "[case, example]", f"{CASE}:4:7: tags: too few; at least 3 are needed"),
        (
            "reviewed: 2026-11-20",
            "reviewed: soon",
            f"{CASE}:5:11: reviewed: expected a date such as 2026-11-20, found 'soon'",
        ),
        (
            "- tell what a case is",
            "- understand a case",
            f"{CASE}:7:5: objectives: an objective begins with a verb of vocabularies.yml, not with 'understand'",
        ),
        ("title: A case", "titel: A case", f"{CASE}:2:1: titel: unknown key 'titel'; did you mean 'title'?"),
        ("The answer: a", "- a list, a", f"{CASE}:11:1: answer first: a paragraph belongs below the title"),
        (
            "## What to read next {#case-next}\n\n",
            "",
            f"{CASE}:26:38: no section '## What to read next {{#...}}'; add it at the end",
        ),
    ],
)
def test_a_chapter_that_lacks_something(broken_by, old, new, message):
    assert message in broken_by(CASE, old, new)


def test_a_chapter_without_front_matter(sound):
    from sidebyside.project import examine

    (sound / "docs" / "work" / "case.md").write_text("# A case {#case}\n\nThe answer.\n")
    found = [str(mistake) for mistake in examine(sound).mistakes]
    assert f"{CASE}:1:1: no front matter; begin with ---, title, description, tags, reviewed and objectives" in found


def test_pages_outside_the_guide_may_have_any_shape(sound):
    from sidebyside.project import examine

    assert "objectives" not in (sound / "docs" / "index.md").read_text()
    assert examine(sound).mistakes == []


@pytest.fixture
def dataset(sound):
    return load(sound)[0].dataset


def test_minutes_count_the_words_of_the_prose_but_not_code_and_macros(dataset):
    assert guide.minutes("work/x.md", "word " * 238, dataset) == 1
    assert guide.minutes("work/x.md", "word " * 239, dataset) == 2
    many = "word " * 1000
    assert guide.minutes("work/x.md", f"```\n{many}\n```\n{{{{ example('{many}') }}}}", dataset) == 1


def test_minutes_count_what_grids_claims_and_the_glossary_say(dataset):
    said = [f"{row.name} {' '.join(row.cells.values())}" for row in dataset.grids["steps"].rows]
    words = len(re.findall(r"\w+", " ".join(said)))
    rest = "word " * (238 - words)
    assert guide.minutes("work/x.md", rest + '{{ grid("steps", id="x") }}', dataset) == 1
    assert guide.minutes("work/x.md", rest + 'word {{ grid("steps", id="x") }}', dataset) == 2
    assert guide.minutes("work/x.md", "word " * 237, dataset) == 1
    assert guide.minutes("check/glossary.md", "word " * 237, dataset) == 2
    assert guide.minutes("work/x.md", "word " * 237 + '{{ claims("said") }}', dataset) == 2


def test_what_is_added_to_a_chapter(dataset):
    meta = {"reviewed": date(2026, 11, 2), "objectives": ["tell a drift from a fault", "judge it"]}
    text = guide.prepared("work/x.md", "# X {#x}\n\nA drift.\n", meta, dataset)
    lines = text.split("\n")
    assert lines[0] == "# X {#x}"
    assert (
        lines[2] == '<p class="sb-chapter">1 minute to read, reference tables aside. Last reviewed 2 November 2026.</p>'
    )
    assert 'A {{ term("drift", "drift") }}.' in lines
    assert "<li>tell a drift from a fault;</li>" in lines
    assert "<li>judge it.</li>" in lines


@pytest.mark.parametrize("page", ["check/glossary.md", "index.md", "data/sources/survey.md"])
def test_where_no_hints_are_put(dataset, page):
    text = "# X {#x}\n\nA drift.\n"
    assert guide.prepared(page, text, {}, dataset) == text
