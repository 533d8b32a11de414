"""MkDocs's build events: what the offline form leaves out, fresh code while serving, and no warning lost."""

import logging
import sys
from collections.abc import Callable
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority


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
    for name in [name for name in sys.modules if name.partition(".")[0] == "sidebyside"]:
        del sys.modules[name]  # `mkdocs serve` builds again in the same process: let it see the code as it is now


def on_serve(server: Any, *, builder: Callable[[], None], **_: Any) -> None:
    """After a mistake the server would answer nothing until it is mended; so it goes on with the last good site."""

    def build() -> None:
        try:
            builder()
        except Abort as error:
            print(error, file=sys.stderr)

    server.builder = build
