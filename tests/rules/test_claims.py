"""Rules about claims, each on the small project with one thing changed."""

import pytest

FILE = "data/claims.yml"


def test_unknown_publication(broken_by):
    assert broken_by(FILE, "said_by: [gossip]", "said_by: [gossip, gosip]") == [
        f"{FILE}:5:23: claims.claim-python.said_by.2: no publication 'gosip'; did you mean 'gossip'?"
    ]


def test_a_publication_that_nobody_quotes(sound, broken_by):
    extra = (
        "  - {id: leaflet, title: T, short: S, by: B, date: '2020', address: 'https://example.org', read: 2026-11-21}\n"
    )
    assert broken_by("data/publications.yml", "publications:\n", "publications:\n" + extra) == [
        "data/publications.yml:2:10: publications.leaflet.id: "
        "nobody cites 'leaflet'; remove it, or name it under said_by or in cite()"
    ]


def test_a_publication_with_the_id_of_a_source(broken_by):
    found = broken_by("data/publications.yml", "id: gossip", "id: survey")
    assert (
        "data/publications.yml:2:9: publications.survey.id: 'survey' is the id of a source, too; choose another"
        in found
    )


def test_unknown_role_of_a_claim(broken_by):
    assert broken_by(FILE, "role: second", "role: secnd") == [
        f"{FILE}:8:11: claims.claim-python.role: no role 'secnd'; did you mean 'second'?"
    ]


@pytest.mark.parametrize("ends", ["", "    above: 0.55\n    below: 0.6\n"])
def test_threshold_without_an_end(broken_by, ends):
    assert broken_by(FILE, "    above: 0.55\n", ends) == [
        f"{FILE}:10:5: claims.claim-most: a threshold is either above or below; give one of them"
    ]


def test_a_range_that_is_open_at_both_ends(broken_by):
    old = "    form: threshold\n    roles: [first, second]\n    above: 0.55\n    figures: [survey/python]"
    new = "    form: range\n    roles: [first, second]\n    figures: [survey/pay]"
    assert broken_by(FILE, old, new) == [
        f"{FILE}:10:5: claims.claim-most: a range needs an end; give low, high or both"
    ]


def test_a_figure_that_cannot_answer(broken_by):
    assert broken_by(FILE, "[survey/python, poll/python]", "[survey/python, survey/wage]") == [
        f"{FILE}:9:30: claims.claim-python.figures.2: 'survey/wage' leaves out one of the roles, so it cannot answer "
        "a claim of the form 'more'; choose another"
    ]


def test_a_claim_that_nothing_supports_though_not_all_contradict_it(broken_by):
    old = "    role: second\n    figures: [survey/python, poll/python]"
    assert broken_by(FILE, old, old.replace("role: second", "role: first")) == [
        f"{FILE}:9:14: claims.claim-python.figures: "
        "no figure lies on the side of the claim, yet not all say the same; make two claims of it"
    ]


def test_a_claim_whose_figure_is_not_there(broken_by):
    assert broken_by(FILE, "[survey/python, poll/python]", "[survey/python, poll/pythn]") == [
        f"{FILE}:9:30: claims.claim-python.figures.2: no figure 'poll/pythn'; did you mean 'poll/python'?"
    ]


def test_a_claim_of_a_group_that_no_chapter_shows(broken_by):
    found = broken_by("docs/claims.md", '{{ claims("said") }}', "")
    expected = "no chapter shows the claims of 'said'; call claims(\"said\")"
    assert [each for each in found if expected in each] == [
        f"{FILE}:{line}:12: claims.{id_}.group: {expected}"
        for line, id_ in ((3, "claim-python"), (11, "claim-most"), (20, "claim-time"))
    ]


def test_a_claim_whose_id_is_not_recorded(broken_by):
    found = broken_by(FILE, "id: claim-time", "id: claim-hours")
    assert "docs/claims.md:9:4: the id 'claim-hours' is not recorded; run make sections" in found
    assert any("the published id 'claim-time' leads nowhere" in each for each in found)


def test_unknown_roles_of_a_claim_about_both(broken_by):
    assert broken_by(FILE, "roles: [first, second]", "roles: [first, secnd]") == [
        f"{FILE}:16:20: claims.claim-most.roles.2: no role 'secnd'; did you mean 'second'?"
    ]


MOST = "    form: threshold\n    roles: [first, second]\n    above: 0.55\n    figures: [survey/python]"
APART = "    form: more\n    role: first\n    figures: [survey/python, poll/python]"
SAID = "no figure lies on the side of the claim, yet not all say the same"


@pytest.mark.parametrize(
    ("old", "new"), [("role: second", "role: secnd"), ("[survey/python, poll/", "[survey/wage, poll/")]
)
def test_a_claim_that_cannot_be_judged_keeps_no_other_from_it(broken_by, old, new):
    broken_by(FILE, old, new)
    found = broken_by(FILE, MOST, APART)
    assert any("claims.claim-most.figures" in each and SAID in each for each in found)


def test_a_claim_that_cannot_be_read_keeps_no_other_from_an_answer(broken_by):
    broken_by(FILE, "role: second", "role: secnd")
    found = broken_by(FILE, MOST, APART.replace("poll/python", "survey/wage"))
    assert any("claims.claim-most.figures.2: 'survey/wage' leaves out one of the roles" in each for each in found)


@pytest.mark.parametrize("figures", ["[survey/python]", "[survey/asked, survey/python]"])
def test_a_claim_that_all_contradict_or_one_supports_in_part(broken_by, figures):
    old = "    role: second\n    figures: [survey/python, poll/python]"
    assert broken_by(FILE, old, f"    role: first\n    figures: {figures}") == []


def test_a_number_that_cannot_be_true_keeps_no_other_figure_from_an_answer(broken_by):
    broken_by("data/evidence/survey.yml", "{count: 60, of: 100}", "{count: 101, of: 100}")
    found = broken_by(FILE, "[survey/python, poll/python]", "[survey/python, survey/wage]")
    assert any("claims.claim-python.figures.2: 'survey/wage' leaves out one of the roles" in each for each in found)
