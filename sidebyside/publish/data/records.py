"""The dataset as the models of `model.published` have it."""

from collections.abc import Iterator
from typing import Any

from ... import verdicts
from ...model import Dataset, Source, Vocabularies
from ...model.published import (
    ClaimEntry,
    ClaimList,
    Comparison,
    ComparisonRow,
    PublicationEntry,
    RoleList,
    SourceEntry,
    SourceFigures,
    SourceList,
    VocabularyList,
    Word,
)
from ...render.links import source_page
from .. import downloads
from ..site import Published


def sources(made: Published) -> SourceList:
    """Every source with its terms."""
    return SourceList(**_head(made, "sources"), sources=tuple(_source(made, each) for each in made.dataset.sources))


def source(made: Published, id_: str) -> SourceFigures:
    """A source with its figures."""
    evidence = made.dataset.evidence_by_source.get(id_)
    return SourceFigures(
        **_head(made, "source", deep=True),
        source=_source(made, made.dataset.source_by_id[id_]),
        roles=dict(evidence.roles) if evidence else {},
        figures=tuple(each for each in downloads.figures(made) if each["source"] == id_),
    )


def roles(made: Published) -> RoleList:
    """The roles in their order."""
    return RoleList(**_head(made, "roles"), roles=made.dataset.roles)


def vocabularies(made: Published) -> VocabularyList:
    """All words that ids stand for."""
    known = made.dataset.vocabularies
    names = [name for name in Vocabularies.model_fields if name != "groups"]
    return VocabularyList(
        **_head(made, "vocabularies"),
        groups={name: tuple(map(_word, terms)) for name, terms in known.groups.items()},
        vocabularies={name: tuple(map(_word, getattr(known, name))) for name in names},
    )


def comparison(made: Published, name: str) -> Comparison:
    """A comparison table as the dataset has it."""
    table = made.dataset.tables[name]
    return Comparison(
        **_head(made, "comparison", deep=True),
        id=name,
        title=table.title,
        caption=table.caption,
        kinds=table.kinds,
        rows=tuple(
            ComparisonRow(
                id=row.id,
                name=row.name,
                group=row.group,
                words=getattr(row, "cells", {}),
                levels=getattr(row, "levels", {}),
                parts=getattr(row, "parts", {}),
                absent=getattr(row, "absent", {}),
                level=getattr(row, "level", None),
                kind=getattr(row, "kind", None),
                section=getattr(row, "section", None),
                note=row.note,
                figures=row.evidence,
            )
            for row in table.rows
        ),
    )


def claims(made: Published) -> ClaimList:
    """Every claim with its verdict."""
    return ClaimList(
        **_head(made, "claims"),
        claims=tuple(_claims(made, made.dataset)),
        publications=tuple(
            PublicationEntry(**each.model_dump(include=set(PublicationEntry.model_fields)))
            for each in made.dataset.publications
        ),
    )


def _claims(made: Published, dataset: Dataset) -> Iterator[ClaimEntry]:
    own = set(ClaimEntry.model_fields)
    for claim in dataset.claims:
        yield ClaimEntry(
            **claim.model_dump(include=own),
            verdict=verdicts.verdict(dataset, claim),
            address=made.site.short(claim.id),
        )


def _source(made: Published, each: Source) -> SourceEntry:
    evidence = made.dataset.evidence_by_source.get(each.id)
    own = {"id", "title", "short", "publisher", "date", "address", "archived", "read", "kinds", "limits"}
    return SourceEntry(
        **each.model_dump(include=own),
        license=each.licence.name,
        license_address=each.licence.address,
        license_wording=each.licence.wording,
        credit=each.licence.notice,
        figures=len(evidence.figures) if evidence else 0,
        page=made.site.page(source_page(each.id)),
    )


def _word(term: Any) -> Word:
    return Word(id=term.id, label=term.label, description=term.description)


def _head(made: Published, schema: str, *, deep: bool = False) -> dict[str, str]:
    return {"$schema": f"{'../' if deep else ''}schema/{schema}.json", "version": made.release.version}
