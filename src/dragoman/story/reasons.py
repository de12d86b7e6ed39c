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
            causes = told_in(answer.span, sentence.parse, here, events)
            if not causes and not answer.sure:
                continue
            for event in answering(answer, sentence.parse, here, events, words):
                reasons[event.id] += [Reason(answer.span, c.id) for c in causes if c.id != event.id]
                reasons[event.id] += [] if causes else [Reason(answer.span)]
        for event in (e for e in here if e.type in words.reactions):
            for cause, span in reacted_to(event, sentence, here, events, words=words):
                told = {r.event for r in reasons[event.id]}
                reasons[event.id] += [] if cause.id in told else [Reason(span, cause.id)]
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
    mark = next((t for t in cue if t.dep == "mark"), None)
    top = mark or min(cue, key=lambda t: sum(1 for _ in parse.ancestors(t)))
    holder = parse.head(top)
    if top.dep == "mark" and holder is not None:  # "after Russia expelled ...": the clause hangs on what it answers
        top, holder = holder, parse.head(holder)
    below = [t for t in parse.subtree(top) if t.index >= cue[0].index and t.dep != "punct"]
    if holder is None or below[-1].end <= cue[-1].end:
        return None
    start, end, offset = below[0].start, below[-1].end, sentence.span.start
    return Answer(holder, Span(start, end, sentence.span.text[start - offset : end - offset]), sure)


def reacted_to(
    event: Event, sentence: Sentence, here: Sequence[Event], events: Sequence[Event], *, words: StoryWords
) -> Iterator[tuple[Event, Span]]:
    """What a word of blame, refusal or praise is about, where the article tells it: "condemned the attack"."""
    parse = sentence.parse
    token = parse.at(event.trigger.start) if parse is not None else None
    if parse is None or token is None or token.pos != "VERB":
        return
    things = [*parse.children(token, "dobj", "nsubjpass")]
    things += [o for p in parse.children(token, "prep") if p.lemma in words.about for o in parse.children(p, "pobj")]
    for thing in things:
        start, end, offset = thing.start, thing.end, sentence.span.start
        span = Span(start, end, sentence.span.text[start - offset : end - offset])
        yield from ((cause, span) for cause in told_in(span, parse, here, events) if cause.id != event.id)


def told_in(span: Span, parse: Parse, here: Sequence[Event], events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that the words of a reason tell: the first by its trigger and those coordinated with it, else the one
    told before whose noun stands there again ("following the attack")."""
    inside = [(e.trigger.start, e) for e in here if span.overlaps(e.trigger)]
    if inside:
        first = min(inside, key=lambda pair: pair[0])[1]
        return (first, *(e for _, e in inside if e is not first and _coordinated(parse, first, e)))
    nouns = {t.lemma.lower() for t in parse if t.start in span and t.pos == "NOUN"}
    again = [
        e
        for e in events
        if e.trigger.start < span.start and nouns & {e.trigger.text.lower(), e.trigger.text.lower().rstrip("s")}
    ]
    return (max(again, key=lambda e: e.trigger.start),) if again else ()


def _coordinated(parse: Parse, first: Event, second: Event) -> bool:
    token, other = parse.at(second.trigger.start), parse.at(first.trigger.start)
    while token is not None and token.dep == "conj":
        token = parse.head(token)
        if token == other:
            return True
    return False


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
