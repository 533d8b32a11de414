"""Permanent ids: recorded, locked, and never lost."""

import subprocess
from itertools import pairwise

import pytest

from sidebyside.project import examine

LOST = "people link it: bring it back, or name it under former of the section that takes its place in data/sections.yml"


def test_a_heading_without_an_id(broken_by):
    assert broken_by("docs/index.md", "## Tools {#home-tools}", "## Tools") == [
        f"data/sections.lock:3:1: the published id 'home-tools' leads nowhere; did you mean 'home-table'?; {LOST}",
        "data/sections.yml:4:10: sections.home-tools.id: "
        "no heading, table, picture, claim or term has the id 'home-tools'; did you mean 'home-table'?",
        "docs/index.md:9:1: a heading without an id; give it one by hand, {#...}",
    ]


def test_an_id_that_is_no_slug(broken_by):
    found = broken_by("docs/index.md", "{#home-tools}", "{#Home_Tools}")
    assert (
        "docs/index.md:9:1: the id 'Home_Tools' is no slug; use lower-case letters and digits, with single hyphens"
        in found
    )


def test_an_id_used_twice_on_the_site(broken_by):
    assert broken_by("docs/index.md", "## Tools", "## Again {#source-survey}\n\n## Tools")[-1] == (
        "docs/index.md:9:1: the id 'source-survey' is recorded on data/sources/survey.md; "
        "if it has moved, run make sections"
    )


def test_an_id_that_is_not_recorded(broken_by):
    assert broken_by("docs/index.md", "## Tools", "## New {#new}\n\n## Tools") == [
        "docs/index.md:9:1: the id 'new' is not recorded; run make sections"
    ]


def test_an_id_that_is_recorded_elsewhere(broken_by):
    assert broken_by(
        "data/sections.yml", "home-tools, kind: heading, page: index", "home-tools, kind: heading, page: x"
    ) == ["docs/index.md:9:1: the id 'home-tools' is recorded on x.md; if it has moved, run make sections"]


def test_an_id_that_is_recorded_as_another_kind(broken_by):
    assert broken_by("data/sections.yml", "home-tools, kind: heading", "home-tools, kind: table") == [
        "docs/index.md:9:1: the id 'home-tools' is recorded as a table, not a heading; correct the record"
    ]


def test_a_published_id_that_leads_nowhere(broken_by):
    assert broken_by("data/sections.lock", "home index.md\n", "home index.md\nhom-tools index.md\n") == [
        f"data/sections.lock:2:1: the published id 'hom-tools' leads nowhere; did you mean 'home-tools'?; {LOST}"
    ]


def test_a_recorded_id_that_is_not_locked(broken_by):
    assert broken_by("data/sections.lock", "home-tools index.md\n", "") == [
        "data/sections.yml:4:10: sections.home-tools.id: "
        "'home-tools' on index.md is not in data/sections.lock; run make sections"
    ]


def test_an_id_that_is_the_name_of_a_figure_on_the_page(broken_by):
    found = broken_by("docs/data/sources/survey.md", "{#source-survey}", "{#python}")
    assert "docs/data/sources/survey.md:1:1: the id 'python' is that of a figure on this page; choose another" in found


def test_a_chapter_that_does_not_begin_with_its_title(sound):
    (sound / "docs" / "new.md").write_text("Only text.\n")
    page = sound / "docs" / "index.md"
    page.write_text(page.read_text().replace("# Home {#home}", "## Home {#home}"))
    message = "no title before everything else that can be linked; begin with # and an id, # Title {#id}"
    assert [str(each) for each in examine(sound).mistakes] == [
        f"docs/index.md:5:1: {message}",
        f"docs/new.md:1:1: {message}",
    ]


def test_a_macro_in_a_heading(broken_by):
    found = broken_by("docs/index.md", "## Tools", '## {{ count("figures") }} tools')
    assert found[0] == ("docs/index.md:9:1: a macro in a heading; write its words, for they are the section's title")


def test_an_id_that_was_given_up_and_stands_in_a_chapter(broken_by):
    found = broken_by(
        "data/sections.yml", "{id: home, kind: heading,", "{id: home, former: [case-steps], kind: heading,"
    )
    assert (
        "docs/work/case.md:12:1: the id 'case-steps' is a former id of 'home'; choose another, or take it back there"
        in found
    )


def test_a_record_of_an_id_that_was_given_up(sound):
    page, registry = sound / "docs" / "index.md", sound / "data" / "sections.yml"
    page.write_text(page.read_text().replace("## Tools {#home-tools}\n", ""))
    registry.write_text(registry.read_text().replace("{id: home, kind", "{id: home, former: [home-tools], kind"))
    assert [str(mistake) for mistake in examine(sound).mistakes] == [
        "data/sections.yml:4:10: sections.home-tools.id: "
        "'home-tools' is a former id now; run make sections, which removes its record"
    ]


def test_a_lock_that_is_no_text_is_a_mistake_like_any_other(sound):
    lock = sound / "data" / "sections.lock"
    lock.write_bytes(lock.read_bytes() + b"caf\xe9\n")
    assert [str(mistake)[:24] for mistake in examine(sound).mistakes] == ["data/sections.lock:41:1:"]


def committed_locks(root) -> list[str]:
    """Every committed state of the lock, oldest first."""
    log = subprocess.run(
        ["git", "log", "--reverse", "--format=%H", "--", "data/sections.lock"], cwd=root, capture_output=True, text=True
    )
    if log.returncode != 0:
        pytest.skip("not a git checkout: the lock was not held against its history")
    show = ["git", "show"]
    return [
        subprocess.run([*show, f"{commit}:data/sections.lock"], cwd=root, capture_output=True, text=True).stdout
        for commit in log.stdout.split()
    ]


def entries(state: str) -> list[list[str]]:
    """What a state of the lock says, line by line: an id, and its page where the lock had pages already."""
    return [line.split() for line in state.splitlines() if line.strip() and not line.startswith("#")]


def test_the_lock_only_grows(root):
    states = [*committed_locks(root), (root / "data" / "sections.lock").read_text(encoding="utf-8")]
    assert len(entries(states[-1])) > 700
    for older, newer in pairwise(map(entries, states)):
        kept = [new[: len(old)] for old, new in zip(older, newer, strict=False)]
        assert kept == older, "an address that was published has vanished from data/sections.lock, or was moved"


def test_a_lesson_that_no_chapter_shows(broken_by):
    call = '{{ lesson_steps("lesson-one", id="lesson-one-steps", title="One, by the clock") }}'
    instead = '{{ worksheet("steps", id="lesson-one-steps") }}'
    assert broken_by("docs/teach/lessons.md", call, instead) == [
        "data/lessons.yml:3:9: lessons.lesson-one.id: no chapter shows this lesson; "
        'call lesson_steps("lesson-one", id=...), or remove it'
    ]
