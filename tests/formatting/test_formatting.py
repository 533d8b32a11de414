"""All YAML is written in one form, which `make lint` gives it, and the form changes nothing of what it says."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from formatter_of_yaml import ROOT, formatted, unformatted

from sidebyside import changes, registry
from sidebyside.evidence import MODULES
from sidebyside.load import load
from sidebyside.project import examine

BY_PROGRAMS = {"data/changes.yml", *(f"data/evidence/{name}.yml" for name in MODULES)}
AS_IT_CAME = """\
# A comment.
title:   "Tools"
note: >-
    two lines that are
    one text
rows:
- {id: sql,   page: "it's"}   # and another
- id: "2022"
  said: a text that is so long that it has to be folded, for a line of more than 120 characters is read by nobody
"""


def texts() -> dict[str, str]:
    """All YAML of the project that git knows, by its path."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.yml"], cwd=ROOT, stdout=subprocess.PIPE)
    paths = [ROOT / path for path in listed.stdout.decode().splitlines()]
    files = {path.relative_to(ROOT).as_posix(): path for path in paths if path.is_file()}
    return {path: file.read_text("utf-8") for path, file in files.items() if not path.startswith("tests/broken/")}


def said(text: str) -> Any:
    """What the YAML says: tags and texts of all nodes, and its comments, without how it is written."""
    return shape(yaml.compose(text, yaml.CSafeLoader)), list(comments(text))


def shape(node: yaml.Node) -> Any:
    """A node and those in it."""
    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.value
    if isinstance(node, yaml.MappingNode):
        return node.tag, [(shape(key), shape(value)) for key, value in node.value]
    return node.tag, [shape(item) for item in node.value]


def comments(text: str) -> Iterator[str]:
    """The comments that have lines of their own."""
    return (line.strip() for line in text.splitlines() if line.lstrip().startswith("#"))


def test_all_yaml_is_formatted() -> None:
    files = texts()
    assert len(files) > 60
    assert not (wrong := unformatted(files)), "\n".join(wrong)


def test_no_line_is_too_long_but_one_that_has_no_space() -> None:
    long = [
        line for path, text in texts().items() if path not in BY_PROGRAMS for line in text.split("\n") if line[120:]
    ]
    assert [line for line in long if " " in line.strip().removeprefix("- ").partition(": ")[2]] == []


def test_the_form_changes_nothing_and_is_final() -> None:
    """Held on other forms of the same files: what PyYAML makes of them has no line, quote or fold as it was."""
    otherwise = {
        path: yaml.dump(yaml.load(text, yaml.CSafeLoader), Dumper=yaml.CSafeDumper, width=60, sort_keys=False)
        for path, text in texts().items()
        if path.startswith("data/") and path not in BY_PROGRAMS
    }
    once = formatted(otherwise)
    assert [path for path, text in otherwise.items() if said(text) != said(once[path])] == []
    assert formatted(once) == once


def test_comments_and_folded_texts_stay() -> None:
    once = formatted({"data/tools.yml": AS_IT_CAME})["data/tools.yml"]
    assert once != AS_IT_CAME
    assert said(once) == said(AS_IT_CAME)
    assert "# and another" in once
    assert max(map(len, once.splitlines())) <= 120


def test_a_mistake_of_form_has_its_place() -> None:
    text = "title: Tools\nrows:\n- id:   sql\n"
    assert unformatted({"data/tools.yml": text}) == [
        "data/tools.yml:3: run make lint; it writes this line as '  - id: sql'"
    ]
    assert unformatted({"data/tools.yml": "title: 'Tools\n"}) == [
        "data/tools.yml:1: not valid YAML; `make check` says where"
    ]


def test_only_what_programs_write_whole_is_left_out() -> None:
    odd = "a:   1\n"
    assert {path for path, text in formatted(dict.fromkeys(texts(), odd)).items() if text == odd} == BY_PROGRAMS


def test_the_history_is_as_its_command_writes_it() -> None:
    """The figures of the sources are held to their writer in tests/evidence/."""
    draft, _ = load(ROOT)
    assert changes.as_yaml(draft.dataset.releases) == (ROOT / "data" / changes.FILE).read_text(encoding="utf-8")
    with pytest.raises(AssertionError):
        assert changes.as_yaml(draft.dataset.releases[1:]) == (ROOT / "data" / changes.FILE).read_text(encoding="utf-8")


def test_what_make_sections_writes_is_formatted(sound: Path) -> None:
    page = sound / "docs/index.md"
    page.write_text(page.read_text() + "\n## New {#new}\n\n### Newer {#2022}\n")
    case = sound / "docs/work/case.md"
    (sound / "docs/check/case.md").write_text(case.read_text())
    case.unlink()
    project = examine(sound)
    registry.update(project.draft, project.chapters, sound)
    written = (sound / "data/sections.yml").read_text(encoding="utf-8")
    assert "id: new\n" in written
    assert "page: check/case.md" in written
    assert unformatted({"data/sections.yml": written}) == []


def test_the_first_sections_of_a_project_are_formatted(sound: Path) -> None:
    for name in ("sections.yml", "sections.lock"):
        (sound / "data" / name).unlink()
    project = examine(sound)
    registry.update(project.draft, project.chapters, sound)
    assert unformatted({"data/sections.yml": (sound / "data/sections.yml").read_text(encoding="utf-8")}) == []
