"""A map of roles: in three lanes from one end of the work to the other, with what each hands to the next."""

from ...model import Dataset, RelationsPicture, Role
from ..drawing import INK, LINE, MUTED, PAPER, RULE, SIZE, SMALL, Canvas, measure, role_color, role_tint, wrap
from ..html import capital
from .drawn import Cell, Drawn

_PAD = 8
_Point = tuple[float, float]
_Place = tuple[float, float, float]
"""The middle of a box, and its height."""


def drawn(dataset: Dataset, picture: RelationsPicture) -> Drawn:
    """The picture of relations."""
    names = labels(dataset, picture)
    rows = tuple((Cell(names[each.giver]), Cell(each.what), Cell(names[each.taker])) for each in picture.relations)
    return Drawn(
        picture.finding,
        ("From", "What", "To"),
        rows,
        lambda canvas: _draw(dataset, picture, names, canvas),
    )


def labels(dataset: Dataset, picture: RelationsPicture) -> dict[str, str]:
    """What is written in each place: a role's name, or that of the grid's row."""
    rows = {row.id: row.name for row in dataset.grids[picture.grid].rows}
    roles = {role.id: capital(role.name) for role in dataset.roles}
    return {node.id: roles.get(node.id) or rows[node.id] for node in picture.nodes}


def _draw(dataset: Dataset, picture: RelationsPicture, names: dict[str, str], canvas: Canvas) -> None:
    """Wide, lanes run across and are above each other; narrow, they run down beside each other."""
    wide = not canvas.narrow
    breadth, size = (104, SMALL) if wide else (94, SMALL - 0.5)
    first = 40.0 if wide else 58.0
    across = canvas.width - breadth - 2 if wide else 640.0
    step = 150.0 if wide else (canvas.width - breadth - 2) / 2
    places: dict[str, _Place] = {}
    for node in picture.nodes:
        words = wrap(names[node.id], breadth - 2 * _PAD, size, bold=True)
        height = len(words) * size * LINE + 2 * _PAD
        along, beside = 1 + breadth / 2 + node.at * across, 1 + breadth / 2 + node.lane * step
        if wide:
            places[node.id] = (along, first + 44 + node.lane * step, height)
        else:
            places[node.id] = (beside, first + 26 + node.at * across, height)
    _frame(picture, canvas, wide=wide, first=first, across=across, step=step, breadth=breadth)
    for each in picture.relations:
        _arrow(canvas, places[each.giver], places[each.taker], breadth)
    for each in picture.relations:
        _label(canvas, places[each.giver], places[each.taker], each.what, breadth)
    for node in picture.nodes:
        words = wrap(names[node.id], breadth - 2 * _PAD, size, bold=True)
        _node(canvas, dataset.role_by_id.get(node.id), words, places[node.id], breadth, size)


def _frame(
    picture: RelationsPicture, canvas: Canvas, *, wide: bool, first: float, across: float, step: float, breadth: float
) -> None:
    """The ends and the lanes."""
    start, end = picture.ends
    if wide:
        canvas.text(0, SIZE, start, size=SMALL, fill=MUTED)
        canvas.text(canvas.width, SIZE, end, size=SMALL, fill=MUTED, anchor="end")
        left, right = measure(start, SMALL) + 10, canvas.width - measure(end, SMALL) - 10
        canvas.line(left, 9, right, 9, MUTED)
        canvas.arrow(left, 9, right, 9)
        for lane, name in enumerate(picture.lanes):
            y = first + lane * step
            canvas.text(canvas.width, y, name, size=SMALL, fill=MUTED, anchor="end")
            if lane:
                canvas.line(0, y - 20, canvas.width, y - 20, RULE)
        canvas.height = first + 2 * step + 90
        return
    for lane, name in enumerate(picture.lanes):
        x = breadth / 2 + lane * step
        canvas.lines(x, SIZE, wrap(name, step - 8, SMALL), size=SMALL, fill=MUTED, anchor="middle")
    canvas.height = first + across + 90
    canvas.text(0, first - 8, start, size=SMALL, fill=MUTED)
    canvas.text(0, canvas.height - 6, end, size=SMALL, fill=MUTED)


def _node(canvas: Canvas, role: Role | None, words: list[str], place: _Place, breadth: float, size: float) -> None:
    x, y, height = place
    edge = {"stroke": role_color(role), "stroke_width": 2} if role else {"stroke": MUTED}
    left, top = x - breadth / 2, y - height / 2
    canvas.box(left, top, breadth, height, rx=6, fill=role_tint(role) if role else PAPER, **edge)
    if role:
        canvas.marks(role, [(left, top)])
    first = top + _PAD + size * 0.95
    canvas.lines(x, first, words, size=size, anchor="middle", bold=True, fill=role_color(role) if role else INK)


def _arrow(canvas: Canvas, giver: _Place, taker: _Place, breadth: float) -> None:
    (x1, y1), (x2, y2) = _ends(giver, taker, breadth)
    canvas.line(x1, y1, x2, y2, MUTED, 1.2)
    canvas.arrow(x1, y1, x2, y2)


def _label(canvas: Canvas, giver: _Place, taker: _Place, what: str, breadth: float) -> None:
    (x1, y1), (x2, y2) = _ends(giver, taker, breadth)
    words = wrap(what, 96 if not canvas.narrow else 78, SMALL - 0.5)
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    top = y - (len(words) - 1) * SMALL * 0.6 + 4
    canvas.lines(x, top, words, size=SMALL - 0.5, anchor="middle", fill=INK, halo=True)


def _ends(giver: _Place, taker: _Place, breadth: float) -> tuple[_Point, _Point]:
    """Where the line between two boxes leaves the one and reaches the other."""
    (x1, y1, height_1), (x2, y2, height_2) = giver, taker

    def edge(x: float, y: float, height: float, dx: float, dy: float) -> _Point:
        reach = min((breadth / 2) / abs(dx) if dx else float("inf"), (height / 2) / abs(dy) if dy else float("inf"))
        return x + dx * reach, y + dy * reach

    dx, dy = x2 - x1, y2 - y1
    return edge(x1, y1, height_1, dx, dy), edge(x2, y2, height_2, -dx, -dy)
