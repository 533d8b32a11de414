"""Style sheets without comments and needless white space, and without what nothing uses.

A rule stays if a page or a script has all that its selector names, a custom property if something refers to it, an
animation if something runs it. What is in the brackets of a pseudo-class is not looked at: it only narrows a choice.

A sheet can be written in parts, which it imports; it is published whole, so that a browser asks once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import tinycss2
from tinycss2 import ast

ABSENT = (
    *("annotate", "copyright", "md-annotation", "md-banner", "md-consent", "md-feedback", "md-progress", "md-select"),
    *("md-source", "md-status", "md-tag", "md-tabs", "md-top", "md-version", "rtl", "tabbed", "mermaid", "glightbox"),
)
"""Beginnings of words in the theme's script, for what it does only if a page asks for it, as no page of ours does. As
soon as one does, the page has the words, too."""
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s=>\"'/]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?)*)\s*/?>")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PROPERTY = re.compile(r"--[A-Za-z0-9_-]+")
_REFERENCE = re.compile(r"var\(\s*(--[A-Za-z0-9_-]+)")
_DEFINITION = re.compile(r"(?<=[{;])(--[A-Za-z0-9_-]+):((?:[^;{}\"']|\"[^\"]*\"|'[^']*')*)(?:;|(?=\}))")
_EMPTY = re.compile(r"[^{};]*\{\}")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes ([A-Za-z0-9_-]+)")
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
_GROUPS = frozenset({"media", "supports"})
_IMPORT = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)


@dataclass
class Used:
    """What pages and scripts have that a style sheet can name."""

    names: set[str] = field(default_factory=set)
    """Elements, classes, ids, attributes and the words of their values."""
    properties: set[str] = field(default_factory=set)
    """Custom properties that a page or a script refers to or sets."""
    _seen: set[str] = field(default_factory=set)
    """Tags of pages, most of which come again and again."""

    def add_page(self, html: str) -> None:
        """Adds all that stands in a page."""
        new = {found[0] for found in _TAG.finditer(html)} - self._seen
        self._seen |= new
        for tag in filter(None, map(_TAG.fullmatch, new)):
            self.names.add(tag[1].lower())
            for name, *values in _ATTRIBUTE.findall(tag[2]):
                self.names.add(name.lower())
                self.names.update("".join(values).split())
        self.properties.update(_PROPERTY.findall(html))

    def add_script(self, text: str) -> None:
        """Adds all words of a script, for each may be a class that it sets."""
        self.names.update(word for word in _WORD.findall(text) if not word.startswith(ABSENT))
        self.properties.update(_PROPERTY.findall(text))


def with_parts(file: Path) -> str:
    """The text of a style sheet that is written in parts: what it imports stands in the place of each import."""
    return _IMPORT.sub(lambda found: with_parts(file.parent / found[1]), file.read_text(encoding="utf-8"))


def style_sheet(sources: Iterable[str], used: Used | None = None) -> str:
    """The sources one after another, small. `used`: what to keep; without it, all is kept.

    Raises ValueError for what is no style sheet.
    """
    names = used.names if used else None
    rules = [rule for source in sources for rule in _rules(tinycss2.parse_stylesheet(source, True, True), names)]
    if used:
        rules = _running(_referred(rules, used.properties))
    return "".join(rules) + "\n"


def _referred(rules: list[str], properties: set[str]) -> list[str]:
    """The rules without custom properties that nothing refers to, and without rules that are empty then."""
    while True:
        kept = properties | set(_REFERENCE.findall("".join(rules)))
        less = [_EMPTY.sub("", _DEFINITION.sub(lambda it: it[0] if it[1] in kept else "", rule)) for rule in rules]  # noqa: B023
        if less == rules:
            return [rule for rule in rules if rule]
        rules = less


def _running(rules: list[str]) -> list[str]:
    """The rules without animations that none of them runs."""
    running = set(_WORD.findall(" ".join(_ANIMATION.findall("".join(rules)))))
    return [rule for rule in rules if not (of := _KEYFRAMES.match(rule)) or of[1] in running]


def _rules(nodes: list[ast.Node], names: set[str] | None) -> Iterator[str]:
    """The rules as text, without those that nothing of these names can meet."""
    for node in nodes:
        if isinstance(node, ast.ParseError):
            raise ValueError(f"line {node.source_line}: {node.message}")
        if isinstance(node, ast.QualifiedRule):
            selectors = [each for each in _selectors(node.prelude) if names is None or _is_met(each, names)]
            if selectors:
                yield f"{','.join(map(_tight, selectors))}{{{_block(node.content, names)}}}"
        elif node.lower_at_keyword in _GROUPS:
            inner = "".join(_rules(tinycss2.parse_rule_list(node.content, True, True), names))
            if inner:
                yield f"@{node.at_keyword} {_tight(node.prelude)}{{{inner}}}"
        elif node.lower_at_keyword != "charset":
            content = ";" if node.content is None else f"{{{_inside(node.content)}}}"
            yield f"@{node.at_keyword} {_tight(node.prelude)}{content}"


def _block(content: list[ast.Node], names: set[str] | None) -> str:
    """What stands between the brackets of a rule: declarations, and rules within it."""
    found = ""
    for each in tinycss2.parse_blocks_contents(content, True, True):
        if isinstance(each, ast.Declaration):
            found += f"{each.name}:{_tight(each.value)}{'!important' if each.important else ''};"
        else:
            found += "".join(_rules([each], names))
    return found.removesuffix(";")


def _inside(content: list[ast.Node]) -> str:
    """What stands between the brackets of a rule that is not about elements."""
    return re.sub(r"\s*([{};:])\s*", r"\1", _tight(content)).replace(";}", "}")


def _selectors(prelude: list[ast.Node]) -> Iterator[list[ast.Node]]:
    """The selectors of a rule."""
    part: list[ast.Node] = []
    for token in prelude:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _is_met(selector: list[ast.Node], names: set[str]) -> bool:
    """Whether all that it asks of an element, outside of pseudo-classes, is among the names."""
    before = ""
    for token in selector:
        if isinstance(token, ast.IdentToken):
            is_met = before == ":" or (token.value if before == "." else token.lower_value) in names
        elif isinstance(token, ast.HashToken):
            is_met = token.value in names
        else:
            is_met = not isinstance(token, ast.SquareBracketsBlock) or _has_attribute(token.content, names)
        if not is_met:
            return False
        before = token.value if isinstance(token, ast.LiteralToken) else ""
    return True


def _has_attribute(content: list[ast.Node], names: set[str]) -> bool:
    """Whether something has the attribute and, where one is asked for exactly, the words of its value."""
    name, *rest = [token for token in content if not isinstance(token, ast.WhitespaceToken)]
    is_exact = len(rest) > 1 and rest[0] == "="
    return name.lower_value in names and (not is_exact or set(str(rest[1].value).split()) <= names)


def _tight(tokens: list[ast.Node]) -> str:
    """The tokens without comments, with one space for any white space."""
    shown = [token for token in tokens if not isinstance(token, ast.Comment)]
    text = "".join(" " if isinstance(token, ast.WhitespaceToken) else token.serialize() for token in shown).strip()
    return text if re.search("[\"']", text) else text.replace(", ", ",")
