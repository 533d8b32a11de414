"""A source, with the sha256 of the files that figures are computed from, and with the page that shows them."""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

from ..mistakes import Mistake
from ..project import Project
from ..render.links import source_page
from .asking import AnswerError, Answers, Question
from .parts import Record, Words, described, slug
from .section import record_sections
from .texts import changed, paragraph, scalar

_FILE = "sources.yml"
_PAGE = """\
---
title: {title}
description: {description}
search:
  boost: 0.3
---

# {short} {{#source-{id}}}

{lead}

{{{{ about_source("{id}") }}}}
"""
_HEADING = 1 + _PAGE[: _PAGE.index("# {short}")].count("\n")
"""The line on which the heading of the page is."""
_IN_NAVIGATION = re.compile(r"^( *- )data/sources/.*\.md\n", re.MULTILINE)
_ABOUT = {
    "short": "How sentences cite it, with its year, as in Kaggle 2022.",
    "kinds": "What kinds of evidence it has.",
}


class NewSource:
    """A source of figures."""

    def __init__(self, found: Project, answers: Answers) -> None:
        """For the project as it was found, by the answers that are given."""
        self._record = Record(found, answers, _FILE)
        self._kinds = described(found.dataset.vocabularies.kinds)
        self._answers = answers

    def ask(self) -> None:
        """Asks for everything that is said of a source."""
        self._record.ask("title")
        self._record.ask("short", self._words("short"))
        self._record.ask_for_id(slug(self._record.data["short"]))
        for name in self._record.kind.model_fields:
            if name == "files":
                self._ask_for_files()
            elif name not in self._record.asked:
                self._record.ask(name, self._words(name))
        self._ask_for_lead()

    def ask_again(self, name: str) -> None:
        """Asks once more for a field, or for what the page says."""
        if name == "lead":
            self._ask_for_lead()
        else:
            self._record.ask(name, self._words(name))

    def blamed(self, mistake: Mistake) -> str | None:
        """The field in which the mistake lies, if it is one that can be asked again."""
        if mistake.file == f"docs/{self._page}":
            return "short" if mistake.line <= _HEADING else "lead"
        name = self._record.blamed(mistake)
        return None if name in ("id", "files") else name

    def write(self, root: Path) -> None:
        """Puts the source below the others, and its page below theirs in the navigation."""
        with changed(root / "data", _FILE) as sources:
            sources.add(self._record.ordered(*self._record.kind.model_fields))
        said = self._record.data
        page = _PAGE.format(
            id=said["id"],
            short=said["short"],
            title=scalar(said["short"]),
            description=scalar(f"{said['title']}, by {said['publisher']}: what it is, and what it cannot tell."),
            lead=paragraph(self._lead),
        )
        (root / "docs" / self._page).write_text(page, encoding="utf-8", newline="\n")
        record_sections(root)
        settings = root / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        if last := [*_IN_NAVIGATION.finditer(text)][-1:]:
            end = last[0].end()
            text = f"{text[:end]}{last[0][1]}{self._page}\n{text[end:]}"
            settings.write_text(text, encoding="utf-8", newline="\n")

    def left(self) -> list[str]:
        """What is left to do."""
        id_ = self._record.data["id"]
        return [
            f"sidebyside/evidence/{id_.replace('-', '_')}.py computes its figures, or data/evidence/{id_}.yml has them",
            f'docs/{self._page} shows them, by a figures("{id_}", ...) for each topic',
            "CONTRIBUTING.md, 'Add a source', says how",
        ]

    @property
    def _page(self) -> str:
        return source_page(self._record.data["id"])

    def _ask_for_lead(self) -> None:
        about = "What it is, in a sentence or two; it stands first on the page of the source."
        self._lead = self._answers.one(Question(("lead",), about))

    def _words(self, name: str) -> Words:
        if name == "read":
            return Words(default=date.today().isoformat())
        return Words(self._kinds if name == "kinds" else {}, _ABOUT.get(name, ""))

    def _ask_for_files(self) -> None:
        """Asks for the files, of which the sha256 is computed here: nobody types 64 digits."""
        about = "The raw files that figures are computed from, by where they are on this computer; they stay there."
        paths = self._answers.many(Question(("raw_files",), about, check=_is_there))
        files: list[dict[str, Any]] = []
        for position, text in enumerate(paths, 1):
            path = Path(text).expanduser()
            about = f"Where {path.name} is below the folder that make evidence RAW=... is given."
            proposed = f"{self._record.data['id']}/{path.name}"
            below = self._answers.one(Question((f"raw_path_{position}",), about, default=proposed))
            with path.open("rb") as file:
                files.append({"path": below, "sha256": hashlib.file_digest(file, "sha256").hexdigest()})
        if files:
            self._record.data["files"] = files


def _is_there(paths: list[str]) -> None:
    if paths and not Path(paths[-1]).expanduser().is_file():
        raise AnswerError(f"there is no file '{paths[-1]}'")
