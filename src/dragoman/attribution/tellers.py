"""An event and its sentence in, who says so out: named, nameless, institutional or documentary.

The teller is the subject of the nearest speech verb above the event ("officials said that ..."), the phrase after
"according to", or, inside a quotation that runs on, the teller of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.codebook import Codebook
from dragoman.records import Actor, Assertion, Attribution, Event, Mentions, Parse, Sentence, Span, Token

CLAUSAL = (
    "ccomp",
    "xcomp",
    "conj",
    "parataxis",
    "relcl",
    "acl",
    "advcl",
    "pcomp",
    "dobj",
    "pobj",
    "prep",
    "nsubj",
    "nsubjpass",
    "attr",
    "appos",
    "dep",
    "agent",
    "poss",
    "acomp",
    "oprd",
    "dative",
    "csubj",
)


def attribute(
    events: Iterable[Event], sentences: Sequence[Sentence], mentions: Sequence[Mentions], codebook: Codebook
) -> Iterator[Event]:
    """The events with their attribution; an event whose teller is its own actor is a speech act and has none."""
    for event in events:
        sentence = sentences[event.sentence]
        found = None if sentence.parse is None else attribution_of(event, sentence, mentions[event.sentence], codebook)
        yield (
            event if found is None else replace(event, attribution=found[0], assertion=_bent(event, found[1], codebook))
        )


def _bent(event: Event, verb: str, codebook: Codebook) -> Assertion:
    if event.assertion is Assertion.STATED and verb in codebook.speech.claiming:
        return Assertion.ALLEGED
    return event.assertion


def attribution_of(
    event: Event, sentence: Sentence, mentions: Mentions, codebook: Codebook
) -> tuple[Attribution, str] | None:
    """Who tells the event in its sentence and by which verb; None where it is the reporter, or the actor itself."""
    parse = sentence.parse
    token = parse.at(event.trigger.start) if parse is not None else None
    if parse is None or token is None:
        return None
    for verb, subject in tellers(parse, token, codebook):
        teller = _phrase(subject, parse, sentence, mentions)
        actor = next(iter(mentions.actors.get(subject.index, ())), None)
        if _is_party(subject, actor, event):
            return None
        nameless = is_anonymous(subject, sentence, actor, codebook)
        quote = quotation(sentence, event.trigger)
        country = actor.country if actor is not None else None
        sectors = actor.sectors if actor is not None else ()
        return Attribution(teller, country, sectors, nameless, verb.lemma, quote), verb.lemma
    quote = quotation(sentence, event.trigger)
    if mentions.speaker is not None and quote is not None and not _is_actor(mentions.speaker, event):
        return _of_speaker(mentions.speaker, quote, codebook), ""
    return None


def _of_speaker(speaker: Actor, quote: Span, codebook: Codebook) -> Attribution:
    last = speaker.span.text.lower().split()[-1:]
    nameless = speaker.name is None and any(w in codebook.speech.sources for w in last)
    return Attribution(speaker.span, speaker.country, speaker.sectors, nameless, None, quote)


def _is_party(subject: Token, teller: Actor | None, event: Event) -> bool:
    """Whether the teller tells its own act: the same words, or the same name behind a pronoun."""
    return any(subject.start in a.span for a in event.actor) or (teller is not None and _is_actor(teller, event))


def _is_actor(teller: Actor, event: Event) -> bool:
    return any(a.span == teller.span or (teller.name is not None and a.name == teller.name) for a in event.actor)


def tellers(parse: Parse, token: Token, codebook: Codebook) -> Iterator[tuple[Token, Token]]:
    """Speech verb and teller, the nearest first: verbs above the event, inverted or inserted speech, "according to"."""
    path = [token, *parse.ancestors(token)]
    for below, above in pairwise(path):
        if above.lemma in codebook.speech.verbs and below.dep in ("ccomp", "xcomp", "parataxis", "advcl", "csubj"):
            yield from _with_subject(parse, above)
        yield from _inserted(parse, above, below, codebook)
    yield from _inserted(parse, token, token, codebook)


def _inserted(parse: Parse, above: Token, below: Token, codebook: Codebook) -> Iterator[tuple[Token, Token]]:
    for child in parse.children(above, "parataxis", "ccomp", "advcl", "prep", "advmod"):
        if child == below:
            continue
        if child.lemma in codebook.speech.according or child.text.lower() == "according":
            for to in parse.children(child, "prep"):
                for source in parse.children(to, "pobj"):
                    yield child, source
        elif child.dep == "parataxis" and child.lemma in codebook.speech.verbs:
            yield from _with_subject(parse, child)


def _with_subject(parse: Parse, verb: Token) -> Iterator[tuple[Token, Token]]:
    for subject in parse.children(verb, "nsubj"):
        if subject.tag not in ("WP", "WDT"):
            yield verb, subject
            return
    if verb.dep == "conj" and (first := parse.head(verb)) is not None and first.pos == "VERB":
        yield from ((verb, subject) for _, subject in _with_subject(parse, first))
    if verb.dep in ("relcl", "acl") and (noun := parse.head(verb)) is not None:
        yield verb, noun


def _phrase(subject: Token, parse: Parse, sentence: Sentence, mentions: Mentions) -> Span:
    actors: tuple[Actor, ...] = mentions.actors.get(subject.index, ())
    if actors:
        return actors[0].span
    own = [
        t
        for t in parse.children(subject, "det", "amod", "compound", "nmod", "poss", "nummod")
        if t.index < subject.index
    ]
    start = min([subject.start, *(t.start for t in own)])
    offset = sentence.span.start
    return Span(start, subject.end, sentence.span.text[start - offset : subject.end - offset])


def is_anonymous(subject: Token, sentence: Sentence, actor: Actor | None, codebook: Codebook) -> bool:
    """Whether the teller has no name: an indefinite or plural source noun, or a phrase of anonymity beside it."""
    if actor is not None and actor.name is not None:
        return False
    text = sentence.span.text.lower()
    if any(phrase in text for phrase in codebook.speech.anonymous_phrases):
        return True
    if actor is not None and actor.anonymous:
        return True
    return subject.lemma.lower() in codebook.speech.sources


def quotation(sentence: Sentence, trigger: Span) -> Span | None:
    """The quoted words of the sentence that hold the trigger, without their marks; None outside quotation marks."""
    text, offset = sentence.span.text.replace("“", '"').replace("”", '"'), sentence.span.start
    marks = [i for i, c in enumerate(text) if c == '"']
    pairs = [*zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2:
        pairs.append((marks[-1], len(text)))
    for opening, closing in pairs:
        if opening < trigger.start - offset < closing:
            words = sentence.span.text[opening + 1 : closing]
            return Span(offset + opening + 1, offset + opening + 1 + len(words), words)
    return None
