"""A conftest.py for mutants: the tests whose names share the most words with the mutated function are run first.

The first test that notices a mutant ends its run, so most runs are short.
"""

import os
import re


def pytest_collection_modifyitems(items):
    function = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[2].partition("__mutmut")[0]
    words = set(function.split("_"))
    items.sort(key=lambda item: -len(words & set(re.split(r"\W|_", item.name))))
