"""Percentile bootstrap (Efron 1979): how much a statistic varies when its data are drawn again, with replacement.

The generator's seed is fixed, so that the same data give the same interval.
"""

import numpy as np

from ..intervals import LEVEL

RESAMPLES = 2_000
SEED = 20261120


def percentiles(resampled: np.ndarray, places: int = 0) -> tuple[float, float]:
    """The interval that holds the middle `LEVEL` of resampled statistics, rounded; of type 7 as all quantiles are."""
    low, high = np.quantile(resampled, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return round(float(low), places), round(float(high), places)


def clustered_shares(sizes: np.ndarray, counts: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Resampled shares of things that hang together in clusters, such as the adverts of one employer.

    Whole clusters are drawn with replacement, as many as there are (Davison and Hinkley 1997, section 3.8). `sizes`:
    how many things each of the n clusters has; `counts`: an array of n times k, how many of them are counted, for each
    of k shares. Gives an array of RESAMPLES times k. All k shares rest on the same draws.
    """
    many = len(sizes)
    resampled = np.empty((RESAMPLES, counts.shape[1]))
    for row in resampled:
        drawn = np.bincount(random.integers(many, size=many), minlength=many)
        row[:] = (drawn @ counts) / (drawn @ sizes)
    return resampled


def clustered_medians(clusters: list[np.ndarray], random: np.random.Generator) -> np.ndarray:
    """Resampled medians of values that hang together in clusters, drawn as for `clustered_shares`."""
    many = len(clusters)
    return np.array(
        [
            np.median(np.concatenate([clusters[drawn] for drawn in random.integers(many, size=many)]))
            for _ in range(RESAMPLES)
        ]
    )
