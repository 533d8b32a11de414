"""The macro of what can be taken along: the finished forms of the guide, with their sizes and dates."""

from ..editions import FORMS, file_name
from ..mistakes import meant, one_of
from ..model import Dataset
from .calling import CallError, Calling
from .html import render
from .links import TAKE_ALONG, Links
from .numbers import day, megabytes

_KINDS = {
    "zip": ("The whole site, to read from disk", "application/zip", "make offline"),
    "pdf": ("The book, for paper and large screens", "application/pdf", "make book"),
    "epub": ("The book, for e-readers and phones", "application/epub+zip", "make book"),
}
"""For each form what it is, its media type, and the command that makes it."""


class EditionCalls(Calling):
    """The macro, as one chapter calls it."""

    _dataset: Dataset
    _links: Links

    def edition(self, form: str) -> str:
        """The way to the finished file of a form, with its size and the day that it was made of.

        A copy on disk says where to find it, and a site that was built without it how it is made.
        """
        if form not in FORMS:
            raise CallError(f"no form '{form}'{meant(form, FORMS) or '; there are ' + one_of(FORMS)}")
        site = self._links.site
        found = next((each for each in site.editions if each.form == form), None)
        label, media_type, command = _KINDS[form]
        return render(
            "edition.html",
            edition=found,
            href=self._links.to_file(found.path) if found else "",
            size=megabytes(found.size) if found else "",
            day=day(found.made) if found else "",
            label=label,
            media_type=media_type,
            name=file_name(form, self._dataset.releases[0].version),
            hosted=site.hosted,
            address=site.page(TAKE_ALONG),
            command=command,
        )
