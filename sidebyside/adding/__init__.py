"""`python -m sidebyside add`: asks for a row, a source or a section, and adds it so that the files stay valid.

Nothing is written before everything is answered. What is to be written is made in a copy of the project, where the same
rules look at it as for `check`; only what they let pass takes the place of the files, all of them or none.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .. import project
from ..mistakes import Mistake
from .asking import AddError, Answers, File, Lines, Question
from .copies import changed, copy, difference, replace
from .parts import Part
from .rows import Row
from .section import NewSection
from .source import NewSource

__all__ = ["KINDS", "AddError", "File", "Lines", "add"]

KINDS: dict[str, Callable[..., Part]] = {"row": Row, "source": NewSource, "section": NewSection}
"""What can be added, by the word that the command takes."""


def add(root: Path, what: str, answers: Answers) -> list[str]:
    """Asks for one thing and adds it to the project; gives what is left to do.

    Raises AddError where it cannot be added; then every file is as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "before"), Path(folder, "after")
        copy(root, before)
        found = project.examine(before)
        if found.mistakes:
            raise AddError("there are mistakes; `check` says which, and they have to be mended first")
        part = KINDS[what](found, answers)
        part.ask()
        answers.end()
        while mistakes := _tried(before, after, part):
            for mistake in mistakes:
                print(mistake, file=sys.stderr)
            again = {name for mistake in mistakes if (name := part.blamed(mistake))}
            if not answers.can_be_mended or not all(map(part.blamed, mistakes)):
                raise AddError(f"{len(mistakes)} mistakes")
            for name in sorted(again):
                part.ask_again(name)
        files = changed(before, after)
        print("\n".join(difference(after, files)))
        if not answers.yes(Question(("write",), "Write this?")):
            raise AddError("it was not wanted")
        replace(root, after, files)
    return part.left()


def _tried(before: Path, after: Path, part: Part) -> list[Mistake]:
    """The mistakes that the project has with the part in it; it is that of `before`, and is made in `after`."""
    print("\nLooking for mistakes ...", flush=True)
    copy(before, after)
    part.write(after)
    return project.examine(after).mistakes
