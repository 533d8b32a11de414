"""The file of limits, phrases and terms."""

import pytest
import yaml
from pydantic import ValidationError

from sidebyside.prose.limits import FILE, Phrase, Term, read


def test_the_projects_own_limits_are_read():
    limits = read()
    assert limits.phrases
    assert limits.terms
    assert "id" in limits.not_prose


def test_no_phrase_and_no_term_stands_twice():
    limits = read()
    phrases = [phrase.phrase for phrase in limits.phrases]
    assert phrases == sorted(set(phrases))
    forms = [form for term in limits.terms for form in term.instead_of]
    assert len(forms) == len(set(forms))


def test_a_limit_without_a_reason_is_refused(tmp_path):
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    del data["limits"]["bold_spans"]["reason"]
    (tmp_path / "limits.yml").write_text(yaml.safe_dump(data))
    with pytest.raises(ValidationError, match=r"bold_spans\.reason"):
        read(tmp_path / "limits.yml")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We test robust\nthings", ["robust\nthings"]),
        ("Robust thing", ["Robust thing"]),
        ("Robust things to eat", []),
        ("unrobust things, robust-things", []),
    ],
)
def test_a_phrase_is_whole_words_in_any_case_but_for_what_is_meant_well(text, found):
    phrase = Phrase(phrase="robust thing*", why="w", write="x", but_not=("robust things to",))
    assert [match[0] for match in phrase.find(text)] == found


def test_a_term_has_several_wrong_forms():
    term = Term(write="dataset", instead_of=("data set*", "data-set*"), why="w")
    assert [match[0] for match in term.find("A data  set, two Data-sets and a dataset")] == ["data  set", "Data-sets"]


def test_both_kinds_of_apostrophe_are_found():
    assert list(Phrase(phrase="let's", why="w", write="x").find("Let’s go"))
