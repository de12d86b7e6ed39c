"""The event record as JSON lines: every key, in its order, and every word safe on its line."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports import EXPORTS, as_row, jsonl
from dragoman.records import Article, Event, Span

KEYS = """id article sentence type mode act cameo quad goldstein intensity contexts actor recipient count date deadline
place status assertion attribution reason trigger evidence mentions confidence explain""".split()


def test_a_full_event_tells_everything_in_the_order_of_the_record(events: tuple[Event, ...]) -> None:
    row = as_row(events[0])
    assert list(row) == KEYS
    assert row == {
        "id": "e-expel",
        "article": "paris-1",
        "sentence": 1,
        "type": "SANCTION",
        "mode": "expel",
        "act": "expel-diplomats",
        "cameo": "1621",
        "quad": 4,
        "goldstein": -8.0,
        "intensity": 7.0,
        "contexts": ["diplomacy", "intelligence"],
        "actor": [
            {
                "text": "France",
                "start": 47,
                "end": 53,
                "name": "France",
                "country": "FRA",
                "sectors": ["GOV"],
                "id": "Q142",
            }
        ],
        "recipient": [
            {
                "text": "Russian diplomats",
                "start": 96,
                "end": 113,
                "name": "Russia",
                "country": "RUS",
                "sectors": ["GOV"],
                "id": "Q159",
            }
        ],
        "count": [
            {
                "value": 4,
                "unit": "diplomat",
                "text": "four Russian diplomats",
                "start": 91,
                "end": 113,
                "bound": "exact",
            }
        ],
        "date": {"start": "2018-03-26", "end": "2018-03-26", "text": "on Monday", "precision": "day"},
        "deadline": {"date": "2018-04-02", "text": "seven days to leave"},
        "place": {"text": "PARIS", "name": "Paris", "country": "FRA", "lat": 48.85, "lon": 2.35},
        "status": "actual",
        "assertion": "stated",
        "attribution": {
            "text": "a senior official",
            "country": None,
            "sectors": ["GOV"],
            "anonymous": True,
            "verb": "say",
            "quote": None,
        },
        "reason": [{"text": "in response to the poisoning of a former spy", "event": "e-poison"}],
        "trigger": {"text": "expulsion", "start": 78, "end": 87},
        "evidence": {
            "text": "PARIS — France on Monday announced the expulsion of four Russian diplomats"
            " in response to the poisoning of a former spy in Salisbury.",
            "start": 39,
            "end": 172,
        },
        "mentions": [{"text": "sends home", "start": 7, "end": 17}],
        "confidence": 0.93,
        "explain": "expel-diplomats: noun expulsion, of-phrase",
    }


def test_what_the_article_does_not_say_is_null_or_empty_and_never_left_out() -> None:
    bare = Event("e", "a", 0, "ASSAULT", None, None, None, 4, None, None, Span(0, 1, "x"), Span(0, 1, "x"))
    row = as_row(bare)
    assert list(row) == KEYS
    nothing = {key: value for key, value in row.items() if value in (None, [])}
    assert nothing == {
        **dict.fromkeys(["mode", "act", "cameo", "goldstein", "intensity"]),
        **dict.fromkeys(["date", "deadline", "place", "attribution"]),
        **{key: [] for key in ["contexts", "actor", "recipient", "count", "reason", "mentions"]},
    }


def test_each_event_is_a_line_and_its_article_goes_before_it_where_asked(
    article: Article, events: tuple[Event, ...]
) -> None:
    without, with_article = StringIO(), StringIO()
    EXPORTS["jsonl"]([(article, events)], without)
    jsonl.write_with_articles([(article, events)], with_article)
    first, rest = with_article.getvalue().split("\n", 1)
    assert [json.loads(line)["id"] for line in without.getvalue().splitlines()] == ["e-expel", "e-poison", "e-close"]
    assert rest == without.getvalue()
    assert json.loads(first) == {
        "id": "paris-1",
        "date": "2018-03-26",
        "title": "France sends home four Russian envoys",
        "text": article.text,
        "url": "https://example.org/paris",
        "publisher": "Courier",
    }


def test_the_text_of_the_article_s_line_holds_every_span_of_its_events(
    article: Article, events: tuple[Event, ...]
) -> None:
    text = str(jsonl.as_article_row(article)["text"])
    rows = [as_row(event) for event in events]
    spans = [span for row in rows for span in _spans(row)]
    assert len(spans) == 14
    assert [span["text"] for span in spans] == [text[span["start"] : span["end"]] for span in spans]


def _spans(told: object) -> list[dict[str, Any]]:
    """Every part of a row that has offsets into the text."""
    if isinstance(told, list):
        return [span for part in told for span in _spans(part)]
    if not isinstance(told, dict):
        return []
    within = [span for part in told.values() for span in _spans(part)]
    return [told, *within] if isinstance(told.get("start"), int) else within


@given(st.text(st.characters(codec=None), max_size=30))
def test_any_words_come_back_as_they_were_from_one_line_that_can_be_written(words: str) -> None:
    written = jsonl.line({"text": words})
    assert written.encode("utf-8").decode().splitlines() == [written.removesuffix("\n")]
    assert json.loads(written) == {"text": words}


@pytest.mark.parametrize("steering", ["\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\u2028", "\x7f"])
def test_no_steering_character_stands_in_a_line(steering: str, events: tuple[Event, ...]) -> None:
    event = replace(events[0], explain=f"before {steering} after")
    assert steering not in jsonl.line(as_row(event))
    assert json.loads(jsonl.line(as_row(event))) == as_row(event)
