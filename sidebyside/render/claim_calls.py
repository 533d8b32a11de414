"""The macros of what people say about the roles, with the verdicts on it."""

from ..mistakes import meant, one_of
from . import claims, numbers
from .calling import CallError, Calling
from .html import render
from .links import VERDICTS


class ClaimCalls(Calling):
    """Macros about claims."""

    def claims(self, group: str) -> str:
        """What people say, claim by claim, with the verdict and the figures behind it."""
        known = {term.id for term in self._dataset.vocabularies.groups["claims"]}
        if group not in known:
            raise CallError(
                f"no group '{group}' of claims{meant(group, known) or '; there are ' + one_of(known)}", group
            )
        return render(
            "claims.html",
            entries=list(claims.entries(self._dataset, self._links, group)),
            roles=self._dataset.roles,
            comparison_label=f"Difference, {numbers.confidence()} interval",
            rules=self._links.to(*VERDICTS),
        )

    def verdicts(self) -> str:
        """How many claims have each verdict, to choose from."""
        counts = claims.counts(self._dataset)
        terms = [(term, counts[term.id]) for term in self._dataset.vocabularies.verdicts]
        return render("verdicts.html", terms=terms, total=len(self._dataset.claims))
