"""`add`: what it adds stands where it belongs, nothing else changes, and a mistake leaves everything as it was."""

import hashlib
import os
from pathlib import Path

import pytest
import yaml
from projects import ANSWERS, SECTION, SOURCE, add, asked, differences, files, typed

from sidebyside import adding, lock
from sidebyside.adding import copies
from sidebyside.adding.asking import AddError
from sidebyside.model import Dataset
from sidebyside.project import examine

TOOL = ["tools", "DuckDB", "", "languages", "Asks.", "Answers.", "survey/python", "", "", "systems", "yes"]


def test_every_table_has_answers_here() -> None:
    assert ANSWERS.keys() == Dataset.TABLES.keys()


@pytest.mark.parametrize("table", ANSWERS)
def test_a_row_of_each_table_is_added_and_nothing_else_changes(project: Path, table: str) -> None:
    before = files(project)
    rows = examine(project).dataset.tables[table].rows
    assert add(project, "row", {"table": table, **ANSWERS[table]}) == 0
    now = examine(project)
    assert now.mistakes == []
    new = [row for row in now.dataset.tables[table].rows if row not in rows]
    assert [row.name for row in new] == [ANSWERS[table]["name"]]
    for name, answer in ANSWERS[table].items():
        if name in type(new[0]).model_fields:
            stored = getattr(new[0], name)
            assert (list(stored) if isinstance(stored, tuple) else stored) == answer
    added, gone = differences(before, files(project))
    assert f"data/{table}.yml" in added
    assert {path: len(lines) for path, lines in gone.items()} == {
        "tools": {"data/planner.yml": 1},
        "skills": {"data/resources.yml": 1},
    }.get(table, {})


def test_a_row_stands_at_the_end_of_its_group_and_comments_stay(project: Path) -> None:
    before = files(project)
    assert add(project, "row", {"table": "tools", **ANSWERS["tools"]}) == 0
    added, gone = differences(before, files(project))
    assert added == {
        "data/tools.yml": [
            "  - id: weights-biases",
            "    name: Weights & Biases",
            "    group: languages",
            "    cells:",
            "      first: 'Begins: and asks.'",
            "      second: Follows, later.",
        ],
        "data/planner.yml": ["    tools: [python, weights-biases]"],
    }
    assert gone == {"data/planner.yml": ["    tools: [python]"]}
    assert [row.id for row in examine(project).dataset.tables["tools"].rows] == [
        "sql",
        "python",
        "weights-biases",
        "cloud",
    ]


def test_the_first_row_of_a_group_stands_behind_the_groups_before_it(project: Path) -> None:
    words = project / "data/vocabularies.yml"
    clouds = "    - {id: clouds,"
    text = words.read_text(encoding="utf-8")
    words.write_text(
        text.replace(clouds, f"    - {{id: editors, label: E, description: E.}}\n{clouds}"), encoding="utf-8"
    )
    assert add(project, "row", {"table": "tools", **ANSWERS["tools"], "group": "editors"}) == 0
    assert [row.id for row in examine(project).dataset.tables["tools"].rows][2:] == ["weights-biases", "cloud"]


def test_a_skill_whose_levels_differ_gets_something_to_learn_it_from(project: Path) -> None:
    made = {
        "title": "Shapes",
        "publisher": "A school",
        "address": "https://example.org/shapes",
        "format": "exercises",
        "licence": "states none",
        "hours": "2.5",
        "note": "Has shapes.",
        "read": "2026-11-21",
    }
    answers = {key: value for key, value in ANSWERS["skills"].items() if key != "resource"}
    assert add(project, "row", {"table": "skills", **answers, "new_resource": made}) == 0
    data = examine(project).dataset
    assert [resource.id for resource in data.resources_by_skill["topology"]] == ["shapes"]
    assert data.resources[-1].hours == 2.5
    assert data.steps[-1].read == ("case-steps", "home")


def test_a_source_is_added_with_its_page_and_the_sums_of_its_files(project: Path, tmp_path: Path) -> None:
    raw = tmp_path / "answers.csv"
    raw.write_bytes(b"a,b\n")
    before = files(project)
    assert add(project, "source", {**SOURCE, "raw_files": [str(raw)], "raw_path_1": "cats/answers.csv"}) == 0
    now = examine(project)
    assert now.mistakes == []
    source = now.dataset.source_by_id["cats-2026"]
    assert source.title == SOURCE["title"]
    assert source.licence.wording == SOURCE["licence"]["wording"]
    assert source.limits == tuple(SOURCE["limits"])
    assert [(file.path, file.sha256) for file in source.files] == [
        ("cats/answers.csv", hashlib.sha256(b"a,b\n").hexdigest())
    ]
    added, gone = differences(before, files(project))
    assert gone == {}
    assert added["mkdocs.yml"] == ["      - data/sources/cats-2026.md"]
    assert added["data/sections.lock"] == ["source-cats-2026 data/sources/cats-2026.md"]
    assert '{{ about_source("cats-2026") }}' in added["docs/data/sources/cats-2026.md"]
    assert yaml.safe_load((project / "mkdocs.yml").read_text())["nav"][0]["Data"][1] == "data/sources/cats-2026.md"


def test_a_section_stands_where_it_was_wanted_and_has_its_record(project: Path) -> None:
    before = files(project)
    assert add(project, "section", SECTION) == 0
    now = examine(project)
    assert now.mistakes == []
    section = now.dataset.section_by_id["case-who-asks"]
    assert (section.objectives, section.level) == (("explain who asks in a case",), "advanced")
    assert (section.aligns.soc, section.aligns.skills) == (("15-2051.00",), ("survey/asked",))
    text = (project / "docs/work/case.md").read_text(encoding="utf-8")
    assert (
        text.index("## Steps")
        < text.index("\n\n## Who asks {#case-who-asks}\n\nSomebody")
        < text.index("\n\n## What this")
    )
    assert max(map(len, text.splitlines())) <= 120
    assert ("case-who-asks", "work/case.md") in lock.read(project / "data/sections.lock").addresses
    added, gone = differences(before, files(project))
    assert gone == {}
    assert added.keys() == {"data/sections.yml", "data/sections.lock", "docs/work/case.md"}


def test_a_section_at_the_end_of_a_chapter(project: Path) -> None:
    answers = {"page": "index.md", "title": "The end", "text": "It ends.", "depth": "###"}
    assert add(project, "section", answers) == 0
    assert (
        (project / "docs/index.md")
        .read_text(encoding="utf-8")
        .endswith('id="home-table") }}\n\n### The end {#home-the-end}\n\nIt ends.\n')
    )
    assert examine(project).mistakes == []


@pytest.mark.parametrize(
    ("what", "answers", "said"),
    [
        ("row", {"table": "tool", **ANSWERS["tools"]}, "answers.yml:1:8: table: 'tool' is none of these; did you mean"),
        ("row", {"table": "tools", **ANSWERS["tools"], "id": "sql"}, "the id 'sql' is taken"),
        ("row", {"table": "tools", **ANSWERS["tools"], "id": "No slug"}, "'No slug' is no slug; use lower-case"),
        ("row", {"table": "tools", **ANSWERS["tools"], "group": "language"}, "did you mean 'languages'?"),
        ("row", {"table": "tools", **ANSWERS["tools"], "step": "statistic"}, "did you mean 'statistics'?"),
        ("row", {"table": "tools", **ANSWERS["tools"], "cells": {"first": "One."}}, "'cells.second' is missing"),
        ("row", {"table": "tools", **ANSWERS["tools"], "evidence": ["survey/pythn"]}, "did you mean 'survey/python'?"),
        ("row", {"table": "tools", **ANSWERS["tools"], "evidence": "survey/python"}, "evidence: expected a list"),
        ("row", {"table": "tools", **ANSWERS["tools"], "colour": "red"}, "colour: nothing asks for this; remove it"),
        ("row", {"table": "tools", **ANSWERS["tools"], "name": "=1"}, "a spreadsheet would compute"),
        (
            "row",
            {"table": "glance", **ANSWERS["glance"], "evidence": ["survey/pay", "survey/sql"]},
            "too many; at most 1",
        ),
        ("source", {**SOURCE, "address": "example.org"}, "'example.org' is no address; write it with https://"),
        ("source", {**SOURCE, "read": "yesterday"}, "expected a date such as 2026-11-20, found 'yesterday'"),
        ("source", {**SOURCE, "kinds": []}, "too few; at least 1 are needed"),
        ("source", {**SOURCE, "raw_files": ["no/such/file"]}, "there is no file 'no/such/file'"),
        ("source", {**SOURCE, "licence": {"name": "CC0"}}, "the key 'licence.wording' is missing"),
        ("section", {**SECTION, "objectives": ["learn it"]}, "an objective begins with a verb"),
        ("section", {**SECTION, "objectives": ["explain what a case is"]}, "'case' has the same objective"),
        ("section", {**SECTION, "objectives": []}, "too few; at least 1"),
        ("section", {**SECTION, "id": "home"}, "the id 'home' is taken"),
        ("section", {**SECTION, "title": "A {# b"}, "a heading has words only"),
    ],
)
def test_an_answer_that_cannot_be_taken_leaves_everything_as_it_was(project, capsys, what, answers, said) -> None:
    before = files(project)
    assert add(project, what, answers) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.endswith("nothing was written\n")
    assert files(project) == before


@pytest.mark.parametrize(
    ("what", "answers", "said"),
    [
        (
            "row",
            {"table": "market", **ANSWERS["market"], "evidence": ["survey/employment", "survey/employment"]},
            "keep one of them",
        ),
        ("section", {**SECTION, "text": "It costs $5,000."}, "'$5,000.' is typed"),
        ("section", {**SECTION, "text": "See {{ no_macro() }}."}, "no macro 'no_macro'"),
        ("source", {**SOURCE, "lead": "<b>Cats</b>"}, "HTML '<b>' in a chapter"),
    ],
)
def test_a_mistake_that_only_the_whole_shows_leaves_everything_as_it_was(project, capsys, what, answers, said) -> None:
    before = files(project)
    assert add(project, what, answers) == 1
    assert said in capsys.readouterr().err
    assert files(project) == before


def test_a_project_with_mistakes_is_left_alone(project: Path, capsys: pytest.CaptureFixture) -> None:
    (project / "data/tools.yml").write_text("rows: [\n", encoding="utf-8")
    before = files(project)
    assert add(project, "row", {"table": "tools", **ANSWERS["tools"]}) == 1
    assert "there are mistakes" in capsys.readouterr().err
    assert files(project) == before


def test_answers_come_line_by_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(project, "row", TOOL, monkeypatch) == 0
    assert examine(project).dataset.tables["tools"].rows[2].id == "duckdb"
    assert examine(project).dataset.steps[1].tools == ("sql", "cloud", "duckdb")


def test_a_number_chooses(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["3", "DuckDB", "duck", "2", "Asks.", "Answers.", "", "", "1", "yes"]
    assert typed(project, "row", lines, monkeypatch) == 0
    row = examine(project).dataset.tables["tools"].rows[-1]
    assert (row.id, row.group) == ("duck", "clouds")
    assert examine(project).dataset.steps[0].tools == ("python", "duck")


@pytest.mark.parametrize("answered", range(len(TOOL)))
def test_lines_that_end_too_soon_leave_everything_as_it_was(project, monkeypatch, capsys, answered) -> None:
    before = files(project)
    assert typed(project, "row", TOOL[:answered], monkeypatch) == 1
    assert capsys.readouterr().err == "\nnothing was written\n"
    assert files(project) == before


def test_what_a_program_answers_wrongly_ends_it(project, monkeypatch, capsys) -> None:
    before = files(project)
    assert typed(project, "row", ["tools", "DuckDB", "sql", *TOOL[2:]], monkeypatch) == 1
    assert "the id 'sql' is taken" in capsys.readouterr().err
    assert files(project) == before


def test_what_is_typed_wrongly_is_asked_again(project, monkeypatch, capsys) -> None:
    lines = ["tool", "tools", "", "DuckDB", "sql", "", "?", "languages", "Asks.", "=1", "Answers."]
    lines += ["survey/pythn", "survey/python", "survey/python", "", "", "systems", "perhaps", "yes"]
    assert typed(project, "row", lines, monkeypatch, terminal=True) == 0
    assert examine(project).mistakes == []
    printed = capsys.readouterr().out
    for said in ("did you mean 'tools'?", "empty; fill it in", "is taken", "would compute", "in the list already"):
        assert said in printed


def test_a_mistake_that_only_the_whole_shows_is_asked_again(project, monkeypatch, capsys) -> None:
    words = ["tools", "DuckDB", "", "languages", "Asks.", "Answers.", "survey/python", "survey/sql", "", "", "systems"]
    assert typed(project, "row", [*words, "survey/sql", "", "yes"], monkeypatch, terminal=True) == 0
    assert (
        "tools.duckdb.evidence.2: 'survey/python' is of the same kind and about 'first', too" in capsys.readouterr().err
    )
    assert examine(project).dataset.tables["tools"].rows[2].evidence == ("survey/sql",)


def test_words_of_a_section_with_a_mistake_are_asked_again(project, monkeypatch, capsys) -> None:
    answers = {
        "page": ["work/case.md"],
        "after": ["case-steps"],
        "title": ["Who asks"],
        "text": ["It costs $5,000.", "It asks."],
        "objectives": ["explain who asks"],
    }
    assert asked(project, "section", answers, monkeypatch) == 0
    assert "docs/work/case.md:21:10: '$5,000.' is typed" in capsys.readouterr().err
    assert "## Who asks {#case-who-asks}\n\nIt asks.\n" in (project / "docs/work/case.md").read_text(encoding="utf-8")


def test_words_of_a_source_with_a_mistake_are_asked_again(project, monkeypatch, capsys) -> None:
    answers = {
        "title": ["Cats"],
        "short": ["Cats <b>", "Cats 2026"],
        "id": ["cats"],
        "publisher": ["Somebody"],
        "date": ["2026"],
        "address": ["https://example.org/cats"],
        "licence.name": ["CC0"],
        "licence.wording": ["Free."],
        "kinds": ["usage"],
        "limits": ["It is small."],
        "lead": ["What <i>cats</i> say.", "What cats say."],
    }
    assert asked(project, "source", answers, monkeypatch) == 0
    said = capsys.readouterr().err
    assert "docs/data/sources/cats.md:8:8: HTML '<b>'" in said
    assert "docs/data/sources/cats.md:10:6: HTML '<i>'" in said
    page = (project / "docs/data/sources/cats.md").read_text(encoding="utf-8")
    assert "# Cats 2026 {#source-cats}\n\nWhat cats say.\n" in page


def test_what_is_not_wanted_is_not_written(project, monkeypatch, capsys) -> None:
    before = files(project)
    assert typed(project, "row", [*TOOL[:-1], "no"], monkeypatch) == 1
    printed = capsys.readouterr()
    assert "+  - id: duckdb" in printed.out
    assert printed.err == "it was not wanted\nnothing was written\n"
    assert files(project) == before


def test_ctrl_c_leaves_everything_as_it_was(project, monkeypatch, capsys) -> None:
    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    before = files(project)
    monkeypatch.setattr("builtins.input", interrupted)
    assert typed(project, "row", [], monkeypatch, terminal=True) == 1
    assert capsys.readouterr().err == "\nnothing was written\n"
    assert files(project) == before


@pytest.mark.parametrize("which", [1, 2, 3, 4])
def test_where_a_file_cannot_be_written_all_are_as_they_were(project, monkeypatch, which) -> None:
    before, calls, original = files(project), [], os.replace

    def failing(old: Path, new: Path) -> None:
        calls.append(new)
        if len(calls) == which:
            raise KeyboardInterrupt
        original(old, new)

    monkeypatch.setattr(copies.os, "replace", failing)
    assert add(project, "source", SOURCE) == 1
    assert len(calls) >= which
    assert files(project) == before


def test_a_file_that_somebody_changes_meanwhile_is_not_overwritten(project, monkeypatch, capsys) -> None:
    tools = project / "data/tools.yml"
    lines = iter(TOOL)

    def answer(_: str) -> str:
        line = next(lines)
        if line == "systems":
            tools.write_text("# meanwhile\n" + tools.read_text(encoding="utf-8"), encoding="utf-8")
            before.update(files(project))
        return line

    before: dict[str, str] = {}
    monkeypatch.setattr("builtins.input", answer)
    assert typed(project, "row", [], monkeypatch) == 1
    assert "data/tools.yml was changed meanwhile" in capsys.readouterr().err
    assert files(project) == before


def test_a_file_of_answers_that_cannot_be_read(project, tmp_path) -> None:
    with pytest.raises(AddError, match="cannot be read"):
        adding.File(tmp_path / "none.yml")
    path = tmp_path / "list.yml"
    path.write_text("- a\n", encoding="utf-8")
    with pytest.raises(AddError, match="write a key for each answer"):
        adding.File(path)
    path.write_text("a: 'b\n", encoding="utf-8")
    with pytest.raises(AddError, match="not valid YAML"):
        adding.File(path)
