"""Addresses inside the site, relative to the chapter that they stand on, so that they work hosted and from disk."""

import posixpath
from dataclasses import dataclass


def address(page: str, *, folders: bool) -> str:
    """Where a chapter is published, from the site's root: `compare/tools/`, or `compare/tools.html` without folders."""
    stem = page.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    if posixpath.basename(stem) == "index":
        return posixpath.dirname(stem) + "/" if "/" in stem else ""
    return f"{stem}/"


@dataclass(frozen=True)
class Links:
    """Links as seen from one chapter."""

    page: str
    """The chapter, as its path below docs/."""
    folders: bool = True
    """Whether addresses end in a folder (hosted) or in a file (from disk)."""
    repository: str = ""
    """Where the project is developed, if the site was told."""

    def to(self, page: str, anchor: str = "") -> str:
        """The relative address of a chapter, or of a place on it."""
        fragment = f"#{anchor}" if anchor else ""
        if page == self.page:
            return fragment or "#"
        target = address(page, folders=self.folders)
        here = posixpath.dirname(address(self.page, folders=self.folders))
        relative = posixpath.relpath(target or ".", here or ".")
        slash = "/" if (target.endswith("/") or not target) and not relative.endswith("/") else ""
        return relative + slash + fragment


def source_page(source: str) -> str:
    """The chapter with all figures of a source."""
    return f"data/sources/{source}.md"


def term_anchor(term: str) -> str:
    """The id of a term of the glossary on its page."""
    return f"term-{term}"


REPORT = ("about/contribute.md", "report-a-mistake")
PUBLICATIONS = "data/sources.md"
GLOSSARY = "check/glossary.md"
RESOURCES = "path/switch.md"
VERDICTS = ("data/method.md", "method-verdicts")
METHOD = ("data/method.md", "method-recompute")
