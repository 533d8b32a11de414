"""The macros about the project itself: its words, its history, and where to send a mistake."""

from ..mistakes import meant, one_of
from ..model import Vocabularies
from .calling import CallError, Calling
from .html import render, text
from .links import FEED, release_anchor


class ProjectCalls(Calling):
    """Macros about the project."""

    def vocabulary(self, name: str) -> str:
        """The words of a vocabulary with what they mean."""
        known = [each for each in Vocabularies.model_fields if each != "groups"]
        if name not in known:
            raise CallError(f"no vocabulary '{name}'{meant(name, known) or '; there are ' + one_of(known)}")
        return render("vocabulary.html", terms=getattr(self._dataset.vocabularies, name))

    def changes(self) -> str:
        """The history of the data by release."""
        releases = [
            {**dict(each), "date": each.date.isoformat(), "anchor": release_anchor(each.version)}
            for each in self._dataset.releases
        ]
        return render("changes.html", releases=releases)

    def feed(self, words: str) -> str:
        """A link to the feed of what has changed; from disk it leads to the hosted site."""
        return f'<a type="application/atom+xml" href="{text(self._links.to_hosted(FEED))}">{text(words)}</a>'

    def tracker(self) -> str:
        """Where to send a mistake: the project's tracker, if the site knows it."""
        repository = self._links.site.repository
        if not repository:
            return "Open an issue where you got this project, or write to whoever runs this copy of the site."
        return f'Open an issue in <a href="{text(repository.rstrip("/"))}/issues/new">the project\'s tracker</a>.'
