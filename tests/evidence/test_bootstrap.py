"""Intervals by drawing again: the same each time, near what is known, and wider where things cluster."""

import numpy as np
import pytest

from sidebyside.evidence.bootstrap import RESAMPLES, SEED, clustered_medians, clustered_shares, percentiles
from sidebyside.intervals import wilson


def drawn(sizes, counts) -> np.ndarray:
    return clustered_shares(np.array(sizes), np.array(counts).reshape(-1, 1), np.random.default_rng(SEED))[:, 0]


def test_the_seed_is_the_one_that_the_method_names():
    assert (SEED, RESAMPLES) == (20261120, 2_000)


def test_the_same_draws_give_the_same_shares():
    assert (drawn([3, 1, 2], [1, 1, 0]) == drawn([3, 1, 2], [1, 1, 0])).all()


def test_clusters_of_one_give_nearly_the_interval_of_independent_answers():
    low, high = percentiles(drawn([1] * 400, [1] * 100 + [0] * 300), 4)
    expected = wilson(100, 400)
    assert low == pytest.approx(expected.low, abs=0.01)
    assert high == pytest.approx(expected.high, abs=0.01)


def test_adverts_that_are_all_alike_in_a_company_widen_the_interval():
    apart = percentiles(drawn([1] * 400, [1] * 100 + [0] * 300), 4)
    together = percentiles(drawn([20] * 20, [20] * 5 + [0] * 15), 4)
    assert together[1] - together[0] > 3 * (apart[1] - apart[0])


def test_several_shares_rest_on_the_same_draws():
    counts = np.array([[1, 1], [0, 0], [2, 2]])
    shares = clustered_shares(np.array([2, 1, 2]), counts, np.random.default_rng(SEED))
    assert shares.shape == (RESAMPLES, 2)
    assert (shares[:, 0] == shares[:, 1]).all()


def test_a_share_of_nothing_and_of_all_has_no_width():
    assert percentiles(drawn([2, 3], [0, 0])) == (0, 0)
    assert percentiles(drawn([2, 3], [2, 3])) == (1, 1)


def test_medians_of_drawn_clusters_lie_among_their_values():
    medians = clustered_medians([np.array([1.0, 2.0]), np.array([9.0])], np.random.default_rng(SEED))
    assert set(medians) <= {1.5, 2.0, 9.0}
    assert len(medians) == RESAMPLES


def test_percentiles_hold_the_middle_of_the_results():
    assert percentiles(np.arange(1001.0)) == (25, 975)
