"""Rules about claims: that each can be tested in the form that it declares, and that somebody makes it."""

from collections.abc import Iterator

from .. import verdicts
from ..document import Path
from ..load import Draft
from ..mistakes import Mistake
from ..model import Claim, MoreClaim, ThresholdClaim
from .lookup import unknown


def unknown_publication(draft: Draft) -> Iterator[Mistake]:
    """A claim of a publication that data/publications.yml does not have."""
    for claim in draft.dataset.claims:
        for position, id_ in enumerate(claim.said_by):
            place = ("claims", claim.id, "said_by", position)
            yield from unknown(draft, "claims.yml", place, "publications", id_, "publication")


def publication_with_the_id_of_a_source(draft: Draft) -> Iterator[Mistake]:
    """A publication with the id of a source: a citation could mean either."""
    for publication in draft.dataset.publications:
        if publication.id in draft.ids["sources"].known:
            message = f"'{publication.id}' is the id of a source, too; choose another"
            yield draft.mistake("publications.yml", ("publications", publication.id, "id"), message)


def unknown_role_of_a_claim(draft: Draft) -> Iterator[Mistake]:
    """A claim about a role that data/roles.yml does not have."""
    for claim in draft.dataset.claims:
        for place, role in _roles(claim):
            yield from unknown(draft, "claims.yml", ("claims", claim.id, *place), "roles", role, "role")


def threshold_without_an_end(draft: Draft) -> Iterator[Mistake]:
    """A threshold that is neither above nor below something, or both; a range that is open at both ends."""
    for claim in draft.dataset.claims:
        if not verdicts.has_end(claim):
            if isinstance(claim, ThresholdClaim):
                message = "a threshold is either above or below; give one of them"
            else:
                message = "a range needs an end; give low, high or both"
            yield draft.mistake("claims.yml", ("claims", claim.id), message)


def _roles(claim: Claim) -> list[tuple[Path, str]]:
    """The roles that a claim names, each with its place in the claim."""
    if isinstance(claim, MoreClaim):
        return [(("role",), claim.role)]
    return [(("roles", position), role) for position, role in enumerate(getattr(claim, "roles", ()))]


def _is_readable(draft: Draft, claim: Claim) -> bool:
    """Whether all that the verdict needs is there; what is not is told by other rules."""
    figures = all(id_ in draft.dataset.figures for id_ in getattr(claim, "figures", ()))
    roles = not any(draft.ids["roles"].lacks(role) for _, role in _roles(claim))
    return figures and roles and len(draft.dataset.roles) > 1 and verdicts.has_end(claim)


def claim_that_nothing_supports(draft: Draft) -> Iterator[Mistake]:
    """A claim of more in one role that would be called partly supported though no figure lies on that side."""
    dataset = draft.dataset
    for claim in dataset.claims:
        if not isinstance(claim, MoreClaim) or not _is_readable(draft, claim):
            continue
        try:
            each = [verdicts.verdict(dataset, claim.model_copy(update={"figures": (id_,)})) for id_ in claim.figures]
        except (ValueError, verdicts.CannotAnswerError):  # told by other rules
            continue
        if len(set(each)) > 1 and not {"supported", "partly-supported"} & set(each):
            message = "no figure lies on the side of the claim, yet not all say the same; make two claims of it"
            yield draft.mistake("claims.yml", ("claims", claim.id, "figures"), message)


def figure_that_cannot_answer(draft: Draft) -> Iterator[Mistake]:
    """A figure that has no value, or no such value, for what the claim says."""
    dataset = draft.dataset
    for claim in dataset.claims:
        if not _is_readable(draft, claim):
            continue
        for position, id_ in enumerate(getattr(claim, "figures", ())):
            try:
                verdicts.verdict(dataset, claim.model_copy(update={"figures": (id_,)}))
            except ValueError:  # a number that cannot be true; its own rule says so
                continue
            except verdicts.CannotAnswerError as error:
                message = f"{error}, so it cannot answer a claim of the form '{claim.form}'; choose another"
                yield draft.mistake("claims.yml", ("claims", claim.id, "figures", position), message)
