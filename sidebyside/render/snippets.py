"""What one copies to link, embed and cite a section: addresses, Markdown, HTML, and citations in four forms."""

from collections.abc import Callable
from html import escape

from ..model import Dataset
from ..outline import Entry, Outline
from . import citations, frames
from .citations import Work
from .links import Site

FORMS: dict[str, str] = {
    "link": "text",
    "markdown": "markdown",
    "html": "html",
    "embed": "html",
    "apa": "text",
    "bibtex": "bibtex",
    "ris": "text",
    "csl-json": "json",
}
"""Every form with the language that it is written in."""
CITED: dict[str, Callable[[Work, Site], str]] = {
    "apa": citations.apa,
    "bibtex": citations.bibtex,
    "ris": citations.ris,
    "csl-json": citations.csl_json,
}
"""The forms that cite, with what makes them."""


def work(entry: Entry, outline: Outline, dataset: Dataset, site: Site) -> Work:
    """An entry as something to cite, dated by the last review of its chapter, else by the release."""
    release = dataset.releases[0]
    day = outline.reviewed(entry.page) or release.date
    return Work(entry.id, outline.full_title(entry), site.short(entry.id), day, release.version)


def whole(dataset: Dataset, site: Site) -> Work:
    """The whole site as something to cite."""
    release = dataset.releases[0]
    return Work("sidebyside", site.name, site.address, release.date, release.version, is_whole=True)


def data(dataset: Dataset, site: Site, address: str) -> Work:
    """The dataset as something to cite; `address` is where it is offered."""
    release = dataset.releases[0]
    return Work("sidebyside-data", f"{site.name} The data", address, release.date, release.version, is_data=True)


def cited(it: Work, form: str, site: Site) -> str:
    """The citation of a work in one of the forms that cite."""
    return CITED[form](it, site)


def snippet(entry: Entry, form: str, outline: Outline, dataset: Dataset, site: Site) -> str:
    """What one copies in the given form, one of `FORMS`."""
    address, title = site.short(entry.id), outline.full_title(entry)
    if form == "link":
        return address
    if form == "markdown":
        return f"[{_markdown(title)}]({address})"
    if form == "html":
        return f'<a href="{escape(address)}">{escape(title)}</a>'
    if form == "embed":
        return frames.frame(site.embed(entry.id), title, outline.height(entry.id))
    return cited(work(entry, outline, dataset, site), form, site)


def pattern(it: Work, site: Site) -> str:
    """The citation of a work's parts in APA style, with {title} and {address} where theirs belong.

    A full stop after a title that ends with a sign of its own is to be left out.
    """
    return citations.pattern(it, site).replace(citations.TITLE, "{title}").replace(citations.ADDRESS, "{address}")


def _markdown(title: str) -> str:
    """The words of a link, so that none of them is read as markup."""
    return "".join(f"\\{sign}" if sign in r"\[]*_`<" else sign for sign in title)
