"""Every file that the site has beside its pages, with its contents."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..render.links import FEED
from . import addresses, cartridge, downloads, embeds, feed, inventory, metadata, nearest, pictures, previews, twins
from .assets import SCRIPTS, STYLESHEETS
from .site import Published


def files(made: Published, kept: Path) -> Iterator[tuple[str, str | bytes]]:
    """Paths from the site's root, each with what the file holds. `kept`: a folder for pictures that were made before.

    A copy on disk has no pictures for sharing, no feed, no lists for tools and for the page that is not found, and no
    finished forms of the guide: nobody shares, follows or fetches it.
    """
    yield from addresses.short_addresses(made)
    yield from addresses.citations(made)
    yield from addresses.pages_that_moved(made)
    yield from embeds.answers(made)
    yield inventory.PATH, inventory.inventory(made)
    for each in downloads.SECTIONS:
        yield each.path, each.make(made)
    yield from pictures.files(made)
    yield from cartridge.files(made)
    if made.site.hosted:
        for edition in made.site.editions:
            yield edition.path, edition.file.read_bytes()
        for page in made.outline.order:
            yield metadata.preview_file(page), previews.png(previews.svg(made, page), kept)
        yield FEED, feed.feed(made)
        yield nearest.PATH, nearest.places(made)
        yield twins.LIST, twins.listed(made)


def unused(made: Published) -> Callable[[str], bool]:
    """Says of a file of the theme, by its path from the site's root, whether no page of this form ever asks for it.

    The site is in English, for which the search needs no stemmer of another language, and has one sheet made of the
    theme's styles. A copy on disk does without the maps of scripts, which serve those who mend the theme, and without
    the list that search engines ask for.
    """

    def is_unused(path: str) -> bool:
        if path.startswith((f"{SCRIPTS}/lunr/", f"{STYLESHEETS}/main.", f"{STYLESHEETS}/palette.")):
            return True
        return not made.site.hosted and (path.endswith(".map") or path == "sitemap.xml")

    return is_unused
