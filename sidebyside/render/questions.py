"""What the scripts of a page need to sort and filter a comparison table: attributes for its heads and its rows.

A value is `class:value`. Rows of different classes are never compared: a class is a kind of evidence with a unit, and
for differences also whether their interval is known. Classes are numbered in the order in which the rows have them.
"""

import json
from dataclasses import dataclass

from ..model import Dataset, Table
from .figure_lines import Line
from .gaps import Gap
from .html import capital
from .lines import Lines
from .tables import Group

SCRIPTS = "table-logic table-controls"
FEWEST = 12
"""A table of fewer rows is read faster than it is questioned."""
MANY = 20
"""From so many rows on its controls stand open; above a shorter one they are folded up."""
NAME, DIFFERENCE, JUDGMENT = "name", "difference", "judgment"
MISSING = "-"
Class = tuple[str, ...]
"""The kind of evidence of a value and its unit, and that it has no interval where that matters."""


@dataclass(frozen=True)
class Column:
    """A column that can be sorted by: its name in addresses, and its words where its head does not show."""

    key: str
    words: str


@dataclass(frozen=True)
class Answers:
    """What one row is found by."""

    name: str
    kinds: tuple[str, ...]
    """The kinds of its evidence, our judgment among them."""
    clear: tuple[str, ...]
    """Those of them by which the roles differ clearly."""
    values: tuple[str, ...]
    """For each column after the first, what it is sorted by."""


@dataclass(frozen=True)
class Questions:
    """Everything that a table needs."""

    kinds: str
    """The kinds of evidence that its rows have, each with its words, as JSON."""
    columns: tuple[Column, ...]
    rows: dict[str, Answers]
    """By the id of the row."""
    scripts: str = SCRIPTS

    @property
    def are_many(self) -> bool:
        """Whether it has so many rows that few will read them all."""
        return len(self.rows) >= MANY


def questions(dataset: Dataset, table: Table, shown: list[Group]) -> Questions | None:
    """What can be asked of a table; None where it has too few rows to ask."""
    rows = [row for group in shown for row in group.rows]
    if len(rows) < FEWEST:
        return None
    columns = _columns(dataset, table)
    classes: list[dict[Class, int]] = [{} for _ in columns[1:]]
    answers = {row.row.id: _answers(row, classes) for row in rows}
    there = {kind for each in answers.values() for kind in each.kinds}
    words: dict[str, str] = {kind: dataset.term("kinds", kind).label for kind in table.kinds if kind in there}
    if JUDGMENT in there:
        words[JUDGMENT] = "our judgment"
    return Questions(json.dumps(words), columns, answers)


def _columns(dataset: Dataset, table: Table) -> tuple[Column, ...]:
    """The first column, and for each kind that has columns of its own, or for all together, roles and difference."""
    found = [Column(NAME, table.row_label)]
    for kind in table.columns or ("",):
        before = f"{kind}-" if kind else ""
        said = f"{capital(dataset.term('kinds', kind).label)}: " if kind else ""
        compared = table.comparison_label or DIFFERENCE
        each = [(role.id, role.short) for role in dataset.roles] + [(DIFFERENCE, compared)]
        found += [Column(before + key, said + words if said else capital(words)) for key, words in each]
    return tuple(found)


def _answers(row: Lines, classes: list[dict[Class, int]]) -> Answers:
    columns = [row.lead, *row.lead.beside]
    lines = [line for each in (row.lead, *row.further) for line in (each, *each.beside) if line]
    kinds = dict.fromkeys(_kind(line) for line in lines if line.kind or line.judged)
    clear = dict.fromkeys(_kind(line) for line in lines if line.gap and line.gap.clear)
    values = [value for line in columns for value in _values(line, len(row.lead.cells))]
    tokens = tuple(_token(value, known) for value, known in zip(values, classes, strict=False))
    return Answers(row.row.name, tuple(kinds), tuple(clear), tokens)


def _kind(line: Line) -> str:
    return line.kind or JUDGMENT


def _values(line: Line | None, roles: int) -> list[tuple[Class, float] | None]:
    """Class and value of each role's cell and of the difference."""
    if line is None:
        return [None] * (roles + 1)
    unit = (_kind(line), line.unit)
    values: list[tuple[Class, float] | None] = [
        None if cell.value is None else (unit, cell.value) for cell in line.cells
    ]
    return [*values, _difference(line.gap, unit)]


def _difference(gap: Gap | None, unit: Class) -> tuple[Class, float] | None:
    """A difference that is not clear is none, whatever its size; one without an interval is compared with its like."""
    if gap is None:
        return None
    if gap.verdict == "unknown":
        return (*unit, gap.verdict), gap.distance
    return unit, gap.distance if gap.clear else 0


def _token(value: tuple[Class, float] | None, classes: dict[Class, int]) -> str:
    if value is None:
        return MISSING
    known, number = value
    return f"{classes.setdefault(known, len(classes))}:{number:.6g}"
