"""The macros for MkDocs: every name of `render.calls`, answered for the page that is being rendered.

All mistakes in the data and the chapters are found first and reported as one error, before the old site is touched.
"""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from . import editions, guide
from .model import Dataset
from .project import examine
from .publish.site import Published, foot, navigation
from .render.calls import Calls
from .render.links import Site
from .render.shown import Taken


def define_env(env: Any) -> None:
    """Called by the macros plugin when it is configured. Raises PluginError with every mistake on a line of its own."""
    project = examine(Path(env.project_dir))
    if project.outline is None:
        lines = "\n".join(map(str, project.mistakes))
        raise PluginError(f"{len(project.mistakes)} mistakes; nothing was built\n{lines}") from None

    folders = env.conf["use_directory_urls"]
    env.conf["extra"]["release"] = foot(project.dataset, folders=folders)
    site = Site(
        address=env.conf["site_url"],
        name=env.conf["site_name"],
        description=env.conf["site_description"],
        author=env.conf["site_author"],
        folders=folders,
        repository=env.conf["repo_url"] or "",
        assets={path: asset.path for path, asset in env.conf["extra"]["assets"].items()},
        editions=_editions(env.conf["extra"]["editions"], project.dataset, Path(env.project_dir)) if folders else (),
    )
    env.conf["extra"]["project"] = project
    made = Published(project.dataset, project.outline, site).in_order(navigation(env.conf["nav"]))
    env.conf["extra"]["published"] = made
    taken = env.conf["extra"]["taken"] = Taken()

    def register(name: str) -> None:
        def macro(*args: Any, **kwargs: Any) -> str:
            calls = Calls(made.dataset, made.links(env.page.file.src_uri), made.outline, taken)
            return str(getattr(calls, name)(*args, **kwargs))

        env.macro(macro, name)

    for name in Calls.names():
        register(name)


def on_pre_page_macros(env: Any) -> None:
    """Called by the macros plugin with each chapter before its macros are answered."""
    made = env.conf["extra"]["published"]
    env.markdown = guide.prepared(env.page.file.src_uri, env.markdown, env.page.meta, made.dataset, made.outline)


def _editions(folder: str, dataset: Dataset, root: Path) -> tuple[editions.Edition, ...]:
    """The finished files of this release, if the commands that make them have been run."""
    return tuple(editions.found(root / folder, dataset.releases[0].version))
