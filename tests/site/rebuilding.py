"""The tables of the pages, written anew from the published files alone, and as they stand on the pages."""

import re
from collections.abc import Iterator
from typing import Any

from cells import Cells
from reading import Element, Site
from wording import capital, said

Row = list[str]
IS_ASSESSMENT = "sb-assessment"


class Writer(Cells):
    """Writes whole tables: their heads, rows and captions."""

    def head(self, table: dict[str, Any], row: dict[str, Any]) -> str:
        items = ", ".join(each["title"] for each in row.get("items", []))
        if items and table.get("comparison"):
            items = f"To learn it: {items}"
        return said(row.get("line_name", row["name"]), row.get("base"), *row.get("notes", []), items)

    def heads(self, table: dict[str, Any]) -> list[Row]:
        columns = [column for column in table["columns"] if column["id"] != "both"]
        label = table.get("row_label", "")
        if any("kind" in column for column in columns):
            kinds = {column["kind"]: column.get("about", "") for column in columns if "kind" in column}
            above = [said(capital(self.words["kinds"][kind]), about) for kind, about in kinds.items()]
            return [[label, *above], [column["title"] for column in columns if "kind" in column]]
        titles = [said(column["title"], column.get("about")) for column in columns]
        if all("role" in column and "about" in column for column in columns):
            roles = dict.fromkeys(column["role"] for column in columns)
            return [[label, *(capital(self.roles[role]["short"]) for role in roles)], titles]
        return [[label, *titles]]

    def rows(self, table: dict[str, Any]) -> Iterator[Row]:
        groups = {group["title"]: group.get("about", "") for group in table.get("groups", [])}
        above = None
        for row in table["rows"]:
            if row.get("group") in groups and row["group"] != above:
                above = row["group"]
                yield [said(above, groups[above])]
            yield from self.lines(table, row)

    def lines(self, table: dict[str, Any], row: dict[str, Any]) -> Iterator[Row]:
        columns = table["columns"]
        kinds = dict.fromkeys(column["kind"] for column in columns if "kind" in column)
        found = {
            column["id"]: self.cell(table, row, column, row["cells"][column["id"]])
            for column in columns
            if column["id"] in row["cells"]
        }
        if not kinds:
            yield [self.head(table, row), *self.placed(columns, row, found)]
            return
        is_first = row["line"] == 1
        shown = [self.head(table, row)]
        for kind in kinds:
            own = [found[column["id"]] for column in columns if column.get("kind") == kind and column["id"] in found]
            shown += own or ["no figure" if is_first else ""]
        yield shown
        if is_first:
            yield [found[column["id"]] for column in columns if "kind" not in column]

    def placed(self, columns: list[dict[str, Any]], row: dict[str, Any], found: dict[str, str]) -> Row:
        """In the order of the columns; what is one for both roles stands alone."""
        if "both" in found:
            return [found["both"]]
        return [found.get(column["id"], "") for column in columns if column["id"] != "both"]

    def caption(self, table: dict[str, Any]) -> str:
        sources = [
            f"{capital(self.words['kinds'][each['kind']])}, {self.short[each['id']]}"
            for each in table.get("sources", [])
        ]
        if any(column["id"] == "both" for column in table["columns"]):  # a computation names its source alone
            sources = [self.short[each["id"]] for each in table["sources"]]
        return said(f"{table['title']}.", table.get("caption"), "; ".join(sources))


# What stands on the pages


def seen(element: Element) -> str:
    """The words of an element, without marks of roles, hidden words, and what is offered."""
    if element.attributes.get("aria-hidden") or {"sb-hidden", "sb-offers", "headerlink"} & set(element.classes):
        return ""
    parts = [child if isinstance(child, str) else seen(child) for child in element.children]
    return re.sub(r"\s+", " ", "".join(parts)).replace("\xa0", " ")


def words(element: Element) -> str:
    return seen(element).strip()


def on_page(table: Element) -> list[Row]:
    return one_space([[words(cell) for cell in row.children if isinstance(cell, Element)] for row in table.find("tr")])


def one_space(rows: list[Row]) -> list[Row]:
    """Without what divides the parts of a text, which pages do not have."""
    return [[re.sub(r"\s+", " ", cell.replace("\xa0", " ").replace(";", "")).strip() for cell in row] for row in rows]


def place(site: Site, table: dict[str, Any]) -> Element:
    """Where a table stands, as its own file says."""
    path = table["page"].removeprefix(table["address"].partition("/s/")[0] + "/").partition("#")[0]
    return site.pages[f"{path}index.html"].by_id[table["id"]]


def rebuilt(writer: Writer, table: dict[str, Any]) -> list[Row]:
    return one_space([*writer.heads(table), *writer.rows(table)])


def differing(site: Site, writer: Writer, table: dict[str, Any]) -> list[tuple[Row, Row]]:
    """The rows that are not on the page as they are rebuilt, with those that are."""
    found = place(site, table)
    if IS_ASSESSMENT in found.classes:
        return differing_statements(found, writer, table)
    shown, made = on_page(found), rebuilt(writer, table)
    assert len(shown) == len(made), (table["id"], len(shown), len(made))
    return [(a, b) for a, b in zip(shown, made, strict=True) if a != b]


def differing_statements(found: Element, writer: Writer, table: dict[str, Any]) -> list[tuple[Row, Row]]:
    """The instrument has its statements before its key, and in the key cells to be filled in."""
    made = [row for row in one_space(list(writer.rows(table))) if len(row) > 1]
    asked = [words(field.find("legend")[0]).partition(". ") for field in found.find("fieldset")]
    shown = [[number, text, "", "", *[""] * len(writer.roles)] for number, _, text in asked]
    [key] = found.find("table")
    for row in on_page(key)[1:-1]:
        shown.append([row[0], "", row[1], row[2], *row[4:]])
    return [(a, b) for a, b in zip(shown, made, strict=True) if a != b]
