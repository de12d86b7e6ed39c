"""A sentence and the day of publication in, by when something must be done out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dragoman.codebook.times import TimeWords
from dragoman.mentions.slots import spelled
from dragoman.mentions.stretches import moved
from dragoman.mentions.tense import Heading, heading
from dragoman.mentions.times import times_in
from dragoman.records import Deadline, Sentence, Span, When

ANY_DAY = date(2000, 1, 1)
"""Stands in for an unknown day of publication while the words are looked for; no day comes of it."""


def deadlines_in(sentence: Sentence, published: date | None, words: TimeWords) -> tuple[Deadline, ...]:
    """The deadlines that the sentence sets, in order; of two that overlap the longer."""
    if not words.hint.search(sentence.span.text):
        return ()
    found = [*_lasting(sentence, published, words), *_by_a_day(sentence, published, words)]
    kept = list[Deadline]()
    for deadline in sorted(found, key=lambda d: d.span.start - d.span.end):
        if not any(deadline.span.overlaps(other.span) for other in kept):
            kept.append(deadline)
    return tuple(sorted(kept, key=lambda d: d.span.start))


def _lasting(sentence: Sentence, published: date | None, words: TimeWords) -> Iterator[Deadline]:
    """ "seven days to leave", "within 72 hours", "a 48-hour ultimatum": so long from publication."""
    text = sentence.span.text
    for match in words.deadline.given.finditer(text):
        if _is_given(sentence, match, words):
            yield _after(sentence, match, match.span("length"), published, words)
    for match in words.deadline.noun.finditer(text):
        yield _after(sentence, match, match.span("length"), published, words)
    for match in words.deadline.within.finditer(text):
        if _binds(sentence, match.start(), words):
            yield _after(sentence, match, match.span(), published, words)


def _after(
    sentence: Sentence, match: re.Match[str], part: tuple[int, int], published: date | None, words: TimeWords
) -> Deadline:
    count, unit = spelled(match["count"], words), " ".join(match["unit"].lower().split())
    day = None if published is None else moved(published, count, unit, words)
    return Deadline(_span(sentence, *part), day)


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.start + end, sentence.span.text[start:end])


def _is_given(sentence: Sentence, match: re.Match[str], words: TimeWords) -> bool:
    """ "have seven days to leave", not "took seven days to leave"."""
    if words.deadline.given_before.search(sentence.span.text[: match.start("length")]):
        return True
    token = sentence.parse.at(sentence.span.start + match.start("unit")) if sentence.parse else None
    above = sentence.parse.head(token) if sentence.parse and token else None
    return above is not None and above.lemma.lower() in words.deadline.gives


def _binds(sentence: Sentence, start: int, words: TimeWords) -> bool:
    """Whether the clause looks ahead or the sentence orders: "arrested within 24 hours" only tells when."""
    if heading(sentence, sentence.span.start + start, words.tense) is Heading.FUTURE:
        return True
    return any(word in words.deadline.orders for word in re.findall(r"\w+", sentence.span.text.lower()))


def _is_time_given(text: str, start: int, words: TimeWords) -> bool:
    """ "have until April 5"."""
    until = words.deadline.until.match(text, start)
    return until is not None and words.deadline.given_before.search(text[:start]) is not None


def _by_a_day(sentence: Sentence, published: date | None, words: TimeWords) -> Iterator[Deadline]:
    """ "by midnight Sunday", "until April 5", "a Friday deadline": the last day of what the words name."""
    known = {when.span: when.end for when in times_in(sentence, published, words, looking=Heading.FUTURE)}
    for when in times_in(sentence, published or ANY_DAY, words, looking=Heading.FUTURE):
        start = _leads(sentence, when, words)
        if start is not None and (published is None or when.end >= published):
            yield Deadline(_span(sentence, start, when.span.end - sentence.span.start), known.get(when.span))


def _leads(sentence: Sentence, when: When, words: TimeWords) -> int | None:
    """Where the deadline's words begin; None where the day is none."""
    offset, text = when.span.start - sentence.span.start, sentence.span.text
    by = words.deadline.by.search(text[:offset])
    if by is not None and (_is_time_given(text, by.start(), words) or _binds(sentence, offset, words)):
        return by.start()
    noun = words.deadline.noun_after.match(text, when.span.end - sentence.span.start)
    return offset if noun is not None or words.deadline.noun_before.search(text[:offset]) else None
