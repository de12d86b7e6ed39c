"""An event in, the words that tell it to a person out; the table and the page say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.exports.inert import one_line
from dragoman.records import Actor, Assertion, Attribution, Bound, Count, Deadline, Event, Place, Span, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}
NOT_SAID = "—"


@dataclass(frozen=True, slots=True)
class Saying:
    """One line about an event: what it says, and the number of the event of the same article that it points to."""

    label: str
    words: str
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event of an article under the number by which a person knows it, and all that is said of it."""

    number: int
    event: Event
    sayings: tuple[Saying, ...]


def tell(events: Sequence[Event]) -> Iterator[Told]:
    """The events of one article in their order, tied to each other by number."""
    numbers = {event.id: number for number, event in enumerate(events, 1)}
    answers: dict[str | None, list[Saying]] = {}
    for event in events:
        for answered in {reason.event for reason in event.reason}:
            answers.setdefault(answered, []).append(Saying("drew", act(event), numbers[event.id]))
    for number, event in enumerate(events, 1):
        reasons = [Saying("in answer to", quoted(r.span), numbers.get(r.event or "")) for r in event.reason]
        yield Told(number, event, (*_of_itself(event), *reasons, *answers.get(event.id, ()), *_context(event)))


def _of_itself(event: Event) -> Iterator[Saying]:
    yield from (Saying("how many", how_many(count)) for count in event.count)
    if event.date is not None:
        yield Saying("when", when(event.date))
    if event.deadline is not None:
        yield Saying("deadline", by_when(event.deadline))
    if event.place is not None:
        yield Saying("where", where(event.place))
    if event.attribution is not None:
        yield from who_says_so(event.attribution)


def _context(event: Event) -> Iterator[Saying]:
    if event.contexts:
        yield Saying("context", ", ".join(map(one_line, event.contexts)))


def party(actors: Sequence[Actor]) -> str:
    """The names of those who act together."""
    return " + ".join(one_line(actor.name or actor.span.text) for actor in actors) or NOT_SAID


def codes(actor: Actor) -> str:
    """What the party is coded as: "RUS GOV MIL"."""
    return one_line(" ".join(code for code in (actor.country, *actor.sectors) if code))


def act(event: Event) -> str:
    """The native act, or the PLOVER mode or type where there is no finer one."""
    return one_line(event.act or event.mode or event.type.lower())


def plover(event: Event) -> str:
    """The PLOVER type and mode: "SANCTION.expel"."""
    return one_line(event.type if event.mode is None else f"{event.type}.{event.mode}")


def doubts(event: Event) -> tuple[str, ...]:
    """How it is told: the status always, the assertion where it is more than stated."""
    told = () if event.assertion is Assertion.STATED else (event.assertion.value,)
    return (event.status.value, *told)


def how_many(count: Count) -> str:
    """Such as "at least 20 “a score of envoys”"; the unit where the words do not show it."""
    unit = count.unit if count.unit and count.unit.casefold() not in count.span.text.casefold() else ""
    figure = f"{BOUNDS[count.bound]}{count.value:,.15g} {unit}".strip()
    return figure if figure == count.span.text else f"{one_line(figure)} {quoted(count.span)}"


def when(time: When) -> str:
    """Such as "2018-03-26 “Monday”"; of an interval both ends."""
    days = time.start.isoformat() if time.start == time.end else f"{time.start} to {time.end}"
    return days if days == time.span.text else f"{days} {quoted(time.span)}"


def by_when(deadline: Deadline) -> str:
    """The last day, where the words give one."""
    return quoted(deadline.span) if deadline.day is None else f"{deadline.day} {quoted(deadline.span)}"


def where(place: Place) -> str:
    """The place's name and its country."""
    return one_line(", ".join(part for part in (place.name or place.span.text, place.country) if part))


def who_says_so(attribution: Attribution) -> Iterator[Saying]:
    """Whose words they are, and the very words."""
    known = (attribution.country, *attribution.sectors, "anonymous" if attribution.anonymous else None)
    notes = ", ".join(note for note in known if note)
    said = " ".join(part for part in (attribution.span.text, attribution.verb and f"· {attribution.verb}") if part)
    yield Saying("says who", one_line(f"{said} ({notes})" if notes else said))
    if attribution.quote is not None:
        yield Saying("in the words", quoted(attribution.quote))


def quoted(span: Span) -> str:
    """The very words, in quotation marks unless they bring their own."""
    words = one_line(span.text).strip()
    return words if words[:1] in '"“' else f"“{words}”"
