"""Builds the site with Zensical in the place of MkDocs, as far as it goes, and prints what comes out; see ENGINE.md.

It works on copies in a temporary folder. Zensical gets the chapters as plain Markdown, with their macros answered, and
templates with signs in them (`prepare`). What MkDocs's events do is done afterwards on the built folder: every sign is
replaced with what stands there, and the site's other files are written (`publish`).

The theme is that of Material 9, whose templates, styles and scripts are files that Zensical can read, too. With
`--own-theme` it is Zensical's, whose search is another one and does not fit our templates.
"""

import argparse
import posixpath
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urlsplit

import material
import yaml
from copies import copy, settings
from material.plugins.search.plugin import SearchIndex
from measure import FailedError, Run, build, run

from sidebyside import guide
from sidebyside.chapters import Chapter
from sidebyside.project import examine
from sidebyside.publish import data, page, policy, twins
from sidebyside.publish.assets import SCRIPTS, SHEET, STYLESHEETS, Sheet, assets
from sidebyside.publish.embeds import embeds
from sidebyside.publish.files import contents, files, write
from sidebyside.publish.html import compact
from sidebyside.publish.search import read, with_keywords
from sidebyside.publish.site import Published, foot, navigation
from sidebyside.render.calls import Calls
from sidebyside.render.links import SHORT, Links, Site, address
from sidebyside.render.shown import Taken

MATERIAL = Path(material.__file__).parent / "templates"
KEPT = (".html", ".css", ".js", ".json", ".map", ".png", ".xml")
"""What of it is the theme, and not Python."""
PYTHON = Path(".venv", "zensical", "bin", "python")
"""The environment that has Zensical, and neither MkDocs nor this package."""
SIGNS = ("head_of_page", "styles_of_page", "start_of_page", "end_of_page")
"""Names in the templates that MkDocs's events fill."""
TEXT, TEXT_END = "<!-- text -->", "<!-- end of text -->"
UNREAD, UNREAD_HERE = " data-search-exclude", " data-not-searched"
"""An attribute that Zensical takes out, and one that it leaves."""
WORKER = "assets/javascripts/workers/search"
WRONG = {
    "a link to a chapter that does not exist": "[more](missing.md)",
    "a link to an id that does not exist": "[more](compare/tools.md#missing)",
    "a link in HTML that leads to no file": '<a href="missing/">more</a>',
    "a reference in Markdown without a definition": "[more][missing]",
}
"""What a strict build should refuse, as it would stand on the first page."""

_ICON = re.compile(r"\b(?:material|fontawesome/\w+|octicons|simple)/[\w-]+")
_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_LINK = re.compile(r'<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]+)"')
_UPWARD = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")(\.\./[^"#]*)')
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


class _FromSource(Links):
    """Links in HTML as Zensical wants them: relative to the chapter's file, as those in Markdown are."""

    def to_file(self, target: str) -> str:
        found = posixpath.relpath(target or ".", posixpath.dirname(self.page) or ".")
        return f"{found}/" if target.endswith("/") or not target else found


@dataclass(frozen=True)
class Prepared:
    """What the copy was made of."""

    made: Published
    taken: Taken
    sheet: Sheet
    search: SearchIndex
    """Of the theme of Material."""


def prepare(project: Path, theme: Path) -> Prepared:
    """Changes a copy of the project so that Zensical can build it. `theme`: the folder of the theme's templates.

    Raises FailedError where the project has mistakes.
    """
    found, config = examine(project), settings(project / "mkdocs.yml")
    if found.outline is None:
        raise FailedError("\n".join(map(str, found.mistakes)))
    ours = assets(project / "overrides")
    about = {name: config[f"site_{name}"] for name in ("name", "description", "author")}
    site = Site(address=config["site_url"], **about, assets={path: asset.path for path, asset in ours.items()})
    made = Published(found.dataset, found.outline, site).in_order(navigation(config["nav"]))
    taken = Taken()
    for chapter in found.chapters:
        answered = _answered(made, chapter, taken)
        (project / "docs" / chapter.page).write_text(answered, encoding="utf-8")
    for path, asset in ours.items():
        (project / "overrides" / path).unlink()
        (project / "overrides" / asset.path).write_text(asset.text, encoding="utf-8")
    if theme == MATERIAL:
        _keep_theme(project / "overrides", project / "mkdocs.yml")
    sources = [path for name in ("main", "palette") for path in _sheets(theme).glob(f"{name}.*.css")]
    [bundle] = theme.glob(f"{SCRIPTS}/bundle.*.js")
    _sign(project / "overrides", next(theme.glob(f"{WORKER}.*.js")).relative_to(theme).as_posix())
    _configure(project / "mkdocs.yml", config, made, bundle.relative_to(theme).as_posix())
    styles = [*(_read(path) for path in sources), *(ours[path].text for path in config["extra_css"])]
    scripts = [_read(bundle), *(asset.text for path, asset in ours.items() if path.endswith(".js"))]
    [searching] = [each["search"] for each in config["plugins"] if "search" in each]
    searching["fields"] = {**searching["fields"], "text": {"boost": 1.0}}
    index = SearchIndex(lang=["en"], pipeline=["stopWordFilter"], **searching)
    return Prepared(made, taken, Sheet(styles, scripts), index)


def _sheets(theme: Path) -> Path:
    """The theme's style sheets; of Zensical's two sets the one that looks like Material 9."""
    classic = theme / STYLESHEETS / "classic"
    return classic if classic.is_dir() else theme / STYLESHEETS


def _keep_theme(overrides: Path, config: Path) -> None:
    """Puts Material's own files below ours, with the icons that are asked for, out of ten thousand."""
    asking = [config, *overrides.rglob("*.html"), *(MATERIAL / "partials").rglob("*.html")]
    icons = {f"{name}.svg" for path in asking for name in _ICON.findall(_read(path))}
    for path in MATERIAL.rglob("*"):
        name = path.relative_to(MATERIAL).as_posix()
        to = overrides / name
        is_asked_for = name.removeprefix(".icons/") in icons if name.startswith(".icons/") else path.suffix in KEPT
        if path.is_file() and is_asked_for and not to.exists():
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)


def _answered(made: Published, chapter: Chapter, taken: Taken) -> str:
    """The chapter's Markdown with all that is not typed into it, below front matter with its whole description."""
    found = _FRONT.match(chapter.text)
    meta = yaml.safe_load(found[1]) if found else {}
    text = guide.prepared(chapter.page, _FRONT.sub("", chapter.text), meta, made.dataset, made.outline)
    calls = Calls(made.dataset, _FromSource(chapter.page, made.site), made.outline, taken)
    meta["description"] = made.description(made.outline.chapter(chapter.page))
    meta.pop("tags", None)  # it would show them below the text
    answered = replace(chapter, text=text).answer_with(calls).replace(UNREAD, UNREAD_HERE)
    return f"---\n{yaml.safe_dump(meta)}---\n{answered}"


def _sign(overrides: Path, worker: str) -> None:
    """Puts signs into the templates, and the names that this theme's files have."""
    main, base = overrides / "main.html", overrides / "base.html"
    text = _read(main)
    text = re.sub(r"{% for style in styles_of_page.*?{% endfor %}", "{{ styles_of_page }}", text, flags=re.DOTALL)
    text = text.replace(
        "{{ start_of_page }}\n{{ super() }}", f"{{{{ start_of_page }}}}\n{TEXT}{{{{ super() }}}}{TEXT_END}"
    )
    text = text.replace('{{ script | url }}" defer', '{{ script.path | url }}" defer')  # there, scripts are records
    for name in SIGNS:
        text = text.replace(f"{{{{ {name} }}}}", _sign_of(name))
    main.write_text(text, encoding="utf-8")
    base.write_text(re.sub(rf"{WORKER}\.\w+\.min\.js", worker, _read(base)), encoding="utf-8")


def _sign_of(name: str) -> str:
    return f"<!-- {name} -->"


def _configure(path: Path, config: dict[str, Any], made: Published, bundle: str) -> None:
    """Writes the configuration: the same, without what Zensical ignores, and with what MkDocs's events set."""
    named = made.site.assets
    extra = {
        "scope": config["extra"]["scope"],
        "release": foot(made.dataset, folders=True),
        "sheet": SHEET,
        "start": named[f"{SCRIPTS}/start.js"],
        "late": [*(named[script] for script in config["extra"]["polyfills"]), bundle],
        "assets": {script: {"path": to} for script, to in named.items()},
    }
    kept = {key: value for key, value in config.items() if key not in ("hooks", "plugins", "watch", "extra_css")}
    [search] = [each["search"] for each in config["plugins"] if "search" in each]
    changed = {
        "theme": {**config["theme"], "variant": "classic"},
        "extra": extra,
        "extra_javascript": [named[str(script)] for script in config["extra_javascript"]],
        "plugins": [{"search": {"separator": search["separator"]}}],
    }
    path.write_text(yaml.safe_dump({**kept, **changed}, sort_keys=False), encoding="utf-8")


def publish(prepared: Prepared, site: Path, nav: list[Any]) -> None:
    """Does on the built folder what MkDocs's events do while the site is built."""
    made, texts = prepared.made, {}
    for name in made.outline.order:
        html = _read(site / made.site.file(name))
        texts[name] = page.content(made, name, _short_links(made, name, _text(html)))
    for name, text in texts.items():
        _index(prepared, name, text)
        file = site / made.site.file(name)
        filled = {
            "head_of_page": page.head(made, name, _trail(made, name, nav)),
            "styles_of_page": "".join(f'<link rel="stylesheet" href="{at}">' for at in page.styles(made, name, text)),
            "start_of_page": page.start(made, name),
            "end_of_page": page.end(made, name, text),
        }
        before, _, rest = _read(file).partition(TEXT)
        _write(prepared, file, _filled(before + text + rest.partition(TEXT_END)[2], filled))
    missing = site / policy.NOT_FOUND
    _write(prepared, missing, _filled(_read(missing), dict.fromkeys(SIGNS, "")))
    others = chain(
        [("search/search_index.json", prepared.search.generate_search_index(None))],
        contents(files(made, site.parent / "previews")),
        data.files(made, prepared.taken).items(),
        embeds(made, texts),
        twins.twins(made, texts),
    )
    write(site, policy.strict(others))
    prepared.sheet.write(site)
    policy.apply(made, site)


def _text(html: str) -> str:
    """The text of a chapter in a page that Zensical has built."""
    return html.partition(TEXT)[2].partition(TEXT_END)[0].strip().replace(UNREAD_HERE, UNREAD)


def _short_links(made: Published, name: str, html: str) -> str:
    """The text with relative links in their shortest form, by which the package knows them again."""
    links, here = made.links(name), posixpath.dirname(made.site.file(name))

    def shorten(found: re.Match[str]) -> str:
        to = posixpath.normpath(posixpath.join(here, found[2]))
        return found[1] + links.to_file(f"{to}/" if found[2].endswith("/") else to)

    return _UPWARD.sub(shorten, html)


def _index(prepared: Prepared, name: str, text: str) -> None:
    """Adds a chapter to the search index, with its keywords."""
    made, reading, entries = prepared.made, read(text), prepared.search.entries
    meta, before = made.outline.meta[name], len(entries)
    at = address(name, folders=True)
    prepared.search.add_entry_from_context(
        SimpleNamespace(meta=meta, title=meta["title"], content=reading.html, toc=[], url=at)
    )
    entries[before:] = [with_keywords(entry, meta, reading.names) for entry in entries[before:]]


def _filled(html: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        html = html.replace(_sign_of(name), value)
    return html


def _write(prepared: Prepared, file: Path, html: str) -> None:
    small = compact(html)
    prepared.sheet.add(file, small)
    file.write_text(small, encoding="utf-8")


def _trail(made: Published, name: str, nav: list[Any]) -> list[tuple[str, str]]:
    """Title and page of each page that leads to this one, the first page first."""
    home = [("Home", "index.md")] if name != "index.md" else []
    of_section = f"{name.partition('/')[0]}/index.md"
    is_below = of_section in made.outline.order and of_section != name
    return home + ([(made.outline.chapter(of_section).title, of_section)] if is_below else [])


def words(html: str) -> list[str]:
    """What a reader sees of a page's text, without what is around it."""
    return [unescape(_TAG.sub(" ", article)).split() for article in _ARTICLE.findall(html)]


def report(prepared: Prepared, bare: Path, site: Path, today: Path) -> Iterator[tuple[str, int, int]]:
    """What there is, how much of it, and of how much. `bare`: as Zensical built it; `today`: what MkDocs builds."""
    made = prepared.made
    order, entries = made.outline.order, made.outline.entries.values()
    texts, old = ({name: _read(folder / made.site.file(name)) for name in order} for folder in (site, today))
    there = {each.id for each in entries if f' id="{each.id}"' in texts[each.page]}
    given = {id_ for id_, _ in made.outline.published.addresses}
    links = [to for name in order for to in _inside(site / made.site.file(name))]
    todays = {path.relative_to(today).as_posix() for path in today.rglob("*") if path.is_file()}
    kept = {path for path in todays if (site / path).is_file()}

    yield "pages that Zensical built", sum((bare / made.site.file(name)).is_file() for name in order), len(order)
    yield "pages with the same words", sum(words(texts[name]) == words(old[name]) for name in order), len(order)
    for kind in ("heading", "table", "picture", "claim", "term"):
        ids = {each.id for each in entries if each.section.kind == kind}
        yield f"{kind}s at their ids", len(ids & there), len(ids)
    leading = {id_ for id_ in given if (site / SHORT / id_ / "index.html").is_file()}
    yield "ids ever published whose short address is there", len(leading), len(given)
    yield (
        "ids ever published that lead to where they should",
        sum(made.outline.leads_to(id_).id in there for id_ in given),
        len(given),
    )
    yield "links of chapters inside the site that lead to a file", sum(to.is_file() for to in links), len(links)
    yield "files of today's site that are there", len(kept), len(todays)
    yield (
        "files of today's site with the same bytes",
        sum((site / path).read_bytes() == (today / path).read_bytes() for path in kept),
        len(todays),
    )


def _inside(file: Path) -> Iterator[Path]:
    """Where the relative links in a page lead, without those to a place on the same page."""
    for href in map(unescape, _LINK.findall(_read(file))):
        parts = urlsplit(href)
        if parts.path and not parts.scheme:
            to = file.parent / unquote(parts.path)
            yield to / "index.html" if to.is_dir() else to


def refuses(project: Path, text: str, python: Path) -> bool:
    """Whether a strict build of Zensical fails when a chapter ends with this text."""
    chapter = project / "docs" / "index.md"
    before = _read(chapter)
    chapter.write_text(f"{before}\n\n{text}\n", encoding="utf-8")
    try:
        _zensical(project, python)
    except FailedError:
        return True
    finally:
        chapter.write_text(before, encoding="utf-8")
    return False


def _zensical(project: Path, python: Path) -> Run:
    return run(["-m", "zensical", "build", "--clean", "--strict"], project, python=str(python))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def main() -> int:
    """Tries it, prints what came out, and gives 1 if Zensical built nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", type=Path, default=PYTHON, help="the Python of the environment that has Zensical")
    parser.add_argument("--own-theme", action="store_true", help="with Zensical's own theme")
    parser.add_argument("--keep", type=Path, help="a folder in which to leave both sites, to look at them")
    options = parser.parse_args()
    python = options.python.absolute()  # not resolved: a link would lead out of its environment
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            print(_tried(folder, python, options.own_theme))
        except FailedError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _tried(folder: Path, python: Path, own_theme: bool) -> str:
    today, project, bare, site = (folder / name for name in ("mkdocs", "project", "zensical", "published"))
    now = build(copy(Path.cwd(), folder / "today"), today)
    where = "import zensical as z; from importlib.metadata import version as v; print(v('zensical'), z.__path__[0])"
    named, _, package = run(["-c", where], folder, python=str(python)).output.strip().partition(" ")
    copy(Path.cwd(), project)
    nav = settings(project / "mkdocs.yml")["nav"]
    before = time.perf_counter()
    prepared = prepare(project, Path(package) / "templates" if own_theme else MATERIAL)
    preparing = time.perf_counter() - before
    alone = _zensical(project, python)
    shutil.move(project / "site", bare)
    shutil.copytree(bare, site)
    before = time.perf_counter()
    publish(prepared, site, nav)
    publishing = time.perf_counter() - before
    whole = preparing + alone.seconds + publishing
    lines = [
        f"Zensical {named} for MkDocs {version('mkdocs')} with Material {version('mkdocs-material')}, "
        f"with {'its own theme' if own_theme else 'the theme of Material'}",
        "",
        *(f"{found:>7,} of {of:>7,}  {what}" for what, found, of in report(prepared, bare, site, today)),
        "",
        f"{now.seconds:7.1f} s  MkDocs, strict",
        f"{whole:7.1f} s  the same with Zensical, {whole / now.seconds:.2f} times as long:",
        f"{preparing:7.1f} s    chapters with their macros answered",
        f"{alone.seconds:7.1f} s    Zensical, strict",
        f"{publishing:7.1f} s    what MkDocs's events do, on the built folder",
        "",
    ]
    for what, text in WRONG.items():
        lines.append(f"{'refuses' if refuses(project, text, python) else 'lets pass':>9}  {what}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
