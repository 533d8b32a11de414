"""No rule is forgotten."""

import inspect

from sidebyside import rules
from sidebyside.rules import assessment, claims, figures, grids, ids, learning, pictures, planner, quiz, records, rows


def test_every_rule_is_run():
    written = {
        function
        for module in (assessment, claims, figures, grids, ids, learning, pictures, planner, quiz, records, rows)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == set(rules.RULES)
