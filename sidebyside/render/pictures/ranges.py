"""Distributions of pay: from the 10th to the 90th percentile, the middle half as a bar, the median as a mark.

Under a head for each group of rows, and each role has its own line, so that nothing covers anything.
"""

from ... import derive
from ...model import Dataset, Quantiles, QuantilesFigure, RangesPicture, Role, Row
from .. import facts, gaps, numbers
from ..drawing import INK, LINE, MUTED, PAPER, SIZE, SMALL, Canvas, Scale, measure, role_color, ticks, wrap
from ..html import capital
from .drawn import Cell, Drawn, amount, count
from .leading import said

_UNIT = "usd-a-year"
_BAR, _STEP = 9, 17
_READ = "Bar: middle half. Line: 10th to 90th percentile. Stroke and number: median."
_Groups = list[tuple[str, list[tuple[Row, QuantilesFigure]]]]


def drawn(dataset: Dataset, picture: RangesPicture) -> Drawn:
    """The picture of distributions."""
    groups = chosen(dataset, picture)
    rows = [each for _, found in groups for each in found]
    finding = " ".join(_finding(dataset, label, found, picture.what) for label, found in groups)
    heads = ("Group", "Row", "Kind", "Source", "Role", "p10", "p25", "Median", "p75", "p90", "n")
    table = tuple(
        line for label, found in groups for row, figure in found for line in _lines(dataset, label, row, figure)
    )
    return Drawn(
        finding,
        heads,
        table,
        lambda canvas: _draw(dataset, groups, canvas),
        tuple(figure for _, figure in rows),
    )


def _finding(dataset: Dataset, label: str, found: list[tuple[Row, QuantilesFigure]], what: str) -> str:
    """What one group of rows says: groups are of different kinds, so they are not added up."""
    compared = [(row.name, figure) for row, figure in found if len(_there(dataset, figure)) > 1]
    parts = [said(dataset, compared, what)] if compared else []
    for role in dataset.roles:
        alone = sum(_there(dataset, figure) == [role] for _, figure in found)
        if alone:
            parts.append(f"{role.plural} alone" + (f" in {alone}" if compared else ""))
    return f"{label}: {'; '.join(parts)}."


def chosen(dataset: Dataset, picture: RangesPicture) -> _Groups:
    """By group its label and its rows, each with its distribution."""
    terms = {term.id: term.label for term in dataset.vocabularies.groups[picture.table]}
    found: _Groups = []
    for group in picture.groups:
        rows: list[tuple[Row, QuantilesFigure]] = []
        for row in dataset.tables[picture.table].rows:
            if row.group == group and (not picture.rows or row.id in picture.rows):
                figures = [dataset.figures[id_] for id_ in row.evidence]
                pay = [each for each in figures if isinstance(each, QuantilesFigure) and each.unit == _UNIT]
                rows += [(row, each) for each in pay[:1]]
        if rows:
            found.append((terms[group], rows))
    return found


def _lines(dataset: Dataset, label: str, row: Row, figure: QuantilesFigure) -> list[tuple[Cell, ...]]:
    made = []
    for role in dataset.roles:
        value = figure.values.get(role.id)
        if isinstance(value, Quantiles) and not numbers.is_hidden(value):
            kind, source = dataset.term("kinds", figure.kind).label, dataset.source_by_id[figure.source].short
            made.append(
                (
                    *(Cell(label), Cell(row.name), Cell(kind), Cell(source), Cell(capital(role.name))),
                    *(
                        amount(figure, getattr(value, each), facts.quantile(figure, role.id, each, value))
                        for each in ("p10", "p25", "median", "p75", "p90")
                    ),
                    count(value),
                )
            )
    return made


# Drawing


def _draw(dataset: Dataset, groups: _Groups, canvas: Canvas) -> None:
    rows = [each for _, found in groups for each in found]
    alone = any(not _has_middle(figure, role) for _, figure in rows for role in _there(dataset, figure))
    y = (
        canvas.legend(
            dataset.roles,
            SIZE,
            has_areas=True,
            further=_READ + (" Mark alone: only the median is known." if alone else ""),
        )
        + 4
    )
    labels = 0.0 if canvas.narrow else min(max(measure(row.name) for row, _ in rows) + 16, 200)
    ends = [end for _, figure in rows for role in _there(dataset, figure) for end in _ends(figure, role)]
    marks = ticks(min(ends), max(ends), 5 if canvas.narrow else 7)
    words = [_said(figure, figure.values[role.id]) for _, figure in rows for role in _there(dataset, figure)]
    scale = Scale(marks[0], marks[-1], labels + 14, canvas.width - max(measure(each, SMALL) for each in words) - 8)
    places: list[tuple[Role, QuantilesFigure, float]] = []
    stretches: list[tuple[float, float]] = []
    for label, found in groups:
        y = _head(dataset, label, found, canvas, y)
        for row, figure in found:
            top, y = _row(dataset, row, figure, labels, canvas, y, places)
            stretches.append((top, y))
    for mark in marks:
        for top, bottom in stretches:
            canvas.line(scale(mark), top, scale(mark), bottom)
    for mark in marks:
        canvas.text(
            scale(mark), y + 16, f"${mark / 1000:,.0f}k" if mark else "$0", size=SMALL, fill=MUTED, anchor="middle"
        )
    canvas.height = y + 22
    _ranges(dataset, places, scale, canvas)


def _head(dataset: Dataset, label: str, found: list[tuple[Row, QuantilesFigure]], canvas: Canvas, y: float) -> float:
    """The head of a group with the kinds and sources of its rows; where it ends."""
    named = {(dataset.term("kinds", figure.kind).label, figure.source) for _, figure in found}
    sources = dict.fromkeys(dataset.source_by_id[source].short for _, source in sorted(named))
    kinds = [capital(kind) for kind, _ in sorted(named) if capital(kind) != label][:1]
    y = canvas.lines(0, y + SIZE + 8, wrap(label, canvas.width, bold=True), bold=True)
    words = wrap(", ".join([*kinds, *sources]), canvas.width, SMALL)
    return canvas.lines(0, y, words, size=SMALL, fill=MUTED)


def _row(
    dataset: Dataset,
    row: Row,
    figure: QuantilesFigure,
    labels: float,
    canvas: Canvas,
    y: float,
    places: list[tuple[Role, QuantilesFigure, float]],
) -> tuple[float, float]:
    """The name of a row; notes where each role's range belongs. Gives where the ranges begin and end."""
    there = _there(dataset, figure)
    if canvas.narrow:
        y = canvas.lines(0, y + SIZE, wrap(row.name, canvas.width), halo=True) - SIZE * LINE + 4
        height = len(there) * _STEP + 6.0
    else:
        words = wrap(row.name, labels - 12)
        height = max(len(there) * _STEP, len(words) * SIZE * LINE) + 8
        canvas.lines(0, y + height / 2 + SIZE * 0.36 - (len(words) - 1) * SIZE * LINE / 2, words)
    for position, role in enumerate(there):
        places.append((role, figure, y + height / 2 + (position - (len(there) - 1) / 2) * _STEP))
    return y, y + height


def _ranges(dataset: Dataset, places: list[tuple[Role, QuantilesFigure, float]], scale: Scale, canvas: Canvas) -> None:
    """In layers: lines, bars, medians, amounts."""
    for wanted in dataset.roles:
        own = [(figure, figure.values[wanted.id], y) for role, figure, y in places if role is wanted]
        for figure, value, y in own:
            low, high = _reach(figure, value)
            if low < high:
                canvas.line(scale(low), y, scale(high), y, role_color(wanted), 1.5)
        for _, value, y in own:
            if value.p25 is not None and value.p75 is not None:
                start = scale(value.p25)
                canvas.area(start, y - _BAR / 2, scale(value.p75) - start, _BAR, canvas.fill(wanted))
        canvas.marks(wanted, [(scale(value.value), y) for figure, value, y in own if not _has_middle(figure, wanted)])
    medians = [(scale(figure.values[role.id].value), y) for role, figure, y in places if _has_middle(figure, role)]
    for width, color in ((6, PAPER), (3, INK)):
        for x, y in medians:
            canvas.line(x, y - 7, x, y + 7, color, width)
    for role, figure, y in places:
        value = figure.values[role.id]
        x = scale(_reach(figure, value)[1]) + 7
        canvas.text(x, y + 4, _said(figure, value), size=SMALL, halo=True)


def _said(figure: QuantilesFigure, value: Quantiles) -> str:
    """The median, with a warning where it rests on few."""
    return numbers.amount(figure, value.value) + (f" ({warning})" if (warning := numbers.warning(value)) else "")


def _there(dataset: Dataset, figure: QuantilesFigure) -> list[Role]:
    return [role for role in dataset.roles if gaps.is_shown(figure, role)]


def _has_middle(figure: QuantilesFigure, role: Role) -> bool:
    value = figure.values[role.id]
    return value.p25 is not None and value.p75 is not None


def _reach(figure: QuantilesFigure, value: Quantiles) -> tuple[float, float]:
    """From where to where a line is drawn: the widest quantiles that are known, or the interval of the median."""
    low, high = value.p10 or value.p25, value.p90 or value.p75
    if low and high:
        return low, high
    return derive.interval(figure, value) or (value.median, value.median)


def _ends(figure: QuantilesFigure, role: Role) -> tuple[float, float]:
    return _reach(figure, figure.values[role.id])
