"""Every file that the site has beside its pages, with its contents."""

from collections.abc import Iterator
from pathlib import Path

from . import addresses, cartridge, downloads, embeds, inventory, metadata, pictures, previews
from .site import Published


def files(made: Published, kept: Path) -> Iterator[tuple[str, str | bytes]]:
    """Paths from the site's root, each with what the file holds. `kept`: a folder for pictures that were made before.

    A copy on disk has no pictures for sharing, for nobody can share it.
    """
    yield from addresses.short_addresses(made)
    yield from addresses.citations(made)
    yield from addresses.pages_that_moved(made)
    yield from embeds.answers(made)
    yield inventory.PATH, inventory.inventory(made)
    for each in (*downloads.SECTIONS, *downloads.DOWNLOADS):
        yield each.path, each.make(made)
    yield from pictures.files(made)
    yield from cartridge.files(made)
    if made.site.folders:
        for page in made.outline.order:
            yield metadata.preview_file(page), previews.png(previews.svg(made, page), kept)
