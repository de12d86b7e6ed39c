"""A clause and what governs it in, whether its act has happened and how surely it is told out.

The words of the clause decide first ("will", "not", "allegedly"); then each verb above it, nearest first, bends what
stands so far: in "did not rule out expelling diplomats" the expelling is negated by "rule out" and turned hypothetical
again by its own negation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.codebook.cues import Cue, Effect
from dragoman.coding.clauses import Grammar, first_conjunct
from dragoman.coding.triggers import cue_of
from dragoman.records import Assertion, Status, Token

UNREAL = "unreal"
"""The effect of "should" and "would have": no act at all."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """How an act stands: whether it is actual, how it is asserted, and the words that made it so.

    `unreal` is what ought to be or would have been; `refused` what the actor says that it will not do.
    """

    status: Status = Status.ACTUAL
    assertion: Assertion = Assertion.STATED
    cues: tuple[str, ...] = ()
    unreal: bool = False
    refused: bool = False

    def bent(self, effect: str, word: str) -> Polarity:
        """The polarity below a cue of this effect."""
        if effect == Effect.PERFORMS:
            return self
        cues = (*self.cues, word)
        if effect == UNREAL:
            return replace(self, unreal=True, cues=cues)
        if effect in ("alleged", "denied", "hedged"):
            return replace(self, assertion=_surer(self.assertion, Assertion(effect)), cues=cues)
        return replace(self, status=_combined(self.status, Status(effect)), cues=cues)


def _surer(inner: Assertion, outer: Assertion) -> Assertion:
    return inner if inner is Assertion.DENIED and outer is Assertion.HEDGED else outer


def _combined(inner: Status, outer: Status) -> Status:
    if outer is Status.NEGATED:
        return Status.HYPOTHETICAL if inner is Status.NEGATED else Status.NEGATED
    if inner is Status.NEGATED:
        return Status.NEGATED
    return outer if inner in (Status.ACTUAL, Status.HISTORICAL) or outer is Status.HYPOTHETICAL else inner


@dataclass(frozen=True, slots=True)
class Governor:
    """A predicate above an act and how the act hangs on it: "complement", "object", "subject" or a preposition.

    `infinitive` tells whether what hangs on it is one: "told them to leave", not "told them that he had left".
    """

    token: Token
    link: str
    infinitive: bool = False


def governors(grammar: Grammar, head: Token) -> Iterator[Governor]:
    """The predicates above a clause, nearest first, until the sentence's root or a clause that stands for itself."""
    parse, token = grammar.parse, head
    for _ in range(len(parse)):
        found = _governor(grammar, token)
        if found is None:
            return
        yield found
        token = found.token


def _governor(grammar: Grammar, token: Token) -> Governor | None:
    parse = grammar.parse
    first = first_conjunct(parse, token)
    above = parse.head(first)
    if above is None or _apart(grammar, first, above):
        return None
    if first.dep in ("xcomp", "ccomp", "acomp"):
        return Governor(above, "complement", _infinitive(grammar, first))
    if first.dep == "pcomp":
        higher = grammar.raised(above)
        return Governor(higher, above.lemma) if higher is not None else None
    if _infinitive(grammar, first):
        return _governor_of_infinitive(grammar, first, above)
    return _noun_governor(grammar, first) if first.pos in ("NOUN", "PROPN") else None


def _apart(grammar: Grammar, first: Token, above: Token) -> bool:
    """Whether a semicolon stands between: what is behind it stands for itself."""
    low, high = sorted((first.index, above.index))
    return any(t.text == ";" for t in grammar.parse.tokens[low:high])


def _governor_of_infinitive(grammar: Grammar, first: Token, above: Token) -> Governor | None:
    if first.dep == "advcl" and _marked_for(grammar, first):
        return Governor(above, "for")  # "called for Maduro to step down"
    asks = (
        c.effect is Effect.HYPOTHETICAL and c.subject == "object" for c in grammar.cues.governors.get(above.lemma, ())
    )
    if first.dep == "advcl" and any(asks):
        return Governor(above, "complement", infinitive=True)  # "called on Turkey to stop its drilling"
    if first.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN"):
        return _infinitive_governor(grammar, above)
    return None


def _marked_for(grammar: Grammar, verb: Token) -> bool:
    return any(m.lemma == "for" for m in grammar.parse.children(verb, "mark"))


def _infinitive_governor(grammar: Grammar, noun: Token) -> Governor | None:
    """What an infinitive beside a noun hangs on: a noun that is a cue ("a threat to expel"), else the verb before it.

    Parsers hang "threatened on Tuesday to expel" on the Tuesday.
    """
    if noun.lemma in grammar.cues.nouns:
        return Governor(noun, "complement")
    verb = next((t for t in grammar.parse.ancestors(noun) if t.pos == "VERB"), None)
    return Governor(verb, "complement") if verb is not None else None


def _infinitive(grammar: Grammar, verb: Token) -> bool:
    return any(a.tag == "TO" for a in grammar.parse.children(verb, "aux"))


def _noun_governor(grammar: Grammar, noun: Token) -> Governor | None:
    support = grammar.support(noun)
    if support is not None:
        return Governor(support[0], support[1])
    above = grammar.parse.head(grammar.carrier(noun))
    if above is not None and above.pos == "ADP":
        higher = grammar.parse.head(above)
        if higher is not None and higher.pos == "NOUN":
            return Governor(higher, above.lemma)
    return None


def own_polarity(grammar: Grammar, head: Token) -> Polarity:
    """What the clause's own words say: auxiliaries, negation, adverbs, "if"."""
    polarity = Polarity()
    for child in grammar.parse.children(head):
        word = child.lemma.lower() if child.text.lower() not in grammar.cues.auxiliaries else child.text.lower()
        effect = _effect(grammar, child, word)
        if effect is not None and effect != "historical":
            polarity = polarity.bent(effect, child.text)
    if polarity.status is Status.NEGATED and _is_refusal(grammar, head):
        polarity = replace(polarity, refused=True)
    if _planned_infinitive(grammar, head):
        polarity = polarity.bent("future", "to")
    return polarity if head.pos in ("VERB", "AUX") else _noun_polarity(grammar, head, polarity)


def _is_refusal(grammar: Grammar, head: Token) -> bool:
    """ "will not release", "would not meet": a negated will is a refusal."""
    wills = (a.text.lower() for a in grammar.parse.children(head, "aux"))
    return any(grammar.cues.auxiliaries.get(w) == "future" or w in ("would", "'d") for w in wills)


def _effect(grammar: Grammar, child: Token, word: str) -> str | None:
    cues = grammar.cues
    if child.dep == "neg" or (child.dep == "det" and word == "no"):
        return "negated"
    if child.dep in ("aux", "auxpass"):
        if _is_counterfactual(grammar, child):
            return UNREAL
        return "future" if _is_future_told_in_the_past(grammar, child) else cues.auxiliaries.get(child.text.lower())
    if child.dep == "mark":
        return cues.subordinators.get(word)
    if child.dep in ("advmod", "amod", "preconj", "det"):
        return cues.adverbs.get(word) or cues.adverbs.get(child.text.lower())
    return None


def _is_counterfactual(grammar: Grammar, aux: Token) -> bool:
    """ "would have backed": it did not come to be."""
    verb = grammar.parse.head(aux)
    others = grammar.parse.children(verb, "aux") if verb is not None else ()
    return aux.lemma.lower() in ("would", "'d") and any(a.lemma == "have" and a != aux for a in others)


def _is_future_told_in_the_past(grammar: Grammar, aux: Token) -> bool:
    """ "Italy said that it would expel": what was said is "we will"."""
    verb = grammar.parse.head(aux)
    above = grammar.parse.head(verb) if verb is not None and verb.dep == "ccomp" else None
    return aux.lemma.lower() in ("would", "'d") and above is not None and above.lemma in grammar.speech


def _planned_infinitive(grammar: Grammar, head: Token) -> bool:
    # a headline's "Russia to expel 60 diplomats", and "is to visit"
    if head.dep not in ("ROOT", "xcomp", "conj") or not _infinitive(grammar, head):
        return False
    above = grammar.parse.head(head)
    if head.dep == "xcomp":
        return above is not None and above.lemma == "be"
    return bool(grammar.parse.children(head, "nsubj", "nsubjpass")) or head.dep == "ROOT"


def _noun_polarity(grammar: Grammar, head: Token, polarity: Polarity) -> Polarity:
    above = grammar.parse.head(head)
    if above is not None and above.pos == "ADP" and above.lemma == "without":
        return polarity.bent("negated", above.text)
    participle = grammar.participle(head)  # "an attack allegedly orchestrated by the Kremlin"
    if participle is None:
        return polarity
    told = own_polarity(grammar, participle)
    return replace(told, cues=(*polarity.cues, *told.cues)) if polarity == Polarity() else polarity


def governed_polarity(grammar: Grammar, head: Token) -> Polarity:
    """The polarity of the clause under everything that governs it in its sentence."""
    polarity = own_polarity(grammar, head)
    for governor in governors(grammar, head):
        cue = effect_of(grammar, governor)
        above = own_polarity(grammar, governor.token)
        if cue is not None:
            effect = _under_negation(cue.effect) if above.status is Status.NEGATED else cue.effect
            polarity = polarity.bent(effect, governor.token.text)
        elif (
            above.status is Status.NEGATED
            and governor.link in ("complement", "object")
            and not _says(grammar, governor)
        ):
            polarity = polarity.bent("negated", governor.token.text)
        if above.status in (Status.FUTURE, Status.HYPOTHETICAL) and not _says(grammar, governor):
            polarity = polarity.bent(above.status, governor.token.text)
        if above.assertion is not Assertion.STATED:
            polarity = polarity.bent(above.assertion, governor.token.text)
    return polarity


def _says(grammar: Grammar, governor: Governor) -> bool:
    return governor.link == "complement" and governor.token.lemma in grammar.speech


def _under_negation(effect: Effect) -> str:
    """ "did not deny" still leaves it open; "did not agree to", "did not carry out" negate."""
    table = {
        Effect.NEGATED: "hypothetical",
        Effect.DENIED: "hedged",
        Effect.PERFORMS: "negated",
        Effect.FUTURE: "negated",
    }
    return table.get(effect, effect.value)


def effect_of(grammar: Grammar, governor: Governor) -> Cue | None:
    """The cue that a governing predicate is for what hangs on it so; None where it changes nothing."""
    cues = cue_of(grammar, governor.token)
    if governor.token.pos == "NOUN":
        return next((c for c in grammar.cues.nouns.get(governor.token.lemma, ())), None)
    wanted = "object" if governor.link not in ("complement", "object", "subject") else None
    fitting = [c for c in cues if _fits(c, governor, grammar)]
    if wanted is not None and any(c.subject == wanted for c in fitting):
        return next(c for c in fitting if c.subject == wanted)
    return fitting[0] if fitting else None


def _fits(cue: Cue, governor: Governor, grammar: Grammar) -> bool:
    if governor.link == "subject":
        return False
    has_object = bool(grammar.object(governor.token))
    if cue.subject == "object" and cue.effect is Effect.HYPOTHETICAL and governor.link == "complement":
        return governor.infinitive
    if cue.subject == "object":
        return governor.link != "object" and (
            has_object or grammar.passive(governor.token) or governor.link != "complement"
        )
    if governor.link not in ("complement", "object"):
        return (
            cue.effect in (Effect.PERFORMS, Effect.NEGATED, Effect.HYPOTHETICAL, Effect.FUTURE)
            and governor.link in cue.trigger.rest
        )
    return True
