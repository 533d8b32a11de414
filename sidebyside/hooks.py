"""MkDocs's build events: the site's other files, what pages carry beside their text, what the offline form leaves out,
fresh code while serving, and no warning lost.
"""

import logging
import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File

_READ = (".py", ".html", ".svg", ".xml", ".md", ".txt", ".css", ".js", ".yml")
_STAMPS: dict[Path, dict[Path, int]] = {}
"""For each folder its files and their times, as the last build saw them."""
_serving: Any = None
"""What was served so far, if MkDocs was started for that."""


def on_startup(*, command: str, dirty: bool) -> None:
    """Runs once, however often the site is built after that."""
    if command == "serve":
        from sidebyside.serving import Serving

        global _serving
        _serving = Serving(in_parts=dirty)
        # A warning that a few pages alone are built, which is so, and that they alone will ever be, which is not.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())
    from sidebyside.processes import collect_seldom

    collect_seldom()


@event_priority(100)
def on_config(config: Any) -> None:
    """Runs before the plugins are configured."""
    log = logging.getLogger("mkdocs")
    log.setLevel(min(log.level, logging.WARNING))  # --quiet would hide warnings from --strict, too
    if config.plugins["material/offline"].config.enabled:
        # From disk it can fetch nothing, and silently disables copy buttons and search highlighting.
        config.theme["features"].remove("navigation.instant")
        # Nothing answers with the one from disk, and nobody searches a disk by the other.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
    package = _has_changed(Path(__file__).parent)
    if package:
        _forget_code()
    others = [_has_changed(Path(path)) for path in (config.theme.custom_dir, config.config_file_path)]
    config.extra["is_new"] = package or any(others)
    _name_assets(config)


def _name_assets(config: Any) -> None:
    """Says under which names pages find styles and scripts; overrides/main.html puts them there."""
    from sidebyside.publish.assets import SCRIPTS, SHEET, assets

    ours = config.extra["assets"] = assets(Path(config.theme.custom_dir))
    config.extra["sheet"], config.extra["sheet_of"] = SHEET, list(config.extra_css)
    config.extra_css = []
    config.extra["start"] = ours[f"{SCRIPTS}/start.js"].path
    config.extra["late"] = [ours[path].path for path in config.extra["polyfills"]]
    config.extra_javascript = [ours[str(path)].path for path in config.extra_javascript]


def on_files(files: Any, *, config: Any) -> Any:
    """Adds every file that is made of the dataset; links to them are checked, and no search or sitemap has them.

    Takes away what the theme has and no page asks for.
    """
    from sidebyside.publish import data, embeds  # the package as it is now
    from sidebyside.publish.assets import SCRIPTS, STYLESHEETS, Sheet
    from sidebyside.publish.files import contents, unused
    from sidebyside.publish.files import files as files_of

    made, ours = config.extra["published"], config.extra["assets"]
    pages = _pages_to_build(config, files)
    [bundle] = [path for path in files.src_uris if fnmatch(path, f"{SCRIPTS}/bundle.*.js")]
    [main] = [path for path in files.src_uris if fnmatch(path, f"{STYLESHEETS}/main.*.css")]
    [palette] = [path for path in files.src_uris if fnmatch(path, f"{STYLESHEETS}/palette.*.css")]
    config.extra["late"].append(bundle)
    config.extra["styles"] = Sheet(
        [
            *(files.src_uris[path].content_string for path in (main, palette)),
            *(ours[path].text for path in config.extra["sheet_of"]),
        ],
        [files.src_uris[path].content_string for path in (bundle, *ours) if path.endswith(".js")],
    )
    for path in filter(unused(made), [file.src_uri for file in files]):
        files.remove(files.get_file_from_path(path))
    for path, asset in ours.items():
        files.remove(files.get_file_from_path(path))
        files.append(File.generated(config, asset.path, content=asset.text))
    if pages is not None:
        return files
    makers = dict(files_of(made, _cache(config, "share")))
    config.extra["written"] += [_beside(config, lambda: contents(makers.items()))]
    config.extra["ours"] = [
        File.generated(config, path, content="") for path in (*makers, *embeds.paths(made).values(), *data.paths(made))
    ]
    for file in config.extra["ours"]:
        files.append(file)
    return files


def _pages_to_build(config: Any, files: Any) -> set[str] | None:
    """The chapters that are built now, while somebody writes; None for the whole site."""
    pages: set[str] | None = None
    if _serving:
        pages = _serving.pages(config.extra["project"].texts, is_new=config.extra["is_new"])
        for file in files.documentation_pages():
            file.is_modified = lambda path=file.src_uri: pages is None or path in pages
    if pages is not None:  # all else stays as it was until the whole site is built
        config.theme.static_templates = set()
        config.plugins["material/search"].config.enabled = False
        config.validation.links.not_found = logging.DEBUG
    config.extra["is_part"] = pages is not None
    config.extra["written"] = []
    return pages


def on_nav(nav: Any, *, config: Any, **_: Any) -> Any:
    """Gives pages that are not built now the titles that they have."""
    if config.extra["is_part"]:
        for page in (each for each in nav.pages if not each.file.is_modified()):
            page.title = config.extra["published"].outline.chapter(page.file.src_uri).title
    return nav


def on_env(env: Any, *, config: Any, files: Any) -> Any:
    """Has the pages to embed, the files of data and the pages' Markdown written, now that every page is rendered.

    Links to all of our files are checked by now, and MkDocs does not have to write them.
    """
    env.bytecode_cache = FileSystemBytecodeCache(str(_cache(config, "templates")))
    if config.extra["is_part"]:
        return env
    from sidebyside.publish import data
    from sidebyside.publish.embeds import embeds
    from sidebyside.publish.twins import twins

    made, taken = config.extra["published"], config.extra["taken"]
    pages = {file.src_uri: file.page.content for file in files.documentation_pages()}
    for file in config.extra.pop("ours"):
        files.remove(file)
    config.extra["written"].append(
        _beside(config, lambda: chain(data.files(made, taken).items(), embeds(made, pages), twins(made, pages)))
    )
    return env


def _beside(config: Any, contents: Callable[[], Iterable[tuple[str, str | bytes]]]) -> Callable[[], None]:
    """Has files written into the site, while MkDocs goes on with its pages."""
    from sidebyside.processes import beside
    from sidebyside.publish.files import write
    from sidebyside.publish.policy import strict

    return beside(lambda: write(Path(config.site_dir), contents() if _is_served(config) else strict(contents())))


def _is_served(config: Any) -> bool:
    """Whether pages have no policy: in serving, MkDocs puts a script into each, to load it again after a change."""
    return bool(_serving or config.extra["served"])


def _cache(config: Any, name: str) -> Path:
    """A folder of what takes long to make and is the same again; nobody misses it who removes it."""
    folder = Path(config.config_file_path).parent / ".cache" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _with_files(*, config: Any) -> None:
    """Waits until all files beside the pages are written."""
    from sidebyside.publish.embeds import EmbedError
    from sidebyside.publish.policy import PolicyError
    from sidebyside.publish.tabular import FormulaError

    try:
        for written in config.extra.pop("written"):
            written()
    except (EmbedError, FormulaError, PolicyError) as error:
        raise Abort(str(error)) from None


def on_page_content(html: str, *, page: Any, config: Any, **_: Any) -> str:
    """The text of a page with ids that lead on, and with links that offer to link and cite."""
    from sidebyside.publish.page import content

    return content(config.extra["published"], page.file.src_uri, html)


def _page_of(context: Any, /, *, page: Any, config: Any, **_: Any) -> Any:
    """What overrides/main.html puts into the head, above the text and below it."""
    from sidebyside.publish.page import end, head, start, styles

    made, here = config.extra["published"], page.file.src_uri
    page.canonical_url = made.site.page(here)
    page.meta["description"] = escape(made.description(made.outline.chapter(here)))  # the theme puts it there as it is
    pages = [child for section in reversed(page.ancestors) for child in section.children if child.is_page]
    trail = [(each.title, each.file.src_uri) for each in pages if each.is_index and each is not page]
    home = [("Home", "index.md")] if here != "index.md" else []
    return {
        **context,
        "head_of_page": head(made, here, home + trail),
        "styles_of_page": styles(made, here, page.content),
        "start_of_page": start(made, here),
        "end_of_page": end(made, here, page.content),
    }


@event_priority(100)
def _before_search(context: Any, /, *, page: Any, config: Any, **_: Any) -> Any:
    """Lets the theme's search read of the page what is worth to be found."""
    from sidebyside.publish.search import read

    page.shown, page.read = page.content, read(page.content)
    page.content = page.read.html
    page.entries_before = len(config.plugins["material/search"].search_index.entries)
    return context


def _after_search(context: Any, /, *, page: Any, config: Any, **_: Any) -> Any:
    """Gives the page its text back, and its entries in the index their keywords. Runs after the plugins."""
    from sidebyside.publish.search import with_keywords

    page.content = page.shown
    entries, own = config.plugins["material/search"].search_index.entries, page.entries_before
    entries[own:] = [with_keywords(entry, page.meta, page.read.names) for entry in entries[own:]]
    return context


on_page_context = CombinedEvent(_before_search, _after_search, _page_of)


def on_post_template(output: str, *, template_name: str, config: Any) -> str:
    """A page that is no chapter, in its final form but for the name of the style sheet."""
    return _written(output, Path(config.site_dir, template_name), config) if template_name.endswith(".html") else output


def on_post_page(output: str, *, page: Any, config: Any) -> str:
    """A chapter, in its final form but for the name of the style sheet."""
    return _written(output, Path(page.file.abs_dest_path), config)


def _written(output: str, file: Path, config: Any) -> str:
    from sidebyside.publish.html import compact

    html = compact(output)
    config.extra["styles"].add(file, html)
    return html


def _with_sheet(*, config: Any) -> None:
    """Makes the style sheet of all pages."""
    styles, site = config.extra["styles"], Path(config.site_dir)
    if config.extra["is_part"]:
        styles.keep(site)
    else:
        styles.write(site)


@event_priority(-200)
def _with_policy(*, config: Any) -> None:
    """Puts the policy into the pages, when nothing else changes them any more."""
    from sidebyside.publish.policy import PolicyError, apply

    if _is_served(config):
        return
    try:
        apply(config.extra["published"], Path(config.site_dir))
    except PolicyError as error:
        raise Abort(str(error)) from None


on_post_build = CombinedEvent(_with_files, _with_sheet, _with_policy)  # type: ignore[arg-type]  # a module is no plugin with a self


def _has_changed(path: Path) -> bool:
    """Whether a file, or one in a folder, is not as the last build saw it."""
    files = path.rglob("*") if path.is_dir() else [path]
    stamps = {file: file.stat().st_mtime_ns for file in files if file.suffix in _READ}
    before = _STAMPS.get(path)
    _STAMPS[path] = stamps
    return before not in (None, stamps)


def _forget_code() -> None:
    """`mkdocs serve` builds again in the same process: lets it see the package as it is now."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "sidebyside"]:
        del sys.modules[name]


def on_serve(server: Any, *, config: Any, builder: Callable[[], None], **_: Any) -> None:
    """After a mistake the server would answer nothing until it is mended; so it goes on with the last good site.

    While somebody writes, a few pages are built at once, and the whole site after them.
    """

    def build() -> None:
        if _serving:
            _serving.stop()
        try:
            builder()
        except Abort as error:
            print(error, file=sys.stderr)
        else:
            if _serving:
                _serving.go_on(Path(config.site_dir), config.site_url)

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if _serving:
            _serving.asked(environ["PATH_INFO"].removeprefix(server.mount_path))
        page: Iterable[bytes] = server.serve_request(environ, start)
        return page

    server.builder = build
    server.set_app(answer)


def on_shutdown() -> None:
    """Runs when serving ends."""
    if _serving:
        _serving.stop()
