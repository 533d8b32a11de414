"""The dataset's figures and the index of sections as files that programs read."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .. import derive
from ..model import Expectation, Figure, Listing, Share, Value
from ..render import index
from ..render.facts import plain, rank
from ..render.links import ALL_DATA, DATA, DATABASE
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
    """Every figure, complete with what its source's file says for all of its figures, as plain data.

    Beside what is stored of a value stands what follows from it, as in figures.csv.
    """
    found = []
    for figure in made.dataset.figures.values():
        data = figure.model_dump(mode="json", exclude_none=True)
        for subject, value in figure.values.items():
            follows = zip(("value", "low", "high", "n"), _read(made, figure, value), strict=True)
            data["values"][subject] |= {key: number for key, number in follows if number is not None}
        origin = made.dataset.evidence_by_source[figure.source].origin
        found.append({**data, "source": figure.source, "origin": origin})
    return found


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


FIGURE_HEADS = (
    *("id", "source", "kind", "origin", "title", "subject", "statistic", "unit", "value", "low", "high", "n"),
    *("label", "count", "p10", "p25", "p75", "p90", "p75_at_least", "p90_at_least", "level", "listed"),
    *("clusters", "relative_standard_error", "topic", "base", "filter", "period", "measure", "interval_method"),
    *("variant_of", "variant", "note"),
)
"""The columns of a file of figures; the twelve first ones are those that the worked examples name by their letters."""


def _figures_csv(made: Published) -> str:
    return table(FIGURE_HEADS, values(made))


def values(made: Published, source: str | None = None) -> Iterator[tuple[Any, ...]]:
    """A line for each figure and whom it is about: value and interval in the figure's unit, shares from 0 to 1.

    `source`: the one whose figures are wanted, not all.
    """
    for figure in made.dataset.figures.values():
        if source not in (None, figure.source):
            continue
        origin = made.dataset.evidence_by_source[figure.source].origin
        for subject, value in figure.values.items():
            bounds = getattr(value, "at_or_above", {})
            listed = getattr(value, "listed", None)
            yield (
                *(figure.id, figure.source, figure.kind, origin, figure.title, subject, figure.statistic, figure.unit),
                *_read(made, figure, value),
                *((figure.labels or {}).get(subject), getattr(value, "count", None)),
                *(plain(getattr(value, key, None)) for key in ("p10", "p25", "p75", "p90")),
                *(plain(bounds.get(key)) for key in ("p75", "p90")),
                *(getattr(value, "level", None), None if listed is None else str(listed).lower()),
                *(getattr(value, "clusters", None), plain(getattr(value, "relative_standard_error", None))),
                *(figure.topic, figure.base, figure.filter, figure.period, figure.measure, figure.interval),
                *(figure.variant_of, figure.variant, figure.note),
            )


def _read(made: Published, figure: Figure, value: Value) -> tuple[float | None, ...]:
    """A value, the ends of its interval, and on how many it rests: a level by its rank, what is listed by 1 or 0."""
    if isinstance(value, Expectation):
        return rank(made.dataset, value.level), None, None, None
    if isinstance(value, Listing):
        return int(value.listed), None, None, None
    low, high = derive.interval(figure, value) or (None, None)
    return plain(value.value), plain(low), plain(high), value.of if isinstance(value, Share) else value.n


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
    Download(f"{DATA}/figures.json", "All figures, as JSON", "application/json", _figures_json),
    Download(f"{DATA}/figures.csv", "All figures, as CSV", "text/csv", _figures_csv),
)
"""The files of figures; `data` makes all others."""
WHOLE = (
    (ALL_DATA, "All files of data, as one zip file", "application/zip"),
    (DATABASE, "All data, as one SQLite database", "application/vnd.sqlite3"),
    (f"{DATA}/datapackage.json", "All CSV files, described as a Data Package", "application/json"),
)
"""Path, title and media type of what holds everything."""
