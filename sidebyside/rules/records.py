"""Rules about the records of sections: objectives, levels, what they align with, and ids that were given up."""

from collections.abc import Iterable, Iterator

from ..load import Draft
from ..mistakes import Mistake, meant, one_of
from ..model import Section
from .lookup import unknown

FILE = "sections.yml"


def objective_without_verb(draft: Draft) -> Iterator[Mistake]:
    """An objective that begins with anything but a verb of the vocabulary's processes."""
    verbs = [verb for process in draft.dataset.vocabularies.processes for verb in process.verbs]
    for section in draft.dataset.sections if verbs else ():
        for position, objective in enumerate(section.objectives):
            verb = objective.partition(" ")[0]
            if verb not in verbs:
                hint = meant(verb, verbs) or f"; there are {one_of(verbs)}"
                message = f"an objective begins with a verb of vocabularies.yml, not with '{verb}'{hint}"
                yield _at(draft, section, message, "objectives", position)


def objective_twice(draft: Draft) -> Iterator[Mistake]:
    """An objective that another section has, too: a question about it would belong to both."""
    for _, owner, first, position in _again((s.id, s.objectives) for s in draft.dataset.sections):
        message = f"'{first}' has the same objective; say what is different here"
        yield draft.mistake(FILE, ("sections", owner, "objectives", position), message)


def verb_of_two_processes(draft: Draft) -> Iterator[Mistake]:
    """A verb that stands for two of the processes, so that an objective would have two levels."""
    for verb, owner, first, position in _again((p.id, p.verbs) for p in draft.dataset.vocabularies.processes):
        message = f"'{verb}' is a verb of '{first}', too; choose one of them"
        yield draft.mistake("vocabularies.yml", ("processes", owner, "verbs", position), message)


def former_id_twice(draft: Draft) -> Iterator[Mistake]:
    """An id that was given up and leads to two sections."""
    for id_, owner, first, position in _again((s.id, s.former) for s in draft.dataset.sections):
        message = f"'{id_}' is a former id of '{first}', too; it can lead to one section only"
        yield draft.mistake(FILE, ("sections", owner, "former", position), message)


def _again(lists: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, str, str, int]]:
    """Of owners with their lists, each word that stood before: with its owner, the first one, and its position."""
    first: dict[str, str] = {}
    for owner, words in lists:
        for position, word in enumerate(words):
            if word in first:
                yield word, owner, first[word], position
            first.setdefault(word, owner)


def unknown_educational_level(draft: Draft) -> Iterator[Mistake]:
    """A level that data/vocabularies.yml does not have."""
    for section in draft.dataset.sections:
        place = ("sections", section.id, "level")
        yield from unknown(draft, FILE, place, "educational_levels", section.level, "educational level")


def unknown_alignment(draft: Draft) -> Iterator[Mistake]:
    """A code that no role has, or a skill that is no figure of a framework or a taxonomy."""
    roles = draft.dataset.roles
    complete = draft.ids["roles"].complete and len(roles) == len(draft.ids["roles"].known)
    known = {
        "esco": {role.codes.esco for role in roles if role.codes.esco},
        "soc": {code for role in roles for code in role.codes.soc},
    }
    for section in draft.dataset.sections:
        for key, codes in known.items():
            for position, code in enumerate(getattr(section.aligns, key)):
                if complete and code not in codes:
                    message = f"no role has '{code}'{meant(code, codes)}; data/roles.yml has the codes that exist"
                    yield _at(draft, section, message, "aligns", key, position)
        for position, id_ in enumerate(section.aligns.skills):
            place = ("sections", section.id, "aligns", "skills", position)
            yield from unknown(draft, FILE, place, "figures", id_, "figure")
            figure = draft.dataset.figures.get(id_)
            if figure and figure.kind not in ("framework", "taxonomy"):
                message = f"'{id_}' is of kind '{figure.kind}'; align with a figure of a framework or a taxonomy"
                yield draft.mistake(FILE, place, message)


def _at(draft: Draft, section: Section, message: str, *path: str | int) -> Mistake:
    return draft.mistake(FILE, ("sections", section.id, *path), message)
