"""datapackage.json: the CSV files as a Data Package (Frictionless, version 1), with types, keys, terms and hashes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ...model import Source
from ..metadata import TEXT_LICENCE
from ..site import Published

NAME = "side-by-side"
OWN = {"name": "CC-BY-4.0", "path": TEXT_LICENCE, "title": "Creative Commons Attribution 4.0"}
SHARE_ALIKE = {
    "name": "ODbL-1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    "title": "Open Data Commons Open Database License 1.0",
}


@dataclass(frozen=True)
class Resource:
    """A CSV file."""

    path: str
    name: str
    title: str
    layout: str
    """The name of its schema."""
    sources: tuple[str, ...] = ()
    """Where its numbers are from."""


def descriptor(made: Published, resources: Iterable[Resource], held: Mapping[str, bytes]) -> dict[str, Any]:
    """The package. `held`: what each path holds."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": f"{made.site.name} The data",
        "description": made.site.description,
        "version": made.release.version,
        "created": f"{made.release.date.isoformat()}T00:00:00Z",
        "homepage": made.site.page("data/index.md"),
        "licenses": _licenses(made.dataset.sources),
        "sources": [_source(each) for each in made.dataset.sources],
        "contributors": [{"title": made.site.author, "role": "author"}],
        "keywords": [role.name for role in made.dataset.roles],
        "resources": [_resource(made, each, held[each.path]) for each in resources],
    }


def _resource(made: Published, resource: Resource, content: bytes) -> dict[str, Any]:
    sources = [made.dataset.source_by_id[id_] for id_ in resource.sources]
    return {
        "profile": "tabular-data-resource",
        "name": resource.name,
        "path": resource.path,
        "title": resource.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": f"schema/csv/{resource.layout}.json",
        "licenses": _licenses(sources),
        **({"sources": [_source(each) for each in sources]} if sources else {}),
    }


def _licenses(sources: Iterable[Source]) -> list[dict[str, str]]:
    """Our own license, and that of databases that ask for theirs."""
    return [OWN, *([SHARE_ALIKE] if any(each.licence.name.startswith("ODbL") for each in sources) else [])]


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, "path": source.address}
