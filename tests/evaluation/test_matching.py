"""Which telling is which: rules of the guideline, one row each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.events import event, span

from dragoman.evaluation.folding import load_folding
from dragoman.evaluation.matching import Level, Matching, agrees, fields, match
from dragoman.evaluation.tellings import Telling, of_event, of_gold
from dragoman.records import Assertion, Count, Precision, Status, When

FOLDING = load_folding()


def told(type_: str, actor: str = "", recipient: str = "", *, mutual: bool = False, status: str = "actual") -> Telling:
    """Countries are separated by blanks; nothing is nobody."""
    sides = (FOLDING.side(actor.split()), FOLDING.side(recipient.split()))
    return Telling(type_, *sides, status, reciprocal=mutual)


ACCUSED = told("ACCUSE", "FRA ITA", "IRN")
TALKS = told("CONSULT", "FRA", "IRN", mutual=True)


@pytest.mark.parametrize(
    ("gold", "said", "levels"),
    [
        (ACCUSED, told("ACCUSE", "FRA", "IRN"), {1, 2, 3}),
        (ACCUSED, told("ACCUSE", "ITA", "IRN"), {1, 2, 3}),  # one member stands for all
        (ACCUSED, told("ACCUSE", "FRA"), {1, 2}),
        (ACCUSED, told("ACCUSE", "DEU", "IRN"), {1}),
        (ACCUSED, told("REJECT", "FRA", "IRN"), set()),
        (ACCUSED, told("ACCUSE", "IRN", "FRA"), {1}),  # the wrong way round
        (TALKS, told("CONSULT", "IRN", "FRA"), {1, 2, 3}),  # talks have no direction
        (TALKS, told("CONSULT", "IRN FRA"), {1, 2, 3}),
        (replace(TALKS, reciprocal=False), told("CONSULT", "IRN FRA"), {1, 2}),
        (told("ACCUSE", "EUR", "IRN"), told("ACCUSE", "", "IRN"), {1, 2, 3}),  # the EU is no country, nor is nobody
        (told("ACCUSE", "SUN", "IRN"), told("ACCUSE", "RUS", "IRN"), {1, 2, 3}),
        (told("ACCUSE", "KOS", "SRB"), told("ACCUSE", "XKX", "YUG"), {1, 2, 3}),
        (told("ACCUSE", "IRNGOV", "FRA"), told("ACCUSE", "IRN", "FRA"), {1, 2, 3}),
    ],
)
def test_how_much_of_a_telling_agrees(gold: Telling, said: Telling, levels: set[int]) -> None:
    assert {level.value for level in Level if agrees(gold, said, level)} == levels


@pytest.mark.parametrize(
    ("gold", "said", "expected"),
    [
        ([ACCUSED], [], Matching((), (0,), ())),
        ([], [ACCUSED], Matching((), (), (0,))),
        # the other member of a compound act tells nothing new; the same telling twice is one too many
        ([ACCUSED], [told("ACCUSE", "FRA", "IRN"), told("ACCUSE", "ITA", "IRN")], Matching(((0, 0),), (), ())),
        ([ACCUSED], [told("ACCUSE", "FRA", "IRN")] * 2, Matching(((0, 0),), (), (1,))),
        ([TALKS], [told("CONSULT", "FRA", "IRN"), told("CONSULT", "IRN", "FRA")], Matching(((0, 0),), (), ())),
        # the likest first: status tells two otherwise equal ones apart
        (
            [told("ACCUSE", "FRA", status="future"), told("ACCUSE", "FRA")],
            [told("ACCUSE", "FRA"), told("ACCUSE", "FRA", status="future")],
            Matching(((0, 1), (1, 0)), (), ()),
        ),
    ],
)
def test_tellings_match_one_to_one(gold: list[Telling], said: list[Telling], expected: Matching) -> None:
    found = match(gold, said, Level.BOTH)
    assert Matching(tuple(sorted(found.pairs)), found.missed, found.false) == expected


GOLD_ROW = {
    "source": {"text": "France and Italy", "country": "FRA", "countries": ["FRA", "ITA"]},
    "target": None,
    "plover": "YIELD",
    "mode": "some_mode",
    "act": "lift sanctions",
    "trigger": "lifted",
    "status": "alleged",
    "number": {"value": 3},
    "date": {"start": "2021-02-01", "end": "2021-02-07"},
    "reciprocal": True,
}


def test_a_gold_row_is_folded() -> None:
    assert of_gold(GOLD_ROW, FOLDING) == Telling(
        type="CONCEDE",
        actor=frozenset({"FRA", "ITA"}),
        recipient=frozenset({None}),
        status="actual",
        alleged=True,
        counts=(3,),
        days=("2021-02-01", "2021-02-07"),
        mode="some-mode",
        act="lift-sanctions",
        actor_words="France and Italy",
        trigger="lifted",
        reciprocal=True,
    )


@pytest.mark.parametrize(
    ("status", "assertion", "shown"),
    [
        (Status.ACTUAL, Assertion.STATED, ("actual", False)),
        (Status.HISTORICAL, Assertion.STATED, ("actual", False)),
        (Status.ACTUAL, Assertion.ALLEGED, ("actual", True)),
        (Status.ACTUAL, Assertion.DENIED, ("negated", False)),
        (Status.FUTURE, Assertion.HEDGED, ("future", False)),
    ],
)
def test_an_event_s_status_is_folded(status: Status, assertion: Assertion, shown: tuple[str, bool]) -> None:
    found = of_event(event("ACCUSE", status=status, assertion=assertion), FOLDING)
    assert (found.status, found.alleged) == shown


def test_an_event_is_folded() -> None:
    when = When(span("Monday"), date(2021, 2, 1), date(2021, 2, 1), Precision.DAY)
    told_of = event(
        "ASSAULT", ["SUN"], ["IGO"], "bombed", mode="aerial", count=(Count(span("2"), 2, "man"),), date=when
    )
    assert of_event(told_of, FOLDING) == Telling(
        "ASSAULT",
        frozenset({"RUS"}),
        frozenset({None}),
        "actual",
        counts=(2,),
        days=("2021-02-01", "2021-02-01"),
        mode="aerial",
        actor_words="SUN",
        recipient_words="IGO",
        trigger="bombed",
    )


FULL = of_gold(GOLD_ROW, FOLDING)


@pytest.mark.parametrize(
    ("gold", "said", "expected"),
    [
        (
            FULL,
            replace(FULL, alleged=False, counts=(), days=("2021-02-07", "2021-02-09"), mode=None),
            {
                "assertion": False,
                "status": False,
                "mode": False,
                "mode_stated": False,
                "act": True,
                "act_stated": True,
                "count": False,
                "count_stated": False,
                "date_exact": False,
                "date_overlap": True,
            },
        ),
        # what the gold leaves open is scored where it must stay empty, and nowhere as stated
        (
            told("ACCUSE", status="any"),
            replace(told("ACCUSE"), counts=(4,), mode="allege"),
            {"assertion": True, "mode": False, "act": True, "count": False},
        ),
        (
            replace(told("ACCUSE"), counts=(4,), days=("2021-02-01", "2021-02-01")),
            replace(told("ACCUSE"), counts=(9, 4)),
            {
                "assertion": True,
                "status": True,
                "mode": True,
                "act": True,
                "count": True,
                "count_stated": True,
                "date_exact": False,
                "date_overlap": False,
            },
        ),
    ],
)
def test_which_fields_of_a_matched_pair_agree(gold: Telling, said: Telling, expected: dict[str, bool]) -> None:
    assert fields(gold, said) == expected
