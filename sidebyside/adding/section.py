"""A section: its heading and first paragraph in a chapter, and its record with what a reader can do afterwards."""

import re
from dataclasses import replace
from pathlib import Path

from .. import chapters, guide, lock, registry, sections
from ..chapters import Anchor
from ..load import load
from ..mistakes import Mistake
from ..model import Section
from ..project import Project
from ..rules import records
from .asking import AnswerError, Answers, Question
from .parts import Record, Words, described, slug
from .texts import changed, paragraph

_FILE = "sections.yml"
_DEPTHS = {"##": "a part of its chapter", "###": "a part of such a part"}


class NewSection:
    """A heading of a chapter."""

    def __init__(self, found: Project, answers: Answers) -> None:
        """For the project as it was found, by the answers that are given."""
        self._found = found
        self._answers = answers
        self._record = Record(found, answers, _FILE)
        self._chapters = {chapter.page: chapter for chapter in found.chapters}
        locked = {id_ for id_, _ in lock.read(found.root / "data" / lock.LOCK).addresses}
        there = {anchor.id for _, anchor in sections.anchors(found.draft, found.chapters) if anchor.id}
        self._record.taken |= locked | there
        self._record.taken |= found.draft.ids["former"].known

    def ask(self) -> None:
        """Asks for the place, for the words, and for the record."""
        titles = {page: next(iter(chapter.anchors)).title for page, chapter in self._chapters.items()}
        about = "The chapter that gets a section, as its path below docs/."
        self._chapter = self._chapters[self._answers.one(Question(("page",), about, titles))]
        heads = [anchor for anchor in self._chapter.anchors if anchor.kind == "heading"]
        known = {head.id: head.title for head in heads if head.id and head.title not in (guide.LIMITS, guide.NEXT)}
        about = "The section that it follows."
        after = self._answers.one(Question(("after",), about, known, default=[*known][-1]))
        self._after = next(head for head in heads if head.id == after)
        depth = Question(("depth",), "What its heading begins with.", _DEPTHS, default="##")
        self._depth = len(self._answers.one(depth))
        self._ask_for_words("title")
        self._record.ask_for_id(slug(f"{heads[0].id} {self._title}"))
        self._ask_for_words("text")
        self._record.data |= {"kind": "heading", "page": self._chapter.page}
        for name in ("objectives", "level", "aligns"):
            self._record.ask(name, self._words(name))

    def ask_again(self, name: str) -> None:
        """Asks once more for one thing."""
        if name in ("title", "text"):
            self._ask_for_words(name)
        else:
            self._record.ask(name, self._words(name))

    def blamed(self, mistake: Mistake) -> str | None:
        """What has to be asked again: a field of the record, or the words that stand in the chapter."""
        if mistake.file == f"docs/{self._chapter.page}" and self._line <= mistake.line:
            lines = len(self._lines())
            below = mistake.line - self._line
            return "title" if below == 0 else "text" if below < lines else None
        name = self._record.blamed(mistake)
        return "objectives" if name == "id" and "objectives" in mistake.message else None if name == "id" else name

    def write(self, root: Path) -> None:
        """Puts the heading and its paragraph into the chapter; the record and the lock are those of `make sections`."""
        path = root / "docs" / self._chapter.page
        lines = path.read_text(encoding="utf-8").splitlines()
        before = self._heading_behind()
        at = before.line - 1 if before else len(lines)
        new = [*self._lines(), ""] if before else ["", *self._lines()]
        self._line = at + (1 if before else 2)
        lines[at:at] = new
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        record_sections(root)
        more = {key: value for key, value in self._record.data.items() if key not in ("id", "kind", "page")}
        with changed(root / "data", _FILE) as file:
            file.extend(self._record.data["id"], more)

    def left(self) -> list[str]:
        """What is left to do."""
        return [
            f"docs/{self._chapter.page} has the section; write it on",
            "make prose reads the new words",
            "make heights measures how high it is where it is embedded",
        ]

    def _ask_for_words(self, name: str) -> None:
        if name == "title":
            self._title = self._answers.one(Question(("title",), "Its heading.", check=_is_heading))
        else:
            about = "Its first paragraph, which has to make sense by itself. Macros may stand in it."
            self._text = self._answers.one(Question(("text",), about))

    def _words(self, name: str) -> Words:
        if name == "objectives":
            is_of_the_guide = self._chapter.page.partition("/")[0] in guide.PARTS
            about = "What a reader can do afterwards; each begins with a verb, as in 'explain why two means differ'."
            return Words(about=about, least=int(is_of_the_guide and self._depth == 2), check=self._hold_objectives)
        if name == "level":
            levels = described(self._found.dataset.vocabularies.educational_levels)
            return Words(levels, "What a reader brings along, if it is not what the chapter asks.")
        data = self._found.dataset
        return Words(
            inner={
                "esco": Words({role.codes.esco: role.name for role in data.roles if role.codes.esco}),
                "soc": Words({code: "" for role in data.roles for code in role.codes.soc}),
                "skills": Words(
                    {
                        id_: figure.title
                        for id_, figure in data.figures.items()
                        if figure.kind in ("framework", "taxonomy")
                    }
                ),
            }
        )

    def _hold_objectives(self, objectives: list[str]) -> None:
        """Refuses an objective by the rules that `check` has for them."""
        draft = self._found.draft
        own = Section(**{**self._record.data, "objectives": tuple(objectives)})
        tried = replace(draft, dataset=replace(draft.dataset, sections=(*draft.dataset.sections, own)))
        for rule in (records.objective_without_verb, records.objective_twice):
            for mistake in rule(tried):
                raise AnswerError(mistake.message)

    def _heading_behind(self) -> Anchor | None:
        """The heading before which it comes: the next one that is no part of the section that it follows."""
        heads = [anchor for anchor in self._chapter.anchors if anchor.kind == "heading"]
        return next((head for head in heads if head.line > self._after.line and head.depth <= self._depth), None)

    def _lines(self) -> list[str]:
        heading = f"{'#' * self._depth} {self._title} {{#{self._record.data['id']}}}"
        return [heading, "", *paragraph(self._text).split("\n")]


def record_sections(root: Path) -> None:
    """Does what `make sections` does."""
    draft, _ = load(root)
    pages, _ = chapters.read(root / "docs")
    registry.update(draft, pages, root)


def _is_heading(title: str) -> None:
    if re.search(r"[{}#]", title):
        raise AnswerError("a heading has words only; its id is asked next")
