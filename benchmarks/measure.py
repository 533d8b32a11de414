"""Runs the project's commands as people do, each in a process of its own, and measures it from outside."""

import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import IO, Any

POLL = 0.02
"""Seconds between two looks at a page that is about to change."""
PATIENCE = 120
"""Seconds after which a page that has not changed is given up."""
QUIET = 1.0
"""Seconds between a page that was seen and the next save, so that the server is idle again."""
NOT_INHERITED = ("OFFLINE", "REPO_URL", "SITE_URL", "PYTHONDONTWRITEBYTECODE")
"""What would make a build another one, or its start slower."""


class FailedError(Exception):
    """A command that failed; the message is what it printed."""


@dataclass(frozen=True)
class Run:
    """One run of a command."""

    seconds: float
    """Wall time, with the start of Python."""
    cpu_seconds: float
    """What of it the processor worked, which other work on the machine moves less."""
    memory_mb: float
    """The most that was resident at a time, in MB."""
    output: str


def run(arguments: list[str], folder: Path, python: str = sys.executable, **extra: str) -> Run:
    """Runs Python with these arguments in the folder. `extra`: more environment. Raises FailedError."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = _start(arguments, folder, output, python, **extra)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed = _printed(output)
    if process.returncode:
        raise FailedError(f"{' '.join(arguments)}: exit status {process.returncode}\n{printed}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, printed)


def build(project: Path, site: Path, **extra: str) -> Run:
    """Builds the site strictly into a folder that is removed before. Raises FailedError."""
    shutil.rmtree(site, ignore_errors=True)
    return run(["-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)], project, **extra)


def check(project: Path) -> Run:
    """Runs `sidebyside check`. Raises FailedError where it finds a mistake."""
    return run(["-m", "sidebyside", "check"], project)


def take_turns(calls: dict[Any, Callable[[], Run]], most: int, budget: float = math.inf) -> dict[Any, list[Run]]:
    """Makes `most` runs of each call in turns, so that noise hits all of them.

    A call that has had `budget` seconds is left out from then on.
    """
    runs: dict[Any, list[Run]] = {key: [] for key in calls}
    for _ in range(most):
        for key, call in calls.items():
            if sum(run.seconds for run in runs[key]) < budget:
                runs[key].append(call())
    return runs


def pages_mb(site: Path) -> float:
    """The size of what grows with the content, in MB: pages and search index, without the theme's files."""
    grown = [*site.glob("**/*.html"), *site.glob("search/search_index.*")]
    return sum(path.stat().st_size for path in grown) / 1e6


@dataclass(frozen=True)
class Server:
    """`mkdocs serve` at work, as `make serve` starts it."""

    process: subprocess.Popen
    port: int
    log: IO[bytes]

    def seconds_until(self, page: str, marker: str) -> float:
        """Asks for the page until the marker is on it; gives the seconds. Raises FailedError where it never is."""
        start = time.perf_counter()
        while time.perf_counter() - start < PATIENCE:
            if self.process.poll() is not None:
                raise FailedError(f"mkdocs serve ended\n{_printed(self.log)}")
            if marker in self._get(page):
                return time.perf_counter() - start
            time.sleep(POLL)
        raise FailedError(f"mkdocs serve did not show '{marker}' in {PATIENCE} s\n{_printed(self.log)}")

    def save(self, path: Path, text: str, page: str, marker: str) -> float:
        """Saves the text, in which the marker is, and gives the seconds until the page shows it."""
        time.sleep(QUIET)
        path.write_text(text, encoding="utf-8")
        return self.seconds_until(page, marker)

    def _get(self, page: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", page)
            return connection.getresponse().read().decode("utf-8", "replace")
        except (OSError, HTTPException):
            return ""  # it is starting
        finally:
            connection.close()


@contextmanager
def serve(project: Path, scratch: Path) -> Iterator[Server]:
    """Starts `mkdocs serve` on a free port, and ends it afterwards. `scratch`: a folder for its temporary files."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = ["-m", "mkdocs", "serve", "--livereload", "--dirty", "--dev-addr", f"127.0.0.1:{port}"]
    with tempfile.TemporaryFile() as log:
        process = _start(arguments, project, log, TMPDIR=str(scratch))
        try:
            yield Server(process, port, log)
        finally:
            process.terminate()
            process.wait()


def _start(
    arguments: list[str], folder: Path, output: IO[bytes], python: str = sys.executable, **extra: str
) -> subprocess.Popen:
    inherited = {key: value for key, value in os.environ.items() if key not in NOT_INHERITED}
    inherited.setdefault("SOURCE_DATE_EPOCH", "0")
    environment = {**inherited, "NO_MKDOCS_2_WARNING": "1", **extra}
    return subprocess.Popen([python, *arguments], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)


def _printed(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode("utf-8", "replace")
