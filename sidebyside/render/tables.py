"""A comparison table of the dataset as what its template shows: rows chosen, sorted and put into groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..mistakes import meant, one_of
from ..model import Dataset, Row, SkillRow, Table
from .calling import CallError
from .figure_lines import Line
from .lines import LineMaker, Lines
from .links import Links


@dataclass
class Group:
    """Rows under one head."""

    label: str
    rows: list[Lines] = field(default_factory=list)


# How rows can be sorted: by what one of their lines shows, the first unless another column is named.
ORDERS: dict[str, Callable[[Row, Line | None], tuple[Any, ...]]] = {
    "difference": lambda row, line: (not _clear(line), -_distance(line)),
    "first": lambda row, line: (-_width(line, 0),),
    "second": lambda row, line: (-_width(line, 1),),
    "name": lambda row, line: (row.name.casefold(),),
}
# Which rows can be chosen, by what the dataset has for them and by what that line shows.
CHOICES: dict[str, Callable[[Row, Line | None], bool]] = {
    "with-figure": lambda row, line: bool(row.evidence),
    "without-figure": lambda row, line: not row.evidence,
    "judged": lambda row, line: line is not None and line.judged,
    "clear": lambda row, line: _clear(line),
    "unclear": lambda row, line: line is not None and line.gap is not None and not _clear(line),
}


def table(dataset: Dataset, name: str) -> Table:
    """The comparison table of this name. Raises CallError where there is none."""
    if name not in dataset.tables:
        raise CallError(
            f"no table '{name}'{meant(name, dataset.tables) or '; there are ' + one_of(dataset.tables)}", name
        )
    return dataset.tables[name]


def of_one_kind(dataset: Dataset, whole: Table, kind: str) -> Table:
    """The table with the evidence of one kind only, and without the rows that have none of it.

    Raises CallError where the table has no such kind, and for skills, whose levels may be of another kind.
    """
    if any(isinstance(row, SkillRow) for row in whole.rows):
        raise CallError("the levels of skills come from several kinds; leave out kind=")
    if kind not in whole.kinds:
        hint = meant(kind, whole.kinds) or "; it has " + one_of(whole.kinds)
        raise CallError(f"no kind '{kind}' in this table{hint}")
    evidence = [tuple(id_ for id_ in row.evidence if dataset.figures[id_].kind == kind) for row in whole.rows]
    rows = tuple(
        row.model_copy(update={"evidence": kept}) for row, kept in zip(whole.rows, evidence, strict=True) if kept
    )
    return whole.model_copy(update={"kinds": (kind,), "columns": (), "rows": rows})


def groups(
    dataset: Dataset,
    links: Links,
    name: str,
    *,
    group: str | None,
    only: str | None,
    limit: int | None,
    sort: str | None,
    by: str | None,
    kind: str | None = None,
) -> list[Group]:
    """The rows of a table by group, in the vocabulary's order; within a group in the file's, or as `sort` says.

    `only`: rows with or without a figure, or with a clear difference or without. `limit`: the first rows of all.
    `by`: the kind whose column decides, where kinds have columns of their own; else the first.
    `kind`: rows with evidence of that kind, and nothing of the others.
    Raises CallError for a table, group or option that does not exist, and where no row is left.
    """
    whole = table(dataset, name)
    if kind is not None:
        whole = of_one_kind(dataset, whole, kind)
    terms = {term.id: term for term in dataset.vocabularies.groups[name]}
    for value, possible, what in (
        (group, terms, "group"),
        (only, [each for each in CHOICES if each], "choice"),
        (sort, ORDERS, "order"),
        (by, whole.columns, "column of kind"),
    ):
        if value is not None and value not in possible:
            raise CallError(f"no {what} '{value}'{meant(value, possible) or '; there are ' + one_of(possible)}")
    if limit is not None and (not isinstance(limit, int) or limit < 1):
        raise CallError(f"limit must be a whole number from 1, not {limit!r}")
    rows = [row for row in whole.rows if group is None or row.group == group]
    maker = LineMaker(dataset, links, whole, rows)
    column = whole.columns.index(by) if by else 0

    def decisive(lines: Lines) -> Line | None:
        return ((lines.lead, *lines.lead.beside))[column]

    made = [lines for lines in map(maker.lines, rows) if only is None or CHOICES[only](lines.row, decisive(lines))]
    if not made:
        raise CallError(f"no row of '{name}' is left with group={group!r}, only={only!r}")
    if sort:
        return [Group("", sorted(made, key=lambda lines: ORDERS[sort](lines.row, decisive(lines)))[:limit])]
    found: dict[str, Group] = {id_: Group(term.label) for id_, term in terms.items()}
    for lines in made[:limit]:
        found[lines.row.group].rows.append(lines)
    return [each for each in found.values() if each.rows]


def _clear(line: Line | None) -> bool:
    return line is not None and line.gap is not None and line.gap.clear


def _width(line: Line | None, position: int) -> float:
    bar = line.cells[position].bar if line else ()
    return bar[len(bar) // 2] if bar else -1


def _distance(line: Line | None) -> float:
    widths = [_width(line, position) for position, cell in enumerate(line.cells) if cell.bar] if line else []
    return max(widths, default=0) - min(widths, default=0)


def common_base(shown: list[Group], column: int) -> str:
    """The base of all numbers in a further column of kinds, if it is the same in every row; it then stands in the head.

    In the first column every row says its base itself.
    """
    lines = [line for each in shown for made in each.rows for line in [made.lead.beside[column - 1]] if line and column]
    bases = {f"{line.source}, {line.base}" for line in lines}
    return bases.pop() if len(bases) == 1 else ""


def sources(dataset: Dataset, shown: list[Group]) -> Iterator[tuple[str, str]]:
    """Kind and source id of everything that the rows show, each once, in order of appearance."""
    seen: dict[tuple[str, str], None] = {}
    for each in shown:
        for lines in each.rows:
            for id_ in lines.row.evidence:
                seen[(dataset.figures[id_].kind, dataset.figures[id_].source)] = None
    yield from seen
