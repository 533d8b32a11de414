"""Rules about sources and publications, each on the small project with one thing changed."""

import pytest

SOURCES, PUBLICATIONS = "data/sources.yml", "data/publications.yml"
SURVEY, GOSSIP = "    address: https://example.org/survey\n", "    address: https://example.org/gossip\n"
ARCHIVE = "https://web.archive.org/web/20261120093000"


@pytest.mark.parametrize(
    "archived",
    [
        f"{ARCHIVE}/https://example.org/survey",
        f"{ARCHIVE}/http://example.org/survey/",
        f"{ARCHIVE}id_/https://example.org/survey#part",
        "https://archive.example/uk/20261120093000/https://example.org/survey",
    ],
)
def test_a_copy_of_the_address(broken_by, archived):
    assert broken_by(SOURCES, SURVEY, f"{SURVEY}    archived: {archived}\n") == []


def test_a_copy_of_something_else(broken_by):
    copied = "https://example.org/surveys"
    assert broken_by(SOURCES, SURVEY, f"{SURVEY}    archived: {ARCHIVE}/{copied}\n") == [
        f"{SOURCES}:8:15: sources.survey.archived: a copy of '{copied}'; the address is 'https://example.org/survey'"
    ]


def test_a_copy_of_something_else_than_a_publication(broken_by):
    copied = "https://example.org/"
    assert broken_by(PUBLICATIONS, GOSSIP, f"{GOSSIP}    archived: {ARCHIVE}/{copied}\n") == [
        f"{PUBLICATIONS}:8:15: publications.gossip.archived: a copy of '{copied}'; the address is "
        "'https://example.org/gossip'"
    ]


@pytest.mark.parametrize(
    "archived",
    ["https://example.org/survey", "https://web.archive.org/web/2026/https://example.org/survey", f"{ARCHIVE}/survey"],
)
def test_what_is_no_copy_in_an_archive(broken_by, archived):
    said = broken_by(SOURCES, SURVEY, f"{SURVEY}    archived: {archived}\n")
    assert f"{SOURCES}:8:15: sources.survey.archived: '{archived}' is no archived copy; write its address as" in said[0]
