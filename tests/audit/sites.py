"""The two forms of the built site as the audit sees them: which pages there are, of which template each is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

TEMPLATES = ("chapter", "missing", "embed", "cite", "short", "moved")
"""What a page may be made by; `missing` is the page for wrong addresses."""
CHAPTER = 'data-md-component="container"'
"""What is on every page that the theme has made."""
LEADS_ON = '<meta http-equiv="refresh"'
"""What is on every page that only leads to another."""


@dataclass(frozen=True)
class Finding:
    """Something to mend."""

    check: str
    rule: str
    page: str
    """The page with the site before it and the form in which it was looked at behind it."""
    place: str
    """The element, or the line."""
    says: str


@dataclass(frozen=True)
class Html:
    """One page of a site."""

    site: str
    """`hosted` or `offline`."""
    path: str
    file: Path

    @cached_property
    def text(self) -> str:
        """The file as it is."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def template(self) -> str:
        """What made it: one of TEMPLATES."""
        if self.path == "404.html":
            return "missing"
        if self.path.startswith("embed/"):
            return "embed"
        if self.path.startswith("s/"):
            return "cite" if self.path.endswith("/cite.html") else "short"
        return "chapter" if CHAPTER in self.text else "moved"

    @property
    def name(self) -> str:
        """The page as findings call it."""
        return f"{self.site}/{self.path}"


def pages(site: str, folder: Path) -> Iterator[Html]:
    """Every page of a built site."""
    for path in sorted(folder.rglob("*.html")):
        yield Html(site, path.relative_to(folder).as_posix(), path)
