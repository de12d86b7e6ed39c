"""A word of a sentence in, whether its clause tells of before or after publication out."""

from __future__ import annotations

from enum import StrEnum

from dragoman.codebook.times import Tense
from dragoman.records import Parse, Sentence, Token


class Heading(StrEnum):
    """Which way from publication a clause looks."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


LINKS = frozenset({"on", "late", "early", "at"})
"""What may stand between a verb and its day: "said late on Monday"."""


def heading(sentence: Sentence, offset: int, words: Tense) -> Heading:
    """The heading of the clause that holds the article's character `offset`."""
    parse = sentence.parse
    token = parse.at(offset) if parse else None
    if parse is None or token is None:
        return _told_by_words(sentence.span.text, offset - sentence.span.start, words)
    if _follows_past(parse, token):
        return Heading.PAST
    above = (_of_word(parse, word, words) for word in parse.ancestors(token))
    return next((found for found in above if found is not None), _own(parse, token, words))


def names_a_thing(sentence: Sentence, offset: int) -> bool:
    """ "will investigate the January 6 attack": the date is the attack's, whatever the verb."""
    parse = sentence.parse
    token = parse.at(offset) if parse else None
    above = parse.head(token) if parse and token else None
    if token is None or above is None:
        return False
    return token.dep in ("compound", "nmod", "nummod", "amod") and above.pos == "NOUN" and above.index > token.index


def _follows_past(parse: Parse, token: Token) -> bool:
    """ "said Monday he will go": the day is the saying's, whatever the parser hangs it on."""
    before = token.index - 1
    while before >= 0 and parse[before].text.lower() in LINKS:
        before -= 1
    return before >= 0 and parse[before].tag == "VBD" and parse[before].pos == "VERB"


def _own(parse: Parse, token: Token, words: Tense) -> Heading:
    """ "Summit due Monday": a sentence without a verb, or whose day is taken for its root."""
    if any(child.lemma.lower() in words.scheduled for child in parse.children(token)):
        return Heading.FUTURE
    return Heading.UNKNOWN


def _of_word(parse: Parse, word: Token, words: Tense) -> Heading | None:
    if word.lemma.lower() in words.scheduled:
        return Heading.FUTURE
    return _of_verb(parse, word, words) if word.pos in ("VERB", "AUX") else None


def _of_verb(parse: Parse, verb: Token, words: Tense) -> Heading | None:
    """None where the verb leaves it to the verb above: "leaving", "began to meet", "[to meet] and talk"."""
    helpers = [child for child in parse.children(verb, "aux", "auxpass") if child.index < verb.index]
    perfect = any(helper.lemma in words.have for helper in helpers if helper.tag in ("VB", "VBP", "VBZ", "VBG"))
    if any(helper.tag in ("MD", "TO") for helper in helpers):
        if perfect:
            return Heading.PAST
        infinitive = all(helper.tag != "MD" for helper in helpers)
        return None if infinitive and _follows_implicative(parse, verb, words) else Heading.FUTURE
    return Heading.PAST if perfect else _finite(verb, helpers)


def _follows_implicative(parse: Parse, verb: Token, words: Tense) -> bool:
    """ "voted to leave on Monday", "came to Moscow to talk on Monday": the verb above decides."""
    above = parse.head(verb)
    if above is None:
        return False
    return above.lemma.lower() in words.implicative or (
        verb.dep == "advcl" and above.pos == "VERB" and above.tag != "VB"
    )


def _finite(verb: Token, helpers: list[Token]) -> Heading | None:
    tags = {verb.tag} | {helper.tag for helper in helpers}
    if "VBD" in tags or tags == {"VBN"}:
        return Heading.PAST
    now = bool(tags & {"VBZ", "VBP"})
    if verb.tag == "VBG" and now:
        return Heading.FUTURE
    return Heading.PRESENT if now else None


def _told_by_words(text: str, offset: int, words: Tense) -> Heading:
    """By the nearest cue before the day, or the first one after it where none stands before."""
    before = _cues(text[:offset], words)
    if before:
        return max(before, key=lambda cue: cue[1:3])[-1]
    after = _cues(text[offset:], words)
    return min(after, key=lambda cue: (cue[0], not cue[2]))[-1] if after else Heading.UNKNOWN


def _cues(text: str, words: Tense) -> list[tuple[int, int, bool, Heading]]:
    """Where a cue starts and ends, and which: of "will be held" and "held" the former wins."""
    ahead = [(*m.span(), True, Heading.FUTURE) for m in words.ahead.finditer(text)]
    return ahead + [(*m.span(), False, Heading.PAST) for m in words.behind.finditer(text)]
