"""Whatever ends a build, the last good site is whole."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sidebyside import build

PAGES = 60
CONFIG = "site_name: Small\ntheme: {name: mkdocs}\nplugins: []\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project, with a site of its first state."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    write(tmp_path, "first")
    assert started(tmp_path).wait() == 0
    assert state(tmp_path) == "first"
    return tmp_path


def write(root: Path, word: str) -> None:
    """Every page says the word."""
    for number in range(PAGES):
        name = f"page-{number}" if number else "index"
        (root / "docs" / f"{name}.md").write_text(f"# Page\n\nThe state is [{word}].\n", encoding="utf-8")


def started(root: Path, **more: object) -> subprocess.Popen[str]:
    """A build, with all its processes in a group of their own."""
    command = [sys.executable, "-m", "sidebyside", "build", "site"]
    return subprocess.Popen(
        command, cwd=root, start_new_session=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more
    )


def state(root: Path) -> str:
    """The word that all pages of the site say; fails where the site is not whole."""
    site = root / "site"
    pages = [site / "index.html", *(site / f"page-{number}" / "index.html" for number in range(1, PAGES))]
    said = {page.read_text(encoding="utf-8").partition("The state is [")[2].partition("]")[0] for page in pages}
    assert len(said) == 1, f"pages of several states: {said}"
    assert (site / "css" / "base.css").stat().st_size
    return said.pop()


def left(root: Path) -> list[str]:
    """What a build has left beside the site."""
    return sorted(path.name for path in root.iterdir() if path.name.startswith("site") and path.name != "site")


def test_a_good_build_takes_the_place_of_the_last_one(small: Path) -> None:
    write(small, "second")
    (small / "docs/page-7.md").unlink()
    assert started(small).wait() == 0
    assert not (small / "site/page-7").exists()
    assert "second" in (small / "site/index.html").read_text(encoding="utf-8")
    assert left(small) == []


def test_a_site_can_be_read_by_everybody_who_can_read_the_project(small: Path) -> None:
    assert (small / "site").stat().st_mode == (small / "docs").stat().st_mode


def test_ten_builds_that_are_killed_leave_a_whole_site(small: Path) -> None:
    begun = time.monotonic()
    assert started(small).wait() == 0
    whole = time.monotonic() - begun
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    before = state(small)
    for turn in range(10):
        write(small, f"turn {turn}")
        builder = started(small)
        time.sleep(moments.uniform(0, whole))
        os.killpg(builder.pid, signal.SIGKILL)
        builder.communicate()
        now = state(small)
        assert now in (before, f"turn {turn}"), f"seed {seed}"
        before = now
    assert started(small).wait() == 0
    assert left(small) == []


def test_a_build_that_outlives_its_command_keeps_its_folder(small: Path) -> None:
    """Killed alone, the command leaves MkDocs running, and the next build must not take away what it writes."""
    builder = started(small)
    while not (new := left(small)):
        time.sleep(0.01)
    children = Path(f"/proc/{builder.pid}/task/{builder.pid}/children")
    while children.exists() and not children.read_text():
        time.sleep(0.01)
    os.kill(builder.pid, signal.SIGKILL)
    builder.wait()
    with build._new_folder(small / "site"):  # the next one
        assert (small / new[0]).exists() or not _is_running(builder.pid)
    builder.communicate()
    assert started(small).wait() == 0
    assert left(small) == []


def _is_running(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _full_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))  # what is larger cannot be written


def _no_text(root: Path) -> None:
    (root / "docs/page-3.md").write_bytes(b"# Page \xff\xfe\n")


@pytest.mark.parametrize(
    ("spoil", "more", "said"),
    [
        pytest.param(lambda _: None, {"preexec_fn": _full_disk}, "File too large", id="a disk that takes no more"),
        pytest.param(_no_text, {}, "page-3.md", id="a file that cannot be read"),
    ],
)
def test_what_ends_a_build_leaves_the_last_site(
    small: Path, spoil: Callable[[Path], None], more: dict[str, object], said: str
) -> None:
    write(small, "second")
    spoil(small)
    builder = started(small, **more)
    output, _ = builder.communicate()
    assert builder.returncode != 0
    assert said in output
    assert state(small) == "first"
    assert left(small) == []


def test_two_builds_at_once_do_not_mix(small: Path) -> None:
    other = small.parent / f"{small.name}-other"
    (other / "docs").mkdir(parents=True)
    (other / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    write(small, "mine")
    write(other, "yours")
    yours = [sys.executable, "-m", "sidebyside", "--root", str(other), "build", str(small / "site")]
    for _ in range(3):
        both = [started(small), subprocess.Popen(yours)]
        assert [builder.wait() for builder in both] == [0, 0]
        assert state(small) in ("mine", "yours")
        assert left(small) == []


@pytest.mark.parametrize("how", ["in one step", "in three"])
def test_two_folders_change_places(tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if how == "in three":
        monkeypatch.setattr(build, "_exchanged", lambda *_: False)
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)
    build.replace(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site/is").read_text() == "new"
    assert (tmp_path / "new/is").read_text() == "site"
    assert len(list(tmp_path.iterdir())) == 2


def test_what_is_in_the_way_and_no_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "site").write_text("mine")
    with pytest.raises(OSError, match="site"):
        build.replace(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site").read_text() == "mine"
