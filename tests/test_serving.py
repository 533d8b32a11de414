"""Which pages are built when something was saved, and what builds the others."""

from pathlib import Path

import pytest

from sidebyside import serving
from sidebyside.serving import Serving

TEXTS = {"index.md": "Home", "compare/tools.md": "Tools", "compare/skills.md": "Skills"}


@pytest.fixture
def served() -> Serving:
    """The whole site has been built once."""
    found = Serving(in_parts=True)
    assert found.pages(TEXTS, is_new=False) is None
    return found


def test_pages_that_say_something_else_are_built(served: Serving):
    now = TEXTS | {"index.md": "Our home", "compare/tools.md": "Our tools"}
    assert served.pages(now, is_new=False) == {"index.md", "compare/tools.md"}
    assert served.pages(now, is_new=False) == set()


def test_of_these_the_pages_that_somebody_looks_at_come_first(served: Serving):
    served.asked("compare/tools/")
    served.asked("assets/images/mark.svg")
    now = TEXTS | {"index.md": "Our home", "compare/tools.md": "Our tools"}
    assert served.pages(now, is_new=False) == {"compare/tools.md"}
    assert served.pages(now | {"compare/skills.md": "Our skills"}, is_new=False) == {"compare/skills.md"}


@pytest.mark.parametrize("texts", [TEXTS | {"new.md": "New"}, {"index.md": "Home"}])
def test_another_chapter_changes_all_pages(served: Serving, texts: dict[str, str]):
    assert served.pages(texts, is_new=False) is None


def test_new_code_changes_all_pages(served: Serving):
    assert served.pages(TEXTS, is_new=True) is None


def test_nothing_is_built_in_parts_where_nobody_asked_for_it():
    served = Serving(in_parts=False)
    assert served.pages(TEXTS, is_new=False) is None
    assert served.pages(TEXTS | {"index.md": "Our home"}, is_new=False) is None


@pytest.fixture
def started(monkeypatch) -> list[list[str]]:
    """Processes that were started, which do nothing for a minute."""
    commands: list[list[str]] = []
    popen = serving.subprocess.Popen

    def start(command: list[str], **options):
        commands.append(command)
        return popen(["sleep", "60"], **options)

    monkeypatch.setattr(serving.subprocess, "Popen", start)
    return commands


def test_the_whole_site_is_built_after_a_part_of_it_and_the_next_save_ends_that(served, started, tmp_path: Path):
    served.go_on(tmp_path, "http://127.0.0.1:8000/")
    assert started == []  # it is whole
    served.pages(TEXTS | {"index.md": "Our home"}, is_new=False)
    served.go_on(tmp_path, "http://127.0.0.1:8000/")
    [command] = started
    assert command[1:] == ["-m", "sidebyside", "build", str(tmp_path)]
    process = served._whole
    served.stop()
    assert process.returncode < 0
    served.stop()
