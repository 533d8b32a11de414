"""A page's text as Markdown."""

from html import escape, unescape
from urllib.parse import urljoin

import pytest
from markdown_it import MarkdownIt

from sidebyside.publish.markdown import LONG, Writer

HERE = "https://example.org/guide/compare/tools/"


def write(html: str) -> str:
    return Writer(lambda href: urljoin(HERE, href), lambda address: "").write(html).rstrip("\n")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One\n  two\u00a0%</p><p>three</p>", "One two %\n\nthree"),
        ("<p>a <strong>b </strong>c <em>d</em> <code>e|f`g</code></p>", "a **b** c *d* ``e|f`g``"),
        ("<ul><li>a\n<ul><li>b</li></ul></li><li><p>c</p></li></ul>", "- a\n  - b\n- c"),
        ('<ol start="3"><li>a</li><li><p>b</p><p>c</p></li></ol>', "3. a\n4. b\n\n   c"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<dl><div><dt>Base</dt> <dd>all</dd></div><dt>Note</dt><dd>n</dd></dl>", "- **Base:** all\n- **Note:** n"),
        (
            '<div class="language-python highlight"><pre><span></span><code>x = 1\n</code></pre></div>',
            "```python\nx = 1\n```",
        ),
        ('<p>a <a href="../skills/#x">b</a></p>', "a [b](https://example.org/guide/compare/skills/#x)"),
        ("<details><summary>More</summary><p>a</p></details>", "**More**\n\na"),
        ('<p><a href="/x">CSV<span class="sb-hidden"> of R</span></a></p>', "[CSV](https://example.org/x)"),
        ('<p><a href="/x">home</a> <a href="/s/x/cite.html">cite</a>, 1</p>', "[home](https://example.org/x), 1"),
        ('<p>1 point <span class="sb-span">0 to 2</span> <span class="sb-span"></span></p>', "1 point (0 to 2)"),
    ],
)
def test_what_pages_are_made_of(html, markdown):
    assert write(html) == markdown


@pytest.mark.parametrize(
    "text",
    [
        *("* a", "# a", "- a", "+ a", "3. a", "12) a", "> a", "a_b_c and _d_", "**a** `b` [c](d)", "[c][d]: e"),
        *("<b>a</b> & &amp; a < b", "~~a~~", "\\* a", "O*NET and O*NET", "a | b", "C++ and C#", "--- | ---"),
    ],
)
def test_text_is_shown_as_it_is(text):
    shown = MarkdownIt().enable("table").enable("strikethrough").render(write(f"<p>{escape(text)}</p>"))
    assert unescape(shown) == f"<p>{text}</p>\n"


@pytest.mark.parametrize(
    "sign",
    [
        '<svg role="img"><text>a</text></svg>',
        '<a class="sb-embed" href="x">Embed</a>',
        "<p hidden>a</p>",
        '<span aria-hidden="true">●</span>',
        "<button>Print</button>",
        '<select><option>a</option></select><input value="x">',
        '<script src="x">a</script>',
        "<!-- a -->",
    ],
)
def test_what_one_clicks_or_sees_alone_is_left_out(sign):
    assert write(f"<div><p>before</p>{sign}<p>after</p></div>") == "before\n\nafter"


SIGN = '<a class="headerlink" href="../../s/tools-x/" data-id="tools-x">¶</a>'


def test_what_has_a_permanent_id_is_linked_to_its_permanent_address():
    to = "https://example.org/guide/s/tools-x/"
    assert write(f'<h2 id="tools-x">Which?{SIGN}</h2>') == f"## [Which?]({to})"
    assert write(f"<p><strong>Which.</strong> Some words. {SIGN}</p>") == f"**[Which.]({to})** Some words."
    assert write(f"<p>{SIGN}</p>") == f"[permanent address]({to})"
    files = '<a href="x.csv">CSV</a>'
    assert write(f"<p><span>{files} {SIGN}</span></p>") == f"[permanent address]({to}) [CSV]({HERE}x.csv)"


def test_links_that_have_a_label_stand_at_the_end_once():
    writer = Writer(lambda href: urljoin(HERE, href), lambda address: address.partition("#")[2])
    text = writer.write('<p><a href="#r">1</a> and <a href="#r">2</a>, <a href="../skills/">3</a></p>')
    assert text == "[1][r] and [2][r], [3](https://example.org/guide/compare/skills/)\n"
    assert writer.labels == {"r": f"{HERE}#r"}


def test_a_table_with_two_rows_of_heads_and_rows_that_belong_together():
    html = """<table><caption><strong>Tools.</strong> Shares.</caption>
<thead>
<tr><th rowspan="2">Tool</th><th colspan="2">Use <span class="sb-base">n 9</span></th><th colspan="2">Adverts</th></tr>
<tr><th>A</th><th>B</th><th>A</th><th>B</th></tr></thead>
<tbody><tr class="sb-group"><th colspan="5">Languages</th></tr>
<tr><th rowspan="2">R</th><td>1 %<span class="sb-few">few</span></td><td>2 %</td><td colspan="2">no figure</td></tr>
<tr class="sb-words"><td colspan="2">A: plots.</td><td colspan="2">B: ports.</td></tr>
<tr><th>again</th><td>3 %</td><td>4 %</td><td>5 %</td><td>6 | 7</td></tr></tbody></table>"""
    assert write(html).split("\n") == [
        "**Tools.** Shares.",
        "",
        "| Tool | Use, n 9: A | Use: B | Adverts: A | Adverts: B |",
        "| --- | --- | --- | --- | --- |",
        "| **Languages** |  |  |  |  |",
        "| R<br>A: plots.<br>B: ports. | 1 %<br>few | 2 % | no figure |  |",
        "| again | 3 % | 4 % | 5 % | 6 \\| 7 |",
    ]


def test_a_further_line_of_a_row_names_the_row_and_a_verdict_stands_apart_from_its_numbers():
    html = """<table><thead><tr><th>T</th><th>D</th></tr></thead><tbody>
<tr class="sb-own"><th><a href="#sql">SQL</a> <span class="sb-base">n 9</span></th><td>same</td></tr>
<tr class="sb-further"><th>Survey <span class="sb-base">n 7</span></th>
<td><span class="sb-unclear">not clear</span> 2 more <span class="sb-span">-1 to 5</span></td></tr></tbody></table>"""
    assert write(html).split("\n")[2:] == [
        f"| [SQL]({HERE}#sql)<br>n 9 | same |",
        f"| [SQL]({HERE}#sql), Survey<br>n 7 | not clear<br>2 more (-1 to 5) |",
    ]


def test_a_row_head_over_two_rows_leaves_its_place_free_in_the_second():
    html = "<table><thead><tr><td></td><th>x</th></tr></thead><tbody>"
    html += '<tr><th rowspan="2">a</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>'
    assert write(html).split("\n")[2:] == ["| a | 1 |", "|  | 2 |"]


@pytest.mark.parametrize(("rows", "shown"), [(LONG, True), (LONG + 1, False)])
def test_the_data_of_a_picture_stand_there_unless_they_are_long(rows, shown):
    body = "<tr><th>a</th></tr>" * rows
    table = (
        f'<table><caption class="sb-hidden">P</caption><thead><tr><th>H</th></tr></thead><tbody>{body}</tbody></table>'
    )
    caption = '<figcaption><strong>P.</strong> F.</figcaption><p><a href="p.csv">CSV</a></p>'
    found = write(f"<figure>{caption}<details>{table}</details></figure>")
    assert found.startswith(f"**P.** F.\n\n[CSV]({HERE}p.csv)")
    assert ("| H |" in found) is shown
