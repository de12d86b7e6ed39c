"""The events of one article in, the same told once each, dated, and tied to what they answer out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.codebook import Codebook
from dragoman.records import Actor, Article, Event, Mentions, Sentence, Status
from dragoman.story.deadlines import with_deadlines
from dragoman.story.reasons import with_reasons
from dragoman.story.references import with_references
from dragoman.story.same import merged

CONFLICT = (3, 4)
"""The quad classes of verbal and material conflict."""


def tell(
    article: Article,
    events: Iterable[Event],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mentions],
    codebook: Codebook,
) -> tuple[Event, ...]:
    """The article's events to each other: told twice is one, an answer names what it answers, history is history."""
    dated = (_historical(event, article, codebook) for event in events)
    told = with_reasons(tuple(dated), sentences, codebook.story)
    told = _doers_from_answers(told)
    once = merged(told, tuple(sentences))
    added = with_references(_renamed(told, once), sentences, mentions, codebook.story)
    return with_deadlines(added, sentences, mentions, codebook.story)


def _historical(event: Event, article: Article, codebook: Codebook) -> Event:
    if event.date is None or article.published is None or event.status is not Status.ACTUAL:
        return event
    old = event.date.end < article.published - timedelta(days=codebook.story.historical_after_days)
    return replace(event, status=Status.HISTORICAL) if old else event


def _doers_from_answers(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Who did an act that is told without its doer: whom the answer to it is aimed at, "sanctions on Russia over the
    attack"."""
    hostile = [e for e in events if e.quad in CONFLICT]
    aimed_at = {r.event: e.recipient for e in hostile if e.recipient for r in e.reason if r.event is not None}
    return tuple(
        replace(e, actor=_states(aimed_at[e.id], events)) if e in hostile and not e.actor and e.id in aimed_at else e
        for e in events
    )


def _states(actors: tuple[Actor, ...], events: tuple[Event, ...]) -> tuple[Actor, ...]:
    """The states behind the actors, in words of the article that name them where it has some."""
    told = [a for e in events for a in (*e.actor, *e.recipient)]
    found = (
        next((t for t in told if t.country == a.country and t.name is not None and not t.person), a) for a in actors
    )
    return tuple({a.country: a for a in found}.values())


def _renamed(told: tuple[Event, ...], once: tuple[Event, ...]) -> tuple[Event, ...]:
    """Reasons that named a telling since merged now name the event that it was merged into."""
    by_trigger = {(span, e.type): e.id for e in once for span in (e.trigger, *e.mentions)}
    now = {e.id: by_trigger[e.trigger, e.type] for e in told if (e.trigger, e.type) in by_trigger}
    return tuple(
        replace(
            e,
            reason=tuple(
                dict.fromkeys(
                    replace(r, event=now.get(r.event, r.event) if r.event is not None else None)
                    for r in e.reason
                    if r.event is None or now.get(r.event) != e.id
                )
            ),
        )
        for e in once
    )
