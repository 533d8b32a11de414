"""The real build, killed and spoiled: the last good site stays. `tests/test_swapped.py` does more to a small one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from building import ROOT, environment, place, replace
from reading import Site

pytestmark = pytest.mark.site

KILLED = 3
LATEST = 15
"""Seconds after which the last of them is killed; a build takes longer on most machines, and may be done on others."""
LAST = b"<title>The last good site</title>"


def started(root: Path, site: Path, **options: str) -> subprocess.Popen[str]:
    """A build as `make site` makes it, with all its processes in a group of their own."""
    command = [sys.executable, "-m", "sidebyside", "build", str(site)]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.Popen(command, cwd=root, env=environment(root, **options), start_new_session=True, **output)


def held(folder: Path) -> dict[str, bytes]:
    """All that is in a site."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def builds_with_a_mistake(root: Path, site: Path) -> int:
    """The exit status of a build of data in which a name is missing; fails where the build does not say so."""
    tools = root / "data/tools.yml"
    replace(tools, "name: XGBoost", "nome: XGBoost")
    builder = started(root, site)
    output, _ = builder.communicate()
    assert f"data/tools.yml:{place(tools, 'nome')}: tools.xgboost" in output
    return builder.returncode


def test_killed_builds_and_one_with_a_mistake_in_the_data_leave_the_last_site_and_nothing_else(
    hosted: Site, forms: dict[str, dict[str, str]], copy: Path, tmp_path: Path
) -> None:
    site = tmp_path / "public/site"
    shutil.copytree(hosted.folder, site)
    whole = held(site)
    (site / "index.html").write_bytes(LAST)
    last = whole | {"index.html": LAST}
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    for _ in range(KILLED):
        builder = started(ROOT, site, **forms["hosted"])
        time.sleep(moments.uniform(0, LATEST))
        os.killpg(builder.pid, signal.SIGKILL)
        builder.communicate()
        now = held(site)
        assert now in (last, whole), f"seed {seed}"
        last = now

    assert builds_with_a_mistake(copy, site) != 0
    assert held(site) == last
    assert os.listdir(site.parent) == [site.name], f"seed {seed}"
