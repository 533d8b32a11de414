"""What answers to the statements say: on the real statements, on made-up ones for three roles, and as the page's script
says it."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from sidebyside import assessment
from sidebyside.assessment import END, Instrument, assess, attainable, instrument, profile, threshold
from sidebyside.load import load
from sidebyside.model import Dimension

SCRIPT = "overrides/assets/javascripts/assessment-scoring.js"
THREE = Instrument(
    statements=tuple((place, sign) for sign in (1, -1, 1, -1) for place in range(5)),
    weights=((3, 0, 1), (0, 2, 0), (0, 0, 3), (2, 0, 0), (1, 3, 0)),
    undecided=25,
)


@pytest.fixture(scope="module")
def dataset(root):
    return load(root)[0].dataset


@pytest.fixture(scope="module")
def real(dataset) -> Instrument:
    return instrument(dataset, dataset.assessment)


@pytest.fixture(params=["real", "three"])
def made(request) -> Instrument:
    """The real statements, and made-up ones for three roles."""
    return request.getfixturevalue("real") if request.param == "real" else THREE


def some(made: Instrument, count: int, seed: int = 1) -> list[list[int | None]]:
    """Answers of people who do not exist, some with gaps."""
    chance = random.Random(seed)
    worth = [None, *range(-END, END + 1)]
    return [
        chance.choices(
            worth, [chance.choice((0, 1, 8)), *(chance.randint(0, 3) or 1 for _ in worth[1:])], k=len(made.statements)
        )
        for _ in range(count)
    ]


def test_neutral_answers_are_undecided(made):
    found = assess(made, [0] * len(made.statements))
    assert (found.verdict, found.lead, found.decided, found.turning) == ("undecided", 0, (), ())


def test_the_profile_of_each_role_gives_that_role(made):
    for role in range(len(made.weights[0])):
        found = assess(made, profile(made, role))
        assert (found.verdict, found.pair[0]) == ("near", role)


def test_the_profile_of_a_role_is_as_near_to_it_as_one_can_be_where_there_are_two(real):
    for role in (0, 1):
        assert assess(real, profile(real, role)).lead == attainable(real, 0, 1)


def test_no_answer_alone_decides(made):
    neutral = [0] * len(made.statements)
    for place in range(len(neutral)):
        for answer in (-END, END):
            assert assess(made, [*neutral[:place], answer, *neutral[place + 1 :]]).verdict == "undecided"


def test_no_answer_alone_turns_a_clear_result_to_another_role(real):
    for answers in some(real, 100):
        found = assess(real, answers)
        for place in range(len(answers)):
            for answer in range(-END, END + 1):
                turned = assess(real, [*answers[:place], answer, *answers[place + 1 :]])
                assert abs(turned.totals[0] - turned.totals[1] - found.totals[0] + found.totals[1]) < threshold(
                    real, 0, 1
                )
                assert {found.verdict, turned.verdict} != {"near"} or found.pair == turned.pair


@pytest.mark.parametrize("answer", range(-END, END + 1))
def test_one_answer_to_everything_is_undecided(made, answer):
    found = assess(made, [answer] * len(made.statements))
    assert (found.verdict, found.sums) == ("undecided", (0,) * len(made.weights))


@pytest.mark.parametrize("side", [1, -1])
def test_whoever_likes_every_kind_of_work_or_none_is_undecided(real, side):
    assert assess(real, [side * END * sign for _, sign in real.statements]).verdict == "undecided"


def test_answers_turned_around_give_the_other_of_two_roles(real):
    for answers in some(real, 200):
        found = assess(real, answers)
        mirrored = assess(real, [None if answer is None else -answer for answer in answers])
        assert mirrored.totals == tuple(-total for total in found.totals)
        assert (mirrored.verdict, mirrored.lead) == (found.verdict, found.lead)
        assert mirrored.pair == found.pair[::-1] or found.lead == 0
        if found.lead:
            assert (mirrored.decided, mirrored.turning) == (found.decided, found.turning)


def test_roles_in_another_order_give_the_same(made):
    roles = list(range(len(made.weights[0])))
    order = roles[1:] + roles[:1]
    turned = replace(made, weights=tuple(tuple(row[role] for role in order) for row in made.weights))
    for answers in some(made, 200):
        found, other = assess(made, answers), assess(turned, answers)
        assert other.totals == tuple(found.totals[role] for role in order)
        assert other.verdict == found.verdict
        assert found.verdict != "near" or order[other.pair[0]] == found.pair[0]


def test_statements_in_another_order_give_the_same(made):
    order = list(range(len(made.statements)))
    random.Random(2).shuffle(order)
    moved = replace(made, statements=tuple(made.statements[place] for place in order))
    for answers in some(made, 100):
        found, other = assess(made, answers), assess(moved, [answers[place] for place in order])
        assert (other.verdict, other.totals, other.pair, other.lead) == (
            found.verdict, found.totals, found.pair, found.lead,
        )  # fmt: skip
        assert [found.adds[place] for place in order] == list(other.adds)


def test_a_missing_answer_counts_as_a_neutral_one(made):
    for answers in some(made, 100):
        filled = assess(made, [answer or 0 for answer in answers])
        found = assess(made, answers)
        assert (found.sums, found.totals, found.adds) == (filled.sums, filled.totals, filled.adds)
        assert found.verdict in (filled.verdict, "early")


def test_with_less_than_half_answered_it_is_too_early(made):
    liked = profile(made, 0)
    half = len(liked) // 2
    assert assess(made, [*liked[:half], *[None] * half]).verdict != "early"
    found = assess(made, [*liked[: half - 1], *[None] * (half + 1)])
    assert (found.verdict, found.answered, found.turning) == ("early", half - 1, ())


def test_a_clear_result_has_at_least_the_threshold_and_the_answers_explain_the_lead(made):
    verdicts = set()
    for answers in [*some(made, 200), profile(made, 0)]:
        found = assess(made, answers)
        verdicts.add(found.verdict)
        assert sum(found.adds) == found.lead <= found.attainable
        assert found.verdict == "early" or (found.verdict == "near") == (found.lead >= found.threshold)
        largest = [found.adds[place] for place in found.decided]
        assert all(one >= other > 0 for one, other in pairwise(largest))
        assert largest == sorted((each for each in found.adds if each > 0), reverse=True)[: len(largest)]
        assert all(found.adds[place] < 0 for place in found.against)
    assert verdicts == {"early", "undecided", "near"}


def test_what_would_change_the_verdict_does_and_one_answer_less_does_not(made):
    changed = 0
    for answers in some(made, 300, seed=3):
        found = assess(made, answers)
        if not found.turning:
            continue
        changed += 1
        places = dict.fromkeys(found.turning, 0)
        turned = assess(made, [places.get(place, answer) for place, answer in enumerate(answers)])
        assert (turned.verdict, turned.pair[0]) != (found.verdict, found.pair[0])
        del places[found.turning[-1]]
        before = assess(made, [places.get(place, answer) for place, answer in enumerate(answers)])
        assert (before.verdict, before.pair[0]) == (found.verdict, found.pair[0])
    assert changed > 50


def test_the_weights_follow_from_the_figures(dataset):
    for dimension in dataset.assessment.dimensions:
        means = assessment.means(dataset, dimension)
        counted = assessment.weights(dataset, dimension)
        assert min(counted.values()) == 0 < max(counted.values())
        if means:
            apart = float(max(means.values()) - min(means.values()))
            assert abs(max(counted.values()) - apart / 0.05) <= 0.5
            assert max(means, key=means.get) == max(counted, key=counted.get)
        else:
            assert {role for role, weight in counted.items() if weight} == set(dimension.leans)
            assert max(counted.values()) == 1


def test_one_weight_by_hand(sound):
    dataset = load(sound)[0].dataset
    asking = Dimension(id="a", name="A", meaning="A.", figures=("wish/python",))  # 150 of 200, 45 of 100
    assert assessment.weights(dataset, asking) == {"first": 6, "second": 0}


def test_the_version_changes_with_what_an_answer_means(dataset):
    said = dataset.assessment
    turned = said.statements[0].model_copy(update={"keyed": "disagree"})
    reworded = said.statements[0].model_copy(update={"text": "Other words."})
    versions = {
        assessment.version(said.model_copy(update={"statements": statements}))
        for statements in (
            said.statements,
            said.statements[::-1],
            said.statements[1:],
            (turned, *said.statements[1:]),
        )
    }
    assert len(versions) == 4
    same = said.model_copy(update={"statements": (reworded, *said.statements[1:])})
    assert assessment.version(same) == assessment.version(said)


def test_the_script_says_the_same(made, root, tmp_path):
    asked = [*some(made, 300, seed=4), *(list(profile(made, role)) for role in range(len(made.weights[0])))]
    given = tmp_path / "asked.json"
    given.write_text(json.dumps({"made": made.plain(), "asked": asked}))
    node = Path(sys.executable).parent / "node"
    program = (
        f"await import({json.dumps((root / SCRIPT).as_uri())});"
        "const { made, asked } = JSON.parse((await import('node:fs')).readFileSync(process.argv[1], 'utf8'));"
        "console.log(JSON.stringify(asked.map((each) => globalThis.sideBySide.assessment.assess(made, each))));"
    )
    command = [node, "--input-type=module", "--eval", program, str(given)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    expected = [
        {key: list(value) if isinstance(value, tuple) else value for key, value in vars(assess(made, answers)).items()}
        for answers in asked
    ]
    assert json.loads(printed) == expected
