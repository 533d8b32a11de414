"""The macros for MkDocs: every name of `render.calls`, answered for the page that is being rendered.

All mistakes in the data and the chapters are found first and reported as one error, before the old site is touched.
"""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from .project import examine
from .render.calls import Calls
from .render.links import Links


def define_env(env: Any) -> None:
    """Called by the macros plugin when it is configured. Raises PluginError with every mistake on a line of its own."""
    project = examine(Path(env.project_dir))
    if project.mistakes:
        lines = "\n".join(map(str, project.mistakes))
        raise PluginError(f"{len(project.mistakes)} mistakes; nothing was built\n{lines}") from None

    def register(name: str) -> None:
        def macro(*args: Any, **kwargs: Any) -> str:
            folders, repository = env.conf["use_directory_urls"], env.conf["repo_url"] or ""
            links = Links(env.page.file.src_uri, folders=folders, repository=repository)
            return getattr(Calls(project.dataset, links), name)(*args, **kwargs)

        env.macro(macro, name)

    for name in Calls.names():
        register(name)
