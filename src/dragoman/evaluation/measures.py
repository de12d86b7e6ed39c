"""Counts in, rates with their bootstrap intervals out."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

DRAWS = 1000
SEED = 7
TAIL = 0.025
"""What an interval of 95% leaves out on either side."""

Sample = TypeVar("Sample")
Label = str | int
Rates = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A rate and the interval in which 95% of the resampled ones lie; None where nothing was there to count."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def retrieval(hits: int, false: int, missed: int) -> Retrieval:
    """Where nothing was said, precision is 1 if nothing was to be said and else 0; recall likewise."""
    precision = hits / (hits + false) if hits + false else float(not missed)
    recall = hits / (hits + missed) if hits + missed else float(not false)
    both = precision + recall
    return Retrieval(precision, recall, 2 * precision * recall / both if both else 0.0)


def ratio(right: int, of: int) -> float | None:
    """The share; None of nothing."""
    return right / of if of else None


def label_f1(pairs: Mapping[tuple[Label, Label], int], label: Label) -> float:
    """F1 of one label over (gold, said) counts; 0 for a label that nobody gave."""
    gold = sum(n for (true, _), n in pairs.items() if true == label)
    said = sum(n for (_, told), n in pairs.items() if told == label)
    return 2 * pairs.get((label, label), 0) / (gold + said) if gold + said else 0.0


def macro_f1(pairs: Mapping[tuple[Label, Label], int], labels: Sequence[Label]) -> float:
    """The mean F1 of the labels, however rare."""
    return sum(label_f1(pairs, label) for label in labels) / len(labels)


def figures(
    samples: Sequence[Sample], rate: Callable[[Sequence[Sample]], Rates], draws: int = DRAWS
) -> dict[str, Figure]:
    """Each rate of the samples with its interval over `draws` resamplings, the same at every call."""
    found: dict[str, list[float]] = {}
    chance = random.Random(SEED)
    for _ in range(draws if samples else 0):
        for name, value in rate(chance.choices(samples, k=len(samples))).items():
            if value is not None:
                found.setdefault(name, []).append(value)
    return {name: _figure(value, sorted(found.get(name, []))) for name, value in rate(samples).items()}


def _figure(value: float | None, resampled: Sequence[float]) -> Figure:
    if value is None or not resampled:
        return Figure(value, value, value)
    last = len(resampled) - 1
    return Figure(value, resampled[int(TAIL * len(resampled))], resampled[min(last, int((1 - TAIL) * len(resampled)))])
