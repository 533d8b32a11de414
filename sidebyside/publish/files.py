"""Every file that the site has beside its pages, with what makes it."""

from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from ..render.links import FEED
from . import cartridge, downloads, embeds, feed, inventory, metadata, nearest, permalinks, pictures, previews, twins
from .assets import SCRIPTS, STYLESHEETS
from .site import Make, Published


def files(made: Published, kept: Path) -> Iterator[tuple[str, Make]]:
    """Paths from the site's root, each with what makes the file. `kept`: a folder for pictures that were made before.

    A copy on disk has no pictures for sharing, no feed, no lists for tools and for the page that is not found, and no
    finished forms of the guide: nobody shares, follows or fetches it.
    """
    yield from permalinks.short_addresses(made)
    yield from permalinks.citations(made)
    yield from permalinks.pages_that_moved(made)
    yield from embeds.answers(made)
    yield inventory.PATH, partial(inventory.inventory, made)
    for each in downloads.SECTIONS:
        yield each.path, partial(each.make, made)
    yield from pictures.files(made)
    yield from cartridge.files(made)
    if made.site.hosted:
        for edition in made.site.editions:
            yield edition.path, edition.file.read_bytes
        for page in made.outline.order:
            yield metadata.preview_file(page), partial(_preview, made, page, kept)
        yield FEED, partial(feed.feed, made)
        yield nearest.PATH, partial(nearest.places, made)
        yield twins.LIST, partial(twins.listed, made)


def _preview(made: Published, page: str, kept: Path) -> bytes:
    return previews.png(previews.svg(made, page), kept)


def contents(files: Iterable[tuple[str, Make]]) -> Iterator[tuple[str, str | bytes]]:
    """Paths, each with what the file holds."""
    return ((path, make()) for path, make in files)


def write(folder: Path, contents: Iterable[tuple[str, str | bytes]]) -> None:
    """Writes files below a folder: their paths in it, each with what it holds."""
    for path, content in contents:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def unused(made: Published) -> Callable[[str], bool]:
    """Says of a file of the theme, by its path from the site's root, whether no page of this form ever asks for it.

    The site is in English, for which the search needs no stemmer of another language, and has one sheet made of the
    theme's styles. A style of ours that is written in parts, in a folder, is published whole. A copy on disk does
    without the maps of scripts, which serve those who mend the theme, and without the list that search engines ask for.
    """

    def is_unused(path: str) -> bool:
        beginnings = (f"{SCRIPTS}/lunr/", f"{STYLESHEETS}/main.", f"{STYLESHEETS}/palette.")
        if path.startswith(beginnings) or fnmatch(path, f"{STYLESHEETS}/*/*"):
            return True
        return not made.site.hosted and (path.endswith(".map") or path == "sitemap.xml")

    return is_unused
