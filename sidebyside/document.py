"""A YAML file as plain data that knows its places: every key and value has its line and column.

Only what an editor of data needs is read: block and flow collections, text, numbers, true, false and null.
Anchors, aliases, tags and tabs are mistakes, and so are two keys alike. Nothing is guessed: `no` and `on` are text,
`010` is text, and a date is text until a model says otherwise.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from .mistakes import Mistake

Loader: type[yaml.CSafeLoader | yaml.SafeLoader]
try:
    Loader = yaml.CSafeLoader
except AttributeError:  # a PyYAML built without libyaml: slower, but the same
    Loader = yaml.SafeLoader

Path = tuple[str | int, ...]

_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}
_DEEPEST = 20  # twice what the dataset needs
_LINE_END = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INT = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?")


class Place(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


class Document:
    """The data of one file. `main` names the list whose items are known by their id, as in `tools.pytorch`."""

    def __init__(self, file: str, main: str = "") -> None:
        """An empty document; `read` fills it."""
        self.file = file
        self.main = main
        self.data: Any = None
        self._keys: dict[Path, Place] = {}
        self._values: dict[Path, Place] = {}
        self._positions: dict[Path, dict[str, int]] = {}

    @property
    def name(self) -> str:
        """The first part of every path: the file's name without its ending, or `evidence` for all files of that."""
        folder, _, name = self.file.removesuffix(".yml").rpartition("/")
        return name if folder in ("", "data") else folder.rpartition("/")[2]

    def index(self, path: Path) -> Path:
        """The path with list positions in place of ids, as far as it leads in this document."""
        here: Any = self.data
        found: list[str | int] = []
        for part in path:
            if isinstance(here, list) and isinstance(part, str):
                part = self._by_id(here, tuple(found)).get(part, part)
            is_key = isinstance(here, dict) and part in here
            is_position = isinstance(here, list) and isinstance(part, int) and part < len(here)
            if is_key or is_position:  # else it is a union's tag, or a key that is missing: stay at what is there
                here = here[part]
                found.append(part)
        return tuple(found)

    def _by_id(self, items: list[Any], path: Path) -> dict[str, int]:
        """Where each id of a list stands first; a file with thousands of mistakes asks for each."""
        if path not in self._positions:
            ids = ((i, item.get("id")) for i, item in enumerate(items) if isinstance(item, dict))
            self._positions[path] = {id_: i for i, id_ in reversed(list(ids)) if isinstance(id_, str)}
        return self._positions[path]

    def dotted(self, path: Path) -> str:
        """The path as people write it: `tools.pytorch.evidence`."""
        here: Any = self.data
        parts = [self.name]
        for part in self.index(path):
            here = here[part]
            if isinstance(part, str):
                if part != self.main or len(parts) > 1:
                    parts.append(part)
            elif isinstance(here, dict) and isinstance(here.get("id"), str):
                parts.append(here["id"])
            elif isinstance(here, dict) or part:
                parts.append(str(part + 1))
        return ".".join(parts)

    def mistake(self, path: Path, message: str, *, at_key: bool = False) -> Mistake:
        """A mistake at the value that the path leads to, or at its key."""
        return Mistake(self.file, *self.place(path, at_key=at_key), self.dotted(path), message)

    def place(self, path: Path, *, at_key: bool = False) -> Place:
        """Where the value stands that the path leads to, or its key."""
        index = self.index(path)
        places = self._keys if at_key else self._values
        return places.get(index) or self._values.get(index) or Place(1, 1)

    def ids(self) -> Iterator[tuple[int, str]]:
        """Position and id of every item of the main list that has one."""
        items = self.data.get(self.main) if isinstance(self.data, dict) else None
        for position, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                yield position, item["id"]

    def fill(self, node: yaml.Node) -> list[Mistake]:
        """Takes the data and the places from the root node; the mistakes are keys that stand there twice."""
        twice: list[tuple[Path, yaml.Node]] = []
        self.data = self._fill(node, (), twice)
        return [
            Mistake(
                self.file,
                *_place(key),
                self.dotted(path[:-1]),
                f"the key '{path[-1]}' is already on line {self._keys[path].line}; keep one of them",
            )
            for path, key in twice
        ]

    def _fill(self, node: yaml.Node, path: Path, twice: list[tuple[Path, yaml.Node]]) -> Any:
        self._values[path] = _place(node)
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._fill(item, (*path, i), twice) for i, item in enumerate(node.value)]
        data: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            inner = (*path, name)
            if name in data:
                twice.append((inner, key))
                continue
            self._keys[inner] = _place(key)
            data[name] = self._fill(value, inner, twice)
        return data


def read(file: str, raw: bytes, main: str = "") -> tuple[Document | None, list[Mistake]]:
    """The document in `raw`, and all mistakes of writing; no document where it could not be read."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = len(before) - before.rfind(b"\n")
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return None, [Mistake(file, before.count(b"\n") + 1, column, "", message)]
    if odd := list(_odd_line_ends(file, text)):
        return None, odd  # the places of everything else are not the ones that an editor shows
    mistakes = [
        Mistake(file, number, line.index("\t") + 1, "", "a tab; use spaces")
        for number, line in enumerate(text.split("\n"), 1)
        if "\t" in line
    ]
    try:
        forbidden = list(_forbidden(file, text))
        node = None if forbidden else yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        found = _syntax(file, text, error)
        if all(mistake.line != found.line for mistake in mistakes):
            mistakes.append(found)
        return None, mistakes
    if forbidden:
        return None, mistakes + forbidden
    if node is None:
        message = "the file is empty; fill it, or bring it back from git"
        return None, [*mistakes, Mistake(file, 1, 1, "", message)]
    document = Document(file, main)
    return document, mistakes + document.fill(node)


def _odd_line_ends(file: str, text: str) -> Iterator[Mistake]:
    """The first sign of each line that ends it for some programs, YAML among them, and not for others."""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if odd := _LINE_END.search(line):
            message = f"U+{ord(odd[0]):04X}, which ends a line for some programs only; end lines as everywhere else"
            yield Mistake(file, number, odd.start() + 1, "", message)


def _place(part: yaml.Node | yaml.Event) -> Place:
    mark = part.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style:  # quoted, or a block of text
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _forbidden(file: str, text: str) -> Iterator[Mistake]:
    """Anchors, aliases, tags, and the first place that is nested so deeply that nothing else should look at it."""
    depth = 0
    for event in yaml.parse(text, Loader):
        where = (file, *_place(event), "")
        if isinstance(event, yaml.AliasEvent):
            yield Mistake(*where, f"an alias (*{event.anchor}); write the value out")
        elif anchor := getattr(event, "anchor", None):
            yield Mistake(*where, f"an anchor (&{anchor}); write the value out where it is used")
        elif getattr(event, "tag", None):
            yield Mistake(*where, "a tag (!); write plain text, numbers, lists and keys")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            yield Mistake(*where, "nested too deeply; no file of the dataset needs that")
            return


def _syntax(file: str, text: str, error: yaml.YAMLError) -> Mistake:
    """The first mistake of syntax, which is the only one that can be had."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        lines = text.split("\n")
        line = min(error.problem_mark.line, len(lines) - 1)  # the end of a file counts as a line of its own
        place = Place(line + 1, min(error.problem_mark.column, len(lines[line])) + 1)
        what = " ".join(filter(None, (error.context, error.problem)))
    else:
        before = text[: getattr(error, "position", 0)]
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        what = getattr(error, "reason", str(error))
    return Mistake(file, *place, "", f"not valid YAML: {what}")
