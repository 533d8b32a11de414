"""YAML files -> Draft: what could be read of data/, and every mistake of form with its place.

A file with a mistake is still read as far as it goes: rows that fail are left out, the others go on to the rules, and
the ids of all of them stay known, so that one mistake does not report itself again wherever its row is named.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from . import document, heights
from .document import Document
from .explain import explain
from .lock import API, LOCK
from .mistakes import Mistake, meant
from .model import (
    Assessment,
    Changes,
    Claims,
    Dataset,
    Evidence,
    Glossary,
    Grid,
    Lessons,
    Pictures,
    Planner,
    Publications,
    Quiz,
    Resources,
    Roles,
    Sections,
    Sources,
    Syllabus,
    Table,
    Vocabularies,
)

# For each file: its model and its main list.
FILES: dict[str, tuple[type[BaseModel], str]] = {
    "roles.yml": (Roles, "roles"),
    "sources.yml": (Sources, "sources"),
    "vocabularies.yml": (Vocabularies, ""),
    "sections.yml": (Sections, "sections"),
    "publications.yml": (Publications, "publications"),
    "claims.yml": (Claims, "claims"),
    "changes.yml": (Changes, "releases"),
    "glossary.yml": (Glossary, "terms"),
    "resources.yml": (Resources, "resources"),
    "pictures.yml": (Pictures, "pictures"),
    "assessment.yml": (Assessment, "statements"),
    "planner.yml": (Planner, "steps"),
    "quiz.yml": (Quiz, "questions"),
    "lessons.yml": (Lessons, "lessons"),
    "syllabus.yml": (Syllabus, "days"),
    **{f"{name}.yml": (model, "rows") for name, model in Dataset.TABLES.items()},
}
# For each folder: the model and the main list of every file in it.
FOLDERS: dict[str, tuple[type[BaseModel], str]] = {"evidence": (Evidence, "figures"), "grids": (Grid, "rows")}


@dataclass
class Ids:
    """The ids of one namespace. Where a file of it could not be read, no id of it can be said to be unknown."""

    known: set[str] = field(default_factory=set)
    complete: bool = True
    unread: set[str] = field(default_factory=set)
    """Sources whose files could not be read; their ids begin with them."""

    def lacks(self, id_: str) -> bool:
        """Whether the id is certainly unknown."""
        return self.complete and id_ not in self.known and id_.partition("/")[0] not in self.unread


@dataclass
class Draft:
    """What could be read of data/: the valid rows as a dataset, all ids, and the files for places."""

    dataset: Dataset
    evidence: dict[str, Evidence]
    """The files of evidence by their names, which a mistake may have made differ from their sources."""
    documents: dict[str, Document]
    ids: dict[str, Ids]

    def rows(self) -> Iterator[tuple[str, Table, Any]]:
        """File, table and row of every row of every comparison table that could be read."""
        for name, table in self.dataset.tables.items():
            for row in table.rows:
                yield f"{name}.yml", table, row

    def mistake(self, file: str, path: document.Path, message: str, *, at_key: bool = False) -> Mistake:
        """A mistake at the place in the file (its name below data/) that the path leads to."""
        return self.documents[file].mistake(path, message, at_key=at_key)


def load(root: Path) -> tuple[Draft, list[Mistake]]:
    """Reads root/data. The draft is the whole dataset only if neither this nor `rules` finds a mistake."""
    folder = root / "data"
    mistakes: list[Mistake] = []
    documents: dict[str, Document] = {}
    models: dict[str, Any] = {}
    inside = {
        each: sorted(path.relative_to(folder).as_posix() for path in folder.glob(f"{each}/*.yml")) for each in FOLDERS
    }
    for name in [*FILES, *(name for names in inside.values() for name in names)]:
        model, main = FILES.get(name) or FOLDERS[name.partition("/")[0]]
        try:
            raw = (folder / name).read_bytes()
        except OSError as error:
            message = f"the file cannot be read ({error.strerror}); restore it, for every dataset has it"
            mistakes.append(Mistake(f"data/{name}", 1, 1, "", message))
            continue
        found, validated, wrong = _read(f"data/{name}", raw, main, model)
        mistakes += wrong
        if found:
            documents[name], models[name] = found, validated
    mistakes += _strays(folder)
    evidence = {name: models[name] for name in inside["evidence"] if models.get(name)}
    grids = {Path(name).stem: models[name] for name in inside["grids"] if models.get(name)}
    dataset = _as_before(_dataset(models, evidence, grids))
    return Draft(dataset, evidence, documents, _ids(documents, inside)), mistakes


_LAST: list[Dataset] = []
"""The dataset that was read last, with all that was found out about it."""


def _as_before(dataset: Dataset) -> Dataset:
    """The dataset that was read last if this one is equal; to compare them is quick, for they share their parts."""
    if [dataset] != _LAST:
        _LAST[:] = [dataset]
    return _LAST[0]


@lru_cache(maxsize=128)
def _read(
    file: str, raw: bytes, main: str, model: type[BaseModel]
) -> tuple[Document | None, BaseModel | None, tuple[Mistake, ...]]:
    """A file, the model of it, and what is wrong with it. While somebody edits one file, the others are known."""
    found, mistakes = document.read(file, raw, main)
    if not found:
        return None, None, tuple(mistakes)
    validated, wrong = _validate(found, model)
    return found, validated, (*mistakes, *wrong)


def _dataset(models: dict[str, Any], evidence: dict[str, Evidence], grids: dict[str, Grid]) -> Dataset:
    no_words = Vocabularies(groups={}, **{name: () for name in Vocabularies.model_fields if name != "groups"})
    return Dataset(
        vocabularies=models.get("vocabularies.yml") or no_words,
        roles=getattr(models.get("roles.yml"), "roles", ()),
        sources=getattr(models.get("sources.yml"), "sources", ()),
        evidence=tuple(evidence.values()),
        tables={name: models[f"{name}.yml"] for name in Dataset.TABLES if models.get(f"{name}.yml")},
        sections=getattr(models.get("sections.yml"), "sections", ()),
        publications=getattr(models.get("publications.yml"), "publications", ()),
        claims=getattr(models.get("claims.yml"), "claims", ()),
        releases=getattr(models.get("changes.yml"), "releases", ()),
        grids=grids,
        terms=getattr(models.get("glossary.yml"), "terms", ()),
        resources=getattr(models.get("resources.yml"), "resources", ()),
        pictures=getattr(models.get("pictures.yml"), "pictures", ()),
        assessment=models.get("assessment.yml"),
        steps=getattr(models.get("planner.yml"), "steps", ()),
        questions=getattr(models.get("quiz.yml"), "questions", ()),
        plans=models.get("lessons.yml"),
        syllabus=models.get("syllabus.yml"),
    )


def _ids(documents: dict[str, Document], inside: dict[str, list[str]]) -> dict[str, Ids]:
    """Ids by namespace, read from the files as they are: a row with a mistake keeps its id."""
    ids = {}
    files = {
        each: f"{each}.yml"
        for each in (
            "roles",
            "sources",
            "sections",
            "publications",
            "claims",
            "resources",
            "pictures",
            "lessons",
            "skills",
            "tools",
        )
    }
    for namespace, file in {**files, "terms": "glossary.yml"}.items():
        found = documents.get(file)
        ids[namespace] = Ids({id_ for _, id_ in found.ids()} if found else set(), found is not None)
    ids["former"] = Ids(_former(documents.get("sections.yml")), ids["sections"].complete)
    ids["sections"].known |= ids["former"].known
    unread = {Path(name).stem for name in inside["evidence"] if name not in documents}
    figures = {id_ for name in inside["evidence"] if name in documents for _, id_ in documents[name].ids()}
    ids["figures"] = Ids(figures, unread=unread)
    ids["grids"] = Ids({Path(name).stem for name in inside["grids"]})
    words = documents.get("vocabularies.yml")
    data = words.data if words and isinstance(words.data, dict) else {}
    lists = {key: value for key, value in data.items() if key != "groups"}
    groups = data.get("groups")
    for table in (*Dataset.TABLES, "claims"):
        lists[f"groups.{table}"] = groups.get(table) if isinstance(groups, dict) else None
    for name in {*Vocabularies.model_fields, *lists} - {"groups"}:
        terms = lists.get(name)
        rows = terms if isinstance(terms, list) else []
        known = {term["id"] for term in rows if isinstance(term, dict) and isinstance(term.get("id"), str)}
        ids[name] = Ids(known, isinstance(terms, list))
    return ids


def _former(sections: Document | None) -> set[str]:
    """The ids that were given up, whatever else is wrong with their records."""
    rows = sections.data.get("sections") if sections and isinstance(sections.data, dict) else None
    lists = [row.get("former") for row in rows or () if isinstance(row, dict)] if isinstance(rows, list) else []
    return {id_ for each in lists if isinstance(each, list) for id_ in each if isinstance(id_, str)}


def _strays(folder: Path) -> Iterator[Mistake]:
    """Files that nothing reads. In the folders of `FOLDERS` files are read whatever their name."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        known = (
            name in FILES
            or name in (LOCK, API, heights.LOCK)
            or (path.parent.name == "schema" and path.suffix == ".json")
        )
        if path.is_file() and not known and not (path.parent.name in FOLDERS and path.suffix == ".yml"):
            hint = meant(name, FILES) or "; remove it, or move it to where it belongs"
            yield Mistake(f"data/{name}", 1, 1, "", f"nothing reads this file{hint}")


def _validate(found: Document, model: type[BaseModel]) -> tuple[BaseModel | None, list[Mistake]]:
    """The model of the document without the rows that fail, if the rest of it is right; and its mistakes."""
    try:
        return _parse(model, found.data), []
    except ValidationError as error:
        errors = [each for each in error.errors() if not _follows(each)]
    mistakes = [explain(found, model, error) for error in errors]
    broken = {error["loc"][1] for error in errors if len(error["loc"]) > 1 and error["loc"][0] == found.main}
    if any(len(error["loc"]) < 2 or error["loc"][0] != found.main for error in errors):
        return None, mistakes
    rows = [row for position, row in enumerate(found.data[found.main]) if position not in broken]
    try:
        return _parse(model, {**found.data, found.main: rows}), mistakes
    except ValidationError:  # too few rows are left
        return None, mistakes


def _follows(error: Any) -> bool:
    """Whether a list is called too short only because rows of it have mistakes of their own."""
    return error["type"] == "too_short" and bool(len(error["input"]) >= error["ctx"]["min_length"])


def _parse(model: type[BaseModel], data: Any) -> BaseModel:
    """Strict, by way of JSON: a list may be a tuple and a text a date, but a number in quotes stays a mistake."""
    return model.model_validate_json(json.dumps(data), strict=True)
