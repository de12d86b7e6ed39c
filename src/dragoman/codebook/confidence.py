"""`dictionaries/confidence.toml` in, how much each trait of an event says of its being right out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError

TRAITS = (
    "noun",
    "phrase",
    "conditions",
    "headline",
    "not_actual",
    "actor_known",
    "recipient_known",
    "recipient_missing",
)
"""What `coding.confidence` sees of an event, in the order in which the file has them."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic function: `bias` and a weight, in natural log-odds, for each trait that an event has."""

    bias: float
    weights: Mapping[str, float]

    def of(self, traits: Mapping[str, bool]) -> float:
        """How probable it is, from 0 to 1, that an event with these traits is right."""
        return logistic(self.bias + sum(self.weights[name] for name, has in traits.items() if has))


def logistic(odds: float) -> float:
    """The probability that natural log-odds mean."""
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))


def load_confidence(file: Path) -> Confidence:
    """The weights; a DictionaryError where a trait has none, or something has one that is no trait."""
    raw = read_toml(file)
    weights, bias = raw.get("weights"), raw.get("bias")
    if not isinstance(weights, dict) or set(weights) != set(TRAITS):
        raise DictionaryError(file.name, "weights", f"give a weight to each of {', '.join(TRAITS)}, to nothing else")
    wrong = [name for name, value in {**weights, "bias": bias}.items() if not _is_finite(value)]
    if wrong:
        raise DictionaryError(file.name, wrong[0], "write a number")
    return Confidence(float(bias), {name: float(value) for name, value in weights.items()})  # type: ignore[arg-type]


def _is_finite(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
