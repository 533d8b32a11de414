"""No rule is forgotten."""

import inspect
from importlib import import_module
from pkgutil import iter_modules

from sidebyside import rules

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
