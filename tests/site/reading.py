"""The built site as a reader without a browser gets it: pages as trees, and where their addresses lead."""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
PLAIN = "s/"  # where the pages are that have nothing around them
EMBEDDED = "embed/"  # and those that are made to be embedded
UNREAD = frozenset({"script", "style", "template"})


class Element:
    """An element with its children: elements and texts."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def __repr__(self) -> str:
        return f"<{self.tag} {self.attributes}>"

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Element"]:
        """This element and all in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, tag: str = "", of_class: str = "") -> list["Element"]:
        """The elements in this one that have the tag, the class, or both."""
        inside = (each for each in self.walk() if each is not self)
        return [each for each in inside if tag in ("", each.tag) and (not of_class or of_class in each.classes)]

    @property
    def text(self) -> str:
        """What a reader sees of it; a script is not seen."""
        return "".join(
            child if isinstance(child, str) else child.text
            for child in self.children
            if isinstance(child, str) or child.tag not in UNREAD
        )

    @property
    def words(self) -> str:
        """The text with its white space as it is shown; no-break spaces stay."""
        return re.sub(r"[ \t\n]+", " ", self.text).strip(" ")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self._open.append(self._open[-1].children[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        depths = [depth for depth, element in enumerate(self._open) if element.tag == tag]
        if depths:
            del self._open[depths[-1] :]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


class Page:
    """One file of the site; `path` is from the site's root."""

    def __init__(self, path: str, html: str) -> None:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        self.path = path
        self.root = reader.root
        self.elements = list(reader.root.walk())
        self.ids = [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {each.attributes["id"]: each for each in self.elements if "id" in each.attributes}

    @property
    def addresses(self) -> list[str]:
        """Every address that the page names."""
        found = (each.attributes.get(name) for each in self.elements for name in ("href", "src", "action", "poster"))
        return [address for address in found if address is not None]


class Site:
    """A built site on disk; `folders` says whether a folder stands for its index.html, as on a web server."""

    def __init__(self, folder: Path, *, folders: bool) -> None:
        self.folder = folder
        self.folders = folders

    @cached_property
    def all_pages(self) -> dict[str, Page]:
        """Every page by its path, but those to embed, which say again what the others say."""
        paths = {path.relative_to(self.folder).as_posix(): path for path in sorted(self.folder.rglob("*.html"))}
        own = {name: path for name, path in paths.items() if not name.startswith(EMBEDDED)}
        return {name: Page(name, path.read_text(encoding="utf-8")) for name, path in own.items()}

    @cached_property
    def embeds(self) -> dict[str, str]:
        """The text of every page to embed, by its id."""
        paths = sorted((self.folder / EMBEDDED).glob("*/index.html"))
        return {path.parent.name: path.read_text(encoding="utf-8") for path in paths}

    def embed(self, id_: str) -> Page:
        """The page to embed for an id."""
        return Page(f"{EMBEDDED}{id_}/index.html", self.embeds[id_])

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages that readers browse, by their paths."""
        return {path: page for path, page in self.all_pages.items() if not path.startswith(PLAIN)}

    @cached_property
    def plain_pages(self) -> dict[str, Page]:
        """The pages that have nothing but a link or a citation, by their paths."""
        return {path: page for path, page in self.all_pages.items() if path.startswith(PLAIN)}

    @cached_property
    def search_index(self) -> dict[str, Any]:
        """What the search reads; from disk it is the value of a script."""
        name = "search_index.json" if self.folders else "search_index.js"
        text = (self.folder / "search" / name).read_text(encoding="utf-8")
        return json.loads(text.removeprefix("var __index = "))

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    def script(self, name: str) -> Path:
        """A script of ours, whose file has a part of what it holds in its name."""
        [path] = self.folder.glob(f"assets/javascripts/{name}.????????.js")
        return path

    def path(self, chapter: str) -> str:
        """Where a chapter, named by its path below docs/, is in the site."""
        stem = chapter.removesuffix(".md")
        is_index = stem.rpartition("/")[2] == "index"
        return f"{stem}/index.html" if self.folders and not is_index else f"{stem}.html"

    def page(self, chapter: str) -> Page:
        """The page of a chapter."""
        return self.pages[self.path(chapter)]

    def address(self, chapter: str) -> str:
        """What stands in a browser after the site's root when the chapter is open."""
        path = self.path(chapter)
        return path.removesuffix("index.html") if self.folders else path

    def target(self, page: Page, address: str) -> tuple[str, str]:
        """The file and the fragment that an address on a page leads to; the file need not exist."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        if not path:
            return page.path, unquote(parts.fragment)
        found = path.lstrip("/") if path.startswith("/") else join(dirname(page.path), path)
        found = normpath(found or ".")
        if self.folders and (self.folder / found).is_dir():
            found = normpath(join(found, "index.html"))
        return found, unquote(parts.fragment)


def is_internal(address: str) -> bool:
    """Whether an address leads into the site itself."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc
