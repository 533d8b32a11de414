"""Whether every file is what its format says, and whether every page says what it is; no browser is needed for it."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree, html
from sites import Finding, Html

JAR = "node_modules/vnu-jar/build/dist/vnu.jar"
REDUNDANT = r"The “\w+” role is unnecessary for element “\w+”\."
"""A role that an element has anyway. On a phone rows are grids, and browsers then forget what a table was."""
POLICY = "Content Security Policy (meta tag)"
"""What Nu says about it is not about the page: a file has no origin for it, so all that is beside it is foreign, and
blocks of data, which no browser runs, are scripts to it. The tests of the policy see in a browser what it blocks."""
SHARED = ("og:title", "og:description", "og:image", "og:image:alt")
HEADING = re.compile(r"h[1-6]")


def markup(pages: Iterable[Html], tools: Path) -> Iterator[Finding]:
    """What the W3C's validator, Nu, says of pages: errors and warnings."""
    named = {page.file.resolve().as_uri(): page for page in pages}
    listed = [str(page.file.resolve()) for page in named.values()]
    java = ["java", "-Xss4m", "-jar", str(tools / JAR), "--stdout", "--exit-zero-always", "--format", "json"]
    for start in range(0, len(listed), 500):  # a command line has an end
        said = subprocess.run(
            [*java, "--no-langdetect", "--filterpattern", REDUNDANT, *listed[start : start + 500]],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        for message in json.loads(said.stdout)["messages"]:
            if POLICY in message["message"]:
                continue
            page = named[message["url"].replace("file:/", "file:///").replace("file://///", "file:///")]
            kind = message.get("subType", message["type"])
            place = f"line {message.get('lastLine', 0)}: {message.get('extract', '').strip()}"
            yield Finding("markup", kind, page.name, place, message["message"])


def described(pages: Iterable[Html]) -> Iterator[Finding]:
    """Pages that do not say what they are: description, one first heading, order of headings, address, picture."""
    for page in pages:
        tree = html.fromstring(page.text)
        for rule, says in _missing(page, tree):
            yield Finding("description", rule, page.name, "", says)


def _missing(page: Html, tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    meta = {each.get("name") or each.get("property"): each.get("content", "") for each in tree.iter("meta")}
    canonical = [each.get("href", "") for each in tree.iter("link") if each.get("rel") == "canonical"]
    levels = [int(each.tag[1]) for each in tree.iter() if isinstance(each.tag, str) and HEADING.fullmatch(each.tag)]
    if not (tree.findtext(".//title") or "").strip():
        yield "title", "the page has no title"
    if not meta.get("description", "").strip():
        yield "description", "the page has no description"
    if levels.count(1) != 1:
        yield "one h1", f"the page has {levels.count(1)} headings of the first level"
    jumps = [(a, b) for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
    if jumps:
        yield "order of headings", ", ".join(f"h{b} follows h{a}" for a, b in jumps)
    if page.template == "missing":
        return  # it stands at addresses that are none, so it has none and is not to be shared
    if len(canonical) != 1 or not canonical[0].startswith("http"):
        yield "canonical link", f"the page has {canonical}"
    if page.template == "chapter" and page.site == "hosted":
        for name in SHARED:
            if not meta.get(name, "").strip():
                yield "picture for sharing", f"the page has no {name}"


def well_formed(site: str, folder: Path) -> Iterator[Finding]:
    """Files of XML and JSON that are none, and JSON-LD in pages that is none; the feed and the sitemap have entries."""
    for path in sorted(folder.rglob("*")):
        try:
            if path.suffix in (".svg", ".xml"):
                _xml(path)
            elif path.suffix in (".json", ".jsonld", ".geojson"):
                json.loads(path.read_text(encoding="utf-8"))
            elif path.suffix == ".html":
                _linked_data(path)
        except (etree.XMLSyntaxError, ValueError) as error:
            name = f"{site}/{path.relative_to(folder).as_posix()}"
            yield Finding("well-formed", path.suffix.lstrip("."), name, "", str(error))


def _xml(path: Path) -> None:
    root = etree.parse(path).getroot()
    kind = etree.QName(root).localname
    wanted = {"sitemap.xml": ("urlset", "url"), "changes.xml": ("feed", "entry")}
    if path.suffix == ".svg" and kind != "svg":
        raise ValueError(f"the drawing is a <{kind}>")
    if path.name in wanted:
        outer, inner = wanted[path.name]
        if kind != outer or root.find(f"{{*}}{inner}") is None:
            raise ValueError(f"there is no <{outer}> with a <{inner}> in it")


def _linked_data(path: Path) -> None:
    for script in html.fromstring(path.read_text(encoding="utf-8")).iter("script"):
        if script.get("type") == "application/ld+json" and "@context" not in json.loads(script.text):
            raise ValueError("JSON-LD without a context")
