"""Runs all tests in two processes side by side: those that share the built site, and most others.

With arguments it is pytest with these, in one process. The exit status is not zero if a test fails in either.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

SITE = Path(__file__).parent / "site"
OWN = [SITE / f"test_{name}.py" for name in ("moves", "serve", "site_book", "site_hostile", "three_roles")]
"""About the site, too, but they need one form of it at most: they run with the others, so that both take as long."""


def main() -> int:
    """Exit status: that of pytest, the larger one of two."""
    pytest = [sys.executable, "-m", "pytest"]
    if sys.argv[1:]:
        return subprocess.call([*pytest, *sys.argv[1:]])
    others = [*pytest, *(f"--ignore={path}" for path in sorted(SITE.glob("test_*.py")) if path not in OWN)]
    site = [*pytest, str(SITE), *(f"--ignore={path}" for path in OWN)]
    with tempfile.TemporaryFile() as said:
        beside = subprocess.Popen(others, stdout=said, stderr=subprocess.STDOUT)
        first = subprocess.call(site)
        second = beside.wait()
        said.seek(0)
        sys.stdout.write(said.read().decode("utf-8", "replace"))
    return max(first, second)


if __name__ == "__main__":
    sys.exit(main())
