"""Pages to embed: what is cut from a page, and what stands around it."""

import json
import re

import pytest

from sidebyside.heights import Height
from sidebyside.publish import embeds
from sidebyside.publish.embeds import EmbedError, Places, piece
from sidebyside.publish.files import contents

PAGE = """<h1 id="case">A case<a class="headerlink" href="../../s/case/" data-id="case">¶</a></h1>
<p>First, see <a href="../../check/glossary/#term-drift">drift</a> and <a href="&#35;case-steps">below</a>.</p>
<h2 id="case-steps">Steps</h2>
<p>One, <a href="https://example.com/x">elsewhere</a>.<br>Two.</p>
<h3 id="deeper">Deeper</h3>
<div><table id="case-table"><caption>Steps <span class="sb-offers"><a class="sb-embed" href="x">Embed</a> \
<a class="headerlink" href="y">¶</a></span></caption>\
<tr><td><a href="../../data/sources/survey/#python">1</a> <svg><line x1="1"/></svg></td></tr></table></div>
<h2 id="case-limits">Limits</h2>
<p>Some.</p>
<h2 id="case-next">Next</h2>
<p><a href="../../?sort=name#home-table">On</a> <img alt="" src="../../assets/a.png"></p>
<div class="sb-objectives"><p>You should now</p></div>"""


@pytest.fixture
def pages(published):
    """The pages to embed of the small project, where a chapter has the text above; by path."""

    def make(**form):
        made = published(**form)
        held = {each: f'<h1 id="{entry.id}">{entry.title}</h1>' for each, (entry, *_) in made.outline.by_page.items()}
        held["work/case.md"] = PAGE
        for entry in made.outline.entries.values():
            if entry.depth != 1 and entry.page != "work/case.md":
                held[entry.page] += f'<h2 id="{entry.id}">x</h2>'
        found = dict(embeds.embeds(made, held)) | dict(contents(embeds.answers(made)))
        assert set(embeds.paths(made).values()) == {path for path in found if path.endswith(".html")}
        return made, found

    return make


def test_a_section_goes_up_to_the_next_heading_of_its_depth(published):
    entries, places = published().outline.entries, Places(PAGE)
    steps = piece(PAGE, places, entries["case-steps"])
    assert steps.startswith('<h2 id="case-steps">')
    assert steps.rstrip().endswith("</table></div>")
    assert piece(PAGE, places, entries["case"]) == PAGE
    assert piece(PAGE, places, entries["case-limits"]) == '<h2 id="case-limits">Limits</h2>\n<p>Some.</p>\n'


def test_what_belongs_to_the_whole_chapter_is_in_no_section(published):
    assert "You should now" not in piece(PAGE, Places(PAGE), published().outline.entries["case-next"])


def test_a_table_is_its_element(published):
    table = piece(PAGE, Places(PAGE), published().outline.entries["case-table"])
    assert table.startswith('<table id="case-table">')
    assert table.endswith("</table>")


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<h2 id="a">A</h2>\n<p>Hi</div>', "</div> where <p> is open, in its line 2, after 'a'"),
        ("<p>Hi</p></div>", "</div> where <nothing> is open, in its line 1"),
        ('<h2 id="a">A</h2>\n<div><p>Hi</p>', "<div> is not closed, in its line 2, after 'a'"),
    ],
)
def test_html_that_is_not_closed_where_it_opened_is_refused(published, html, message):
    made = published()
    held = dict.fromkeys(made.outline.by_page, "") | {"work/case.md": html}
    with pytest.raises(EmbedError, match=re.escape(message)) as error:
        list(embeds.embeds(made, held))
    assert str(error.value).startswith("docs/work/case.md: ")


def test_links_lead_where_they_led_and_open_a_page_of_their_own(pages):
    _, found = pages()
    case, steps, end = (found[f"embed/{id_}/index.html"] for id_ in ("case", "case-steps", "case-next"))
    assert '<base target="_blank">' in case
    assert '<a href="../../check/glossary/#term-drift">drift</a>' in case
    assert '<a href="../../work/case/#case-steps">below</a>' in case
    assert '<a href="https://example.com/x">elsewhere</a>' in steps
    assert '<a href="../../?sort=name#home-table">On</a> <img alt="" src="../../assets/a.png">' in end


def test_from_disk_they_lead_to_files(pages):
    _, found = pages(folders=False)
    assert '<a href="../../work/case.html#case-steps">below</a>' in found["embed/case/index.html"]
    assert not [path for path in found if path.endswith(".json")]


def test_there_is_one_first_heading_and_no_sign_to_copy(pages):
    _, found = pages()
    for path, text in found.items():
        if path.endswith(".html"):
            assert len(re.findall(r"<h1\b", text)) == 1, path
            assert "¶" not in text
            assert "Embed<" not in text
    steps = found["embed/case-steps/index.html"]
    assert '<h1 id="case-steps">Steps</h1>' in steps
    assert '<h2 id="deeper">' in steps
    assert '<h1 class="sb-hidden">A case – ' in found["embed/case-table/index.html"]


def test_the_foot_names_the_section_its_release_its_license_and_its_sources(sound, pages):
    sources = sound / "data/sources.yml"
    wording = re.search(r"wording: [^\n}]*", sources.read_text())[0]
    sources.write_text(sources.read_text().replace(wording, f"{wording}, notice: Thanks to them.", 1))
    made, found = pages()
    foot = found["embed/case-table/index.html"].partition("<footer>")[2]
    assert '<a href="../../s/case-table/">A case – ' in foot
    assert f"Release {made.release.version}" in foot
    assert '<a href="../../about/licence/">CC BY 4.0</a>' in foot
    survey = made.dataset.source_by_id["survey"]
    assert f'<a href="../../data/sources/survey/">{survey.short}</a>, {survey.licence.name}' in foot
    assert ("Thanks to them." in foot) == (survey.licence.notice is not None)
    assert "Figures:" not in found["embed/case-limits/index.html"]


def test_nothing_that_was_given_up_is_lost_in_a_frame(rearranged):
    made = rearranged()
    held = {}
    for entry in made.outline.entries.values():
        held[entry.page] = held.get(entry.page, "") + f'<h{entry.depth or 2} id="{entry.id}">x</h{entry.depth or 2}>'
    found = dict(embeds.embeds(made, held))
    assert "<h1" in found["embed/case-next/index.html"]
    assert 'href="../../s/case-more/"' in found["embed/case-next/index.html"]


def test_a_program_is_told_what_to_put_in_place_of_an_address(sound, pages):
    (sound / "data/heights.lock").write_text("case-table 301 702\n")
    made, found = pages()
    answer = json.loads(found["embed/case-table/oembed.json"])
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert (answer["width"], answer["height"]) == (640, 310)
    assert answer["html"].startswith('<iframe src="https://example.org/guide/embed/case-table/" title="A case – ')
    assert made.outline.height("case-table") == Height(301, 702)
    page = found["embed/case-table/index.html"]
    assert 'type="application/json+oembed" href="https://example.org/guide/embed/case-table/oembed.json"' in page
