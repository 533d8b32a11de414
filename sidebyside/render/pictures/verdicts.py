"""A square for each claim, by its verdict and its group."""

from ... import verdicts
from ...model import Claim, Dataset, VerdictsPicture
from .. import numbers
from ..drawing import INK, LINE, MUTED, PAPER, SIZE, SMALL, Canvas, measure, number, wrap
from ..html import capital
from .drawn import Cell, Drawn

_SIDE, _STEP = 12, 15


def drawn(dataset: Dataset, picture: VerdictsPicture) -> Drawn:
    """The picture of all claims."""
    found: dict[str, list[Claim]] = {term.id: [] for term in dataset.vocabularies.verdicts}
    for claim in dataset.claims:
        found[verdicts.verdict(dataset, claim)].append(claim)
    groups = {term.id: term.label for term in dataset.vocabularies.groups["claims"]}
    rows = tuple(
        (Cell(claim.claim), Cell(groups[claim.group]), Cell(dataset.term("verdicts", verdict).label))
        for verdict, claims in found.items()
        for claim in claims
    )
    counts = [f"{len(claims)} {dataset.term('verdicts', id_).label.lower()}" for id_, claims in found.items()]
    return Drawn(
        f"Of {len(dataset.claims)} claims: {numbers.listing(counts)}.",
        ("Claim", "About", "Verdict"),
        rows,
        lambda canvas: _draw(dataset, found, canvas),
    )


def _draw(dataset: Dataset, found: dict[str, list[Claim]], canvas: Canvas) -> None:
    terms = {term.id: term for term in dataset.vocabularies.verdicts}
    label = 0 if canvas.narrow else max(measure(term.label, bold=True) for term in terms.values()) + 36
    across = int((canvas.width - label) // _STEP)
    y = 4.0
    for id_, claims in found.items():
        words = f"{capital(terms[id_].label)}: {len(claims)}"
        if canvas.narrow:
            canvas.text(0, y + SIZE, words, bold=True)
            y += SIZE * LINE + 6
        else:
            canvas.text(0, y + SIZE - 2, words, bold=True)
        rows = max(1, -(-len(claims) // across))
        for position in range(len(claims)):
            x, top = label + position % across * _STEP, y + position // across * _STEP
            _square(canvas, id_, x, top)
        y += rows * _STEP
        if not canvas.narrow:
            y = canvas.lines(
                label, y + SMALL, wrap(terms[id_].description, canvas.width - label, SMALL), size=SMALL, fill=MUTED
            )
        y += 8
    canvas.height = y


def _square(canvas: Canvas, verdict: str, x: float, y: float) -> None:
    """A square that is full, half full, empty, crossed out or of dashes, so that they differ without color."""
    side = _SIDE - 1
    is_tested = verdict != "untestable"
    dashes = {} if is_tested else {"stroke_dasharray": "2 2"}
    edge, fill = INK if is_tested else MUTED, INK if verdict == "supported" else PAPER
    canvas.area(x + 0.5, y + 0.5, side, side, fill, stroke=edge, stroke_width=1, **dashes)
    if verdict == "partly-supported":
        canvas.path(f"M{number(x)},{number(y + _SIDE)}v-{_SIDE}h{_SIDE}z", fill=INK)
    if verdict == "contradicted":
        canvas.line(x + 2, y + 2, x + side, y + side, INK, 1.5)
        canvas.line(x + 2, y + side, x + side, y + 2, INK, 1.5)
