"""A clause and a phrase of the dictionaries in, whether the clause holds the phrase out.

The first word of a phrase is the clause's own; the others must hang on it: particles, prepositions, the nouns of its
objects, the words of its complement. "kick out", "impose sanction", "come under fire from", "be critical of".
"""

from __future__ import annotations

from dragoman.codebook.acts import Trigger
from dragoman.codebook.cues import Cue
from dragoman.coding.clauses import Clause, Grammar, Heads
from dragoman.records import Parse, Token

DEEPEST = 4
"""Steps from a verb to the last word of its phrase: "walk / out / of / talks"."""
INFINITIVE = "to_do"
"""How a phrase writes that an infinitive must follow: "need to_do"."""
ELSEWHERE = frozenset({"nsubj", "relcl", "acl", "advcl", "conj", "cc", "poss", "aux"})
"""What hangs on a verb without being part of what it says."""
BESIDE = ("amod", "compound", "nmod", "nummod", "poss", "npadvmod", "punct")


def hangs_together(grammar: Grammar, clause: Clause, trigger: Trigger) -> bool:
    """Whether the further words of a trigger phrase are there: below a verb, or beside a noun."""
    if not trigger.rest:
        return True
    if trigger.noun:
        return _stands_beside(grammar.parse, clause.head, trigger.rest)
    near = neighbourhood(grammar, clause)
    words = {
        word
        for token in near
        for word in (token.lemma.lower(), token.text.lower())
        if _belongs(token, grammar, clause, trigger)
    }
    if _has_infinitive(grammar.parse, clause.head):
        words.add(INFINITIVE)
    return words.issuperset(trigger.rest)


def _stands_beside(parse: Parse, noun: Token, rest: tuple[str, ...]) -> bool:
    words = {c.lemma.lower() for c in parse.children(noun, *BESIDE)}
    words |= {t.lemma.lower() for t in parse.tokens[max(0, noun.index - len(rest) - 1) : noun.index]}
    return words.issuperset(rest)


def _has_infinitive(parse: Parse, verb: Token) -> bool:
    return any(a.tag == "TO" for c in parse.children(verb, "xcomp", "ccomp") for a in parse.children(c, "aux"))


def _belongs(token: Token, grammar: Grammar, clause: Clause, trigger: Trigger) -> bool:
    """A preposition belongs to the phrase only beside its verb, its object or another word of it.

    "gave Egypt a billion in aid" is no giving in.
    """
    above = grammar.parse.head(token)
    if token.pos not in ("ADP", "ADV") or above is None or above == clause.head or above.pos in ("ADP", "ADV"):
        return True
    return above in clause.role("object") + clause.role("complement") or above.lemma.lower() in trigger.rest


def neighbourhood(grammar: Grammar, clause: Clause) -> Heads:
    """What hangs on a verb: particles, prepositions, objects and their prepositions, adjectives."""
    parse, objects = grammar.parse, clause.role("object")
    found: list[Token] = []
    waiting = [(token, 1) for token in (*parse.children(clause.head), *objects, *clause.role("complement"))]
    while waiting:
        token, depth = waiting.pop()
        if token.dep in ELSEWHERE and token not in objects:
            continue
        if token.dep == "prep" and grammar.only_times(token):  # "called Mubarak on Friday" calls on nobody
            continue
        if depth > 1 and token.pos == "VERB" and token.dep not in ("pcomp", "xcomp"):
            continue
        found.append(token)
        if depth < DEEPEST:
            waiting += [(child, depth + 1) for child in parse.children(token)]
    return tuple(found)


def cue_of(grammar: Grammar, verb: Token) -> tuple[Cue, ...]:
    """The cues that a governing verb is, the longest phrases first."""
    cues = grammar.cues.governors.get(verb.lemma, ())
    if not cues:
        return ()
    roles = {"object": grammar.object(verb), "complement": grammar.parse.children(verb, "acomp", "attr", "oprd")}
    clause = Clause(verb, noun=False, roles=roles)
    return tuple(c for c in cues if hangs_together(grammar, clause, c.trigger))


def undergone(grammar: Grammar, noun: Token) -> Heads:
    """Who suffers what the noun tells because of the verb that it hangs on ("Iran faces sanctions")."""
    support = grammar.support(noun)
    if support is None or support[1] == "subject":
        return ()
    verb, link = support
    clause = Clause(verb, noun=False, roles={"object": grammar.object(verb)})
    triggers = grammar.cues.undergoes.get(verb.lemma, ())
    fitting = (t for t in triggers if link == "object" or link in t.rest)  # not "suffered a wound in the attack"
    return grammar.subject(verb) if any(hangs_together(grammar, clause, t) for t in fitting) else ()
