"""What two roles share: two fields that overlap, and in them the skills by how far apart the levels are.

At the sides stand the skills of which a role has two levels more, or the other is not asked at all; in the overlap
those of which both are asked, and in its middle the same level.
"""

from ... import derive
from ...model import Dataset, ExpectationFigure, OverlapPicture, Role, SkillRow
from .. import facts
from ..drawing import LINE, SIZE, SMALL, Canvas, role_color, role_tint, wrap
from ..html import capital
from .drawn import Cell, Drawn

_OURS = "our judgment"
_EDGES = {"hatched": "6 3", "dotted": "1.5 3", "striped": "10 3 2 3"}
"""The strokes of a field's edge, by how the role's areas are filled."""
_FAR = 2  # levels apart from which a skill is one role's own


def drawn(dataset: Dataset, picture: OverlapPicture) -> Drawn:
    """The picture of what is shared."""
    first, second = (dataset.role_by_id[id_] for id_ in picture.between)
    bands = chosen(dataset, first, second)
    names = [_far(first), _near(first), "Same level", _near(second), _far(second)]
    rows = tuple(
        (Cell(row.name), Cell(name), *(each for role in (first, second) for each in _level(dataset, row, role)))
        for name, skills in zip(names, bands, strict=True)
        for row in skills
    )
    heads = [head for role in (first, second) for head in (capital(role.name), "by")]
    origins = [cell.text for row in rows for cell in row[3::2]]
    figures = [cell.figure for row in rows for cell in row if cell.figure]
    return Drawn(
        _finding((first, second), bands, origins.count(_OURS), len(origins)),
        ("Skill", "Where", *heads),
        rows,
        lambda canvas: _draw((first, second), names, bands, canvas),
        tuple(figures),
    )


def _level(dataset: Dataset, row: SkillRow, role: Role) -> tuple[Cell, Cell]:
    """The level that is asked of a role, and by whom: by a figure, or in our judgment."""
    level = derive.level(dataset, row, role.id)
    figures = [each for id_ in row.evidence if isinstance(each := dataset.figures[id_], ExpectationFigure)]
    figure = figures[0] if figures and role.id not in row.levels else None
    word = dataset.term("proficiencies", level).label if level else "not asked"
    origin = dataset.source_by_id[figure.source].short if figure else _OURS
    behind = facts.behind(dataset, figure, role.id, figure.values[role.id])[0] if figure else None
    return Cell(word, level or "", figure, behind, ("proficiencies", level) if level else None), Cell(origin)


def _finding(roles: tuple[Role, Role], bands: list[list[SkillRow]], ours: int, whole: int) -> str:
    first, second = roles
    own, near, same, near_2, own_2 = map(len, bands)
    return (
        f"Our judgment gives {ours} of the {whole} levels. Of {sum(map(len, bands))} skills the two roles need "
        f"{near + same + near_2} at levels at most one apart, {same} of them at the same. {own} are {first.plural}' "
        f"own and {own_2} {second.plural}': there one needs two levels more."
    )


def chosen(dataset: Dataset, first: Role, second: Role) -> list[list[SkillRow]]:
    """The skills in five bands, from what is the first role's own to what is the second's."""
    order = [term.id for term in dataset.vocabularies.proficiencies]
    bands: list[list[SkillRow]] = [[], [], [], [], []]
    for row in dataset.tables["skills"].rows:
        one, other = (derive.level(dataset, row, role.id) for role in (first, second))
        if one is None and other is None:
            continue
        if one is None or other is None:
            bands[4 if one is None else 0].append(row)
            continue
        apart = order.index(other) - order.index(one)
        bands[2 + max(-_FAR, min(_FAR, apart))].append(row)
    return bands


def _far(role: Role) -> str:
    return f"{capital(role.short_plural)}' own"


def _near(role: Role) -> str:
    return f"{capital(role.short_plural)} a level more"


# Drawing


def _draw(roles: tuple[Role, Role], names: list[str], bands: list[list[SkillRow]], canvas: Canvas) -> None:
    if canvas.narrow:
        _down(roles, names, bands, canvas)
    else:
        _across(roles, names, bands, canvas)


def _across(roles: tuple[Role, Role], names: list[str], bands: list[list[SkillRow]], canvas: Canvas) -> None:
    width = canvas.width / 5
    words = [[wrap(row.name, width - 22, SMALL) for row in band] for band in bands]
    heads = [wrap(name, width - 22, bold=True) for name in names]
    head = max(map(len, heads)) * SIZE * LINE
    height = head + max(sum(len(each) * SMALL * LINE + 5 for each in band) for band in words) + 28
    top = 26.0
    first, second = roles
    _field(canvas, first, (1, top, 4 * width - 6, height))
    _field(canvas, second, (width + 6, top + 8, 4 * width - 7, height))
    _name(first, 14, 16, canvas)
    _name(second, canvas.width - 150, 16, canvas)
    for position, (title, band) in enumerate(zip(heads, words, strict=True)):
        x = position * width + width / 2
        canvas.lines(x, top + 28, title, bold=True, anchor="middle")
        y = top + 34 + head
        for name in band:
            y = canvas.lines(x, y, name, size=SMALL, anchor="middle") + 5
    canvas.height = top + height + 12


def _down(roles: tuple[Role, Role], names: list[str], bands: list[list[SkillRow]], canvas: Canvas) -> None:
    first, second = roles
    _name(first, 12, 16, canvas)
    y = 26.0
    starts, texts = [], []
    for name, band in zip(names, bands, strict=True):
        starts.append(y)
        words = wrap(", ".join(row.name for row in band), canvas.width - 48, SMALL)
        texts.append((y + 24, name, words))
        y += 24 + SIZE * LINE + len(words) * SMALL * LINE + 8
    end = y
    _field(canvas, first, (1, starts[0], canvas.width - 12, starts[4] - starts[0] - 5))
    _field(canvas, second, (11, starts[1] + 2, canvas.width - 12, end - starts[1]))
    for place, name, words in texts:
        after = canvas.lines(24, place, [name], bold=True)
        canvas.lines(24, after, words, size=SMALL)
    _name(second, 22, end + 22, canvas)
    canvas.height = end + 30


def _name(role: Role, x: float, y: float, canvas: Canvas) -> None:
    canvas.marks(role, [(x, y - 4)])
    canvas.text(x + 9, y, capital(role.short_plural), fill=role_color(role), bold=True)


def _field(canvas: Canvas, role: Role, place: tuple[float, float, float, float]) -> None:
    """The field of a role, whose edge is as its areas are: in one piece, or in strokes."""
    paint: dict[str, str | float] = {
        "rx": 22,
        "fill": role_tint(role),
        "fill_opacity": 0.55,
        "stroke": role_color(role),
        "stroke_width": 1.5,
    }
    if role.fill in _EDGES:
        paint["stroke_dasharray"] = _EDGES[role.fill]
    x, y, width, height = place
    canvas.put("rect", x=x, y=y, width=width, height=height, **paint)
