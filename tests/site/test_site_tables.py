"""Comparison tables are real tables, and text from the dataset is shown as it is, never read as markup."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import Build, copy_project
from reading import Element, Page, Site

pytestmark = pytest.mark.site

HOSTILE = '<script>alert(1)</script> & | {{ 7919*7 }} *stars* [x](y) `code` "it\'s" # no head {.x}'


def _tables(site: Site) -> Iterator[tuple[Page, Element]]:
    """Every comparison table; not those of a claim, which belong to it, nor grids, whose columns may be anything."""
    for page in site.pages.values():
        for table in page.root.find("table", "sb-table"):
            if not {"sb-claim-figures", "sb-grid"} & set(table.classes):
                yield page, table


def _usual(site: Site) -> Iterator[tuple[Page, Element]]:
    """Those with one row of heads: the row, the roles and the difference."""
    for page, table in _tables(site):
        if not {"sb-kinds", "sb-ladder", "sb-robustness"} & set(table.classes):
            yield page, table


def test_every_comparison_table_has_a_caption_and_an_id(hosted: Site, data: Callable[[str], Any]) -> None:
    sections = data("sections.yml")["sections"]
    ids = {each["id"] for each in sections if each["kind"] == "table"}
    found = list(_tables(hosted))
    assert len(found) >= 10
    for page, table in found:
        captions = table.find("caption")
        assert table.attributes["id"] in ids, page.path
        assert len(captions) == 1, table
        assert captions[0].find("strong")[0].words.endswith("."), table


def test_every_head_of_a_table_says_what_it_is_the_head_of(hosted: Site) -> None:
    for _, table in _tables(hosted):
        assert {each.attributes.get("scope") for each in table.find("thead")[0].find("th")} == {"col"}, table
        for body in table.find("tbody"):
            for row in body.find("tr"):
                heads = [each.attributes.get("scope") for each in row.find("th")]
                if "sb-words" in row.classes:  # goes on below the row that has the head
                    continue
                assert heads == ["rowgroup" if "sb-group" in row.classes else "row"], row.words


def test_every_comparison_table_has_a_head_for_each_role(hosted: Site, data: Callable[[str], Any]) -> None:
    roles = [role["short"] for role in data("roles.yml")["roles"]]
    for _, table in _usual(hosted):
        heads = [head.words for head in table.find("thead")[0].find("th")]
        shown = [head.lstrip("●■ ").casefold() for head in heads[1 : 1 + len(roles)]]
        assert shown == [role.casefold() for role in roles], table
        assert all(heads), table


def test_every_row_has_a_cell_for_each_head(hosted: Site) -> None:
    for _, table in _usual(hosted):
        heads = len(table.find("thead")[0].find("th"))
        for row in table.find("tr"):
            cells = row.find("th") + row.find("td")
            assert sum(int(cell.attributes.get("colspan", "1")) for cell in cells) == heads, row.words


def test_only_a_table_without_any_number_has_no_column_for_the_difference(
    hosted: Site, data: Callable[[str], Any]
) -> None:
    roles = len(data("roles.yml")["roles"])
    widths = {}
    for _, table in _usual(hosted):
        numbered = bool(table.find("a", "sb-number") + table.find("span", "sb-word"))
        widths.setdefault(len(table.find("thead")[0].find("th")), set()).add(numbered)
    assert widths == {roles + 1: {False}, roles + 2: {True}}


def test_every_source_of_a_row_has_a_line(hosted: Site, data: Callable[[str], Any]) -> None:
    rows = {row["id"]: row for row in data("education.yml")["rows"]}
    table = hosted.page("compare/education.md").by_id["education-table-degrees"]
    lines = table.find("tr", "sb-own") + table.find("tr", "sb-further")
    sources = [id_.partition("/")[0] for row in rows.values() if row["group"] == "degrees" for id_ in row["evidence"]]
    assert len(lines) == len(sources)
    assert len(table.find("tr", "sb-further")) == len(table.find("tr", "sb-continued")) > 0


def test_every_tool_has_columns_of_its_own_for_use_and_for_adverts(hosted: Site, data: Callable[[str], Any]) -> None:
    rows = {row["name"]: row for row in data("tools.yml")["rows"]}
    page = hosted.page("compare/tools.md")
    seen = {}
    for table in page.root.find("table", "sb-kinds"):
        heads = [head.words for head in table.find("thead")[0].find("th", "sb-kind")]
        assert [head.split(" Job")[0] for head in heads] == ["Survey answers", "Adverts"]
        for row in table.find("tr", "sb-own"):
            cells = [len(cell.find("a", "sb-number")) or "sb-none" in cell.classes for cell in row.find("td")]
            seen[row.find("th")[0].children[0].strip()] = row
            assert cells, row.words
    assert seen.keys() == rows.keys()
    for name, row in seen.items():
        evidence = rows[name].get("evidence", [])
        shown = {link.attributes["href"] for link in row.find("a", "sb-number")}
        kinds = {"adverts" if "adverts-2024" in href else "use" for href in shown}
        assert kinds == {"adverts" if id_.startswith("adverts-2024/") else "use" for id_ in evidence}, name


def test_at_least_thirty_five_tools_have_a_computed_figure_for_both_roles(data: Callable[[str], Any]) -> None:
    computed = [row for row in data("tools.yml")["rows"] if row.get("evidence")]
    assert len(computed) >= 35


def test_a_row_says_where_use_and_adverts_disagree(hosted: Site) -> None:
    page = hosted.page("compare/tools.md")
    notes = {
        row.find("th")[0].children[0].strip(): [note.words for note in row.find("span", "sb-note")]
        for row in page.root.find("tr", "sb-own")
    }
    opposite = "Survey answers and adverts point opposite ways."
    assert {name for name, said in notes.items() if opposite in said} == {"scikit-learn", "Microsoft Azure"}
    assert "Clear in survey answers only." in notes["Matplotlib"]
    assert "Clear in survey answers only." in notes["Databricks"]
    assert "Clear in adverts only." in notes["Amazon Web Services"]


def test_the_ladder_has_every_step_of_both_roles_and_no_junior_engineer(hosted: Site) -> None:
    table = hosted.page("compare/levels.md").by_id["levels-ladder"]
    heads = [head.find("a")[0].words for head in table.find("th") if head.find("a")]
    assert heads[:1] == ["Trainee data scientist"]
    assert heads[-2:] == ["Senior machine learning engineer", "Lead machine learning engineer"]
    for row in table.find("tr", "sb-own"):
        assert len(row.find("td")) == len(heads) == 8


def test_a_level_that_nobody_published_is_called_our_judgment(hosted: Site, data: Callable[[str], Any]) -> None:
    asked = {row["name"]: row for row in data("skills.yml")["rows"]}
    page = hosted.page("compare/skills.md")
    whole = page.by_id["skills-table-all"].find("tr", "sb-own")
    own = [row for table in page.root.find("table", "sb-table") for row in table.find("tr", "sb-own")]
    assert len(whole) == len(asked)
    assert len(own) == 2 * len(asked)  # by group, and once more in the whole table
    for line in own:
        row = asked[line.find("th")[0].children[0].strip()]
        from_framework = any(id_.startswith("uk-framework/") for id_ in row.get("evidence", []))
        judged = len(row.get("levels", {})) if from_framework else 1
        assert line.words.count("our judgment") == judged, row["id"]


def test_every_number_in_a_table_leads_to_its_entry(hosted: Site) -> None:
    numbers = [(page, link) for page, table in _tables(hosted) for link in table.find("a", "sb-number")]
    assert len(numbers) > 100
    for page, link in numbers:
        path, fragment = hosted.target(page, link.attributes["href"])
        entry = hosted.pages[path].by_id[fragment]
        assert "sb-entry" in entry.classes, link
        if link.words.endswith("%"):
            assert any(cell.words.startswith(link.words) for cell in entry.find("td")), link


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a dataset in which a tool, its cells and a role have text that looks like markup."""
    root = copy_project(tmp_path_factory.mktemp("hostile"))
    tools = yaml.safe_load((root / "data/tools.yml").read_text(encoding="utf-8"))
    row = next(row for row in tools["rows"] if row["id"] == "pytorch")
    row |= {"name": HOSTILE, "note": HOSTILE, "cells": dict.fromkeys(row["cells"], HOSTILE)}
    _write(root / "data/tools.yml", tools)
    roles = yaml.safe_load((root / "data/roles.yml").read_text(encoding="utf-8"))
    roles["roles"][0] |= {"purpose": HOSTILE, "short": HOSTILE, "question": HOSTILE}
    _write(root / "data/roles.yml", roles)
    role = roles["roles"][0]["id"]
    method, call = root / "docs/data/method.md", f'{{{{ role("{role}", "purpose") }}}}'
    text = method.read_text(encoding="utf-8")
    method.write_text(f"{text}\nA sentence with *{call}* in it.\n", encoding="utf-8")
    return Site(Build(root.parent / "site", root=root).good(), folders=True)


def _write(path: Path, content: Any) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def test_text_of_a_row_is_shown_as_it_is_written(hostile: Site) -> None:
    table = hostile.page("compare/tools.md").by_id["tools-table-frameworks"]
    rows = table.find("tbody")[0].find("tr")
    own = next(row for row in rows if row.find("th") and row.find("th")[0].children[0].strip() == HOSTILE)
    words = rows[rows.index(own) + 1]
    assert HOSTILE in [note.text for note in own.find("span", "sb-note")]
    assert [cell.find("span", "sb-text")[0].text.split(": ", 1)[1] for cell in words.find("td")] == [HOSTILE, HOSTILE]
    assert own.find("td")[0].attributes["data-label"] == HOSTILE


def test_text_of_a_role_is_shown_as_it_is_written_in_a_head_and_on_a_card(hostile: Site) -> None:
    table = hostile.page("compare/tools.md").by_id["tools-table-frameworks"]
    heads = [head.words for head in table.find("thead")[0].find("th")]
    assert any(head.endswith(HOSTILE) for head in heads)
    card = hostile.page("index.md").by_id["home-cards"].find("dd")[0]
    assert card.text == HOSTILE


def test_text_of_a_role_is_shown_as_it_is_written_in_a_sentence(hostile: Site) -> None:
    paragraphs = [
        each for each in hostile.page("data/method.md").root.find("p") if each.text.startswith("A sentence with")
    ]
    assert [each.text for each in paragraphs] == [f"A sentence with {HOSTILE} in it."]
    assert [each.tag for each in paragraphs[0].walk()] == ["p", "em"]


def test_text_from_the_dataset_adds_no_element_to_a_page(hosted: Site, hostile: Site) -> None:
    for path, page in hostile.pages.items():
        scripts = page.root.find("script")
        assert len(scripts) == len(hosted.pages[path].root.find("script")), path
        assert not any("alert(1)" in child for script in scripts for child in script.children), path
        assert not [link for link in page.root.find("a") if link.attributes.get("href") == "y"], path
        assert "55433" not in {element.text for element in page.elements}, path


def test_text_from_the_dataset_is_no_markup_in_the_search_index(hostile: Site) -> None:
    index = hostile.files["search/search_index.json"].read_text(encoding="utf-8")
    assert "alert(1)" in index
    assert "<script" not in index
