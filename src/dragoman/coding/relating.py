"""A text with a marked actor and recipient in, the relation that its patterns tell between them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.codebook import Codebook
from dragoman.coding.clauses import Grammar
from dragoman.coding.coder import Reading, kind_of
from dragoman.coding.matching import Draft, absorbed, drafts
from dragoman.coding.parties import Parties
from dragoman.records import Actor, Article, Mentions, Parse, Sentence, Span, Status, Token

MARKED = "marked"
"""The name of an actor that the asker marked: it is a party whatever the dictionaries know of it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What the actor does to the recipient. `type` is None where no pattern tells; `by` says which one does."""

    type: str | None
    mode: str | None
    status: Status
    confidence: float
    by: str


def relation(
    article: Article,
    sentences: Iterable[tuple[Sentence, Mentions]],
    codebook: Codebook,
    *,
    actor: Span,
    recipient: Span | None,
) -> Relation:
    """The act that ties the two: both parties beats one, the right way round beats the wrong, near beats far."""
    found: list[tuple[float, Relation]] = []
    for sentence, mentions in sentences:
        if sentence.parse is None or not sentence.span.overlaps(actor):
            continue
        marked = with_marked(sentence.parse, mentions, tuple(s for s in (actor, recipient) if s is not None))
        grammar = Grammar.of(sentence, sentence.parse, marked, codebook)
        reading = Reading(
            article, sentence, marked, grammar, Parties(article, sentence.parse, marked, codebook), codebook
        )
        found += candidates(reading, actor, recipient)
    best = max(found, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None else Relation(None, None, Status.ACTUAL, 0.0, "no pattern")


def with_marked(parse: Parse, mentions: Mentions, spans: tuple[Span, ...]) -> Mentions:
    """The mentions with each marked span as an actor, at its phrase's head word."""
    actors = dict(mentions.actors)
    for span in spans:
        head = head_of(parse, span)
        if head is not None:
            known = actors.get(head.index, ())
            actor = known[0] if known else Actor(span)
            actors[head.index] = (
                replace(actor, span=span, name=actor.name or MARKED, country=actor.country or MARKED),
            )
    return replace(mentions, actors=actors)


def head_of(parse: Parse, span: Span) -> Token | None:
    """The word of the span that the others of it hang on."""
    inside = [t for t in parse if span.start <= t.start < span.end]
    tops = [t for t in inside if (above := parse.head(t)) is None or above not in inside]
    return tops[0] if tops else None


def candidates(reading: Reading, actor: Span, recipient: Span | None) -> Iterator[tuple[float, Relation]]:
    """Each act of the sentence with how well the two spans fit its parties."""
    for draft in drafts(reading.grammar, reading.codebook, reading.parties).values():
        score = fit(reading, draft, actor, recipient)
        if score > 0:
            yield score, _relation(reading, draft, score)


def fit(reading: Reading, draft: Draft, actor: Span, recipient: Span | None) -> float:
    """From 0, neither is party to it, to 4, both are and the right way round."""
    doers = _near(reading, draft, draft.pattern.actor)
    done_to = _near(reading, draft, tuple(r for r in draft.clause.roles if r not in draft.pattern.actor))
    score = 2.0 * _touches(doers, actor) + 1.0 * _touches(done_to, actor)
    if recipient is not None:
        score += 2.0 * _touches(done_to, recipient) + 1.0 * _touches(doers, recipient)
    middle = (actor.end + (recipient.start if recipient is not None else actor.end)) / 2
    return score - min(0.9, abs(draft.head.start - middle) / 500) if score else 0.0


def _near(reading: Reading, draft: Draft, roles: Iterable[str]) -> list[Token]:
    heads = [head for role in roles for head in draft.clause.role(role)]
    return [t for head in heads for t in reading.grammar.parse.subtree(head)]


def _touches(tokens: Iterable[Token], span: Span) -> bool:
    return any(span.start <= t.start < span.end for t in tokens)


def _relation(reading: Reading, draft: Draft, score: float) -> Relation:
    below = absorbed(reading.grammar, draft, reading.codebook, reading.parties) if draft.pattern.governs else None
    type_, mode, status = kind_of(draft, below, reading.codebook)
    return Relation(type_, mode, status, min(1.0, score / 4), f"pattern {draft.act.name}")
