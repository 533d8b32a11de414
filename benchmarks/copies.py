"""Copies of the project to measure on: as it is, with more rows, with more chapters, and as plain Material.

They are filled with what is there: their rows and chapters are the project's own under new ids, so they weigh what
real ones weigh. As a command, `copies.py PROJECT TARGET`, this writes the plain project. That is a process of its own
because the peak memory of a child includes what its parent held, so the process that measures has to stay small.
"""

import re
import shutil
import sys
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

FOLDERS = ("data", "docs", "overrides", "sidebyside")
CHAPTERS = "about"
"""The folder below docs/ whose chapters are multiplied: short ones, of words."""
WIDTH = 10
"""How many sections of the navigation a section has at most: nobody would put thousands beside each other."""

_ROW = re.compile(r"^( *- id: )(\S+)$", re.MULTILINE)
_NAME = re.compile(r"^( +name: ).*$", re.MULTILINE)
_FIGURE = re.compile(r"^ *- id: ", re.MULTILINE)
_SKILL = re.compile(r"^( *- )([a-z0-9-]+)$", re.MULTILINE)
_ANCHOR = re.compile(r"(\{[^{}\n]*#|\bid=\"|\]\(#)([a-z0-9-]+)")


@dataclass(frozen=True)
class Counts:
    """How much a project holds."""

    rows: int
    figures: int
    pages: int
    input_kb: float
    """Chapters and data, in kB."""


def copy(project: Path, target: Path) -> Path:
    """Copies what a build or a check reads into a new folder; gives that folder."""
    target.mkdir()
    for folder in FOLDERS:
        shutil.copytree(project / folder, target / folder)
    for path in project.iterdir():
        if path.is_file() and not path.name.startswith("."):
            shutil.copy2(path, target)
    return target


def count(project: Path) -> Counts:
    """Counts rows, figures and pages in the files, without reading them as a dataset."""
    chapters = list(project.glob("docs/**/*.md"))
    data = list(project.glob("data/**/*.yml"))
    return Counts(
        rows=sum(len(_ROW.findall(_read(path))) for path in tables(project)),
        figures=sum(len(_FIGURE.findall(_read(path))) for path in project.glob("data/evidence/*.yml")),
        pages=len(chapters),
        input_kb=sum(path.stat().st_size for path in (*chapters, *data)) / 1000,
    )


def tables(project: Path) -> list[Path]:
    """The files of comparison tables: those of data/ with rows."""
    return [path for path in sorted(project.glob("data/*.yml")) if "\nrows:\n" in _read(path)]


def multiply_rows(project: Path, times: int) -> None:
    """Repeats the rows of every comparison table, under new ids and with the same evidence and resources,
    as steps of a plan, too."""
    for path in tables(project):
        head, rows = _read(path).split("\nrows:\n")
        copies = [_ROW.sub(rf"\g<1>\g<2>-copy-{number}", rows) for number in range(2, times + 1)]
        path.write_text(f"{head}\nrows:\n{rows}{''.join(copies)}", encoding="utf-8")
    resources = project / "data" / "resources.yml"
    skills = "".join(rf"\n\g<1>\g<2>-copy-{number}" for number in range(2, times + 1))
    resources.write_text(_SKILL.sub(rf"\g<0>{skills}", _read(resources)), encoding="utf-8")
    planner = project / "data" / "planner.yml"
    steps = yaml.safe_load(_read(planner))["steps"]
    copied = [
        {
            "id": f"{step['id']}-copy-{number}",
            "tools": [f"{tool}-copy-{number}" for tool in step.get("tools", ())],
            "read": list(step["read"]),
        }
        for number in range(2, times + 1)
        for step in steps
    ]
    planner.write_text(yaml.safe_dump({"steps": steps + copied}, sort_keys=False), encoding="utf-8")


def multiply_pages(project: Path, times: int) -> None:
    """Repeats short chapters under new names and ids, until there are so many times the pages.

    Each round of copies is a section of the navigation, and so is every ten of them. Their ids still have to be
    locked: `sidebyside sections`.
    """
    docs = project / "docs"
    chapters = sorted((docs / CHAPTERS).glob("*.md"))
    missing = (times - 1) * len(list(docs.glob("**/*.md")))
    registry = project / "data" / "sections.yml"
    records = yaml.load(_read(registry), getattr(yaml, "CSafeLoader", yaml.SafeLoader))["sections"]
    copied: list[dict[str, Any]] = []
    sections: dict[str, list[Any]] = {}
    for made in range(missing):
        chapter, number = chapters[made % len(chapters)], made // len(chapters) + 2
        new = chapter.with_stem(f"{chapter.stem}-copy-{number}")
        new.write_text(_ANCHOR.sub(rf"\g<1>\g<2>-copy-{number}", _read(chapter)), encoding="utf-8")
        page, name = chapter.relative_to(docs).as_posix(), new.relative_to(docs).as_posix()
        copied += [_copy(record, name, number) for record in records if record["page"] == page]
        sections.setdefault(f"Copy {number}", []).append(name)
    registry.write_text(yaml.safe_dump({"sections": records + copied}, sort_keys=False), encoding="utf-8")
    config = project / "mkdocs.yml"
    base = config.rename(project / "base.yml")
    tree = _tree([{title: pages} for title, pages in sections.items()])
    nav = [*settings(base)["nav"], {"Copies": tree}]
    config.write_text(yaml.dump({"INHERIT": base.name, "nav": nav}), encoding="utf-8")


def _tree(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sections in sections, until there are not too many beside each other."""
    while len(sections) > WIDTH:
        parts = [sections[first : first + WIDTH] for first in range(0, len(sections), WIDTH)]
        sections = [{f"{next(iter(part[0]))} and on": part} for part in parts]
    return sections


def _copy(record: dict[str, Any], page: str, number: int) -> dict[str, Any]:
    """The record of a section as that of its copy on another page; objectives have to differ."""
    objectives = [f"{each}, copy {number}" for each in record.get("objectives", ())]
    named = {"id": f"{record['id']}-copy-{number}", "page": page}
    return deepcopy(record) | named | ({"objectives": objectives} if objectives else {})


def rename_first_row(text: str, name: str) -> str:
    """The text of a comparison table with another name for its first row."""
    return _NAME.sub(rf"\g<1>{name}", text, count=1)


def write_plain(project: Path, target: Path) -> None:
    """Writes a project for Material alone: the same chapters with their macros answered, and its default settings."""
    from jinja2 import Environment, StrictUndefined

    from sidebyside.chapters import JINJA
    from sidebyside.project import examine
    from sidebyside.render.calls import Calls
    from sidebyside.render.links import Links

    found = examine(project)
    if found.mistakes:
        raise SystemExit("\n".join(map(str, found.mistakes)))
    environment = Environment(undefined=StrictUndefined, **JINJA)
    for chapter in found.chapters:
        calls = Calls(found.dataset, Links(chapter.page), found.outline)
        answers = {name: getattr(calls, name) for name in Calls.names()}
        path = target / "docs" / chapter.page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(environment.from_string(chapter.text).render(answers), encoding="utf-8")
    same = settings(project / "mkdocs.yml")
    kept = {key: same[key] for key in ("site_name", "site_url", "nav", "markdown_extensions")}
    plain = {**kept, "theme": {"name": "material", "font": False}, "plugins": ["search"]}
    (target / "mkdocs.yml").write_text(yaml.dump(plain), encoding="utf-8")


def settings(config: Path) -> dict[str, Any]:
    """What a configuration of MkDocs says, with the environment in it."""
    with config.open(encoding="utf-8") as file:
        return yaml_load(file)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    write_plain(Path(sys.argv[1]), Path(sys.argv[2]))
