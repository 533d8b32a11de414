"""What a page carries beside its text."""

import json
import re
from html import unescape

from sidebyside.publish import metadata, page

HTML = '<h2 id="case-steps">Steps<a class="headerlink" href="#case-steps" title="Link to this section">&para;</a></h2>'


def test_the_sign_at_a_heading_leads_to_the_short_address(published):
    html = page.content(published(), "work/case.md", HTML)
    assert html == (
        '<h2 id="case-steps">Steps<a class="headerlink" href="../../s/case-steps/" '
        'title="Link to, embed or cite this section" data-id="case-steps" data-title="A case – Steps" '
        """data-size='height="480" style="border:0;height:clamp(480px,680px - 27.7778vw,580px)"'>¶</a></h2>"""
    )
    assert 'href="../s/case-steps/index.html"' in page.content(published(folders=False), "work/case.md", HTML)


def test_a_sign_at_something_else_stays(published):
    html = '<a class="headerlink" href="#letter-a" title="x">¶</a>'
    assert page.content(published(), "check/glossary.md", html) == html


def test_a_former_id_stands_where_its_successor_is(sound, published):
    records = sound / "data/sections.yml"
    case = sound / "docs/work/case.md"
    case.write_text(case.read_text().replace("{#case-next}", "{#case-more}"))
    records.write_text(records.read_text().replace("- id: case-next", "- id: case-more\n    former: [case-next]"))
    lock = sound / "data/sections.lock"
    lock.write_text(lock.read_text() + "case-more work/case.md\n")
    made = published()
    html = '<h2 id="case-more">Next</h2>'
    assert page.content(made, "work/case.md", html) == (
        '<h2 id="case-more"><span class="sb-former" id="case-next"></span>Next</h2>'
    )
    table = '<table class="x" id="case-more"></table>'
    assert page.content(made, "work/case.md", table) == f'<span class="sb-former" id="case-next"></span>{table}'


def test_the_foot_cites_the_page_and_credits_its_sources(sound, published):
    sources = sound / "data/sources.yml"
    text = sources.read_text()
    wording = re.search(r"wording: [^\n}]*", text)[0]
    sources.write_text(text.replace(wording, f"{wording}, notice: Thanks to them.", 1))
    made = published()
    asking = next(source.id for source in made.dataset.sources if source.licence.notice)
    shown = page.end(made, "work/case.md", f'<a href="../../data/sources/{asking}/#x">1</a>')
    assert "Thanks to them." in shown
    assert "Thanks to them." not in page.end(made, "work/case.md", "<p>Nothing.</p>")
    assert "The Authors. (2026). A case. In Which? (Version 0.1.0). https://example.org/guide/s/case/" in shown
    assert 'href="../../s/case/cite.html"' in shown
    assert 'href="../../teach/sections/#index-case"' in shown


def test_the_offer_of_a_page_makes_the_citation_of_its_sections(published):
    made = published()
    shown = page.end(made, "work/case.md", "")
    offer = json.loads(unescape(re.search(r'data-offer="([^"]*)"', shown)[1]))
    assert offer["address"] == "https://example.org/guide/s/{}/"
    assert offer["more"] == "../../s/{}/cite.html"
    assert offer["cite"] == "The Authors. (2026). {title}. In Which? (Version 0.1.0). {address}"


def test_the_head_has_tags_for_people_who_share_and_for_reference_managers(published):
    head = page.head(published(), "work/case.md", [("Home", "index.md")])
    for tag in (
        '<meta property="og:title" content="A case">',
        '<meta property="og:url" content="https://example.org/guide/work/case/">',
        '<meta property="og:image" content="https://example.org/guide/assets/share/work-case.png">',
        '<meta name="citation_title" content="A case">',
        '<meta name="citation_book_title" content="Which?">',
        '<meta name="citation_author" content="The Authors,">',
        '<meta name="citation_publication_date" content="2026/11/20">',
        '<meta name="citation_public_url" content="https://example.org/guide/s/case/">',
        '<link rel="license" href="../../about/licence/">',
    ):
        assert tag in head


def test_linked_data_cannot_end_their_element(sound, published):
    case = sound / "docs/work/case.md"
    case.write_text(case.read_text().replace("description: One case.", 'description: "</script><b>"'))
    head = page.head(published(), "work/case.md", [])
    assert "</script><b>" not in head
    found = json.loads(re.search(r'ld\+json">(.*?)</script>', head, re.DOTALL)[1])
    assert found["description"] == "</script><b>"


def test_what_each_kind_of_page_is(published):
    made = published()
    kinds = {
        each: [found["@type"] for found in metadata.linked_data(made, each, trail)]
        for each, trail in (
            ("index.md", []),
            ("work/case.md", [("Home", "index.md")]),
            ("check/glossary.md", [("Home", "index.md")]),
            ("claims.md", [("Home", "index.md")]),
        )
    }
    assert kinds == {
        "index.md": ["WebSite"],
        "work/case.md": ["LearningResource", "BreadcrumbList"],
        "check/glossary.md": ["LearningResource", "DefinedTermSet", "BreadcrumbList"],
        "claims.md": ["BreadcrumbList"],
    }


def test_a_chapter_says_what_it_teaches_and_what_it_serves(sound, published):
    records = sound / "data/sections.yml"
    own = "    objectives: [explain what a case is]\n"
    records.write_text(records.read_text().replace(own, f"{own}    aligns: {{soc: [15-2051.00]}}\n"))
    found = metadata.learning_resource(published(), "work/case.md")
    assert found["teaches"] == ["explain what a case is"]
    assert found["timeRequired"] == "PT1M"
    assert found["educationalLevel"] == {"@type": "DefinedTerm", "name": "beginner", "description": "Needs nothing."}
    assert found["dateModified"] == "2026-11-20"
    [aligned] = found["educationalAlignment"]
    assert aligned["identifier"] == "15-2051.00"
    assert aligned["targetUrl"].endswith("/15-2051.00")


def test_a_page_loads_the_scripts_that_something_on_it_asks_for_and_each_once(published):
    html = '<table data-scripts="tables"></table><form data-scripts="marks tables"></form>'
    end = page.end(published(), "work/case.md", html)
    assert re.findall(r"<script.*?>", end) == [
        '<script src="../../assets/javascripts/tables.js" defer>',
        '<script src="../../assets/javascripts/marks.js" defer>',
    ]
    assert "<script" not in page.end(published(), "work/case.md", HTML)


def test_a_table_offers_openly_to_be_embedded_and_a_heading_in_its_menu(published):
    sign = '<a class="headerlink" href="#case-table" title="Link to this table">¶</a>'
    shown = page.content(published(), "work/case.md", f"<caption>Steps {sign}</caption>")
    assert shown.startswith('<caption>Steps <span class="sb-offers" data-search-exclude><a href="../../data/v1/tables/')
    assert re.findall(r'<a[^>]* href="([^"]*)"', shown.replace("<a href", "<a x href")) == [
        "../../data/v1/tables/case-table.csv",
        "../../data/v1/tables/case-table.json",
        "../../s/case-table/cite.html",
        "../../s/case-table/cite.html#embed",
        "../../s/case-table/",
    ]
    assert ">Embed</a> <a class" in shown
    assert "sb-embed" not in page.content(published(), "work/case.md", HTML)
