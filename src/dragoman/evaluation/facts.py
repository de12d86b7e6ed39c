"""What an analyst knows of a whole article and the events that are which entry in, how much of it is told out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.entries import options, within, words
from dragoman.records import Event

Share = tuple[int, int]
"""How many are right, of how many."""

FACTS = ("deadline", "anonymous_speaker", "speakers", "responds_to", "told_twice")


@dataclass(frozen=True, slots=True)
class Told:
    """An article's events with the key of the entry that each is, None where it is none.

    `first` are the events that stand for the `must` entries, `twice` the keys of entries that others repeat.
    """

    events: Sequence[Event]
    keys: Sequence[str | None]
    first: Mapping[str, Event]
    twice: frozenset[str]

    def of(self, key: str) -> list[Event]:
        """Every event that is the entry of that key, repetitions too."""
        return [event for event, other in zip(self.events, self.keys, strict=True) if other == key]


def shares(facts: Mapping[str, Any], must: Sequence[str], told: Told) -> dict[str, Share]:
    """Each kind of fact with how many of the stated ones the events tell."""
    return {name: _share(CHECKS[name](facts, must, told)) for name in FACTS}


def _share(marks: Iterable[bool]) -> Share:
    known = list(marks)
    return sum(known), len(known)


def _listed(value: Any) -> list[Any]:  # one fact, a list of them, or null
    return value if isinstance(value, list) else [] if value is None else [value]


def _deadlines(facts: Mapping[str, Any], _: Sequence[str], told: Told) -> Iterator[bool]:
    for fact in _listed(facts.get("deadline")):
        events = [event for key in options(fact["of"]) for event in told.of(key)]
        days = [e.deadline.day for e in events if e.deadline is not None and e.deadline.day is not None]
        yield any(within(option, (day, day)) for day in days for option in options(fact["date"]))


def _anonymous_speakers(facts: Mapping[str, Any], _: Sequence[str], told: Told) -> Iterator[bool]:
    speakers = [event.attribution for event in told.events if event.attribution is not None]
    for fact in _listed(facts.get("anonymous_speaker")):
        wanted = options(fact.get("country"))
        yield any(
            s.anonymous and _same_name(fact["text"], s.span.text) and (None in wanted or s.country in wanted)
            for s in speakers
        )


def _speakers(facts: Mapping[str, Any], _: Sequence[str], told: Told) -> Iterator[bool]:
    for speaker in facts.get("speakers", ()):
        for key in speaker["says"]:
            if key in told.first:
                yield any(_same_name(speaker["text"], name) for name in _who_says(told.first[key]))


def _who_says(event: Event) -> list[str]:
    named = [event.attribution.span.text] if event.attribution is not None else []
    return [*named, *(actor.span.text for actor in event.actor)]


def _same_name(text: Any, spoken: str) -> bool:  # a name, or alternatives
    return any(not words(option).isdisjoint(words(spoken)) for option in options(text))


def _answers(facts: Mapping[str, Any], _: Sequence[str], told: Told) -> Iterator[bool]:
    for fact in facts.get("responds_to", ()):
        yield any(_is_tied(answer, cause, told) for answer, cause in options(fact))


def _is_tied(answer: str, cause: str, told: Told) -> bool:
    causes = {event.id for event in told.of(cause)}
    return any(reason.event in causes for event in told.of(answer) for reason in event.reason)


def _once(facts: Mapping[str, Any], must: Sequence[str], told: Told) -> Iterator[bool]:
    keys = [fact["entry"] for fact in facts.get("told_twice", ())] or must
    return (key not in told.twice for key in keys if key in told.first)


CHECKS: Mapping[str, Callable[[Mapping[str, Any], Sequence[str], Told], Iterator[bool]]] = {
    "deadline": _deadlines,
    "anonymous_speaker": _anonymous_speakers,
    "speakers": _speakers,
    "responds_to": _answers,
    "told_twice": _once,
}
