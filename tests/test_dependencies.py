import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINE = re.compile(r"^\| `([^`]+)` \|(.*)\|$", re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9._-]+")


def test_every_direct_dependency_has_one_line_and_every_line_a_dependency() -> None:
    listed = list(described(ROOT))
    assert sorted(name for name, _ in listed) == sorted(named(ROOT))


def test_every_line_says_what_for_what_instead_on_which_terms_and_how_old() -> None:
    for name, cells in described(ROOT):
        assert all(cells), name
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", cells[-1]), name


def test_all_groups_and_folders_are_looked_into(tmp_path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["a>=1"]\noptional-dependencies.x = ["a", "b[c]>=2"]\n'
        '[dependency-groups]\ny = ["d.e"]\n'
    )
    folder = tmp_path / "tests" / "of-npm"
    folder.mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps({"dependencies": {"f": "^1"}, "devDependencies": {"g": "1"}}))
    assert named(tmp_path) == {"a", "b", "d.e", "f", "g"}


def named(root: Path) -> set[str]:
    """The names of all direct dependencies, of Python and of npm."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    main = project["project"]
    groups = [main["dependencies"], *main["optional-dependencies"].values(), *project["dependency-groups"].values()]
    found = {NAME.match(each)[0] for group in groups for each in group}
    for path in (path for folder in ("tests", "benchmarks") for path in root.glob(f"{folder}/**/package.json")):
        package = json.loads(path.read_text(encoding="utf-8"))
        found |= {name for kind in ("dependencies", "devDependencies") for name in package.get(kind, ())}
    return found


def described(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Each line of the tables of dependencies: a name, and the other cells."""
    text, _, _ = (root / "DEPENDENCIES.md").read_text(encoding="utf-8").partition("\n## What to watch\n")
    for name, cells in LINE.findall(text[text.index("\n## To build the site\n") :]):
        yield name, [cell.strip() for cell in cells.split("|")]
