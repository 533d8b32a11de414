"""How old the data are, and what came of asking for the addresses that we name: to be looked at each month."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..chapters import Chapter
from ..model import Dataset, Publication, Resource, Role, Section, Source
from .online import STATES, Answer

READ_AGAIN = 365
"""Days after which something has to be read again."""
NEWER = 3
"""Years after which a newer edition has to be looked for."""

_ADDRESS = re.compile(r"https?://\S+")
_TYPED = re.compile(r"\]\((https?://[^)\s]+)\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Read:
    """Something that was read on a day."""

    kind: str
    id: str
    on: date

    def age(self, today: date) -> int:
        """Days since then."""
        return (today - self.on).days

    def is_overdue(self, today: date) -> bool:
        """Whether it has to be read again."""
        return self.age(today) > READ_AGAIN


@dataclass(frozen=True)
class Dated:
    """The figures of a source with the years that they are about."""

    source: str
    figures: int
    oldest: int | None
    """None for what names no year that has come, such as a version."""
    newest: int | None

    def is_overdue(self, today: date) -> bool:
        """Whether a newer edition has to be looked for."""
        return self.newest is not None and today.year - self.newest >= NEWER


@dataclass(frozen=True)
class Unarchived:
    """A source or a publication that names no archived copy."""

    file: str
    id: str
    address: str
    read: date


def ages(data: Dataset) -> list[Read]:
    """Every source, publication and resource with the day on which it was read, the oldest first."""
    kinds: dict[str, Sequence[Source | Publication | Resource]] = {
        "source": data.sources,
        "publication": data.publications,
        "resource": data.resources,
    }
    found = [Read(kind, each.id, each.read) for kind, some in kinds.items() for each in some]
    return sorted(found, key=lambda each: (each.on, each.kind, each.id))


def years(data: Dataset, today: date) -> list[Dated]:
    """The figures of every source with the years of their periods, those first whose newest year is the oldest."""
    found = []
    for evidence in data.evidence:
        periods = [figure.period or evidence.period for figure in evidence.figures]
        named = {int(year) for period in periods for year in _YEAR.findall(period) if int(year) <= today.year}
        found.append(Dated(evidence.source, len(periods), min(named, default=None), max(named, default=None)))
    return sorted(found, key=lambda each: (each.newest is None, each.newest, each.oldest, each.source))


def unarchived(data: Dataset) -> list[Unarchived]:
    """Every source and publication that names no archived copy."""
    files: dict[str, Sequence[Source | Publication]] = {
        "data/sources.yml": data.sources,
        "data/publications.yml": data.publications,
    }
    return [
        Unarchived(file, each.id, each.address, each.read)
        for file, some in files.items()
        for each in some
        if each.archived is None
    ]


def addresses(data: Dataset, chapters: Iterable[Chapter]) -> dict[str, list[str]]:
    """Every address outside the site, in the order of the alphabet, each with all that name it."""
    found: dict[str, list[str]] = {}
    kinds: dict[str, Sequence[Role | Source | Publication | Resource | Section]] = {
        "role": data.roles,
        "source": data.sources,
        "publication": data.publications,
        "resource": data.resources,
        "section": data.sections,
    }
    for kind, records in kinds.items():
        for record in records:
            for address in _addresses_in(record.model_dump(mode="json")):
                found.setdefault(address, []).append(f"{kind} {record.id}")
    for chapter in chapters:
        for address in _TYPED.findall(chapter.text):
            found.setdefault(address, []).append(f"docs/{chapter.page}")
    return {address: list(dict.fromkeys(named)) for address, named in sorted(found.items())}


def _addresses_in(value: Any) -> Iterator[str]:
    """Every text in plain data that is an address and nothing else."""
    if isinstance(value, str) and _ADDRESS.fullmatch(value):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _addresses_in(each)


def report(
    data: Dataset,
    chapters: Sequence[Chapter],
    today: date,
    answers: Sequence[Answer] | None = None,
    copies: Mapping[str, str | None] | None = None,
) -> str:
    """The report as Markdown, the oldest first.

    `answers` and `copies`, where somebody asked: what came of it, and for addresses the archived copy that there is.
    """
    links = _links(addresses(data, chapters), answers)
    parts = (_figures(data, today), _reading(data, today), _archive(data, copies), links)
    return "\n".join(line for part in parts for line in (*part, ""))


def _figures(data: Dataset, today: date) -> Iterator[str]:
    found = years(data, today)
    late = sum(each.is_overdue(today) for each in found)
    yield from ("## Age of figures", "", f"{late or 'No'} of {len(found)} sources: {NEWER} years old or more.", "")
    yield from ("| newest | oldest | figures | source | overdue |", "| --- | --- | ---: | --- | --- |")
    for each in found:
        told = (each.newest or "", each.oldest or "", each.figures, each.source)
        yield _row(*told, "look for a newer edition" if each.is_overdue(today) else "")


def _reading(data: Dataset, today: date) -> Iterator[str]:
    found = ages(data)
    late = sum(each.is_overdue(today) for each in found)
    summary = f"{late or 'None'} of {len(found)}: more than {READ_AGAIN} days ago."
    yield from ("## Age of what was read", "", summary, "")
    yield from ("| days | read on | what | overdue |", "| ---: | --- | --- | --- |")
    for each in found:
        told = (each.age(today), each.on, f"{each.kind} {each.id}")
        yield _row(*told, "read it again" if each.is_overdue(today) else "")


def _archive(data: Dataset, copies: Mapping[str, str | None] | None) -> Iterator[str]:
    without = unarchived(data)
    every = len(data.sources) + len(data.publications)
    yield from ("## Archived copies", "", f"{every - len(without)} of {every} sources and publications name one.")
    if copies is None:
        return
    if known := [each for each in without if copies.get(each.address)]:
        yield from (
            "",
            "The archive has these. Open each, and if it is what was read, paste the line below `address`.",
            "",
        )
        for each in known:
            yield f"- {each.file}, {each.id}: `    archived: {copies[each.address]}`"
    if missing := [each.id for each in without if not copies.get(each.address)]:
        yield from ("", f"It said nothing of {len(missing)}: {', '.join(missing)}.")


def _links(named: Mapping[str, Sequence[str]], answers: Sequence[Answer] | None) -> Iterator[str]:
    yield from ("## Links", "")
    if answers is None:
        yield f"{len(named)} addresses, of which none was asked for."
        return
    by_state = {state: [each for each in answers if each.state == state] for state in STATES}
    yield f"{len(answers)} addresses: {', '.join(f'{len(some)} {state}' for state, some in by_state.items())}."
    for state, some in by_state.items():
        if some and state != "there":
            yield from ("", f"### {state.capitalize()}", "", f"{STATES[state]}.".capitalize(), "")
            yield from ("| address | answer | named by |", "| --- | --- | --- |")
            for each in some:
                yield _row(each.address, each.said, ", ".join(named.get(each.address, [])))


def _row(*cells: object) -> str:
    return "| " + " | ".join(" ".join(str(cell).split()).replace("|", "\\|") for cell in cells) + " |"
