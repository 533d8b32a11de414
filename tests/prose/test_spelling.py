"""American spelling, and the file of the project's own words."""

import pytest

from sidebyside.chapters import Chapter
from sidebyside.prose import spelling
from sidebyside.prose.spelling import NAME, Spelling
from sidebyside.prose.text import blocks_of_chapter


def wrong(text: str, *own: str) -> list[str]:
    return [str(m) for block in blocks_of_chapter(Chapter("x.md", text)) for m in Spelling(own).mistakes(block)]


@pytest.mark.parametrize(
    "british", ["colour", "organise", "licence", "judgement", "modelling", "labelled", "analyse", "centre", "behaviour"]
)
def test_british_spelling_is_found(british):
    (found,) = wrong(f"It is {british} there.")
    assert found.startswith(f"docs/x.md:1:7: '{british}' is neither in the American dictionary nor in {NAME}")


def test_what_is_near_is_proposed_but_not_for_a_name():
    assert wrong("colour")[0].endswith("; did you mean 'color'?")
    assert wrong("Kaggle")[0].endswith(NAME)


@pytest.mark.parametrize("typo", ["teh", "recieve", "Seperate", "enginer's"])
def test_typos_are_found(typo):
    assert len(wrong(f"It is {typo} there.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The engineer's color isn’t labeled.",
        "SQL and two APIs of O*NET, C++ and R",
        "`colour` and {{ colour() }} in [a link](colour.md)",
        "k8s, snake_caseword, data.csvv and aijobs.nett",
        "Retrained, well-known and preexisting",
    ],
)
def test_what_is_spelled_well_or_not_checked(text):
    assert wrong(text) == []


def test_own_words():
    assert wrong("Kaggle's tokenizer. Tokenizer.", "Kaggle", "tokenizer") == []
    assert len(wrong("kaggle", "Kaggle")) == 1


def of_words(text: str, *own: str) -> list[str]:
    return [str(m) for m in Spelling(own).mistakes_of_words(blocks_of_chapter(Chapter("x.md", text)))]


def test_an_own_word_that_no_text_uses_is_a_mistake():
    assert of_words("Kaggle", "Kaggle", "tokenizer") == [f"{NAME}:2:1: no text uses 'tokenizer'; remove it"]


def test_an_own_word_that_the_dictionary_has_is_a_mistake():
    assert of_words("A table", "table") == [f"{NAME}:1:1: the dictionary has 'table'; remove it"]


def test_own_words_are_sorted_and_stand_once():
    assert of_words("Kaggle Colab", "Kaggle", "Colab") == [
        f"{NAME}:2:1: 'Colab' stands below 'Kaggle'; sort the words, each once"
    ]
    assert len(of_words("Kaggle", "Kaggle", "Kaggle")) == 1


def test_the_projects_own_words_are_read():
    assert "Kaggle" in spelling.read().own
