"""A gold row or a coded event in, the same comparable telling out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.folding import Folding, Side
from dragoman.records import Actor, Assertion, Event

Days = tuple[str, str]
ANY = "any"
ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class Telling:
    """Who did what to whom, folded so that two tellings of one act are alike. `days` are ISO, both included."""

    type: str
    actor: Side
    recipient: Side
    status: str
    alleged: bool = False
    counts: tuple[int, ...] = ()
    days: Days | None = None
    mode: str | None = None
    act: str | None = None
    actor_words: str = ""
    recipient_words: str = ""
    trigger: str = ""
    reciprocal: bool = False

    def __str__(self) -> str:
        """One line for a person."""
        status = f"{self.status}, alleged" if self.alleged else self.status
        return f"{self.type} {_shown(self.actor)} > {_shown(self.recipient)} “{self.trigger}” {status}"


def _shown(side: Side) -> str:
    return "/".join(sorted(code or "-" for code in side))


def of_gold(row: Mapping[str, Any], folding: Folding) -> Telling:
    """The telling of one of a gold item's `events`."""
    source, target = row["source"] or {}, row["target"] or {}
    return Telling(
        type=folding.type(row["plover"]),
        actor=folding.side(_countries(source)),
        recipient=folding.side(_countries(target)),
        status=folding.gold_statuses[row["status"]],
        alleged=row["status"] == ALLEGED,
        counts=_number(row.get("number")),
        days=_days(row.get("date")),
        mode=_word(row.get("mode")),
        act=_word(row.get("act")),
        actor_words=source.get("text") or "",
        recipient_words=target.get("text") or "",
        trigger=row.get("trigger") or "",
        reciprocal=bool(row.get("reciprocal")),
    )


def of_event(event: Event, folding: Folding) -> Telling:
    """The telling of a coded event: what somebody denies counts as negated, what is long past as done."""
    status = "negated" if event.assertion is Assertion.DENIED else event.status.value
    return Telling(
        type=folding.type(event.type),
        actor=folding.side(a.country for a in event.actor),
        recipient=folding.side(a.country for a in event.recipient),
        status=folding.statuses.get(status, status),
        alleged=event.assertion is Assertion.ALLEGED,
        counts=tuple(int(c.value) for c in event.count),
        days=(event.date.start.isoformat(), event.date.end.isoformat()) if event.date is not None else None,
        mode=_word(event.mode),
        act=_word(event.act),
        actor_words=_words(event.actor),
        recipient_words=_words(event.recipient),
        trigger=event.trigger.text,
    )


def _countries(party: Mapping[str, Any]) -> Sequence[str | None]:
    return (party.get("countries") or [party["country"]]) if party else []


def _words(actors: Sequence[Actor]) -> str:
    return " ".join(actor.span.text for actor in actors)


def _word(shown: str | None) -> str | None:
    return (shown or "").strip().lower().replace("_", "-").replace(" ", "-") or None


def _number(shown: Any) -> tuple[int, ...]:
    value = shown.get("value") if isinstance(shown, dict) else shown
    return () if value is None else (int(value),)


def _days(shown: Any) -> Days | None:
    if not shown:
        return None
    if isinstance(shown, str):
        return shown[:10], shown[:10]
    first = shown.get("start") or shown.get("end")
    return (first[:10], (shown.get("end") or first)[:10]) if first else None
