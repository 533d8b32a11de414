"""Work that goes on beside other work, in a process of its own where there is a processor for it."""

import gc
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar, cast

Answer = TypeVar("Answer")


def beside(work: Callable[[], Answer]) -> Callable[[], Answer]:
    """Starts the work, and gives a function that waits for its answer, or raises what the work has raised.

    The process is a copy of this one, so it knows all that this one does; what it learns beside its answer is lost.
    Where that cannot be (one processor; other threads, which a copy does not have; a system whose libraries do not
    bear it), the work is done when its answer is asked for.
    """
    if not _can_copy():
        return work
    context = get_context("fork")
    received, sent = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, sent), daemon=True)
    process.start()
    sent.close()

    def answer() -> Answer:
        found: tuple[Answer | None, Exception | None]
        try:
            found = received.recv()
        except EOFError:
            raise ChildProcessError("a process that worked beside this one has ended without an answer") from None
        finally:
            process.join()
            received.close()
        value, error = found
        if error:
            raise error
        return cast(Answer, value)

    return answer


def collect_seldom() -> None:
    """Has Python look seldom for objects that are lost in circles.

    A process that makes millions of objects and ends does not miss what it would find; a build is faster by a tenth.
    """
    gc.set_threshold(100_000, 50, 100)


def _answer(work: Callable[[], Answer], sent: Connection) -> None:
    found: tuple[Answer | None, Exception | None]
    try:
        found = work(), None
    except Exception as error:
        found = None, error
    sent.send(found)


def _can_copy() -> bool:
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1
