"""The drawing of the modules is that of the modules, and imports go one way."""

import subprocess
import sys
from pathlib import Path

import pytest
from modules import PAGE, arrows, drawing, imports, layers, written

FOUND = {"command": {"load", "model"}, "load": {"model"}, "model": set(), "hooks": {"load"}}


def test_the_drawing_is_that_of_the_modules():
    page = PAGE.read_text(encoding="utf-8")
    assert written(page, imports()) == page, "run `make modules`"


def test_a_module_stands_above_what_it_imports():
    assert layers(FOUND) == [["command", "hooks"], ["load"], ["model"]]


def test_an_arrow_that_follows_from_others_is_left_out():
    assert list(arrows(FOUND)) == [("command", "load"), ("hooks", "load"), ("load", "model")]


def test_a_circle_is_no_drawing():
    with pytest.raises(ValueError, match="import each other: load, model"):
        layers({"load": {"model"}, "model": {"load"}, "hooks": set()})


def test_a_page_without_a_place_for_the_drawing_is_told():
    with pytest.raises(ValueError, match="have to stand there"):
        written("# Contributing\n", imports())


def test_the_drawing_says_what_a_module_is_and_what_it_imports():
    text = drawing(imports())
    assert "  mistakes(mistakes)\n" in text
    assert "  model[[model/]]\n" in text
    assert "| `document` | A YAML file as plain data that knows its places" in text
    assert "  document --> mistakes\n" in text


def test_imports_go_the_ways_that_are_laid_down(root: Path):
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "Contracts: 2 kept, 0 broken." in done.stdout
