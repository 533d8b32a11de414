"""The dataset's figures and the index of sections as files that programs read."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .. import derive
from ..model import Expectation, Listing, Measured, Share, Value
from ..render import index
from .site import Published
from .tabular import table


@dataclass(frozen=True)
class Download:
    """A file of data that the site offers."""

    path: str
    """From the site's root."""
    title: str
    media_type: str
    make: Callable[[Published], str]


def figures(made: Published) -> list[dict[str, Any]]:
    """Every figure, complete with what its source's file says for all of its figures, as plain data."""
    return [
        {
            **figure.model_dump(mode="json", exclude_none=True),
            "source": figure.source,
            "origin": made.dataset.evidence_by_source[figure.source].origin,
        }
        for figure in made.dataset.figures.values()
    ]


def _figures_json(made: Published) -> str:
    terms = {
        source.id: {
            "license": source.licence.name,
            "license_address": source.licence.address,
            "credit": source.licence.notice,
        }
        for source in made.dataset.sources
    }
    return _json({"version": made.release.version, "sources": terms, "figures": figures(made)})


def _figures_csv(made: Published) -> str:
    heads = ("id", "source", "kind", "origin", "title", "subject", "statistic", "unit", "value", "low", "high", "n")
    return table(heads, values(made))


def values(made: Published) -> Iterator[tuple[Any, ...]]:
    """A line for each figure and whom it is about: value and interval in the figure's unit, shares from 0 to 1."""
    for figure in made.dataset.figures.values():
        origin = made.dataset.evidence_by_source[figure.source].origin
        for subject, value in figure.values.items():
            interval = derive.interval(figure, value) if isinstance(value, Measured) else None
            low, high = interval or (None, None)
            said, count = _said(value)
            yield (
                *(figure.id, figure.source, figure.kind, origin, figure.title, subject),
                *(figure.statistic, figure.unit, said, low, high, count),
            )


def _said(value: Value) -> tuple[float | str | bool | None, int | None]:
    """What a value says, and on how many it rests, if that is known."""
    match value:
        case Expectation():
            return value.level, None
        case Listing():
            return value.listed, None
        case Share():
            return value.value, value.of
    return value.value, value.n


def _sections_json(made: Published) -> str:
    found = index.records(made.dataset, made.outline, made.site)
    return _json({"version": made.release.version, "sections": found})


def _sections_csv(made: Published) -> str:
    heads = ("id", "kind", "title", "chapter", "address", "minutes", "level", "objectives", "alignments", "former_ids")
    rows = []
    for each in index.records(made.dataset, made.outline, made.site):
        joined = {
            "objectives": "; ".join(objective["text"] for objective in each["objectives"]),
            "alignments": "; ".join(f"{aligned['framework']}: {aligned['name']}" for aligned in each["alignments"]),
            "former_ids": " ".join(each["former_ids"]),
        }
        rows.append(tuple((each | joined)[head] for head in heads))
    return table(heads, rows)


def _json(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


SECTIONS = (
    Download("teach/sections.json", "All sections, as JSON", "application/json", _sections_json),
    Download("teach/sections.csv", "All sections, as CSV", "text/csv", _sections_csv),
)
"""The index of everything that can be linked."""
DOWNLOADS = (
    Download("data/v1/figures.json", "All figures, as JSON", "application/json", _figures_json),
    Download("data/v1/figures.csv", "All figures, as CSV", "text/csv", _figures_csv),
)
"""The files of figures; `data` makes all others."""
WHOLE = (
    ("data/v1/side-by-side.zip", "All files of data, as one zip file", "application/zip"),
    ("data/v1/side-by-side.sqlite", "All data, as one SQLite database", "application/vnd.sqlite3"),
    ("data/v1/datapackage.json", "All CSV files, described as a Data Package", "application/json"),
)
"""Path, title and media type of what holds everything."""
