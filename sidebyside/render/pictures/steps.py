"""The phases of a project with the part that each role has in them: the larger the part, the higher the bar."""

from ...model import Dataset, GridRow, Role, StepsPicture
from .. import numbers
from ..drawing import INK, LINE, MUTED, RULE, SIZE, SMALL, Canvas, number, role_color, wrap
from ..html import capital
from .drawn import Cell, Drawn

_HIGH = 34
_BACK: dict[str, str | float] = {"fill": "none", "stroke": MUTED, "stroke_width": 1.2}


def drawn(dataset: Dataset, picture: StepsPicture) -> Drawn:
    """The picture of phases."""
    grid = dataset.grids[picture.grid]
    roles = tuple(role for role in dataset.roles if any(role.id in row.parts for row in grid.rows))
    parts = {term.id: term.label for term in dataset.vocabularies.parts}
    rows = tuple(
        (
            Cell(row.name),
            *(
                Cell(parts[part], term=("parts", part)) if (part := row.parts.get(role.id)) else Cell("")
                for role in roles
            ),
        )
        for row in grid.rows
    )
    first = dataset.vocabularies.parts[0]
    leads = [
        f"{role.plural} in {count} of {len(grid.rows)}"
        for role in roles
        if (count := sum(row.parts.get(role.id) == first.id for row in grid.rows))
    ]
    nobody = [row.name.lower() for row in grid.rows if first.id not in row.parts.values()]
    finding = f"In our judgment {numbers.listing(leads).replace(' in ', ' lead in ', 1)} phases"
    none = "neither" if len(dataset.roles) == 2 else "none"
    finding += f"; in {numbers.listing(nobody)} {none} leads." if nobody else "."
    return Drawn(
        finding,
        (grid.row_label, *(capital(role.name) for role in roles)),
        rows,
        lambda canvas: _draw(dataset, picture, roles, list(grid.rows), canvas),
    )


def _height(dataset: Dataset, row: GridRow, role: Role) -> float:
    """The height of a role's bar: in full where it leads, less for each lesser part."""
    order = [term.id for term in dataset.vocabularies.parts]
    part = row.parts.get(role.id)
    return _HIGH * (len(order) - order.index(part)) / len(order) if part else 0


def _draw(
    dataset: Dataset, picture: StepsPicture, roles: tuple[Role, ...], rows: list[GridRow], canvas: Canvas
) -> None:
    parts = ", ".join(term.label for term in dataset.vocabularies.parts)
    y = canvas.legend(roles, SIZE, f"Bars, high to low: {parts}.") + 10
    if canvas.narrow:
        _down(dataset, picture, roles, rows, canvas, y)
    else:
        _across(dataset, picture, roles, rows, canvas, y)


def _across(
    dataset: Dataset, picture: StepsPicture, roles: tuple[Role, ...], rows: list[GridRow], canvas: Canvas, y: float
) -> None:
    width = canvas.width / len(rows)
    words = [wrap(row.name, width - 10, SMALL, bold=True) for row in rows]
    deep = max(map(len, words)) * SMALL * LINE
    for position, lines in enumerate(words):
        x = position * width + width / 2
        canvas.lines(x, y + SMALL, lines, size=SMALL, anchor="middle", bold=True)
    y += deep + 8
    for role in roles:
        base = y + _HIGH
        canvas.line(0, base, canvas.width, base, role_color(role))
        for position, row in enumerate(rows):
            height = _height(dataset, row, role)
            canvas.area(position * width + 4, base - height, width - 8, height, canvas.fill(role))
        for position, row in enumerate(rows):
            part = row.parts.get(role.id)
            does = dataset.term("parts", part).label if part else ""
            canvas.text(position * width + width / 2, base + 14, does, size=SMALL, fill=MUTED, anchor="middle")
        y = base + 28
    left, right = width / 2, canvas.width - width / 2
    canvas.path(f"M{number(right)},{number(y)}v18H{number(left)}v-12", **_BACK)
    canvas.arrow(left, y + 8, left, y)
    canvas.text((left + right) / 2, y + 22, picture.again, size=SMALL, anchor="middle", halo=True)
    canvas.height = y + 30


def _down(
    dataset: Dataset, picture: StepsPicture, roles: tuple[Role, ...], rows: list[GridRow], canvas: Canvas, y: float
) -> None:
    label = 118.0
    width = (canvas.width - label - 22) / len(roles)
    top = y
    for row in rows:
        words = wrap(row.name, label - 8, SMALL, bold=True)
        height = max(_HIGH, len(words) * SMALL * LINE) + 8
        canvas.line(0, y, canvas.width - 22, y, RULE)
        middle = y + height / 2
        canvas.lines(0, middle + 4 - (len(words) - 1) * SMALL * 0.6, words, size=SMALL, bold=True)
        for position, role in enumerate(roles):
            part = row.parts.get(role.id)
            long = _height(dataset, row, role) / _HIGH * (width - 10)
            x = label + position * width
            canvas.area(x, middle - 14, long, 14, canvas.fill(role))
            if part:
                canvas.text(x, middle + 14, dataset.term("parts", part).label, size=SMALL, fill=MUTED)
        y += height
    canvas.line(0, y, canvas.width - 22, y, INK)
    x = canvas.width - 8
    canvas.path(f"M{number(x - 12)},{number(y - 20)}h10V{number(top + 20)}h-6", **_BACK)
    canvas.arrow(x, top + 20, x - 14, top + 20)
    words = wrap(f"From the last phase to the first: {picture.again}.", canvas.width, SMALL)
    canvas.height = canvas.lines(0, y + SMALL + 6, words, size=SMALL, fill=MUTED)
