"""Verdicts by rule: each verdict of each form, from figures with known and unknown intervals."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from sidebyside.load import load
from sidebyside.model import Claim, Dataset, Evidence
from sidebyside.verdicts import CannotAnswerError, has_end, verdict

CLAIM = TypeAdapter(Claim)


def of(unit: str, interval: str, statistic: str, **values: dict) -> dict:
    return {"unit": unit, "interval": interval, "statistic": statistic, "values": values}


def share(first: int, second: int, of_: int = 400) -> dict:
    return of("share", "wilson", "share", first={"count": first, "of": of_}, second={"count": second, "of": of_})


def pay(first: tuple, second: tuple) -> dict:
    """For each role p25, median, p75 and half the width of the median's interval, or None."""
    values = {}
    for role, (low, median, high, half) in (("first", first), ("second", second)):
        known = {"interval": (median - half, median + half)} if half is not None else {}
        values[role] = {"p25": low, "median": median, "p75": high, "n": 100, **known}
    return of("usd-a-year", "none" if first[3] is None else "exact-median", "quantiles", **values)


def with_third(figure: dict, count: int) -> dict:
    base = figure["values"]["first"]["of"]
    return figure | {"values": figure["values"] | {"third": {"count": count, "of": base}}}


FIGURES = {
    "more-second": share(100, 200),
    "more-first": share(200, 100),
    "alike": share(200, 204),
    "near": share(2000, 2010, 10_000),
    "pay-second": pay((90, 100, 110, 2), (120, 130, 140, 2)),
    "pay-alike": pay((900, 1000, 1100, 5), (905, 1005, 1105, 5)),
    "pay-unknown": pay((90, 100, 110, None), (120, 130, 140, None)),
    "level": of("level", "none", "expectation", first={"level": "working"}, second={"level": "expert"}),
    "level-of-one": of("level", "none", "expectation", first={"level": "working"}, second={}),
    "listed": of("listed", "none", "listing", first={"listed": False}, second={"listed": True}),
    "three-apart": with_third(share(100, 200), 300),
    "three-last": with_third(share(200, 300), 100),
    "three-alike": with_third(share(2000, 2010, 10_000), 2005),
    "growth": of("share", "none", "estimate", first={"value": 0.335}),
    "from-zero": {**share(200, 220), "interval": "bootstrap", "difference": (0.0, 0.1)},
    "to-zero": {**share(220, 200), "interval": "bootstrap", "difference": (-0.1, 0.0)},
    "within": {**share(200, 200), "interval": "bootstrap", "difference": (-0.05, 0.05)},
    "from-margin": {**share(200, 240), "interval": "bootstrap", "difference": (0.05, 0.2)},
    "to-margin": {**share(240, 200), "interval": "bootstrap", "difference": (-0.2, -0.05)},
    "pay-near": {**pay((900, 1000, 1100, 5), (950, 1100, 1200, 5)), "interval": "bootstrap", "difference": (-54, 54)},
}


@pytest.fixture
def dataset(sound) -> Dataset:
    return load(sound)[0].dataset


@pytest.fixture
def judge(dataset):
    return judging(dataset)


@pytest.fixture
def judge_of_three(dataset):
    """As `judge`, with a third role."""
    third = dataset.roles[0].model_copy(update={"id": "third"})
    return judging(replace(dataset, roles=(*dataset.roles, third)))


def judging(dataset: Dataset):
    """Gives the verdict on a claim of the form, from the figures with these names."""
    figures = [
        {"id": f"made/{name}", "topic": "t", "title": "T", "base": "b", **data} for name, data in FIGURES.items()
    ]
    evidence = Evidence.model_validate(
        {
            "source": "made",
            "origin": "computed",
            "kind": "usage",
            "measure": "m",
            "unit": "share",
            "period": "p",
            "interval": "wilson",
            "roles": {},
            "figures": figures,
        }
    )
    made = replace(dataset, evidence=(*dataset.evidence, evidence))

    def judged(form: str, *names: str, **more):
        usual = {"id": "c", "group": "said", "claim": "C.", "said_by": ("gossip",), "answer": "A. B.", "form": form}
        figures = {"figures": tuple(f"made/{name}" for name in names)} if names else {}
        return verdict(made, CLAIM.validate_python({**usual, **figures, **more}))

    return judged


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (["more-second"], "supported"),
        (["more-second", "pay-second"], "supported"),
        (["more-first"], "contradicted"),
        (["more-first", "more-first"], "contradicted"),
        (["alike"], "no-clear-difference"),
        (["alike", "near"], "no-clear-difference"),
        (["more-second", "alike"], "partly-supported"),
        (["more-second", "more-first"], "partly-supported"),
        (["pay-unknown"], "partly-supported"),
        (["more-second", "pay-unknown"], "partly-supported"),
        (["level"], "partly-supported"),
        (["level-of-one"], "contradicted"),
        (["listed"], "partly-supported"),
        (["from-zero"], "no-clear-difference"),
        (["to-zero"], "no-clear-difference"),
    ],
)
def test_more_in_one_role(judge, figures, expected):
    assert judge("more", *figures, role="second") == expected


def test_more_in_the_other_role_is_the_opposite(judge):
    assert judge("more", "more-second", role="first") == "contradicted"
    assert judge("more", "more-first", role="first") == "supported"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (["near"], "supported"),
        (["pay-alike"], "supported"),
        (["near", "pay-alike"], "supported"),
        (["more-second"], "contradicted"),
        (["pay-second"], "contradicted"),
        (["alike"], "no-clear-difference"),
        (["near", "more-second"], "no-clear-difference"),
        (["pay-unknown"], "contradicted"),
        (["within"], "supported"),
        (["from-margin"], "no-clear-difference"),
        (["to-margin"], "no-clear-difference"),
        (["to-zero"], "no-clear-difference"),
        (["pay-near"], "no-clear-difference"),
    ],
)
def test_no_difference(judge, figures, expected):
    assert judge("no-difference", *figures) == expected


@pytest.mark.parametrize(
    ("roles", "figures", "ends", "expected"),
    [
        (["second"], ["more-second"], {"above": 0.4}, "supported"),
        (["second"], ["more-second"], {"above": 0.6}, "contradicted"),
        (["second"], ["more-second"], {"above": 0.5}, "partly-supported"),
        (["first"], ["more-second"], {"below": 0.4}, "supported"),
        (["first"], ["more-second"], {"below": 0.1}, "contradicted"),
        (["first"], ["more-second"], {"below": 0.26}, "partly-supported"),
        (["first", "second"], ["more-second"], {"above": 0.1}, "supported"),
        (["first", "second"], ["more-second"], {"above": 0.4}, "partly-supported"),
        (["first"], ["growth"], {"above": 0.3}, "partly-supported"),
        (["first"], ["growth"], {"above": 0.35}, "contradicted"),
        (["first"], ["growth"], {"above": 0.335}, "contradicted"),
        (["first"], ["growth"], {"below": 0.335}, "contradicted"),
        ([], ["pay-second"], {"above": 0.2}, "supported"),
        ([], ["pay-second"], {"above": 0.5}, "contradicted"),
        ([], ["pay-second"], {"above": 0.3}, "partly-supported"),
    ],
)
def test_beyond_a_threshold(judge, roles, figures, ends, expected):
    assert judge("threshold", *figures, roles=roles, **ends) == expected


@pytest.mark.parametrize(
    ("figures", "ends", "expected"),
    [
        (["pay-second"], {"low": 80, "high": 120}, "supported"),
        (["pay-second"], {"low": 90, "high": 110}, "supported"),
        (["pay-second"], {"low": 80}, "supported"),
        (["pay-second"], {"high": 120}, "supported"),
        (["pay-second"], {"low": 95, "high": 105}, "partly-supported"),
        (["pay-second"], {"low": 95}, "partly-supported"),
        (["pay-second"], {"low": 101, "high": 120}, "contradicted"),
        (["pay-unknown"], {"low": 80}, "partly-supported"),
        (["pay-second", "pay-alike"], {"low": 80, "high": 120}, "partly-supported"),
    ],
)
def test_a_range(judge, figures, ends, expected):
    assert judge("range", *figures, roles=["first"], **ends) == expected


def test_what_no_data_can_test(judge):
    assert judge("untestable", needs="Data.") == "untestable"


@pytest.mark.parametrize(
    ("form", "figure", "more"),
    [
        ("more", "growth", {"role": "second"}),
        ("no-difference", "level", {}),
        ("threshold", "growth", {"roles": ["second"], "above": 0.1}),
        ("threshold", "listed", {"roles": ["second"], "above": 0.1}),
        ("range", "growth", {"roles": ["first"], "low": 0.1}),
        ("range", "more-second", {"roles": ["first"], "low": 0.1}),
    ],
)
def test_a_figure_that_cannot_answer(judge, form, figure, more):
    with pytest.raises(CannotAnswerError, match=f"made/{figure}"):
        judge(form, figure, **more)


def test_a_figure_without_the_second_role_tells_no_difference(judge):
    with pytest.raises(CannotAnswerError, match="'made/growth' leaves out one of the roles"):
        judge("no-difference", "growth")


def test_a_threshold_without_an_end_cannot_be_answered(judge):
    with pytest.raises(CannotAnswerError, match=r"^a threshold is either above or below something$"):
        judge("threshold", "more-second", roles=["second"])


@pytest.mark.parametrize(
    ("form", "ends", "has"),
    [
        ("threshold", {"above": 1}, True),
        ("threshold", {"below": 1}, True),
        ("threshold", {"above": 1, "below": 2}, False),
        ("threshold", {}, False),
        ("range", {"low": 1}, True),
        ("range", {"high": 1}, True),
        ("range", {"low": 1, "high": 2}, True),
        ("range", {}, False),
        ("more", {"role": "first"}, True),
    ],
)
def test_what_has_an_end(form, ends, has):
    usual = {"id": "c", "group": "said", "claim": "C.", "said_by": ("gossip",), "answer": "A. B."}
    roles = {} if form == "more" else {"roles": ("first",)}
    assert has_end(CLAIM.validate_python({**usual, "form": form, "figures": ("made/pay",), **roles, **ends})) is has


@pytest.mark.parametrize(
    ("form", "figure", "more", "expected"),
    [
        ("more", "three-apart", {"role": "third"}, "supported"),
        ("more", "three-apart", {"role": "second"}, "partly-supported"),
        ("more", "three-apart", {"role": "first"}, "contradicted"),
        ("more", "three-last", {"role": "second"}, "supported"),
        ("more", "more-second", {"role": "second"}, "supported"),
        ("no-difference", "three-alike", {}, "supported"),
        ("no-difference", "three-apart", {}, "contradicted"),
        ("threshold", "three-apart", {"above": 0.5}, "supported"),
        ("threshold", "three-last", {"above": 0.2}, "partly-supported"),
    ],
)
def test_of_three_roles(judge_of_three, form, figure, more, expected):
    assert judge_of_three(form, figure, **more) == expected


def test_a_figure_without_the_role_that_is_said_to_have_more_cannot_answer(judge_of_three):
    with pytest.raises(CannotAnswerError, match="leaves out one of the roles"):
        judge_of_three("more", "more-second", role="third")
