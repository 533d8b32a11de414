"""Rules about the statements on work: what makes their result honest, and that profiles rest on what they name."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from .. import assessment
from ..load import Draft
from ..mistakes import Mistake, meant, one_of
from ..model import FEW, Assessment, Dimension, ShareFigure, Statement
from .lookup import unknown

FILE = "assessment.yml"
NAMED = 0.1
"""A figure counts only if at least this share of one role gave that answer, so that it is about more than a few."""


def dimension_twice(draft: Draft) -> Iterator[Mistake]:
    """Two kinds of work with the same id."""
    seen: set[str] = set()
    for position, dimension in enumerate(_dimensions(draft)):
        if dimension.id in seen:
            message = f"the id '{dimension.id}' is there already; choose another"
            yield draft.mistake(FILE, ("dimensions", position, "id"), message)
        seen.add(dimension.id)


def unknown_dimension(draft: Draft) -> Iterator[Mistake]:
    """A statement about a kind of work that is not described."""
    known = [dimension.id for dimension in _dimensions(draft)]
    for statement in _statements(draft):
        if statement.dimension not in known:
            hint = meant(statement.dimension, known) or "; there are " + one_of(known)
            message = f"no dimension '{statement.dimension}'{hint}"
            yield draft.mistake(FILE, ("statements", statement.id, "dimension"), message)


def keyed_one_way(draft: Draft) -> Iterator[Mistake]:
    """A kind of work with more statements keyed to agree than to disagree: who agrees with all would lean to it."""
    for place, dimension in enumerate(_dimensions(draft)):
        keyed = Counter(each.keyed for each in _statements(draft) if each.dimension == dimension.id)
        if keyed["agree"] != keyed["disagree"] or not keyed:
            message = (
                f"{keyed['agree']} of its statements are keyed to agree and {keyed['disagree']} to disagree; "
                "have as many of each"
            )
            yield draft.mistake(FILE, ("dimensions", place, "id"), message)


def role_in_a_statement(draft: Draft) -> Iterator[Mistake]:
    """A statement that names a role, so that one answers what one wants to be."""
    for statement in _statements(draft):
        for role in draft.dataset.roles:
            if any(name.casefold() in statement.text.casefold() for name in (role.name, role.short)):
                message = f"it names the role '{role.id}'; say what the work is like"
                yield draft.mistake(FILE, ("statements", statement.id, "text"), message)
                break


def basis_missing_or_twice(draft: Draft) -> Iterator[Mistake]:
    """A kind of work that rests on figures and on our judgment, or on neither, or on a judgment without a reason."""
    for position, dimension in enumerate(_dimensions(draft)):
        place = ("dimensions", position, "id")
        if dimension.figures and (dimension.leans or dimension.why):
            yield draft.mistake(FILE, place, "it has figures, so no judgment counts; remove leans and why")
        elif not dimension.figures and not (dimension.leans and dimension.why):
            message = "no figures; name some, or say under leans and why to which roles it belongs by our judgment"
            yield draft.mistake(FILE, place, message)


def unknown_role_of_a_dimension(draft: Draft) -> Iterator[Mistake]:
    """A judgment about a role that data/roles.yml does not have."""
    for place, dimension in enumerate(_dimensions(draft)):
        for position, role in enumerate(dimension.leans):
            yield from unknown(draft, FILE, ("dimensions", place, "leans", position), "roles", role, "role")


def figure_that_is_no_profile(draft: Draft) -> Iterator[Mistake]:
    """A figure that is not known, that does not give every role a share, or that few people named."""
    roles = _roles(draft)
    for number, dimension in enumerate(_dimensions(draft)):
        for position, id_ in enumerate(dimension.figures):
            place = ("dimensions", number, "figures", position)
            yield from unknown(draft, FILE, place, "figures", id_, "figure")
            figure = draft.dataset.figures.get(id_)
            if figure is None or not roles:
                continue
            if not isinstance(figure, ShareFigure) or not set(roles) <= figure.values.keys():
                message = f"'{id_}' does not give every role a share; choose one that does"
                yield draft.mistake(FILE, place, message)
                continue
            shares = [figure.values[role] for role in roles]
            if min(share.of for share in shares) < FEW:
                yield draft.mistake(FILE, place, f"'{id_}' rests on fewer than {FEW} for a role; choose another")
            elif max(share.value for share in shares) < NAMED:
                message = f"'{id_}' was named by less than {NAMED:.0%} of every role; choose one that more named"
                yield draft.mistake(FILE, place, message)


def kinds_in_one_dimension(draft: Draft) -> Iterator[Mistake]:
    """Figures of several sources or kinds in one number."""
    figures = draft.dataset.figures
    for place, dimension in enumerate(_dimensions(draft)):
        known = [figures[id_] for id_ in dimension.figures if id_ in figures]
        if len({(figure.source, figure.kind) for figure in known}) > 1:
            message = "figures of several sources or kinds; keep those of one, for kinds are never mixed in one number"
            yield draft.mistake(FILE, ("dimensions", place, "figures"), message)


def dimension_that_separates_nobody(draft: Draft) -> Iterator[Mistake]:
    """A kind of work that counts the same for every role: its statements would be asked for nothing."""
    if _whole(draft) is None:
        return
    for place, dimension in enumerate(_dimensions(draft)):
        found = assessment.weights(draft.dataset, dimension)
        if len(set(found.values())) < 2:
            message = "it counts the same for every role; choose a kind of work that tells them apart, or remove it"
            yield draft.mistake(FILE, ("dimensions", place, "id"), message)


def statement_that_decides(draft: Draft) -> Iterator[Mistake]:
    """A statement whose answer alone, turned from one end to the other, leaves or crosses what is undecided."""
    whole = _whole(draft)
    if whole is None:
        return
    made = assessment.instrument(draft.dataset, whole)
    pairs = list(combinations(range(len(draft.dataset.roles)), 2))
    for statement, (place, _) in zip(_statements(draft), made.statements, strict=True):
        for one, other in pairs:
            most = 2 * assessment.END * abs(made.weights[place][one] - made.weights[place][other])
            least = assessment.threshold(made, one, other)
            if most >= least:
                message = (
                    f"its answer can change the lead by {most} points, and {least} are enough for a clear result; "
                    "add statements or dimensions, or raise undecided"
                )
                yield draft.mistake(FILE, ("statements", statement.id, "id"), message)
                break


def liking_that_decides(draft: Draft) -> Iterator[Mistake]:
    """Whoever likes every kind of work alike must not be nearer to any role."""
    whole = _whole(draft)
    if whole is None:
        return
    made = assessment.instrument(draft.dataset, whole)
    found = assessment.assess(made, [assessment.END * sign for _, sign in made.statements])
    if found.verdict == "near":
        role = draft.dataset.roles[found.pair[0]].id
        message = f"whoever likes every kind of work alike would be near to '{role}'; balance the dimensions"
        yield draft.mistake(FILE, ("dimensions",), message)


def profile_of_another_role(draft: Draft) -> Iterator[Mistake]:
    """A role whose own profile, given as answers, does not give that role."""
    whole = _whole(draft)
    if whole is None:
        return
    made = assessment.instrument(draft.dataset, whole)
    for place, role in enumerate(draft.dataset.roles):
        found = assessment.assess(made, assessment.profile(made, place))
        if (found.verdict, found.pair[0]) != ("near", place):
            message = f"the profile of '{role.id}' does not give that role; add a dimension that sets it apart"
            yield draft.mistake(FILE, ("dimensions",), message)


def _dimensions(draft: Draft) -> tuple[Dimension, ...]:
    return draft.dataset.assessment.dimensions if draft.dataset.assessment else ()


def _statements(draft: Draft) -> tuple[Statement, ...]:
    return draft.dataset.assessment.statements if draft.dataset.assessment else ()


def _roles(draft: Draft) -> list[str]:
    """The ids of the roles; none where one of them has a mistake, so that nothing is said of a part of them."""
    roles = [role.id for role in draft.dataset.roles]
    return roles if set(roles) == draft.ids["roles"].known else []


def _whole(draft: Draft) -> Assessment | None:
    """The assessment, if its weights can be computed at all: what keeps them from it is reported by other rules."""
    found, roles = draft.dataset.assessment, _roles(draft)
    if found is None or len(roles) < 2:
        return None
    figures = [draft.dataset.figures.get(id_) for dimension in found.dimensions for id_ in dimension.figures]
    known = {dimension.id for dimension in found.dimensions}
    computable = all(isinstance(each, ShareFigure) and set(roles) <= each.values.keys() for each in figures) and all(
        statement.dimension in known for statement in found.statements
    )
    return found if computable else None
