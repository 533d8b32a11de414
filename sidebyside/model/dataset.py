"""All of data/, put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from .assessment import Assessment
from .claims import Claim
from .figures import Evidence, Figure
from .learning import GlossaryTerm, Resource, Step
from .lessons import Lesson, Lessons, Syllabus
from .pictures import Picture
from .quiz import Question
from .sections import Release, Section
from .sources import Publication, Source
from .tables import (
    EducationTable,
    GlanceTable,
    Grid,
    LevelTable,
    MarketTable,
    ResponsibilityTable,
    SalaryTable,
    SkillTable,
    Table,
    ToolTable,
)
from .vocabularies import Role, Term, Vocabularies


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
    pictures: tuple[Picture, ...] = ()
    assessment: Assessment | None = None
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    plans: Lessons | None = None
    syllabus: Syllabus | None = None

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
    def picture_by_id(self) -> dict[str, Picture]:
        """Every picture that is made of the dataset by its id."""
        return {picture.id: picture for picture in self.pictures}

    @cached_property
    def lesson_by_id(self) -> dict[str, Lesson]:
        """Every lesson by its id."""
        return {lesson.id: lesson for lesson in self.plans.lessons} if self.plans else {}

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
        terms: tuple[Term, ...] = getattr(self.vocabularies, vocabulary)
        for term in terms:
            if term.id == id_:
                return term
        raise KeyError(f"{vocabulary}: {id_}")
