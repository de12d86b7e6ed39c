"""An event of an article in, the HTML card that tells all of it out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dragoman.exports import saying
from dragoman.exports.inert import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.exports.saying import Told
    from dragoman.records import Actor, Event, Span


def card(told: Told, article: int) -> str:
    """The card of one event; `article` is the article's number on the page, so that anchors are its own."""
    event = told.event
    return f"""<li class="card quad{event.quad}" id="event-{article}-{told.number}">
<h3><a class="number" href="#text-{article}-{told.number}" title="to the words">{told.number}</a>
{_parties(event)}</h3>
<p class="codes">{_doubts(event)} <span>{escape(saying.plover(event))}</span></p>
<dl>
{_sayings(told, article)}</dl>
<blockquote>{_evidence(event)}</blockquote>
<details><summary>Every field</summary>
<dl>
{_fields(event)}</dl>
</details>
</li>
"""


def _parties(event: Event) -> str:
    arrow = '<span class="arrow">→</span>'
    deed = f'<span class="act">{escape(saying.act(event))}</span>'
    recipient = f" {arrow} {_party(event.recipient, 'recipient')}" if event.recipient else ""
    return f"{_party(event.actor, 'actor')} {arrow} {deed}{recipient}"


def _party(actors: Sequence[Actor], kind: str) -> str:
    named = [
        f'<span class="{kind}">{escape(saying.party([actor]))}</span> <small>{escape(saying.codes(actor))}</small>'
        for actor in actors
    ]
    return " + ".join(named) or saying.NOT_SAID


def _doubts(event: Event) -> str:
    return " ".join(f'<b class="doubt {doubt}">{doubt}</b>' for doubt in saying.doubts(event))


def _sayings(told: Told, article: int) -> str:
    return "".join(_row(said.label, escape(said.words) + _link(said.to, article)) for said in told.sayings)


def _link(to: int | None, article: int) -> str:
    return "" if to is None else f' <a class="tie" href="#event-{article}-{to}">→ event {to}</a>'


def _evidence(event: Event) -> str:
    sentence, trigger = event.evidence, event.trigger
    if not (sentence.start <= trigger.start and trigger.end <= sentence.end):
        return escape(one_line(sentence.text))
    start, end = trigger.start - sentence.start, trigger.end - sentence.start
    words = one_line(sentence.text)
    parts = (escape(part) for part in (words[:start], words[start:end], words[end:]))
    return "{}<mark>{}</mark>{}".format(*parts)


def _fields(event: Event) -> str:
    return "".join(_row(label, escape(one_line(words))) for label, words in _rest(event))


def _rest(event: Event) -> Iterator[tuple[str, str]]:
    """What the card has not said yet: codes and numbers, and where the words stand."""
    codes = {"cameo": event.cameo, "goldstein": event.goldstein, "intensity": event.intensity}
    yield "quad", f"{event.quad}, {saying.QUADS.get(event.quad, 'not known')}"
    yield from ((label, str(code)) for label, code in codes.items() if code is not None)
    for label, actors in (("actor", event.actor), ("recipient", event.recipient)):
        for actor in actors:
            yield label, " ".join(part for part in (_place(actor.span), saying.codes(actor), actor.id) if part)
    if event.place is not None and event.place.lat is not None and event.place.lon is not None:
        yield "coordinates", f"{event.place.lat:.4f}, {event.place.lon:.4f}"
    yield "trigger", _place(event.trigger)
    yield from (("also told", _place(mention)) for mention in event.mentions)
    yield "sentence", str(event.sentence)
    yield "confidence", f"{event.confidence:.2f}"
    yield from ((label, words) for label, words in (("explain", event.explain), ("id", event.id)) if words)


def _place(span: Span) -> str:
    return f"{saying.quoted(span)} {span.start}–{span.end}"


def _row(label: str, words: str) -> str:
    return f"<div><dt>{escape(label)}</dt><dd>{words}</dd></div>\n"
