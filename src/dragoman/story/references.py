"""Events and sentences in, the same events with what later sentences add to them out.

"Those Treasury sanctions against five entities and 19 individuals" tells no new act: it says more of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.codebook.story import StoryWords
from dragoman.records import Count, Event, Mentions, Parse, Sentence, Span, Token


def with_references(
    events: tuple[Event, ...], sentences: Sequence[Sentence], mentions: Sequence[Mentions], words: StoryWords
) -> tuple[Event, ...]:
    """An event told before and named again by its noun takes the counts of that noun's phrase, where it had none."""
    found = {e.id: e for e in events}
    for sentence, mention in zip(sentences, mentions, strict=True):
        for token in _references(sentence, words):
            event = _meant(token, sentence, tuple(found.values()))
            if event is not None and sentence.parse is not None:
                found[event.id] = _fuller(event, token, sentence.parse, mention)
    return tuple(found.values())


def _references(sentence: Sentence, words: StoryWords) -> Iterator[Token]:
    if sentence.parse is None:
        return
    for token in sentence.parse:
        before = {c.lemma.lower() for c in sentence.parse.children(token, "det")}
        if token.lemma in words.references and before & words.pointers:
            yield token


def _meant(token: Token, sentence: Sentence, events: Sequence[Event]) -> Event | None:
    """The latest event before the sentence whose act or trigger the noun names."""
    before = [e for e in events if e.sentence < sentence.index]
    named = [e for e in before if token.lemma in (e.act or "") or token.lemma == e.trigger.text.lower()]
    return max(named, key=lambda e: e.trigger.start, default=None)


def _fuller(event: Event, token: Token, parse: Parse, mention: Mentions) -> Event:
    below = parse.subtree(token)
    counts = tuple(c for c in mention.counts if any(_holds(c, t) for t in below))
    span = Span(token.start, token.end, token.text)
    return replace(event, count=event.count or counts, mentions=tuple(sorted({*event.mentions, span}, key=_start)))


def _holds(count: Count, token: Token) -> bool:
    return count.span.start <= token.start < count.span.end


def _start(span: Span) -> int:
    return span.start
