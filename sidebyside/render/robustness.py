"""The same difference in parts of the base, or computed in another way: does its sign hold?"""

from dataclasses import dataclass, replace

from .. import derive
from ..model import Dataset, Figure
from .figure_lines import FigureLines, Line
from .links import Links, source_page


@dataclass(frozen=True)
class Again:
    """A figure and its variants, as lines of the table."""

    title: str
    lines: tuple[Line, ...]
    holds: tuple[str, ...]
    """For each line whether the sign of the first is that of this one, too; nothing for the first."""


def group(dataset: Dataset, links: Links, figure: Figure, variants: list[Figure]) -> Again:
    """The figure itself and below it each variant, compared by two roles that all of them have."""
    maker = FigureLines(dataset, links, [figure, *variants])
    everywhere = (role.id for role in dataset.roles if all(role.id in each.values for each in (figure, *variants)))
    both = derive.farthest(figure, everywhere)
    whole = derive.difference(figure, *both) if both else None
    lines, holds = [], []
    for each in (figure, *variants):
        line = maker.line([each])
        href = links.to(source_page(each.source), each.name)
        lines.append(replace(line, name=each.variant or "all", href=href, base=""))
        difference = derive.difference(each, *both) if both else None
        if each is figure:
            holds.append("")
        elif line.gap is None or difference is None or whole is None:
            holds.append("too few to tell")
        else:
            same = difference.value * whole.value > 0
            holds.append(f"{'holds' if same else 'turns'}, {'clear' if line.gap.clear else 'not clear'}")
    return Again(figure.title, tuple(lines), tuple(holds))
