"""Addresses to give away, and what stands where something was."""

import re

from sidebyside.publish import permalinks
from sidebyside.publish.files import contents


def test_every_id_has_a_short_address_that_leads_to_it(published):
    made = published()
    pages = dict(contents(permalinks.short_addresses(made)))
    assert set(pages) == {f"s/{id_}/index.html" for id_ in made.outline.entries}
    page = pages["s/case-steps/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../work/case/#case-steps">' in page
    assert '<h1><a href="../../work/case/#case-steps">A case – Steps</a></h1>' in page
    assert '<link rel="canonical" href="https://example.org/guide/work/case/">' in page
    assert "<title>A case – Steps · Which?</title>" in page
    assert 'content="A section of “A case”. Afterwards you should be able to judge each step of a case."' in page


def test_from_disk_they_name_files(published):
    pages = dict(contents(permalinks.short_addresses(published(folders=False))))
    assert "url=../../work/case.html#case-steps" in pages["s/case-steps/index.html"]
    assert "url=../../index.html#home" in pages["s/home/index.html"]


def test_every_id_has_a_page_with_all_that_one_copies(published):
    made = published()
    pages = dict(contents(permalinks.citations(made)))
    assert set(pages) == {f"s/{id_}/cite.html" for id_ in made.outline.entries}
    page = pages["s/case/cite.html"]
    for words in ("<dt>Markdown</dt>", "@incollection{case,", "TY  - CHAP", "&#34;type&#34;: &#34;chapter&#34;"):
        assert words in page
    assert 'download="case.bib" href="data:text/plain;charset=utf-8,%40incollection' in page
    assert '<meta name="robots" content="noindex">' in page
    steps = pages["s/case-steps/cite.html"]
    assert '<meta name="citation_title" content="A case – Steps">' in steps
    assert '<meta name="citation_book_title" content="Which?">' in steps


def test_on_disk_all_of_a_chapter_is_on_one_page(published):
    made = published(folders=False)
    pages = dict(contents(permalinks.citations(made)))
    assert set(pages) == {f"s/{made.outline.chapter(page).id}/cite.html" for page in made.outline.order}
    page = pages["s/case/cite.html"]
    for id_ in (entry.id for entry in made.outline.by_page["work/case.md"]):
        assert f'<h2 id="{id_}"><a href="../../work/case.html#{id_}">' in page
        assert f'<h3 id="embed-{id_}">Embed</h3>' in page
        assert f"https://example.org/guide/s/{id_}/" in page
    links = made.links("index.md")
    assert links.to_citations("case-steps", "case") == "s/case/cite.html#case-steps"
    assert links.to_citations("case-steps", "case", "embed") == "s/case/cite.html#embed-case-steps"


def test_where_nothing_moved_nothing_is_left(published):
    made = published()
    assert list(permalinks.pages_that_moved(made)) == []
    assert permalinks.left_behind(made, "work/case.md") == []
    assert permalinks.renamed(made, "work/case.md") == []


def test_at_a_page_that_moved_everything_that_was_on_it_leads_on(rearranged):
    [(path, page)] = contents(permalinks.pages_that_moved(rearranged()))
    assert path == "work/case/index.html"
    assert '<h1><a href="../../check/case/">' in page
    led = dict(re.findall(r'<li id="([^"]+)"><a href="([^"]+)">', page))
    assert led == {
        "case": "../../check/case/#case",
        "case-steps": "../../#case-steps",
        "case-table": "../../#case-table",
        "case-limits": "../../check/case/#case-limits",
        "case-next": "../../check/case/#case-more",
    }
    assert [path for path, _ in permalinks.pages_that_moved(rearranged(folders=False))] == ["work/case.html"]


def test_an_id_that_was_given_up_has_a_short_address_that_says_so(rearranged):
    page = dict(contents(permalinks.short_addresses(rearranged())))["s/case-next/index.html"]
    assert "url=../../check/case/#case-more" in page
    assert "has become a part of this" in page


def test_what_left_a_page_that_stays(sound, rearranged):
    from sidebyside import registry
    from sidebyside.project import examine

    rearranged()
    home, claims = sound / "docs/index.md", sound / "docs/claims.md"
    text = home.read_text()
    tools = text[text.index("## Tools") : text.index("## Steps")]
    home.write_text(text.replace(tools, ""))
    claims.write_text(f"{claims.read_text()}\n{tools}")
    project = examine(sound)
    registry.update(project.draft, project.chapters, sound)
    left = permalinks.left_behind(rearranged(), "index.md")
    assert [(id_, href) for id_, href, _ in left] == [
        ("home-tools", "claims/#home-tools"),
        ("home-table", "claims/#home-table"),
    ]
