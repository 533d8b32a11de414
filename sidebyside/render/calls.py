"""The names that chapters may call. Public methods of `Calls` are the macros; their arguments are the options.

`macros` registers them with MkDocs and `chapters` runs them for `make check`, so that both say the same. A call that
cannot be answered raises CallError. Each subject has its macros in a module of its own, `*_calls`.
"""

from collections.abc import Iterator
from inspect import Parameter, signature
from typing import Any

from ..mistakes import meant, one_of
from .claim_calls import ClaimCalls
from .data_calls import DataCalls
from .edition_calls import EditionCalls
from .instrument_calls import InstrumentCalls
from .learning_calls import LearningCalls
from .lesson_calls import LessonCalls
from .number_calls import NumberCalls
from .picture_calls import PictureCalls
from .project_calls import ProjectCalls
from .quiz_calls import QuizCalls
from .role_calls import RoleCalls
from .section_calls import SectionCalls
from .source_calls import SourceCalls
from .table_calls import TableCalls


class Calls(
    TableCalls,
    PictureCalls,
    NumberCalls,
    RoleCalls,
    ClaimCalls,
    SourceCalls,
    LearningCalls,
    InstrumentCalls,
    QuizCalls,
    LessonCalls,
    SectionCalls,
    EditionCalls,
    DataCalls,
    ProjectCalls,
):
    """The macros as one chapter calls them: all links lead from there."""

    TABLES = (
        *("side_by_side", "distributions", "sources", "estimates", "ladder", "robustness", "publications"),
        *("grid", "gap", "resources", "assessment", "assessment_profiles"),
        *("lesson_steps", "worksheet", "computation", "syllabus"),
    )
    """The macros that make a table, which carries the id that the call gives it."""
    PICTURES = ("role_cards", "picture")

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The macros' names."""
        own = (name for base in reversed(cls.__mro__[:-1]) for name in vars(base))
        return tuple(name for name in own if not name.startswith("_") and name.islower() and name != "names")


def wrong_options(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the options of a call, before it is made."""
    parameters = [p for p in signature(getattr(Calls, name)).parameters.values() if p.name != "self"]
    names = [p.name for p in parameters if p.kind is not Parameter.VAR_POSITIONAL]
    unknown = [key for key in kwargs if key not in names]
    for key in unknown:
        yield f"{name}: no option '{key}'{meant(key, names) or '; there are ' + one_of(names)}"
    positional = [p.name for p in parameters if p.kind is Parameter.POSITIONAL_OR_KEYWORD]
    if len(args) > len(positional) and not any(p.kind is Parameter.VAR_POSITIONAL for p in parameters):
        yield f"{name}: {len(args)} values without a name, but at most {len(positional)} are possible"
    given = {*positional[: len(args)], *kwargs}
    for key in positional[: len(args)]:
        if key in kwargs:
            yield f"{name}: the option '{key}' is given twice"
    for parameter in parameters:
        needed = parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_POSITIONAL
        if needed and parameter.name not in given and not unknown:  # else it may be the misspelt one
            yield f"{name}: the option '{parameter.name}' is missing"
