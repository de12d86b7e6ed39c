"""Coded articles in, one JSON object a line out: the event record of docs/, every key, in its order."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.exports.export import Coded
    from dragoman.records import Actor, Article, Attribution, Count, Deadline, Event, Place, Reason, Span, When

Row = dict[str, object]

# JSON lets these stand as they are, but a terminal obeys some, some readers end the line at others,
# and half a character cannot be written at all.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def write(coded: Iterable[Coded], file: TextIO, /) -> None:
    """Each event on its line."""
    for _, events in coded:
        file.writelines(line(as_row(event)) for event in events)


def write_with_articles(coded: Iterable[Coded], file: TextIO, /) -> None:
    """Each article on its own line, which the JSONL reader reads back, and then its events."""
    for article, events in coded:
        file.write(line(as_article_row(article)))
        file.writelines(line(as_row(event)) for event in events)


def line(row: Mapping[str, object]) -> str:
    """A row as one line of JSON, whatever characters its words hold."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(row, ensure_ascii=False)) + "\n"


def as_article_row(article: Article) -> Row:
    """`text` is the whole text, headline and all, in which every offset counts."""
    return {
        "id": article.id,
        "date": None if article.published is None else article.published.isoformat(),
        "title": article.title,
        "text": article.text,
        "url": article.url,
        "publisher": article.publisher,
    }


def as_row(event: Event) -> Row:
    """Every key of the event record; null where the article does not say or nobody knows."""
    return {
        "id": event.id,
        "article": event.article,
        "sentence": event.sentence,
        "type": event.type,
        "mode": event.mode,
        "act": event.act,
        "cameo": event.cameo,
        "quad": event.quad,
        "goldstein": event.goldstein,
        "intensity": event.intensity,
        "contexts": list(event.contexts),
        "actor": [_actor(actor) for actor in event.actor],
        "recipient": [_actor(actor) for actor in event.recipient],
        "count": [_count(count) for count in event.count],
        "date": event.date and _when(event.date),
        "deadline": event.deadline and _deadline(event.deadline),
        "place": event.place and _place(event.place),
        "status": event.status.value,
        "assertion": event.assertion.value,
        "attribution": event.attribution and _attribution(event.attribution),
        "reason": [_reason(reason) for reason in event.reason],
        "trigger": _span(event.trigger),
        "evidence": _span(event.evidence),
        "mentions": [_span(mention) for mention in event.mentions],
        "confidence": event.confidence,
        "explain": event.explain,
    }


def _span(span: Span) -> Row:
    return {"text": span.text, "start": span.start, "end": span.end}


def _actor(actor: Actor) -> Row:
    known = {"name": actor.name, "country": actor.country, "sectors": list(actor.sectors), "id": actor.id}
    return _span(actor.span) | known


def _count(count: Count) -> Row:
    return {"value": count.value, "unit": count.unit} | _span(count.span) | {"bound": count.bound.value}


def _when(when: When) -> Row:
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "text": when.span.text,
        "precision": when.precision.value,
    }


def _deadline(deadline: Deadline) -> Row:
    return {"date": None if deadline.day is None else deadline.day.isoformat(), "text": deadline.span.text}


def _place(place: Place) -> Row:
    return {
        "text": place.span.text,
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
    }


def _attribution(attribution: Attribution) -> Row:
    return {
        "text": attribution.span.text,
        "country": attribution.country,
        "sectors": list(attribution.sectors),
        "anonymous": attribution.anonymous,
        "verb": attribution.verb,
        "quote": None if attribution.quote is None else attribution.quote.text,
    }


def _reason(reason: Reason) -> Row:
    return {"text": reason.span.text, "event": reason.event}
