"""The macros of what one learns with: terms, skills that a role lacks, and resources."""

from ..mistakes import meant, one_of
from . import bodies, learning
from .calling import CallError, Calling
from .html import render


class LearningCalls(Calling):
    """Macros of what one learns with."""

    def glossary(self) -> str:
        """Every term with its definition and its address, by the first letter."""
        return render("glossary.html", letters=learning.glossary(self._dataset, self._links))

    def term(self, id: str, words: str) -> str:
        """A word of the chapter with the term's definition as a hint and the way to the glossary.

        Chapters need not call it: `hints` puts it where a term first appears.
        """
        known = self._dataset.term_by_id
        if id not in known:
            raise CallError(f"no term '{id}'{meant(id, known) or '; data/glossary.yml has those that exist'}", id)
        return learning.hint(known[id], words, self._links)

    def gap(self, start: str, goal: str, *, id: str, title: str) -> str:
        """The skills of which `goal` needs more than `start`, the largest gaps first, with what to learn them from."""
        roles = self._dataset.role_by_id
        for role in (start, goal):
            if role not in roles:
                raise CallError(f"no role '{role}'{meant(role, roles) or '; there are ' + one_of(roles)}", role)
        rows = learning.gaps(self._dataset, self._links, start, goal)
        words = (
            f"Skills of which experienced {roles[goal].plural} need more than {roles[start].plural}, "
            "the largest gaps first; a first post asks for less."
        )
        self._take(id, title, lambda: bodies.gap(self._dataset, roles[start], roles[goal], rows, words))
        return render(
            "gap_table.html",
            id=id,
            title=f"{title}.",
            words=words,
            start=roles[start],
            goal=roles[goal],
            rows=rows,
        )

    def resources(self, *, id: str, title: str) -> str:
        """A table of everything to learn from, each with an address of its own."""
        words = "Licenses are in the words in which we saw them."
        self._take(id, title, lambda: bodies.resources(self._dataset, words))
        return render("resources.html", id=id, title=f"{title}.", words=words, rows=learning.resources(self._dataset))
