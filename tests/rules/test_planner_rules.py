"""Rules about the steps of a plan, each on the small project with one thing changed."""

import pytest

FILE = "data/planner.yml"


def test_a_step_for_an_unknown_skill_leaves_the_skill_without_one(broken_by):
    assert broken_by(FILE, "id: algebra", "id: algebr") == [
        f"{FILE}:8:9: planner.algebr.id: no skill 'algebr'; did you mean 'algebra'?",
        "data/skills.yml:19:9: skills.algebra.id: data/planner.yml has no step for it; add one, with the sections to "
        "read",
    ]


def test_an_unknown_tool_leaves_the_tool_without_a_step(broken_by):
    assert broken_by(FILE, "[sql, cloud]", "[sql, clod]") == [
        f"{FILE}:6:18: planner.systems.tools.2: no tool 'clod'; did you mean 'cloud'?",
        "data/tools.yml:16:9: tools.cloud.id: no step of data/planner.yml has it; add it to the tools of the skill "
        "that it is used for",
    ]


def test_a_tool_of_two_steps(broken_by):
    assert broken_by(FILE, "[sql, cloud]", "[sql, cloud, python]") == [
        f"{FILE}:6:25: planner.systems.tools.3: 'python' is among the tools of 'statistics', too; keep one of them"
    ]


@pytest.mark.parametrize("table", ["skills", "tools"])
def test_a_table_that_cannot_be_read_lacks_no_step(broken_by, table):
    found = broken_by(f"data/{table}.yml", "rows:\n", "rows: [\n")
    assert "not valid YAML" in found[0]
    assert not any("no step" in each for each in found)


def test_an_unknown_section_to_read(broken_by):
    assert broken_by(FILE, "[case-steps]", "[case-step]") == [
        f"{FILE}:7:12: planner.systems.read: no section 'case-step'; did you mean 'case-steps'?"
    ]


def test_a_step_without_anything_to_read_says_only_that(broken_by):
    assert broken_by(FILE, "[case-steps]", "[]") == [f"{FILE}:7:11: planner.systems.read: empty; fill it in"]
