"""Addresses inside the site, hosted and from disk."""

import pytest

from sidebyside.render.links import Links, Site, address


@pytest.mark.parametrize(
    ("page", "hosted", "from_disk"),
    [
        ("index.md", "", "index.html"),
        ("compare/tools.md", "compare/tools/", "compare/tools.html"),
        ("teach/index.md", "teach/", "teach/index.html"),
    ],
)
def test_where_a_chapter_is_published(page, hosted, from_disk):
    assert address(page, folders=True) == hosted
    assert address(page, folders=False) == from_disk


@pytest.mark.parametrize(
    ("here", "there", "hosted", "from_disk"),
    [
        ("index.md", "data/sources/aijobs.md", "data/sources/aijobs/#x", "data/sources/aijobs.html#x"),
        ("compare/tools.md", "index.md", "../../#x", "../index.html#x"),
        ("compare/tools.md", "compare/salaries.md", "../salaries/#x", "salaries.html#x"),
        ("compare/tools.md", "compare/tools.md", "#x", "#x"),
        ("teach/index.md", "teach/lessons.md", "lessons/#x", "lessons.html#x"),
        ("teach/lessons.md", "teach/index.md", "../#x", "index.html#x"),
        ("data/sources.md", "data/sources/aijobs.md", "aijobs/#x", "sources/aijobs.html#x"),
        ("data/sources/aijobs.md", "data/method.md", "../../method/#x", "../method.html#x"),
    ],
)
def test_links_are_relative_to_the_chapter(here, there, hosted, from_disk):
    assert Links(here).to(there, "x") == hosted
    assert Links(here, Site(folders=False)).to(there, "x") == from_disk


def test_a_file_that_only_the_hosted_site_has_is_named_by_its_whole_address_from_disk():
    assert Links("data/changes.md").to_hosted("data/changes.xml") == "../changes.xml"
    from_disk = Site("https://example.org/guide/", folders=False)
    assert Links("data/changes.md", from_disk).to_hosted("data/changes.xml") == (
        "https://example.org/guide/data/changes.xml"
    )
