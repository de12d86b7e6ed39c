"""The fit that gives confidence its weights, and the table that tells how well they keep their word."""

from __future__ import annotations

import math
from dataclasses import asdict, replace

import pytest
from benchmarks.calibration import BINS, Bin, Trial, bins, brier, calibration_error, fit, fold_of, held_out

from dragoman.codebook.confidence import TRAITS
from dragoman.coding.confidence import Features

NOTHING = Features(*[False] * len(TRAITS))
KNOWN = replace(NOTHING, actor_known=True)

# Of a hundred events without an actor's country 20 are right, of a hundred with it 80.
FOUND = [
    Trial(f"{features.actor_known}{number}", features, number < right)
    for features, right in ((NOTHING, 20), (KNOWN, 80))
    for number in range(100)
]


def test_weights_give_back_the_shares_that_they_were_fitted_on() -> None:
    found = fit(FOUND, penalty=1e-6)
    assert (found.of(asdict(NOTHING)), found.of(asdict(KNOWN))) == pytest.approx((0.2, 0.8), abs=0.005)
    assert {name: found.weights[name] for name in TRAITS if name != "actor_known"} == {
        name: 0.0 for name in TRAITS if name != "actor_known"
    }


def test_a_penalty_draws_weights_towards_nothing() -> None:
    assert 0 < fit(FOUND, penalty=100).weights["actor_known"] < fit(FOUND, penalty=1).weights["actor_known"]


def test_every_event_is_held_out_once_and_told_apart() -> None:
    said = held_out(FOUND)
    assert len(said) == len(FOUND)
    assert {fold_of(trial.article) for trial in FOUND} == set(range(BINS))
    assert calibration_error(bins(said)) < 0.06
    assert brier(said) == pytest.approx(0.2 * 0.8, abs=0.01)


SAID = [(0.05, False), (0.25, False), (0.25, True), (1.0, True)]


def test_reliability_is_counted_by_hand() -> None:
    found = bins(SAID, 4)
    assert found[0] == Bin(0.0, 0.25, 1, 0.05, 0.0)
    assert found[1] == Bin(0.25, 0.5, 2, 0.25, 0.5)
    assert (found[2].events, math.isnan(found[2].right)) == (0, True)
    assert found[3] == Bin(0.75, 1.0, 1, 1.0, 1.0)
    assert calibration_error(found) == pytest.approx((0.05 + 2 * 0.25 + 0) / 4)
    assert brier(SAID) == pytest.approx((0.05**2 + 0.25**2 + 0.75**2) / 4)
