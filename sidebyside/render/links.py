"""Addresses inside the site, relative to the chapter that they stand on, so that they work hosted and from disk."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ..editions import Edition
from ..model import Dataset

SHORT = "s"
"""The folder of the addresses that are given away."""
EMBED = "embed"
"""The folder of the pages to embed."""
DATA = "data/v1"
"""The folder of the data."""
DATABASE, ALL_DATA = f"{DATA}/side-by-side.sqlite", f"{DATA}/side-by-side.zip"
"""Everything in that folder as one file. A copy on disk, which has to stay small, has the folder and not these."""


def address(page: str, *, folders: bool) -> str:
    """Where a chapter is published, from the site's root: `compare/tools/`, or `compare/tools.html` without folders."""
    stem = page.removesuffix(".md")
    if not folders:
        return f"{stem}.html"
    if posixpath.basename(stem) == "index":
        return posixpath.dirname(stem) + "/" if "/" in stem else ""
    return f"{stem}/"


@dataclass(frozen=True)
class Site:
    """What the site is called, and where it is and will be found."""

    address: str = "http://127.0.0.1:8000/"
    """Where it is hosted, with a slash at its end; a copy on disk says the same."""
    name: str = ""
    description: str = ""
    author: str = ""
    folders: bool = True
    """Whether this form's addresses end in a folder (hosted) or in a file (from disk)."""
    repository: str = ""
    """Where the project is developed, if the site was told."""
    editions: tuple[Edition, ...] = ()
    """The finished files that the site offers. A copy on disk has none."""
    assets: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Where styles and scripts are, by the paths at which they are written: their names change with what they hold."""

    @property
    def hosted(self) -> bool:
        """Whether this is the form for a web server; the other is the copy for reading from disk."""
        return self.folders

    def page(self, page: str, anchor: str = "") -> str:
        """The whole address of a chapter, or of a place on it, where the site is hosted."""
        return self.address + address(page, folders=True) + (f"#{anchor}" if anchor else "")

    def short(self, id_: str) -> str:
        """The whole address that is given away for an id."""
        return f"{self.address}{SHORT}/{id_}/"

    def embed(self, id_: str) -> str:
        """The whole address of the page to embed for an id."""
        return f"{self.address}{EMBED}/{id_}/"

    def has_data(self, path: str) -> bool:
        """Whether this form of the site has a file of data."""
        return self.hosted or not path.startswith((DATABASE, ALL_DATA))

    def file(self, page: str) -> str:
        """Where a chapter is in this form of the site: the path of a file."""
        found = address(page, folders=self.folders)
        return f"{found}index.html" if not found or found.endswith("/") else found


@dataclass(frozen=True)
class Links:
    """Links as seen from one chapter."""

    page: str
    """The chapter, as its path below docs/."""
    site: Site = Site()

    def to(self, page: str, anchor: str = "") -> str:
        """The relative address of a chapter, or of a place on it."""
        fragment = f"#{anchor}" if anchor else ""
        if page == self.page:
            return fragment or "#"
        return self.to_file(address(page, folders=self.site.folders)) + fragment

    def to_data(self, path: str) -> str:
        """The relative address of a file of data; where the site is hosted, if this form does not have it."""
        return self.to_file(path) if self.site.has_data(path) else self.site.address + path

    def to_section(self, dataset: Dataset, id_: str) -> str:
        """The relative address of what has the id, or had it before. Raises KeyError if nothing ever had."""
        section = dataset.section_by_id[id_]
        return self.to(section.page, section.id)

    def to_short(self, id_: str) -> str:
        """The relative form of the address that is given away for an id."""
        return self.to(f"{SHORT}/{id_}/index.md")

    def to_embed(self, id_: str) -> str:
        """The relative address of the page to embed for an id."""
        return self.to(f"{EMBED}/{id_}/index.md")

    def to_citations(self, id_: str, chapter: str, part: str = "") -> str:
        """The relative address of where it stands how to link, embed and cite what has the id, or of a part of that.

        On disk all that belongs to a chapter, which has the other id, stands on one page: many small files take more
        room than what is in them.
        """
        if self.site.hosted:
            return self.to_file(citations_file(id_)) + (f"#{part}" if part else "")
        return f"{self.to_file(citations_file(chapter))}#{part and f'{part}-'}{id_}"

    def to_file(self, target: str) -> str:
        """The relative address of a file or a folder of the site, named by its path from the root."""
        return _relative(address(self.page, folders=self.site.folders), target)

    def to_asset(self, target: str) -> str:
        """The relative address of a style or a script, named by the path at which it is written."""
        return self.to_file(self.site.assets.get(target, target))

    def to_hosted(self, target: str) -> str:
        """The address of a file that the hosted site alone has: relative there, and whole from disk."""
        return self.to_file(target) if self.site.hosted else self.site.address + target


@lru_cache(maxsize=2**16)
def _relative(here: str, target: str) -> str:
    """The way from one file of the site to another file or folder; the same ones are asked for on every page."""
    relative = posixpath.relpath(target or ".", posixpath.dirname(here) or ".")
    slash = "/" if (target.endswith("/") or not target) and not relative.endswith("/") else ""
    return relative + slash


def citations_file(id_: str) -> str:
    """The page that says how to link, embed and cite what has the id; on disk there is one for each chapter."""
    return f"{SHORT}/{id_}/cite.html"


def data_file(kind: str, id_: str, form: str) -> str:
    """Where the data of a table or a picture are given away, as `csv` or `json`, from the site's root."""
    return f"{DATA}/{kind}s/{id_}.{form}"


def source_page(source: str) -> str:
    """The chapter with all figures of a source."""
    return f"data/sources/{source}.md"


def term_anchor(term: str) -> str:
    """The id of a term of the glossary on its page."""
    return f"term-{term}"


DATA_PROMISE = ("data/api.md", "data-api")


def release_anchor(version: str) -> str:
    """The id of a release on the page of what has changed."""
    return f"release-{version.replace('.', '-')}"


CHANGES = "data/changes.md"
FEED = "data/changes.xml"
"""Where the hosted site has the feed of what has changed, from its root. A copy on disk has none."""
REPORT = ("about/contribute.md", "report-a-mistake")
PUBLICATIONS = "data/sources.md"
GLOSSARY = "check/glossary.md"
HOME = "index.md"
INDEX = "teach/sections.md"
LICENCE = "about/licence.md"
TAKE_ALONG = "about/take-along.md"
RESOURCES = "path/switch.md"
VERDICTS = ("data/method.md", "method-verdicts")
METHOD = ("data/method.md", "method-recompute")
