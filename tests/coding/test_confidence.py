"""How surely an event is right: the weights that stand in the file, and the sums that they make."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from tests.events import actors

from dragoman import codebook as codebooks
from dragoman.codebook.acts import Act, Pattern, Trigger
from dragoman.codebook.confidence import TRAITS, Confidence, load_confidence, logistic
from dragoman.coding.clauses import Clause
from dragoman.coding.confidence import Features, confidence_of, features_of
from dragoman.coding.matching import Draft
from dragoman.coding.polarity import Polarity
from dragoman.errors import DictionaryError
from dragoman.records import Part, Status, Token

WEIGHTS = Confidence(-1.0, dict(zip(TRAITS, (0.1, 0.2, 0.4, -0.8, -1.6, 3.2, 6.4, -12.8), strict=True)))
NOTHING = Features(*[False] * len(TRAITS))


@pytest.mark.parametrize(("odds", "share"), [(0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.25), (900, 1), (-900, 0)])
def test_log_odds_mean_a_share(odds: float, share: float) -> None:
    assert logistic(odds) == pytest.approx(share)


@pytest.mark.parametrize(
    ("features", "odds"),
    [
        (NOTHING, -1.0),
        (replace(NOTHING, noun=True, phrase=True), -0.7),
        (replace(NOTHING, actor_known=True, headline=True, not_actual=True), -0.2),
        (replace(NOTHING, recipient_known=True, conditions=True), 5.8),
        (replace(NOTHING, recipient_missing=True), -13.8),
    ],
)
def test_each_feature_adds_its_weight(features: Features, odds: float) -> None:
    assert confidence_of(features, WEIGHTS) == round(1 / (1 + math.exp(-odds)), 2)


def draft(*, noun: bool = False, rest: tuple[str, ...] = (), where: frozenset[str] = frozenset()) -> Draft:
    head = Token(0, 0, 8, "expelled", "expel", "VERB", "VBD", "ROOT", 0)
    trigger = Trigger("expel", rest, noun=noun)
    pattern = Pattern((trigger,), ("subject",), ("object",), where={"object": where} if where else {})
    act = Act("expel", "An act.", "SANCTION", None, None, (pattern,))
    return Draft(act, pattern, trigger, Clause(head, noun=noun, roles={}), Polarity())


@pytest.mark.parametrize(
    ("made", "sides", "status", "part", "expected"),
    [
        (draft(), ((), ()), Status.ACTUAL, Part.BODY, {"recipient_missing"}),
        (draft(), (("FRA",), ("IRN",)), Status.ACTUAL, Part.BODY, {"actor_known", "recipient_known"}),
        (draft(), ((None,), (None,)), Status.NEGATED, Part.HEADLINE, {"headline", "not_actual"}),
        # talks: the other side is among the actors
        (draft(noun=True), (("FRA", "IRN"), ()), Status.ACTUAL, Part.BODY, {"noun", "actor_known", "recipient_known"}),
        (
            draft(rest=("out",), where=frozenset({"envoy"})),
            (("FRA",), ()),
            Status.FUTURE,
            Part.BODY,
            {"phrase", "conditions", "not_actual", "actor_known", "recipient_missing"},
        ),
    ],
)
def test_what_is_seen_of_an_event(
    made: Draft, sides: tuple[tuple[str | None, ...], ...], status: Status, part: Part, expected: set[str]
) -> None:
    found = features_of(made, actors(*sides[0]), actors(*sides[1]), status=status, part=part)
    assert {name for name in TRAITS if getattr(found, name)} == expected


ROWS = "".join(f"{name} = 0.5\n" for name in TRAITS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bias = 1\n", "weights: give a weight to each of noun"),
        (f"bias = 1\n[weights]\n{ROWS}length = 1\n", "weights: give a weight to each of noun"),
        (f"[weights]\n{ROWS}", "bias: write a number"),
        (f"bias = true\n[weights]\n{ROWS}", "bias: write a number"),
        (f"bias = 1\n[weights]\n{ROWS.replace('noun = 0.5', 'noun = nan')}", "noun: write a number"),
    ],
)
def test_weights_that_cannot_be_used_are_refused(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "confidence.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DictionaryError, match=told):
        load_confidence(tmp_path / "confidence.toml")


def test_our_own_weights_are_never_sure_of_an_event_without_anybody_known() -> None:
    ours = codebooks.load().confidence
    nobody = confidence_of(replace(NOTHING, recipient_missing=True), ours)
    both = confidence_of(replace(NOTHING, actor_known=True, recipient_known=True), ours)
    assert 0 < nobody < 0.5 < both < 1
