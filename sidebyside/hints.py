"""Terms of the glossary in a chapter: where each first appears, it is made a hint that leads to its entry."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

from .chapters import Chapter
from .model import GlossaryTerm

# Prose in which no hint is wanted: headings, and the text of links.
_PASSED_OVER = re.compile(r"^#{1,6}[ \t].*$|!?\[[^\]]*\](?=\()", re.MULTILINE)


def hinted(text: str, terms: Iterable[GlossaryTerm], unhinted: Container[str] = ()) -> str:
    """The chapter's text with a call of `term()` around each term where it first appears in the prose.

    Terms in `unhinted` get none, and keep shorter ones out of their words.
    """
    places = [place for place in first_places(text, terms) if place[2] not in unhinted]
    for start, end, id_ in sorted(places, reverse=True):
        words = re.sub(r"\s+", " ", text[start:end])
        text = f'{text[:start]}{{{{ term("{id_}", "{words}") }}}}{text[end:]}'
    return text


def first_places(text: str, terms: Iterable[GlossaryTerm]) -> Iterator[tuple[int, int, str]]:
    """Start, end and term of each first appearance; a longer term keeps a shorter one out ("feature store")."""
    prose = Chapter("", text).prose
    for found in _PASSED_OVER.finditer(text):
        prose = prose[: found.start()] + re.sub(r"[^\n]", " ", found[0]) + prose[found.end() :]
    ids = {form: term.id for term in terms for form in term.forms or (term.name,)}
    seen = set()
    for found in _pattern(tuple(ids)).finditer(prose) if ids else ():
        words = re.sub(r"\s+", " ", found[0])
        id_ = ids.get(words) or ids[words[0].lower() + words[1:]]
        if id_ not in seen:
            seen.add(id_)
            yield found.start(), found.end(), id_


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms as whole words, over line breaks; at the start of a sentence with a capital."""
    longest_first = sorted(forms, key=lambda form: -len(form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_one, longest_first))})(?![\w-])")


def _one(form: str) -> str:
    first = form[0]
    start = f"[{first.upper()}{first}]" if first.islower() else re.escape(first)
    return start + r"\s+".join(map(re.escape, form[1:].split(" ")))
