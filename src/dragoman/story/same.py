"""The events of one article in, the same with each act told once out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.records import Actor, Assertion, Event, Part, Sentence, Span, Status

PHYSICAL = 4
FORMAL = frozenset({"SANCTION"})
"""Acts of state on paper have no ground that could stand for whom they hit."""
LEAD = 2
"""Paragraphs after the headline that it sums up: a dateline's and the first of the body."""
SETTLED = frozenset({Status.ACTUAL, Status.HISTORICAL})


def merged(events: Iterable[Event], sentences: tuple[Sentence, ...]) -> tuple[Event, ...]:
    """One event for each act, in the order of first telling; a headline's telling gives way to that of the body."""
    kept: list[Event] = []
    for event in events:
        twin = next((i for i, e in enumerate(kept) if is_retold(e, event) or is_headline_of(e, event, sentences)), None)
        if twin is None:
            kept.append(event)
        elif sentences[kept[twin].sentence].part is Part.HEADLINE:
            kept[twin] = together(event, kept[twin])
        else:
            kept[twin] = together(kept[twin], event)
    return tuple(kept)


def is_retold(first: Event, second: Event) -> bool:
    """Whether the second telling is of the same act: same kind, and no party, number, day or place against it."""
    return (
        _same_kind(first, second)
        and not _answers(first, second)
        and (first.status == second.status or {first.status, second.status} <= SETTLED)
        and (Assertion.DENIED not in (first.assertion, second.assertion) or first.assertion == second.assertion)
        and _persons_agree(first, second)
        and _compatible(_doers(first.actor), _doers(second.actor))
        and _recipients_agree(first, second)
        and _shares_party(first, second)
        and _counts_agree(first, second)
        and _days_agree(first, second)
    )


def is_headline_of(first: Event, second: Event, sentences: tuple[Sentence, ...]) -> bool:
    """Whether the headline tells in short what the lead tells in full: the same act of the same side.

    "Chipmakers urge sanctions against Japan" over "urged the government to impose sanctions": whom it is told of
    differs, the act does not.
    """
    return (
        sentences[first.sentence].part is Part.HEADLINE
        and sentences[second.sentence].part is Part.BODY
        and sentences[second.sentence].paragraph - sentences[first.sentence].paragraph <= LEAD
        and first.type == second.type
        and (first.act == second.act or first.mode == second.mode)
        and (first.status == second.status or {first.status, second.status} <= SETTLED)
        and (not _sides(first.actor) or not _sides(second.actor) or bool(_sides(first.actor) & _sides(second.actor)))
        and _counts_agree(first, second)
    )


def _answers(first: Event, second: Event) -> bool:
    # "closed the consulate in retaliation for the closure of ..." tells two closures
    return any(r.event == other.id for e, other in ((first, second), (second, first)) for r in e.reason)


def _same_kind(first: Event, second: Event) -> bool:
    # "the attack" can tell "the poisoning" again; "closed the consulate" does not tell "imposed sanctions" again
    return first.type == second.type and (first.act == second.act or None in (first.mode, second.mode))


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    # a party told without name or country ("five entities") speaks neither for nor against sameness
    return frozenset(known for a in actors if (known := a.country or a.name) is not None)


def _doers(actors: Iterable[Actor]) -> frozenset[str]:
    # "Allies send home 120": doers told in words of their own are not any one state
    return frozenset(a.country or a.name or a.span.text.lower() for a in actors)


def _persons_agree(first: Event, second: Event) -> bool:
    mine, theirs = ({a.name for a in e.actor if a.person and a.name is not None} for e in (first, second))
    return not mine or not theirs or bool(mine & theirs)


def _compatible(first: frozenset[str], second: frozenset[str]) -> bool:
    return not first or not second or first <= second or second <= first


def _recipients_agree(first: Event, second: Event) -> bool:
    mine, theirs = _sides(first.recipient), _sides(second.recipient)
    if _compatible(mine, theirs):
        return True
    # "the poisoning of a Russian on British soil" is "the attack on Britain"
    return (
        first.quad == PHYSICAL
        and first.type not in FORMAL
        and any(e.place is not None and e.place.country in other for e, other in ((first, theirs), (second, mine)))
    )


def _shares_party(first: Event, second: Event) -> bool:
    return bool(
        (_sides(first.actor) & _sides(second.actor))
        or (_sides(first.recipient) & _sides(second.recipient))
        or not (_sides(second.actor) and _sides(second.recipient))
        or not (_sides(first.actor) and _sides(first.recipient))
    )


def _counts_agree(first: Event, second: Event) -> bool:
    mine, theirs = {c.value for c in first.count}, {c.value for c in second.count}
    return not mine or not theirs or bool(mine & theirs)


def _days_agree(first: Event, second: Event) -> bool:
    if first.date is None or second.date is None:
        return True
    return first.date.start <= second.date.end and second.date.start <= first.date.end


def together(main: Event, other: Event) -> Event:
    """The main telling, with what only the other one tells added and the other's trigger among its mentions."""
    assertion = main.assertion if main.assertion is not Assertion.STATED else other.assertion
    return replace(
        main,
        act=main.act if main.mode is not None or other.mode is None else other.act,
        mode=main.mode or other.mode,
        actor=main.actor or other.actor,
        recipient=main.recipient or other.recipient,
        count=main.count or other.count,
        date=main.date or other.date,
        place=main.place or other.place,
        deadline=main.deadline or other.deadline,
        attribution=main.attribution or other.attribution,
        assertion=assertion,
        reason=(*main.reason, *(r for r in other.reason if r not in main.reason)),
        mentions=tuple(sorted({*main.mentions, other.trigger, *other.mentions}, key=_start)),
    )


def _start(span: Span) -> int:
    return span.start
