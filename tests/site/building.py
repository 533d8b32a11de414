"""Building the site as `make site` does: mkdocs as a process of its own, with a fixed time."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = (
    ".git",
    ".venv",
    ".cache",
    ".*_cache",
    "__pycache__",
    "site",
    "site-offline",
    "dist",
    "*.new",
    "*.egg-info",
    "tests",
)
OURS = ("OFFLINE", "SITE_URL", "REPO_URL", "EDITIONS", "PYTHONPATH")


def environment(root: Path, **more: str) -> dict[str, str]:
    """What a build is told; the package that it imports is the one in its own project."""
    kept = {key: value for key, value in os.environ.items() if key not in OURS}
    fixed = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600", "PYTHONPATH": str(root)}
    return kept | fixed | {"PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"} | more


class Build:
    """A build that has been started."""

    def __init__(self, site: Path, *, root: Path = ROOT, umask: int = -1, **more: str) -> None:
        self.site = site
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
        self._process = subprocess.Popen(
            command,
            cwd=root,
            env=environment(root, **more),
            umask=umask,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def result(self) -> tuple[int, str]:
        """The exit code and everything that was printed."""
        output, _ = self._process.communicate()
        return self._process.returncode, output

    def good(self) -> Path:
        """The folder of the site. Fails with what was printed, if anything was."""
        code, output = self.result()
        assert (code, output) == (0, ""), f"the build ended with {code} and printed:\n{output}"
        return self.site


def copy_project(folder: Path) -> Path:
    """A copy of the project that a test may change; the name of each of its parts stays the same."""
    return Path(shutil.copytree(ROOT, folder / "project", ignore=shutil.ignore_patterns(*NOT_COPIED)))


def replace(path: Path, old: str, new: str) -> None:
    """Changes the one place in a file that holds the old text."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} should have exactly one {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(path: Path, text: str) -> None:
    """Adds text at the end of a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def place(path: Path, text: str) -> str:
    """Line and column of the one place in a file that holds the text, as `line:column`."""
    before, found, after = path.read_text(encoding="utf-8").partition(text)
    assert found, f"{path.name} should have {text!r}"
    assert text not in after, f"{path.name} should have only one {text!r}"
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
