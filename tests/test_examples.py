"""The example articles: what they tell is found, and every span of every record is the article's own words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Actor, Article, Event, Span

EXAMPLES = Path(__file__).parent.parent / "examples"
SLUGS = sorted(p.stem for p in EXAMPLES.glob("*.txt"))


def expected(slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{slug}.expected.json").read_text(encoding="utf-8"))
    return found


def article(slug: str) -> Article:
    day = date.fromisoformat(expected(slug)["published"])
    return Article(slug, (EXAMPLES / f"{slug}.txt").read_text(encoding="utf-8"), day)


@pytest.fixture(scope="session")
def stories(coder: Coder) -> dict[str, tuple[Event, ...]]:
    return {slug: coder.code(article(slug)) for slug in SLUGS}


def spans(record: object) -> Iterator[Span]:
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from spans(part)
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans(getattr(record, field.name))


def countries(actors: tuple[Actor, ...]) -> list[str]:
    return sorted({a.country for a in actors if a.country is not None})


def shown(event: Event, keys: set[str]) -> dict[str, Any]:
    """Those fields of the event that the expectation states, in its words."""
    row: dict[str, Any] = {
        "type": event.type,
        "mode": event.mode,
        "act": event.act,
        "actor": countries(event.actor),
        "recipient": countries(event.recipient),
        "count": [c.value for c in event.count],
        "date": event.date.start.isoformat() if event.date is not None else None,
        "deadline": event.deadline.day.isoformat() if event.deadline is not None and event.deadline.day else None,
        "status": event.status.value,
        "assertion": event.assertion.value,
        "trigger": event.trigger.text,
        "anonymous": event.attribution is not None and event.attribution.anonymous,
    }
    return {key: row[key] for key in keys}


CASES = [(slug, row) for slug in SLUGS for row in expected(slug)["events"]]


def test_there_are_three_examples_of_a_real_article_s_length() -> None:
    lengths = {slug: len(article(slug).text.split()) for slug in SLUGS}
    assert len(lengths) >= 3
    assert all(200 <= length <= 500 for length in lengths.values()), lengths


@pytest.mark.model
@pytest.mark.parametrize(("slug", "row"), CASES, ids=[f"{s}-{r['type']}-{i}" for i, (s, r) in enumerate(CASES)])
def test_an_example_s_events_are_found(slug: str, row: dict[str, Any], stories: dict[str, tuple[Event, ...]]) -> None:
    assert row in [shown(event, set(row)) for event in stories[slug]]


@pytest.mark.model
@pytest.mark.parametrize("slug", SLUGS)
def test_every_span_is_the_very_words_of_the_article(slug: str, stories: dict[str, tuple[Event, ...]]) -> None:
    text = article(slug).text
    events = stories[slug]
    found = [span for event in events for span in spans(event)]
    assert len(found) > len(events)
    assert [s for s in found if text[s.start : s.end] != s.text] == []


@pytest.mark.model
@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_article_gives_the_same_events(slug: str, coder: Coder, stories: dict[str, tuple[Event, ...]]) -> None:
    assert coder.code(article(slug)) == stories[slug]
    assert len({e.id for e in stories[slug]}) == len(stories[slug])
