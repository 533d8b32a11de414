"""The site while somebody writes: the pages that a save has changed are built at once, and the whole site after them.

Of the changed pages those come first that a browser has asked for. The whole site is built in a process of its own,
which the next save ends, and takes the place of the other one in one step.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from .render.links import address


class Serving:
    """What was served so far."""

    def __init__(self, *, in_parts: bool) -> None:
        """Nothing is served yet. `in_parts`: whether a part of the site may be built alone (`mkdocs serve --dirty`)."""
        self._in_parts = in_parts
        self._texts: dict[str, str] = {}
        self._asked: set[str] = set()
        self._is_part = False
        self._whole: subprocess.Popen[bytes] | None = None

    def asked(self, path: str) -> None:
        """A browser has asked for a path below the site's address."""
        self._asked.add(path)

    def pages(self, texts: Mapping[str, str], *, is_new: bool) -> set[str] | None:
        """The pages to build now; None for all of them.

        `texts`: each page with its macros answered. `is_new`: whether code, templates or settings have changed.
        """
        before, self._texts = self._texts, dict(texts)
        self._is_part = self._in_parts and before.keys() == texts.keys() and not is_new
        if not self._is_part:
            return None
        changed = {page for page, text in texts.items() if text != before[page]}
        return {page for page in changed if address(page, folders=True) in self._asked} or changed

    def go_on(self, site: Path, site_address: str) -> None:
        """Begins to build the whole site in the place of a folder, if a part of it was built last."""
        if self._is_part:
            self._whole = subprocess.Popen(
                [sys.executable, "-m", "sidebyside", "build", str(site)],
                env={**os.environ, "SITE_URL": site_address, "SERVED": "true"},
                start_new_session=True,  # so that it ends with all of its processes
            )

    def stop(self) -> None:
        """Ends what builds the whole site, if it still does."""
        if self._whole:
            with suppress(ProcessLookupError):
                os.killpg(self._whole.pid, signal.SIGTERM)
            self._whole.wait()
            self._whole = None
