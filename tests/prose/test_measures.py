"""The numbers of the report, on texts that can be counted by hand."""

import pytest

from sidebyside.chapters import Chapter
from sidebyside.prose.measures import measure, syllables
from sidebyside.prose.text import blocks_of_chapter


def measured(text: str):
    return measure(blocks_of_chapter(Chapter("x.md", text)))


def test_two_sentences_counted_by_hand():
    found = measured("# A head {#id}\n\nThe cat sat on the mat. It was happy there.\n")
    assert (found.words, found.in_sentences, found.longest_sentence) == (12, 10, 6)
    assert found.mean_sentence == 5
    assert found.ease == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 11 / 10)


def test_a_macro_counts_as_one_word_and_a_label_as_no_sentence():
    assert measured("**Example.** We ask {{ figure('a', 'b') }} people.").mean_sentence == 4


def test_a_chapter_without_a_sentence():
    found = measured("# Head {#id}\n\n- item\n")
    assert (found.words, found.in_sentences, found.mean_sentence, found.ease) == (2, 0, 0, 100)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1),
        ("engineer", 3),
        ("statistics,", 3),
        ("don’t", 1),
        ("side-by-side", 3),
        ("2025", 1),
        ("C++", 1),
        ("Kubernetes", 3),  # in no dictionary of sounds: by hyphenation, which finds one too few
    ],
)
def test_syllables(word, count):
    assert syllables(word) == count
