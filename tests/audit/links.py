"""Whether every link and every anchor leads somewhere, as linkinator sees it, which knows no code of ours."""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

from driving import served
from lxml import html
from sites import Finding

MODULE = "node_modules/linkinator/build/src/index.js"
CRAWLED = (".html", ".css")


def links(site: str, folders: dict[str, Path], tools: Path) -> tuple[int, list[Finding]]:
    """How many addresses a form of the site names that are its own, and those of them that lead nowhere.

    Every page is asked, whether a link leads to it or not. In the form to be read from disk a folder is no page. What
    names the address at which the site is hosted, as a canonical link does, has to lead to a place in the hosted form.
    """
    asked = [path for path in sorted(folders[site].rglob("*")) if path.suffix in CRAWLED and path.is_file()]
    node = Path(sys.executable).parent / "node"
    with ExitStack() as stack:
        at = {name: stack.enter_context(served(folder, folders=name == "hosted")) for name, folder in folders.items()}
        known_as = {_canonical(folder / "index.html"): at["hosted"] for folder in folders.values()}
        told = {
            "pages": [at[site] + quote(_below(folders[site], path, folders=site == "hosted")) for path in asked],
            "own": [*at.values(), *known_as],
            "rewrite": list(known_as.items()),
        }
        command = [node, Path(__file__).with_suffix(".mjs"), tools / MODULE]
        done = subprocess.run(command, input=json.dumps(told), check=True, stdout=subprocess.PIPE, text=True)
    said = json.loads(done.stdout)
    return said["followed"], [
        Finding("links", each["why"], _named(each["page"], at), "", _named(each["address"], at))
        for each in said["lost"]
    ]


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
