"""Addresses to give away: a page for every id that there ever was, and one for every page that is no more.

They work without scripts: a page that is moved sends its reader on by a refresh, and says where to.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from .. import heights
from ..outline import Entry
from ..render import snippets
from ..render.links import DATA_PROMISE, LICENCE, SHORT, Links, citations_file, data_file
from .assets import SCRIPTS, STYLESHEETS
from .embeds import oembed_address
from .html import fill
from .metadata import highwire, preview
from .site import Make, Published


def short_addresses(made: Published) -> Iterator[tuple[str, Make]]:
    """A page for every id, and for every id that was given up."""
    for id_ in (*made.outline.entries, *made.outline.former):
        yield f"{SHORT}/{id_}/index.html", partial(_short, made, id_)


def _short(made: Published, id_: str) -> str:
    entry = made.outline.leads_to(id_)
    links = made.links(f"{SHORT}/{id_}/index.md")
    return fill(
        "short.html",
        made=made,
        entry=entry,
        title=made.outline.full_title(entry),
        description=made.description(entry),
        former=id_ != entry.id,
        href=links.to(entry.page, entry.id),
        canonical=made.site.page(entry.page),
        picture=preview(made, entry.page),
        answer=oembed_address(made, entry),
        files=_shared(links),
    )


def citations(made: Published) -> Iterator[tuple[str, Make]]:
    """The pages that say how to link, embed and cite: one for every id, on disk for every chapter."""
    for page, entries in made.outline.by_page.items():
        if made.site.hosted:
            for entry in entries:
                yield citations_file(entry.id), partial(_citations, made, entry, [entry])
        else:
            first = made.outline.chapter(page)
            yield citations_file(first.id), partial(_citations, made, first, entries)


def _citations(made: Published, first: Entry, entries: Iterable[Entry]) -> str:
    links = made.links(f"{SHORT}/{first.id}/index.md")
    return fill(
        "cite.html",
        made=made,
        entry=first,
        title=made.outline.full_title(first),
        ways=[_ways(made, links, entry) for entry in entries],
        wide=heights.WIDE,
        narrow=heights.NARROW,
        answer=oembed_address(made, first),
        highwire=highwire(made, first),
        href=links.to(first.page, first.id),
        how=links.to(*DATA_PROMISE),
        canonical=made.site.page(first.page),
        files=_shared(links),
    )


def _ways(made: Published, links: Links, entry: Entry) -> dict[str, Any]:
    """How to link, embed and cite an entry."""
    made_of = (made.outline, made.dataset, made.site)
    return {
        "id": entry.id,
        "title": made.outline.full_title(entry),
        "href": links.to(entry.page, entry.id),
        "forms": {form: snippets.snippet(entry, form, *made_of) for form in snippets.FORMS},
        "height": made.outline.height(entry.id),
        "frame": links.to_embed(entry.id),
        "data": _data(links, entry),
    }


def _data(links: Links, entry: Entry) -> dict[str, str]:
    """Where the data of a table or a picture are; nothing for what has none."""
    if entry.section.kind not in ("table", "picture"):
        return {}
    return {form: links.to_file(data_file(entry.section.kind, entry.id, form)) for form in ("csv", "json")}


def pages_that_moved(made: Published) -> Iterator[tuple[str, Make]]:
    """A page at every address at which there was one and is none any more."""
    for page, first in made.outline.published.first_of_page.items():
        if page not in made.outline.by_page:
            yield made.site.file(page), partial(_moved, made, page, made.outline.leads_to(first))


def _moved(made: Published, page: str, entry: Entry) -> str:
    links = made.links(page)
    return fill(
        "moved.html",
        made=made,
        entry=entry,
        title=made.outline.chapter(entry.page).title,
        href=links.to(entry.page),
        canonical=made.site.page(entry.page),
        left=left_behind(made, page),
        files=_shared(links),
    )


def _shared(links: Links) -> dict[str, str]:
    """Where the files are that all of these pages need."""
    return {
        "style": links.to_asset(f"{STYLESHEETS}/plain.css"),
        "icon": links.to_file("assets/images/mark.svg"),
        "script": links.to_asset(f"{SCRIPTS}/moved.js"),
        "licence": links.to(LICENCE),
    }


def left_behind(made: Published, page: str) -> list[tuple[str, str, str]]:
    """The ids that once were on a page and lead elsewhere now, each with where it leads and the title there."""
    links = made.links(page)
    led = [(id_, made.outline.leads_to(id_)) for id_ in _once_on(made, page)]
    return [
        (id_, links.to(entry.page, entry.id), made.outline.full_title(entry))
        for id_, entry in led
        if entry.page != page
    ]


def renamed(made: Published, page: str) -> list[tuple[str, Entry]]:
    """The ids that were given up for another one on the same page, each with the entry to which it leads."""
    led = [(id_, made.outline.leads_to(id_)) for id_ in _once_on(made, page)]
    return [(id_, entry) for id_, entry in led if entry.page == page and entry.id != id_]


def _once_on(made: Published, page: str) -> tuple[str, ...]:
    return made.outline.published.by_page.get(page, ())
