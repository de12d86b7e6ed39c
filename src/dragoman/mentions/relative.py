"""A time phrase that counts from publication in ("Monday", "last week", "two days ago"), first and last day out.

One function a rule; `BY_PUBLICATION` is their table, keyed as `rule` in `times.toml`. Without the day of
publication a rule gives None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dragoman.mentions.slots import Slots
from dragoman.mentions.stretches import Stretch, days_between, months_on, moved, one_day, span_around, third
from dragoman.mentions.tense import Heading
from dragoman.records import Precision

HOURS_A_WEEK = 7 * 24


def _weekday_rule(slots: Slots) -> Stretch | None:
    """ "Monday" is today where publication is one: news says so of its own day, past or ahead."""
    weekday, shift, day = slots.value("weekday"), slots.value("shift"), slots.view.published
    if day is None or weekday is None:
        return None
    heading = slots.view.heading
    if shift == 0 and heading in (Heading.UNKNOWN, Heading.PRESENT):
        return one_day(day - timedelta(days=day.weekday() - weekday))
    if shift == 1 or (shift != -1 and heading is Heading.FUTURE):
        first = day + timedelta(days=1 if shift == 1 else 0)
        return one_day(first + timedelta(days=(weekday - first.weekday()) % 7))
    last = day - timedelta(days=1 if shift == -1 else 0)
    return one_day(last - timedelta(days=(last.weekday() - weekday) % 7))


def _weekday_of_week(slots: Slots) -> Stretch | None:
    weekday, shift, day = slots.value("weekday"), slots.value("shift"), slots.view.published
    if day is None or weekday is None or shift is None:
        return None
    return one_day(span_around(day, "week").start + timedelta(days=7 * shift + weekday))


def _weekdays_rule(slots: Slots) -> Stretch | None:
    """Monday to Wednesday: the first by the clause's heading, the other within the week after it."""
    first, last = _weekday_rule(slots), slots.value("weekday2", "weekday")
    if first is None or last is None:
        return None
    return days_between(first.start, first.start + timedelta(days=(last - first.start.weekday()) % 7))


def _near(slots: Slots) -> Stretch | None:
    day = slots.view.published
    if day is None:
        return None
    first, last = slots.view.words.pairs["near"][slots.filled["near"]]
    precision = Precision.DAY if first == last else Precision.RANGE
    return Stretch(day + timedelta(days=first), day + timedelta(days=last), precision)


def _shifted(slots: Slots) -> Stretch | None:
    """Last week, earlier this month, the end of the year; of "this week" the half that the clause looks to."""
    day, span = slots.view.published, slots.kind("span") or "weekend"
    if day is None:
        return None
    shift, side, part = slots.value("shift"), slots.kind("side"), slots.kind("part")
    if shift is None and side is None and part is None:
        return _by_heading(day, span, slots.view.heading)
    if span == "weekend" and shift == 0:
        return _by_heading(day, span, Heading.PAST if slots.view.heading is Heading.PAST else Heading.FUTURE)
    whole = span_around(_step(day, shift or 0, span), span)
    if part is not None:
        return third(whole, part)
    return whole if shift else _half(whole, day, side or _side_of(slots.view.heading))


def _by_heading(day: date, span: str, heading: Heading) -> Stretch:
    whole = span_around(day, span)
    return span_around(_step(day, -1, span), span) if whole.start > day and heading is not Heading.FUTURE else whole


def _step(day: date, shift: int, span: str) -> date:
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
    return months_on(day, shift * months[span]) if span in months else day + timedelta(days=7 * shift)


def _side_of(heading: Heading) -> str | None:
    return {Heading.PAST: "so far", Heading.FUTURE: "to come"}.get(heading)


def _half(whole: Stretch, day: date, side: str | None) -> Stretch | None:
    """What lies before or after publication: that day is of "this week" both ways, but not of "later this week"."""
    if side in ("before", "so far"):
        until = min(day, whole.end)
        return (
            Stretch(min(whole.start, until), until, whole.precision)
            if side == "so far"
            else days_between(whole.start, until)
        )
    if side in ("after", "to come"):
        first = day + timedelta(days=1) if side == "after" and day < whole.end else day
        since = max(first, whole.start)
        return Stretch(since, whole.end, whole.precision) if side == "to come" else days_between(since, whole.end)
    return whole


def _ago(slots: Slots) -> Stretch | None:
    """Three days ago is a day, three weeks ago the week it fell in, and so the month and the year."""
    day = slots.view.published
    return None if day is None else _counted(slots, day, -1)


def _from_now(slots: Slots) -> Stretch | None:
    day = slots.view.published
    return None if day is None else _counted(slots, day, 1)


def _ahead(slots: Slots) -> Stretch | None:
    """In two weeks: only where the clause looks ahead, for "the first in ten years" looks back."""
    return _from_now(slots) if slots.view.heading is Heading.FUTURE else None


def _after(slots: Slots) -> Stretch | None:
    """Two days later: than the day told before it in the sentence; a week later is a day too."""
    return _from_anchor(slots, 1)


def _before(slots: Slots) -> Stretch | None:
    return _from_anchor(slots, -1)


def _from_anchor(slots: Slots, way: int) -> Stretch | None:
    anchor, unit = slots.view.anchor, slots.filled["unit"]
    if anchor is None:
        return None
    if unit in slots.view.words.unit_hours:
        return one_day(moved(anchor, way * slots.count(), unit, slots.view.words))
    return _counted(slots, anchor, way)


def _counted(slots: Slots, day: date, way: int) -> Stretch:
    unit, words = slots.filled["unit"], slots.view.words
    reached = moved(day, way * slots.count(), unit, words)
    if unit in words.unit_hours:
        return span_around(reached, "week") if words.unit_hours[unit] >= HOURS_A_WEEK else one_day(reached)
    return span_around(reached, "month" if words.unit_months[unit] == 1 else "year")


def _past_window(slots: Slots) -> Stretch | None:
    day = slots.view.published
    return (
        None if day is None else days_between(moved(day, -slots.count(), slots.filled["unit"], slots.view.words), day)
    )


def _next_window(slots: Slots) -> Stretch | None:
    day = slots.view.published
    return None if day is None else days_between(day, moved(day, slots.count(), slots.filled["unit"], slots.view.words))


BY_PUBLICATION: Mapping[str, Callable[[Slots], Stretch | None]] = {
    "weekday": _weekday_rule,
    "weekday_of_week": _weekday_of_week,
    "weekdays": _weekdays_rule,
    "near": _near,
    "shifted": _shifted,
    "ago": _ago,
    "past_window": _past_window,
    "next_window": _next_window,
    "ahead": _ahead,
    "from_now": _from_now,
    "after": _after,
    "before": _before,
}
