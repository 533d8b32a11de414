"""Records as YAML in the form that `make lint` gives it, and files to which they are added without any other change."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import fill, wrap
from typing import Any

import yaml

from ..load import FILES

WIDTH = 120
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a PyYAML built without libyaml has the slow one only
_WORD = re.compile(r"[A-Za-z0-9][\w./:-]*(?<!:)")
"""What may stand in a list on one line."""
_SLUG = re.compile(r"[a-z0-9-]+")


def scalar(value: Any) -> str:
    """A single value on one line, in quotes where YAML would take it for something else without."""
    text = yaml.safe_dump(value, allow_unicode=True, width=float("inf"))
    text = text.removesuffix("\n").removesuffix("\n...")
    if text.startswith("'") and value.count("'") > value.count('"') and "\\" not in value:
        escaped = value.replace('"', r"\"")
        return f'"{escaped}"'
    return text


def paragraph(text: str) -> str:
    """A text as lines of a chapter."""
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def entry(key: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of a key with its value."""
    head = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, dict | list):
        line = _on_one_line(value)
        if line and len(head) + 1 + len(line) <= WIDTH:
            yield f"{head} {line}"
            return
        yield head
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from entry(name, inner, indent + 2)
        else:
            for inner in value:
                yield from item(inner, indent + 2)
    else:
        yield from _folded(head, value, indent + 2)


def item(value: Any, indent: int) -> Iterator[str]:
    """The lines of an item of a list."""
    if isinstance(value, dict):
        lines = (line for key, inner in value.items() for line in entry(key, inner, indent + 2))
        yield f"{' ' * indent}- {next(lines)[indent + 2 :]}"
        yield from lines
    else:
        yield from _folded(f"{' ' * indent}-", value, indent + 2)


def _on_one_line(value: dict[str, Any] | list[Any]) -> str | None:
    if isinstance(value, dict):
        if all(isinstance(inner, str) and _SLUG.fullmatch(inner) for inner in value.values()):
            return "{" + ", ".join(f"{scalar(key)}: {scalar(inner)}" for key, inner in value.items()) + "}"
        return None
    if all(isinstance(inner, str) and _WORD.fullmatch(inner) for inner in value):
        return "[" + ", ".join(map(scalar, value)) + "]"
    return None


def _folded(head: str, value: Any, indent: int) -> Iterator[str]:
    line = f"{head} {scalar(value)}"
    if len(line) <= WIDTH or not isinstance(value, str) or " " not in value:
        yield line
        return
    yield f"{head} >-"
    for each in wrap(value, WIDTH - indent, break_long_words=False, break_on_hyphens=False):
        yield " " * indent + each


@contextmanager
def changed(data: Path, name: str) -> Iterator["YamlFile"]:
    """A file below data/ to be added to; it is written at the end of the context."""
    file = YamlFile(data / name, FILES[name][1])
    yield file
    file.write()


class YamlFile:
    """A file of data to which records are added. No other line of it changes."""

    def __init__(self, path: Path, main: str) -> None:
        """Reads the file, whose records are the items of its main list."""
        self._path = path
        self._main = main
        self._lines = path.read_text(encoding="utf-8").splitlines()

    def write(self) -> None:
        """Writes the file."""
        self._path.write_text("\n".join(self._lines) + "\n", encoding="utf-8", newline="\n")

    def add(self, record: dict[str, Any], after: int | None = None) -> None:
        """Adds a record below another one, given by its position, or at the end; as far apart as records are there."""
        records = self._records()
        if not records:
            at = self._head().start_mark.line
            self._lines[at] = self._lines[at].partition(":")[0] + ":"
            self._lines[at + 1 : at + 1] = item(record, 2)
            return
        at = len(records) - 1 if after is None else after
        start, end = records[at].start_mark.line, self._last_line(records[at]) + 1
        below = records[at] if at else next(iter(records[1:]), None)
        is_apart = below is not None and not self._lines[below.start_mark.line - 1].strip()
        lines = list(item(record, self._lines[start].index("-")))
        self._lines[end:end] = ["", *lines] if is_apart else lines

    def add_to_list(self, id_: str, key: str, value: str) -> None:
        """Adds a value to a list of the record with the id; where the record has none yet, it begins below the id."""
        record = next(each for each in self._records() if self._entries(each)["id"][1].value == id_)
        entries = self._entries(record)
        if key not in entries:
            above, beside = entries["id"]
            if record.flow_style:
                line, at = beside.end_mark.line, beside.end_mark.column
                self._lines[line] = f"{self._lines[line][:at]}, {key}: [{scalar(value)}]{self._lines[line][at:]}"
            else:
                end = self._last_line(beside) + 1
                self._lines[end:end] = entry(key, [value], above.start_mark.column)
            return
        name, values = entries[key]
        if not isinstance(values, yaml.CollectionNode) or not values.flow_style:
            end = self._last_line(values) + 1
            self._lines[end:end] = item(value, values.start_mark.column)
            return
        first, last = values.start_mark, values.end_mark
        before, rest = self._lines[first.line][: first.column], self._lines[last.line][last.column :]
        texts = [
            self._lines[each.start_mark.line][each.start_mark.column : each.end_mark.column] for each in values.value
        ]
        line = f"{before}[{', '.join([*texts, scalar(value)])}]{rest}"
        if len(line) <= WIDTH or record.flow_style:
            self._lines[first.line : last.line + 1] = [line]
        else:
            indent = " " * (name.start_mark.column + 2)
            listed = [f"{indent}- {text}" for text in [*texts, scalar(value)]]
            self._lines[first.line : last.line + 1] = [before.rstrip(), *listed]

    def extend(self, id_: str, more: dict[str, Any]) -> None:
        """Adds keys at the end of the record with the id, which is written key by key."""
        record = next(each for each in self._records() if self._entries(each)["id"][1].value == id_)
        indent = self._entries(record)["id"][0].start_mark.column
        end = self._last_line(record) + 1
        self._lines[end:end] = [line for key, value in more.items() for line in entry(key, value, indent)]

    def _head(self) -> yaml.Node:
        root = yaml.compose("\n".join(self._lines), _LOADER)
        if not isinstance(root, yaml.MappingNode):
            raise ValueError(f"{self._path} has no list of records")
        return self._entries(root)[self._main][1]

    def _records(self) -> list[yaml.MappingNode]:
        return [each for each in self._head().value if isinstance(each, yaml.MappingNode)]

    def _last_line(self, node: yaml.Node) -> int:
        """The last line of a node; the parser's end of a block is that of the empty lines and comments below it."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        line = node.end_mark.line - (node.end_mark.column == 0)
        while not self._lines[line].strip():
            line -= 1
        return line

    @staticmethod
    def _entries(node: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        return {key.value: (key, value) for key, value in node.value}
