"""Whole articles with what an analyst takes from them, and the coder's events, in; what was found and how well out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.errors import InputError
from dragoman.evaluation.entries import FIELDS, Entry, agreements, countries, entry_of, shares_trigger
from dragoman.evaluation.facts import FACTS, Share, Told, shares
from dragoman.evaluation.findings import Cell, Findings, Judged, Mark, Table
from dragoman.evaluation.measures import DRAWS, figures, ratio
from dragoman.evaluation.sources import Source, read_text, shaped
from dragoman.records import Article, Event

EXPECTED = ".expected.json"
SUMS = ("recall", "precision", *FIELDS, *FACTS)

TRIGGER, MENTION, PARTIES = 200, 100, 40
"""What a shared trigger, one in a further mention and the same parties weigh: each more than all that follow it."""
RIGHT, WRONG = 1, -3
"""What a field that agrees and one that does not weigh: nine of them never outweigh the parties."""
BY_TRIGGER = 60
"""Above it a trigger word is shared."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article with the entries that must be found, those that may, and the facts about the whole."""

    article: Article
    must: tuple[Entry, ...]
    may: tuple[Entry, ...]
    facts: Mapping[str, Any]


class Role(NamedTuple):
    """What an event is: the first of a `must` entry, one of a `may` entry, or a `must` entry told again."""

    kind: str
    key: str


class _Way(NamedTuple):
    """An event as an entry; they sort best first, `must` before `may`."""

    weakness: int
    is_may: bool
    event: int
    key: str


@dataclass(frozen=True, slots=True)
class Scored:
    """One case beside its events: (right, of) for each sum."""

    case: Case
    sums: Mapping[str, Share]
    judged: Judged


def read_cases(folder: Source) -> tuple[Case, ...]:
    """The cases of a folder, by name; an InputError names what cannot be used."""
    files = sorted(folder.path.glob(f"*{EXPECTED}"))
    if not files:
        raise InputError(str(folder.path), f"holds no *{EXPECTED}; give the folder of the cases")
    return tuple(_read_case(file) for file in files)


def _read_case(file: Path) -> Case:
    slug = file.name.removesuffix(EXPECTED)
    text = read_text(file.with_name(f"{slug}.txt"))
    return shaped(str(file), read_text(file), lambda row: _case(slug, text, row))


def _case(slug: str, text: str, row: Mapping[str, Any]) -> Case:
    article = Article(slug, text, date.fromisoformat(row["published"]))
    return Case(article, tuple(map(entry_of, row["must"])), tuple(map(entry_of, row["may"])), row.get("facts", {}))


def evaluate(folder: Source, code: Callable[[Article], Iterable[Event]], draws: int = DRAWS) -> Findings:
    """What the cases of a folder say of a coder."""
    scored = [score(case, tuple(code(case.article))) for case in read_cases(folder)]
    size = {"articles": len(scored), "entries": sum(len(s.case.must) for s in scored)}
    found = figures([s.sums for s in scored], rates, draws)
    judged = tuple(s.judged for s in scored)
    return Findings("cases", folder.name, folder.sha256, size, found, {"articles": articles(scored)}, judged)


def rates(sums: Sequence[Mapping[str, Share]]) -> dict[str, float | None]:
    """Each sum pooled over the articles, and its mean over those that have something to sum."""
    found: dict[str, float | None] = {}
    for name in SUMS:
        parts = [one[name] for one in sums if name in one]
        each = [right / of for right, of in parts if of]
        found[name] = ratio(sum(right for right, _ in parts), sum(of for _, of in parts))
        found[f"{name}_mean"] = sum(each) / len(each) if each else None
    return found


def articles(scored: Sequence[Scored]) -> Table:
    """A row for each article."""
    rows: list[tuple[Cell, ...]] = [
        (s.case.article.id, *(ratio(*s.sums[name]) if name in s.sums else None for name in SUMS)) for s in scored
    ]
    return Table(("article", *SUMS), tuple(rows))


# --- one case ------------------------------------------------------------------------------------------------


def score(case: Case, events: Sequence[Event]) -> Scored:
    """The events as entries, and what they tell rightly."""
    first, roles = assign(case, events)
    marks = {e.key: agreements(e, events[first[e.key]]) for e in case.must if e.key in first}
    sums: dict[str, Share] = {
        "recall": (len(first), len(case.must)),
        "precision": (sum(role is not None for role in roles), len(events)),
    }
    for field in FIELDS:
        known = [mark[field] for mark in marks.values() if field in mark]
        sums[field] = (sum(known), len(known))
    told = Told(
        events,
        [role.key if role is not None else None for role in roles],
        {key: events[i] for key, i in first.items()},
        frozenset(role.key for role in roles if role is not None and role.kind == "again"),
    )
    sums |= shares(case.facts, [entry.key for entry in case.must], told)
    return Scored(case, sums, _judged(case, events, roles, marks))


def assign(case: Case, events: Sequence[Event]) -> tuple[dict[str, int], list[Role | None]]:
    """Which event stands for each `must` entry, and the role of every event.

    A `must` entry takes one event and a `may` entry any number, but a `may` entry only those that fit nothing better.
    What then still shares a word with an entry that is taken tells it again.
    """
    ways = sorted(way for i, event in enumerate(events) for way in _ways(case, i, event))
    first: dict[str, int] = {}
    best: dict[int, str] = {}
    roles: list[Role | None] = [None] * len(events)
    for way in ways:
        fits_here_best = best.setdefault(way.event, way.key) == way.key
        if roles[way.event] is None and (fits_here_best if way.is_may else way.key not in first):
            roles[way.event] = Role("may" if way.is_may else "must", way.key)
            if not way.is_may:
                first[way.key] = way.event
    for way in ways:
        if roles[way.event] is None and (way.is_may or -way.weakness > BY_TRIGGER):
            roles[way.event] = Role("may" if way.is_may else "again", way.key)
    return first, roles


def _ways(case: Case, index: int, event: Event) -> list[_Way]:
    """The entries that the event can be; where one shares its trigger, those that share only parties fall away."""
    found = [
        _Way(-strength, is_may, index, entry.key)
        for entry, is_may in _entries(case)
        if (strength := match_strength(entry, event)) is not None
    ]
    return [way for way in found if -way.weakness > BY_TRIGGER] or found


def _entries(case: Case) -> Iterator[tuple[Entry, bool]]:
    yield from ((entry, False) for entry in case.must)
    yield from ((entry, True) for entry in case.may)


def match_strength(entry: Entry, event: Event) -> int | None:
    """How well the event fits the entry; None where the type differs, or neither a word nor both parties are shared."""
    if event.type not in entry.types:
        return None
    agree = agreements(entry, event)
    two_sided = entry.parties is not None or bool(countries(event.recipient))
    parties = two_sided and agree.get("actor", False) and agree.get("recipient", False)
    trigger = shares_trigger(entry, [event.trigger.text])
    mention = not trigger and shares_trigger(entry, [span.text for span in event.mentions])
    base = TRIGGER * trigger + MENTION * mention + PARTIES * parties
    return base + sum(RIGHT if right else WRONG for right in agree.values()) if base else None


def _judged(
    case: Case, events: Sequence[Event], roles: Sequence[Role | None], marks: Mapping[str, Mapping[str, bool]]
) -> Judged:
    shown = {e.key: _mark(marks.get(e.key)) for e in case.must}
    false = tuple(
        f"{event.type} “{event.trigger.text}” in: {event.evidence.text}"
        for event, role in zip(events, roles, strict=True)
        if role is None
    )
    return Judged(case.article.id, case.article.text, shown, false)


def _mark(agree: Mapping[str, bool] | None) -> Mark:
    if agree is None:
        return Mark(0, "missed", right=False)
    wrong = [field for field, right in agree.items() if not right]
    words = f"found, but for {', '.join(wrong)}" if wrong else "found"
    return Mark(1 + len(agree) - len(wrong), words, right=not wrong)
