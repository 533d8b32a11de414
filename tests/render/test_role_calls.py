"""The cards of the roles."""

from fragments import words


def test_a_card_names_only_differences_that_stay_beyond_five_points(calls):
    cards = calls.role_cards(id="x", table="tools", rows=[("Share", "survey/python", "of those")])
    first, second = cards.split('<div class="sb-card ')[1:]
    assert "Stands out by" not in first
    assert "Stands out by Python answers" in words(second)
    assert "Share 80.0 % of those" in words(second)


def test_a_card_says_so_where_a_figure_leaves_its_role_out(calls):
    first, second = calls.role_cards(id="x", table="tools", rows=[("Wage", "survey/wage", "a year")]).split(
        '<div class="sb-card '
    )[1:]
    assert "no figure" not in first
    assert "Wage no figure a year" in words(second)
