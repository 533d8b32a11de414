"""Chapters as they are written: their headings and ids, what is typed into them, and what their macros say.

Everything is found with its line in the file, front matter counted, and without MkDocs, so that `make check` and the
build say the same before a page is made.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from types import FrameType
from typing import Any, TypedDict

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes

from .document import Document
from .document import read as read_document
from .mistakes import Mistake, meant, one_of
from .model import Dataset
from .processes import beside
from .render.calling import CallError
from .render.calls import Calls, wrong_options
from .render.links import Links
from .typed_numbers import TYPED


class _Signs(TypedDict):
    comment_start_string: str
    comment_end_string: str


# As in mkdocs.yml: with Jinja's own signs, the {#id} of a heading would be a comment.
JINJA: _Signs = {"comment_start_string": "{##", "comment_end_string": "##}"}
_ENVIRONMENT = Environment(undefined=StrictUndefined, optimized=False, **JINJA)  # what was parsed stays as it is

_MANY = 24
"""So many chapters take longer to answer than a process to start."""

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*$", re.MULTILINE)
_ID = re.compile(r"\{[^{}]*#([^\s{}]+)[^{}]*\}\s*$")
_SETEXT = re.compile(r"^\S.*\n(=+|-+)[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TABLE = re.compile(r"^\|?[ \t]*:?-{3,}:?[ \t]*\|.*$", re.MULTILINE)
_HTML = re.compile(r"</?[a-zA-Z][^>\n]*>|<!--")
# What is not prose: front matter, code, macros, addresses and attributes.
_NOT_PROSE = re.compile(
    r"\A---\n.*?\n---\n"
    r"|^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$"
    r"|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}"
    r"|(?<=\])\([^)\n]*\)|<https?://[^>\s]*>"
    r"|\{[:#.][^{}\n]*\}",
    re.DOTALL | re.MULTILINE,
)


def _plain(title: str) -> str:
    """The words of a heading without its id and its markup."""
    words = _LINK.sub(r"\1", re.sub(r"\s*\{[:#.][^{}]*\}\s*$", "", title))
    return re.sub(r"(?<!\w)[*_]+|[*_]+(?!\w)|`", "", words)


def blank(code: str) -> str:
    """Spaces in place of everything but the ends of lines."""
    return re.sub(r"[^\n]", " ", code)


def replace_code(text: str, instead: Callable[[str], str]) -> str:
    """The text with each piece that is not prose replaced by what `instead` makes of it, in equal length.

    The pieces are front matter, fenced code, code in backquotes, macros, addresses and attributes.
    """
    return _NOT_PROSE.sub(lambda found: instead(found[0]), text)


@dataclass(frozen=True)
class Anchor:
    """Something in a chapter that can be linked; `id` is None where the chapter gives it none."""

    kind: str
    id: str | None
    line: int
    column: int
    is_call: bool = False
    """Whether a macro makes it, so that its id is an option."""
    title: str = ""
    """Of a heading, its words without markup."""
    depth: int = 0
    """Of a heading, how many # it has."""


@dataclass(frozen=True)
class Chapter:
    """One file below docs/."""

    page: str
    text: str

    @cached_property
    def front(self) -> tuple[Document | None, list[Mistake]]:
        """What stands above the text, with its places in the file, and mistakes of its writing; None without any."""
        found = _FRONT.match(self.text)
        return read_document(f"docs/{self.page}", f"\n{found[1]}".encode()) if found else (None, [])  # a line for ---

    @property
    def meta(self) -> dict[str, Any]:
        """What stands above the text as plain data; dates are text."""
        document, _ = self.front
        return document.data if document and isinstance(document.data, dict) else {}

    @cached_property
    def prose(self) -> str:
        """The text with everything that is not prose blanked out, so that places stay where they are."""
        return replace_code(self.text, blank)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset of the text."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")

    def mistake(self, offset: int, message: str) -> Mistake:
        """A mistake at an offset of the text."""
        return Mistake(f"docs/{self.page}", *self.place(offset), "", message)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Headings, pictures and tables in the order of the text."""
        return tuple(sorted((*self._headings(), *self._pictures(), *self._calls()), key=lambda a: (a.line, a.column)))

    def _headings(self) -> Iterator[Anchor]:
        for found in _HEADING.finditer(self.outside_code):
            id_ = _ID.search(found[2])
            place = self.place(found.start())
            title = _plain(self.text[slice(*found.span(2))])
            yield Anchor("heading", id_[1] if id_ else None, *place, title=title, depth=len(found[1]))

    def _pictures(self) -> Iterator[Anchor]:
        for found in _IMAGE.finditer(self.outside_code):
            id_ = _ID.search(found[1] or "")
            yield Anchor("picture", id_[1] if id_ else None, *self.place(found.start()))

    def _calls(self) -> Iterator[Anchor]:
        kinds = dict.fromkeys(Calls.TABLES, "table") | dict.fromkeys(Calls.PICTURES, "picture")
        for call in self._made:
            name = getattr(call.node, "name", None)
            if name in kinds:
                ids = [kw.value.value for kw in call.kwargs if kw.key == "id" and isinstance(kw.value, nodes.Const)]
                id_ = ids[0] if ids and isinstance(ids[0], str) else None
                yield Anchor(kinds[name], id_, call.lineno, self._column(call.lineno, name), is_call=True)

    def calls_of(self, macro: str) -> Iterator[tuple[Any, int, int]]:
        """Every call of a macro in the chapter: its first value, if it is written out, with line and column."""
        for call in self._made:
            if getattr(call.node, "name", None) == macro:
                value = call.args[0].value if call.args and isinstance(call.args[0], nodes.Const) else None
                yield value, call.lineno, self._column(call.lineno, macro)

    @cached_property
    def _made(self) -> tuple[nodes.Call, ...]:
        """The calls of macros as Jinja reads them; none where it cannot."""
        return tuple(self.template.find_all(nodes.Call)) if isinstance(self.template, nodes.Template) else ()

    @cached_property
    def outside_code(self) -> str:
        """The text with front matter and code blanked out, macros and attributes left in."""
        return replace_code(self.text, lambda code: code if code[0] in "{(<" else blank(code))

    @cached_property
    def template(self) -> nodes.Template | TemplateSyntaxError:
        """The chapter's macros as Jinja reads them, or why it cannot."""
        try:
            return _ENVIRONMENT.parse(self.text)
        except TemplateSyntaxError as error:
            return error

    def _column(self, line: int, name: str) -> int:
        return max(self.text.split("\n")[line - 1].find(name), 0) + 1

    def typing_mistakes(self) -> Iterator[Mistake]:
        """Figures, HTML, tables and headings that are typed where the dataset or a macro should say them."""
        for found in TYPED.finditer(self.prose):
            message = f"'{found[0].strip()}' is typed; look it up with figure() or pay(), or mark it with example()"
            yield self.mistake(found.start(), message)
        for found in _HTML.finditer(self.prose):
            yield self.mistake(found.start(), f"HTML '{found[0]}' in a chapter; write Markdown, or call a macro")
        for found in _TABLE.finditer(self.prose):
            yield self.mistake(found.start(), "a typed table; put its rows into data/ and call side_by_side()")
        for found in _SETEXT.finditer(self.prose):
            yield self.mistake(found.start(), "a heading by underlining; write it with # and an id")

    def answered(self, dataset: Dataset, excused: frozenset[str] | None = None) -> tuple[str, list[Mistake]]:
        """The text with its macros answered, and everything that keeps one of them from that.

        `excused`: where the dataset has mistakes, the ids that exist, though their rows may not be in it.
        """
        template = self.template
        if isinstance(template, TemplateSyntaxError):
            message = f"not valid in a macro: {template.message}"
            return "", [Mistake(f"docs/{self.page}", template.lineno, 1, "", message)]
        unknown, found = self._unknown_names(template)
        return self._answer(template, Calls(dataset, Links(self.page)), unknown, excused, found), found

    def answer_with(self, calls: Calls) -> str:
        """The text with its macros answered by these calls; the chapter has no mistakes."""
        found: list[Mistake] = []
        if isinstance(self.template, TemplateSyntaxError):
            raise self.template
        text = self._answer(self.template, calls, set(), None, found)
        if found:
            raise ValueError(str(found[0]))
        return text

    def _unknown_names(self, template: nodes.Template) -> tuple[set[str], list[Mistake]]:
        """The names in the chapter that are no macros, and what is wrong with names."""
        names = Calls.names()
        found = []
        own = {node.name for node in template.find_all(nodes.Name) if node.ctx in ("store", "param")}
        unknown = [
            node
            for node in template.find_all(nodes.Name)
            if node.ctx == "load" and node.name not in own and node.name not in names
        ]
        for node in unknown:
            hint = meant(node.name, names) or "; there are " + one_of(names)
            found.append(self._macro_mistake(node.lineno, node.name, f"no macro '{node.name}'{hint}"))
        called = {id(call.node) for call in template.find_all(nodes.Call)}
        for node in template.find_all(nodes.Name):
            if node.ctx == "load" and node.name in names and node.name not in own and id(node) not in called:
                message = f"'{node.name}' is not called; write {node.name}(...)"
                found.append(self._macro_mistake(node.lineno, node.name, message))
        return {node.name for node in unknown}, found

    def _answer(
        self,
        template: nodes.Template,
        calls: Calls,
        unknown: set[str],
        excused: frozenset[str] | None,
        found: list[Mistake],
    ) -> str:
        """The text with every macro answered; adds what goes wrong. `unknown` names are reported already."""

        def answer(name: str, *args: Any, **kwargs: Any) -> str:
            wrong = list(wrong_options(name, args, kwargs))
            try:
                if not wrong:
                    return str(getattr(calls, name)(*args, **kwargs))
            except CallError as error:
                wrong = [] if excused and error.missing in excused else [f"{name}: {error}"]
            except Exception as error:  # an option of the wrong type, or with half a dataset a row that is missing
                wrong = [] if excused else [f"{name}: cannot be answered with these options ({error!r})"]
            found.extend(self._macro_mistake(_calling_line(), name, message) for message in wrong)
            return ""

        names = {name: partial(answer, name) for name in Calls.names()} | dict.fromkeys(unknown, _Silent())
        try:
            return _ENVIRONMENT.from_string(template).render(names)
        except Exception as error:  # whatever a chapter's own expressions can do wrong
            line = getattr(error, "lineno", None) or _template_line(error)
            found.append(Mistake(f"docs/{self.page}", line, 1, "", f"not valid in a macro: {error}"))
            return ""

    def _macro_mistake(self, line: int, name: str, message: str) -> Mistake:
        return Mistake(f"docs/{self.page}", line, self._column(line, name), "", message)


class _Silent:
    """Stands in for an unknown name, whatever is done with it, so that the rest of the chapter is still answered."""

    def __call__(self, *args: Any, **kwargs: Any) -> "_Silent":
        return self

    def __getattr__(self, name: str) -> "_Silent":
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __str__(self) -> str:
        return ""


def _calling_line() -> int:
    """The line of the chapter that is being rendered, from the frame of its compiled template."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def _template_line(error: Exception) -> int:
    """The line of the chapter at which the error arose: Jinja puts it into the traceback."""
    trace, line = error.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def answered(
    chapters: list[Chapter], dataset: Dataset, excused: frozenset[str] | None
) -> dict[str, tuple[str, list[Mistake]]]:
    """For each page what `Chapter.answered` gives. Of many new chapters, half are answered beside the others.

    New is what was not asked for before with the same dataset: while one chapter is written, the others are known.
    """

    def answers(some: list[Chapter]) -> dict[Chapter, tuple[str, list[Mistake]]]:
        return {chapter: chapter.answered(dataset, excused) for chapter in some}

    known = _ANSWERS.of(dataset, excused)
    new = [chapter for chapter in chapters if chapter not in known]
    others = beside(partial(answers, new[1::2])) if len(new) >= _MANY else partial(answers, new[1::2])
    known |= answers(new[::2])
    known |= others()
    return {chapter.page: known[chapter] for chapter in chapters}


class _Answers:
    """What chapters say with one dataset, the last that was asked for."""

    def __init__(self) -> None:
        self._dataset: Dataset | None = None
        self._excused: frozenset[str] | None = None
        self._known: dict[Chapter, tuple[str, list[Mistake]]] = {}

    def of(self, dataset: Dataset, excused: frozenset[str] | None) -> dict[Chapter, tuple[str, list[Mistake]]]:
        """The answers with this dataset as far as they are known, to be added to."""
        if (dataset, excused) != (self._dataset, self._excused):  # what is the same object is not looked into
            self._dataset, self._excused, self._known = dataset, excused, {}
        return self._known


_ANSWERS = _Answers()


@lru_cache(maxsize=512)
def _chapter(page: str, text: str) -> Chapter:
    """A chapter with all that was found out about it, as long as its text is the same."""
    return Chapter(page, text)


def read(docs: Path) -> tuple[list[Chapter], list[Mistake]]:
    """All chapters below the folder in the order of their names, and those that are no text."""
    chapters, mistakes = [], []
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).as_posix()
        try:
            chapters.append(_chapter(page, path.read_text(encoding="utf-8")))
        except (UnicodeDecodeError, OSError) as error:
            mistakes.append(Mistake(f"docs/{page}", 1, 1, "", f"cannot be read as UTF-8 ({error}); save it as UTF-8"))
    return chapters, mistakes
