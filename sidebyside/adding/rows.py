"""A row of a comparison table, with the place that a tool or a skill has in the planner."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import derive
from ..mistakes import Mistake
from ..model import Dataset, ExpectationFigure, Figure
from ..project import Project
from .asking import Answers, Question
from .parts import Record, Words, described, slug
from .texts import changed

_ORDER = ("section", "kind", "level", "parts", "cells", "evidence", "levels", "absent", "note")
"""In this order fields are asked; one that is not here comes at the end. The levels and the reasons for an absence are
asked of the roles for which the evidence has none."""
_WRITTEN = ("id", "name", "group", "section", "kind", "level", "parts", "levels")
"""In this order the files have them."""


class Row:
    """A row of the table that is chosen."""

    def __init__(self, found: Project, answers: Answers) -> None:
        """For the project as it was found, by the answers that are given."""
        self._found = found
        self._data: Dataset = found.dataset
        self._answers = answers
        self._more: dict[str, Any] = {}
        self._resource: Record | None = None

    def ask(self) -> None:
        """Asks for the table and for everything that a row of it has."""
        tables = {name: table.title for name, table in self._data.tables.items()}
        self._table = self._answers.one(Question(("table",), "The table that gets a row.", tables))
        self._record = Record(self._found, self._answers, f"{self._table}.yml")
        self._record.ask("name", Words(about="Its name, as the table shows it."))
        self._record.ask_for_id(slug(self._record.data["name"]))
        fields = self._record.kind.model_fields
        for name in ("group", *_ORDER, *fields):
            if name in fields and name not in self._record.asked:
                self._record.ask(name, self._words(name))
        for name in self._consequences():
            self._ask_more(name)

    def ask_again(self, name: str) -> None:
        """Asks once more for a field, and for what is asked according to it."""
        follow = ("levels", "absent") if name == "evidence" else ()
        for each in (name, *follow):
            if each in self._record.asked:
                self._record.ask(each, self._words(each))

    def blamed(self, mistake: Mistake) -> str | None:
        """The field in which the mistake lies, if it is one that can be asked again."""
        name = self._record.blamed(mistake)
        return None if name == "id" else name

    def write(self, root: Path) -> None:
        """Puts the row below the last one of its group, and what it entails into its files."""
        data = root / "data"
        with changed(data, f"{self._table}.yml") as table:
            table.add(self._record.ordered(*_WRITTEN), self._place())
        row = self._record.data["id"]
        if step := self._more.get("step"):
            with changed(data, "planner.yml") as planner:
                planner.add_to_list(step, "tools", row)
        if read := self._more.get("read"):
            with changed(data, "planner.yml") as planner:
                planner.add({"id": row, "read": read})
        if resource := self._more.get("resource"):
            with changed(data, "resources.yml") as resources:
                resources.add_to_list(resource, "skills", row)
        if self._resource:
            with changed(data, "resources.yml") as resources:
                resources.add(self._resource.ordered(*self._resource.kind.model_fields))

    def left(self) -> list[str]:
        """What is left to do."""
        return [
            "make serve shows the table with the new row",
            "make prose reads the new words",
            "make heights, before the next release, measures how high the table is where it is embedded",
        ]

    def _place(self) -> int | None:
        """The row below which it belongs: the last one of its group, or else of a group that comes before."""
        groups = [term.id for term in self._data.vocabularies.groups[self._table]]
        own = groups.index(self._record.data["group"])
        positions = {}
        for position, row in enumerate(self._data.tables[self._table].rows):
            positions[groups.index(row.group)] = position
        return next((positions[group] for group in range(own, -1, -1) if group in positions), None)

    def _words(self, name: str) -> Words:
        """What the vocabularies and the other files say of a field."""
        words = self._data.vocabularies
        figures, given = self._data.figures, [self._data.figures[id_] for id_ in self._record.data.get("evidence", ())]
        match name:
            case "group":
                return Words(described(words.groups[self._table]), "Where it stands in the table.")
            case "kind":
                return Words({term.id: term.label for term in words.kinds if term.id in self._kinds()})
            case "level":
                return Words(described(words.levels), "The level of seniority.")
            case "section":
                return Words({section.id: "" for section in self._data.sections if section.kind == "heading"})
            case "parts":
                return Words(described(words.parts))
            case "evidence":
                fitting = {id_: figure.title for id_, figure in figures.items() if figure.kind in self._kinds()}
                about = (
                    "The figures that stand beside its words, the first of them first; without any it has no number."
                )
                return Words(fitting, about)
            case "levels":
                known = {role for figure in given for role in _roles_with_a_level(figure)}
                roles = [role for role in self._data.role_by_id if role not in known]
                return Words(described(words.proficiencies), roles=roles, least=1)
            case "absent":
                known = {subject for figure in given for subject in figure.values}
                roles = [role for role in self._data.role_by_id if role not in known]
                return Words(roles=roles, least=1)
            case _:
                return Words()

    def _kinds(self) -> tuple[str, ...]:
        """The kinds that a figure of the row can have."""
        kind = self._record.data.get("kind")
        return (kind,) if kind else self._data.tables[self._table].kinds

    def _consequences(self) -> list[str]:
        """What else a row of the table entails."""
        if self._table == "tools":
            return ["step"]
        if self._table == "skills":
            row = self._record.validated()
            levels = {derive.level(self._data, row, role) for role in self._data.role_by_id}
            return ["read", "resource"] if len(levels) > 1 else ["read"]
        return []

    def _ask_more(self, name: str) -> None:
        """Asks for one of the consequences, `step`, `read` or `resource`."""
        names = {row.id: row.name for row in self._data.tables["skills"].rows}
        match name:
            case "step":
                steps = {step.id: names[step.id] for step in self._data.steps}
                about = "The skill that the tool is used for; the planner has it there."
                self._more["step"] = self._answers.one(Question(("step",), about, steps))
            case "read":
                sections = {section.id: "" for section in self._data.sections if section.kind == "heading"}
                about = "The sections that say something of the skill; the planner has them."
                self._more["read"] = self._answers.many(Question(("read",), about, sections), 1)
            case _:
                known = {resource.id: resource.title for resource in self._data.resources}
                about = "The roles need it at different levels, so there has to be something to learn it from."
                asked = Question(("resource",), about, known, nothing="a new one")
                self._more["resource"] = self._answers.perhaps(asked)
                self._resource = None if self._more["resource"] else self._new_resource()

    def _new_resource(self) -> Record:
        made = Record(self._found, self._answers, "resources.yml", above=("new_resource",))
        made.data["skills"] = [self._record.data["id"]]
        made.ask("title", Words(about="What is there to learn it from: free, and seen by you."))
        made.ask_for_id(slug(made.data["title"]))
        for name in made.kind.model_fields:
            if name not in made.data:
                made.ask(name)
        return made


def _roles_with_a_level(figure: Figure) -> Iterator[str]:
    """The roles of which the figure asks a level."""
    if isinstance(figure, ExpectationFigure):
        yield from (role for role, value in figure.values.items() if value.level)
