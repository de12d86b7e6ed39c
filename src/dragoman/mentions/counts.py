"""A parsed sentence in, its numbers with what they count out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.codebook.numbers import NumberWords
from dragoman.mentions.numerals import Numeral, numerals_in
from dragoman.records import Bound, Count, Parse, Sentence, Span, Token

PERCENT = "percent"
NOUNS = frozenset({"NOUN", "PROPN"})
PLURALS = frozenset({"NNS", "NNPS"})
YEARS = range(1500, 2100)
"""Four figures in this range without a comma are a year, unless a plural follows them and nothing dates them."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """The sentence that the numerals stand in."""

    text: str
    offset: int
    parse: Parse
    words: NumberWords

    def at(self, offset: int) -> Token | None:
        return self.parse.at(self.offset + offset)

    def span(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class _Told:
    """A numeral, how it is bounded, and from where its words run."""

    numeral: Numeral
    bound: Bound
    start: int
    end: int
    joined: bool = False


def counts_in(sentence: Sentence, words: NumberWords) -> tuple[Count, ...]:
    """What the sentence counts, in order; nothing where it was not parsed."""
    if sentence.parse is None:
        return ()
    reading = _Reading(sentence.span.text, sentence.span.start, sentence.parse, words)
    counts = list[Count]()
    for told in _told(list(numerals_in(reading.text, words)), reading):
        count = _count(told, reading, counts)
        if count is not None:
            counts.append(count)
    return tuple(counts)


def _told(numerals: Sequence[Numeral], reading: _Reading) -> Iterator[_Told]:
    """Each numeral with its bound; of "20 to 30" the first is the least and the second the most."""
    number = 0
    while number < len(numerals):
        glued = _glued(numerals, number, reading.text)
        pair = _pair(numerals[number : number + 2], reading) if glued == 1 else ()
        if pair:
            yield from pair
        elif glued == 0 or not _hyphened(numerals, number, reading.text):
            yield from (_alone(numeral, reading) for numeral in numerals[number : number + glued + 1])
        number += glued + 1


JOINT = re.compile(r"\s?(?P<hyphen>[-–])\s?|\s+(?P<word>to|and|or)\s+")


def _glued(numerals: Sequence[Numeral], number: int, text: str) -> int:
    """How many more numerals a hyphen, "to", "or" or "between ... and" ties to this one: 26-03-2018 has two."""
    last = number
    while last + 1 < len(numerals) and _ties(numerals[last], numerals[last + 1], text):
        last += 1
    return last - number


def _ties(first: Numeral, second: Numeral, text: str) -> bool:
    joint = JOINT.fullmatch(text[first.end : second.start])
    if joint is None:
        return False
    return joint["word"] != "and" or re.search(r"\bbetween\s+$", text[: first.start], re.IGNORECASE) is not None


def _hyphened(numerals: Sequence[Numeral], number: int, text: str) -> bool:
    """A score, a phone number, a date: "2-1"."""
    return any(sign in text[numerals[number].end : numerals[number + 1].start] for sign in "-–")


def _pair(numerals: Sequence[Numeral], reading: _Reading) -> tuple[_Told, ...]:
    first, second = numerals
    lead = re.search(r"\b(between|from)\s+$", reading.text[: first.start], re.IGNORECASE)
    if lead is not None and lead[1].lower() == "from":
        return ()
    least = _scaled(first, second)
    second = replace(second, currency=least.currency)
    if least.value >= second.value:
        return ()
    if _hyphened(numerals, 0, reading.text) and not (second.currency or _noun_of(second, second.end, reading)):
        return ()
    start = lead.start() if lead is not None else _alone(first, reading).start
    return (
        _Told(least, Bound.AT_LEAST, start, second.end, joined=True),
        _Told(second, Bound.AT_MOST, second.start, second.end, joined=True),
    )


def _scaled(first: Numeral, second: Numeral) -> Numeral:
    """ "20 to 30 million", "$5-10 billion": the second's magnitude and currency are the first's too."""
    scale = second.scale if first.scale == 1 and first.value < second.value / second.scale else 1
    currency = first.currency or second.currency
    return replace(first, value=first.value * scale, scale=first.scale * scale, currency=currency)


def _alone(numeral: Numeral, reading: _Reading) -> _Told:
    before = reading.words.bound_before.search(reading.text[: numeral.start])
    if before is not None and _bounds(before, reading):
        return _Told(numeral, reading.words.bounds[_plain(before["bound"])], before.start(), numeral.end)
    after = reading.words.bound_after.match(reading.text, numeral.end)
    if after is not None:
        return _Told(numeral, reading.words.bounds[_plain(after["bound"])], numeral.start, after.end())
    return _Told(numeral, Bound.EXACT, numeral.start, numeral.end)


def _bounds(found: re.Match[str], reading: _Reading) -> bool:
    """ "over 12 diplomats" bounds, "a dispute over 12 islands" does not: the parser tells them apart."""
    token = reading.at(found.start("bound"))
    return _plain(found["bound"]) not in reading.words.bounds_by_parse or token is None or token.dep != "prep"


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _count(told: _Told, reading: _Reading, before: Sequence[Count]) -> Count | None:
    numeral, words = told.numeral, reading.words
    if numeral.value <= 0 or words.vague.search(reading.text[: told.start]) or _names(told, reading):
        return None
    measured = _measured(told, reading)
    if measured is not None:
        end, unit = measured
        return Count(reading.span(told.start, end), numeral.value, unit, told.bound)
    return _of_things(told, reading, before)


def _names(told: _Told, reading: _Reading) -> bool:
    """Dates, ages, designations: "March 4", "aged 34", "Article 5", "No. 10"."""
    before = re.search(r"([\w']+)\.?\s*$", reading.text[: told.start])
    return before is not None and before[1].lower() in reading.words.designations and told.bound is Bound.EXACT


def _measured(told: _Told, reading: _Reading) -> tuple[int, str] | None:
    """Money and percentages, which need no noun: where the words end, and the unit."""
    percent = reading.words.percent.match(reading.text, told.end)
    if percent is not None:
        return percent.end(), PERCENT
    money = reading.words.money.match(reading.text, told.end)
    if told.numeral.currency is not None:
        return (money.end() if money is not None else told.end), told.numeral.currency
    return (money.end(), reading.words.currencies[_plain(money["name"])]) if money is not None else None


def _of_things(told: _Told, reading: _Reading, before: Sequence[Count]) -> Count | None:
    last = reading.at(told.numeral.end - 1)
    if last is None or _is_share(told, reading):
        return None
    noun = _noun_of(told.numeral, told.end, reading) or _whole(last, reading)
    if noun is None:
        return _bare(told, last, reading, before)
    if noun.lemma.lower() in reading.words.not_counted or _is_year(told, noun, reading):
        return None
    if told.numeral.value == 1 and _is_part(last, reading):
        return None
    if told.numeral.value != 1 and not _can_be_many(noun, reading):
        return None
    span = reading.span(told.start, noun.end - reading.offset)
    unit = _last_unit(before) if noun.lemma.lower() in reading.words.further else _unit(noun, reading.words)
    return Count(span, told.numeral.value, unit, told.bound)


def _can_be_many(noun: Token, reading: _Reading) -> bool:
    """Not "Maroon 5 singer"; "13 RUSSIANS", which the parser takes for a name in capitals, are many."""
    return noun.tag in PLURALS or noun.text.lower().endswith("s") or noun.lemma.lower() in reading.words.invariable


def _is_share(told: _Told, reading: _Reading) -> bool:
    """ "one in five voters": neither number counts."""
    before = reading.text[: told.start]
    return bool(reading.words.share.match(reading.text, told.end) or reading.words.shared.search(before))


def _noun_of(numeral: Numeral, end: int, reading: _Reading) -> Token | None:
    """The noun that the parser hangs the numeral on, to its right; else the plural that the words beside it lead to."""
    last = reading.at(numeral.end - 1)
    if last is None:
        return None
    above = last
    while above.dep in HANGING and above.head != above.index:
        above = reading.parse[above.head]
        if above.index > last.index and above.pos in NOUNS:
            return above
    return None if above.index < last.index and above.pos in NOUNS else _plural_after(reading.at(end - 1), reading)


HANGING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "det", "conj"})
LEADING = frozenset({"ADJ", "PROPN", "NOUN", "VERB"})
REACH = 5
"""How many words may stand between a numeral and its noun where the parser lost their tie."""


def _plural_after(token: Token | None, reading: _Reading) -> Token | None:
    """ "expels 12 suspected Russian spies", whatever the parser made of the headline."""
    if token is None:
        return None
    for word in reading.parse.tokens[token.index + 1 : token.index + 1 + REACH]:
        if word.tag in PLURALS and word.dep != "compound":
            return word
        if word.pos not in LEADING or word.tag in FINITE:
            return None
    return None


FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})


def _whole(last: Token, reading: _Reading) -> Token | None:
    """ "13 of the 23 diplomats": the noun that the numeral is a part of."""
    for link in reading.parse.children(last, "prep"):
        if link.text.lower() in reading.words.partitive and link.index == last.index + 1:
            return next((t for t in reading.parse.children(link, "pobj") if t.pos in NOUNS), None)
    return None


def _is_part(last: Token, reading: _Reading) -> bool:
    """ "one of the diplomats" points one out; "one diplomat" counts."""
    following = reading.parse.tokens[last.index + 1 : last.index + 2]
    return any(word.text.lower() in reading.words.partitive for word in following)


def _is_year(told: _Told, noun: Token, reading: _Reading) -> bool:
    """ "the 2016 elections", "in 2016 Russia": figures that a plural does not follow, or that an article dates."""
    if not _year_like(told):
        return False
    first = reading.at(told.start)
    lead = reading.parse.tokens[first.index - 1] if first is not None and first.index else None
    dated = lead is not None and (lead.pos in ("DET", "PART", "ADP") or lead.tag == "PRP$")
    return dated or (noun.tag not in PLURALS and noun.lemma != "people")


def _year_like(told: _Told) -> bool:
    return told.numeral.is_digits and told.numeral.value in YEARS and told.bound is Bound.EXACT


def _bare(told: _Told, last: Token, reading: _Reading, before: Sequence[Count]) -> Count | None:
    """A numeral that stands for its noun: "expelled 60", "48 at the embassy"; its unit is what was counted before."""
    if told.numeral.value <= 1 or _year_like(told) or _points(told, reading) or _is_age(told, reading):
        return None
    if told.numeral.glued or not _may_be_bare(last, reading):
        return None
    return Count(reading.span(told.start, told.end), told.numeral.value, _last_unit(before), told.bound)


def _is_age(told: _Told, reading: _Reading) -> bool:
    """ "Alaa, 33, died": figures between commas or in brackets."""
    before, after = reading.text[: told.start].rstrip(), reading.text[told.end :].lstrip()
    return told.bound is Bound.EXACT and before.endswith((",", "(")) and (not after or after[0] in ",.)")


def _points(told: _Told, reading: _Reading) -> bool:
    lead = re.search(r"(\w+)\s+$", reading.text[: told.start])
    spelled = not any(map(str.isdigit, told.numeral.text))
    return spelled and lead is not None and lead[1].lower() in reading.words.pointing


def _may_be_bare(last: Token, reading: _Reading) -> bool:
    above = reading.parse.head(last)
    if last.dep == "pobj" and above is not None:
        counted = reading.parse[above.head].lemma.lower() not in reading.words.not_counted
        return counted and above.text.lower() in reading.words.bare_prepositions
    if last.dep == "nummod" and above is not None:
        # "Blast kills 20, wounds 12": a verb taken for a noun. "5,000 more": the parser's head is an adjective.
        return above.tag == "NNS" or above.lemma in reading.words.further
    return last.dep in reading.words.bare_deps


def _last_unit(before: Sequence[Count]) -> str | None:
    things = [count.unit for count in before if count.unit not in (None, PERCENT) and not str(count.unit).isupper()]
    return things[-1] if things else None


def _unit(noun: Token, words: NumberWords) -> str:
    """The lemma; of a people its singular, which the parser leaves alone: "13 Russians"."""
    if noun.pos != "PROPN":
        return noun.lemma.lower()
    plural = noun.text.endswith("s") and noun.text.lower() not in words.invariable
    return noun.text[:-1] if plural else noun.text
