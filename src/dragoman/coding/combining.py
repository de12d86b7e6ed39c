"""What the patterns and what the learned reader say of one pair in, one answer and who decided it out."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dragoman.coding.learned import NONE, Reading, decided
from dragoman.coding.relating import Relation
from dragoman.records import Status

LEARNED = "learned reader"

RELIABILITY = ((0.75, 0.81), (0.55, 0.46), (0.3, 0.6), (0.0, 0.09))
"""How often the patterns' type is right when their spans fit at least so well: counted on the rows of training/,
which no pattern was written for (both parties the right way round; wrong way; one party; one, the wrong way)."""

TRUST = 0.75
"""How much of that counts beside the learned reader, which often errs on the same sentences: of 0.25 to 1.5, best on a
held-out tenth of training/, and 0.25 to 1 are hardly worse."""

VAIN = 0.5
"""Who marks two parties presumes that something is told of them: "nothing" must be likelier than all types together.
On a held-out tenth of training/ that says so of 10 in 23 pairs without relation, and of 2 in 241 with one."""

LEAST = 1e-6


def combined(pattern: Relation, learned: Reading) -> Relation:
    """The likeliest type when the pattern's word is weighed as odds against the learned reader's chances."""
    scores = weighed(pattern, learned.scores)
    kind = decided(scores)
    confidence = round(scores[kind], 4)
    if kind == NONE:
        return Relation(None, None, learned.status, confidence, LEARNED)
    if kind != pattern.type:
        return Relation(kind, learned.mode if kind == learned.type else None, learned.status, confidence, LEARNED)
    by = f"{pattern.by} and {LEARNED}" if kind == learned.type else pattern.by
    mode = pattern.mode or (learned.mode if kind == learned.type else None)
    return Relation(kind, mode, pattern.status, confidence, by)


def weighed(pattern: Relation, scores: Mapping[str, float]) -> dict[str, float]:
    """The chances of each type after the patterns had their say; "nothing" is dropped unless it outweighs all types."""
    raised = {kind: max(LEAST, score) for kind, score in scores.items()}
    if scores.get(NONE, 0.0) < VAIN:
        raised.pop(NONE, None)
    if pattern.type is not None and pattern.type in raised:
        raised[pattern.type] *= odds(pattern.confidence, len(scores))
    total = math.fsum(raised.values())
    return {kind: score / total for kind, score in raised.items()}


def odds(fit: float, kinds: int) -> float:
    """How much likelier the pattern's type is for its word; all other types share what it leaves.

    >>> odds(1.0, 17) > odds(0.5, 17) > odds(0.1, 17) > 1
    True
    """
    right = next(share for least, share in RELIABILITY if fit >= least)
    return float((right / (1 - right) * (kinds - 1)) ** TRUST)


def alone(learned: Reading) -> Relation:
    """The learned reader's answer as it stands, "nothing" only where it outweighs all types."""
    return combined(Relation(None, None, Status.ACTUAL, 0.0, "no pattern"), learned)
