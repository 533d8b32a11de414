"""Whether an id that a row names exists: one question, which many rules ask."""

from collections.abc import Iterator

from ..document import Path
from ..load import Draft
from ..mistakes import Mistake, meant

# Where an id belongs that is not there.
_WHERE = {
    "educational_levels": "add it to the educational_levels of vocabularies.yml",
    "levels": "add it to the levels of vocabularies.yml",
    "proficiencies": "add it to the proficiencies of vocabularies.yml",
    "lessons": "data/lessons.yml has the ids that exist",
    "roles": "data/roles.yml has the ids that exist",
    "sections": "data/sections.yml has the ids that exist",
    "skills": "data/skills.yml has the rows that exist",
    "tools": "data/tools.yml has the rows that exist",
    "sources": "add it to data/sources.yml",
    "figures": "data/evidence/ has the ids that exist",
    "publications": "add it to data/publications.yml",
}


def unknown(
    draft: Draft, file: str, place: Path, namespace: str, id_: str | None, what: str, *, at_key: bool = False
) -> Iterator[Mistake]:
    """The mistake that the id, if there is one, is not in the namespace; with what is near, or where to look."""
    ids = draft.ids[namespace]
    if id_ and ids.lacks(id_):
        hint = meant(id_, ids.known) or f"; {_WHERE[namespace]}"
        yield draft.mistake(file, place, f"no {what} '{id_}'{hint}", at_key=at_key)
