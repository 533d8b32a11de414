"""Every file below /data/v1/ with what it holds, and the list of them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from ...model.published import FileList, PublishedFile
from ...model.shown import ShownPicture, ShownTable
from ...outline import Entry
from ...render import snippets
from ...render.links import ALL_DATA, DATA, DATABASE, FEED
from ...render.shown import Taken
from .. import tabular
from ..archive import packed
from ..downloads import DOWNLOADS
from ..site import Published
from . import csvs, records, schemas
from .csvs import LAYOUTS
from .database import Contents, database
from .package import Resource, descriptor

FOLDER = DATA
ARCHIVE = ALL_DATA
HASH = f"{ARCHIVE}.sha256"
_MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "sqlite": "application/vnd.sqlite3",
    "txt": "text/plain",
}


def paths(made: Published) -> list[str]:
    """Paths from the site's root of all files that this form of the site has, before it is known what they hold."""
    ids = {kind: [each.id for each in _shown(made, kind)] for kind in ("table", "picture")}
    names = [
        "README.txt",
        *(each.path.removeprefix(f"{FOLDER}/") for each in DOWNLOADS),
        *(f"{name}.{form}" for name in ("sources", "claims", "roles", "vocabularies") for form in ("json", "csv")),
        *(f"{name}.csv" for name in ("publications", "evidence", "differences")),
        *_both("sources", [source.id for source in made.dataset.sources]),
        *_both("comparisons", made.dataset.tables),
        *_both("tables", ids["table"]),
        *_both("pictures", ids["picture"]),
        *(f"schema/{name}" for name in schemas.of_files()),
        *("datapackage.json", "side-by-side.sqlite", "index.json"),
    ]
    return [path for path in (*(f"{FOLDER}/{name}" for name in names), ARCHIVE, HASH) if made.site.has_data(path)]


def _both(folder: str, ids: Iterable[str]) -> list[str]:
    return [f"{folder}/{id_}.{form}" for id_ in ids for form in ("json", "csv")]


def _shown(made: Published, kind: str) -> list[Entry]:
    return [each for each in made.outline.entries.values() if each.section.kind == kind]


@dataclass
class _Files:
    """The files while they are gathered, in their order."""

    held: dict[str, bytes] = field(default_factory=dict)
    listed: list[dict[str, Any]] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)

    def add(self, path: str, title: str, content: str | bytes, **about: str) -> None:
        self.held[path] = content.encode() if isinstance(content, str) else content
        media = _MEDIA[path.rpartition(".")[2]]
        self.listed.append({"path": path, "title": title, "media_type": media, **about})

    def json(self, path: str, title: str, model: BaseModel, **about: str) -> None:
        self.add(f"{path}.json", title, text(model), **about)

    def csv(
        self, path: str, title: str, layout: str, lines: csvs.Lines, sources: Sequence[str] = (), **about: str
    ) -> None:
        self.add(f"{path}.csv", title, tabular.table(LAYOUTS[layout].heads, lines), **about)
        name = path.replace("/", ".")
        self.resources.append(Resource(f"{path}.csv", name, title, layout, tuple(dict.fromkeys(sources))))

    def shown(self, layout: str, model: ShownTable | ShownPicture, lines: csvs.Lines) -> None:
        path, used = f"{layout}s/{model.id}", [source.id for source in model.sources]
        about = {"id": model.id, "page": model.page, "address": model.address}
        self.json(path, model.title, model, **about)
        self.csv(path, model.title, layout, lines, used, **about)


def files(made: Published, taken: Taken) -> dict[str, bytes]:
    """Paths from the site's root with what the files hold. `taken`: what the pages show, all of them rendered.

    A copy on disk has no database and no zip file, and its list does not name them.
    """
    dataset = made.dataset
    found = _Files()
    found.add("README.txt", "What this is, its terms and how to cite it", _readme(made))
    for each in DOWNLOADS:
        found.add(each.path.removeprefix(f"{FOLDER}/"), each.title, each.make(made))
    every = tuple(source.id for source in dataset.sources)
    found.resources.append(Resource("figures.csv", "figures", "All figures", "figures", every))
    sources, claims, words = records.sources(made), records.claims(made), records.vocabularies(made)
    comparisons = tuple(records.comparison(made, name) for name in dataset.tables)
    found.json("sources", "All sources with their terms", sources)
    found.csv("sources", "All sources with their terms", "sources", csvs.sources(sources))
    found.csv(
        "differences",
        "The difference between the roles, figure by figure",
        "differences",
        csvs.differences(dataset),
        every,
    )
    found.json("roles", "The roles", records.roles(made))
    found.csv("roles", "The roles", "roles", csvs.roles(dataset))
    found.json("vocabularies", "What ids of kinds, units, levels and so on mean", words)
    found.csv(
        "vocabularies", "What ids of kinds, units, levels and so on mean", "vocabularies", csvs.vocabularies(words)
    )
    found.json("claims", "Claims with their verdicts", claims)
    found.csv("claims", "Claims with their verdicts", "claims", csvs.claims(claims))
    found.csv("publications", "What claims and chapters cite", "publications", csvs.publications(claims))
    found.csv(
        "evidence", "Which figures stand behind which row and claim", "evidence", csvs.evidence(comparisons, claims)
    )
    for source in sources.sources:
        path, title = f"sources/{source.id}", f"Figures of {source.short}"
        found.json(path, title, records.source(made, source.id), id=source.id)
        found.csv(path, title, "figures", csvs.figures(made, source.id), [source.id], id=source.id)
    roles = [role.id for role in dataset.roles]
    for compared in comparisons:
        path, title = f"comparisons/{compared.id}", f"Comparison table: {compared.title}"
        found.json(path, title, compared, id=compared.id)
        found.csv(path, title, "comparison", csvs.comparison(compared, roles), id=compared.id)
    tables = tuple(taken.tables[each.id] for each in _shown(made, "table"))
    pictures = tuple(taken.pictures[each.id] for each in _shown(made, "picture"))
    for table in tables:
        found.shown("table", table, csvs.table(table))
    for picture in pictures:
        found.shown("picture", picture, csvs.picture(picture))
    for name, content in schemas.of_files().items():
        found.add(f"schema/{name}", f"Schema: {name.removesuffix('.json')}", content)
    if made.site.has_data(DATABASE):
        contents = Contents(made, sources, words, comparisons, claims, tables, pictures)
        name = DATABASE.removeprefix(f"{FOLDER}/")
        found.add(name, "Everything as one SQLite database", database(contents))
    package = descriptor(made, found.resources, found.held)
    found.add("datapackage.json", "The CSV files as a Data Package (Frictionless)", _json(package))
    found.held["index.json"] = text(_list(made, found)).encode()
    placed = {f"{FOLDER}/{path}": content for path, content in found.held.items()}
    if made.site.has_data(ARCHIVE):
        archive = packed(sorted(found.held.items()), made.release.date, deflated=True)
        placed[ARCHIVE] = archive
        placed[HASH] = f"{sha256(archive).hexdigest()}  {ARCHIVE.rpartition('/')[2]}\n".encode()
    return placed


def _list(made: Published, found: _Files) -> FileList:
    listed = (
        PublishedFile(**each, bytes=len(found.held[each["path"]]), sha256=sha256(found.held[each["path"]]).hexdigest())
        for each in found.listed
    )
    name = ARCHIVE.rpartition("/")[2]
    return FileList(
        **{"$schema": "schema/index.json"},
        version=made.release.version,
        date=made.release.date,
        address=f"{made.site.address}{FOLDER}/",
        license="Our own part is under CC BY 4.0; sources.json has the terms of every source.",
        changes=f"{made.site.address}{FEED}",
        files=tuple(listed),
        archive={"path": name, "sha256_path": f"{name}.sha256"} if made.site.has_data(ARCHIVE) else None,
    )


def _readme(made: Published) -> str:
    site = made.site
    cited = snippets.cited(snippets.data(made.dataset, site, site.page("data/index.md")), "apa", site)
    credits = dict.fromkeys(filter(None, (source.licence.notice for source in made.dataset.sources)))
    return "\n".join(
        [
            f"{site.name} The data, release {made.release.version} of {made.release.date.isoformat()}",
            f"{site.page('data/index.md')}",
            "",
            "index.json lists all files with their hashes, datapackage.json describes the CSV files.",
            "",
            "Our own part is under CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Figures keep the terms of",
            "their sources, which sources.json has; those from databases under the Open Database License are under it,",
            "too. These credits have to stand beside them:",
            "",
            *(f"- {credit}" for credit in credits),
            "",
            "Cite it as",
            "",
            cited,
            "",
        ]
    )


def text(model: BaseModel) -> str:
    """A model as JSON; what has no value is left out, a whole number has no decimals.

    A line for each field, and for each record of a list: read by people without being twice as long for programs.
    """
    data = _plain(model.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    return "{\n" + ",\n".join(f"{_short(key)}: {_lines(value)}" for key, value in data.items()) + "\n}\n"


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


def _lines(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_short, value)) + "\n]"
    return _short(value)


def _short(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
