"""Records as YAML: they say what was given, in the form that the formatter gives, and no other line changes."""

from pathlib import Path
from typing import Any

import pytest
from formatter_of_yaml import unformatted
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ANSWERS, SECTION, SOURCE, add, files

from sidebyside import document
from sidebyside.adding.texts import YamlFile, changed, item

LONG = " ".join(["a sentence that is too long, with 'single' and \"double\" quotes, a colon: here, and # a sign;"] * 3)
TEXTS = [
    "plain",
    "yes",
    "no",
    "null",
    "~",
    "2022",
    "0x1F",
    "1e3",
    "1_000",
    "2026-11-22",
    "12:30",
    "- a list",
    "? a key",
    "a: key",
    "a #comment",
    "# a comment",
    "'quoted'",
    '"quoted"',
    "it's",
    'it\'s "both"',
    "it's 'more' single than \"double\"",
    "back\\slash and it's",
    "{braces}",
    "[brackets]",
    "a, b",
    "@at",
    "%percent",
    "`ticks`",
    "!bang",
    "&and",
    "*star",
    "|pipe",
    ">fold",
    "ends with:",
    "Zoë, Δ and 数据",
    "---",
    "...",
    "https://example.org/" + "a" * 130,
    "-1 is first in " + LONG,
    "# is first in " + LONG,
    LONG,
    "word-" * 30 + " and more words after it",
]
LISTS = [["a"], ["a/b", "c-d"], ["a b", "c"], ["2022", "no"], [f"kaggle-2022/a-rather-long-name-{n}" for n in range(5)]]


def read(text: str, main: str = "rows") -> Any:
    found, mistakes = document.read("data/tools.yml", text.encode(), main)
    assert mistakes == []
    return found.data


def written(*records: Any) -> str:
    return "\n".join(["rows:", *(line for record in records for line in item(record, 2))]) + "\n"


def test_what_is_written_is_read_again_and_is_formatted() -> None:
    records = [
        {"id": f"r{n}", "name": text, "cells": {"first": text}, "limits": [text]} for n, text in enumerate(TEXTS)
    ]
    records += [{"id": f"l{n}", "evidence": each, "aligns": {"skills": each}} for n, each in enumerate(LISTS)]
    records += [{"id": "roles", "parts": {"first": "leads", "2022": "no"}, "levels": {"a" * 60: "b" * 60}}]
    text = written(*records)
    assert read(text) == {"rows": records}
    assert unformatted({"data/tools.yml": text}) == []
    assert all(len(line) <= 120 or " " not in line.strip().partition(": ")[2] for line in text.splitlines())


@settings(deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=300
    )
)
def test_any_text_in_one_line_is_read_again(text: str) -> None:
    said = " ".join(text.split()) or "x"
    assert read(written({"id": "a", "name": said, "limits": [said]})) == {
        "rows": [{"id": "a", "name": said, "limits": [said]}]
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("rows: []\n", "rows:\n  - id: new\n"),
        ("rows:\n- id: a\n", "rows:\n- id: a\n- id: new\n"),
        ("rows:\n  - {id: a}\n# end\n", "rows:\n  - {id: a}\n  - id: new\n# end\n"),
        (
            "rows:\n  - id: a\n    b: >-\n      c\n\n# end\nmore: 1\n",
            "rows:\n  - id: a\n    b: >-\n      c\n  - id: new\n\n# end\nmore: 1\n",
        ),
        ("rows:\n  - id: a\n\n  - id: b\n", "rows:\n  - id: a\n\n  - id: b\n\n  - id: new\n"),
        (
            "rows:\n  - id: a # one\n    c: [\n      1, 2]\n",
            "rows:\n  - id: a # one\n    c: [\n      1, 2]\n  - id: new\n",
        ),
        ("rows:\n  - id: a\n    c:\n", "rows:\n  - id: a\n    c:\n  - id: new\n"),
    ],
)
def test_a_record_is_added_at_the_end(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "tools.yml"
    path.write_text(before)
    file = YamlFile(path, "rows")
    file.add({"id": "new"})
    file.write()
    assert path.read_text() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[x]", "[x, new]"),
        ("[]", "[new]"),
        ("['2022', x] # why", "['2022', x, new] # why"),
        ("\n      - x\n      # why\n      - y # so", "\n      - x\n      # why\n      - y # so\n      - new"),
        ("\n      - >-\n        x", "\n      - >-\n        x\n      - new"),
        (f"[{'x' * 55}, {'y' * 50}]", f"\n      - {'x' * 55}\n      - {'y' * 50}\n      - new"),
    ],
)
def test_a_value_is_added_to_a_list(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "planner.yml"
    path.write_text(f"rows:\n  - id: a\n  - id: b\n    tools: {before}\n    read: [c]\n".replace(": \n", ":\n"))
    file = YamlFile(path, "rows")
    file.add_to_list("b", "tools", "new")
    file.add_to_list("a", "tools", "first")
    file.write()
    expected = f"rows:\n  - id: a\n    tools: [first]\n  - id: b\n    tools: {after}\n    read: [c]\n".replace(
        ": \n", ":\n"
    )
    assert path.read_text() == expected


def test_a_record_on_one_line_stays_on_it(tmp_path: Path) -> None:
    path = tmp_path / "planner.yml"
    path.write_text("steps:\n  - {id: a, read: [c]}\n  - {id: b, tools: [x], read: [c]}\n")
    with changed(tmp_path, "planner.yml") as file:
        file.add_to_list("a", "tools", "new")
        file.add_to_list("b", "tools", "new")
    assert path.read_text() == "steps:\n  - {id: a, tools: [new], read: [c]}\n  - {id: b, tools: [x, new], read: [c]}\n"


def test_what_the_command_adds_is_formatted(project: Path) -> None:
    for table, answers in ANSWERS.items():
        assert add(project, "row", {"table": table, **answers}) == 0
    assert add(project, "source", SOURCE) == 0
    assert add(project, "section", SECTION) == 0
    yaml = {path: text for path, text in files(project).items() if path.endswith(".yml") and "/evidence/" not in path}
    assert len(yaml) > 15
    assert unformatted({path: text for path, text in yaml.items() if path != "data/changes.yml"}) == []
