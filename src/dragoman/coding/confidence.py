"""A draft with its parties in, how surely its event is right out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dragoman.codebook.confidence import Confidence
from dragoman.coding.matching import Draft
from dragoman.records import Actor, Part, Status

DIGITS = 2
"""As many as 250 events can tell apart."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is seen of an event before anybody knows whether it is right.

    `noun`: an event noun tells it, not a verb. `phrase`: the trigger has several words. `conditions`: the pattern asks
    for more than its trigger. `not_actual`: it is future, negated, hypothetical. A party is known by its country.
    """

    noun: bool
    phrase: bool
    conditions: bool
    headline: bool
    not_actual: bool
    actor_known: bool
    recipient_known: bool
    recipient_missing: bool


def features_of(
    draft: Draft, actor: Sequence[Actor], recipient: Sequence[Actor], *, status: Status, part: Part
) -> Features:
    """The features of the event that the draft becomes; a joint act's other party is the last of its actors."""
    doers, done_to = (actor, recipient) if recipient or len(actor) < 2 else (actor[:1], actor[1:])  # noqa: PLR2004
    return Features(
        noun=draft.clause.noun,
        phrase=bool(draft.trigger.rest),
        conditions=bool(draft.pattern.where or draft.pattern.unless),
        headline=part is Part.HEADLINE,
        not_actual=status is not Status.ACTUAL,
        actor_known=_is_known(doers),
        recipient_known=_is_known(done_to),
        recipient_missing=not done_to,
    )


def _is_known(actors: Sequence[Actor]) -> bool:
    return any(a.country is not None for a in actors)


def confidence_of(features: Features, weights: Confidence) -> float:
    """From 0 to 1, in two digits: the share of events with these features that an annotator agrees with."""
    return round(weights.of(asdict(features)), DIGITS)
