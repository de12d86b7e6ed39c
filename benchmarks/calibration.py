"""Calibration: weights of `confidence.toml` from the snippet gold, and how well they keep their word.

`python -m benchmarks.calibration GOLD.jsonl` prints the file and the reliability table of docs/measured.md. Each
snippet is in one of ten folds; the table holds the confidences that weights fitted on the other nine folds give.
"""

from __future__ import annotations

import hashlib
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

import dragoman
from dragoman import mentions
from dragoman import text as text_room
from dragoman.codebook.confidence import TRAITS, Confidence
from dragoman.coding.clauses import Grammar
from dragoman.coding.coder import Reading, event_of
from dragoman.coding.confidence import Features, features_of
from dragoman.coding.matching import drafts
from dragoman.coding.parties import Parties
from dragoman.evaluation.folding import load_folding
from dragoman.evaluation.matching import Level, match
from dragoman.evaluation.snippets import Item, read_items
from dragoman.evaluation.sources import Source
from dragoman.evaluation.tellings import of_event
from dragoman.pipeline import Coder
from dragoman.records import Article, Part

FOLDS = 10
BINS = 10
PENALTY = 1.0
"""On the squared weights: from 0.1 to 10 the Brier score changes by 0.004."""
STEPS = 50
"""Newton's method is at its end after ten."""
LEVEL = Level.ACTOR
"""An event is right when its type and a country of its actor are those of the gold."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One coded event: the snippet it is of, what was seen of it, and whether the gold has it."""

    article: str
    features: Features
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The events whose confidence lies between two tenths."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


def trials(coder: Coder, items: Sequence[Item]) -> Iterator[Trial]:
    """Every event that is right or wrong; what merely repeats a matched compound act is neither."""
    for item in items:
        seen = seen_in(coder, item.article)
        events = coder.code(item.article)
        found = match(item.gold, [of_event(e, load_folding()) for e in events], LEVEL)
        right = {j for _, j in found.pairs}
        for j in sorted((*right, *found.false)):
            if events[j].id in seen:
                yield Trial(item.article.id, seen[events[j].id], j in right)


def seen_in(coder: Coder, article: Article) -> dict[str, Features]:
    """By event id, as the coding room sees each draft."""
    sentences = tuple(text_room.read(article, coder.parser, coder.codebook))
    found: dict[str, Features] = {}
    for sentence, mentioned in zip(sentences, mentions.read(article, sentences, coder.codebook), strict=True):
        if sentence.parse is None or sentence.part not in (Part.HEADLINE, Part.BODY):
            continue
        grammar = Grammar.of(sentence, sentence.parse, mentioned, coder.codebook)
        parties = Parties(article, sentence.parse, mentioned, coder.codebook)
        reading = Reading(article, sentence, mentioned, grammar, parties, coder.codebook)
        for draft in drafts(grammar, coder.codebook, parties).values():
            event = event_of(reading, draft)
            if event is not None:
                found[event.id] = features_of(
                    draft, event.actor, event.recipient, status=event.status, part=sentence.part
                )
    return found


def fit(found: Sequence[Trial], penalty: float = PENALTY) -> Confidence:
    """Logistic regression by Newton's method; the bias is not penalised."""
    seen = np.array([[1.0, *(float(asdict(t.features)[name]) for name in TRAITS)] for t in found])
    right = np.array([float(t.right) for t in found])
    ridge = penalty * np.diag([0.0, *[1.0] * len(TRAITS)])
    weights = np.zeros(seen.shape[1])
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (said - right) + ridge @ weights
        bend = (seen * (said * (1 - said))[:, None]).T @ seen + ridge + 1e-9 * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    bias, *rest = (round(float(w), 2) for w in weights)
    return Confidence(bias, dict(zip(TRAITS, rest, strict=True)))


def held_out(found: Sequence[Trial]) -> list[tuple[float, bool]]:
    """Each event's confidence from weights that never saw its snippet, beside whether it is right."""
    kept: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fit([t for t in found if fold_of(t.article) != fold])
        kept += [(weights.of(asdict(t.features)), t.right) for t in found if fold_of(t.article) == fold]
    return kept


def fold_of(article: str) -> int:
    """The same in every process."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def bins(said: Sequence[tuple[float, bool]], count: int = BINS) -> list[Bin]:
    """Tenths of the scale, the empty ones too; a confidence of 1 is in the last."""
    found = []
    for index in range(count):
        inside = [(p, right) for p, right in said if min(int(p * count), count - 1) == index]
        share = [sum(column) / len(inside) for column in zip(*inside, strict=True)] if inside else [math.nan] * 2
        found.append(Bin(index / count, (index + 1) / count, len(inside), share[0], share[1]))
    return found


def calibration_error(found: Sequence[Bin]) -> float:
    """The mean distance between confidence and truth, each bin by its events."""
    total = sum(b.events for b in found)
    return sum(b.events * abs(b.confidence - b.right) for b in found if b.events) / total


def brier(said: Sequence[tuple[float, bool]]) -> float:
    """The mean squared distance between confidence and truth."""
    return sum((p - right) ** 2 for p, right in said) / len(said)


def report(gold: Path) -> str:
    """The weights as TOML, then the reliability table as Markdown."""
    source = Source(gold)
    found = list(trials(dragoman.load(), read_items(source)))
    said, weights = held_out(found), fit(found)
    base = sum(t.right for t in found) / len(found)
    lines = [
        f"# {len(found)} events, {base:.3f} of them right; gold {source.sha256[:12]}",
        f"bias = {weights.bias}",
        "",
        "[weights]",
        *(f"{name} = {weight}" for name, weight in weights.weights.items()),
        "",
        "| confidence | events | mean confidence | right |",
        "|---|---:|---:|---:|",
        *(_row(b) for b in bins(said)),
        "",
        f"Expected calibration error {calibration_error(bins(said)):.3f}.",
        f"Brier score {brier(said):.3f}; always saying {base:.2f} has {base * (1 - base):.3f}.",
    ]
    return "\n".join(lines)


def _row(one: Bin) -> str:
    shown = f"{one.confidence:.2f} | {one.right:.2f}" if one.events else "- | -"
    return f"| {one.low:.1f}-{one.high:.1f} | {one.events} | {shown} |"


if __name__ == "__main__":
    print(report(Path(sys.argv[1])))
