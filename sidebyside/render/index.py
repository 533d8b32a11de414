"""The index of everything that can be linked, as the page for teachers and its files show it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..model import Dataset, Process, Section
from ..outline import Entry, Outline
from .links import Links, Site

KINDS = {"table": "Tables", "picture": "Pictures", "claim": "Claims", "term": "Terms"}
"""What can be linked beside headings, with the words above a list of it."""


@dataclass(frozen=True)
class Line:
    """An entry with where its title, its short address and its citations lead."""

    entry: Entry
    href: str
    short: str
    cite: str


@dataclass(frozen=True)
class ChapterIndex:
    """A chapter with everything in it that can be linked."""

    title: Line
    level: str
    headings: tuple[Line, ...]
    others: tuple[tuple[str, tuple[Line, ...]], ...]
    """Tables, pictures, claims and terms, each kind under its words."""


def chapters(dataset: Dataset, outline: Outline, links: Links) -> Iterator[ChapterIndex]:
    """Every chapter, in the order of the navigation."""
    for page in outline.order:
        chapter = outline.chapter(page).id
        title, *rest = (_line(entry, chapter, links) for entry in outline.by_page[page])
        levels = {term.id: term.label for term in dataset.vocabularies.educational_levels}
        others = ((kind, tuple(line for line in rest if line.entry.section.kind == kind)) for kind in KINDS)
        yield ChapterIndex(
            title,
            levels.get(title.entry.level or "", ""),
            tuple(line for line in rest if line.entry.depth),
            tuple((KINDS[kind], lines) for kind, lines in others if lines),
        )


def _line(entry: Entry, chapter: str, links: Links) -> Line:
    short, cite = links.to_short(entry.id), links.to_citations(entry.id, chapter)
    return Line(entry, links.to(entry.page, entry.id), short, cite)


def processes(dataset: Dataset) -> list[tuple[Process, int, list[tuple[str, int]]]]:
    """Every process with how many objectives ask for it, in all and by verb."""
    verbs = [objective.partition(" ")[0] for section in dataset.sections for objective in section.objectives]
    rows = []
    for process in dataset.vocabularies.processes:
        counted = [(verb, verbs.count(verb)) for verb in process.verbs]
        rows.append((process, sum(count for _, count in counted), counted))
    return rows


def records(dataset: Dataset, outline: Outline, site: Site) -> list[dict[str, Any]]:
    """Every entry as plain data, for files that programs read: whole addresses, and lists."""
    return [_record(dataset, outline, entry, site) for page in outline.order for entry in outline.by_page[page]]


def _record(dataset: Dataset, outline: Outline, entry: Entry, site: Site) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.section.kind,
        "title": entry.title,
        "chapter": outline.chapter(entry.page).title,
        "part_of": entry.around[-1] if entry.around else None,
        "address": site.short(entry.id),
        "page": site.page(entry.page, entry.id),
        "embed": site.embed(entry.id),
        "minutes": entry.minutes,
        "level": entry.level,
        "objectives": [
            {"process": process.id if process else None, "text": objective}
            for objective in entry.section.objectives
            for process in [process_of(dataset, objective)]
        ],
        "alignments": [
            {"framework": each.framework, "name": each.name, "code": each.code, "address": each.address}
            for each in alignments(dataset, entry.section)
        ],
        "former_ids": list(entry.section.former),
    }


def process_of(dataset: Dataset, objective: str) -> Process | None:
    """The process that an objective asks for, by its verb."""
    verb = objective.partition(" ")[0]
    found = (process for process in dataset.vocabularies.processes if verb in process.verbs)
    return next(found, None)


@dataclass(frozen=True)
class Aligned:
    """Something of a public framework that a section teaches toward."""

    framework: str
    name: str
    code: str | None
    """A URI or a code, where the framework has one that we know."""
    address: str
    """Where the framework says more."""


def alignments(dataset: Dataset, section: Section) -> Iterator[Aligned]:
    """What a section aligns with, named as its framework names it."""
    for uri in section.aligns.esco:
        labels = [role.codes.esco_label for role in dataset.roles if role.codes.esco == uri]
        yield Aligned(_framework(dataset, "esco"), labels[0] or uri, uri, uri)
    for code in section.aligns.soc:
        titles = (figure.title for figure in dataset.figures.values() if figure.source == "onet")
        name = next((title.removeprefix(code).strip() for title in titles if title.startswith(code)), code)
        yield Aligned(_framework(dataset, "onet"), name, code, f"https://www.onetonline.org/link/summary/{code}")
    for id_ in section.aligns.skills:
        figure = dataset.figures[id_]
        source = dataset.source_by_id[figure.source]
        yield Aligned(source.title, figure.title.partition(", grade")[0], None, source.address)


def _framework(dataset: Dataset, source: str) -> str:
    return dataset.source_by_id[source].title if source in dataset.source_by_id else source
