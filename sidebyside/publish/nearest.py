"""Every address that somebody may have misspelled, for the page that is shown where there is none."""

import json

from ..render.links import SHORT, address
from .site import Published

PATH = "404.json"


def places(made: Published) -> str:
    """Address and title of every chapter and of every permanent address, from the site's root, as JSON."""
    chapters = [(address(page, folders=True), made.outline.chapter(page).title) for page in made.outline.order]
    ids = [(id_, made.outline.leads_to(id_)) for id_ in (*made.outline.entries, *made.outline.former)]
    given = [(f"{SHORT}/{id_}/", made.outline.full_title(entry)) for id_, entry in ids]
    return json.dumps([*chapters, *given], ensure_ascii=False, separators=(",", ":")) + "\n"
