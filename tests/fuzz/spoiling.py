"""Spoils files of data at random, and judges what the loader makes of them: `python tests/fuzz/spoiling.py 5000`.

A spoiled file has to be loaded as what it says, or to be refused with messages that name a place in it. It must not end
the loader, hold it up, or be taken for something else. What it says is known from another reader of YAML.
"""

import argparse
import json
import random
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from sidebyside.load import FILES, FOLDERS
from sidebyside.mistakes import Mistake
from sidebyside.project import Project, examine

SOUND = Path(__file__).resolve().parents[1] / "sound"
PATIENCE = 1.0
"""Seconds of the processor that one file may take."""

# What editors, keyboards and other programs put into files.
# fmt: off
INSERTED = (
    *(":", ": ", "- ", "#", " #", "'", '"', "{", "}", "[", "]", ",", "|", ">", "%", "@", "`", "&a ", "*a", "!"),
    *("\t", "\r", "\n", "\n\n", "\0", "\x1b", "\x85", "\ufeff", "\u00a0", "\u2028", "\u202e", "\u200b", "é", "e\u0301"),
    *("---\n", "...\n", "<<: ", "? ", "\\", "{{ 1 }}", "<b>", "\U0001f600", "аe", "  ", "\n  ", "\n- "),
)
WORDS = (
    *("no", "on", "yes", "Yes", "true", "True", "null", "~", '""', "[]", "{}", "-", ".", "=", "''", "a" * 100_000),
    *("010", "0x1F", "0o7", "1_000", "1e3", "1e400", ".inf", "-.inf", ".nan", "-0", "+1", ".5", "5.", "12:30:45"),
    *("99999999999999999999", "0.1", "-1", "101", "2026-02-30", "2026-11-22", "2026-11-22T00:00:00Z", "12 %", "1,234"),
    *("data-scientist", "kaggle-2022/python", "../../etc/passwd", "=1+1", "javascript:alert(1)", "https://"),
)
# fmt: on
BYTES = (b"\xff", b"\xfe\xff", b"\xc3", b"\xed\xa0\x80", b"\x80")
_SCALAR = re.compile(r"(?<=: )[^\n#{}\[\]|>]+$|(?<=- )[^\n:#{}\[\]|>]+$", re.MULTILINE)
_KEY = re.compile(r"\b[a-z_]+(?=:(?: |$))", re.MULTILINE)


@dataclass(frozen=True)
class Spoiled:
    """A file as it became."""

    name: str
    """Below data/."""
    how: str
    raw: bytes
    is_same: bool
    """Whether it still says what it said."""


class SlowError(Exception):
    """A file has held the loader up."""


# Ways to spoil a text. Each gives another text or, where it has nothing to do, the same.


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(INSERTED) + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + chance.choice((1, 1, 1, 2, 5, 40)) :]


def _truncate(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))]


def _in_lines(change: Callable[[list[str], random.Random], None]) -> Callable[[str, random.Random], str]:
    def spoil(text: str, chance: random.Random) -> str:
        lines = text.splitlines(keepends=True)
        change(lines, chance)
        return "".join(lines)

    spoil.__name__ = change.__name__
    return spoil


@_in_lines
def _drop_line(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


@_in_lines
def _repeat_line(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines.insert(chance.choice((at, chance.randrange(len(lines)))), lines[at])


@_in_lines
def _swap_lines(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


@_in_lines
def _indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("  ", " ", "    ")) + lines[at] if chance.random() < 0.5 else lines[at].removeprefix(" ")


def _at_match(pattern: re.Pattern[str], put: Callable[[str, str, random.Random], str]) -> Callable[..., str]:
    def spoil(text: str, chance: random.Random) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text
        match = chance.choice(found)
        return text[: match.start()] + put(match[0], text, chance) + text[match.end() :]

    return spoil


def _other_word(_: str, __: str, chance: random.Random) -> str:
    return chance.choice(WORDS)


def _other_scalar(_: str, text: str, chance: random.Random) -> str:
    return chance.choice(_SCALAR.findall(text))


def _nest(old: str, _: str, chance: random.Random) -> str:
    depth = chance.choice((1, 5, 30, 2_000))
    return "[" * depth + old + "]" * depth


def _mistype(old: str, _: str, chance: random.Random) -> str:
    at = chance.randrange(len(old))
    return old[:at] + chance.choice(("", old[at] * 2, old[at].upper(), "_")) + old[at + 1 :]


def _other_key(_: str, text: str, chance: random.Random) -> str:
    return chance.choice(_KEY.findall(text))


SPOILING: dict[str, Callable[[str, random.Random], str]] = {
    "insert": _insert,
    "delete": _delete,
    "truncate": _truncate,
    "drop a line": _drop_line,
    "repeat a line": _repeat_line,
    "swap lines": _swap_lines,
    "indent": _indent,
    "another word": _at_match(_SCALAR, _other_word),
    "another value of the file": _at_match(_SCALAR, _other_scalar),
    "nest": _at_match(_SCALAR, _nest),
    "mistype a key": _at_match(_KEY, _mistype),
    "another key": _at_match(_KEY, _other_key),
}


# Ways to write the same.


@_in_lines
def _comment(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    # A comment in a block of text would be text.
    if not any(re.search(r"[|>][+-]?\n$", line) for line in lines):
        lines.insert(at, chance.choice(("# a comment\n", "\n", "      # an indented one: - {\n")))


def _lines_of_windows(text: str, _: random.Random) -> str:
    return text.replace("\n", "\r\n")


def _no_last_line_end(text: str, _: random.Random) -> str:
    return text.rstrip("\n")


def _quote(old: str, _: str, __: random.Random) -> str:
    is_text = re.match(r"[A-Za-z][^'\"]*$", old) and old not in ("true", "false", "null")
    return json.dumps(old.rstrip()) if is_text and not re.search(r":\s|\s#", old) else old


def _begin_document(text: str, _: random.Random) -> str:
    return "---\n" + text


SAME: dict[str, Callable[[str, random.Random], str]] = {
    "comment": _comment,
    "lines of Windows": _lines_of_windows,
    "no last end of line": _no_last_line_end,
    "quote": _at_match(_SCALAR, _quote),
    "begin the document": _begin_document,
}


def spoiled(count: int, seed: int, root: Path = SOUND) -> Iterator[Spoiled]:
    """So many spoiled files of the project, the same for the same seed. One of eight still says what it said."""
    chance = random.Random(seed)
    files = sorted((root / "data").rglob("*.yml"))
    for _ in range(count):
        file = chance.choice(files)
        name, text = file.relative_to(root / "data").as_posix(), file.read_text(encoding="utf-8")
        kind = chance.random()
        if kind < 0.12:
            how = chance.choice(list(SAME))
            yield Spoiled(name, how, SAME[how](text, chance).encode(), True)
        elif kind < 0.15:
            raw, at = text.encode(), chance.randrange(len(text.encode()))
            yield Spoiled(name, "bytes", raw[:at] + chance.choice(BYTES) + raw[at:], False)
        else:
            several = [chance.choice(list(SPOILING)) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
            for how in several:
                text = SPOILING[how](text, chance) if text else text
            yield Spoiled(name, ", ".join(several), text.encode("utf-8", "surrogatepass"), False)


class Judge:
    """Puts spoiled files into a copy of the project, one at a time."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where the copy goes."""
        self.root = Path(shutil.copytree(SOUND, folder / "sound"))
        self.whole = examine(self.root)
        assert self.whole.mistakes == []
        self.outcomes: Counter[str] = Counter()

    def objections(self, each: Spoiled) -> list[str]:
        """What is wrong with what the project makes of the file; nothing if all is well."""
        file = self.root / "data" / each.name
        before = file.read_bytes()
        file.write_bytes(each.raw)
        try:
            with _patient():
                found = examine(self.root)
            objections = list(self._judge(each, found))
        except SlowError:
            objections = ["it takes too long"]
        except Exception as error:
            objections = [f"it ends the loader: {type(error).__name__}: {error}"[:500]]
        finally:
            file.write_bytes(before)
        self.outcomes["objected to" if objections else "refused" if found.mistakes else "loaded"] += 1
        return objections

    def _judge(self, each: Spoiled, found: Project) -> Iterator[str]:
        if each.is_same:
            if found.mistakes:
                yield f"it says the same, but is refused: {found.mistakes[0]}"
            elif found.dataset != self.whole.dataset:
                yield "it says the same, but is read as something else"
        for mistake in found.mistakes:
            yield from self._misplaced(mistake, each)
        if not found.mistakes:
            yield from _misread(found, each)

    def _misplaced(self, mistake: Mistake, each: Spoiled) -> Iterator[str]:
        path = self.root / mistake.file
        if not path.is_file():
            yield f"a message about no file: {mistake}"
            return
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
        if not (1 <= mistake.line <= len(lines) and 1 <= mistake.column <= len(lines[mistake.line - 1]) + 2):
            yield f"a message about no place: {mistake}"[:300]
        if len(mistake.message) < 5 or len(str(mistake)) > 2_000 or "\n" in str(mistake):
            yield f"a message that nobody can read: {str(mistake)[:300]!r} of {len(str(mistake))} characters"


def _misread(found: Project, each: Spoiled) -> Iterator[str]:
    """Where the data differ from what another reader of YAML says, or the dataset from the data."""
    data = found.draft.documents[each.name].data
    try:
        yaml = YAML(typ="safe", pure=True)
        yaml.version = (1, 2)
        node = yaml.compose(each.raw.decode("utf-8"))
    except YAMLError as error:
        yield f"another reader refuses it: {' '.join(str(error).split())[:300]}"
        return
    yield from _differences(data, node, each.name)
    model, _ = FILES.get(each.name) or FOLDERS[each.name.partition("/")[0]]
    kept = model.model_validate_json(json.dumps(data), strict=True).model_dump(mode="json", exclude_unset=True)
    if _plain(kept) != _plain(data):
        yield "the dataset has something else than the file"


def _differences(data: Any, node: Node | None, path: str) -> Iterator[str]:
    if isinstance(data, dict) and isinstance(node, MappingNode):
        pairs = {key.value: value for key, value in node.value}
        if list(pairs) != list(data) or len(pairs) != len(node.value):
            yield f"{path}: keys {list(data)}, and for another reader {[key.value for key, _ in node.value]}"
        for key in pairs.keys() & data.keys():
            yield from _differences(data[key], pairs[key], f"{path}.{key}")
    elif isinstance(data, list) and node is not None and len(data) == len(node.value):
        for number, (item, inner) in enumerate(zip(data, node.value, strict=True), 1):
            yield from _differences(item, inner, f"{path}.{number}")
    elif not isinstance(node, ScalarNode) or not _is_same(data, node):
        yield f"{path}: {str(data)[:80]!r}, and for another reader {str(getattr(node, 'value', None))[:80]!r}"


def _is_same(value: Any, node: ScalarNode) -> bool:
    """Whether a value is what the text in the file says, which is text unless it is clearly something else."""
    text = node.value
    if isinstance(value, str):
        return value == text
    if node.style in ("'", '"', "|", ">"):
        return False
    if value is None or isinstance(value, bool):
        return text in {None: ("", "~", "null"), True: ("true",), False: ("false",)}[value]
    return isinstance(value, int | float) and float(text) == value


def _plain(value: Any) -> Any:
    """The value without the differences that mean nothing: 1 and 1.0, a list and a tuple."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


@contextmanager
def _patient() -> Iterator[None]:
    """Raises SlowError in the middle of what takes longer than PATIENCE."""

    def stop(*_: object) -> None:
        raise SlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def main() -> int:
    """Spoils files, prints what was wrong and how often what happened. Exit status: 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        for number, each in enumerate(spoiled(options.count, options.seed)):
            for objection in judge.objections(each):
                print(f"{number}: data/{each.name} ({each.how}): {objection}")
    print(", ".join(f"{count:,} {outcome}" for outcome, count in sorted(judge.outcomes.items())))
    return 1 if judge.outcomes["objected to"] else 0


if __name__ == "__main__":
    sys.exit(main())
