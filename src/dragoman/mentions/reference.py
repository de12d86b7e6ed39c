"""The actors of an article's sentences in, who "he", "the official" and "the two men" are out.

A fold over the sentences: the cast holds whom the article has named so far, the latest last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.codebook.pronouns import Pronouns
from dragoman.records import Actor, Mentions, Parse, Sentence, Span, Token

Actors = tuple[Actor, ...]
T = TypeVar("T")

QUOTATION_MARKS = frozenset('"“”')
REMEMBERED = 50
"""Actors that a later word can refer to: about ten sentences of a crowded report."""
SENTENCE = 250
"""Characters within which a subject is likelier meant than what was named after it: one long sentence."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor that the article named: how its phrase ended, whether it is one person, a group or a state."""

    actor: Actor
    noun: str
    person: bool
    plural: bool
    subject: bool


@dataclass(frozen=True)
class Cast:
    """Whom the article has named so far, the latest last; `home` is the country that bare "the government" means,
    `alone` whether no other country is named as often: then "75 civilians" are its own too."""

    seen: tuple[Seen, ...] = ()
    home: str | None = None
    alone: bool = False
    speaker: Actor | None = None

    def with_seen(self, more: tuple[Seen, ...], speakers: Actors) -> Cast:
        """The cast after more of the text; only the latest can be meant by a pronoun."""
        speaker = speakers[0] if speakers else self.speaker
        return replace(self, seen=(self.seen + more)[-REMEMBERED:], speaker=speaker)

    def less(self, actors: Actors) -> Cast:
        """The cast less these actors: he whom his own aide accuses is another, of whatever country."""
        names = {a.name for a in actors} - {None}
        kept = tuple(s for s in self.seen if s.actor not in actors and s.actor.name not in names)
        return replace(self, seen=kept)

    def without(self, actors: Actors) -> Cast:
        """The cast less these actors and those who share their country."""
        countries = {a.country for a in actors if a.country is not None}
        kept = tuple(s for s in self.seen if s.actor not in actors and s.actor.country not in countries)
        return replace(self, seen=kept)

    def latest(self, *, person: bool | None = None, plural: bool | None = None, noun: str | None = None) -> Seen | None:
        """The actor last named that fits; subjects of the latest sentence come before its other actors."""
        fits = [
            s
            for s in self.seen
            if (person is None or s.person == person)
            and (plural is None or s.plural == plural)
            and (noun is None or s.noun == noun)
        ]
        if not fits:
            return None
        last = fits[-1].actor.span.start
        near = [s for s in fits if s.subject and last - s.actor.span.start < SENTENCE]
        return near[-1] if near else fits[-1]

    def antecedent(self, actor: Actor) -> Seen | None:
        """Whom "these Russians" stands for: the latest of that country told by another noun, and in the plural."""
        fits = (s for s in reversed(self.seen) if s.plural and s.actor.country == actor.country and s.actor != actor)
        return next(fits, None)

    def last_named(self, name: str) -> Actor | None:
        """The full form of a bare last name: "Skripal" after "Sergei Skripal"."""
        for seen in reversed(self.seen):
            if seen.actor.name is not None and seen.actor.name.split()[-1:] == [name] and seen.actor.name != name:
                return seen.actor
        return None

    def sides(self, number: int, nowhere: frozenset[str]) -> tuple[Actor, ...]:
        """The latest `number` actors of different countries, for "the two sides"; bodies of many states are none."""
        found: dict[str, Actor] = {}
        for seen in reversed(self.seen):
            country = seen.actor.country
            if country is not None and country not in nowhere and len(found) < number:
                found.setdefault(country, seen.actor)
        return tuple(reversed(found.values())) if len(found) == number else ()


@dataclass(frozen=True, slots=True)
class Referred:
    """A sentence's actors and what short forms stand for, by head word; who talks on in it where it is quoted."""

    actors: dict[int, Actors]
    nouns: dict[int, str]
    speaker: Actor | None


@dataclass(frozen=True)
class Scene:
    """One sentence, whom it names by itself, and whom the article named before."""

    sentence: Sentence
    parse: Parse
    cast: Cast
    words: Pronouns
    speech: frozenset[str]

    def refer(self, actors: Mapping[int, Actors]) -> tuple[Referred, Cast]:
        """The sentence's actors with short forms, definite phrases and pronouns resolved, and the cast after it."""
        found: dict[int, Actors] = {}
        nouns: dict[int, str] = {}
        for index, several in actors.items():
            if self._number_of_sides(self.parse[index]) is not None:
                continue  # "the two men" are two whom the article named
            found[index] = self._definite(self.parse[index], tuple(self._fuller(a) for a in several))
        for token in self.parse:
            meant = self._meant(token, found) if token.index not in found else self._antecedents(token, found)
            if meant and token.index not in found:
                found[token.index] = tuple(replace(s.actor, span=self._span(token)) for s in meant)
            if meant:
                nouns[token.index] = meant[0].noun
        found = {index: self._owned(self.parse[index], several, found) for index, several in found.items()}
        found = dict(sorted(found.items()))
        speakers = self._speaker(self.parse[-1], found, anywhere=True)
        cast = self.cast.with_seen(tuple(self._seen(found)), speakers)
        return Referred(found, nouns, cast.speaker if self._talks_on() else None), cast

    def _talks_on(self) -> bool:
        """Whether the sentence stands in quotation marks: whoever spoke last speaks on."""
        return any(t.text in QUOTATION_MARKS for t in self.parse)

    def _antecedents(self, token: Token, found: Mapping[int, Actors]) -> tuple[Seen, ...]:
        if not any(c.lemma.lower() in self.words.demonstrative for c in self.parse.children(token, "det")):
            return ()
        seen = (self.cast.antecedent(a) for a in found[token.index] if a.name is None and a.country is not None)
        return tuple(s for s in seen if s is not None)

    # --- names and definite phrases ----------------------------------------------------------------------

    def _fuller(self, actor: Actor) -> Actor:
        if actor.country is not None or actor.name is None:
            return actor
        full = self.cast.last_named(actor.name.split()[-1])
        return actor if full is None else replace(full, span=actor.span, sectors=actor.sectors or full.sectors)

    def _definite(self, token: Token, actors: Actors) -> Actors:
        """ "the minister" is the minister last named; "the government", "police" are those of the article's home."""
        if any(a.country is not None or a.name is not None for a in actors):
            return actors
        before = {c.text.lower() for c in self.parse.children(token, "det", "poss")}
        compound = {c.lemma.lower() for c in self.parse.children(token, "compound")}
        same = self.cast.latest(noun=token.lemma.lower()) if before & self.words.definite else None
        if same is not None and same.actor.country is not None:
            return tuple(replace(same.actor, span=a.span, sectors=a.sectors or same.actor.sectors) for a in actors)
        beside = {c.lemma.lower() for c in self.parse.children(token, "amod", "compound", "nmod")}
        owned = any(p.tag == "PRP$" for p in self.parse.children(token, "poss"))
        if beside & self.words.elsewhere or (owned and token.lemma.lower() not in self.words.national):
            return actors  # "Western officials"; "his daughter" is of his country, whichever that is
        own = token.lemma.lower() in self.words.national and not before & self.words.indefinite
        own = own or self._is_at_home(actors)
        if self.cast.home is not None and (own or compound & self.words.national):  # "an administration official"
            return tuple(replace(a, country=self.cast.home) for a in actors)
        return actors

    def _is_at_home(self, actors: Actors) -> bool:
        """Whether people told by their role alone are of the article's home: "rebels", "75 civilians"."""
        return self.cast.alone and any(not self.words.domestic.isdisjoint(a.sectors) for a in actors)

    def _owned(self, token: Token, actors: Actors, found: Mapping[int, Actors]) -> Actors:
        """ "its envoys" are of the country that "its" means."""
        owner = next(
            (found[p.index] for p in self.parse.children(token, "poss") if p.tag == "PRP$" and p.index in found), ()
        )
        if not owner:
            return actors
        return tuple(a if a.country is not None else replace(a, country=owner[0].country) for a in actors)

    # --- pronouns and sides ------------------------------------------------------------------------------

    def _meant(self, token: Token, found: Mapping[int, Actors]) -> tuple[Seen, ...]:
        word = token.text.lower()
        if token.pos == "PRON" or token.tag == "PRP$":
            return self._of_pronoun(token, word, found)
        if token.pos == "NOUN" and token.text[:1].isupper() and (full := self.cast.last_named(token.text)) is not None:
            return (_meant_actor(full, token),)  # a last name that the parser takes for a noun
        number = self._number_of_sides(token)
        if number is not None:
            return tuple(_meant_actor(a, token) for a in self._cast_at(token, found).sides(number, self.words.nowhere))
        return ()

    def _number_of_sides(self, token: Token) -> int | None:
        """Two for "the two sides" and "both men"; None for whom the article counts without having named them."""
        beside = [c.lemma.lower() for c in self.parse.children(token, "nummod", "det", "amod")]
        pointed = "both" in beside or not self.words.definite.isdisjoint(beside)
        if not pointed or token.lemma.lower() not in self.words.sides:
            return None
        return next((self.words.numbers[w] for w in beside if w in self.words.numbers), None)

    def _of_pronoun(self, token: Token, word: str, found: Mapping[int, Actors]) -> tuple[Seen, ...]:
        near, doers = self._cast_at(token, found), self._own_subject(token, found)
        cast = near.less(doers) if word in self.words.singular_person else near.without(doers)
        if word in self.words.first:
            speakers = self._speaker(token, found) or _one(self.cast.speaker)
            return tuple(_meant_actor(a, token) for a in speakers)
        if word in self.words.second:
            own = {a.country for a in self._speaker(token, found)}
            told = [a for i, several in found.items() if i < token.index for a in several if a.country not in own]
            return tuple(_meant_actor(a, token) for a in told[-1:] if a.country is not None)
        if word in self.words.singular_person:
            return _one(cast.latest(person=True))
        if word in self.words.singular_thing:
            return _one(cast.latest(person=False, plural=False))
        if word in self.words.plural:
            return _one(cast.latest(plural=True) or cast.latest(person=False))
        return ()

    def _own_subject(self, token: Token, found: Mapping[int, Actors]) -> Actors:
        """Who does what is done to this pronoun: "Trump accused it" is not of himself."""
        verb = self.parse.head(token)
        while verb is not None and verb.pos != "VERB" and token.dep == "pobj":
            verb = self.parse.head(verb)
        if verb is None or token.dep not in ("dobj", "pobj", "dative"):
            return ()
        while (
            verb.dep == "conj"
            and not self.parse.children(verb, "nsubj")
            and (above := self.parse.head(verb)) is not None
        ):
            verb = above
        return tuple(a for s in self.parse.children(verb, "nsubj") for a in found.get(s.index, ()))

    def _cast_at(self, token: Token, found: Mapping[int, Actors]) -> Cast:
        # a pronoun may mean somebody told before it in its own sentence
        return self.cast.with_seen(tuple(self._seen({i: a for i, a in found.items() if i < token.index})), ())

    def _speaker(self, token: Token, found: Mapping[int, Actors], *, anywhere: bool = False) -> Actors:
        verbs = self.parse if anywhere else self.parse.ancestors(token)
        for verb in verbs:
            if verb.lemma in self.speech:
                for subject in self.parse.children(verb, "nsubj"):
                    if subject.index in found and subject != token:
                        return found[subject.index]
        return () if anywhere else self._speaker(token, found, anywhere=True)

    # --- what the sentence leaves behind -----------------------------------------------------------------

    def _seen(self, found: Mapping[int, Actors]) -> Iterator[Seen]:
        for index, actors in sorted(found.items()):
            token = self.parse[index]
            if token.pos == "PRON":
                continue
            plural = token.tag in ("NNS", "NNPS") or len(actors) > 1
            for actor in actors:
                subject = token.dep in ("nsubj", "nsubjpass")
                yield Seen(actor, token.lemma.lower(), actor.person and not plural, plural, subject)

    def _span(self, token: Token) -> Span:
        start = min([token.start, *(c.start for c in self.parse.children(token, "det", "nummod", "amod"))])
        offset = self.sentence.span.start
        return Span(start, token.end, self.sentence.span.text[start - offset : token.end - offset])


def _one(thing: T | None) -> tuple[T, ...]:
    return () if thing is None else (thing,)


def _meant_actor(actor: Actor, token: Token) -> Seen:
    return Seen(actor, token.lemma.lower(), person=actor.person, plural=False, subject=False)


def told_later(mentions: tuple[Mentions, ...]) -> tuple[Mentions, ...]:
    """The same, with the country of whom the article places only further on: "Skripal, once of Russia's army"."""
    placed: dict[str, Actor] = {}
    for actor in (a for m in mentions for several in m.actors.values() for a in several):
        if actor.person and actor.name is not None and actor.country is not None:
            placed.setdefault(actor.name.split()[-1], actor)

    def fuller(actor: Actor) -> Actor:
        known = placed.get(actor.name.split()[-1]) if actor.person and actor.name is not None else None
        return actor if known is None or actor.country is not None else replace(actor, country=known.country)

    return tuple(
        replace(m, actors={i: tuple(map(fuller, several)) for i, several in m.actors.items()}) for m in mentions
    )
