"""objects.inv: with it Sphinx, MyST and Jupyter Book courses link sections and terms by their ids.

Sections are labels, as `{ref}` and `[](inv:#id)` look them up; terms are terms and labels. Former ids lead on.
Written by sphobjinv in version 2 of the format.
"""

import sphobjinv

from ..render.links import SHORT, address, term_anchor
from .site import Published

PATH = "objects.inv"
_PRIORITY = "-1"  # as Sphinx gives its own labels: a search of the course does not list them


def inventory(made: Published) -> bytes:
    """The inventory of everything that can be linked, in the order of ids.

    It leads to the permanent addresses, so that a course that is built once keeps its links. A term whose name is an
    id as well is found by its own id alone.
    """
    made_of = sphobjinv.Inventory()
    made_of.project = made.site.name
    made_of.version = made.release.version
    entries = {**made.outline.former, **made.outline.entries}
    for id_, entry in sorted(entries.items()):
        title = made.outline.full_title(entry) if entry.section.kind != "term" else entry.title
        made_of.objects.append(_object(made, id_, "label", id_, title))
    for term in made.dataset.terms:
        if term.name not in entries:
            made_of.objects.append(_object(made, term.name, "term", term_anchor(term.id), term.name))
    return bytes(sphobjinv.compress(made_of.data_file(contract=True)))


def _object(made: Published, name: str, role: str, id_: str, title: str) -> sphobjinv.DataObjStr:
    uri = address(f"{SHORT}/{id_}/index.md", folders=made.site.folders)
    return sphobjinv.DataObjStr(name=name, domain="std", role=role, priority=_PRIORITY, uri=uri, dispname=title)
