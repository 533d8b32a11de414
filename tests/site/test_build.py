"""A build either makes the site, the same bytes each time, or says every mistake and leaves the old site alone."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from building import ROOT, Build, append, environment, place, replace
from elsewhere import COUNTERFEIT, Elsewhere
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


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """Another machine with the same project."""
    return Elsewhere(tmp_path_factory.mktemp("elsewhere"))


def test_two_machines_make_the_same_bytes(
    site: Site, elsewhere: Elsewhere, forms: dict[str, dict[str, str]], tmp_path: Path
) -> None:
    name = "hosted" if site.folders else "offline"
    there = elsewhere.build(tmp_path / "there", **forms[name])
    first, second = _bytes(site.folder), _bytes(there)
    assert len(first) > len(site.pages)
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
    if name == "offline":
        bundle = [sys.executable, "-m", "sidebyside", "bundle", site.folder, tmp_path / "zip here"]
        subprocess.run(bundle, cwd=ROOT, env=environment(ROOT), check=True)
        elsewhere.run("-m", "sidebyside", "bundle", there, tmp_path / "zip there")
        assert len(_bytes(tmp_path / "zip here")) == 1
        assert _bytes(tmp_path / "zip here") == _bytes(tmp_path / "zip there")


PLAYED = f"""
import base64, json, locale, os, time, vl_convert
drawn = '<svg xmlns="http://www.w3.org/2000/svg"><text y="20" font-family="{COUNTERFEIT}">A title</text></svg>'
print(json.dumps({{
    "day": int(time.time() / 86_400),
    "zone": time.localtime().tm_gmtoff,
    "encoding": locale.getpreferredencoding(False),
    "seed": hash("seed"),
    "home": os.path.expanduser("~"),
    "rights": os.umask(0),
    "folder": os.getcwd(),
    "age": os.stat("mkdocs.yml").st_mtime,
    "listed": os.listdir("data"),
    "scanned": [entry.name for entry in os.scandir("data")],
    "fonts": base64.b64encode(vl_convert.svg_to_png(drawn)).decode(),
}}))
"""


def test_the_other_machine_is_another_one(elsewhere: Elsewhere) -> None:
    here = subprocess.run([sys.executable, "-c", PLAYED], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    own, other = json.loads(here.stdout), json.loads(elsewhere.run("-c", PLAYED))
    listed = os.listdir(elsewhere.root / "data")
    assert other["listed"] == other["scanned"] == listed[::-1]
    assert [name for name in own if own[name] == other[name]] == []
    assert other["day"] - own["day"] in (400, 401)
