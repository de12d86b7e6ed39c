"""The words that filled a time phrase in, what they are worth seen from publication out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.times import TimeWords
from dragoman.mentions.stretches import Stretch
from dragoman.mentions.tense import Heading


@dataclass(frozen=True, slots=True)
class View:
    """What an expression is seen from: publication, the clause's heading, the last day told before it."""

    words: TimeWords
    published: date | None
    heading: Heading
    anchor: date | None


@dataclass(frozen=True, slots=True)
class Slots:
    """The words that filled a phrase, in lower case with single spaces."""

    filled: Mapping[str, str]
    text: str
    view: View

    def value(self, slot: str, table: str | None = None) -> int | None:
        """What the word of `slot` is worth in its list; None where the phrase has none."""
        return self.worth(slot, table) if slot in self.filled else None

    def number(self, slot: str) -> int | None:
        """The digits of `slot`; None where the phrase has none."""
        return self.digits(slot) if slot in self.filled else None

    def worth(self, slot: str, table: str | None = None) -> int:
        """The same of a slot that the rule's phrases all have."""
        return self.view.words.values[table or slot][self.filled[slot]]

    def digits(self, slot: str) -> int:
        """The digits of a slot that the rule's phrases all have: "14th" is 14."""
        return int("".join(filter(str.isdigit, self.filled[slot])))

    def count(self) -> int:
        """How many units; 1 where the phrase gives no number."""
        return spelled(self.filled.get("count", "a"), self.view.words)

    def kind(self, slot: str) -> str | None:
        """Which of the kinds of `slot` its word is of."""
        word = self.filled.get(slot)
        return None if word is None else self.view.words.kinds[slot][word]


def spelled(text: str, words: TimeWords) -> int:
    """A small number in digits or words: "72", "a", "forty-eight"."""
    if text.isdigit():
        return int(text)
    table, text = words.values["count"], " ".join(text.lower().split())
    return table[text] if text in table else sum(table[part] for part in text.split("-"))


SLACK_BEHIND, SLACK_AHEAD = 300, 60
"""A past clause may name a day ahead ("announced talks for 30 March"): when the last such day is over 300 days gone
and the next within 60, the next is meant, or the article would have told the year."""


def nearest(candidates: list[Stretch], view: View) -> Stretch | None:
    """Of the same day or month in several years, the one that the clause's heading asks for."""
    day = view.published
    if day is None or not candidates:
        return None
    gone = [c for c in candidates if c.start <= day]
    ahead = [c for c in candidates if c.end >= day]
    last, following = gone[-1] if gone else None, ahead[0] if ahead else None
    if last is None or following is None or view.heading is Heading.FUTURE:
        return following or last
    behind_by, ahead_by = (day - last.end).days, (following.start - day).days
    if view.heading is Heading.PAST:
        return following if behind_by > SLACK_BEHIND and ahead_by < SLACK_AHEAD else last
    return last if behind_by <= ahead_by else following


def years_around(view: View, reach: int = 1) -> range:
    return range(view.published.year - reach, view.published.year + reach + 1) if view.published else range(0)


def year_told(slots: Slots) -> int | None:
    """The year that the phrase names, or "last year" gives."""
    shift, year, view = slots.value("shift"), slots.number("year"), slots.view
    if year is None and shift is not None and view.published is not None:
        return view.published.year + shift
    return year
