"""What a unit asks learners to read, in minutes: known only when the chapters have been read, so no rule of `rules`."""

from collections.abc import Iterator

from .load import Draft
from .mistakes import Mistake
from .outline import Outline


def mistakes(draft: Draft, outline: Outline) -> Iterator[Mistake]:
    """The days that ask for more reading than the unit allows."""
    unit = draft.dataset.syllabus
    if unit is None:
        return
    for day in unit.days:
        total = sum(outline.leads_to(id_).minutes or 0 for id_ in day.read)
        if total > unit.limit:
            message = f"{total} minutes to read, and a day has {unit.limit}; leave out a section, or move it"
            yield draft.mistake("syllabus.yml", ("days", day.id, "read"), message)
