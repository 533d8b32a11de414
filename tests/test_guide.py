"""The shape of a chapter: front matter, the answer first, the closing sections, and what is added to it."""

from datetime import date

import pytest

from sidebyside import guide

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
            "reviewed: 2026-11-20",
            "reviewed: 2026-11-20\nsearch: {keyword: [x]}",
            f"{CASE}:6:10: search: unknown key 'keyword'; did you mean 'keywords'?",
        ),
        (
            "reviewed: 2026-11-20",
            "reviewed: 2026-11-20\nsearch: {keywords: [true]}",
            f"{CASE}:6:21: search: expected text, found true or false",
        ),
        ("title: A case", "titel: A case", f"{CASE}:2:1: titel: unknown key 'titel'; did you mean 'title'?"),
        ("The answer: a", "- a list, a", f"{CASE}:8:1: answer first: a paragraph belongs below the title"),
        (
            "## What to read next {#case-next}\n\n",
            "",
            f"{CASE}:23:38: no section '## What to read next {{#...}}'; add it at the end",
        ),
    ],
)
def test_a_chapter_that_lacks_something(broken_by, old, new, message):
    assert message in broken_by(CASE, old, new)


def test_a_chapter_without_front_matter(sound):
    from sidebyside.project import examine

    (sound / "docs" / "work" / "case.md").write_text("# A case {#case}\n\nThe answer.\n")
    found = [str(mistake) for mistake in examine(sound).mistakes]
    assert f"{CASE}:1:1: no front matter; begin with ---, title, description, tags and reviewed" in found


def test_pages_outside_the_guide_may_have_any_shape(sound):
    from sidebyside.project import examine

    assert "objectives" not in (sound / "docs" / "index.md").read_text()
    assert examine(sound).mistakes == []


def test_front_matter_that_cannot_be_read_is_a_mistake_everywhere(sound):
    from sidebyside.project import examine

    page = sound / "docs" / "index.md"
    page.write_text("---\ntitle: One: two\n---\n\n" + page.read_text().rpartition("---\n")[2])
    assert [str(each)[:35] for each in examine(sound).mistakes] == ["docs/index.md:2:11: not valid YAML:"]


RECORDS = "data/sections.yml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    objectives: [explain what a case is]\n",
            "",
            f"{RECORDS}:PLACE: sections.case.id: no objectives; say what a reader of this section can do afterwards",
        ),
        (
            "    objectives: [judge each step of a case]\n",
            "",
            f"{RECORDS}:PLACE: sections.case-steps.id: "
            "no objectives; say what a reader of this section can do afterwards",
        ),
        (
            "    level: advanced\n",
            "",
            f"{RECORDS}:PLACE: sections.switch.id: no level; say what a reader of this chapter brings along",
        ),
    ],
)
def test_a_record_that_lacks_something(sound, broken_by, old, new, message):
    id_ = message.partition(": sections.")[2].partition(".id")[0]
    lines = (sound / RECORDS).read_text().split("\n")
    line = lines.index(f"  - id: {id_}") + 1
    assert broken_by(RECORDS, old, new) == [message.replace("PLACE", f"{line}:9")]


def test_closing_sections_and_deeper_headings_need_no_objectives(sound):
    from sidebyside.project import examine

    page = sound / CASE
    page.write_text(page.read_text().replace("Drift again", "### Deeper {#deeper}\n\nDrift again"))
    assert [str(each) for each in examine(sound).mistakes] == [
        f"{CASE}:16:1: the id 'deeper' is not recorded; run make sections"
    ]


@pytest.fixture
def project(sound):
    from sidebyside.project import examine

    return examine(sound)


def prepared(project, page, text, meta):
    return guide.prepared(page, text, meta, project.dataset, project.outline)


def test_what_is_added_to_a_chapter(project):
    text = prepared(project, "work/case.md", "# X {#x}\n\nA drift.\n", {"reviewed": date(2026, 11, 2)})
    lines = text.split("\n")
    assert lines[0] == "# X {#x}"
    assert lines[2] == (
        '<p class="sb-chapter">1 minute to read, reference tables aside. '
        '<span title="Needs nothing.">Beginner.</span> Last reviewed 2 November 2026.</p>'
    )
    assert 'A {{ term("drift", "drift") }}.' in lines
    assert "<li>explain what a case is.</li>" in lines


@pytest.mark.parametrize("page", ["check/glossary.md", "index.md", "data/sources/survey.md"])
def test_where_no_hints_are_put(project, page):
    text = "# X {#x}\n\nA drift.\n"
    assert prepared(project, page, text, {}).startswith(text)
