"""The gold's tellings and the coder's in, which is which out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from dragoman.evaluation.folding import NOBODY
from dragoman.evaluation.tellings import ANY, Telling


class Level(IntEnum):
    """How much of a telling must be right for it to count."""

    TYPE = 1
    ACTOR = 2
    BOTH = 3


LEVELS = {Level.TYPE: "type", Level.ACTOR: "actor", Level.BOTH: "both"}
"""What the figures of each level are called."""


@dataclass(frozen=True, slots=True)
class Matching:
    """(gold, said) indices that match, and the indices of what was missed and what was told falsely."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    false: tuple[int, ...]


def match(gold: Sequence[Telling], said: Sequence[Telling], level: Level) -> Matching:
    """One to one, the likest first.

    What only tells another member of a compound act that is matched already, or a mutual act from its other side,
    is neither right nor false.
    """
    likest = sorted(
        ((_likeness(g, s), -i, -j) for i, g in enumerate(gold) for j, s in enumerate(said) if agrees(g, s, level)),
        reverse=True,
    )
    of_gold: dict[int, int] = {}
    for _, i, j in likest:
        if -i not in of_gold and -j not in of_gold.values():
            of_gold[-i] = -j
    extra = [j for j in range(len(said)) if j not in of_gold.values()]
    return Matching(
        tuple(of_gold.items()),
        tuple(i for i in range(len(gold)) if i not in of_gold),
        tuple(j for j in extra if not _is_told_already(j, gold, said, of_gold)),
    )


def agrees(gold: Telling, said: Telling, level: Level) -> bool:
    """Whether they share the type and, by level, a country on each side; a mutual act may be told from either side."""
    if gold.type != said.type:
        return False
    if level is Level.TYPE:
        return True
    ways = [(gold.actor, gold.recipient), (gold.recipient, gold.actor)][: 2 if gold.reciprocal else 1]
    if any(said.actor & a and (level is Level.ACTOR or said.recipient & r) for a, r in ways):
        return True
    joint = gold.reciprocal and said.recipient == NOBODY
    return level is Level.BOTH and joint and bool(said.actor & gold.actor) and bool(said.actor & gold.recipient)


def _is_told_already(j: int, gold: Sequence[Telling], said: Sequence[Telling], of_gold: Mapping[int, int]) -> bool:
    for i, k in of_gold.items():
        compound = len(gold[i].actor) > 1 or len(gold[i].recipient) > 1 or gold[i].reciprocal
        other = (said[j].actor, said[j].recipient) != (said[k].actor, said[k].recipient)
        if compound and other and agrees(gold[i], said[j], Level.BOTH):
            return True
    return False


def _likeness(gold: Telling, said: Telling) -> float:
    return (
        2 * agrees(gold, said, Level.BOTH)
        + agrees(gold, said, Level.ACTOR)
        + 0.5 * status_agrees(gold, said)
        + 0.5 * count_agrees(gold, said)
        + _overlap(gold.actor_words, said.actor_words)
        + _overlap(gold.recipient_words, said.recipient_words)
    )


def _overlap(gold: str, said: str) -> float:
    ours, theirs = set(gold.lower().split()), set(said.lower().split())
    return len(ours & theirs) / max(1, len(ours | theirs))


# --- the fields of a matched pair ---------------------------------------------------------------------------


def status_agrees(gold: Telling, said: Telling) -> bool:
    """What the gold only alleges must be told as alleged."""
    return gold.status == ANY or (gold.status == said.status and (said.alleged or not gold.alleged))


def count_agrees(gold: Telling, said: Telling) -> bool:
    """The gold's number is among those told; where it has none, none is told."""
    return gold.counts[0] in said.counts if gold.counts else not said.counts


def fields(gold: Telling, said: Telling) -> dict[str, bool]:
    """Which fields agree; a field that the gold's event does not have is left out."""
    found = {
        "assertion": gold.alleged == said.alleged,
        "mode": gold.mode == said.mode,
        "act": gold.act == said.act,
        "count": count_agrees(gold, said),
    }
    stated = {"mode": gold.mode, "act": gold.act, "count": gold.counts}
    found |= {f"{name}_stated": found[name] for name, value in stated.items() if value}
    if gold.status != ANY:
        found["status"] = status_agrees(gold, said)
    if gold.days is not None:
        found["date_exact"] = said.days == gold.days
        found["date_overlap"] = said.days is not None and said.days[0] <= gold.days[1] and gold.days[0] <= said.days[1]
    return found
