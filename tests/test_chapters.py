"""Chapters as they are written: ids, typed numbers, and macros with their lines."""

import pytest

from sidebyside.chapters import Chapter, read
from sidebyside.load import load


def typed(text: str) -> list[str]:
    return [str(mistake) for mistake in Chapter("x.md", text).typing_mistakes()]


@pytest.mark.parametrize(
    "number",
    [
        "$155,000",
        "$ 155,000",
        "$155k",
        "€3.000",
        "£40k",
        "USD 3,000",
        "3,000 USD",
        "3,000 dollars",
        "35.8 %",
        "35.8%",
        "36 percent",
        "4 percentage points",
        "1,929 respondents",
        "1,908 adverts",
        "262,440 jobs",
        "318 people",
    ],
)
def test_a_typed_number_is_a_mistake(number):
    found = typed(f"# A {{#a}}\n\nThere are {number} here.\n")
    assert len(found) == 1
    assert found[0].startswith("docs/x.md:3:11: '")
    assert "is typed; look it up" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 there are 3 reasons, and one in twenty.",
        "Write `$155,000` or ``35.8 %``.",
        "It is {{ example('5 %') }} of them.",
        "```\n$155,000 and 35.8 %\n```",
        "~~~ text\n```\n35.8 %\n```\n~~~",
        "See [this](https://example.org/35%25/$100).",
        "<https://example.org/?q=100%25>",
        "{% if 35 % 2 %}odd{% endif %}",
        "A class {.sb-100}",
        "Newcombe's method 10, ISO 9001, Python 3.11",
    ],
)
def test_what_is_no_typed_number(text):
    assert typed(f"# A {{#a}}\n\n{text}\n") == []


def test_front_matter_is_not_prose_but_counts_as_lines():
    assert typed("---\ndescription: 35 % <b>\n---\n\n35 %\n")[0].startswith("docs/x.md:5:1: ")


@pytest.mark.parametrize("text", ["<b>x</b>", "a<br>", "<!-- hidden -->", "<div markdown>"])
def test_html_in_a_chapter_is_a_mistake(text):
    assert "HTML" in typed(text)[0]


@pytest.mark.parametrize("text", ["a < b and c > d", "`<b>`", "<https://example.org>", "x <3"])
def test_what_is_no_html(text):
    assert typed(text) == []


def test_a_typed_table_is_a_mistake():
    assert typed("| a | b |\n|---|---|\n| 1 | 2 |\n") == [
        "docs/x.md:2:1: a typed table; put its rows into data/ and call side_by_side()"
    ]


def test_anchors_are_headings_tables_and_pictures_with_their_lines():
    text = (
        "---\ntitle: x\n---\n# One {#one}\n\n```\n# not a heading\n```\n\n## Two\n\n"
        "{{ side_by_side('tools', id='three') }}\n\n![A picture](a.svg){#four}\n\n### `code` {#five .class}\n"
    )
    found = [(a.kind, a.id, a.line) for a in Chapter("x.md", text).anchors]
    assert found == [
        ("heading", "one", 4),
        ("heading", None, 10),
        ("table", "three", 12),
        ("picture", "four", 14),
        ("heading", "five", 16),
    ]


@pytest.mark.parametrize("call", ["side_by_side('tools', id=5)", "sources(id=none)", "role_cards(id=['a'])"])
def test_an_id_that_is_no_text_is_none(call):
    anchor = Chapter("x.md", f"{{{{ {call} }}}}").anchors[0]
    assert (anchor.id, anchor.is_call) == (None, True)


def test_an_id_that_is_computed_is_none():
    assert Chapter("x.md", "{{ side_by_side('tools', id='a' ~ 'b') }}").anchors[0].id is None


def macro_mistakes(sound, text: str) -> list[str]:
    dataset = load(sound)[0].dataset
    return [str(mistake) for mistake in Chapter("x.md", text).answered(dataset)[1]]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("figur('survey/python', 'first')", "no macro 'figur'; did you mean 'figure'?"),
        ("figure('survey/pyton', 'first')", "figure: no figure 'survey/pyton'; did you mean 'survey/python'?"),
        ("figure('survey/python', 'frist')", "figure: 'survey/python' has no value for 'frist'; did you mean 'first'?"),
        ("figure('survey/python', rol='first')", "figure: no option 'rol'; did you mean 'role'?"),
        ("figure('survey/pay', 'first')", "figure: 'survey/pay' is a distribution of pay; write pay("),
        ("pay('survey/pay', 'first', 'p95')", "pay: no quantile 'p95'; did you mean 'p90'?"),
        ("pay('survey/wage', 'first', 'p75')", "pay: 'survey/wage' has no p75 for 'first'"),
        ("difference('survey/wage')", "difference: 'survey/wage' has no number for one of the roles"),
        ("cite('survy')", "cite: no source 'survy'; did you mean 'survey'?"),
        ("role('first', 'plurel')", "role: no form 'plurel' of a role; did you mean 'plural'?"),
        ("side_by_side('tool', id='x')", "side_by_side: no table 'tool'; did you mean 'tools'?"),
        ("side_by_side('tools', id='x', group='clods')", "side_by_side: no group 'clods'; did you mean 'clouds'?"),
        ("side_by_side('tools', id='x', limit=0)", "side_by_side: limit must be a whole number from 1, not 0"),
        ("side_by_side('tools', id='x', group='clouds', only='clear')", "side_by_side: no row of 'tools' is left"),
        ("count('tols')", "count: cannot count 'tols'; did you mean 'tools'?"),
        ("figures('survey', 'langages')", "figures: 'survey' has no topic 'langages'; did you mean 'languages'?"),
        ("role('first') + 1", "not valid in a macro: "),
        ("role('first'", "not valid in a macro: "),
        ("page.title", "no macro 'page'"),
        ("figure", "'figure' is not called; write figure(...)"),
        ("figure([], 'first')", "figure: cannot be answered with these options (TypeError"),
        ("side_by_side('tools', id='x', group=['a'])", "side_by_side: cannot be answered with these options"),
        ("role_cards(id='x', table='tools', rows=5)", "role_cards: cannot be answered with these options"),
        ("role('first', 'name', form='plural')", "role: the option 'form' is given twice"),
        ("1 / 0", "not valid in a macro: division by zero"),
        ("'x' | nofilter", "not valid in a macro: No filter named 'nofilter'."),
    ],
)
def test_a_macro_that_cannot_be_answered_says_what_is_near(sound, call, message):
    found = macro_mistakes(sound, f"---\ntitle: x\n---\n\nText {{{{ {call} }}}}\n")
    assert len(found) == 1
    assert found[0].startswith("docs/x.md:5:")
    assert message in found[0]


def test_all_macros_of_a_chapter_are_answered_even_after_a_mistake(sound):
    text = "{{ cite('a') }}\n\n{{ unknown() }}\n\n{% for s in ('b', 'survey') %}{{ cite(s) }}{% endfor %}\n"
    found = macro_mistakes(sound, text)
    assert [line.split(": ")[0] for line in found] == ["docs/x.md:3:4", "docs/x.md:1:4", "docs/x.md:5:34"]


def test_the_id_of_a_heading_is_no_comment(sound):
    assert macro_mistakes(sound, "# A {#a}\n\n{## a comment with {{ nothing() }} ##}\n") == []


def test_a_chapter_that_is_no_text_is_a_mistake(tmp_path):
    (tmp_path / "a.md").write_bytes(b"caf\xe9")
    chapters, mistakes = read(tmp_path)
    assert chapters == []
    assert "docs/a.md:1:1: cannot be read as UTF-8" in str(mistakes[0])
