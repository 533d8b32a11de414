"""What all pages show, without building the site: for commands and tests."""

from collections.abc import Iterable

from ...chapters import Chapter
from ...render.calls import Calls
from ...render.shown import Taken
from ..site import Published


def gathered(made: Published, chapters: Iterable[Chapter]) -> Taken:
    """The tables and pictures of the chapters, which have no mistakes."""
    taken = Taken()
    for chapter in chapters:
        chapter.answer_with(Calls(made.dataset, made.links(chapter.page), made.outline, taken))
    return taken
