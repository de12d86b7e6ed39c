"""Sentences with their mentions in, coded events out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.codebook import Codebook
from dragoman.coding.circumstances import count_of, day_of, place_of
from dragoman.coding.clauses import Grammar
from dragoman.coding.confidence import confidence_of, features_of
from dragoman.coding.matching import Draft, absorbed, drafts, speaker
from dragoman.coding.parties import Parties
from dragoman.records import Actor, Article, Event, Mentions, Part, Sentence, Status, Token


@dataclass(frozen=True)
class Reading:
    """One sentence and all that is needed to code it."""

    article: Article
    sentence: Sentence
    mentions: Mentions
    grammar: Grammar
    parties: Parties
    codebook: Codebook


def code(article: Article, sentences: Iterable[tuple[Sentence, Mentions]], codebook: Codebook) -> Iterator[Event]:
    """The events that the article's sentences tell, in order, without regard to each other."""
    for sentence, mentions in sentences:
        if sentence.parse is not None and sentence.part in (Part.HEADLINE, Part.BODY):
            yield from code_sentence(article, sentence, mentions, codebook)


def code_sentence(article: Article, sentence: Sentence, mentions: Mentions, codebook: Codebook) -> Iterator[Event]:
    """The events of one parsed sentence."""
    if sentence.parse is None:
        return
    grammar = Grammar.of(sentence, sentence.parse, mentions, codebook)
    reading = Reading(
        article, sentence, mentions, grammar, Parties(article, sentence.parse, mentions, codebook), codebook
    )
    for draft in drafts(reading.grammar, codebook, reading.parties).values():
        event = event_of(reading, draft)
        if event is not None:
            yield event


def event_of(reading: Reading, draft: Draft) -> Event | None:
    """The event that a draft stands for; None where nobody political is party to it."""
    below = absorbed(reading.grammar, draft, reading.codebook, reading.parties) if draft.pattern.governs else None
    actor, recipient = parties_of(reading, draft, below)
    if not any(map(reading.parties.is_political, (*actor, *recipient))):
        return None
    ontology, act = reading.codebook.ontology, draft.act
    type_, mode, status = kind_of(draft, below, reading.codebook)
    if ontology.types[type_].recipient_required and not recipient and not actor:
        return None
    if act.joint and type_ == draft.type:
        actor, recipient = _joined(actor, recipient), ()
    cameo = ontology.cameo.get(act.cameo or "")
    when = day_of(reading.grammar, draft.head, reading.mentions)
    return Event(
        id=identity(reading.article.id, act.name, draft.head),
        article=reading.article.id,
        sentence=reading.sentence.index,
        type=type_,
        mode=mode,
        act=act.name,
        cameo=act.cameo,
        quad=ontology.quad(type_),
        goldstein=cameo.goldstein if cameo is not None else None,
        intensity=ontology.intensity(type_, mode),
        trigger=reading.article.span(draft.head.start, draft.head.end),
        evidence=reading.sentence.span,
        actor=actor,
        recipient=recipient,
        count=count_of(reading.grammar, draft.clause, reading.mentions),
        date=when,
        place=place_of(reading.grammar, draft.clause, reading.mentions, reading.codebook.acts),
        status=status,
        assertion=draft.polarity.assertion,
        confidence=confidence_of(
            features_of(draft, actor, recipient, status=status, part=reading.sentence.part), reading.codebook.confidence
        ),
        contexts=ontology.contexts_of(reading.sentence.span.text),
        explain=_explained(draft),
    )


def kind_of(draft: Draft, below: Draft | None, codebook: Codebook) -> tuple[str, str | None, Status]:
    """Type, mode and status as PLOVER settles them: what is to come is agreed, what one will not do is rejected."""
    status = Status(draft.pattern.status) if draft.pattern.status else draft.polarity.status
    type_, mode = codebook.ontology.settle(draft.type, mode_of(draft, below, codebook), status)
    if draft.polarity.refused and type_ in codebook.content.refusable:
        return "REJECT", codebook.content.mode("REJECT", type_, mode), Status.ACTUAL
    return type_, mode, status


def identity(article: str, act: str, head: Token) -> str:
    """Twelve hexadecimal digits: the same article and codebook give the same."""
    return hashlib.sha256(f"{article}\n{act}\n{head.start}\n{head.end}".encode()).hexdigest()[:12]


def _joined(actor: tuple[Actor, ...], recipient: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return (*actor, *(r for r in recipient if r not in actor))


def mode_of(draft: Draft, below: Draft | None, codebook: Codebook) -> str | None:
    """The act's own mode, else the one that what it threatens, demands or refuses gives it."""
    if draft.mode is not None:
        return draft.mode
    content = codebook.content.mode(draft.type, below.type, below.mode) if below is not None else None
    return content or draft.act.otherwise


def parties_of(reading: Reading, draft: Draft, below: Draft | None) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who does it and to whom, by the pattern's roles in turn; a threat's or demand's content names whom it omits."""
    actor = _first(reading, draft, draft.pattern.actor, (), doing=draft.type in reading.codebook.hurting)
    recipient = _first(reading, draft, draft.pattern.recipient, actor)
    if draft.pattern.actor[:1] == ("speaker",):  # "Peskov said that Moscow would answer" threatens nobody at home
        own = {a.country for a in actor}
        recipient = tuple(r for r in recipient if r.country not in own)
    if not recipient and below is not None:
        inner = (
            *_first(reading, below, below.pattern.recipient, actor),
            *_first(reading, below, below.pattern.actor, actor),
        )
        recipient = tuple(a for a in inner if reading.parties.is_political(a))[:1]
    return actor, recipient


def _first(
    reading: Reading, draft: Draft, roles: tuple[str, ...], taken: tuple[Actor, ...], *, doing: bool = False
) -> tuple[Actor, ...]:
    weak: tuple[Actor, ...] = ()
    for role in roles:
        heads = speaker(reading.grammar, draft.head) if role == "speaker" else draft.clause.role(role)
        if role == "complement":
            heads = complement_parties(reading.grammar, draft.head)
        actors = reading.parties.of(heads, doing=doing)
        if role == "speaker" and not actors and reading.mentions.speaker is not None:
            actors = (reading.mentions.speaker,)
        found = tuple(a for a in actors if not _same(a, taken))
        if any(map(reading.parties.is_political, found)):
            return found
        weak = weak or found
    return weak


def _same(actor: Actor, taken: tuple[Actor, ...]) -> bool:
    return any(actor.span.overlaps(t.span) or (actor.id is not None and actor.id == t.id) for t in taken)


def complement_parties(grammar: Grammar, head: Token) -> tuple[Token, ...]:
    """The parties of the clauses below a verb ("threatened to take action against Iran")."""
    found: list[Token] = []
    for verb in grammar.parse.children(head, "xcomp", "ccomp", "pcomp"):
        own = grammar.parse.children(verb, "nsubj", "nsubjpass")
        if own:
            found += own
            continue
        clause = grammar.clause(verb)
        for role in ("object", "against", "on", "with", "to", "from", "at", "of", "in"):
            found += clause.role(role)
    return tuple(found)


def _explained(draft: Draft) -> str:
    kind = "noun" if draft.clause.noun else "verb"
    words = f" ({', '.join(draft.polarity.cues)})" if draft.polarity.cues else ""
    return f"pattern {draft.act.name}: {kind} “{draft.trigger}”{words}"
