"""A parse in, the same with what small parsers commonly get wrong in news put right out."""

from __future__ import annotations

from dataclasses import replace

from dragoman.codebook.cues import Cues
from dragoman.codebook.vocabulary import Lemmas
from dragoman.records import Parse, Token


def mended(parse: Parse, cues: Cues, lemmas: Lemmas) -> Parse:
    """The parse with its verbs' lemmas, bare gerunds, perfects and names set right."""
    verbs = dict(_lemma(token, lemmas) for token in parse if token.pos == "VERB")
    parse = Parse(tuple(verbs.get(t.index, t) for t in parse))
    changes: dict[int, Token] = {}
    for token in parse:
        changes |= dict((*_gerund(parse, token, cues), *_name(parse, token), *_perfect(parse, token, cues)))
        changes |= dict(_complement(parse, token, cues))
    return Parse(tuple(changes.get(t.index, t) for t in parse)) if changes else parse


def _lemma(token: Token, lemmas: Lemmas) -> tuple[int, Token]:
    """ "staged" is of stage, not of stag: the dictionaries know the lemma with an "e", or the irregular form."""
    lemma = lemmas.irregular.get(token.text.lower(), token.lemma)
    if lemma not in lemmas.verbs and lemma + "e" in lemmas.verbs and token.tag in ("VBD", "VBN", "VBG"):
        lemma += "e"
    return token.index, token if lemma == token.lemma else replace(token, lemma=lemma)


def _name(parse: Parse, token: Token) -> list[tuple[int, Token]]:
    """ "May accused Russia": before a finite verb no modal can stand, so the capitalised word is a name."""
    verb = parse.head(token)
    if token.tag != "MD" or not token.text[:1].isupper() or verb is None or verb.tag not in ("VBD", "VBZ"):
        return []
    return [(token.index, replace(token, lemma=token.text, pos="PROPN", tag="NNP", dep="nsubj"))]


def _complement(parse: Parse, token: Token, cues: Cues) -> list[tuple[int, Token]]:
    """ "cut ties with Quito in solidarity with Mexico": the second "with" is of the solidarity beside it."""
    before = parse[token.index - 1] if token.index else None
    if token.dep != "prep" or before is None or before.pos != "NOUN" or before.lemma not in cues.answering:
        return []
    above = parse.head(token)
    return (
        [(token.index, replace(token, head=before.index))] if above is not None and above.index < before.index else []
    )


def _perfect(parse: Parse, token: Token, cues: Cues) -> list[tuple[int, Token]]:
    """ "he's alluded to a meeting": a verb that keeps its preposition's object is no passive, so "'s" is "has"."""
    verb = parse.head(token)
    if token.text.lower() not in ("'s", "’s") or token.dep != "auxpass" or verb is None:
        return []
    kept = {p.lemma for p in parse.children(verb, "prep") if parse.children(p, "pobj")}
    if not any(cue.trigger.rest and cue.trigger.rest[0] in kept for cue in cues.governors.get(verb.lemma, ())):
        return []
    subjects = [(s.index, replace(s, dep="nsubj")) for s in parse.children(verb, "nsubjpass")]
    return [(token.index, replace(token, lemma="have", dep="aux")), *subjects]


def _gerund(parse: Parse, token: Token, cues: Cues) -> list[tuple[int, Token]]:
    """ "denied expelling American diplomats": no kind of diplomats, but a clause below the verb that it follows."""
    noun = parse.head(token)
    if token.tag != "VBG" or token.dep not in ("amod", "compound") or noun is None or noun.dep not in ("dobj", "pobj"):
        return []
    verb = parse.head(noun)
    before = parse[token.index - 1] if token.index else None
    if verb is None or before is None or verb.lemma not in cues.governors or before.pos not in ("VERB", "ADP"):
        return []
    if any(t.dep in ("det", "poss") for t in parse.children(noun)):
        return []
    return [
        (token.index, replace(token, pos="VERB", dep="xcomp", head=verb.index)),
        (noun.index, replace(noun, dep="dobj", head=token.index)),
    ]
