"""Whether every link and every anchor leads somewhere, as linkinator sees it, which knows no code of ours."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from driving import served
from lxml import html
from sites import Finding

MODULE = "node_modules/linkinator/build/src/index.js"
CRAWLED = (".html", ".css")
READ = (".csv", ".json", ".md", ".svg", ".txt", ".xml")
"""Files that linkinator does not read, but whose readers follow the addresses in them."""
ENDS = r"\s<>()\[\]\"\\`|"
"""What no address of ours has in it."""


def links(site: str, folders: dict[str, Path], tools: Path) -> tuple[int, list[Finding]]:
    """How many addresses a form of the site names that are its own, and those of them that lead nowhere.

    Every page is asked, whether a link leads to it or not. In the form to be read from disk a folder is no page. What
    names the address at which the site is hosted, as a canonical link does, has to lead to a place in the hosted form.
    """
    folder = folders[site]
    known_as = _canonical(folder / "index.html")
    crawled = [path for path in sorted(folder.rglob("*")) if path.suffix in CRAWLED and path.is_file()]
    with ExitStack() as stack:
        at = {name: stack.enter_context(served(folders[name], folders=name == "hosted")) for name in folders}
        lists = Path(stack.enter_context(TemporaryDirectory()))
        at[f"{site}, files"] = stack.enter_context(served(lists))
        asked = [at[site] + quote(_below(folder, path, folders=site == "hosted")) for path in crawled]
        asked += [at[f"{site}, files"] + quote(path) for path in _listed(folder, known_as, folders["hosted"], lists)]
        told = {"pages": asked, "own": [*at.values(), known_as], "rewrite": [[known_as, at["hosted"]]]}
        command = [Path(sys.executable).parent / "node", Path(__file__).with_suffix(".mjs"), tools / MODULE]
        done = subprocess.run(command, input=json.dumps(told), check=True, stdout=subprocess.PIPE, text=True)
    said = json.loads(done.stdout)
    return said["followed"], [
        Finding("links", each["why"], _named(each["page"], at), "", _named(each["address"], at))
        for each in said["lost"]
    ]


def _listed(folder: Path, known_as: str, hosted: Path, lists: Path) -> Iterator[str]:
    """Makes a page of links for each file that names addresses of the hosted site but is no page; gives their paths.

    A folder without a page is left out: it is the beginning of addresses, which a program puts together.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix in READ and path.is_file():
            text = unescape(path.read_text(encoding="utf-8"))
            ends = f"{ENDS}," if path.suffix == ".csv" else ENDS
            found = {below.rstrip(".,;:") for below in re.findall(f"{re.escape(known_as)}([^{ends}]*)", text)}
            if named := [below for below in sorted(found) if not _is_bare(hosted / below)]:
                page = f"{path.relative_to(folder).as_posix()}.html"
                (lists / page).parent.mkdir(parents=True, exist_ok=True)
                body = "".join(f'<a href="{escape(known_as + below)}"></a>' for below in named)
                (lists / page).write_text(body, encoding="utf-8")
                yield page


def _is_bare(path: Path) -> bool:
    """Whether it is a folder without a page."""
    return path.is_dir() and not (path / "index.html").is_file()


def _named(address: str, at: dict[str, str]) -> str:
    """An address as findings call it: with the form of the site for where that was served."""
    for name, base in at.items():
        address = address.replace(base, f"{name}/")
    return address


def _below(folder: Path, path: Path, *, folders: bool) -> str:
    """The address of a file below that of its site; `folders`: whether a folder stands for its index.html."""
    below = path.relative_to(folder)
    return f"{below.parent.as_posix()}/".removeprefix("./") if folders and below.name == "index.html" else str(below)


def _canonical(page: Path) -> str:
    """The address at which a page is hosted."""
    tree = html.fromstring(page.read_text(encoding="utf-8"))
    return next(link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
