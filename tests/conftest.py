"""What several tests share: the project itself, and small made-up projects to break."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
