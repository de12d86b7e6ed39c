"""Days and units of the calendar in, first and last days out: the arithmetic below the time expressions."""

from __future__ import annotations

import calendar
import math
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from dragoman.codebook.times import TimeWords
from dragoman.records import Precision

PARTS = ("early", "mid", "late")


class Stretch(NamedTuple):
    """First and last day, and the unit they are told in."""

    start: date
    end: date
    precision: Precision


def moved(day: date, count: int, unit: str, words: TimeWords) -> date:
    """`count` units after `day`; hours round up to whole days, a month later is the same day or the month's last."""
    if unit in words.unit_hours:
        hours = count * words.unit_hours[unit]
        return day + timedelta(days=math.ceil(hours / 24) if hours > 0 else -(-hours // 24))
    return months_on(day, count * words.unit_months[unit])


def span_around(day: date, span: str) -> Stretch:
    """The week (Monday to Sunday), weekend, month, quarter, year or decade that `day` lies in."""
    monday = day - timedelta(days=day.weekday())
    if span == "week":
        return Stretch(monday, monday + timedelta(days=6), Precision.WEEK)
    if span == "weekend":
        return Stretch(monday + timedelta(days=5), monday + timedelta(days=6), Precision.RANGE)
    if span == "month":
        return one_month(day.year, day.month)
    if span == "year":
        return one_year(day.year)
    return _months_of(day.year, day.month) if span == "quarter" else one_decade(day.year // 10 * 10)


def _months_of(year: int, month: int) -> Stretch:
    first = (month - 1) // 3 * 3 + 1
    return Stretch(date(year, first, 1), one_month(year, first + 2).end, Precision.RANGE)


def one_day(day: date) -> Stretch:
    return Stretch(day, day, Precision.DAY)


def one_month(year: int, month: int) -> Stretch:
    last = calendar.monthrange(year, month)[1]
    return Stretch(date(year, month, 1), date(year, month, last), Precision.MONTH)


def one_year(year: int) -> Stretch:
    return Stretch(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def one_decade(year: int) -> Stretch:
    return Stretch(date(year, 1, 1), date(year + 9, 12, 31), Precision.RANGE)


def months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_between(start: date, end: date) -> Stretch | None:
    return Stretch(start, end, Precision.RANGE) if start <= end else None


def third(whole: Stretch, part: str | None) -> Stretch:
    """The early, mid or late third: of a month to the 10th and the 20th, of a week to Tuesday and Thursday."""
    if part is None:
        return whole
    number = PARTS.index(part)
    months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
    if months >= len(PARTS):
        cuts = [months_on(whole.start, months * n // 3) for n in (0, 1, 2)]
    else:
        steps = (0, 10, 20) if whole.precision is Precision.MONTH else (0, 2, 4)
        cuts = [whole.start + timedelta(days=n) for n in steps]
    end = whole.end if part == PARTS[-1] else cuts[number + 1] - timedelta(days=1)
    return Stretch(cuts[number], end, Precision.RANGE)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
