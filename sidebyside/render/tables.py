"""A comparison table of the dataset as what its template shows: rows chosen, sorted and put into groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..mistakes import meant, one_of
from ..model import Dataset, Table
from .lines import Cell, LineMaker, Lines
from .links import Links


class CallError(Exception):
    """A chapter called a macro with something that it cannot have; the message says what is wrong and what is near."""

    def __init__(self, message: str, missing: str = "") -> None:
        """`missing`: the id that was looked for, where that is what is wrong."""
        super().__init__(message)
        self.missing = missing


@dataclass
class Group:
    """Rows under one head."""

    label: str
    rows: list[Lines] = field(default_factory=list)


# How rows can be sorted: by what their first line shows.
ORDERS: dict[str, Callable[[Lines], tuple]] = {
    "difference": lambda lines: (not _clear(lines), -_distance(lines)),
    "first": lambda lines: (-_width(lines.lead.cells[0]),),
    "second": lambda lines: (-_width(lines.lead.cells[1]),),
    "name": lambda lines: (lines.row.name.casefold(),),
}
# Which rows can be chosen, by what the dataset has for them and by what their first line shows.
CHOICES: dict[str, Callable[[Lines], bool]] = {
    "with-figure": lambda lines: bool(lines.row.evidence),
    "without-figure": lambda lines: not lines.row.evidence,
    "judged": lambda lines: lines.lead.judged,
    "clear": lambda lines: _clear(lines),
    "unclear": lambda lines: lines.lead.gap is not None and not _clear(lines),
}


def table(dataset: Dataset, name: str) -> Table:
    """The comparison table of this name. Raises CallError where there is none."""
    if name not in dataset.tables:
        raise CallError(
            f"no table '{name}'{meant(name, dataset.tables) or '; there are ' + one_of(dataset.tables)}", name
        )
    return dataset.tables[name]


def groups(
    dataset: Dataset,
    links: Links,
    name: str,
    *,
    group: str | None,
    only: str | None,
    limit: int | None,
    sort: str | None,
) -> list[Group]:
    """The rows of a table by group, in the vocabulary's order; within a group in the file's, or as `sort` says.

    `only`: rows with or without a figure, or with a clear difference or without. `limit`: the first rows of all.
    Raises CallError for a table, group or option that does not exist, and where no row is left.
    """
    whole = table(dataset, name)
    terms = {term.id: term for term in dataset.vocabularies.groups[name]}
    for value, possible, what in (
        (group, terms, "group"),
        (only, [each for each in CHOICES if each], "choice"),
        (sort, ORDERS, "order"),
    ):
        if value is not None and value not in possible:
            raise CallError(f"no {what} '{value}'{meant(value, possible) or '; there are ' + one_of(possible)}")
    if limit is not None and (not isinstance(limit, int) or limit < 1):
        raise CallError(f"limit must be a whole number from 1, not {limit!r}")
    rows = [row for row in whole.rows if group is None or row.group == group]
    maker = LineMaker(dataset, links, whole, rows)
    made = [lines for lines in map(maker.lines, rows) if only is None or CHOICES[only](lines)]
    if not made:
        raise CallError(f"no row of '{name}' is left with group={group!r}, only={only!r}")
    if sort:
        return [Group("", sorted(made, key=ORDERS[sort])[:limit])]
    found: dict[str, Group] = {id_: Group(term.label) for id_, term in terms.items()}
    for lines in made[:limit]:
        found[lines.row.group].rows.append(lines)
    return [each for each in found.values() if each.rows]


def _clear(lines: Lines) -> bool:
    return lines.lead.gap is not None and lines.lead.gap.clear


def _width(cell: Cell) -> float:
    return cell.bar[len(cell.bar) // 2] if cell.bar else -1


def _distance(lines: Lines) -> float:
    first, second = lines.lead.cells
    return abs(_width(first) - _width(second))


def sources(dataset: Dataset, shown: list[Group]) -> Iterator[tuple[str, str]]:
    """Kind and source id of everything that the rows show, each once, in order of appearance."""
    seen = {}
    for each in shown:
        for lines in each.rows:
            for id_ in lines.row.evidence:
                seen[(dataset.figures[id_].kind, dataset.figures[id_].source)] = None
    yield from seen
