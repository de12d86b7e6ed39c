"""Entries of a whole article beside events: which is which, and which fields agree."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.events import event, span

from dragoman.errors import InputError
from dragoman.evaluation import cases
from dragoman.evaluation.cases import Case, Role, assign, score
from dragoman.evaluation.entries import agreements, entry_of, first_and_last_day
from dragoman.evaluation.findings import Mark
from dragoman.evaluation.sources import Source
from dragoman.records import Article, Attribution, Count, Deadline, Event, Place, Precision, Reason, When


def when(first: str, last: str) -> When:
    return When(span("then"), date.fromisoformat(first), date.fromisoformat(last), Precision.RANGE)


@pytest.mark.parametrize(
    ("shown", "first", "last"),
    [
        ("1987", "1987-01-01", "1987-12-31"),
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("1987-03-27", "1987-03-27", "1987-03-27"),
    ],
)
def test_a_year_and_a_month_mean_all_their_days(shown: str, first: str, last: str) -> None:
    assert first_and_last_day(shown) == (date.fromisoformat(first), date.fromisoformat(last))


COUNTED = event("AID", count=(Count(span("5"), 5, "entity"), Count(span("19"), 19, "person")))
IN_MARCH = event("AID", date=when("2018-03-05", "2018-03-11"))
IN_SEATTLE = event("AID", place=Place(span("Seattle"), "Seattle", "USA"))
NOTHING = event("AID")


@pytest.mark.parametrize(
    ("stated", "told", "agree"),
    [
        ({"count": 5}, COUNTED, {"count": True}),
        ({"count": 6}, COUNTED, {"count": False}),
        ({"count": None}, COUNTED, {"count": False}),
        ({"count": {"any": [6, None]}}, NOTHING, {"count": True}),
        ({"counts": [{"value": 5}, {"value": 19}]}, COUNTED, {"count": True}),
        ({"counts": [{"value": 5}, {"value": 20}]}, COUNTED, {"count": False}),
        ({"date": "2018-03"}, IN_MARCH, {"date": True}),
        ({"date": "2018-03-06"}, IN_MARCH, {"date": False}),  # a week is no day
        ({"date": {"within": ["2018-03-01", "2018-03-11"]}}, IN_MARCH, {"date": True}),
        ({"date": {"within": ["2018-03-06", "2018-03-11"]}}, IN_MARCH, {"date": False}),
        ({"date": None}, NOTHING, {"date": True}),
        ({"date": "2018"}, NOTHING, {"date": False}),
        ({"place": "Seattle"}, IN_SEATTLE, {"place": True}),
        ({"place": "downtown Seattle"}, IN_SEATTLE, {"place": True}),
        ({"place": "USA"}, IN_SEATTLE, {"place": True}),
        ({"place": "US"}, IN_SEATTLE, {"place": False}),  # a code is equal or it is another
        ({"place": "Boston"}, NOTHING, {"place": False}),
        ({"mode": None, "act": "x"}, NOTHING, {"mode": True, "act": False}),
        ({"status": "actual", "assertion": "alleged"}, NOTHING, {"status": True, "assertion": False}),
        ({"actor": ["USA"], "recipient": []}, event("AID", ["USA", None]), {"actor": True, "recipient": True}),
        ({"actor": ["USA"]}, event("AID", ["USA", "GBR"]), {"actor": False}),
        (
            {"actor_or_recipient": ["USA", "RUS"]},
            event("AID", ["RUS"], ["USA"]),
            {"actor": True, "recipient": True},
        ),
        ({}, NOTHING, {}),
    ],
)
def test_only_the_fields_that_are_stated_are_held_against_the_event(
    stated: dict[str, Any], told: Event, agree: dict[str, bool]
) -> None:
    assert agreements(entry_of({"key": "k", "type": "AID"} | stated), told) == agree


EXPULSION = {"key": "expulsion", "type": "SANCTION", "trigger": ["expelled", "expulsion"], "actor": ["USA"]}
CLOSURE = {"key": "closure", "type": "SANCTION", "trigger": ["closed"], "actor": ["USA"], "recipient": ["RUS"]}
BLAME = {"key": "blame", "type": {"any": ["ACCUSE", "REJECT"]}, "trigger": ["blamed"]}


def case(must: list[dict[str, Any]], may: list[dict[str, Any]], **facts: object) -> Case:
    article = Article("slug", "Words.", date(2018, 3, 26))
    return Case(article, tuple(map(entry_of, must)), tuple(map(entry_of, may)), facts)


@pytest.mark.parametrize(
    ("events", "first", "roles"),
    [
        ([event("SANCTION", ["USA"], trigger="expelled")], {"expulsion": 0}, [Role("must", "expulsion")]),
        # told again, with another of its words
        (
            [event("SANCTION", ["USA"], trigger="expelled"), event("SANCTION", ["GBR"], trigger="expulsion")],
            {"expulsion": 0},
            [Role("must", "expulsion"), Role("again", "expulsion")],
        ),
        # both parties agree where no word does
        ([event("SANCTION", ["USA"], ["RUS"], "shut")], {"closure": 0}, [Role("must", "closure")]),
        # a further mention holds the word
        ([event("SANCTION", trigger="ousted", mentions=(span("the expulsion"),))], {"expulsion": 0}, None),
        ([event("REJECT", trigger="blamed")] * 2, {}, [Role("may", "blame")] * 2),
        ([event("AID", ["USA"], trigger="expelled"), event("SANCTION", ["GBR"], trigger="of")], {}, [None, None]),
    ],
)
def test_each_event_is_one_entry_or_none(
    events: list[Event], first: dict[str, int], roles: list[Role | None] | None
) -> None:
    found = assign(case([EXPULSION, CLOSURE], [BLAME]), events)
    assert found[0] == first
    assert found[1] == (roles if roles is not None else [Role("must", key) for key in first])


SPOKESMAN = Attribution(span("the senior US official"), "USA", anonymous=True)
STORY = [
    event(
        "SANCTION",
        ["USA"],
        ["RUS"],
        "expelled",
        id="e1",
        deadline=Deadline(span("by Monday"), date(2018, 4, 2)),
        reason=(Reason(span("over the blame"), "e2"),),
        attribution=SPOKESMAN,
    ),
    event("ACCUSE", ["USA"], trigger="blamed", id="e2"),
    event("SANCTION", ["USA"], trigger="expulsion", id="e3"),
    event("PROTEST", ["USA"], trigger="marched", id="e4"),
]
FACTS: dict[str, object] = {
    "deadline": {"of": "expulsion", "date": "2018-04-02"},
    "anonymous_speaker": [{"text": "a senior official", "country": "USA"}, {"text": "a diplomat", "country": None}],
    "speakers": [{"text": "an official", "says": ["expulsion", "closure"]}, {"text": "Ann", "says": ["blame"]}],
    "responds_to": [["expulsion", "blame"], {"any": [["blame", "expulsion"], ["blame", "blame"]]}],
    "told_twice": [{"entry": "expulsion"}, {"entry": "blame"}, {"entry": "closure"}],
}


def test_a_whole_case_is_summed() -> None:
    found = score(case([EXPULSION, CLOSURE, BLAME], [], **FACTS), STORY)
    shown = {name: share for name, share in found.sums.items() if share[1]}
    assert shown == {
        "recall": (2, 3),
        "precision": (3, 4),
        "actor": (1, 1),
        "deadline": (1, 1),
        "anonymous_speaker": (1, 2),
        "speakers": (1, 2),  # nobody told the closure, so nobody is asked who says it
        "responds_to": (1, 2),
        "told_twice": (1, 2),  # the expulsion stands there as two events
    }
    assert dict(found.judged.marks) == {
        "expulsion": Mark(2, "found", right=True),
        "closure": Mark(0, "missed", right=False),
        "blame": Mark(1, "found", right=True),
    }
    assert found.judged.false == ("PROTEST “marched” in: Words.",)


def test_articles_are_pooled_and_averaged() -> None:
    found = cases.rates([{"recall": (1, 2), "count": (0, 0)}, {"recall": (6, 8), "count": (1, 1)}, {"recall": (0, 0)}])
    assert [found["recall"], found["recall_mean"]] == pytest.approx([0.7, 0.625])
    assert (found["count"], found["count_mean"], found["place"]) == (1.0, 1.0, None)


def test_a_folder_of_cases_is_read_and_one_without_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no \*\.expected\.json"):
        cases.read_cases(Source(tmp_path))
    (tmp_path / "slug.txt").write_text("Words.", encoding="utf-8")
    expected = {"published": "2018-03-26", "must": [EXPULSION, CLOSURE], "may": [BLAME]}
    (tmp_path / "slug.expected.json").write_text(json.dumps(expected), encoding="utf-8")
    assert cases.read_cases(Source(tmp_path)) == (case([EXPULSION, CLOSURE], [BLAME]),)
    (tmp_path / "slug.expected.json").write_text('{"published": "2018-03-26", "events": []}', encoding="utf-8")
    with pytest.raises(InputError, match="has no 'must'"):
        cases.read_cases(Source(tmp_path))
