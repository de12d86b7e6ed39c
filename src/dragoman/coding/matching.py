"""Clauses and patterns in, drafts out: which act each predicate of a sentence tells, who and when not yet settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.codebook import Codebook
from dragoman.codebook.acts import SPECIAL, Act, Pattern, Trigger
from dragoman.coding.clauses import Clause, Grammar, Heads
from dragoman.coding.parties import Parties
from dragoman.coding.polarity import Polarity, effect_of, governed_polarity, governors
from dragoman.coding.triggers import hangs_together, undergone
from dragoman.records import Status, Token


@dataclass(frozen=True, slots=True)
class Draft:
    """An act that a predicate tells, with the roles as the pattern reads them."""

    act: Act
    pattern: Pattern
    trigger: Trigger
    clause: Clause
    polarity: Polarity
    supported: bool = True

    @property
    def type(self) -> str:
        """The PLOVER type: the pattern's own, else the act's."""
        return self.pattern.type or self.act.type

    @property
    def mode(self) -> str | None:
        """The PLOVER mode: the pattern's own where it has a type of its own, else the act's."""
        return self.pattern.mode if self.pattern.type or self.pattern.mode else self.act.mode

    @property
    def head(self) -> Token:
        """The predicate's word."""
        return self.clause.head


def drafts(grammar: Grammar, codebook: Codebook, parties: Parties) -> dict[int, Draft]:
    """Draft by the index of its predicate's word, those that other drafts consume or govern away left out."""
    found = {}
    for token in grammar.parse:
        draft = draft_of(grammar, token, codebook, parties)
        if draft is not None:
            found[token.index] = draft
    return _governed(grammar, _unconsumed(grammar, found))


def draft_of(grammar: Grammar, token: Token, codebook: Codebook, parties: Parties) -> Draft | None:
    """The first pattern that fits the predicate, the more specific before the more general."""
    lemma = token.lemma.lower()
    if is_condition(grammar, token):
        return None
    if token.pos in ("VERB", "AUX"):
        options = codebook.acts.for_verb(lemma)
        if not options or (token.pos == "AUX" and token.dep in ("aux", "auxpass")) or token.dep == "amod":
            return None
        clause = grammar.clause(token)
    elif token.pos == "NOUN" and (options := codebook.acts.for_noun(lemma)):
        clause = grammar.clause(token)
    else:
        return None
    for act, pattern, trigger in options:
        if not hangs_together(grammar, clause, trigger):
            continue
        read = (
            noun_roles(grammar, clause, (act, pattern, trigger), parties)
            if clause.noun
            else phrase_roles(clause, trigger, grammar, parties)
        )
        if conditions_hold(grammar, read, pattern, parties) and has_content(grammar, read, pattern, codebook, parties):
            hurting = (pattern.type or act.type) in parties.codebook.hurting
            supported = not read.noun or pattern.bare or is_told(grammar, read, parties, hurting=hurting)
            polarity = governed_polarity(grammar, token)
            supported = supported and not polarity.unreal and not is_background(grammar, token)
            return Draft(act, pattern, trigger, read, polarity, supported)
    return None


def has_content(grammar: Grammar, clause: Clause, pattern: Pattern, codebook: Codebook, parties: Parties) -> bool:
    """Whether the act below is one that the pattern asks for, and of the same doer: "warned that it would strike"."""
    if not pattern.content:
        return True
    below = content_of(grammar, clause.head, codebook, parties)
    if below is None or below.type not in pattern.content:
        return False
    mine, theirs = ({a.country or a.name for a in parties.of(c.role("subject"))} for c in (clause, below.clause))
    return not theirs or bool(mine & theirs)


def is_condition(grammar: Grammar, token: Token) -> bool:
    """Whether the predicate stands in an if-clause: what somebody would have to do is nothing that anybody did."""
    chain = (token, *(g.token for g in governors(grammar, token)))
    marks = (m.lemma.lower() for t in chain for m in grammar.parse.children(t, "mark", "advmod"))
    return any(mark in grammar.cues.conditions for mark in marks)


def is_background(grammar: Grammar, token: Token) -> bool:
    """Whether a participle only says which one is meant: "an American imprisoned in Russia", by nobody, on no day."""
    if token.dep not in ("acl", "relcl") or token.tag != "VBN" or not grammar.passive(token):
        return False
    below = grammar.parse.subtree(token)
    return not grammar.clause(token).role("subject") and not any(t.index in grammar.timed for t in below)


def phrase_roles(clause: Clause, trigger: Trigger, grammar: Grammar, parties: Parties) -> Clause:
    """The clause of a verb phrase: a noun that belongs to the phrase plays no role, and lends its owner as the doer."""
    own = [t for t in clause.role("object") if t.lemma.lower() in trigger.rest]
    if not own:
        return clause
    roles = dict(clause.roles)
    roles["object"] = tuple(t for t in clause.role("object") if t not in own)
    describers = (*grammar.parse.children(own[0], "poss"), *grammar.parse.children(own[0], "amod", "compound", "nmod"))
    roles["modifier"] = describers
    if not roles.get("subject"):
        roles["subject"] = tuple(t for t in describers if parties.named(t))
    return Clause(clause.head, noun=False, roles=roles)


def noun_roles(grammar: Grammar, clause: Clause, way: tuple[Act, Pattern, Trigger], parties: Parties) -> Clause:
    """The clause of an event noun with what only the pattern can settle: whom "of" and "'s" mean."""
    act, pattern, trigger = way
    roles, hurts = dict(clause.roles), (pattern.type or act.type) in parties.codebook.hurting
    owners = roles.get("possessor", ())
    free = tuple(t for t in roles.get("modifier", ()) if t.lemma.lower() not in trigger.rest)
    named = tuple(t for t in free if parties.named(t))
    describers = tuple(
        t for t in named if not (hurts and parties.is_place(t))
    )  # the "Kabul bombing" is not Kabul's doing
    owns = pattern.possessor == "subject" or (pattern.of == "object" and bool(roles.get("of")))
    subject = roles.get("subject", ()) or (owners if owns else ())
    subject = subject or (roles.get("of", ()) if pattern.of == "subject" else ())
    obj = roles.get("of", ()) if pattern.of == "object" else ()
    obj = obj or (owners if not owns else ()) or undergone(grammar, clause.head)
    obj = obj or tuple(t for t in named if t not in describers)
    if not obj and pattern.possessor == "object":
        obj = describers
    subject = subject or (describers if describers != obj else ()) or inherited_subject(grammar, clause.head)
    if not subject and act.joint:  # "said after talks with Xi": he who speaks had the talks
        support = grammar.support(clause.head)
        subject = grammar.clause(support[0]).role("subject") if support is not None else ()
    if not obj:
        obj = tuple(t for t in free if t.pos in ("NOUN", "PROPN") and t not in subject)
    return Clause(clause.head, noun=True, roles={**roles, "subject": subject, "object": obj})


def inherited_subject(grammar: Grammar, noun: Token) -> Heads:
    """Who does what an event noun tells, from the verb or noun above it: "Russia announced the expulsion"."""
    for governor in governors(grammar, noun):
        cue = effect_of(grammar, governor)
        if cue is None or governor.link == "subject":
            return ()
        if cue.subject == "none":
            return ()
        if governor.token.pos == "NOUN":
            subject = grammar.noun_subject(governor.token)
        elif cue.subject == "object" and governor.link != "object":
            subject = grammar.clause(governor.token).role("object")
        else:
            subject = grammar.clause(governor.token).role("subject")
        if subject:
            return subject
    return ()


def is_told(grammar: Grammar, clause: Clause, parties: Parties, *, hurting: bool) -> bool:
    """Whether an event noun reports its act, not merely mentions it: it has a doer, or a verb that carries it out."""
    if parties.of(clause.role("subject"), doing=hurting):
        return True
    first = next(governors(grammar, clause.head), None)
    return bool(undergone(grammar, clause.head)) or (first is not None and effect_of(grammar, first) is not None)


def conditions_hold(grammar: Grammar, clause: Clause, pattern: Pattern, parties: Parties) -> bool:
    """Whether every `where` of the pattern is met by some head of its role, and no `unless` by the first."""

    def heads(role: str) -> Heads:
        return speaker(grammar, clause.head) if role == "speaker" else clause.role(role)

    return all(
        _met(grammar, heads(role), words, parties, speaks=role == "speaker") for role, words in pattern.where.items()
    ) and not any(_met(grammar, heads(role)[:1], words, parties) for role, words in pattern.unless.items())


def _met(grammar: Grammar, heads: Heads, words: frozenset[str], parties: Parties, *, speaks: bool = False) -> bool:
    actors = parties.of(heads) if not SPECIAL.isdisjoint(words) else ()
    if "@actor" in words and (actors or (speaks and parties.mentions.speaker is not None)):
        return True
    countries = {a.country for a in actors} - {None}
    if ("@state" in words and countries) or ("@several" in words and len(countries) > 1):
        return True
    return any(not words.isdisjoint((*_forms(grammar, head), *parties.stands_for(head))) for head in heads)


def _forms(grammar: Grammar, head: Token) -> Iterator[str]:
    lemma = head.lemma.lower()
    yield lemma
    yield head.text.lower()
    before = [t.lemma.lower() for t in grammar.parse.children(head, "compound", "amod", "nmod") if t.index < head.index]
    if head.pos == "PROPN":  # "Actress Candace Bure" is an actress
        yield from before
    for count in range(1, len(before) + 1):
        yield " ".join([*before[-count:], lemma])


def speaker(grammar: Grammar, head: Token) -> tuple[Token, ...]:
    """Who says the clause: the subject of the nearest speech verb above it."""
    for governor in governors(grammar, head):
        if governor.token.lemma in grammar.speech and governor.link == "complement":
            return grammar.clause(governor.token).role("subject")
    above = grammar.parse.head(head)
    for token in grammar.parse.children(head, "parataxis", "ccomp") + ((above,) if above is not None else ()):
        if token.lemma in grammar.speech and token.pos == "VERB":
            return grammar.clause(token).role("subject")
    return ()


# --- drafts against each other ----------------------------------------------------------------------------


def _unconsumed(grammar: Grammar, found: Mapping[int, Draft]) -> dict[int, Draft]:
    """Without event nouns that a phrase already holds ("impose sanctions"), and without mere mentions."""
    held = set()
    for draft in found.values():
        if not draft.clause.noun and draft.trigger.rest:
            held |= {
                i
                for i, d in found.items()
                if d is not draft and d.head.lemma.lower() in draft.trigger.rest and _below(grammar, d.head, draft.head)
            }
    return {i: d for i, d in found.items() if i not in held and d.supported}


def _below(grammar: Grammar, token: Token, head: Token) -> bool:
    return head in tuple(grammar.parse.ancestors(token))[:3] or token in grammar.clause(head).role("object")


def _governed(grammar: Grammar, found: dict[int, Draft]) -> dict[int, Draft]:
    """Acts that govern others ("threatened to expel", "agreed to withdraw") taken together with them."""
    dropped: set[int] = set()
    for index, draft in found.items():
        above = next((found[g.token.index] for g in governors(grammar, draft.head) if g.token.index in found), None)
        if above is None or above.pattern.governs is None:
            continue
        if above.pattern.governs == "absorbs" and above.polarity.status is not Status.NEGATED:
            dropped.add(index)
        elif above.pattern.governs in ("absorbs", "yields"):  # "did not rule out expelling": the expelling, still open
            dropped.add(above.head.index)
    return {i: d for i, d in found.items() if i not in dropped}


def absorbed(grammar: Grammar, draft: Draft, codebook: Codebook, parties: Parties) -> Draft | None:
    """The act that this one threatens, demands or refuses, where the sentence names it."""
    return content_of(grammar, draft.head, codebook, parties)


def content_of(grammar: Grammar, head: Token, codebook: Codebook, parties: Parties) -> Draft | None:
    """The first act that hangs on this predicate."""
    for token in grammar.parse:
        if token.index != head.index and any(g.token == head for g in governors(grammar, token)):
            below = draft_of(grammar, token, codebook, parties)
            if below is not None:
                return below
    return None
