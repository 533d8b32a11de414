"""Pictures of the dataset: for each form a module that says what is drawn, what it shows in words, and the data."""

from collections.abc import Callable
from typing import Any

from ...model import Dataset, Picture
from . import ladder, overlap, ranges, relations, series, shares, steps, verdicts
from .drawn import Cell, Drawn

FORMS: dict[str, Callable[[Dataset, Any], Drawn]] = {
    "shares": shares.drawn,
    "ranges": ranges.drawn,
    "series": series.drawn,
    "ladder": ladder.drawn,
    "verdicts": verdicts.drawn,
    "overlap": overlap.drawn,
    "relations": relations.drawn,
    "steps": steps.drawn,
}

__all__ = ["FORMS", "Cell", "Drawn", "drawn"]


def drawn(dataset: Dataset, picture: Picture) -> Drawn:
    """The picture, ready to be drawn in any width."""
    return FORMS[picture.form](dataset, picture)
