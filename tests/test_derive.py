"""What follows from a figure's stored numbers."""

import pytest

from sidebyside import derive
from sidebyside.load import load
from sidebyside.model import Share


@pytest.fixture
def dataset(sound):
    return load(sound)[0].dataset


@pytest.fixture
def figures(dataset):
    return dataset.figures


@pytest.fixture
def skills(dataset):
    return {row.id: row for row in dataset.tables["skills"].rows}


def test_the_interval_of_a_share_is_derived(figures):
    figure = figures["survey/python"]
    # Wilson's formula by hand: (60.5 + 1.92) / 103.84 in the middle, z sqrt(...) to each side.
    assert derive.interval(figure, figure.values["first"]) == pytest.approx((0.5020, 0.6906), abs=1e-4)


def test_the_interval_of_an_estimate_is_derived_from_its_standard_error(figures):
    figure = figures["survey/employment"]
    assert derive.interval(figure, figure.values["first"]) == pytest.approx((256_782, 268_098), abs=1)


def test_the_interval_of_a_median_is_the_stored_one(figures):
    figure = figures["survey/pay"]
    assert derive.interval(figure, figure.values["first"]) == (95_000, 105_000)


def test_no_interval_where_none_is_known(figures):
    figure = figures["survey/wage"]
    assert derive.interval(figure, figure.values["first"]) is None


def test_the_difference_is_the_second_less_the_first(figures):
    found = derive.difference(figures["survey/python"], "first", "second")
    assert found.value == pytest.approx(0.2)
    assert found.is_clear
    other = derive.difference(figures["survey/python"], "second", "first")
    assert other.value == pytest.approx(-0.2)


def test_the_difference_of_two_medians_has_an_interval_of_both(figures):
    found = derive.difference(figures["survey/pay"], "first", "second")
    assert found.value == 30_000
    # From the four ends: sqrt(10,030^2 + 4,970^2) down, sqrt(9,970^2 + 5,030^2) up.
    assert found.interval == pytest.approx((30_000 - 11_194, 30_000 + 11_167), abs=1)


def test_no_difference_where_a_figure_leaves_out_one(figures):
    assert derive.difference(figures["survey/wage"], "first", "second") is None


def test_a_difference_without_an_interval_where_none_is_known(figures):
    found = derive.difference(figures["survey/wage"], "first", "developers")
    assert (found.value, found.interval, found.is_clear) == (-10_030, None, False)


def test_the_interval_of_a_share_of_what_hangs_together_is_the_stored_one(figures):
    figure = figures["wish/python"]
    assert derive.interval(figure, figure.values["first"]) == (0.7, 0.8)


def test_an_estimate_has_the_interval_that_its_method_gives(figures):
    figure = figures["survey/employment"]
    known = figure.values["first"].model_copy(update={"interval": (1.0, 2.0)})
    assert derive.interval(figure.model_copy(update={"interval": "bootstrap"}), known) == (1, 2)
    unknown = known.model_copy(update={"relative_standard_error": None})
    assert derive.interval(figure, unknown) is None


def test_the_stored_interval_of_a_difference_comes_before_what_could_be_derived(figures):
    found = derive.difference(figures["wish/python"], "first", "second")
    assert found.value == pytest.approx(-0.3)
    assert found.interval == (-0.4, -0.2)


def test_a_difference_has_no_interval_where_one_of_the_two_values_has_none(figures):
    pay = figures["survey/pay"]
    first = pay.values["first"].model_copy(update={"interval": None})
    found = derive.difference(pay.model_copy(update={"values": {**pay.values, "first": first}}), "first", "second")
    assert (found.value, found.interval) == (30_000, None)
    assert derive.difference(pay.model_copy(update={"values": {**pay.values, "second": first}}), "first", "second") == (
        0,
        None,
    )


def test_the_margin_of_a_summary_is_in_points_or_in_percent_of_the_first_amount(figures):
    assert derive.margin(figures["survey/python"], "first") == 0.05
    assert derive.margin(figures["survey/pay"], "first") == pytest.approx(5_001.5)
    assert derive.margin(figures["survey/pay"], "second") == pytest.approx(6_501.5)


def test_the_number_of_a_subject(figures):
    assert derive.number(figures["survey/pay"], "second").value == 130_030
    with pytest.raises(KeyError, match="'survey/asked' has no number for 'first'"):
        derive.number(figures["survey/asked"], "first")
    with pytest.raises(KeyError, match="second"):
        derive.number(figures["survey/wage"], "second")


def test_the_level_of_a_skill_is_that_of_its_figure(dataset, skills):
    assert [derive.level(dataset, skills["statistics"], role) for role in ("first", "second")] == ["expert", "working"]


def test_the_level_of_a_skill_is_our_judgment_where_there_is_one(dataset, skills):
    assert [derive.level(dataset, skills["systems"], role) for role in ("first", "second")] == ["working", "working"]
    assert derive.level(dataset, skills["algebra"], "first") == "expert"


def test_a_skill_that_nobody_says_anything_of_has_no_level(dataset, skills):
    assert derive.level(dataset, skills["algebra"], "third") is None
    assert derive.level(dataset, skills["statistics"], "third") is None


def test_the_farthest_apart_are_given_in_the_order_of_the_roles(figures):
    figure = figures["survey/python"]
    of_three = figure.model_copy(update={"values": {**figure.values, "third": Share(count=1, of=100)}})
    assert derive.farthest(of_three, ["first", "second", "third"]) == ("second", "third")
    assert derive.farthest(of_three, ["third", "first"]) == ("third", "first")
    assert derive.farthest(of_three, ["first", "fourth"]) is None


def test_a_stored_interval_is_that_of_the_first_two_roles(figures):
    figure = figures["survey/python"]
    values = {**figure.values, "third": Share(count=1, of=100)}
    stored = figure.model_copy(update={"values": values, "difference": (0.1, 0.3)})
    assert derive.difference(stored, "first", "second").interval == (0.1, 0.3)
    independent = derive.difference(stored, "first", "third").interval
    assert independent == derive.difference(figure.model_copy(update={"values": values}), "first", "third").interval
