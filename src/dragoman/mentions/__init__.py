"""Parsed sentences in, what each of them mentions out: who, where, when, how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.codebook import Codebook
from dragoman.mentions.counts import counts_in
from dragoman.mentions.deadlines import deadlines_in
from dragoman.mentions.phrases import Named, Phrases, names_by_word
from dragoman.mentions.places import places_in
from dragoman.mentions.reference import Cast, Scene, told_later
from dragoman.mentions.times import times_in
from dragoman.records import Article, Mentions, Part, Sentence, Token

__all__ = ["read"]


NOBODY: tuple[tuple[str | None, int], ...] = ((None, 0), (None, 0))
NAMED = 2
"""What a name counts for against an adjective: "Russian meddling" alone does not make Congress Russia's."""


def read(article: Article, sentences: Sequence[Sentence], codebook: Codebook) -> tuple[Mentions, ...]:
    """The mentions of each sentence, in order; those of an unparsed one are empty."""
    named = [_named(article, sentence, codebook) for sentence in sentences]
    calendar = frozenset((*codebook.times.values["weekday"], *codebook.times.values["month"]))
    cast, found = _opening_cast(article, sentences, codebook), []
    for sentence, names in zip(sentences, named, strict=True):
        if sentence.parse is None:
            found.append(Mentions())
            continue
        times = times_in(sentence, article.published, codebook.times)
        timed = frozenset(t.index for t in sentence.parse if _is_calendar(t, calendar) and t.index not in names)
        actors = Phrases(article, sentence.parse, names, codebook.roles, timed, codebook.private).actors()
        scene = Scene(sentence, sentence.parse, cast, codebook.pronouns, codebook.speech.verbs)
        referred, cast = scene.refer(actors)
        found.append(
            Mentions(
                actors=referred.actors,
                nouns=referred.nouns,
                speaker=referred.speaker,
                times=times,
                deadlines=deadlines_in(sentence, article.published, codebook.times),
                counts=counts_in(sentence, codebook.numbers),
                places=places_in(article, sentence.parse, names, codebook.grounds),
            )
        )
    return told_later(tuple(found))


def _is_calendar(token: Token, calendar: frozenset[str]) -> bool:
    # "May accused Russia": a month that does something is somebody
    return token.text.lower().rstrip(".") in calendar and token.dep != "nsubj"


def _named(article: Article, sentence: Sentence, codebook: Codebook) -> dict[int, Named]:
    if sentence.parse is None:
        return {}
    find = codebook.names.find_any_case if sentence.span.text.isupper() else codebook.names.find
    start = sentence.span.start
    matches = ((start + m.start, start + m.end, m.name) for m in find(sentence.span.text, day=article.published))
    return names_by_word(sentence.parse, matches)


def _opening_cast(article: Article, sentences: Iterable[Sentence], codebook: Codebook) -> Cast:
    """Nobody named yet, and the state that the article is about: the one of its dateline's city, else the one that it
    names most, the first of equals."""
    named: Counter[str] = Counter()
    for sentence in sentences:
        capitals = sentence.part is Part.DATELINE or sentence.span.text.isupper()
        find = codebook.names.find_any_case if capitals else codebook.names.find
        for match in find(sentence.span.text, day=article.published):
            if match.name.country is not None:
                if sentence.part is Part.DATELINE:
                    return Cast(home=match.name.country)
                named[match.name.country] += 1 if match.name.kind in ("adjective", "people") else NAMED
    (home, most), (_, next_most) = (*named.most_common(2), *NOBODY)[:2]
    return Cast(home=home, alone=most > next_most) if most >= NAMED else Cast()
