"""Text from data stays text, whatever it holds, in HTML and in Markdown."""

import html

import markdown
import pytest

from sidebyside.render.html import render, text

EVIL = [
    "<script>alert(1)</script>",
    "a & b | c",
    "{{ 7*7 }} {% raw %} {## x ##}",
    "*stars* _lines_ `code` ~~no~~ ^up^ ==mark==",
    "[x](https://example.org) ![y](z) {#id .class}",
    "# heading",
    "- item",
    "+ item",
    "quote \" and ' quote",
    "C:\\path\\*",
    "&lt;b&gt; &amp;",
]


@pytest.mark.parametrize("evil", EVIL)
def test_text_is_the_same_text_in_html(evil):
    assert html.unescape(text(evil)) == evil
    assert "<" not in text(evil)


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("frame", ["{}", "before {} after", "<a href='x'>{}</a> after", "<div>\n{}\n</div>"])
def test_text_is_the_same_text_after_markdown(evil, frame):
    page = markdown.markdown(frame.format(text(evil)), extensions=["attr_list", "tables", "pymdownx.superfences"])
    shown = html.unescape(page.replace("<p>", "").replace("</p>", "").replace("<a href='x'>", "").replace("</a>", ""))
    for tag in ("<div>\n", "\n</div>"):
        shown = shown.replace(tag, "")
    assert shown.strip() == frame.replace("<a href='x'>", "").replace("</a>", "").replace("<div>\n", "").replace(
        "\n</div>", ""
    ).format(evil)


def test_a_fragment_has_no_blank_line_that_markdown_would_break_it_at():
    fragment = render("vocabulary.html", terms=[], capital=str)
    assert "\n\n" not in fragment
