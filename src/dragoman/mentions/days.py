"""A time phrase that names its day by the calendar in ("March 4", "in 2016"), first and last day out.

One function a rule; `BY_CALENDAR` is their table, keyed as `rule` in `times.toml`. A rule gives None where the
words give no day: 30 February, or March 4 of a year that neither the words nor publication tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dragoman.mentions.slots import Slots, View, nearest, year_told, years_around
from dragoman.mentions.stretches import (
    Stretch,
    date_or_none,
    days_between,
    months_on,
    one_day,
    one_decade,
    one_month,
    one_year,
    third,
)
from dragoman.mentions.tense import Heading
from dragoman.records import Precision

MONTHS = 12


def _numeric(slots: Slots) -> Stretch | None:
    """2018-03-26, 26.3.2018; with strokes only where the day is over 12, for 3/4/2018 is two days."""
    month, number = slots.digits("mm"), slots.digits("dd")
    day = date_or_none(slots.digits("yyyy"), month, number)
    if day is None or ("/" in slots.text and number <= MONTHS):
        return None
    return one_day(day)


def _day_rule(slots: Slots) -> Stretch | None:
    month, number, year = slots.worth("month"), slots.digits("day"), year_told(slots)
    found = [date_or_none(y, month, number) for y in ([year] if year is not None else years_around(slots.view, 4))]
    days = [one_day(day) for day in found if day is not None]
    return next(iter(days), None) if year is not None else nearest(days, slots.view)


def _days_rule(slots: Slots) -> Stretch | None:
    """March 3-5; the year, and a month told once, hold for both."""
    first, last = slots.value("month"), slots.value("month2", "month")
    months = (first or last, last or first)
    numbers, year = (slots.number("day"), slots.number("day2")), slots.number("year")
    found = []
    for y in [year] if year is not None else years_around(slots.view):
        start, end = (date_or_none(y, m or 0, d or 0) for m, d in zip(months, numbers, strict=True))
        if start is not None and end is not None and end < start and months[0] != months[1]:
            end = date_or_none(y + 1, end.month, end.day) if year is None else end
        stretch = days_between(start, end) if start is not None and end is not None else None
        found += [stretch] if stretch else []
    return next(iter(found), None) if year is not None else nearest(found, slots.view)


def _month_rule(slots: Slots) -> Stretch | None:
    month = slots.value("month") or slots.value("mostly_month") or slots.worth("surely_month")
    year, shift, view = slots.number("year"), slots.value("shift"), slots.view
    if shift is not None:
        return _shifted_month(month, shift, view)
    found = one_month(year, month) if year is not None else nearest(_same_month(month, view), view)
    return None if found is None else third(found, slots.kind("part"))


def _same_month(month: int, view: View) -> list[Stretch]:
    return [one_month(year, month) for year in years_around(view)]


def _shifted_month(month: int, shift: int, view: View) -> Stretch | None:
    """Last March ended before this month; next March begins after it; this March is of this year."""
    if view.published is None:
        return None
    this = one_month(view.published.year, view.published.month)
    months = _same_month(month, view)
    if shift < 0:
        return [m for m in months if m.end < this.start][-1]
    return next((m for m in months if m.start > this.end), None) if shift > 0 else months[1]


def _month_of_year(slots: Slots) -> Stretch | None:
    month, year = slots.value("month"), year_told(slots)
    if month is None or year is None:
        return None
    return third(one_month(year, month), slots.kind("part"))


def _months_rule(slots: Slots) -> Stretch | None:
    first, last, year = slots.worth("month"), slots.worth("month2", "month"), slots.number("year")
    years = [year] if year is not None else list(years_around(slots.view))
    found = [Stretch(date(y, first, 1), one_month(y + (last < first), last).end, Precision.RANGE) for y in years]
    return found[0] if year is not None else nearest(found, slots.view)


def _year_rule(slots: Slots) -> Stretch | None:
    year = slots.number("year")
    return None if year is None else third(one_year(year), slots.kind("part"))


def _years_rule(slots: Slots) -> Stretch | None:
    """2014 to 2016; 1986-87 borrows its century."""
    first, last, short = slots.digits("year"), slots.number("year2"), slots.number("yy")
    until = last if last is not None else first // 100 * 100 + (short or 0)
    return days_between(date(first, 1, 1), date(until, 12, 31))


def _decade_rule(slots: Slots) -> Stretch | None:
    decade = slots.number("decade")
    return None if decade is None else third(one_decade(decade), slots.kind("part"))


def _day_of_month(slots: Slots) -> Stretch | None:
    """The 14th: of this month, or of the one before or after."""
    number, shift, day = slots.number("nthday"), slots.value("shift"), slots.view.published
    if day is None or number is None:
        return None
    months = [months_on(day.replace(day=1), n) for n in ([shift] if shift is not None else (-2, -1, 0, 1, 2))]
    found = [date_or_none(m.year, m.month, number) for m in months]
    days = [one_day(d) for d in found if d is not None]
    if shift is not None:
        return next(iter(days), None)
    return [d for d in days if d.start <= day][-1] if slots.view.heading is not Heading.FUTURE else _next(days, day)


def _next(days: list[Stretch], day: date) -> Stretch:
    return next(d for d in days if d.start >= day)


def _fixed(slots: Slots) -> Stretch | None:
    return one_day(slots.view.words.fixed[slots.filled["fixed"]])


def _holiday(slots: Slots) -> Stretch | None:
    month, number = slots.view.words.pairs["holiday"][slots.filled["holiday"]]
    year, shift, view = slots.number("year"), slots.value("shift"), slots.view
    if year is not None:
        return one_day(date(year, month, number))
    days = [one_day(date(y, month, number)) for y in years_around(view)]
    if view.published is not None and shift == -1:
        return [d for d in days if d.end < view.published][-1]
    if view.published is not None and shift == 1:
        return next(d for d in days if d.start > view.published)
    return nearest(days, view)


def _season(slots: Slots) -> Stretch | None:
    first, last = slots.view.words.pairs["season"][slots.filled["season"]]
    shift, view, year = slots.value("shift"), slots.view, year_told(slots)
    years = years_around(view) if slots.number("year") is None else [year or 0]
    found = [Stretch(date(y, first, 1), one_month(y + (last < first), last).end, Precision.RANGE) for y in years]
    if slots.number("year") is not None:
        return third(found[0], slots.kind("part"))
    if view.published is not None and shift is not None:
        season = _season_by_shift(found, shift, view.published)
        return third(season, slots.kind("part")) if season is not None else None
    return nearest(found, view)


def _season_by_shift(found: list[Stretch], shift: int, day: date) -> Stretch | None:
    """Last summer has ended; next summer has not begun; this summer is of this year, or the winter that is on."""
    if shift < 0:
        return next((s for s in reversed(found) if s.end < day), None)
    if shift > 0:
        return next((s for s in found if s.start > day), None)
    return next((s for s in found if s.start <= day <= s.end), found[1] if len(found) > 1 else None)


def _quarter(slots: Slots) -> Stretch | None:
    number, year = slots.value("nth"), year_told(slots)
    months = 6 if slots.filled["period"] == "half" else 3
    if number is None or year is None or number * months > MONTHS:
        return None
    first = date(year, 1 + (number - 1) * months, 1)
    return Stretch(first, months_on(first, months) - timedelta(days=1), Precision.RANGE)


BY_CALENDAR: Mapping[str, Callable[[Slots], Stretch | None]] = {
    "numeric": _numeric,
    "day": _day_rule,
    "days": _days_rule,
    "month": _month_rule,
    "month_of_year": _month_of_year,
    "months": _months_rule,
    "years": _years_rule,
    "year": _year_rule,
    "decade": _decade_rule,
    "day_of_month": _day_of_month,
    "fixed": _fixed,
    "holiday": _holiday,
    "season": _season,
    "quarter": _quarter,
}
