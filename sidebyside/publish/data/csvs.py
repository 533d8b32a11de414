"""The data as tables of lines: which columns each has, and what stands in them.

Every shown table has the same columns, a line for each number of a cell, or for a cell without any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ... import derive
from ...model import Dataset
from ...model.published import ClaimList, Comparison, SourceList, VocabularyList
from ...model.shown import Number, ShownPicture, ShownTable
from ...render import gaps
from ...render.facts import plain
from .. import downloads
from ..site import Published


@dataclass(frozen=True)
class Field:
    """A column."""

    name: str
    type: str
    description: str
    required: bool = False
    refers: tuple[str, str] | None = None
    """The resource and the column whose values it has."""


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of file, and those of them that tell its lines apart."""

    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in self.fields)


def _text(name: str, description: str, *, required: bool = False, refers: tuple[str, str] | None = None) -> Field:
    return Field(name, "string", description, required, refers)


def _number(name: str, description: str) -> Field:
    return Field(name, "number", description)


_FIGURE = ("figures", "id")
_SOURCE = ("sources", "id")
_LOW = "Lower end of the 95 % interval, where one is known."
_HIGH = "Upper end of the 95 % interval."
_UNIT = "What the value is in: a share from 0 to 1, US dollars a year and so on; vocabularies.csv has them all."

FIGURES = Layout(
    (
        _text("id", "The figure; permanent. What stands before the slash is its source.", required=True),
        _text("source", "Where it is from.", required=True, refers=_SOURCE),
        _text("kind", "What kind of number it is; kinds are never mixed.", required=True),
        _text("origin", "Whether it was computed from the source's file or copied.", required=True),
        _text("title", "What it is about.", required=True),
        _text("subject", "Whom it is about: a role, or another subject.", required=True),
        _text("statistic", "What was made of the answers: a share, quantiles (value is the median) and so on."),
        _text("unit", _UNIT, required=True),
        Field("value", "number", "The share, median or estimate; a level's rank; 1 or 0 for listed or not.", True),
        _number("low", _LOW),
        _number("high", _HIGH),
        Field("n", "integer", "On how many it rests, where that is known."),
        _text("label", "What the source calls the role, where it calls it otherwise."),
        Field("count", "integer", "Of a share, how many of n."),
        _number("p10", "Of a distribution, its 10th percentile."),
        _number("p25", "The 25th percentile."),
        _number("p75", "The 75th percentile."),
        _number("p90", "The 90th percentile."),
        _number("p75_at_least", "What the publisher says the 75th percentile is at least, where it says no more."),
        _number("p90_at_least", "The same of the 90th percentile."),
        _text("level", "Of a skill, the level; none where it is not asked (value 0). vocabularies.csv has the words."),
        Field("listed", "boolean", "Of an entry of a list, whether it stands there."),
        Field("clusters", "integer", "How many groups of answers that hang together, where the interval is of them."),
        _number("relative_standard_error", "As published, in percent of the value."),
        _text("topic", "Under which head it stands on the page of its source.", required=True),
        _text("base", "Whom the number is about: who was asked, or what was counted.", required=True),
        _text("filter", "What was done beyond the filters of the source."),
        _text("period", "When it was so.", required=True),
        _text("measure", "What was measured.", required=True),
        _text("interval_method", "How the interval is found; none where it is not known.", required=True),
        _text("variant_of", "The figure that this one is a part of, or computes in another way.", refers=_FIGURE),
        _text("variant", "In what part or way."),
        _text("note", "What is to be known of it besides."),
    ),
    ("id", "subject"),
)
_NUMBER = (
    _text("figure", "The figure that the number belongs to.", refers=_FIGURE),
    _text("source", "Where it is from.", refers=_SOURCE),
    _text("kind", "What kind of number it is."),
    _text("subject", "Whom the number is about: a role, or another subject."),
    _text("minus", "Of a difference, whose value was taken away from the subject's."),
    _text("statistic", "share, median, p25, difference and so on; empty where there is no number."),
    _text("unit", f"{_UNIT} Empty for what is only counted, and for weights."),
    _number("value", "The number; empty beside a statistic where too few answers stand behind it."),
    Field("at_least", "boolean", "Whether the publisher only says that it is this or more."),
    _number("low", _LOW),
    _number("high", _HIGH),
    Field("n", "integer", "On how many it rests, where that is known."),
)
"""A number that a page shows."""
TABLE = Layout(
    (
        _text("row", "The row; permanent where it is one of the dataset.", required=True),
        Field("line", "integer", "Which line of the row; each further source has one.", required=True),
        _text("group", "The head under which the row stands."),
        _text("name", "What stands in the first column."),
        _text("column", "The column; permanent.", required=True),
        Field("part", "integer", "Which number of the cell; 1 also where it has none.", required=True),
        _text("role", "The role that the column is about."),
        _text("text", "What the page shows in the cell; its parts are separated by semicolons."),
        *_NUMBER,
        _text("line_name", "What stands there instead of the name, where a row goes on: the source of the line."),
        _text("column_title", "The head of the column.", required=True),
        _text("column_about", "What the head says beside its title, as on how many its numbers rest."),
        _text("base", "What the numbers of the line rest on, in words."),
        _text("notes", "What is noted of the line, separated by semicolons."),
        _text("cell_base", "What a number rests on, where that stands in its cell."),
        _text("label", "What the source calls the role, where it calls it otherwise; or that it is our judgment."),
        _text("term", "The level or the part that the cell says; vocabularies.csv has its words."),
        _text("verdict", "Of a difference: its interval is clear of zero or not, is unknown, or the two are the same."),
        _number("margin", "How large a difference has to be at least to be named in a summary, in its unit."),
    ),
    ("row", "line", "column", "part"),
)
PICTURE = Layout(
    (
        Field("row", "integer", "Number of the row, from 1.", required=True),
        _text("column", "The column.", required=True),
        _text("title", "The head of the column.", required=True),
        _text("text", "What a reader sees."),
        *_NUMBER,
        _text("term", "The level or the part that it says; vocabularies.csv has its words."),
    ),
    ("row", "column"),
)
SOURCES = Layout(
    (
        _text("id", "The source; permanent.", required=True),
        _text("title", "Its title.", required=True),
        _text("publisher", "Who published it.", required=True),
        _text("date", "When it was published, or the state that was read.", required=True),
        Field("address", "string", "Where it is.", required=True),
        Field("read", "date", "The day on which it was read.", required=True),
        _text("license", "Its terms, in a few words.", required=True),
        _text("license_address", "Where the terms stand."),
        _text("license_wording", "The words in which they were seen."),
        _text("credit", "What has to stand beside its figures."),
        _text("kinds", "The kinds of its numbers, separated by spaces."),
        Field("figures", "integer", "How many figures are from it.", required=True),
    ),
    ("id",),
)
COMPARISON = Layout(
    (
        _text("row", "The row; permanent.", required=True),
        _text("name", "What it is about.", required=True),
        _text("group", "The group of rows; vocabularies.csv has its words.", required=True),
        _text("role", "The role.", required=True, refers=("roles", "id")),
        _text("words", "What is to be said of the role."),
        _text("level", "The level of a skill, where it is our judgment; or the row's level of seniority."),
        _text("part", "What the role has to do with a step; our judgment."),
        _text("absent", "Why the figures leave the role out."),
        _text("figures", "The ids of the row's figures, separated by spaces."),
    ),
    ("row", "role"),
)
EVIDENCE = Layout(
    (
        _text("comparison", "The comparison table, or claims.", required=True),
        _text("row", "The row, or the claim.", required=True),
        Field("position", "integer", "Its place among the row's figures, from 1.", required=True),
        _text("figure", "The figure.", required=True, refers=_FIGURE),
    ),
    ("comparison", "row", "position"),
)
DIFFERENCES = Layout(
    (
        _text("figure", "The figure.", required=True, refers=_FIGURE),
        _text("subject", "The role whose value is compared.", required=True, refers=("roles", "id")),
        _text("minus", "The role whose value is taken away from it.", required=True, refers=("roles", "id")),
        _text("unit", _UNIT, required=True),
        Field("value", "number", "The difference.", required=True),
        _number("low", _LOW),
        _number("high", _HIGH),
        Field("clear", "boolean", "Whether the interval is known and leaves out zero.", required=True),
        _text("kind", "What kind of numbers they are.", required=True),
        _text("source", "Where they are from.", required=True, refers=_SOURCE),
        _text("variant_of", "The figure that this one is a part of, or computes in another way.", refers=_FIGURE),
    ),
    ("figure",),
)
CLAIMS = Layout(
    (
        _text("id", "The claim; permanent.", required=True),
        _text("group", "The group of claims.", required=True),
        _text("claim", "What people say.", required=True),
        _text("form", "What kind of statement it is.", required=True),
        _text("verdict", "What the figures say to it, by rule.", required=True),
        _text("answer", "The same in words."),
        _text("needs", "What data would be needed to test it."),
        _text("said_by", "The publications that say it, separated by spaces."),
    ),
    ("id",),
)
PUBLICATIONS = Layout(
    (
        _text("id", "The publication; permanent.", required=True),
        _text("title", "Its title.", required=True),
        _text("by", "Who wrote or published it.", required=True),
        _text("date", "When it was published, or that it does not say.", required=True),
        _text("address", "Where it is.", required=True),
        Field("read", "date", "The day on which it was read.", required=True),
    ),
    ("id",),
)
ROLES = Layout(
    (
        _text("id", "The role; permanent.", required=True),
        _text("name", "Its name.", required=True),
        _text("plural", "Several people in it.", required=True),
        _text("purpose", "What it is for.", required=True),
        _text("question", "The question that it answers.", required=True),
        _text("delivers", "What it hands over.", required=True),
    ),
    ("id",),
)
VOCABULARIES = Layout(
    (
        _text("vocabulary", "The vocabulary, or the comparison table whose groups these are.", required=True),
        _text("id", "The word; permanent.", required=True),
        Field("position", "integer", "Its place in the vocabulary's order.", required=True),
        _text("label", "How it reads.", required=True),
        _text("description", "What it means."),
    ),
    ("vocabulary", "id"),
)
LAYOUTS = {
    "figures": FIGURES,
    "table": TABLE,
    "picture": PICTURE,
    "sources": SOURCES,
    "comparison": COMPARISON,
    "evidence": EVIDENCE,
    "differences": DIFFERENCES,
    "claims": CLAIMS,
    "publications": PUBLICATIONS,
    "roles": ROLES,
    "vocabularies": VOCABULARIES,
}
"""Every kind of file by the name of its schema."""

Lines = Iterator[Sequence[Any]]


def table(shown: ShownTable) -> Lines:
    """A shown table."""
    columns = {column.id: column for column in shown.columns}
    for row in shown.rows:
        for id_, cell in row.cells.items():
            column = columns[id_]
            for part, number in enumerate(cell.numbers or (None,), 1):
                yield (
                    *(row.id, row.line, row.group, row.name, id_, part, column.role, cell.text),
                    *_behind(number, column.kind),
                    *(row.line_name, column.title, column.about, row.base, "; ".join(row.notes), cell.base),
                    *(cell.label, cell.term.id if cell.term else None, cell.verdict, plain(cell.margin)),
                )


def _behind(number: Number | None, kind: str | None = None) -> Sequence[Any]:
    """What stands in the columns of a number. `kind`: that of a place without one."""
    if number is None:
        return (None, None, kind, *[None] * (len(_NUMBER) - 3))
    source = number.figure.partition("/")[0] if number.figure else None
    return (
        *(number.figure, source, number.kind, number.subject, number.minus, number.statistic, number.unit),
        *(plain(number.value), "true" if number.at_least else None, plain(number.low), plain(number.high), number.n),
    )


def picture(shown: ShownPicture) -> Lines:
    """What a picture draws."""
    titles = {column.id: column.title for column in shown.columns}
    for position, row in enumerate(shown.rows, 1):
        for id_, cell in row.items():
            number = cell.numbers[0] if cell.numbers else None
            yield position, id_, titles[id_], cell.text, *_behind(number), cell.term.id if cell.term else None


def figures(made: Published, source: str | None = None) -> Lines:
    """A line for each figure and whom it is about; of one source, or of all."""
    return downloads.values(made, source)


def sources(found: SourceList) -> Lines:
    """The sources with their terms."""
    for each in found.sources:
        yield (
            *(each.id, each.title, each.publisher, each.date, each.address, each.read.isoformat(), each.license),
            *(each.license_address, each.license_wording, each.credit, " ".join(each.kinds), each.figures),
        )


def comparison(found: Comparison, roles: Sequence[str]) -> Lines:
    """A comparison table: a line for each row and role."""
    for row in found.rows:
        for role in roles:
            level = row.levels.get(role) or row.level
            said = (row.words.get(role), level, row.parts.get(role), row.absent.get(role))
            yield row.id, row.name, row.group, role, *said, " ".join(row.figures)


def evidence(comparisons: Sequence[Comparison], claims: ClaimList) -> Lines:
    """Which figures stand behind which row, and behind which claim."""
    for found in comparisons:
        for row in found.rows:
            for position, figure in enumerate(row.figures, 1):
                yield found.id, row.id, position, figure
    for claim in claims.claims:
        for position, figure in enumerate(claim.figures, 1):
            yield "claims", claim.id, position, figure


def differences(dataset: Dataset) -> Lines:
    """The difference between the roles that are the farthest apart, of every figure that has a number for two."""
    for figure in dataset.figures.values():
        if both := gaps.compared(dataset, figure):
            first, second = (role.id for role in both)
            found = derive.known_difference(figure, first, second)
            low, high = found.interval or (None, None)
            yield (
                *(figure.id, second, first, figure.unit, plain(found.value), plain(low), plain(high)),
                *(str(found.is_clear).lower(), figure.kind, figure.source, figure.variant_of),
            )


def claims(found: ClaimList) -> Lines:
    """The claims with their verdicts."""
    for each in found.claims:
        said_by = " ".join(each.said_by)
        yield each.id, each.group, each.claim, each.form, each.verdict, each.answer, each.needs, said_by


def publications(found: ClaimList) -> Lines:
    """What claims and chapters cite."""
    for each in found.publications:
        yield each.id, each.title, each.by, each.date, each.address, each.read.isoformat()


def roles(dataset: Dataset) -> Lines:
    """The roles in their order."""
    for role in dataset.roles:
        yield role.id, role.name, role.plural, role.purpose, role.question, role.delivers


def vocabularies(found: VocabularyList) -> Lines:
    """All words: those of the vocabularies, and the groups of each comparison table."""
    groups = {f"groups-of-{name}": words for name, words in found.groups.items()}
    for name, words in {**found.vocabularies, **groups}.items():
        for position, word in enumerate(words, 1):
            yield name, word.id, position, word.label, word.description
