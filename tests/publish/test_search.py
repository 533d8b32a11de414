"""What the search reads of a page."""

from sidebyside.publish.search import read, with_keywords

HEADING = '<h2 id="a">Tools<a class="headerlink" href="../s/a/">¶</a></h2>\n'
TABLE = """<table class="sb-table"><caption><b>Shares.</b> Of people. <span class="sb-sources">X</span></caption>
<thead><tr><th>Tool</th><th>Data scientist</th></tr></thead>
<tbody>
<tr class="sb-own sb-continued"><th rowspan="2">
R &amp; more
<span class="sb-note">Clear in one.</span></th>
<td data-label="Data scientist"><a class="sb-number" href="x">8.1 %</a><svg><text>8</text></svg> </td></tr>
<tr class="sb-words"><td><span><span class="sb-mark">●</span> <span>Engineer: </span>Asks it.</span></td></tr>
<tr class="sb-own"><th>SQL</th><td data-label="Engineer"><span>Expert</span> <span>Tunes</span></td></tr>
</tbody></table>
"""


def test_a_row_is_a_paragraph_without_numbers():
    assert read(HEADING + TABLE).html.splitlines() == [
        '<h2 id="a">Tools</h2>',
        "<p>Shares. Of people.</p>",
        "<p>R &amp; more. Clear in one. Engineer: Asks it.</p>",
        "<p>SQL. Engineer: Expert. Tunes</p>",
    ]


def test_what_stands_before_a_table_that_was_renamed_is_passed_over():
    former = '<span class="sb-former" id="old"></span>'
    assert read(f"{former}{TABLE}") == read(TABLE)
    assert read("<th>Alone</th><span>Words</span>").html


def test_rows_have_names_by_the_heading_above():
    assert read(HEADING + TABLE).names == {"a": ["R & more", "SQL"]}
    assert read(TABLE.replace("sb-own", "x")).names == {}


def test_a_claim_and_a_term_are_sections():
    claim = '<div class="sb-claim sb-x" id="c"><p>R is it. <a class="headerlink">¶</a></p><p>No.</p></div>'
    terms = '<dl class="sb-glossary"><div id="t"><dt>bias </dt> <dd>An error. <a href="x">More</a></dd></div></dl>'
    assert read(claim).html == '<h3 id="c">R is it.</h3>\n<p>No.</p>\n'
    assert read(terms).html == '<h3 id="t">bias</h3>\n<p>An error.</p>\n'


def test_lists_and_entries_are_paragraphs_and_code_keeps_its_lines():
    html = (
        "<ul>\n<li>One <code>x</code>\n</li><li><p>Two</p></li></ul><dl><div><dt>Date</dt> <dd>In May</dd></div></dl>"
    )
    assert read(html).html == "<p>One x</p>\n<p>Two</p>\n<p>Date: In May</p>\n"
    assert read("<pre><code>a &lt; b\n  c</code></pre>").html == "<pre>a &lt; b\n  c</pre>\n"


def test_what_is_excluded_is_not_read():
    html = '<div data-search-exclude><p>Again</p></div><p>12 %</p><p class="sb-chapter">6 min</p><p>Once<br>more</p>'
    assert read(html).html == "<p>Once more</p>\n"


def test_keywords_stand_at_the_chapter_and_names_at_their_section():
    meta = {"tags": ["job market", "demand"], "search": {"keywords": ["market of jobs"], "boost": 2}}
    entry = {"location": "x/", "title": "X", "text": "", "tags": ["job market", "demand"], "boost": 2}
    found = with_keywords(entry, meta, {"a": ["SQL Server", "SQL"]})
    assert found == {"location": "x/", "title": "X", "text": "", "boost": 2, "keywords": "job market demand of jobs"}
    section = {**entry, "location": "x/#a"}
    assert with_keywords(section, meta, {"a": ["SQL Server", "SQL <3"]})["keywords"] == "SQL Server &lt;3"
    assert "keywords" not in with_keywords({**entry, "location": "x/#b"}, meta, {})
