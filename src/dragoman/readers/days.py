"""The words of a publication day in, the day out."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.readers.source import visible

# Weekly papers begin in 1605. Feeds that know no day write 0001-01-01 or 9999-12-31.
FIRST_YEAR, LAST_YEAR = 1600, 2999


def publication_day(words: str) -> date:
    """The day of an ISO date or moment, as its own clock has it; ValueError says what is wrong and what to write."""
    try:
        day = datetime.fromisoformat(words.strip()).date()
    except ValueError:
        raise ValueError(f'date "{visible(words)}" is not a day of the calendar; write it as YYYY-MM-DD') from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f'date "{visible(words)}" is not a day of any newspaper; leave it out where it is not known')
    return day
