"""The macros about the roles: their names, and a card for each."""

from typing import Any

from ..mistakes import meant, one_of
from ..model import Measured, Role, Table
from . import facts, numbers, shown, tables
from .calling import CallError, Calling
from .html import capital, render, text
from .links import source_page
from .pictures.drawn import Cell as DrawnCell
from .pictures.drawn import Drawn, amount
from .pictures.leading import lead

STAND_OUT = 3
"""How many rows a role's card names."""


class RoleCalls(Calling):
    """Macros about the roles."""

    def role(self, id: str, form: str = "name") -> str:
        """A role's name or another of its texts, e.g. `role("...", "plural")`; a capital form with `Plural`."""
        roles = self._dataset.role_by_id
        if id not in roles:
            raise CallError(f"no role '{id}'{meant(id, roles) or '; there are ' + one_of(roles)}", id)
        forms = ("name", "plural", "short", "short_plural", "purpose", "question", "delivers")
        key = form[:1].lower() + form[1:]
        if key not in forms:
            raise CallError(f"no form '{form}' of a role{meant(key, forms) or '; there are ' + one_of(forms)}")
        words = getattr(roles[id], key)
        return text(capital(words) if form != key else words)

    def role_cards(self, *, id: str, rows: list[tuple[str, str, str]], table: str) -> str:
        """A card for each role. `rows`: label, figure id and words; `table`: whose rows the roles stand out by."""
        known = tables.table(self._dataset, table)
        for _, id_, _ in rows:
            if self._dataset.role_by_id.keys().isdisjoint(self._figure(id_).values):
                raise CallError(f"'{id_}' has no value for any role")
        cards = []
        for role in self._dataset.roles:
            found = []
            for label, id_, words in rows:
                figure = self._figure(id_)
                href = self._links.to(source_page(figure.source), figure.name)
                value = figure.values.get(role.id)
                number = numbers.amount(figure, value.value) if isinstance(value, Measured) else ""
                found.append((label, number, href, words))
            cards.append(
                {
                    "role": role,
                    "numbers": found,
                    "stands_out": self._stands_out(known, role),
                    "stands_out_by": self._dataset.term("kinds", known.kinds[0]).label,
                }
            )
        title = " and ".join(role.name for role in self._dataset.roles)
        self._take_picture(id, capital(title), lambda: self._cards(rows))
        return render("role_cards.html", id=id, cards=cards)

    def _cards(self, rows: list[tuple[str, str, str]]) -> dict[str, Any]:
        """The numbers of the roles' cards as data."""
        figures = [self._figure(id_) for _, id_, _ in rows]
        drawn = Drawn(
            "",
            ("Role", "What", "Number", "Words"),
            tuple(
                (
                    DrawnCell(capital(role.name)),
                    DrawnCell(label),
                    amount(figure, value.value, facts.behind(self._dataset, figure, role.id, value)[0])
                    if isinstance(value, Measured)
                    else DrawnCell("no figure"),
                    DrawnCell(words),
                )
                for role in self._dataset.roles
                for (label, _, words), figure in zip(rows, figures, strict=True)
                for value in (figure.values.get(role.id),)
            ),
            lambda canvas: None,
            tuple(figures),
        )
        return shown.picture(drawn)

    def _stands_out(self, table: Table, role: Role) -> list[tuple[str, str]]:
        """The rows whose first figure is higher in the role than in every other, beyond the margin of a summary."""
        found = []
        for row in table.rows:
            for figure in (self._dataset.figures[id_] for id_ in row.evidence[:1]):
                ahead = lead(self._dataset, figure)
                if figure.kind == table.kinds[0] and ahead and ahead.role is role and ahead.is_beyond:
                    href = self._links.to(source_page(figure.source), figure.name)
                    found.append((-ahead.size, row.name, href))
        return [(name, href) for _, name, href in sorted(found)[:STAND_OUT]]
