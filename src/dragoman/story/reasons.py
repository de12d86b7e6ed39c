"""Events and their sentences in, the same with what each answers out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.codebook.story import StoryWords
from dragoman.records import Event, Parse, Reason, Sentence, Span, Token

CROSSING = ("relcl", "advcl", "parataxis")


@dataclass(frozen=True, slots=True)
class Answer:
    """A phrase of reason: the word that it hangs on, its span, and whether it counts without a told act."""

    holder: Token
    span: Span
    sure: bool


def with_reasons(events: Sequence[Event], sentences: Sequence[Sentence], words: StoryWords) -> tuple[Event, ...]:
    """The events with their reasons: words, and the id of the event that those words tell."""
    reasons: dict[str, list[Reason]] = {event.id: [] for event in events}
    for sentence in sentences:
        if sentence.parse is None:
            continue
        here = [e for e in events if e.sentence == sentence.index]
        for answer in answers(sentence, words):
            cause = told_in(answer.span, events)
            if cause is None and not answer.sure:
                continue
            for event in answering(answer, sentence.parse, here, events, words):
                if cause is None or event.id != cause.id:
                    reasons[event.id].append(Reason(answer.span, cause.id if cause is not None else None))
    return tuple(replace(e, reason=tuple(reasons[e.id])) for e in events)


def answers(sentence: Sentence, words: StoryWords) -> Iterator[Answer]:
    """Each phrase of reason in the sentence: "in response to the poisoning of ..."."""
    parse = sentence.parse
    if parse is None:
        return
    lower = [t.text.lower() for t in parse]
    index = 0
    while index < len(lower):
        phrase, sure = _cue_at(lower, index, words)
        if phrase:
            answer = _answer(sentence, parse.tokens[index : index + len(phrase)], sure=sure)
            if answer is not None:
                yield answer
        index += max(1, len(phrase))


def _cue_at(lower: list[str], index: int, words: StoryWords) -> tuple[tuple[str, ...], bool]:
    for phrases, sure in ((words.always, True), (words.when_told, False)):
        for phrase in phrases:
            if tuple(lower[index : index + len(phrase)]) == phrase:
                return phrase, sure
    return (), False


def _answer(sentence: Sentence, cue: tuple[Token, ...], *, sure: bool) -> Answer | None:
    parse = sentence.parse
    if parse is None:
        return None
    top = min(cue, key=lambda t: sum(1 for _ in parse.ancestors(t)))
    holder = parse.head(top)
    if top.dep == "mark" and holder is not None:  # "after Russia expelled ...": the clause hangs on what it answers
        top, holder = holder, parse.head(holder)
    below = [t for t in parse.subtree(top) if t.index >= cue[0].index and t.dep != "punct"]
    if holder is None or below[-1].end <= cue[-1].end:
        return None
    start, end, offset = below[0].start, below[-1].end, sentence.span.start
    return Answer(holder, Span(start, end, sentence.span.text[start - offset : end - offset]), sure)


def told_in(span: Span, events: Sequence[Event]) -> Event | None:
    """The event that the words of a reason tell: by its trigger, or by a noun that refers to one told before."""
    inside = [e for e in events if span.overlaps(e.trigger) or any(span.overlaps(m) for m in e.mentions)]
    if inside:
        return min(inside, key=lambda e: min(t.start for t in (e.trigger, *e.mentions) if span.overlaps(t)))
    return None


def answering(
    answer: Answer, parse: Parse, here: Sequence[Event], events: Sequence[Event], words: StoryWords
) -> list[Event]:
    """The events that the reason is given for: told by the word it hangs on, or carried by it."""
    found = []
    for event in here:
        spans = [s for s in (event.trigger, *event.mentions) if parse.at(s.start) is not None]
        if any(not answer.span.overlaps(s) and _carried(parse, s, answer.holder) for s in spans):
            found.append(event)
    return found or _referred(answer, parse, events, words)


def _carried(parse: Parse, span: Span, holder: Token) -> bool:
    """Whether the holder stands above the act's word, or is part of its phrase: "ordered them to close ..."."""
    token = parse.at(span.start)
    return token is not None and (
        _below(parse, token, holder) or (holder.dep == "xcomp" and _below(parse, holder, token))
    )


def _below(parse: Parse, start: Token, holder: Token) -> bool:
    token: Token | None = start
    while token is not None and token != holder:
        if token.dep in CROSSING or (
            token.dep == "conj" and token.pos == "VERB" and parse.children(token, "nsubj", "nsubjpass")
        ):
            return False
        token = parse.head(token)
    return token is not None


def _referred(answer: Answer, parse: Parse, events: Sequence[Event], words: StoryWords) -> list[Event]:
    # "The move comes after ...": the reason belongs to what the article told last before this sentence
    verb = answer.holder
    subject = next(iter(parse.children(verb, "nsubj")), None)
    if subject is None or subject.lemma not in words.references or verb.lemma not in words.reference_verbs:
        return []
    before = [e for e in events if e.trigger.start < parse[0].start]
    named = [e for e in before if subject.text.lower() in e.trigger.text.lower()]
    first = next(iter(before), None)
    return named[-1:] or ([first] if first is not None else [])
