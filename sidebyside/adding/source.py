"""A source, with the sha256 of the files that figures are computed from."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from ..mistakes import Mistake
from ..project import Project
from .asking import AnswerError, Answers, Question
from .parts import Record, Words, described, slug
from .texts import changed

_FILE = "sources.yml"
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

    def ask_again(self, name: str) -> None:
        """Asks once more for a field."""
        self._record.ask(name, self._words(name))

    def blamed(self, mistake: Mistake) -> str | None:
        """The field in which the mistake lies, if it is one that can be asked again."""
        name = self._record.blamed(mistake)
        return None if name in ("id", "files") else name

    def write(self, root: Path) -> None:
        """Puts the source below the others."""
        with changed(root / "data", _FILE) as sources:
            sources.add(self._record.ordered(*self._record.kind.model_fields))

    def left(self) -> list[str]:
        """What is left to do."""
        id_ = self._record.data["id"]
        name = id_.replace("-", "_")
        return [
            f"sidebyside/evidence/{name}.py computes its figures, or data/evidence/{id_}.yml has them by hand",
            f"docs/data/sources/{id_}.md is its page, with a line in the navigation of mkdocs.yml",
            "CONTRIBUTING.md, 'Add a source', has an example of each",
        ]

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
    if not Path(paths[-1]).expanduser().is_file():
        raise AnswerError(f"there is no file '{paths[-1]}'")
