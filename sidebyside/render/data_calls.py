"""The macros of the page about the data: every file that it offers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..outline import Outline
from .calling import Calling
from .html import render
from .links import DATA, data_file

FORMS = {"json": "JSON", "csv": "CSV"}


@dataclass(frozen=True)
class Offer:
    """Something in one or more forms."""

    title: str
    links: tuple[tuple[str, str], ...]
    """Words and address of each form."""


class DataCalls(Calling):
    """Macros about the files of data. They need the outline, and are empty until there is one."""

    def data_files(self) -> str:
        """Every file of the data, by what it holds."""
        if self._outline is None:
            return ""
        comparisons = self._dataset.tables.items()
        return render(
            "data_files.html",
            figures=self._offers([("Every figure", "figures")]),
            differences=self._file("differences.csv"),
            sources=self._offers([("Every source", "sources")]),
            by_source=self._offers((each.short, f"sources/{each.id}") for each in self._dataset.sources),
            comparisons=self._offers((table.title, f"comparisons/{name}") for name, table in comparisons),
            claims=self._offers([("Every claim", "claims")]),
            words=self._offers([("Roles", "roles"), ("Vocabularies", "vocabularies")]),
            publications=self._file("publications.csv"),
            evidence=self._file("evidence.csv"),
            chapters=list(self._by_chapter(self._outline)),
            database=self._file("side-by-side.sqlite"),
            archive=self._file("side-by-side.zip"),
            index=self._file("index.json"),
            package=self._file("datapackage.json"),
            schemas=self._file("schema/table.json"),
            on_disk=not self._links.site.hosted,
        )

    def _offers(self, named: Iterable[tuple[str, str]]) -> list[Offer]:
        return [
            Offer(title, tuple((words, self._file(f"{name}.{form}")) for form, words in FORMS.items()))
            for title, name in named
        ]

    def _by_chapter(self, outline: Outline) -> Iterator[tuple[str, list[Offer]]]:
        """The tables and pictures of each chapter that has any."""
        for page in outline.order:
            title, *rest = outline.by_page[page]
            found = [
                Offer(
                    each.title,
                    tuple(
                        (words, self._file(data_file(each.section.kind, each.id, form).removeprefix(f"{DATA}/")))
                        for form, words in FORMS.items()
                    ),
                )
                for each in rest
                if each.section.kind in ("table", "picture")
            ]
            if found:
                yield title.title, found

    def _file(self, name: str) -> str:
        """The address of a file of the data: where the site is hosted, if a copy on disk does not have it."""
        return self._links.to_data(f"{DATA}/{name}")
