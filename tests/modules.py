"""The modules of the package and what they import, as they stand in CONTRIBUTING.md.

As a command this writes them there: `python tests/modules.py`, or `make modules`.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PACKAGE = "sidebyside"
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- written by `make modules` -->\n", "<!-- as far as here -->\n"

Imports = dict[str, set[str]]
"""For every module of the package, or package in it, the others that it imports."""


def imports(package: str = PACKAGE) -> Imports:
    """What the modules and packages directly in a package import of each other."""
    graph = grimp.build_graph(package, cache_dir=None)
    found: Imports = {name.partition(".")[2]: set() for name in graph.find_children(package)}
    for one in found:
        inside = {f"{package}.{one}", *graph.find_descendants(f"{package}.{one}")}
        there = {target for each in inside for target in graph.find_modules_directly_imported_by(each)}
        found[one] = {target.split(".")[1] for target in there if "." in target} - {one}
    return found


def layers(found: Imports) -> list[list[str]]:
    """The modules, those first that nobody imports; each imports of later layers alone.

    Raises ValueError for modules that import each other in a circle.
    """
    left = {name: set(others) for name, others in found.items()}
    layers: list[list[str]] = []
    while left:
        layer = sorted(name for name, others in left.items() if not others)
        if not layer:
            raise ValueError(f"these import each other: {', '.join(sorted(left))}")
        layers.insert(0, layer)
        left = {name: others - set(layer) for name, others in left.items() if name not in layer}
    return layers


def arrows(found: Imports) -> Iterator[tuple[str, str]]:
    """What imports what, without what follows from that: a module that another one imports, which this one imports."""
    reached: Imports = {}
    for name in (name for layer in reversed(layers(found)) for name in layer):
        reached[name] = set().union(found[name], *(reached[other] for other in found[name]))
    for name in sorted(found):
        beyond: set[str] = set().union(*(reached[other] for other in found[name]))
        yield from ((name, other) for other in sorted(found[name] - beyond))


def about(module: str, package: Path = ROOT / PACKAGE) -> str:
    """The first sentence of what a module or a package says of itself."""
    file = package / module / "__init__.py" if (package / module).is_dir() else package / f"{module}.py"
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].split())


def drawing(found: Imports) -> str:
    """The drawing as Markdown: arrows between modules, and below them a line for each module."""
    shape = {name: f"{name}[[{name}/]]" if (ROOT / PACKAGE / name).is_dir() else f"{name}({name})" for name in found}
    lines = ["", "```mermaid", "flowchart TD"]
    lines += [f"  {shape[name]}" for layer in layers(found) for name in layer]
    lines += [f"  {one} --> {other}" for one, other in arrows(found)]
    lines += ["```", "", "| module | what it is | imports |", "|---|---|---|"]
    lines += [
        f"| `{name}` | {about(name)} | {', '.join(sorted(found[name]))} |" for layer in layers(found) for name in layer
    ]
    return "\n".join([*lines, "", ""])


def written(page: str, found: Imports) -> str:
    """The page with the drawing between its two marks. Raises ValueError where they are missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{BEGIN.strip()} and {END.strip()} have to stand there once")
    return f"{before}{begin}{drawing(found)}{end}{after}"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), imports()), encoding="utf-8")
