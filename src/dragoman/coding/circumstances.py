"""A clause and its sentence's mentions in, how many, when and where out."""

from __future__ import annotations

from itertools import pairwise

from dragoman.codebook.acts import Acts
from dragoman.codebook.cues import Effect
from dragoman.coding.clauses import Clause, Grammar, first_conjunct
from dragoman.coding.polarity import effect_of, governors
from dragoman.records import Count, Mentions, Place, Span, Token, When

NOT_COUNTED = frozenset(
    {"subject", "in", "after", "by", "since", "during", "before", "within", "modifier", "place", "complement"}
)
PLACING = ("in", "at", "near", "outside", "across", "inside", "into", "on", "to", "over", "from")
DESCRIBING = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
CLAUSAL = frozenset({"VERB", "AUX"})


def count_of(grammar: Grammar, clause: Clause, mentions: Mentions) -> tuple[Count, ...]:
    """How many persons or things were acted on: counts that stand in the act's own phrases, the doers' left out."""
    heads = [t for name, tokens in clause.roles.items() if name not in NOT_COUNTED for t in tokens]
    if not clause.role("object"):
        heads += list(clause.role("subject")) if not clause.noun else []
    return tuple(c for c in mentions.counts if any(_inside(c.span, grammar, head) for head in heads))


def _inside(span: Span, grammar: Grammar, head: Token) -> bool:
    if span.start <= head.start < span.end:
        return True
    return any(span.start <= t.start < span.end for t in grammar.parse.children(head, "nummod", "compound", "amod"))


def day_of(grammar: Grammar, head: Token, mentions: Mentions) -> When | None:
    """When the act happened: the time that hangs on its own clause, else on the verb that carries it out."""
    found = _time_under(grammar, head, mentions) or _time_of_occasion(grammar, head, mentions)
    for governor in governors(grammar, head):
        if found is not None:
            return found
        cue = effect_of(grammar, governor)
        if cue is None or (cue.effect is not Effect.PERFORMS and governor.link != "object"):
            return None
        found = _time_under(grammar, governor.token, mentions)
    return found


def _time_of_occasion(grammar: Grammar, head: Token, mentions: Mentions) -> When | None:
    """ "The last time the two men spoke was Tuesday"."""
    occasion = grammar.parse.head(head)
    if head.dep != "relcl" or occasion is None or occasion.lemma not in grammar.cues.occasions:
        return None
    above = grammar.parse.head(occasion)
    return _time_under(grammar, above, mentions) if above is not None and above.lemma == "be" else None


def _time_under(grammar: Grammar, head: Token, mentions: Mentions) -> When | None:
    times = [t for t in mentions.times if _clause_of(grammar, t.span, head)]
    return min(times, key=lambda t: (t.end - t.start).days, default=None)


def _clause_of(grammar: Grammar, span: Span, head: Token) -> bool:
    """Whether the words hang on this head with no other verb between."""
    token = next((t for t in grammar.parse if t.start < span.end and span.start < t.end), None)
    inside = [t for t in grammar.parse if t.start < span.end and span.start < t.end]
    top = next((t for t in inside if (above := grammar.parse.head(t)) is None or above not in inside), token)
    if top is None:
        return False
    if top.dep in DESCRIBING:  # "2016 election meddling" is of the meddling's own year only where it hangs on it
        return grammar.parse.head(top) == head
    for below, above in pairwise((top, *grammar.parse.ancestors(top))):
        if above == head:
            return below.dep != "conj"
        if above.pos in CLAUSAL or below.dep == "conj":
            return False
    return False


def place_of(grammar: Grammar, clause: Clause, mentions: Mentions, acts: Acts) -> Place | None:
    """Where the act happened: a place named after "in", "at", "near" in its own clause, else in the clause it goes on
    from ("In Sidon, he denounced it and called for ..."), else the ground that it was done to ("invaded Lebanon")."""
    first = first_conjunct(grammar.parse, clause.head)
    for roles in (clause.roles, grammar.prepositions(first)):
        for name in PLACING:
            for head in roles.get(name, ()):
                place = _place_at(grammar, head, mentions)
                if place is not None and not _is_of_another(grammar, head, clause.head, acts):
                    return place
    for head in clause.role("object"):
        for token in grammar.parse.children(head, "compound", "nmod"):
            if token.index in mentions.places:
                return mentions.places[token.index]
    return None


def _place_at(grammar: Grammar, head: Token, mentions: Mentions) -> Place | None:
    for token in (head, *grammar.parse.children(head, "compound", "appos", "poss", "nmod")):
        if token.index in mentions.places:
            return mentions.places[token.index]
    return None


def _is_of_another(grammar: Grammar, token: Token, head: Token, acts: Acts) -> bool:
    """Whether the words hang on another act's noun: "in response to the attack in Salisbury" happened elsewhere."""
    for above in grammar.parse.ancestors(token):
        if above == head:
            return False
        own = above.dep == "dobj" and grammar.parse.head(above) == head  # "held talks in Damascus"
        if above.lemma in grammar.cues.nouns or (above.pos == "NOUN" and acts.for_noun(above.lemma) and not own):
            return True
    return False
