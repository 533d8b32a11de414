"""What is read of a chapter and of a file of the dataset, and where its sentences end."""

import re

import pytest

from sidebyside.chapters import Chapter
from sidebyside.document import read
from sidebyside.prose.text import Block, blocks_of_chapter, blocks_of_document


def texts(text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in blocks_of_chapter(Chapter("x.md", text))]


def sentences(text: str) -> list[str]:
    found = [sentence.text for block in blocks_of_chapter(Chapter("x.md", text)) for sentence in block.sentences]
    return [re.sub(r"\s+(?=[.?!])", "", " ".join(sentence.split())) for sentence in found]


def test_front_matter_headings_paragraphs_and_items_are_blocks():
    text = "---\ntitle: A title\ntags: [none]\n---\n\n# Head {#id}\nOne\ntwo.\n\n- Three\n  four.\n- Five.\n1. Six.\n"
    assert texts(text) == ["A title", "Head", "One two.", "Three four.", "Five.", "Six."]


@pytest.mark.parametrize(
    "text",
    [
        "{{ side_by_side('tools', id='x') }}",
        "```python\nprint('A sentence.')\n```",
        "- ```\n  print('A sentence.')\n  ```",
        "{.sb-lead}",
        "{## A comment. ##}",
        "[a]: https://example.org",
    ],
)
def test_what_is_not_read(text):
    assert texts(f"{text}\n") == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Of {{ figure('a', 'b') }} people.", "Of It people."),
        ("Of {{ figure(\n\n'a', 'b') }} people.", "Of It people."),
        ("People {{ cite('a') }} say.", "People say."),
        ("Call `make check` now.", "Call It now."),
        ("See [the *page*](a.md#b) and <https://a.org>.", "See the page and ."),
        ("![A picture](a.png) here.", "A picture here."),
        ("Look at example.org/a/page.htm.", "Look at ."),
        ("O*NET and snake_case **stay**.", "O*NET and snake_case stay ."),
        ("> Quoted.", "Quoted."),
    ],
)
def test_markup_is_not_read_and_a_macro_is_a_word(text, read):
    assert texts(text) == [read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Some, e.g. two, i.e. not one.", ["Some, e.g. two, i.e. not one."]),
        ("A rise of 3.5 points vs. none.", ["A rise of 3.5 points vs. none."]),
        ("See No. 5 there.", ["See No. 5 there."]),
        ("The answer is no. We know.", ["The answer is no.", "We know."]),
        ("Written in R. That is all.", ["Written in R.", "That is all."]),
        ("Tables, etc. are made. Charts, etc. Then more.", ["Tables, etc. are made.", "Charts, etc.", "Then more."]),
        ('He asks "why?" and goes.', ['He asks "why?" and goes.']),
        ("(In brackets.) And out.", ["(In brackets.)", "And out."]),
        ("So it is {{ cite('a') }}. {{ role('b') }} next.", ["So it is.", "It next."]),
        ("**[Who?](a.md)** They do.", ["Who?", "They do."]),
        ("# A heading. No sentence.", []),
        ("- no full stop", []),
    ],
)
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


def test_a_mistake_is_placed_in_the_file():
    text = "---\ntitle: A title\n---\n\nOne {{ x() }}\ntwo.\n\n- Three. Four.\n"
    title, paragraph, item = blocks_of_chapter(Chapter("x.md", text))
    assert str(title.mistake(0, "m")) == "docs/x.md:2:8: title: m"
    assert str(paragraph.mistake(paragraph.text.index("two"), "m")) == "docs/x.md:6:1: m"
    assert str(item.mistake(item.sentences[1].offset, "m")) == "docs/x.md:8:10: m"


def blocks(yaml: str, *not_prose: str) -> list[Block]:
    document, _ = read("data/grids/x.yml", yaml.encode(), main="rows")
    return list(blocks_of_document(document, not_prose))


def test_every_text_of_a_file_is_read_with_its_place():
    found = blocks("rows:\n  - id: a\n    cells:\n      one: First text.\n    notes: [Second, 3]\n", "id")
    assert [block.text for block in found] == ["First text.", "Second"]
    assert str(found[0].mistake(6, "m")) == "data/grids/x.yml:4:12: grids.a.cells.one: m"


def test_a_key_is_left_out_in_all_files_or_in_one():
    yaml = "title: A\ntwo: B\nthree: [C]\n"
    assert [block.text for block in blocks(yaml, "title", "grids.two", "sources.three")] == ["C"]


def test_a_list_of_entries_is_read_whatever_its_key():
    assert [block.text for block in blocks("kinds:\n  - label: A\n", "kinds")] == ["A"]
