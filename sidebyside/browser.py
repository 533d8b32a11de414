"""The browser of this machine, for what has to be measured on pages as people see them. Needs the optional extra."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
HOW = (
    "this drives Chromium and found none. `sh tests/site/chromium.sh` gets it from the system's packages; "
    "or name one in the environment: CHROMIUM=/path/to/chromium"
)


class BrowserError(Exception):
    """There is no browser; the message says how to get one."""


def program() -> str | None:
    """The browser's program, if there is one."""
    found = (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), MAC if Path(MAC).exists() else None)
    return next(filter(None, found), None)


@contextmanager
def opened(*arguments: str) -> Iterator[Any]:
    """A headless Chromium, started with more arguments, as Playwright drives it.

    Raises BrowserError where there is none.
    """
    from playwright.sync_api import sync_playwright

    if program() is None:
        raise BrowserError(HOW)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program(), args=[*ARGUMENTS, *arguments])
        try:
            yield chromium
        finally:
            chromium.close()
