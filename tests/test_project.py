"""The broken project has one of every mistake; its complete list of messages is kept beside it."""

from pathlib import Path

from sidebyside.project import examine

BROKEN = Path(__file__).parent / "broken"


def test_the_broken_project_gives_exactly_its_messages():
    found = [str(mistake) for mistake in examine(BROKEN).mistakes]
    assert found == (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_the_small_project_has_no_mistakes(sound):
    assert examine(sound).mistakes == []


def test_this_project_has_no_mistakes(root):
    assert [str(mistake) for mistake in examine(root).mistakes] == []
