"""Each rule, on a text that breaks it and on texts that do not. The limits are the project's own."""

import pytest

from sidebyside.chapters import Chapter
from sidebyside.prose import rules
from sidebyside.prose.limits import read
from sidebyside.prose.measures import Measures
from sidebyside.prose.text import blocks_of_chapter

LIMITS = read()


def broken(rule, text: str) -> list[str]:
    return [str(m) for block in blocks_of_chapter(Chapter("x.md", text)) for m in rule(block, LIMITS)]


@pytest.mark.parametrize(
    ("measures", "begin"),
    [
        (Measures(200, 150, 20.1, 30, 60), "docs/x.md:1:1: 20.1 words a sentence, more than 20"),
        (Measures(200, 150, 20, 30, 59.9), "docs/x.md:1:1: a reading ease of 59.9, less than 60"),
    ],
)
def test_a_chapter_beyond_a_limit(measures, begin):
    (found,) = rules.of_measures("docs/x.md", measures, LIMITS)
    assert str(found).startswith(begin)


@pytest.mark.parametrize("measures", [Measures(200, 100, 20, 30, 60), Measures(200, 99, 30, 30, 10)])
def test_a_chapter_within_the_limits_or_too_short_to_be_judged(measures):
    assert list(rules.of_measures("docs/x.md", measures, LIMITS)) == []


def test_a_long_sentence():
    text = "Short one. " + "word " * 35 + "word."
    assert broken(rules.long_sentence, text) == [
        "docs/x.md:1:12: a sentence of 36 words, more than 35 ('word word word word word word ...'); make two of it"
    ]
    assert broken(rules.long_sentence, "word " * 34 + "word.") == []


def test_a_banned_phrase():
    assert sorted(broken(rules.banned_phrase, "We say:\nwhen it\ncomes to tools, we leverage them.")) == [
        "docs/x.md:2:1: 'when it comes to' delays the sentence; write in, or for",
        "docs/x.md:3:20: 'leverage' is jargon; write use",
    ]


@pytest.mark.parametrize(
    "text",
    ["An estimate that is robust to outliers.", "Points of high leverage.", "`leverage`", "A customer journey."],
)
def test_what_is_no_banned_phrase(text):
    assert broken(rules.banned_phrase, text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Two data sets.", "docs/x.md:1:5: 'data sets': write 'dataset', as on all pages"),
        ("On Github.", "docs/x.md:1:4: 'Github': write 'GitHub', which is a name"),
        ("The life-cycle.", "docs/x.md:1:5: 'life-cycle': write 'life cycle', which is two words in the dictionary"),
        ("---\ntitle: A handoff\n---\n", "docs/x.md:2:8: title: 'handoff': write 'hand-off', as on all pages"),
    ],
)
def test_a_term_spelled_otherwise(text, message):
    assert broken(rules.term_spelled_otherwise, text) == [message]


@pytest.mark.parametrize("text", ["A dataset on GitHub.", "Two A/B tests.", "`sklearn`", "[x](https://github.com)"])
def test_a_term_spelled_well(text):
    assert broken(rules.term_spelled_otherwise, text) == []


def test_questions_in_a_row():
    assert broken(rules.questions_in_a_row, "Who is it? Why so? Because.") == [
        "docs/x.md:1:12: a second question in a row; ask one, and answer it"
    ]
    assert broken(rules.questions_in_a_row, "Who is it? We are. Why?\n\nAnd you?\n\n- A?\n- B?\n") == []


def test_scattered_bold():
    assert broken(rules.scattered_bold, "**One**, **two** and\n**three**.") == [
        "docs/x.md:2:1: 3 bold spans in one paragraph, more than 2; let one stand out, or none"
    ]
    assert broken(rules.scattered_bold, "**One** and **two**.\n\n**Three**, 2**3**2 and `**four**`.") == []
