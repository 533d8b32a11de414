"""Claims as the page of claims shows them: what is said, the verdict, and the figures behind it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .. import verdicts
from ..model import Claim, Dataset, Publication, RangeClaim, Term, ThresholdClaim
from . import numbers
from .figure_lines import FigureLines, Line
from .links import Links, source_page


@dataclass(frozen=True)
class Entry:
    """A claim, ready to show."""

    claim: Claim
    verdict: Term
    form: Term
    terms: str
    """The threshold or the range that it names, if it does."""
    lines: tuple[Line, ...]
    said_by: tuple[Publication, ...]


def entries(dataset: Dataset, links: Links, group: str) -> Iterator[Entry]:
    """The claims of a group in the order of the file."""
    for claim in dataset.claims:
        if claim.group == group:
            yield Entry(
                claim,
                dataset.term("verdicts", verdicts.verdict(dataset, claim)),
                dataset.term("forms", claim.form),
                _terms(dataset, claim),
                tuple(_lines(dataset, links, claim)),
                tuple(dataset.publication_by_id[id_] for id_ in claim.said_by),
            )


def counts(dataset: Dataset) -> dict[str, int]:
    """How many claims have each verdict, in the order of the vocabulary."""
    found: list[str] = [verdicts.verdict(dataset, claim) for claim in dataset.claims]
    return {term.id: found.count(term.id) for term in dataset.vocabularies.verdicts}


def _lines(dataset: Dataset, links: Links, claim: Claim) -> Iterator[Line]:
    figures = [dataset.figures[id_] for id_ in getattr(claim, "figures", ())]
    maker = FigureLines(dataset, links, figures)
    for figure in figures:
        line = maker.line([figure])
        kind = dataset.term("kinds", figure.kind).label
        base = f"{kind}, {line.source}: {line.base}" if line.base != figure.title else f"{kind}, {line.source}"
        yield replace(line, name=figure.title, href=links.to(source_page(figure.source), figure.name), base=base)


def _terms(dataset: Dataset, claim: Claim) -> str:
    if isinstance(claim, ThresholdClaim):
        figure = dataset.figures[claim.figures[0]]
        side, end = next((side, end) for side in ("above", "below") if (end := getattr(claim, side)) is not None)
        return f"threshold: {side} {numbers.amount(figure, end) if claim.roles else numbers.percent(end, 0)}"
    if isinstance(claim, RangeClaim):
        figure = dataset.figures[claim.figures[0]]
        ends = [numbers.amount(figure, end, exact=True) if end is not None else None for end in (claim.low, claim.high)]
        low, high = ends
        words = f"{low} to {high}" if low and high else f"{low} and more" if low else f"up to {high}"
        return f"range: {words}"
    return ""
