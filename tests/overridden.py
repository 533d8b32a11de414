"""Which of the theme's templates ours stand in for, and how those were when somebody last compared the two.

As a command, after such a comparison, this writes the lock: `python tests/overridden.py`, or `make overridden`.
"""

import hashlib
import re
from importlib.metadata import version
from pathlib import Path

import material

OVERRIDES = Path(__file__).parents[1] / "overrides"
THEME = Path(material.__file__).parent / "templates"
LOCK = Path(__file__).with_name("overridden.lock")
HEAD = (
    "# The theme's templates in whose place ours stand, as they were when somebody last compared them: sha256, the\n"
    "# version of the theme, the template. `make overridden` writes this file.\n"
)

_RELEASE = re.compile(r"mkdocs-material-[\d.]+|\.[0-9a-f]{8}(?=\.min\.)")


def fingerprint(template: str) -> str:
    """The sha256 of a template, without what changes with each release: its number, and names of files."""
    return hashlib.sha256(_RELEASE.sub("", template).encode()).hexdigest()


def overridden(overrides: Path = OVERRIDES, theme: Path = THEME) -> dict[str, str]:
    """The fingerprint of each template of the theme that has one of ours in its place, by its path."""
    names = sorted(path.relative_to(overrides).as_posix() for path in overrides.rglob("*.html"))
    there = {name: theme / name for name in names if (theme / name).is_file()}
    return {name: fingerprint(path.read_text(encoding="utf-8")) for name, path in there.items()}


def locked(lock: Path = LOCK) -> dict[str, tuple[str, str]]:
    """For each template in the lock its fingerprint, and the version of the theme that it was of."""
    lines = (line.split() for line in lock.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: (found, of) for found, of, name in lines}


def changed(found: dict[str, str], known: dict[str, tuple[str, str]]) -> list[str]:
    """A line for each template that has changed, is new in the lock, or is in it for nothing."""
    advice = "compare it with ours in overrides/, then run `make overridden`"
    lines = []
    for name in sorted(found.keys() | known.keys()):
        if name not in known:
            lines.append(f"{name}: ours stands in for the theme's, and nobody compared them; {advice}")
        elif name not in found:
            lines.append(f"{name}: the theme or overrides/ no longer has it; find what took its place, {advice}")
        elif found[name] != known[name][0]:
            lines.append(f"{name}: the theme's has changed since {known[name][1]}; {advice}")
    return lines


def write(lock: Path = LOCK) -> None:
    """Records what the theme has now."""
    lines = (f"{found} {version('mkdocs-material')} {name}\n" for name, found in overridden().items())
    lock.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write()
