"""Work in a process of its own, and the same work where there can be none."""

import os
import threading
from collections.abc import Iterator

import pytest

from sidebyside import processes
from sidebyside.processes import beside


@pytest.fixture(params=["in a process of its own", "when its answer is asked for"])
def is_copied(request, monkeypatch) -> bool:
    """Whether there is another process; both where this machine could have one and where it could not."""
    copied = request.param.startswith("in")
    monkeypatch.setattr(processes, "_can_copy", lambda: copied)
    return copied


def test_the_answer_is_that_of_the_work(is_copied: bool):
    known = {"rows": 3}
    answer = beside(lambda: (os.getpid(), known))
    process, found = answer()
    assert (process != os.getpid()) == is_copied
    assert found == known


def test_what_goes_wrong_goes_wrong_here(is_copied: bool):
    def work() -> None:
        raise ValueError("tools.csv: row 'r'")

    with pytest.raises(ValueError, match=r"tools\.csv: row 'r'"):
        beside(work)()


def test_a_process_that_is_lost_does_not_pass_for_an_answer(monkeypatch):
    monkeypatch.setattr(processes, "_can_copy", lambda: True)
    with pytest.raises(ChildProcessError, match="ended without an answer"):
        beside(lambda: os._exit(3))()


@pytest.fixture
def another_thread() -> Iterator[None]:
    """A thread that goes on while a test runs."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    yield
    ended.set()
    thread.join()


@pytest.mark.usefixtures("another_thread")
def test_a_process_with_other_threads_is_not_copied():
    assert beside(os.getpid)() == os.getpid()
