"""What the dataset can say: one pydantic model for each kind of file under data/, all of them frozen.

The models are the only owner of the schema: `schema` writes data/schema/*.json from them, `load` reads with them.
What must hold between files is not said here but in `rules`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$")]
FigureId = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG}/{SLUG}$"),
    Field(description="`<source>/<name>`, two slugs; permanent"),
]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
SocCode = Annotated[str, StringConstraints(pattern=r"^\d{2}-\d{4}(\.\d{2})?$")]
Page = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$"),
    Field(description="a chapter, as its path below docs/"),
]

Kind = Literal["usage", "advert", "pay-band", "official", "self-reported", "taxonomy", "framework"]
Origin = Literal["computed", "transcribed"]
Unit = Literal["share", "usd-a-year", "usd-a-month", "jobs", "index", "years", "level", "listed"]
Part = Literal["leads", "shares", "supports"]
SectionKind = Literal["heading", "table", "picture", "claim", "term"]
Verdict = Literal["supported", "partly-supported", "no-clear-difference", "contradicted", "untestable"]
Form = Literal["more", "no-difference", "threshold", "range", "untestable"]
IntervalMethod = Literal[
    "wilson",
    "relative-standard-error",
    "exact-median",
    "bootstrap",
    "cluster-bootstrap",
    "none",
]

# What has ids that are counted as added or removed when two states of the data are compared.
ADDED_OR_REMOVED = ("sources", "figures", "rows", "sections", "claims", "publications", "terms", "resources")

FEW = 30
"""A number that rests on fewer answers, adverts or bands carries a warning wherever it is shown."""
LEAST = 10
"""A number that rests on fewer is not shown."""

# An interval of these methods follows from what is stored, so it is never stored itself.
DERIVED: frozenset[str] = frozenset({"wilson", "relative-standard-error"})


class Model(BaseModel):
    """Frozen, closed to unknown keys; the docstring of a field is its description in the JSON Schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True)


class Term(Model):
    """One word of a controlled vocabulary."""

    id: Slug
    label: Text
    description: Text
    """What the word means, in a sentence that the site shows."""


class Process(Term):
    """A cognitive process of Bloom's revised taxonomy (Anderson and Krathwohl 2001)."""

    verbs: tuple[Text, ...] = Field(min_length=1)
    """With what an objective of this process may begin."""


class Vocabularies(Model):
    """data/vocabularies.yml: the words that the dataset may use, each with its label and description."""

    groups: dict[Slug, tuple[Term, ...]]
    """For each comparison table, its groups of rows in their order."""
    kinds: tuple[Term, ...]
    origins: tuple[Term, ...]
    units: tuple[Term, ...]
    intervals: tuple[Term, ...]
    levels: tuple[Term, ...]
    """Levels of seniority, lowest first."""
    proficiencies: tuple[Term, ...]
    """Levels of a skill, lowest first."""
    parts: tuple[Term, ...]
    """What a role can have to do with a step of a project."""
    verdicts: tuple[Term, ...]
    """What the data can say to a claim."""
    forms: tuple[Term, ...]
    """What a claim can say, each with the rule of its verdict."""
    subjects: tuple[Term, ...]
    """What a figure can be about, beside a role."""
    processes: tuple[Process, ...]
    """What a learning objective asks for, the simplest first, each with its verbs."""
    educational_levels: tuple[Term, ...]
    """What a reader brings along, least first."""


class Codes(Model):
    """Where official classifications put a role."""

    esco: Address | None
    """URI of the ESCO occupation; URIs are stable, codes have moved."""
    esco_label: Text | None
    soc: tuple[SocCode, ...]
    """O*NET-SOC codes under which the title is listed."""
    soc_version: Text
    uk_framework: Text | None
    """Name of the role in the UK Government Digital and Data Profession Capability Framework."""


class Role(Model):
    """One of the roles that are compared. No code and no template names a role: they all come from here."""

    id: Slug
    name: Text
    plural: Text
    short: Text
    """For table heads and narrow places."""
    short_plural: Text
    purpose: Text
    """What the role is for, in a line."""
    question: Text
    """The question that the role answers."""
    delivers: Text
    """What is handed over at the end of the day."""
    other_titles: tuple[Text, ...]
    codes: Codes
    color: Slug
    """A color token of the stylesheet: --sb-<color> and --sb-<color>-tint."""
    mark: Literal["disc", "square"]
    fill: Literal["solid", "hatched"]
    """How the role's bars and areas are drawn, so that they differ in gray, too."""


class Licence(Model):
    """The terms of a source, as its publisher words them."""

    name: Text
    address: Address | None = None
    wording: Text
    """The words in which the licence was seen."""
    notice: Text | None = None
    """A credit that has to stand beside the figures."""


class RawFile(Model):
    """A file that figures are computed from."""

    path: Text
    """Below the folder that `make evidence RAW=...` is given."""
    sha256: Sha256


class Source(Model):
    """A publication or a data file that figures come from."""

    id: Slug
    title: Text
    short: Text
    """For citations in a sentence, with its year."""
    publisher: Text
    date: Text
    """When it was published, or the state that was read."""
    address: Address
    licence: Licence
    read: date
    """The day on which it was read."""
    kinds: tuple[Kind, ...] = Field(min_length=1)
    files: tuple[RawFile, ...] = ()
    limits: tuple[Text, ...] = Field(min_length=1)
    """What it cannot tell; shown on the source's page."""


class Share(Model):
    """A count of those asked; the share and its interval follow from it."""

    count: int = Field(ge=0)
    of: int = Field(gt=0)
    """The base: how many could have been counted."""
    clusters: int | None = Field(default=None, gt=0)
    """How many groups of answers that hang together, where the interval is of them."""
    interval: tuple[float, float] | None = None
    """Stored only where the figure's interval method says so; shares from 0 to 1."""

    @property
    def value(self) -> float:
        """The share, from 0 to 1."""
        return self.count / self.of


class Quantiles(Model):
    """A distribution of amounts, in the figure's unit."""

    n: int | None = Field(default=None, gt=0)
    """How many values; none where the publisher does not say."""
    clusters: int | None = Field(default=None, gt=0)
    """How many groups of values that hang together, where the interval is of them."""
    p10: float | None = None
    p25: float | None = None
    median: float
    p75: float | None = None
    p90: float | None = None
    at_or_above: dict[Literal["p75", "p90"], float] = {}
    """Quantiles that the publisher only bounds from below."""
    interval: tuple[float, float] | None = None
    """Of the median."""

    @property
    def value(self) -> float:
        """The median."""
        return self.median


class Estimate(Model):
    """One number: published, perhaps with its standard error in percent of it, or made of several statistics."""

    value: float
    """In the figure's unit; a share from 0 to 1."""
    n: int | None = Field(default=None, gt=0)
    """How many values it rests on; none where the publisher does not say."""
    relative_standard_error: float | None = Field(default=None, ge=0)
    interval: tuple[float, float] | None = None


class Expectation(Model):
    """The level of a skill that is asked of a role."""

    level: Slug | None = None
    """One of the vocabulary's proficiencies; none where the skill is not asked of the role."""


class Listing(Model):
    """Whether something stands on a list."""

    listed: bool


Measured = Share | Quantiles | Estimate
Value = Measured | Expectation | Listing


class FigureBase(Model):
    """What every figure says, whatever it measures. Keys left out are those of the file's head."""

    id: FigureId
    topic: Slug
    """What it belongs to on the page of its source, where the figures of a topic stand together."""
    title: Text
    base: Text
    """Whom the number is about: who was asked, or what was counted."""
    filter: Text | None = None
    """What was done beyond the head's filters."""
    period: Text | None = None
    measure: Text | None = None
    unit: Unit | None = None
    kind: Kind | None = None
    interval: IntervalMethod | None = None
    labels: dict[Slug, Text] | None = None
    """As in the head, where the source has several words for a role."""
    difference: tuple[float, float] | None = None
    """Interval of the second role's value less the first's, where it was resampled and so cannot be derived."""
    variant_of: FigureId | None = None
    """The figure that this one computes again, in a part of its base or in another way."""
    variant: Text | None = None
    """In what part or way, in a few words."""
    note: Text | None = None

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The figure's own part of its id; its anchor on the source's page."""
        return self.id.partition("/")[2]


class ShareFigure(FigureBase):
    """A share of people or of adverts."""

    statistic: Literal["share"]
    values: dict[Slug, Share] = Field(min_length=1)


class QuantilesFigure(FigureBase):
    """A distribution of pay."""

    statistic: Literal["quantiles"]
    values: dict[Slug, Quantiles] = Field(min_length=1)


class EstimateFigure(FigureBase):
    """A published total."""

    statistic: Literal["estimate"]
    values: dict[Slug, Estimate] = Field(min_length=1)


class ExpectationFigure(FigureBase):
    """A skill, with the level of it that is asked."""

    statistic: Literal["expectation"]
    values: dict[Slug, Expectation] = Field(min_length=1)


class ListingFigure(FigureBase):
    """An entry of a list, and for whom it stands there."""

    statistic: Literal["listing"]
    values: dict[Slug, Listing] = Field(min_length=1)


Figure = ShareFigure | QuantilesFigure | EstimateFigure | ExpectationFigure | ListingFigure


class Evidence(Model):
    """data/evidence/<source>.yml: all figures of one source, under a head that they share."""

    source: Slug
    origin: Origin
    kind: Kind
    measure: Text
    unit: Unit
    period: Text
    interval: IntervalMethod
    roles: dict[Slug, Text]
    """For each role that the source knows, the filter that finds it."""
    labels: dict[Slug, Text] = {}
    """For a role that the source calls otherwise, its words; they are shown with every number."""
    files: tuple[RawFile, ...] = ()
    """The files that were read, with the hashes that they had."""
    figures: tuple[Annotated[Figure, Field(discriminator="statistic")], ...]

    def complete(self) -> Iterator[Figure]:
        """The figures, each with the head's words where it has none of its own."""
        inherited = ("kind", "measure", "unit", "period", "interval", "labels")
        for figure in self.figures:
            missing = {key: getattr(self, key) for key in inherited if getattr(figure, key) is None}
            yield figure.model_copy(update=missing)


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


class GlossaryTerm(Model):
    """A term of the field, in plain words."""

    id: Slug
    name: Text
    forms: tuple[Text, ...] = ()
    """How chapters write it, where that is not its name alone; the first of them in a chapter leads here."""
    definition: Text
    """In a sentence or two; the first sentence is the hint in the chapters."""
    see: Slug | None = None
    """The section that says more."""


class Glossary(Model):
    """data/glossary.yml: the terms of the field."""

    terms: tuple[GlossaryTerm, ...]


class Resource(Model):
    """Something free to learn from that we have seen."""

    id: Slug
    title: Text
    publisher: Text
    address: Address
    format: Literal["book", "course", "guide", "documentation", "exercises"]
    licence: Text
    """In the words in which it was seen; or that it states none."""
    hours: float | None = Field(default=None, gt=0)
    """How long it takes, where its publisher says so."""
    skills: tuple[Slug, ...] = Field(min_length=1)
    """The rows of the table of skills that it serves."""
    note: Text
    """What one learns from it, in a sentence."""
    read: date
    """The day on which a copy of it was seen."""


class Resources(Model):
    """data/resources.yml: what to learn a skill from."""

    resources: tuple[Resource, ...]


class Publication(Model):
    """Something that claims and chapters cite: a book, an article, a lesson. Its numbers are not used."""

    id: Slug
    title: Text
    short: Text
    """For citations in a sentence."""
    by: Text
    """Who wrote or published it."""
    date: Text
    """When it was published, or that it does not say."""
    address: Address
    read: date
    """The day on which it was read."""


class ClaimBase(Model):
    """Something that people say about the roles, in a line, and what the data say to it."""

    id: Slug
    group: Slug
    claim: Text
    """The claim in one line, in our words."""
    said_by: tuple[Slug, ...] = Field(min_length=1)
    """The publications that say it."""
    answer: Text
    """Two sentences on what the figures show. The verdict is computed, never written."""


class MoreClaim(ClaimBase):
    """That something is more common, higher or better paid in one role."""

    form: Literal["more"]
    role: Slug
    """The role that is said to have more."""
    figures: tuple[FigureId, ...] = Field(min_length=1)


class NoDifferenceClaim(ClaimBase):
    """That the roles are alike in something."""

    form: Literal["no-difference"]
    figures: tuple[FigureId, ...] = Field(min_length=1)


class ThresholdClaim(ClaimBase):
    """That something lies beyond a threshold: a number of each of the roles, or the gap between them."""

    form: Literal["threshold"]
    roles: tuple[Slug, ...] = ()
    """The roles whose numbers are meant; none where it is the gap: how much more the second has, in relation to the
    first."""
    above: float | None = None
    """In the figures' unit; shares and the gap from 0 to 1."""
    below: float | None = None
    figures: tuple[FigureId, ...] = Field(min_length=1)


class RangeClaim(ClaimBase):
    """That pay lies in a range, which may be open at one end."""

    form: Literal["range"]
    roles: tuple[Slug, ...] = Field(min_length=1)
    low: float | None = None
    high: float | None = None
    figures: tuple[FigureId, ...] = Field(min_length=1)


class UntestableClaim(ClaimBase):
    """What no open data can test."""

    form: Literal["untestable"]
    needs: Text
    """What data would be needed."""


Claim = MoreClaim | NoDifferenceClaim | ThresholdClaim | RangeClaim | UntestableClaim


class Change(Model):
    """A number of a figure that is another than before."""

    figure: FigureId
    value: Text
    """Whose, and which of its numbers."""
    before: Text | None = None
    after: Text | None = None


class Release(Model):
    """A release of the data, and what differs from the one before."""

    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    date: date
    note: Text
    """What it brought, in a sentence."""
    added: dict[Slug, tuple[Text, ...]] = {}
    """By namespace, the ids that are new."""
    removed: dict[Slug, tuple[Text, ...]] = {}
    changed: tuple[Change, ...] = ()


class Alignment(Model):
    """What of public frameworks a section teaches toward."""

    esco: tuple[Address, ...] = ()
    """URIs of ESCO occupations, of those that data/roles.yml names."""
    soc: tuple[SocCode, ...] = ()
    """O*NET-SOC codes, of those that data/roles.yml names."""
    skills: tuple[FigureId, ...] = ()
    """Figures of a framework or a taxonomy: the skills that they are about."""


class Section(Model):
    """Something that can be linked for ever: a heading, a table, a picture, a claim or a term."""

    id: Slug
    kind: SectionKind
    page: Page
    """Where it stands; written by `make sections`, which follows it when it moves."""
    objectives: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    """What a reader can do afterwards; each begins with a verb of the vocabulary's processes."""
    minutes: int | None = Field(default=None, gt=0)
    """How long it takes, where that is not what its words say."""
    level: Slug | None = None
    """One of the vocabulary's educational levels; without one, that of the section around it."""
    aligns: Alignment = Alignment()
    former: tuple[Slug, ...] = ()
    """Ids that were given up and lead here."""


class Roles(Model):
    """data/roles.yml: the roles, in the order in which they stand side by side."""

    roles: tuple[Role, ...] = Field(min_length=2, max_length=2)


class Sources(Model):
    """data/sources.yml: every publication and data file that a figure comes from."""

    sources: tuple[Source, ...]


class Publications(Model):
    """data/publications.yml: what the claims are quoted from and the chapters cite, beside the sources of figures."""

    publications: tuple[Publication, ...]


class Claims(Model):
    """data/claims.yml: what people say about the roles."""

    claims: tuple[Annotated[Claim, Field(discriminator="form")], ...]


class Changes(Model):
    """data/changes.yml: the history of the data, the newest release first."""

    releases: tuple[Release, ...] = Field(min_length=1)


class Sections(Model):
    """data/sections.yml: everything that can be linked, with its page."""

    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Dataset:
    """All of data/, validated. Built once by `load`, immutable after that."""

    TABLES: ClassVar[dict[str, type[Table]]] = {
        "glance": GlanceTable,
        "skills": SkillTable,
        "tools": ToolTable,
        "responsibilities": ResponsibilityTable,
        "education": EducationTable,
        "salaries": SalaryTable,
        "levels": LevelTable,
        "market": MarketTable,
    }

    vocabularies: Vocabularies
    roles: tuple[Role, ...] = ()
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    publications: tuple[Publication, ...] = ()
    claims: tuple[Claim, ...] = ()
    releases: tuple[Release, ...] = ()
    grids: Mapping[str, Grid] = field(default_factory=dict)
    terms: tuple[GlossaryTerm, ...] = ()
    resources: tuple[Resource, ...] = ()

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure by its id, complete with what the head of its file says."""
        return {figure.id: figure for evidence in self.evidence for figure in evidence.complete()}

    @cached_property
    def evidence_by_source(self) -> dict[str, Evidence]:
        """The file of evidence of every source that has one."""
        return {evidence.source: evidence for evidence in self.evidence}

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """Every section by its id, and by each of its former ids."""
        return {id_: section for section in self.sections for id_ in (*section.former, section.id)}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def publication_by_id(self) -> dict[str, Publication]:
        """Every publication by its id."""
        return {publication.id: publication for publication in self.publications}

    @cached_property
    def term_by_id(self) -> dict[str, GlossaryTerm]:
        """Every term of the glossary by its id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def resources_by_skill(self) -> dict[str, tuple[Resource, ...]]:
        """What to learn each skill from: first what is about the fewest others, else in the order of the file."""
        found: dict[str, list[Resource]] = {}
        for resource in sorted(self.resources, key=lambda each: len(each.skills)):
            for skill in resource.skills:
                found.setdefault(skill, []).append(resource)
        return {skill: tuple(each) for skill, each in found.items()}

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        """Every role by its id, in their order."""
        return {role.id: role for role in self.roles}

    def term(self, vocabulary: str, id_: str) -> Term:
        """A word of the vocabulary, e.g. `term("kinds", "usage")`. Raises KeyError where it has none."""
        for term in getattr(self.vocabularies, vocabulary):
            if term.id == id_:
                return term
        raise KeyError(f"{vocabulary}: {id_}")
