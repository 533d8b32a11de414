"""No rule is forgotten."""

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest

from sidebyside import rules
from sidebyside.project import examine

HELPERS = {"lookup"}  # what rules share


def test_every_rule_is_run():
    modules = [import_module(f"{rules.__name__}.{each.name}") for each in iter_modules(rules.__path__)]
    written = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if module.__name__.rpartition(".")[2] not in HELPERS
    }
    assert written == set(rules.RULES)


@pytest.mark.parametrize(
    "name", ["assessment.yml", "lessons.yml", "pictures.yml", "planner.yml", "quiz.yml", "resources.yml"]
)
def test_a_file_that_cannot_be_read_is_the_only_mistake(sound, name):
    (sound / "data" / name).unlink()
    [found] = examine(sound).mistakes
    assert str(found).startswith(f"data/{name}:1:1: the file cannot be read")


def test_what_rests_on_evidence_that_cannot_be_read_is_no_mistake(sound):
    (sound / "data" / "evidence" / "survey.yml").write_text("source: [\n")
    found = [str(each) for each in examine(sound).mistakes if each.file.startswith("data/")]
    assert [each.partition(":")[0] for each in found] == ["data/evidence/survey.yml"]
