"""What several tests share: the project itself, and small made-up projects to break."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


SITE = Path(__file__).parent / "site"
OWN = ("test_moves.py", "test_serve.py")
"""The modules about the site that build copies of their own, and none of the builds that the others share."""


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs in the same process, where there are several: a module; those that share the built site, together."""
    for item in items:
        shares = item.path.parent == SITE and item.path.name not in OWN
        item.add_marker(pytest.mark.xdist_group("site" if shares else item.path.name))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A copy of a small project without mistakes, to be changed by the test."""
    return Path(shutil.copytree(Path(__file__).parent / "sound", tmp_path / "sound"))


@pytest.fixture
def broken_by(sound: Path):
    """Changes one text in one file of the small project and gives the mistakes that follow, as lines."""
    from sidebyside.project import examine

    def change(name: str, old: str, new: str) -> list[str]:
        path = sound / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"the test looks for {old!r} in {name}, which is not there"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(mistake) for mistake in examine(sound).mistakes]

    return change
