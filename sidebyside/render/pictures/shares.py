"""A dumbbell for each row: the share of each role with its interval, in a panel for each source.

A band joins the roles' values where their difference is clear, so that the eye finds what tells them apart.
"""

from ... import derive
from ...model import Dataset, Figure, Role, Row, SharesPanel, SharesPicture
from .. import facts, gaps, numbers
from ..drawing import (
    INK,
    LINE,
    MUTED,
    RULE,
    SIZE,
    SMALL,
    Canvas,
    Scale,
    columns,
    measure,
    role_color,
    ticks,
    wrap,
)
from ..html import capital
from .drawn import Cell, Drawn, amount, bases, count, own_labels
from .leading import said

_APART = 9  # between the lines of two roles
_READ = "Line: 95 % interval. Filled, with a band between: the difference is clear."
_Rows = list[tuple[Row, tuple[Figure, ...]]]


def drawn(dataset: Dataset, picture: SharesPicture) -> Drawn:
    """The picture of shares."""
    rows = chosen(dataset, picture)
    findings = []
    for position, panel in enumerate(picture.panels):
        whole = said(dataset, [(row.name, found[position]) for row, found in rows], picture.what)
        findings.append(f"{dataset.source_by_id[panel.source].short}: {whole}.")
    return Drawn(
        " ".join(findings),
        ("Row", "Kind", "Source", "Role", "Share", "from", "to", "n"),
        tuple(line for row, found in rows for figure in found for line in _lines(dataset, row, figure)),
        lambda canvas: _draw(dataset, picture, rows, canvas),
        tuple(figure for _, found in rows for figure in found),
    )


def chosen(dataset: Dataset, picture: SharesPicture) -> _Rows:
    """The rows that have a figure for every panel, in the order that the picture wants."""
    found: _Rows = []
    for row in dataset.tables[picture.table].rows:
        if picture.group in (None, row.group) and (not picture.rows or row.id in picture.rows):
            figures = [_figure(dataset, row, panel) for panel in picture.panels]
            there = tuple(figure for figure in figures if figure)
            if len(there) == len(figures):
                found.append((row, there))
    if picture.order == "difference":
        found.sort(key=lambda each: _lean(dataset, each[1][0]))
    return found


def _figure(dataset: Dataset, row: Row, panel: SharesPanel) -> Figure | None:
    for id_ in row.evidence:
        figure = dataset.figures[id_]
        fits = (figure.kind, figure.source, figure.unit) == (panel.kind, panel.source, "share")
        if fits and gaps.compared(dataset, figure):
            return figure
    return None


def _there(dataset: Dataset, figure: Figure) -> list[Role]:
    """The roles for which the figure has a number that can be shown."""
    return [role for role in dataset.roles if gaps.is_shown(figure, role)]


def _lean(dataset: Dataset, figure: Figure) -> float:
    """By how much the last role that it has is ahead of the first."""
    first, *_, last = _there(dataset, figure)
    return derive.number(figure, last.id).value - derive.number(figure, first.id).value


def _title(dataset: Dataset, panel: SharesPanel) -> str:
    kind, source = dataset.term("kinds", panel.kind).label, dataset.source_by_id[panel.source].short
    return source if kind.lower() in source.lower() else f"{capital(kind)}, {source}"


def _lines(dataset: Dataset, row: Row, figure: Figure) -> list[tuple[Cell, ...]]:
    made: list[tuple[Cell, ...]] = []
    for role in _there(dataset, figure):
        value = derive.number(figure, role.id)
        low, high = derive.interval(figure, value) or (None, None)
        kind, source = dataset.term("kinds", figure.kind).label, dataset.source_by_id[figure.source].short
        made.append(
            (
                *(Cell(row.name), Cell(kind), Cell(source), Cell(capital(role.name))),
                amount(figure, value.value, facts.measured(figure, role.id, "share", value)),
                *(amount(figure, low), amount(figure, high), count(value)),
            )
        )
    return made


# Drawing


def _draw(dataset: Dataset, picture: SharesPicture, rows: _Rows, canvas: Canvas) -> None:
    y = canvas.legend(dataset.roles, SIZE, _READ) + 10
    names = [_name(dataset, row, found) for row, found in rows]
    labels = 0.0 if canvas.narrow else min(max(measure(name) for name in names) + 14, 210)
    ends = list(columns(labels + 6, canvas.width - 8, len(picture.panels), 28))
    y = max(
        _head(dataset, panel, [figure for _, found in rows for figure in found if _of(panel, figure)], end, canvas, y)
        for panel, end in zip(picture.panels, ends, strict=True)
    )
    further = (len(dataset.roles) - 2) * _APART  # what lines of more than two roles need beyond the room of two
    heights = [_height(name, canvas, labels) + further for name in names]
    tops = [y + 8 + sum(heights[:position]) for position in range(len(rows))]
    bottom = y + 8 + sum(heights)
    places = list(zip(tops, heights, strict=True))
    middles = [top + height - 13 - further / 2 if canvas.narrow else top + height / 2 for top, height in places]
    reach = 11 + further / 2
    stretches = [(middle - reach, middle + reach) for middle in middles] if canvas.narrow else [(tops[0], bottom)]
    for position, (start, end) in enumerate(ends):
        figures = [found[position] for _, found in rows]
        marks = ticks(0, max(_reach(dataset, figure) for figure in figures), max(3, int((end - start) / 42)))
        scale = Scale(0, marks[-1], start, end)
        for mark in marks:
            for high, low in stretches:
                canvas.line(scale(mark), high, scale(mark), low, INK if mark == 0 else RULE)
        for mark in marks if not canvas.narrow else (marks[0], marks[-1]):
            anchor = "start" if mark == marks[0] else "end" if mark == marks[-1] else "middle"
            canvas.text(scale(mark), bottom + 14, numbers.percent(mark, 0), size=SMALL, fill=MUTED, anchor=anchor)
        _dumbbells(dataset, figures, scale, middles, canvas)
    for name, top, middle in zip(names, tops, middles, strict=True):
        words = wrap(name, canvas.width if canvas.narrow else labels - 10)
        first = top + SIZE + 2 if canvas.narrow else middle + SIZE * (0.36 - LINE * (len(words) - 1) / 2)
        canvas.lines(0, first, words)
    canvas.height = bottom + 20


def _name(dataset: Dataset, row: Row, figures: tuple[Figure, ...]) -> str:
    """The name of a row, with a warning where a number rests on few."""
    shown = [(figure, role.id) for figure in figures for role in _there(dataset, figure)]
    warnings = [numbers.warning(derive.number(figure, role)) for figure, role in shown]
    return f"{row.name} ({next(filter(None, warnings))})" if any(warnings) else row.name


def _of(panel: SharesPanel, figure: Figure) -> bool:
    return (figure.kind, figure.source) == (panel.kind, panel.source)


def _head(
    dataset: Dataset, panel: SharesPanel, figures: list[Figure], ends: tuple[float, float], canvas: Canvas, y: float
) -> float:
    """The head of a panel: its source, and how many answered; where it ends."""
    start, end = ends
    y = canvas.lines(start, y + SIZE, wrap(_title(dataset, panel), end - start + 16, bold=True), bold=True)
    words = "; ".join(filter(None, [bases(dataset, figures), *own_labels(dataset, figures)]))
    return canvas.lines(start, y, wrap(words, end - start + 16, SMALL), size=SMALL, fill=MUTED)


def _height(name: str, canvas: Canvas, labels: float) -> float:
    if canvas.narrow:
        return len(wrap(name, canvas.width)) * SIZE * LINE + 27
    return max(24, len(wrap(name, labels - 10)) * SIZE * LINE + 6)


def _reach(dataset: Dataset, figure: Figure) -> float:
    """How far right anything of the figure is drawn."""
    values = [derive.number(figure, role.id) for role in _there(dataset, figure)]
    return max((derive.interval(figure, value) or (0, value.value))[1] for value in values)


def _dumbbells(dataset: Dataset, figures: list[Figure], scale: Scale, middles: list[float], canvas: Canvas) -> None:
    """In three layers, so that no band covers a mark: bands, intervals, marks."""
    first = -(len(dataset.roles) - 1) / 2 * _APART
    rows: list[tuple[Figure, float, bool]] = []
    for figure, middle in zip(figures, middles, strict=True):
        ahead = gaps.gap(dataset, figure)
        rows.append((figure, middle, ahead is not None and ahead.clear))
    for figure, middle, is_clear in rows:
        ends = [scale(derive.number(figure, role.id).value) for role in _there(dataset, figure)]
        if is_clear:
            canvas.area(min(ends), middle + first, max(ends) - min(ends), -2 * first, RULE)
    for position, role in enumerate(dataset.roles):
        for figure, middle, _ in rows:
            if not gaps.is_shown(figure, role):
                continue
            if interval := derive.interval(figure, derive.number(figure, role.id)):
                y = middle + first + position * _APART
                canvas.line(scale(interval.low), y, scale(interval.high), y, role_color(role), 2)
    size = 8 if canvas.narrow else 9
    for position, role in enumerate(dataset.roles):
        y = first + position * _APART
        for wanted in (False, True):
            places = [
                (scale(derive.number(figure, role.id).value), middle + y)
                for figure, middle, is_clear in rows
                if is_clear is wanted and gaps.is_shown(figure, role)
            ]
            canvas.marks(role, places, size, is_hollow=not wanted)
