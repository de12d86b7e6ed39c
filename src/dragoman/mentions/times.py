"""A sentence and the day of publication in, the days that it tells out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.times import TimeWords
from dragoman.mentions.days import BY_CALENDAR
from dragoman.mentions.relative import BY_PUBLICATION
from dragoman.mentions.slots import Slots, View
from dragoman.mentions.stretches import Stretch
from dragoman.mentions.tense import Heading, heading, names_a_thing
from dragoman.records import Precision, Sentence, Span, When

RULES = {**BY_CALENDAR, **BY_PUBLICATION}


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A stretch of the sentence's text that may tell a day."""

    start: int
    end: int
    rule: str
    filled: Mapping[str, str]


def times_in(
    sentence: Sentence, published: date | None, words: TimeWords, *, looking: Heading | None = None
) -> tuple[When, ...]:
    """The days that the sentence tells, in order; where phrases overlap the longest that gives a day stands.

    Each clause's verb decides whether "Monday" is behind or ahead, unless `looking` does.
    """
    text, found = sentence.span.text, list[tuple[_Phrase, Stretch]]()
    if not words.hint.search(text):
        return ()
    anchored = list[_Phrase]()
    for phrase in sorted(_phrases(text, words), key=lambda p: (p.start - p.end, p.start)):
        if any(phrase.start < other.end and other.start < phrase.end for other, _ in found):
            continue
        if phrase.rule in ("after", "before"):
            anchored.append(phrase)
        way = looking or _way(phrase, sentence, words)
        stretch = _resolved(phrase, text, View(words, published, way, None))
        if stretch is not None:
            found.append((phrase, stretch))
    found += _after_others(anchored, found, text, words)
    ordered = sorted(found, key=lambda pair: pair[0].start)
    return tuple(_when(phrase, stretch, sentence, published, words) for phrase, stretch in ordered)


def _phrases(text: str, words: TimeWords) -> Iterator[_Phrase]:
    names = [m.span() for m in words.names.finditer(text)]
    present = {slot for slot, probe in words.probes.items() if probe.search(text)}
    for expression in words.expressions:
        if not expression.needs <= present:
            continue
        for match in expression.pattern.finditer(text):
            phrase = _phrase(match, expression.rule)
            named = any(start < phrase.end and phrase.start < end for start, end in names)
            if not named and _stands(phrase, text, words):
                yield phrase


def _phrase(match: re.Match[str], rule: str) -> _Phrase:
    groups = match.groupdict()
    start, end = match.span("mention") if "mention" in groups else match.span()
    filled = {slot: " ".join(word.lower().split()) for slot, word in groups.items() if word is not None}
    return _Phrase(start, end, rule, filled)


def _stands(phrase: _Phrase, text: str, words: TimeWords) -> bool:
    """Whether the words around leave it a time: not "Resolution 1973", "in March 20 people", "on the 14th floor"."""
    before, after = _word_before(text, phrase.start), _word_after(text, phrase.end)
    if phrase.rule == "year" and "part" not in phrase.filled:
        return before not in words.designations and after not in words.counted
    if phrase.rule in ("day", "days") and "year" not in phrase.filled:
        return after not in words.counted
    if phrase.rule == "shifted":
        return after != "of"
    return phrase.rule != "day_of_month" or "shift" in phrase.filled or not after or after in words.after_day


def _word_before(text: str, offset: int) -> str:
    match = re.search(r"([\w.'’]+)\s*$", text[:offset])
    return match[1].lower() if match else ""


def _word_after(text: str, offset: int) -> str:
    match = re.match(r"\s+([\w'’-]+)", text[offset:])
    return match[1].lower() if match else ""


def _way(phrase: _Phrase, sentence: Sentence, words: TimeWords) -> Heading:
    offset = sentence.span.start + phrase.start
    if phrase.rule in ("day", "month") and names_a_thing(sentence, offset):
        return Heading.UNKNOWN
    return heading(sentence, offset, words.tense)


def _resolved(phrase: _Phrase, text: str, view: View) -> Stretch | None:
    try:
        return RULES[phrase.rule](Slots(phrase.filled, text[phrase.start : phrase.end], view))
    except OverflowError:
        return None


def _after_others(
    anchored: list[_Phrase], found: list[tuple[_Phrase, Stretch]], text: str, words: TimeWords
) -> Iterator[tuple[_Phrase, Stretch]]:
    """ "On March 4 he came, two days later he left": from the nearest day told before it."""
    for phrase in anchored:
        days = [(p.end, s.start) for p, s in found if s.precision is Precision.DAY and p.end <= phrase.start]
        view = View(words, None, Heading.UNKNOWN, max(days)[1] if days else None)
        stretch = _resolved(phrase, text, view)
        if stretch is not None:
            yield phrase, stretch


def _when(phrase: _Phrase, stretch: Stretch, sentence: Sentence, published: date | None, words: TimeWords) -> When:
    """ "Since 2014" lasts until publication, and "since" belongs to its words."""
    since = words.tense.since.search(sentence.span.text[: phrase.start])
    lasting = since is not None and published is not None and stretch.start <= published
    start = since.start() if since is not None and lasting else phrase.start
    span = Span(sentence.span.start + start, sentence.span.start + phrase.end, sentence.span.text[start : phrase.end])
    if lasting and published is not None:
        return When(span, stretch.start, published, Precision.RANGE)
    return When(span, *stretch)
