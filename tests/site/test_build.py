"""A build either makes the site, the same bytes each time, or says every mistake and leaves the old site alone."""

import re
from pathlib import Path

import pytest
from building import Build, append, place, replace
from reading import Site

pytestmark = pytest.mark.site

LOCATED = re.compile(r"(?:data|docs)/[\w/.-]+:\d+:\d+: ")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_with_mistakes_says_each_on_its_line_and_leaves_the_old_site(copy: Path, hosted: Site) -> None:
    tools, chapter, old = copy / "data/tools.yml", copy / "docs/compare/tools.md", copy / "old"
    replace(tools, "[kaggle-2022/pytorch,", "[kaggle-2022/pytroch,")
    replace(tools, "name: XGBoost", "nome: XGBoost")
    append(chapter, "\nWe asked 12 % of them.\n")
    for path in list(hosted.files)[:20]:
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_bytes(hosted.files[path].read_bytes())
    before = _bytes(old)

    code, output = Build(old, root=copy).result()

    lines = [line for line in output.splitlines() if LOCATED.search(line)]
    assert code == 1, output
    assert "Traceback" not in output
    assert len(before) == 20
    assert _bytes(old) == before
    assert all(LOCATED.match(line) for line in lines), output
    wanted = [
        f"data/tools.yml:{place(tools, 'nome')}: tools.xgboost",
        f"data/tools.yml:{place(tools, 'kaggle-2022/pytroch')}: tools.pytorch.evidence",
        f"docs/compare/tools.md:{place(chapter, '12 %')}: ",
    ]
    assert [start for start in wanted if not any(line.startswith(start) for line in lines)] == [], output
    assert any("did you mean 'kaggle-2022/pytorch'" in line for line in lines), output


def test_a_build_with_a_link_that_leads_nowhere_fails_and_names_it(copy: Path) -> None:
    append(copy / "docs/compare/tools.md", "\nThe [pay](salaries.md#pay-gone) follows.\n")
    code, output = Build(copy / "new", root=copy).result()
    assert code == 1, output
    assert "pay-gone" in output


def test_two_builds_of_the_same_project_are_the_same_bytes(hosted: Site, hosted_again: Site) -> None:
    first, second = _bytes(hosted.folder), _bytes(hosted_again.folder)
    assert len(first) > len(hosted.pages)
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
