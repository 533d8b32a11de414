"""Rules about the statements on work, each on the small project with one thing changed."""

from dataclasses import replace

import pytest

from sidebyside.load import load
from sidebyside.rules.assessment import profile_of_another_role

FILE = "data/assessment.yml"


def test_two_dimensions_with_one_id(broken_by):
    assert f"{FILE}:8:9: assessment.dimensions.asking.id: the id 'asking' is there already; choose another" in (
        broken_by(FILE, "id: packing", "id: asking")
    )


def test_a_statement_about_an_unknown_dimension(broken_by):
    assert broken_by(FILE, "id: ask, dimension: asking", "id: ask, dimension: askin") == [
        f"{FILE}:4:9: assessment.dimensions.asking.id: 1 of its statements are keyed to agree and 2 to disagree; "
        "have as many of each",
        f"{FILE}:18:26: assessment.ask.dimension: no dimension 'askin'; did you mean 'asking'?",
    ]


def test_a_statement_about_a_dimension_that_is_like_no_other(broken_by):
    assert broken_by(FILE, "id: ask, dimension: asking", "id: ask, dimension: else")[1:] == [
        f"{FILE}:18:26: assessment.ask.dimension: no dimension 'else'; there are 'asking', 'packing', 'talking'"
    ]


def test_statements_that_cannot_be_read_have_no_other_mistake(broken_by):
    [found] = broken_by(FILE, "answers:", "answers: [")
    assert "not valid YAML" in found


def test_whoever_agrees_with_everything_leans_nowhere(broken_by):
    assert broken_by(FILE, "dimension: talking, keyed: disagree", "dimension: talking, keyed: agree") == [
        f"{FILE}:12:9: assessment.dimensions.talking.id: 2 of its statements are keyed to agree and 0 to disagree; "
        "have as many of each"
    ]


def test_a_statement_that_names_a_role(broken_by):
    assert broken_by(FILE, "I like to ask again.", "I want to be a second role.") == [
        f"{FILE}:24:60: assessment.ask-again.text: it names the role 'second'; say what the work is like"
    ]


def test_each_statement_that_names_roles_is_named_once(broken_by):
    broken_by(FILE, "I like to ask.", "I like what the first and the second do.")
    assert broken_by(FILE, "I like to pack.", "I like what the second does.") == [
        f"{FILE}:18:54: assessment.ask.text: it names the role 'first'; say what the work is like",
        f"{FILE}:19:56: assessment.pack.text: it names the role 'second'; say what the work is like",
    ]


def test_a_judgment_beside_figures(broken_by):
    assert broken_by(FILE, "figures: [wish/python]", "figures: [wish/python]\n    leans: [first]") == [
        f"{FILE}:4:9: assessment.dimensions.asking.id: it has figures, so no judgment counts; remove leans and why"
    ]


def test_a_judgment_without_a_reason(broken_by):
    assert broken_by(FILE, "    why: Everybody says so.\n", "") == [
        f"{FILE}:12:9: assessment.dimensions.talking.id: no figures; name some, or say under leans and why to which "
        "roles it belongs by our judgment"
    ]


def test_a_judgment_about_an_unknown_role(broken_by):
    found = broken_by(FILE, "leans: [second]", "leans: [secnd]")
    assert f"{FILE}:15:13: assessment.dimensions.talking.leans: no role 'secnd'; did you mean 'second'?" in found


def test_an_unknown_figure(broken_by):
    assert broken_by(FILE, "[wish/python]", "[wish/pyton]") == [
        f"{FILE}:7:15: assessment.dimensions.asking.figures: no figure 'wish/pyton'; did you mean 'wish/python'?"
    ]


def test_a_figure_without_a_share_for_every_role(broken_by):
    assert broken_by(FILE, "[wish/python]", "[survey/pay]") == [
        f"{FILE}:7:15: assessment.dimensions.asking.figures: 'survey/pay' does not give every role a share; "
        "choose one that does"
    ]


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ("[wish/pyton, survey/pay]", "'survey/pay' does not give every role a share; choose one that does"),
        ("[survey/pay, wish/python-here]", "'wish/python-here' rests on fewer than 30 for a role; choose another"),
    ],
)
def test_a_figure_after_one_with_another_mistake(broken_by, figures, message):
    found = broken_by(FILE, "[wish/python]", figures)
    assert any(each.endswith(f"assessment.dimensions.asking.figures.2: {message}") for each in found)


def test_a_figure_that_rests_on_just_enough(broken_by):
    broken_by("data/evidence/wish.yml", "{count: 12, of: 20,", "{count: 18, of: 30,")
    found = broken_by(FILE, "[wish/python]", "[wish/python-here]")
    assert not any("rests on fewer" in each for each in found)


def test_where_a_role_cannot_be_read_nothing_is_said_of_the_others(broken_by):
    broken_by("data/evidence/wish.yml", "{count: 20, of: 200,", "{count: 10, of: 200,")
    broken_by("data/evidence/wish.yml", "{count: 30, of: 100,", "{count: 9, of: 100,")
    found = broken_by("data/roles.yml", "roles:\n", "roles:\n  - id: third\n")
    assert any("roles.third" in each for each in found)
    assert not any(each.startswith(FILE) for each in found)


def test_a_figure_that_rests_on_few(broken_by):
    found = broken_by(FILE, "[wish/python]", "[wish/python-here]")
    assert (
        f"{FILE}:7:15: assessment.dimensions.asking.figures: 'wish/python-here' rests on fewer than 30 for a role; "
        "choose another"
    ) in found


def test_a_figure_that_few_named(broken_by):
    found = broken_by("data/evidence/wish.yml", "{count: 30, of: 100,", "{count: 9, of: 100,")
    assert (
        f"{FILE}:11:15: assessment.dimensions.packing.figures: 'wish/containers' was named by less than 10% of every "
        "role; choose one that more named"
    ) not in found  # the first role still has a tenth
    found = broken_by("data/evidence/wish.yml", "{count: 20, of: 200,", "{count: 10, of: 200,")
    assert (
        f"{FILE}:11:15: assessment.dimensions.packing.figures: 'wish/containers' was named by less than 10% of every "
        "role; choose one that more named"
    ) in found


def test_kinds_are_never_mixed(broken_by):
    assert broken_by(FILE, "[wish/python]", "[wish/python, survey/python]")[-1:] == [
        f"{FILE}:7:14: assessment.dimensions.asking.figures: figures of several sources or kinds; keep those of one, "
        "for kinds are never mixed in one number"
    ]


def test_a_dimension_that_tells_nobody_apart(broken_by):
    found = broken_by(FILE, "[wish/python]", "[survey/sql]")
    assert (
        f"{FILE}:4:9: assessment.dimensions.asking.id: it counts the same for every role; "
        "choose a kind of work that tells them apart, or remove it"
    ) in found


def test_no_statement_alone_decides(broken_by):
    found = broken_by(FILE, "undecided: 40", "undecided: 28")
    message = (
        "its answer can change the lead by 24 points, and 24 are enough for a clear result; "
        "add statements or dimensions, or raise undecided"
    )
    assert found == [
        f"{FILE}:{line}:10: assessment.{id_}.id: {message}"
        for line, id_ in ((18, "ask"), (21, "ask-not"), (24, "ask-again"), (26, "ask-never"))
    ]


def test_a_statement_that_counts_the_same_for_every_role_decides_nothing(broken_by):
    broken_by(FILE, "undecided: 40", "undecided: 5")
    found = broken_by(FILE, "leans: [second]", "leans: [first, second]")
    deciding = [each.partition(" assessment.")[2].partition(".id:")[0] for each in found if "its answer can" in each]
    assert deciding == ["ask", "pack", "ask-not", "pack-not", "ask-again", "pack-again", "ask-never", "pack-never"]


def test_whoever_likes_everything_is_near_to_nobody(broken_by):
    found = broken_by(FILE, "[wish/containers]", "[wish/python]")
    assert (
        f"{FILE}:4:3: assessment.dimensions: whoever likes every kind of work alike would be near to 'first'; "
        "balance the dimensions"
    ) in found


def test_the_profile_of_a_role_gives_that_role(sound):
    draft = load(sound)[0]
    roles, evidence = draft.dataset.roles, draft.dataset.evidence
    twin = roles[1].model_copy(update={"id": "twin"})
    like_the_second = tuple(
        each.model_copy(
            update={
                "figures": tuple(
                    figure.model_copy(update={"values": {**figure.values, "twin": figure.values["second"]}})
                    for figure in each.figures
                    if "second" in figure.values
                )
            }
        )
        for each in evidence
    )
    *others, judged = draft.dataset.assessment.dimensions
    both = (*others, judged.model_copy(update={"leans": ("second", "twin")}))
    draft.dataset = replace(
        draft.dataset,
        roles=(*roles, twin),
        evidence=like_the_second,
        assessment=draft.dataset.assessment.model_copy(update={"dimensions": both}),
    )
    draft.ids["roles"].known.add("twin")
    assert [str(mistake) for mistake in profile_of_another_role(draft)] == [
        f"{FILE}:4:3: assessment.dimensions: the profile of '{role}' does not give that role; "
        "add a dimension that sets it apart"
        for role in ("second", "twin")
    ]
