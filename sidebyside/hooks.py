"""MkDocs's build events: what the offline form of the site leaves out, and fresh code while serving."""

import sys
from typing import Any

from mkdocs.plugins import event_priority


@event_priority(100)
def on_config(config: Any) -> None:
    """Runs before the plugins are configured."""
    if config.plugins["material/offline"].config.enabled:
        # From disk it can fetch nothing, and silently disables copy buttons and search highlighting.
        config.theme["features"].remove("navigation.instant")
        # Nothing answers with it from disk, and all its addresses start at the root of a server.
        config.theme.static_templates.discard("404.html")
    for name in [name for name in sys.modules if name.partition(".")[0] == "sidebyside"]:
        del sys.modules[name]  # `mkdocs serve` builds again in the same process: let it see the code as it is now
