"""Tables as RFC 4180 has them, with line feeds."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from ..model.base import COMPUTED, WORD_OTHERWISE


class FormulaError(ValueError):
    """A spreadsheet would compute a text instead of showing it; the message says which, and what to do."""


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows below their heads. Nothing is changed in them, for programs read it.

    Raises FormulaError for a text that a spreadsheet would compute instead of showing it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    for row in rows:
        for value in row:
            if isinstance(value, str) and COMPUTED.match(value):
                where = f"{heads[0]} '{row[0]}'"
                raise FormulaError(f"{where}: '{value}': {WORD_OTHERWISE}")
        writer.writerow(row)
    return out.getvalue()
