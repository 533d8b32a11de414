"""The comparison tables, and grids: authored tables without figures."""

from typing import Any

from pydantic import Field

from .base import FigureId, Kind, Model, Part, Slug, Text


class Row(Model):
    """What every row of a comparison table has."""

    id: Slug
    name: Text
    group: Slug
    evidence: tuple[FigureId, ...] = ()
    note: Text | None = None


class ToolRow(Row):
    """A tool, and what each role uses it for."""

    cells: dict[Slug, Text]
    """For each role, what it uses the tool for, in a sentence."""


class SkillRow(Row):
    """A skill, how well each role has to master it, and what for."""

    cells: dict[Slug, Text]
    """For each role, what it uses the skill for, in a sentence."""
    levels: dict[Slug, Slug] = {}
    """Our judgment of the level, for each role for which no figure of the row has one."""


class ResponsibilityRow(Row):
    """A step in the life of a project, and who takes it."""

    cells: dict[Slug, Text]
    """For each role, what it does in that step, in a sentence."""
    parts: dict[Slug, Part]
    """For each role, whether it leads, shares or supports."""


class EducationRow(Row):
    """A degree, a subject or another way into the roles."""

    cells: dict[Slug, Text] = {}
    """What it prepares each role for, in a sentence; for all roles or for none."""


class SalaryRow(Row):
    """One cut through the pay of both roles, from one source and of one kind."""

    kind: Kind
    level: Slug | None = None
    absent: dict[Slug, Text] = {}
    """For a role that the figures leave out, why."""


class MarketRow(Row):
    """Something that is counted or listed of the labor market."""

    absent: dict[Slug, Text] = {}
    """For a role that the figures leave out, why."""


class LevelRow(Row):
    """A level of seniority: what is paid there, and which steps of a framework belong to it."""

    level: Slug
    cells: dict[Slug, Text]
    """For each role, what it is at that level, in a sentence."""


class GlanceRow(Row):
    """One dimension of the comparison, in a line, with its strongest evidence."""

    cells: dict[Slug, Text]
    """For each role, what is to be said, in a few words."""
    section: Slug
    """The section that says more."""
    evidence: tuple[FigureId, ...] = Field(default=(), max_length=1)
    """The strongest figure."""


class Table(Model):
    """What every comparison table has beside its rows."""

    title: Text
    row_label: Text
    """The head of the first column."""
    comparison_label: Text | None = None
    """The head of the last column, where it is not the difference with its interval."""
    caption: Text
    """What the numbers are, in a sentence above the table."""
    without_evidence: Text = "no figure"
    """What stands at a row that has no evidence."""
    kinds: tuple[Kind, ...] = Field(min_length=1)
    """The kinds of evidence that its rows may have."""
    columns: tuple[Kind, ...] = ()
    """Kinds that stand side by side, each with columns of its own; without any, every source is a line of its own."""
    rows: tuple[Any, ...]


class ToolTable(Table):
    """data/tools.yml: who uses what."""

    rows: tuple[ToolRow, ...]


class SkillTable(Table):
    """data/skills.yml: who knows what."""

    rows: tuple[SkillRow, ...]


class ResponsibilityTable(Table):
    """data/responsibilities.yml: who does what."""

    rows: tuple[ResponsibilityRow, ...]


class EducationTable(Table):
    """data/education.yml: who studied what, and for how long they have done the work."""

    rows: tuple[EducationRow, ...]


class SalaryTable(Table):
    """data/salaries.yml: who is paid what, by source and kind."""

    rows: tuple[SalaryRow, ...]


class MarketTable(Table):
    """data/market.yml: what is counted of the labor market."""

    rows: tuple[MarketRow, ...]


class LevelTable(Table):
    """data/levels.yml: the levels of seniority, lowest first."""

    rows: tuple[LevelRow, ...]


class GlanceTable(Table):
    """data/glance.yml: every dimension of the comparison in one line."""

    rows: tuple[GlanceRow, ...]


class GridColumn(Model):
    """A column of a grid: one of the roles, or something else with a label of its own."""

    id: Slug
    """A role's id, which gives it the role's name and mark; or any other."""
    label: Text | None = None
    """Its head; none where it is a role."""


class GridRow(Model):
    """A row of a grid."""

    id: Slug
    name: Text
    group: Text | None = None
    """A head above this row and those that follow, until another begins."""
    cells: dict[Slug, Text]
    """What stands in each column."""
    parts: dict[Slug, Part] = {}
    """For each role, whether it leads, shares or supports; in a grid of work."""
    said_by: tuple[Slug, ...] = ()
    """The publications that say it, where it is not our judgment."""


class Grid(Model):
    """data/grids/<id>.yml: an authored table without figures, whose columns may be other things than the roles."""

    title: Text
    caption: Text
    """What it is and whose judgment, in a sentence above the table."""
    row_label: Text
    """The head of the first column."""
    columns: tuple[GridColumn, ...] = Field(min_length=1, max_length=4)
    rows: tuple[GridRow, ...] = Field(min_length=1)
