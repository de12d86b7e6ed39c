"""An entry of an article's expectation and a coded event in, which of the stated fields agree out."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.evaluation.folding import load_folding
from dragoman.records import Actor, Event

FIELDS = ("mode", "act", "actor", "recipient", "count", "date", "place", "status", "assertion")
SHORT = 3
"""A place's name of so many letters is a code, which must be equal and not merely part of another."""

Options = tuple[Any, ...]
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Entry:
    """What an analyst expects of one event: for each field that is stated, the values that are right.

    `parties` are the countries of a joint act, on whichever side; None among a field's values says that leaving it
    empty is right too.
    """

    key: str
    types: frozenset[str]
    triggers: frozenset[str]
    stated: Mapping[str, Options]
    parties: Options | None = None


def options(value: Any) -> Options:  # JSON: alternatives are {"any": [...]}
    """The alternatives that a value names, or itself alone."""
    return tuple(value["any"]) if isinstance(value, dict) and "any" in value else (value,)


def words(text: str | None) -> frozenset[str]:
    """The words of a text by which triggers and names are compared."""
    return frozenset(re.findall(r"\w+(?:-\w+)*", (text or "").casefold())) - load_folding().stopwords


def entry_of(row: Mapping[str, Any]) -> Entry:
    """The entry of a case's `must` or `may`."""
    stated = {field: options(row[field]) for field in FIELDS if field in row}
    if "counts" in row:
        stated["count"] = options(row["counts"])
    parties = options(row["actor_or_recipient"]) if "actor_or_recipient" in row else None
    triggers = frozenset().union(*map(words, row.get("trigger", ())))
    return Entry(row["key"], frozenset(options(row["type"])), triggers, stated, parties)


def agreements(entry: Entry, event: Event) -> dict[str, bool]:
    """For each field that the entry states, whether the event agrees; a joint act states both parties at once."""
    found = {field: any(AGREES[field](o, event) for o in values) for field, values in entry.stated.items()}
    if entry.parties is not None:
        told = countries((*event.actor, *event.recipient))
        found["actor"] = found["recipient"] = any(set(o) == told for o in entry.parties)
    return {field: found[field] for field in FIELDS if field in found}


def countries(actors: Iterable[Actor]) -> set[str]:
    """The countries that are known."""
    return {a.country for a in actors if a.country}


# --- single fields -------------------------------------------------------------------------------------------


def first_and_last_day(shown: str) -> Days:
    """A year, a month or a day as the first and the last day that it means."""
    parts = [int(part) for part in shown.split("-")]
    year, month, day = (*parts, None, None)[:3]
    last = day or calendar.monthrange(year, month or 12)[1]  # type: ignore[arg-type]  # a year always stands
    return date(year, month or 1, day or 1), date(year, month or 12, last)  # type: ignore[arg-type]


def within(expected: Any, told: Days | None) -> bool:  # a day, {"within": [first, last]}, or null
    """Whether the days that were told lie in those expected."""
    if expected is None or told is None:
        return expected is None and told is None
    bounds = expected["within"] if isinstance(expected, dict) else (expected, expected)
    return first_and_last_day(bounds[0])[0] <= told[0] and told[1] <= first_and_last_day(bounds[1])[1]


def _date(expected: Any, event: Event) -> bool:
    return within(expected, (event.date.start, event.date.end) if event.date is not None else None)


def _count(expected: Any, event: Event) -> bool:  # a number, a list of {"value"}, or null
    told = [count.value for count in event.count]
    if isinstance(expected, list):
        return all(count["value"] in told for count in expected)
    return expected in told if expected is not None else not told


def _place(expected: str | None, event: Event) -> bool:
    if expected is None or event.place is None:
        return expected is None and event.place is None
    names = [n.casefold() for n in (event.place.span.text, event.place.name, event.place.country) if n]
    return any(_same_place(expected.casefold(), name) for name in names)


def _same_place(wanted: str, name: str) -> bool:
    if wanted == name:
        return True
    return len(wanted) > SHORT and (wanted in name or (len(name) > SHORT and name in wanted))


AGREES: Mapping[str, Callable[[Any, Event], bool]] = {
    "mode": lambda option, event: bool(event.mode == option),
    "act": lambda option, event: bool(event.act == option),
    "actor": lambda option, event: set(option) == countries(event.actor),
    "recipient": lambda option, event: set(option) == countries(event.recipient),
    "count": _count,
    "date": _date,
    "place": _place,
    "status": lambda option, event: bool(event.status.value == option),
    "assertion": lambda option, event: bool(event.assertion.value == option),
}


def shares_trigger(entry: Entry, texts: Sequence[str]) -> bool:
    """Whether one of the texts holds a word of the entry's triggers."""
    return any(not entry.triggers.isdisjoint(words(text)) for text in texts)
