"""The macros for MkDocs: every name of `render.calls`, answered for the page that is being rendered.

All mistakes in the data and the chapters are found first and reported as one error, before the old site is touched.
"""

from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from . import guide
from .model import Dataset
from .project import examine
from .render.calls import Calls
from .render.links import Links, address


def define_env(env: Any) -> None:
    """Called by the macros plugin when it is configured. Raises PluginError with every mistake on a line of its own."""
    project = examine(Path(env.project_dir))
    if project.mistakes:
        lines = "\n".join(map(str, project.mistakes))
        raise PluginError(f"{len(project.mistakes)} mistakes; nothing was built\n{lines}") from None

    env.conf["extra"]["release"] = _release(project.dataset, folders=env.conf["use_directory_urls"])

    def register(name: str) -> None:
        def macro(*args: Any, **kwargs: Any) -> str:
            folders, repository = env.conf["use_directory_urls"], env.conf["repo_url"] or ""
            links = Links(env.page.file.src_uri, folders=folders, repository=repository)
            return getattr(Calls(project.dataset, links), name)(*args, **kwargs)

        env.macro(macro, name)

    for name in Calls.names():
        register(name)
    env.conf["extra"]["dataset"] = project.dataset


def on_pre_page_macros(env: Any) -> None:
    """Called by the macros plugin with each chapter before its macros are answered."""
    env.markdown = guide.prepared(env.page.file.src_uri, env.markdown, env.page.meta, env.conf["extra"]["dataset"])


def _release(dataset: Dataset, *, folders: bool) -> dict[str, str]:
    """What the foot of every page says: which release this is, how old its data are, and where its terms stand."""
    read = max(source.read for source in dataset.sources)
    return {
        "version": version(__package__),
        "read": f"{read.day} {read:%B %Y}",
        "licence": address("about/licence.md", folders=folders),
        "sources": address("data/sources.md", folders=folders),
    }
