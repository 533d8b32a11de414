"""Builds the site in a new folder beside the last one and puts it in its place in one step.

Whatever ends a build early, a mistake, a full disk, a lost process, the last good site stays whole.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

_NEW = ".new"
"""How the name of an unfinished site ends."""
_AT_CWD = {"linux": -100, "darwin": -2}
_EXCHANGE = 2
"""`AT_FDCWD`, and `RENAME_EXCHANGE` of Linux, which is `RENAME_SWAP` of macOS."""


def build(root: Path, site: Path) -> int:
    """Builds the project at the root into the folder `site`; gives the exit status, and leaves all as it was if not 0.

    MkDocs says what is wrong. What the environment says of the site (`SITE_URL`, `OFFLINE`) holds.
    """
    site = site.resolve()
    with _new_folder(site) as (new, lock):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(new)]
        # A process that outlives this one goes on holding the lock, so that nobody takes its folder away.
        status = subprocess.run(command, cwd=root, pass_fds=[lock], check=False).returncode
        if status == 0:
            replace(new, site)
    return status


def replace(new: Path, site: Path) -> None:
    """Puts a folder in the place of another one, if there is one; `new` then is that other one.

    Nobody sees neither of them, where the system can exchange two names (Linux, macOS). Elsewhere there is a moment
    without a site, and somebody who is stopped in it finds the last one under the name that ends in `.old`.
    """
    try:
        os.rename(new, site)
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        if not _exchanged(new, site):
            old = site.with_name(f"{site.name}.{os.getpid()}.old")
            os.rename(site, old)
            os.rename(new, site)
            os.rename(old, new)


@contextmanager
def _new_folder(site: Path) -> Iterator[tuple[Path, int]]:
    """An empty folder beside the site, locked, with the lock's descriptor; it is removed at the end.

    Removes before what builds of this site have left that were killed; those that still run hold their locks.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = site.with_name(f"{site.name}.{os.getpid()}{_NEW}")
    with ExitStack() as stack:
        with _locked(site.parent, fcntl.LOCK_EX):  # nobody takes a folder away before its builder has the lock
            for left in site.parent.glob(f"{site.name}.*{_NEW}"):
                with suppress(BlockingIOError), _locked(left):
                    shutil.rmtree(left, ignore_errors=True)
            folder.mkdir()
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            lock = stack.enter_context(_locked(folder))
        yield folder, lock


@contextmanager
def _locked(folder: Path, how: int = fcntl.LOCK_EX | fcntl.LOCK_NB) -> Iterator[int]:
    """Holds a lock on a folder that ends with the last process that has it.

    Raises BlockingIOError where another process has one, unless `how` says to wait.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, how)
        yield descriptor
    finally:
        os.close(descriptor)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchanges the names of two folders in one step; False where the system cannot do that.

    Raises OSError for anything else.
    """
    names = {"linux": "renameat2", "darwin": "renameatx_np"}
    libc = ctypes.CDLL(None, use_errno=True)
    call: Callable[..., int] | None = getattr(libc, names.get(sys.platform, ""), None)
    if call is None:
        return False
    here = _AT_CWD[sys.platform]
    if call(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
