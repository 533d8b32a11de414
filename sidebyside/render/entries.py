"""A figure's own entry on the page of its source: everything that is needed to check it."""

from collections.abc import Iterator
from typing import Any

from .. import derive
from ..model import Dataset, Expectation, Figure, Listing, Quantiles, Value
from . import numbers
from .figure_lines import TOO_FEW, own_label
from .gaps import gap

QUANTILES = ("p10", "p25", "median", "p75", "p90")
QUANTILE_HEADS = ("10th percentile", "25th", "Median", "75th", "90th")
NOT_PUBLISHED = "not published"
_HEADS = {
    "share": ("Share", "Counted"),
    "quantiles": (*QUANTILE_HEADS, "n"),
    "estimate": ("Estimate", "Rests on"),
    "expectation": ("Level",),
    "listing": ("On the list",),
}


def entry(dataset: Dataset, figure: Figure, origin: str) -> dict[str, Any]:
    """What the template entries.html shows of a figure."""
    return {
        "figure": figure,
        "heads": _HEADS[figure.statistic],
        "rows": list(_rows(dataset, figure)),
        "gap": gap(dataset, figure),
        "unit": dataset.term("units", figure.unit),
        "kind": dataset.term("kinds", figure.kind),
        "origin": dataset.term("origins", origin),
        "method": dataset.term("intervals", figure.interval),
    }


def quantiles(figure: Figure, value: Quantiles, *, exact: bool = False) -> list[str]:
    """The quantiles in words, under QUANTILE_HEADS."""
    if numbers.is_hidden(value):
        return [TOO_FEW] * len(QUANTILES)
    shown = []
    for key in QUANTILES:
        number, bound = getattr(value, key), value.bound(key)
        if number is not None:
            shown.append(numbers.amount(figure, number, exact=exact))
        else:
            shown.append(f"{numbers.amount(figure, bound)} or more" if bound else NOT_PUBLISHED)
    return shown


def count(value: Quantiles) -> str:
    """How many values a distribution rests on, with a warning where they are few."""
    return numbers.warning(value) or (numbers.whole(value.n) if value.n else NOT_PUBLISHED)


def word(dataset: Dataset, value: Expectation | Listing) -> str:
    """A level, or whether something is listed, in words."""
    if isinstance(value, Listing):
        return "listed" if value.listed else "not listed"
    return dataset.term("proficiencies", value.level).label if value.level else "not asked"


def _rows(dataset: Dataset, figure: Figure) -> Iterator[dict[str, Any]]:
    for subject, value in figure.values.items():
        role = dataset.role_by_id.get(subject)
        yield {
            "role": role,
            "subject": None if role else dataset.term("subjects", subject),
            "label": own_label(dataset, figure, subject),
            "cells": list(_cells(dataset, figure, value)),
        }


def _cells(dataset: Dataset, figure: Figure, value: Value) -> Iterator[tuple[str, str]]:
    """The texts of a row, under its heads; beside the value itself its interval."""
    if isinstance(value, Expectation | Listing):
        yield word(dataset, value), ""
        return
    if numbers.is_hidden(value):
        yield TOO_FEW, ""
        return
    known = derive.interval(figure, value)
    interval = numbers.span(figure, known, exact=True) if known else "no interval known"
    if isinstance(value, Quantiles):
        for key, shown in zip(QUANTILES, quantiles(figure, value, exact=True), strict=True):
            yield shown, interval if key == "median" else ""
        yield count(value), ""
    else:
        yield numbers.amount(figure, value.value, exact=True), interval
        yield numbers.stored(value), numbers.warning(value)
