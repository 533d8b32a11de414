"""Terms of the glossary in a chapter: where each first appears, it is made a hint that leads to its entry."""

import re
from collections.abc import Container, Iterable, Iterator

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
    forms = [(form, term.id) for term in terms for form in term.forms or (term.name,)]
    first: dict[str, tuple[int, int]] = {}
    for form, id_ in sorted(forms, key=lambda each: -len(each[0])):
        for found in _pattern(form).finditer(prose):
            first[id_] = min(first.get(id_, found.span()), found.span())
            prose = prose[: found.start()] + " " * len(found[0]) + prose[found.end() :]
    for id_, (start, end) in first.items():
        yield start, end, id_


def _pattern(form: str) -> re.Pattern[str]:
    """The form as whole words, over line breaks; at the start of a sentence with a capital."""
    first = form[0]
    start = f"[{first.upper()}{first}]" if first.islower() else re.escape(first)
    rest = r"\s+".join(map(re.escape, form[1:].split(" ")))
    return re.compile(rf"(?<![\w-]){start}{rest}(?![\w-])")
