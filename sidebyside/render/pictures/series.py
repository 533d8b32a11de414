"""Numbers over the years: a line in each panel, or where there are several a small drawing for each of them.

What must not be joined stands in panels of its own.
"""

from ... import derive
from ...model import Dataset, Figure, Measured, Role, SeriesLine, SeriesPanel, SeriesPicture
from .. import facts, numbers
from ..drawing import (
    INK,
    MUTED,
    RULE,
    SIZE,
    SMALL,
    Canvas,
    Scale,
    columns,
    measure,
    number,
    role_color,
    ticks,
    wrap,
)
from .drawn import Cell, Drawn, amount

_HEIGHT, _SMALL_HEIGHT = 220, 104
_ROOM = 46  # for the last number of a small drawing
_Point = tuple[float, Figure, Measured]


def drawn(dataset: Dataset, picture: SeriesPicture) -> Drawn:
    """The picture of numbers over the years."""
    figures = tuple(
        dataset.figures[id_] for panel in picture.panels for line in panel.lines for id_ in line.points.values()
    )
    rows = []
    for panel in picture.panels:
        for line in panel.lines:
            for year, figure, value in points(dataset, line):
                low, high = derive.interval(figure, value) or (None, None)
                behind = facts.behind(dataset, figure, subject(dataset, figure), value)[0]
                numbers_ = (amount(figure, value.value, behind), amount(figure, low), amount(figure, high))
                rows.append((Cell(panel.title), Cell(line.label), Cell(f"{year:.0f}", int(year)), *numbers_))
    return Drawn(
        " ".join(_finding(dataset, panel) for panel in picture.panels),
        ("Panel", "Line", "Year", "Number", "from", "to"),
        tuple(rows),
        lambda canvas: _draw(dataset, picture, canvas),
        figures,
    )


def points(dataset: Dataset, line: SeriesLine) -> list[_Point]:
    """Years with their figures and values; a figure's role comes before whomever else it is about."""
    found = []
    for year, id_ in sorted(line.points.items()):
        figure = dataset.figures[id_]
        found.append((float(year), figure, derive.number(figure, subject(dataset, figure))))
    return found


def subject(dataset: Dataset, figure: Figure) -> str:
    """Whose number a line shows."""
    roles = [role.id for role in dataset.roles if role.id in figure.values]
    return (roles or list(figure.values))[0]


def _role(dataset: Dataset, line: SeriesLine) -> Role | None:
    """The role that a line is about, if it is about one."""
    figure = dataset.figures[next(iter(line.points.values()))]
    return next((role for role in dataset.roles if role.id in figure.values), None)


def _finding(dataset: Dataset, panel: SeriesPanel) -> str:
    if len(panel.lines) == 1:
        (first, figure, before), *_, (last, figure_2, after) = points(dataset, panel.lines[0])
        was, is_ = numbers.amount(figure, before.value), numbers.amount(figure_2, after.value)
        return f"{panel.title}: {was} in {first:.0f}, {is_} in {last:.0f}."
    found = [points(dataset, line) for line in panel.lines]
    last = max(each[-1][0] for each in found)
    parts = []
    for place in (-2, 0):
        risen = sum(each[-1][2].value > each[place][2].value for each in found)
        parts.append((f"{found[0][place][0]:.0f}", f"{'all ' if risen == len(found) else f'{risen} of '}{len(found)}"))
    (year, how_many), (year_2, how_many_2) = parts
    if how_many == how_many_2:
        return f"{panel.title}: higher in {last:.0f} than in {year} and than in {year_2}, in {how_many} {panel.what}."
    than = f"than in {year} in {how_many} {panel.what}, than in {year_2} in {how_many_2}"
    return f"{panel.title}: higher in {last:.0f} {than}."


# Drawing


def _draw(dataset: Dataset, picture: SeriesPicture, canvas: Canvas) -> None:
    y = 0.0
    single = [panel.lines[0] for panel in picture.panels if len(panel.lines) == 1]
    top = max((value.value for line in single for _, _, value in points(dataset, line)), default=0)
    if len(picture.panels) > 1 and not canvas.narrow:
        sides = list(columns(0, canvas.width, len(picture.panels), 40))
        y = max(_panel(dataset, panel, canvas, side, top) for panel, side in zip(picture.panels, sides, strict=True))
    else:
        for panel in picture.panels:
            y = _panel(dataset, panel, canvas, (0, canvas.width), top, y) + 10
    canvas.height = y


def _panel(
    dataset: Dataset, panel: SeriesPanel, canvas: Canvas, side: tuple[float, float], top: float, y: float = 0
) -> float:
    """Draws a panel between two places: one line, or a small drawing for each of several. Gives where it ends.

    `top`: how far up the scale of all panels with one line has to reach.
    """
    start, end = side
    y = canvas.lines(start, y + SIZE, wrap(panel.title, end - start, bold=True), bold=True) + 4
    found = [(line, points(dataset, line)) for line in panel.lines]
    highs = [each for _, line in found for _, figure, value in line for each in _ends(figure, value)]
    if len(found) == 1:
        return _one(dataset, *found[0], ticks(0, max([*highs, top]), 5), canvas, (start, end), y)
    words = f"Strong line: the one named. Pale lines: the other {len(found) - 1}."
    y = canvas.lines(start, y + SMALL, [words], size=SMALL, fill=MUTED) + 2
    across = list(columns(start, end, 2 if canvas.narrow else 3, 22))
    marks = ticks(0, max(highs), 4)
    for position, (line, own) in enumerate(found):
        column = position % len(across)
        bottom = _small(line, own, [each for _, each in found], marks, canvas, across[column], y)
        if column == len(across) - 1 or position == len(found) - 1:
            y = bottom
    return y


def _one(
    dataset: Dataset,
    line: SeriesLine,
    found: list[_Point],
    marks: list[float],
    canvas: Canvas,
    side: tuple[float, float],
    y: float,
) -> float:
    """A line with its axes, the first and the last number beside it; gives where it ends."""
    figure = found[0][1]
    role = _role(dataset, line)
    color = role_color(role) if role else INK
    left = side[0] + max(measure(_tick(figure, mark), SMALL) for mark in marks) + 8
    up = Scale(0, marks[-1], y + _HEIGHT, y + 12)
    across = Scale(found[0][0], found[-1][0], left + 26, side[1] - 30)
    for mark in marks:
        canvas.line(left, up(mark), side[1], up(mark), INK if mark == 0 else RULE)
    for mark in marks:
        canvas.text(left - 8, up(mark) + 4, _tick(figure, mark), size=SMALL, fill=MUTED, anchor="end")
    for year, _, _ in found:
        canvas.text(across(year), up(0) + 17, f"{year:.0f}", size=SMALL, fill=MUTED, anchor="middle")
    places = [(across(year), up(value.value)) for year, _, value in found]
    if line.expected:
        _course(canvas, places[:-1], color, 2)
        _course(canvas, places[-2:], color, 2, stroke_dasharray="5 4")
    else:
        _course(canvas, places, color, 2)
    for (x, _), (_, figure, value) in zip(places, found, strict=True):
        if interval := derive.interval(figure, value):
            canvas.line(x, up(interval.low), x, up(interval.high), color, 2)
    if role:
        canvas.marks(role, places[:-1] if line.expected else places)
        canvas.marks(role, places[-1:] if line.expected else [], is_hollow=True)
    for (x, middle), (_, figure, value) in ((places[0], found[0]), (places[-1], found[-1])):
        words = numbers.amount(figure, value.value)
        canvas.text(x, middle - 11, words, size=SMALL, anchor="middle", halo=True)
    return up(0) + 24


def _small(
    line: SeriesLine,
    own: list[_Point],
    others: list[list[_Point]],
    marks: list[float],
    canvas: Canvas,
    side: tuple[float, float],
    y: float,
) -> float:
    """One line among pale ones of all the others, on the scale that all share; gives where it ends."""
    start, end = side
    canvas.text(start, y + SMALL, line.label, size=SMALL, bold=True)
    up, across = Scale(0, marks[-1], y + _SMALL_HEIGHT, y + 28), Scale(own[0][0], own[-1][0], start, end - _ROOM)
    for mark in (marks[0], marks[-1]):
        canvas.line(start, up(mark), end - _ROOM, up(mark), MUTED if mark == 0 else RULE)
    canvas.text(end - _ROOM, up(marks[-1]) - 3, _tick(own[0][1], marks[-1]), size=SMALL - 1, fill=MUTED, anchor="end")
    for other in others:
        _course(canvas, [(across(year), up(value.value)) for year, _, value in other], RULE, 1.2)
    places = [(across(year), up(value.value)) for year, _, value in own]
    _course(canvas, places, INK, 2)
    _, figure, value = own[-1]
    canvas.text(places[-1][0] + 5, places[-1][1] + 4, numbers.amount(figure, value.value), size=SMALL)
    for year, anchor in ((own[0][0], "start"), (own[-1][0], "end")):
        canvas.text(across(year), up(0) + 14, f"{year:.0f}", size=SMALL - 1, fill=MUTED, anchor=anchor)
    return up(0) + 28


def _course(canvas: Canvas, places: list[tuple[float, float]], color: str, width: float, **more: str) -> None:
    course = "L".join(f"{number(x)},{number(y)}" for x, y in places)
    canvas.path(f"M{course}", stroke=color, stroke_width=width, fill="none", stroke_linejoin="round", **more)


def _tick(figure: Figure, mark: float) -> str:
    return numbers.percent(mark, 0) if figure.unit == "share" else numbers.amount(figure, mark)


def _ends(figure: Figure, value: Measured) -> list[float]:
    return [value.value, *(derive.interval(figure, value) or ())]
