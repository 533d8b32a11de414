"""The logic of the scripts in overrides/, by Node.js's own test runner: every *.test.mjs beside this file."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name.split(".")[0])
def test_of_a_script(path: Path) -> None:
    node = Path(sys.executable).parent / "node"
    made = subprocess.run([node, "--test", "--test-reporter=tap", path], capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "\n# tests 0\n" not in made.stdout, f"{path.name} tests nothing"
