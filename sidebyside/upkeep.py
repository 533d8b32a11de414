"""How old the data are, and whether the addresses that we name still answer: to be looked at each month."""

import http.client
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from .chapters import Chapter
from .model import Dataset

TRIES = 3
PAUSE = 2.0
"""Seconds between two requests, for many addresses are of one host; before each further try it is twice as long."""
PATIENCE = 30.0
"""Seconds that an answer may take."""

_ADDRESS = re.compile(r"https?://\S+")
_TYPED = re.compile(r"\]\((https?://[^)\s]+)\)")
_AGENT = {"User-Agent": "Mozilla/5.0 (compatible; a monthly look at the links of a guide)", "Accept": "*/*"}
_GONE = frozenset({404, 410})
_AGAIN = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Read:
    """Something that was read on a day."""

    kind: str
    id: str
    on: date

    def age(self, today: date) -> int:
        """Days since then."""
        return (today - self.on).days


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address."""

    address: str
    state: Literal["there", "moved", "unclear", "gone"]
    """`unclear` is what a host refuses to a program, or what did not answer now."""
    said: str
    """The status, where it has moved, or why there is no answer."""


def ages(data: Dataset) -> list[Read]:
    """Every source, publication and resource with the day on which it was read, the oldest first."""
    kinds = {"source": data.sources, "publication": data.publications, "resource": data.resources}
    found = [Read(kind, each.id, each.read) for kind, some in kinds.items() for each in some]
    return sorted(found, key=lambda each: (each.on, each.kind, each.id))


def addresses(data: Dataset, chapters: Iterable[Chapter]) -> dict[str, list[str]]:
    """Every address outside the site, in the order of the alphabet, each with all that name it."""
    found: dict[str, list[str]] = {}
    kinds = {
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


def asked(found: Iterable[str], *, pause: float = PAUSE) -> Iterator[Answer]:
    """Asks for each address, one after the other, and says at once what came of it. `pause`: seconds after each."""
    for address in found:
        yield _ask(address, pause)
        time.sleep(pause)


def _ask(address: str, pause: float) -> Answer:
    """Asks for the head alone, and for the whole where that is not answered as it should be."""
    answer = Answer(address, "unclear", "not asked")
    for turn in range(TRIES):
        if turn:
            time.sleep(pause * 2**turn)
        for method in ("HEAD", "GET"):
            answer, is_final = _once(address, method)
            if answer.state in ("there", "moved"):
                return answer
        if is_final:
            break
    return answer


def _once(address: str, method: str) -> tuple[Answer, bool]:
    """One request; and whether another one would be answered alike."""
    try:
        with urlopen(Request(address, method=method, headers=_AGENT), timeout=PATIENCE) as response:
            final = response.geturl()
            if _same(final) != _same(address):
                return Answer(address, "moved", final), True
            return Answer(address, "there", str(response.status)), True
    except HTTPError as error:
        error.close()
        state = "gone" if error.code in _GONE else "unclear"
        return Answer(address, state, f"{error.code} {error.reason}"), error.code not in _AGAIN
    except (URLError, OSError, http.client.HTTPException) as error:
        return Answer(address, "unclear", str(getattr(error, "reason", error))), False


def _same(address: str) -> str:
    """The address without what does not make it another page."""
    return address.partition("#")[0].rstrip("/")


def report(data: Dataset, chapters: Sequence[Chapter], today: date, answers: Sequence[Answer] | None = None) -> str:
    """The report as Markdown. `answers`: what came of asking, where somebody asked."""
    named = addresses(data, chapters)
    lines = ["## Age of what was read", "", "| days | read on | what |", "| ---: | --- | --- |"]
    lines += [f"| {each.age(today)} | {each.on} | {each.kind} {each.id} |" for each in ages(data)]
    lines += ["", "## Links", ""]
    if answers is None:
        return "\n".join([*lines, f"{len(named)} addresses, of which none was asked for."]) + "\n"
    states = [each.state for each in answers]
    counts = ", ".join(f"{states.count(state)} {state}" for state in ("there", "moved", "unclear", "gone"))
    lines.append(f"{len(answers)} addresses: {counts}.")
    telling = [each for state in ("gone", "unclear", "moved") for each in answers if each.state == state]
    if telling:
        lines += ["", "| state | address | answer | named by |", "| --- | --- | --- | --- |"]
        lines += [_row(each, named.get(each.address, [])) for each in telling]
    return "\n".join(lines) + "\n"


def _row(answer: Answer, named: list[str]) -> str:
    cells = (answer.state, answer.address, answer.said, ", ".join(named))
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
