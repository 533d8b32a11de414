"""The steps of a framework: for each skill and step a square with as many parts as the level that is asked there."""

from ...model import Dataset, LadderPicture, ListingFigure, Role
from .. import facts, ladders, numbers
from ..drawing import INK, LINE, MUTED, SIZE, SMALL, Canvas, measure, number, role_color, wrap
from ..html import capital
from .drawn import Cell, Drawn

_PART, _GAP = 5, 14
"""The height of one level's part, and the gap between the roles, in pixels."""
_Levels = dict[tuple[str, str], int]
"""By skill and step the level from 1; 0 where the skill is not asked."""


def drawn(dataset: Dataset, picture: LadderPicture) -> Drawn:
    """The picture of a ladder."""
    evidence = dataset.evidence_by_source[picture.source]
    by_role = ladders.steps(dataset, evidence)
    asked = ladders.asked(evidence, by_role)
    order = [term.id for term in dataset.vocabularies.proficiencies]
    rows: list[tuple[Cell, ...]] = []
    levels: _Levels = {}
    for skill, found in asked.items():
        for role, own in by_role:
            for step in own:
                figure = found.get(step.name)
                level = figure.values[role.id].level if figure else None
                said = dataset.term("proficiencies", level).label if level else "not asked"
                behind = facts.behind(dataset, figure, role.id, figure.values[role.id])[0] if figure else None
                term = ("proficiencies", level) if level else None
                shown = Cell(said, level or "", figure, behind, term)
                rows.append((Cell(skill), Cell(capital(role.name)), Cell(step.title), shown))
                levels[skill, step.name] = order.index(level) + 1 if level else 0
    return Drawn(
        _finding(dataset, by_role, asked, levels),
        ("Skill", "Role", "Step", "Level"),
        tuple(rows),
        lambda canvas: _draw(dataset, by_role, list(asked), levels, canvas),
        tuple(figure for found in asked.values() for figure in found.values()),
    )


def _finding(dataset: Dataset, by_role: ladders.Steps, asked: ladders.Asked, levels: _Levels) -> str:
    said = [f"{len(own)} steps for {role.plural}, from {own[0].title} to {own[-1].title}" for role, own in by_role]
    shared = [skill for skill in asked if all(any(levels[skill, step.name] for step in own) for _, own in by_role)]
    highest = [_highest(dataset, own, asked, levels) for _, own in by_role]
    of_all = "both" if len(by_role) == 2 else "all"
    return (
        f"{capital('; '.join(said))}. {len(shared)} of {len(asked)} skills are asked of {of_all}. "
        f"{dataset.vocabularies.proficiencies[-1].label} is asked at most in {numbers.listing(highest)}."
    )


def _highest(dataset: Dataset, own: list[ListingFigure], asked: ladders.Asked, levels: _Levels) -> str:
    """At which steps of a role the highest level is asked in the most skills, and in how many of the role's."""
    top = len(dataset.vocabularies.proficiencies)
    counts = {step.title: sum(levels[skill, step.name] == top for skill in asked) for step in own}
    whole = sum(any(levels[skill, step.name] for step in own) for skill in asked)
    most = max(counts.values())
    return f"{most} of {whole} skills at {numbers.listing([title for title, count in counts.items() if count == most])}"


# Drawing


def _draw(dataset: Dataset, by_role: ladders.Steps, asked: list[str], levels: _Levels, canvas: Canvas) -> None:
    terms = dataset.vocabularies.proficiencies
    legend = (
        "Parts of a column, from below: " + ", ".join(term.label.lower() for term in terms) + ". A dash: not asked."
    )
    y = canvas.legend(tuple(role for role, _ in by_role), SIZE, legend) + 10
    if not canvas.narrow:
        canvas.height = _block(dataset, by_role, asked, levels, canvas, y)
        return
    for role, own in by_role:
        there = [skill for skill in asked if any(levels[skill, step.name] for step in own)]
        y = _block(dataset, [(role, own)], there, levels, canvas, y) + 18
    canvas.height = y - 14


def _block(
    dataset: Dataset, by_role: ladders.Steps, asked: list[str], levels: _Levels, canvas: Canvas, y: float
) -> float:
    """Skills down, steps across; gives where it ends."""
    top = len(dataset.vocabularies.proficiencies)
    size = SMALL if canvas.narrow else SIZE
    label = 136 if canvas.narrow else min(max(measure(skill) for skill in asked) + 14, 220)
    places: list[tuple[Role, ListingFigure, float]] = []
    width = min((canvas.width - label - _GAP * (len(by_role) - 1)) / sum(len(own) for _, own in by_role), 64)
    x = label + width / 2
    for role, own in by_role:
        for step in own:
            places.append((role, step, x))
            x += width
        x += _GAP
    end = places[-1][2] + width / 2
    y = _heads(places, width, canvas, y)
    height = top * (_PART + 1)
    bases = []
    for skill in asked:
        words = wrap(skill, label - 10, size)
        row = max(height + 12, len(words) * size * LINE + 8)
        canvas.line(0, y, end, y)
        canvas.lines(0, y + row / 2 + size * 0.36 - (len(words) - 1) * size * LINE / 2, words, size=size)
        bases.append((skill, y + row / 2 + height / 2))
        y += row
    canvas.line(0, y, end, y, INK)
    for role, step, middle in places:
        for skill, base in bases:
            level = levels[skill, step.name]
            for part in range(level):
                canvas.area(middle - 11, base - (part + 1) * (_PART + 1), 22, _PART, canvas.fill(role))
    for role, step, middle in places:
        for skill, base in bases:
            level = levels[skill, step.name]
            if level:
                for part in range(level, top):
                    place = base - (part + 1) * (_PART + 1) + 0.5
                    canvas.area(middle - 10.5, place, 21, _PART - 1, "none", stroke=role_color(role), stroke_width=0.5)
    for _, step, middle in places:
        for skill, base in bases:
            if not levels[skill, step.name]:
                canvas.line(middle - 4, base - height / 2, middle + 4, base - height / 2, MUTED)
    return y + 4


def _heads(places: list[tuple[Role, ListingFigure, float]], width: float, canvas: Canvas, y: float) -> float:
    """The names of the steps, on a phone turned to the side; gives where they end."""
    size = SMALL - 1
    if not canvas.narrow:
        words = [wrap(step.title, width - 4, size) for _, step, _ in places]
        bottom = y + max(map(len, words)) * size * LINE + 6
        for (_, _, middle), lines in zip(places, words, strict=True):
            first = bottom - 6 - (len(lines) - 1) * size * LINE
            canvas.lines(middle, first, lines, size=size, fill=MUTED, anchor="middle")
        return bottom
    bottom = y + 92
    for _, step, middle in places:
        lines = wrap(step.title, 88, size)
        for position, line in enumerate(lines):
            x = middle + 4 + (position - (len(lines) - 1) / 2) * size * 1.1
            turned = f"rotate(-90 {number(x)} {number(bottom - 4)})"
            canvas.put("text", line, x=x, y=bottom - 4, font_size=size, fill=MUTED, transform=turned)
    return bottom
