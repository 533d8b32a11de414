"""`add` at a real terminal: Tab completes, and Ctrl-C leaves everything as it was."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import files

from sidebyside.project import examine

PATIENCE = 120
"""Seconds without a word after which the test gives up."""


class Terminal:
    """The command with somebody at its terminal."""

    def __init__(self, root: Path) -> None:
        self._ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "sidebyside", "--root", str(root), "add", "row"]
        env = {**os.environ, "TERM": "dumb"}
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=env)
        os.close(theirs)
        self.said = ""

    def until(self, text: str) -> None:
        """Reads until the text is there, and forgets what came before."""
        while text not in self.said:
            ready, _, _ = select.select([self._ours], [], [], PATIENCE)
            assert ready, f"nothing more after {self.said!r}"
            try:
                self.said += os.read(self._ours, 4096).decode(errors="replace")
            except OSError:  # the other end is closed
                pytest.fail(f"it ended with {self.said!r}")
        self.said = self.said.partition(text)[2]

    def answer(self, question: str, keys: str) -> None:
        """Waits for the question, then presses the keys."""
        self.until(f"{question}")
        os.write(self._ours, keys.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def terminal(project: Path) -> Iterator[Terminal]:
    opened = Terminal(project)
    yield opened
    opened.close()


def test_tab_completes_and_what_is_wrong_is_asked_again(project: Path, terminal: Terminal) -> None:
    terminal.answer("table> ", "too\t\r")
    terminal.answer("name> ", "DuckDB\r")
    terminal.answer("id [Enter: duckdb]> ", "\r")
    terminal.answer("group> ", "cloud\r")
    terminal.until("did you mean 'clouds'?")
    terminal.answer("group> ", "cl\t\r")
    terminal.answer("cells.first> ", "Asks.\r")
    terminal.answer("cells.second> ", "Answers.\r")
    terminal.answer("evidence [Enter: no more]> ", "survey/py\t\r")
    terminal.answer("evidence [Enter: no more]> ", "\r")
    terminal.answer("note [Enter: none]> ", "\r")
    terminal.answer("step> ", "sys\t\r")
    terminal.until("+  - id: duckdb")
    terminal.answer("Write this? [Enter: yes]> ", "\r")
    terminal.until("written")
    assert terminal.process.wait() == 0
    now = examine(project)
    assert now.mistakes == []
    assert now.dataset.tables["tools"].rows[-1].evidence == ("survey/python",)


def test_ctrl_c_at_a_question_leaves_everything_as_it_was(project: Path, terminal: Terminal) -> None:
    before = files(project)
    terminal.answer("table> ", "tools\r")
    terminal.until("name> ")
    terminal.process.send_signal(signal.SIGINT)
    terminal.until("nothing was written")
    assert terminal.process.wait() == 1
    assert files(project) == before
