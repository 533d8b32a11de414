"""A role is data: no code, no template, no script and no style of the project names one."""

import ast
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sidebyside"
TEXTS = (".html", ".js", ".css", ".svg", ".xml", ".md", ".txt")
OWN_NAME = "data-scientist-or-machine-learning-engineer"
"""That of the project, in the names of the files that it gives away."""
FILTERS = PACKAGE / "evidence"
"""Its modules alone name roles: each has the filter that finds a role in its source."""
WORDS = PACKAGE / "prose" / "words.txt"
"""What is spelled right; the names of roles are words like others."""


def said_in(path: Path) -> str:
    """What a file says to the machine or to readers: of Python, all but comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return text
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant("")  # a docstring, of a module, a class, a function or a field
    return ast.unparse(tree)


def named(text: str) -> list[str]:
    """The roles that a text names, in whatever spelling."""
    roles = yaml.safe_load((ROOT / "data/roles.yml").read_text(encoding="utf-8"))["roles"]
    names = {role[key].lower().replace("-", " ") for role in roles for key in ("id", "name", "short")}
    words = re.sub(r"[-_\s]+", " ", text.replace(OWN_NAME, "")).lower()
    return sorted(name for name in names if re.search(rf"\b{re.escape(name)}", words))


def files() -> list[Path]:
    """Everything that makes the site, but the chapters and the data."""
    found = [path for folder in (PACKAGE, ROOT / "overrides") for path in sorted(folder.rglob("*"))]
    return [path for path in found if path.suffix in (".py", *TEXTS) and FILTERS not in path.parents and path != WORDS]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_but_data_names_a_role(path: Path) -> None:
    assert named(said_in(path)) == []


def test_a_name_is_found_in_any_spelling(tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text('"""Of data scientists."""\nx = "ML engineers"  # data engineer\nis_data_scientist = 1\n')
    assert named(said_in(code)) == ["data scientist", "ml engineer"]
    assert named(said_in(FILTERS / "kaggle_2022.py")) != []
