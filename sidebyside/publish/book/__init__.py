"""The book: the guide as one PDF and one EPUB 3, made of the pages of the built copy for disk.

`pages` reads the pages, `volume` makes chapters of them that both books have, `notes` and `paper` prepare these for
paper, `pdf` and `epub` write the files. Needs the optional extra `book`.
"""

import os
from pathlib import Path

from ... import editions
from ...project import Project
from ...render.links import Site
from ..site import Published
from . import epub, pages, pdf, volume
from .pages import BookError

__all__ = ["BookError", "made_of", "write"]


def made_of(project: Project, site: Path) -> volume.Volume:
    """The book of a project, out of its site as it is read from disk.

    Raises BookError if that cannot be read, or if the project has mistakes.
    """
    if project.outline is None:
        raise BookError("there are mistakes; `check` says which, and no book was made")
    read = pages.read(site)
    of = Published(project.dataset, project.outline, Site(read.address, read.name, read.description, read.author))
    return volume.volume(of, read.pages)


def write(project: Project, site: Path, out: Path, seconds: int) -> list[Path]:
    """Writes both files below `out`, dated `seconds` after the beginning of 1970, and gives their paths."""
    book = made_of(project, site)
    out.mkdir(parents=True, exist_ok=True)
    found = []
    for form, make in (("epub", epub.epub), ("pdf", pdf.pdf)):
        path = out / editions.file_name(form, project.dataset.releases[0].version)
        part = path.with_suffix(f".{form}.part")
        part.write_bytes(make(book, seconds))
        os.utime(part, (seconds, seconds))
        part.replace(path)
        found.append(path)
    return found
