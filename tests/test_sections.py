"""Permanent ids: recorded, locked, and never lost."""

import subprocess
from itertools import pairwise

import pytest

from sidebyside import sections
from sidebyside.project import examine


def test_a_heading_without_an_id(broken_by):
    assert broken_by("docs/index.md", "## Tools {#home-tools}", "## Tools") == [
        "data/sections.lock:3:1: the published id 'home-tools' leads nowhere; did you mean 'home-table'?; "
        "people link it: bring it back",
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
        "move the record in data/sections.yml"
    )


def test_an_id_that_is_not_recorded(broken_by):
    assert broken_by("docs/index.md", "## Tools", "## New {#new}\n\n## Tools") == [
        "docs/index.md:9:1: the id 'new' is not recorded; run make sections"
    ]


def test_an_id_that_is_recorded_elsewhere(broken_by):
    assert broken_by(
        "data/sections.yml", "home-tools, kind: heading, page: index", "home-tools, kind: heading, page: x"
    ) == ["docs/index.md:9:1: the id 'home-tools' is recorded on x.md; move the record in data/sections.yml"]


def test_an_id_that_is_recorded_as_another_kind(broken_by):
    assert broken_by("data/sections.yml", "home-tools, kind: heading", "home-tools, kind: table") == [
        "docs/index.md:9:1: the id 'home-tools' is recorded as a table, not a heading; correct the record"
    ]


def test_a_published_id_that_leads_nowhere(broken_by):
    assert broken_by("data/sections.lock", "home\n", "home\nhom-tools\n") == [
        "data/sections.lock:2:1: the published id 'hom-tools' leads nowhere; did you mean 'home-tools'?; "
        "people link it: bring it back"
    ]


def test_a_recorded_id_that_is_not_locked(broken_by):
    assert broken_by("data/sections.lock", "home-tools\n", "") == [
        "data/sections.yml:4:10: sections.home-tools.id: 'home-tools' is not in data/sections.lock; run make sections"
    ]


def test_an_id_that_is_the_name_of_a_figure_on_the_page(broken_by):
    found = broken_by("docs/data/sources/survey.md", "{#source-survey}", "{#python}")
    assert "docs/data/sources/survey.md:1:1: the id 'python' is that of a figure on this page; choose another" in found


def test_new_ids_are_recorded_and_locked_and_nothing_else_changes(sound):
    page = sound / "docs" / "index.md"
    page.write_text(page.read_text() + "\n## New {#new}\n\n{{ side_by_side('tools', id='new-table') }}\n")
    registry, lock = sound / "data" / "sections.yml", sound / "data" / "sections.lock"
    before = registry.read_text(), lock.read_text()
    project = examine(sound)
    assert sections.add(project.draft, project.chapters, sound / "data") == ["new", "new-table"]
    assert registry.read_text().startswith(before[0])
    assert lock.read_text() == before[1] + "new\nnew-table\n"
    again = examine(sound)
    assert again.mistakes == []
    assert sections.add(again.draft, again.chapters, sound / "data") == []


def test_the_first_ids_of_a_project(sound):
    (sound / "data" / "sections.yml").write_text("sections: []\n")
    (sound / "data" / "sections.lock").unlink()
    project = examine(sound)
    assert len(sections.add(project.draft, project.chapters, sound / "data")) == 25
    assert examine(sound).mistakes == []


def test_a_lock_that_is_no_text_is_a_mistake_like_any_other(sound):
    lock = sound / "data" / "sections.lock"
    lock.write_bytes(lock.read_bytes() + b"caf\xe9\n")
    assert [str(mistake)[:24] for mistake in examine(sound).mistakes] == ["data/sections.lock:26:1:"]


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


def test_the_lock_only_grows(root):
    states = [*committed_locks(root), (root / "data" / "sections.lock").read_text(encoding="utf-8")]
    for older, newer in pairwise(states):
        assert newer.startswith(older), "an id that was published has vanished from data/sections.lock, or was moved"
