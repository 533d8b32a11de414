"""Rules about claims: that each can be tested in the form that it declares, and that somebody makes it."""

from collections.abc import Iterator

from .. import verdicts
from ..load import Draft
from ..mistakes import Mistake, meant
from ..model import MoreClaim, RangeClaim, ThresholdClaim


def unknown_publication(draft: Draft) -> Iterator[Mistake]:
    """A claim of a publication that data/publications.yml does not have."""
    ids = draft.ids["publications"]
    for claim in draft.dataset.claims:
        for position, id_ in enumerate(claim.said_by):
            if ids.lacks(id_):
                hint = meant(id_, ids.known) or "; add it to data/publications.yml"
                place = ("claims", claim.id, "said_by", position)
                yield draft.mistake("claims.yml", place, f"no publication '{id_}'{hint}")


def publication_without_claim(draft: Draft) -> Iterator[Mistake]:
    """A publication that no claim is quoted from, or with the id of a source: a citation could mean either."""
    cited = {id_ for claim in draft.dataset.claims for id_ in claim.said_by}
    complete = draft.ids["claims"].complete and len(draft.dataset.claims) == len(draft.ids["claims"].known)
    for publication in draft.dataset.publications:
        place = ("publications", publication.id, "id")
        if publication.id in draft.ids["sources"].known:
            message = f"'{publication.id}' is the id of a source, too; choose another"
            yield draft.mistake("publications.yml", place, message)
        if complete and publication.id not in cited:
            message = f"no claim is quoted from '{publication.id}'; remove it, or name it under said_by"
            yield draft.mistake("publications.yml", place, message)


def unknown_role_of_a_claim(draft: Draft) -> Iterator[Mistake]:
    """A claim about a role that data/roles.yml does not have."""
    roles = draft.ids["roles"]
    for claim in draft.dataset.claims:
        named = [(("role",), claim.role)] if isinstance(claim, MoreClaim) else []
        named += [(("roles", position), role) for position, role in enumerate(getattr(claim, "roles", ()))]
        for place, role in named:
            if roles.lacks(role):
                message = f"no role '{role}'{meant(role, roles.known)}"
                yield draft.mistake("claims.yml", ("claims", claim.id, *place), message)


def threshold_without_an_end(draft: Draft) -> Iterator[Mistake]:
    """A threshold that is neither above nor below something, or both; a range that is open at both ends."""
    for claim in draft.dataset.claims:
        if isinstance(claim, ThresholdClaim) and (claim.above is None) == (claim.below is None):
            yield draft.mistake(
                "claims.yml", ("claims", claim.id), "a threshold is either above or below; give one of them"
            )
        if isinstance(claim, RangeClaim) and claim.low is None and claim.high is None:
            yield draft.mistake("claims.yml", ("claims", claim.id), "a range needs an end; give low, high or both")


def claim_that_nothing_supports(draft: Draft) -> Iterator[Mistake]:
    """A claim of more in one role that would be called partly supported though no figure lies on that side."""
    dataset = draft.dataset
    for claim in dataset.claims:
        if not isinstance(claim, MoreClaim) or any(id_ not in dataset.figures for id_ in claim.figures):
            continue
        try:
            each = [verdicts.verdict(dataset, claim.model_copy(update={"figures": (id_,)})) for id_ in claim.figures]
        except ValueError:
            continue
        if len(set(each)) > 1 and not {"supported", "partly-supported"} & set(each):
            message = "no figure lies on the side of the claim, yet not all say the same; make two claims of it"
            yield draft.mistake("claims.yml", ("claims", claim.id, "figures"), message)


def figure_that_cannot_answer(draft: Draft) -> Iterator[Mistake]:
    """A figure that has no value, or no such value, for what the claim says."""
    dataset = draft.dataset
    for claim in dataset.claims:
        figures = getattr(claim, "figures", ())
        if len(dataset.roles) < 2 or any(id_ not in dataset.figures for id_ in figures):
            continue
        for position, id_ in enumerate(figures):
            try:
                verdicts.verdict(dataset, claim.model_copy(update={"figures": (id_,)}))
            except ValueError as error:
                message = f"{error}, so it cannot answer a claim of the form '{claim.form}'; choose another"
                yield draft.mistake("claims.yml", ("claims", claim.id, "figures", position), message)
