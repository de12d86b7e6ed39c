"""Rates computed by hand, and intervals that are the same at every call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from dragoman.evaluation.measures import Figure, Label, Retrieval, figures, label_f1, macro_f1, ratio, retrieval


@pytest.mark.parametrize(
    ("hits", "false", "missed", "expected"),
    [
        (6, 2, 4, Retrieval(0.75, 0.6, 2 / 3)),
        (3, 0, 0, Retrieval(1.0, 1.0, 1.0)),
        (0, 2, 3, Retrieval(0.0, 0.0, 0.0)),
        (0, 0, 0, Retrieval(1.0, 1.0, 1.0)),  # nothing to tell, and nothing told
        (0, 0, 3, Retrieval(0.0, 0.0, 0.0)),  # silence is not precise where something was to be told
        (0, 2, 0, Retrieval(0.0, 0.0, 0.0)),
    ],
)
def test_precision_and_recall(hits: int, false: int, missed: int, expected: Retrieval) -> None:
    found = retrieval(hits, false, missed)
    assert [found.precision, found.recall, found.f1] == pytest.approx(
        [expected.precision, expected.recall, expected.f1]
    )


# Gold A A A B B, told A A B B NONE: A has 2 hits of 3 gold and 2 told, B 1 of 2 and 2, C nobody gave.
COUNTED: Counter[tuple[Label, Label]] = Counter(zip("AAABB", ["A", "A", "B", "B", "NONE"], strict=True))


@pytest.mark.parametrize(("label", "f1"), [("A", 4 / 5), ("B", 2 / 4), ("C", 0.0)])
def test_a_label_s_f1_is_twice_its_hits_by_all_that_gave_it(label: str, f1: float) -> None:
    assert label_f1(COUNTED, label) == pytest.approx(f1)


@pytest.mark.parametrize(("labels", "f1"), [("AB", 0.65), ("ABC", 1.3 / 3)])
def test_every_label_weighs_the_same_in_the_mean_even_one_that_nobody_gave(labels: str, f1: float) -> None:
    assert macro_f1(COUNTED, tuple(labels)) == pytest.approx(f1)


@pytest.mark.parametrize(("right", "of", "share"), [(1, 4, 0.25), (0, 4, 0.0), (0, 0, None)])
def test_a_share_of_nothing_is_not_known(right: int, of: int, share: float | None) -> None:
    assert ratio(right, of) == share


def mean(samples: Sequence[int]) -> dict[str, float | None]:
    return {"mean": sum(samples) / len(samples), "unknown": None}


def test_an_interval_holds_the_value_and_is_the_same_at_every_call() -> None:
    samples = [0] * 50 + [1] * 50
    found = figures(samples, mean)
    assert found == figures(samples, mean)
    low, high = found["mean"].low, found["mean"].high
    assert found["mean"].value == 0.5
    assert low is not None
    assert high is not None
    assert (0.35 < low < 0.45, 0.55 < high < 0.65) == (True, True)  # 1.96 standard errors are 0.098
    assert found["unknown"] == Figure(None, None, None)


def test_samples_that_are_all_alike_leave_no_interval() -> None:
    assert figures([1, 1, 1], mean, draws=10)["mean"] == Figure(1.0, 1.0, 1.0)
