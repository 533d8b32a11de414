"""What stands where: titles, depths, what is around a section, minutes and levels."""

import re
from datetime import date

import pytest

from sidebyside import contents
from sidebyside.chapters import Chapter
from sidebyside.project import examine

UNIT = "data/syllabus.yml"


@pytest.fixture
def project(sound):
    return examine(sound)


def minutes(project, text: str, page: str = "work/x.md") -> int:
    return contents.minutes(list(contents.words(Chapter(page, text), project.dataset)))


def test_minutes_count_the_words_of_the_prose_but_not_code_and_macros(project):
    assert minutes(project, "word " * 238) == 1
    assert minutes(project, "word " * 239) == 2
    many = "word " * 1000
    assert minutes(project, f"```\n{many}\n```\n{{{{ example('{many}') }}}}") == 1


def test_minutes_count_what_grids_claims_and_the_glossary_say(project):
    said = [f"{row.name} {' '.join(row.cells.values())}" for row in project.dataset.grids["steps"].rows]
    words = len(re.findall(r"\w+", " ".join(said)))
    rest = "word " * (238 - words)
    assert minutes(project, rest + '{{ grid("steps", id="x") }}') == 1
    assert minutes(project, rest + 'word {{ grid("steps", id="x") }}') == 2
    assert minutes(project, "word " * 237) == 1
    assert minutes(project, "word " * 237 + "\n\n{{ glossary() }}", "check/glossary.md") == 2
    assert minutes(project, "word " * 237 + '{{ claims("said") }}') == 2


def test_minutes_of_a_part_are_those_of_its_lines():
    assert contents.minutes([(1, 238), (2, 238), (3, 1)], 1, 3) == 2
    assert contents.minutes([(1, 238), (2, 238), (3, 1)], 2) == 2
    assert contents.minutes([(1, 238)], 2) == 1


def test_titles_are_those_of_headings_captions_claims_and_terms(project):
    entries = project.outline.entries
    assert entries["case"].title == "A case"
    assert entries["case-table"].title == project.dataset.grids["steps"].title
    assert entries["claim-python"].title == "The second writes Python more"
    assert entries["term-feature-store"].title == "feature store"
    assert project.outline.full_title(entries["case"]) == "A case"
    assert project.outline.full_title(entries["case-steps"]) == "A case – Steps"


def test_a_title_has_no_markup(sound):
    page = sound / "docs" / "index.md"
    page.write_text(page.read_text().replace("## Tools {", "## The *tools* of `make` and [others](claims.md) {"))
    assert examine(sound).outline.entries["home-tools"].title == "The tools of make and others"


def test_a_section_knows_what_is_around_it(project):
    entries = project.outline.entries
    assert (entries["case"].depth, entries["case"].around) == (1, ())
    assert (entries["case-steps"].depth, entries["case-steps"].around) == (2, ("case",))
    assert (entries["case-table"].depth, entries["case-table"].around) == (0, ("case", "case-steps"))
    assert entries["case-limits"].around == ("case",)


def test_a_section_has_the_level_of_its_chapter_unless_it_has_its_own(sound):
    registry = sound / "data" / "sections.yml"
    text = registry.read_text()
    assert examine(sound).outline.entries["case-table"].level == "beginner"
    own = "objectives: [judge each step of a case]\n"
    registry.write_text(text.replace(own, f"{own}    level: advanced\n    minutes: 7\n"))
    entries = examine(sound).outline.entries
    assert [entries[id_].level for id_ in ("case", "case-steps", "case-table", "case-limits")] == [
        *("beginner", "advanced", "advanced", "beginner")
    ]
    assert entries["case-steps"].minutes == 7
    assert entries["case-table"].minutes is None


def test_what_a_chapter_says_of_itself(project):
    outline = project.outline
    assert outline.chapter("work/case.md").id == "case"
    assert outline.reviewed("work/case.md") == date(2026, 11, 20)
    assert outline.reviewed("index.md") is None
    assert outline.published.first_of_page["work/case.md"] == "case"


def test_there_is_no_outline_while_there_are_mistakes(sound):
    (sound / "docs" / "index.md").write_text("# Home\n")
    assert examine(sound).outline is None


def test_more_to_read_than_a_day_allows(broken_by):
    assert broken_by(UNIT, "limit: 2", "limit: 1") == []
    assert broken_by(UNIT, "read: [home]", "read: [home, case, claims]") == [
        f"{UNIT}:11:11: syllabus.second.read: 3 minutes to read, and a day has 1; leave out a section, or move it"
    ]
