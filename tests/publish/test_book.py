"""What becomes of a chapter on its way into the book, in small."""

from types import SimpleNamespace

import pytest
from lxml import html

from sidebyside.publish.book import notes, pages, paper, plain
from sidebyside.publish.book.volume import Chapter

BOOK = SimpleNamespace(
    sources={
        "source-survey": SimpleNamespace(publisher="Asker", title="A survey", date="2022", short="Survey 2022"),
    },
    publications={
        "publication-a": SimpleNamespace(by="Author", title="An essay", date="2021", short="Author 2021"),
    },
)


def chapter(text: str) -> Chapter:
    return Chapter("work/goals.md", "goals", "Goals", html.fragment_fromstring(f"<div>{text}</div>"), {})


def made(each: Chapter) -> str:
    return html.tostring(each.body, encoding="unicode")


def annotated(text: str) -> str:
    each = chapter(text)
    notes.annotate(BOOK, each)
    return made(each)


def test_a_citation_in_brackets_is_a_note_behind_the_sign_that_follows():
    found = annotated('<p>Most do (<a href="#source-survey">Survey 2022</a>). Not all.</p>')
    assert '<p>Most do.<span class="note" data-note="1">Asker, “A survey”, 2022. ' in found
    assert found.endswith("</span> Not all.</p></div>")


def test_a_citation_again_is_short():
    cited = '(<a href="#publication-a">Author 2021</a>)'
    found = annotated(f"<p>One {cited}, two {cited}.</p>")
    assert "Author, “An essay”, 2021." in found
    assert '<span class="note" data-note="2">Author 2021, note 1.</span>' in found


def test_an_address_outside_the_book_is_a_note_and_in_a_table_stands_below_its_words():
    found = annotated('<p>See <a href="https://example.org/a">this</a>.</p>')
    assert '<a href="https://example.org/a">this</a>.<span class="note" data-note="1">' in found
    found = annotated('<table><tr><td><a href="https://example.org/a">this</a></td></tr></table>')
    assert 'this<span class="address">https://example.org/a</span></a>' in found


def test_a_link_inside_the_book_says_its_page_but_not_one_to_a_figure():
    assert "tools<span" in annotated('<p><a href="#tools">tools</a></p>')
    assert "(page @@tools@@)" in annotated('<p><a href="#tools">tools</a></p>')
    assert "(p. @@tools@@)" in annotated('<table><tr><td><a href="#tools">tools</a></td></tr></table>')
    for quiet in ('class="sb-number" href="#survey--sql"', 'href="#survey--sql"', 'class="term" href="#term-sql"'):
        assert "@@" not in annotated(f"<p><a {quiet}>SQL</a></p>")


def test_numbers_take_the_places_of_marks():
    text = f"page {notes.mark('tools')}, page {notes.mark('skills')}"
    assert notes.numbered(text, {"tools": 41}, 100) == "page 41, page 100"


def test_a_bar_is_drawn_of_boxes_at_the_same_places():
    each = chapter(
        '<p><svg class="sb-bar sb-hatched"><line class="sb-bar-rest" x2="100%"></line>'
        '<line class="sb-bar-value" x1="20%" x2="50%"></line><line class="sb-bar-middle" x1="40%" x2="40%"></line>'
        "</svg></p>"
    )
    paper.prepare(each)
    assert made(each) == (
        '<div><p><span class="bar hatched"><span class="value" style="left:20%;width:30%"></span>'
        '<span class="middle" style="left:40%"></span></span></p></div>'
    )


def test_what_all_entries_share_is_said_once():
    entry = (
        '<div class="sb-entry"><p class="sb-entry-title"><a href="#x">{0}</a></p><table class="sb-values"><tbody>'
        '<tr><th>Group</th><td data-label="Share">{1} %</td></tr></tbody></table>'
        "<dl><div><dt>Base</dt> <dd>{0} users</dd></div><div><dt>Period</dt> <dd>2022</dd></div></dl></div>"
    )
    each = plain.simplified(chapter("<h3>Languages</h3>" + entry.format("SQL", 1) + entry.format("R", 2)))
    words = each.body.text_content()
    assert words.count("Period 2022") == 1
    assert words.index("All of these: Period 2022") < words.index("SQL")
    assert "Group share 1 %" in words
    assert "Base R users" in words
    assert each.body.cssselect("table, dl") == []


def test_a_list_has_only_its_items_and_keeps_its_ids():
    each = plain.simplified(chapter('<dl><div id="term-x"><dt>x</dt> <dd>A letter.</dd></div></dl>'))
    assert made(each) == '<div><dl><dt id="term-x">x</dt> <dd>A letter.</dd></dl></div>'


def test_a_folder_without_a_site_is_said(tmp_path):
    with pytest.raises(pages.BookError, match="make offline"):
        pages.read(tmp_path)
