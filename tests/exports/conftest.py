"""A small article and its events, made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.records import (
    Actor,
    Article,
    Assertion,
    Attribution,
    Bound,
    Count,
    Deadline,
    Event,
    Place,
    Precision,
    Reason,
    Span,
    Status,
    When,
)

TEXT = """France sends home four Russian envoys

PARIS — France on Monday announced the expulsion of four Russian diplomats in response to the poisoning of a former \
spy in Salisbury. They have at least seven days to leave, a senior official said on condition of anonymity.

Britain blames Moscow for the attack with a nerve agent, which the Kremlin denies. "We will answer," said a Russian \
foreign ministry spokeswoman. Russia may close the consulate in Lyon."""

ARTICLE = Article(
    "paris-1", TEXT, date(2018, 3, 26), "France sends home four Russian envoys", "https://example.org/paris", "Courier"
)


def at(words: str, nth: int = 0) -> Span:
    """Where `words` stand in the article, the first time or the `nth` after it."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return ARTICLE.span(start, start + len(words))


FRANCE = Actor(at("France", 1), "France", "FRA", ("GOV",), "Q142")
RUSSIA = Actor(at("Russian diplomats"), "Russia", "RUS", ("GOV",), "Q159")
BRITAIN = Actor(at("Britain"), "United Kingdom", "GBR", ("GOV",), "Q145")

EXPULSION = Event(
    id="e-expel",
    article="paris-1",
    sentence=1,
    type="SANCTION",
    mode="expel",
    act="expel-diplomats",
    cameo="1621",
    quad=4,
    goldstein=-8.0,
    intensity=7.0,
    trigger=at("expulsion"),
    evidence=at(TEXT[TEXT.index("PARIS") : TEXT.index(" They")]),
    contexts=("diplomacy", "intelligence"),
    actor=(FRANCE,),
    recipient=(RUSSIA,),
    count=(Count(at("four Russian diplomats"), 4, "diplomat"),),
    date=When(at("on Monday"), date(2018, 3, 26), date(2018, 3, 26), Precision.DAY),
    deadline=Deadline(at("seven days to leave"), date(2018, 4, 2)),
    place=Place(at("PARIS"), "Paris", "FRA", 48.85, 2.35),
    attribution=Attribution(at("a senior official"), None, ("GOV",), anonymous=True, verb="say"),
    reason=(Reason(at("in response to the poisoning of a former spy"), "e-poison"),),
    mentions=(at("sends home"),),
    confidence=0.93,
    explain="expel-diplomats: noun expulsion, of-phrase",
)
POISONING = Event(
    id="e-poison",
    article="paris-1",
    sentence=1,
    type="ASSAULT",
    mode=None,
    act=None,
    cameo=None,
    quad=4,
    goldstein=None,
    intensity=None,
    trigger=at("poisoning"),
    evidence=EXPULSION.evidence,
    status=Status.HISTORICAL,
    assertion=Assertion.DENIED,
    attribution=Attribution(at("Britain"), "GBR", ("GOV",), verb="blame", quote=at('"We will answer,"')),
    count=(Count(at("at least seven"), 7, "day", Bound.AT_LEAST),),
    actor=(Actor(at("Moscow"), None, "RUS"), BRITAIN),
)
CLOSURE = Event(
    id="e-close",
    article="paris-1",
    sentence=5,
    type="RETREAT",
    mode="close",
    act="close-mission",
    cameo="165",
    quad=3,
    goldstein=-6.5,
    intensity=5.0,
    trigger=at("close"),
    evidence=at("Russia may close the consulate in Lyon."),
    actor=(Actor(at("Russia", 3), "Russia", "RUS", ("GOV",)),),
    status=Status.HYPOTHETICAL,
    reason=(Reason(at("We will answer"), "e-expel"),),
)


@pytest.fixture
def article() -> Article:
    return ARTICLE


@pytest.fixture
def events() -> tuple[Event, ...]:
    return (EXPULSION, POISONING, CLOSURE)
