"""YAML as the formatter writes it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULE = ROOT / ".venv/formatting/node_modules/prettier/index.mjs"


def formatted(files: dict[str, str]) -> dict[str, str | None]:
    """Each text, by its path in the project, as it has to be written; None where the formatter cannot read it."""
    if not MODULE.is_file():
        pytest.fail("the formatter of YAML is missing; `make test` installs it", pytrace=False)
    command = [Path(sys.executable).parent / "node", ROOT / "tests/formatting/format.mjs", MODULE]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(files), capture_output=True, text=True)
    assert not done.stderr, done.stderr
    return json.loads(done.stdout)


def unformatted(files: dict[str, str]) -> list[str]:
    """For each text that has to be written otherwise the first place of it, with what has to stand there."""
    found = []
    for path, wanted in formatted(files).items():
        if wanted is None:
            found.append(f"{path}:1: not valid YAML; `make check` says where")
        elif wanted != files[path]:
            lines, there = wanted.split("\n"), files[path].split("\n")
            same = next(at for at, pair in enumerate(zip(lines, there, strict=False)) if pair[0] != pair[1])
            found.append(f"{path}:{same + 1}: run make lint; it writes this line as '{lines[same]}'")
    return found
