"""Events and deadlines told in the article in, each event with its deadline out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook.story import StoryWords
from dragoman.records import Event, Mentions, Sentence

NEAR = 1200
"""Characters, about four paragraphs of wire copy: beyond them a later act of the same side is likelier meant."""


def with_deadlines(
    events: tuple[Event, ...], sentences: Sequence[Sentence], mentions: Sequence[Mentions], words: StoryWords
) -> tuple[Event, ...]:
    """A deadline belongs to the act of its own sentence, else to the last one told before against the same side."""
    found = {e.id: e for e in events}
    for sentence, mention in zip(sentences, mentions, strict=True):
        for deadline in mention.deadlines:
            countries = {a.country for actors in mention.actors.values() for a in actors if a.country is not None}
            event = _holder(tuple(found.values()), sentence, countries, words)
            if event is not None and event.deadline is None:
                found[event.id] = replace(event, deadline=deadline)
    return tuple(found.values())


def _holder(events: Sequence[Event], sentence: Sentence, countries: set[str], words: StoryWords) -> Event | None:
    fitting = [e for e in events if e.type in words.deadline_types]
    here = [e for e in fitting if e.sentence == sentence.index]
    if here:
        return here[0]
    before = [e for e in fitting if e.trigger.start < sentence.span.start and e.type in words.later_deadline_types]
    same = [e for e in before if countries & {a.country for a in e.recipient}]
    near = [e for e in same if sentence.span.start - _last_told(e, sentence) < NEAR]
    if near or same:
        latest = max(e.sentence for e in near or same)
        return next(e for e in near or same if e.sentence == latest)  # the act that leads its sentence carries it
    return before[-1] if before else None


def _last_told(event: Event, sentence: Sentence) -> int:
    return max(s.start for s in (event.trigger, *event.mentions) if s.start < sentence.span.start)
