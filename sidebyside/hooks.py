"""MkDocs's build events: what the offline form leaves out, fresh code while serving, and no warning lost."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

_STAMPS: dict[Path, int] = {}
"""The package's files and their times, as the last build saw them."""


@event_priority(100)
def on_config(config: Any) -> None:
    """Runs before the plugins are configured."""
    log = logging.getLogger("mkdocs")
    log.setLevel(min(log.level, logging.WARNING))  # --quiet would hide warnings from --strict, too
    if config.plugins["material/offline"].config.enabled:
        # From disk it can fetch nothing, and silently disables copy buttons and search highlighting.
        config.theme["features"].remove("navigation.instant")
        # Nothing answers with it from disk, and all its addresses start at the root of a server.
        config.theme.static_templates.discard("404.html")
    _forget_changed_code()


def _forget_changed_code() -> None:
    """`mkdocs serve` builds again in the same process: lets it see the package as it is now, if it has changed."""
    package = Path(__file__).parent
    stamps = {path: path.stat().st_mtime_ns for path in package.rglob("*") if path.suffix in (".py", ".html")}
    if stamps != _STAMPS:
        for name in [name for name in sys.modules if name.partition(".")[0] == "sidebyside"]:
            del sys.modules[name]
    _STAMPS.clear()
    _STAMPS.update(stamps)


def on_serve(server: Any, *, builder: Callable[[], None], **_: Any) -> None:
    """After a mistake the server would answer nothing until it is mended; so it goes on with the last good site."""

    def build() -> None:
        try:
            builder()
        except Abort as error:
            print(error, file=sys.stderr)

    server.builder = build
