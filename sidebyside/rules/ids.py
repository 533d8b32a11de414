"""Rules about ids: each is there once, and whatever is named exists."""

from collections.abc import Iterator
from typing import get_args

from .. import model
from ..load import Draft
from ..mistakes import Mistake, meant
from ..model import ExpectationFigure
from .lookup import unknown


def duplicate_id(draft: Draft) -> Iterator[Mistake]:
    """Two rows of a list with the same id."""
    for document in draft.documents.values():
        first: dict[str, int] = {}
        for position, id_ in document.ids():
            path = (document.main, position, "id")
            if id_ in first:
                line = document.place((document.main, first[id_], "id")).line
                yield document.mistake(path, f"the id '{id_}' is already on line {line}; ids are permanent and unique")
            first.setdefault(id_, position)


def unknown_role(draft: Draft) -> Iterator[Mistake]:
    """A cell, a filter or a value of a role that data/roles.yml does not have. Figures may be about subjects, too."""
    roles = draft.ids["roles"]
    others = draft.ids["subjects"]
    for file, _, row in draft.rows():
        for key in ("cells", "levels", "parts", "absent"):
            for role in getattr(row, key, {}):
                yield from unknown(draft, file, ("rows", row.id, key, role), "roles", role, "role", at_key=True)
    for file, evidence in draft.evidence.items():
        for key in ("roles", "labels"):
            for role in getattr(evidence, key):
                yield from unknown(draft, file, (key, role), "roles", role, "role", at_key=True)
        for figure in evidence.figures:
            for subject in figure.values:
                if roles.lacks(subject) and others.lacks(subject):
                    message = f"no role and no subject '{subject}'{meant(subject, roles.known | others.known)}"
                    yield draft.mistake(file, ("figures", figure.id, "values", subject), message, at_key=True)


def unknown_group(draft: Draft) -> Iterator[Mistake]:
    """A row or a claim in a group that data/vocabularies.yml does not list for its table."""
    grouped = [(file, "rows", row) for file, _, row in draft.rows()]
    grouped += [("claims.yml", "claims", claim) for claim in draft.dataset.claims]
    for file, main, row in grouped:
        name = file.removesuffix(".yml")
        groups = draft.ids[f"groups.{name}"]
        if groups.lacks(row.group):
            message = f"no group '{row.group}' under groups.{name} of vocabularies.yml"
            hint = meant(row.group, groups.known) or "; add it there, or choose one of them"
            yield draft.mistake(file, (main, row.id, "group"), message + hint)


def table_without_groups(draft: Draft) -> Iterator[Mistake]:
    """A comparison table, or the claims, for which data/vocabularies.yml lists no groups."""
    for name in (*draft.dataset.tables, *(["claims"] if draft.dataset.claims else [])):
        if "vocabularies.yml" in draft.documents and not draft.ids[f"groups.{name}"].complete:
            message = f"no groups for the table '{name}'; add a list of them"
            yield draft.mistake("vocabularies.yml", ("groups",), message)


def unknown_level(draft: Draft) -> Iterator[Mistake]:
    """A level of seniority that data/vocabularies.yml does not have."""
    for file, _, row in draft.rows():
        place = ("rows", row.id, "level")
        yield from unknown(draft, file, place, "levels", getattr(row, "level", None), "level")


def unknown_proficiency(draft: Draft) -> Iterator[Mistake]:
    """A level of a skill that data/vocabularies.yml does not have."""
    for file, _, row in draft.rows():
        for role, level in getattr(row, "levels", {}).items():
            place = ("rows", row.id, "levels", role)
            yield from unknown(draft, file, place, "proficiencies", level, "level of a skill")
    for file, evidence in draft.evidence.items():
        for figure in evidence.figures:
            for role, value in figure.values.items() if isinstance(figure, ExpectationFigure) else ():
                at = ("figures", figure.id, "values", role, "level")
                yield from unknown(draft, file, at, "proficiencies", value.level, "level of a skill")


def unknown_section(draft: Draft) -> Iterator[Mistake]:
    """A row that leads to a section that data/sections.yml does not have."""
    for file, _, row in draft.rows():
        place = ("rows", row.id, "section")
        yield from unknown(draft, file, place, "sections", getattr(row, "section", None), "section")


def unknown_figure(draft: Draft) -> Iterator[Mistake]:
    """Evidence of a row, of a claim or of a variant that is in no file."""
    for file, _, row in draft.rows():
        for position, figure in enumerate(row.evidence):
            yield from unknown(draft, file, ("rows", row.id, "evidence", position), "figures", figure, "figure")
    for claim in draft.dataset.claims:
        for position, figure in enumerate(getattr(claim, "figures", ())):
            yield from unknown(
                draft, "claims.yml", ("claims", claim.id, "figures", position), "figures", figure, "figure"
            )
    for file, evidence in draft.evidence.items():
        for variant in evidence.figures:
            place = ("figures", variant.id, "variant_of")
            yield from unknown(draft, file, place, "figures", variant.variant_of, "figure")


def word_without_meaning(draft: Draft) -> Iterator[Mistake]:
    """A word that the models know must be explained in data/vocabularies.yml, and no other word can be."""
    known = {
        "kinds": get_args(model.Kind),
        "origins": get_args(model.Origin),
        "units": get_args(model.Unit),
        "intervals": get_args(model.IntervalMethod),
        "parts": get_args(model.Part),
        "verdicts": get_args(model.Verdict),
        "forms": get_args(model.Form),
    }
    if "vocabularies.yml" not in draft.documents:
        return
    for vocabulary, words in known.items():
        ids = draft.ids[vocabulary]
        if not ids.complete:
            continue
        for word in words:
            if word not in ids.known:
                yield draft.mistake("vocabularies.yml", (vocabulary,), f"'{word}' is not explained; add it")
        for word in sorted(ids.known - set(words)):
            hint = meant(word, words) or "; remove it, or teach it to sidebyside/model/"
            yield draft.mistake("vocabularies.yml", (vocabulary, word), f"nothing can be '{word}'{hint}")
