"""Heads of noun phrases in, actors out: who plays a role, each member of a coordination apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.codebook import Codebook
from dragoman.records import Actor, Article, Mentions, Parse, Token

OWNERS = frozenset({"of", "by", "for", "from", "against", "in", "with", "to", "on", "between", "among"})
DOING = frozenset({"of", "by", "from"})
OWNING = ("poss", "compound", "amod", "nmod")


@dataclass(frozen=True)
class Parties:
    """Who stands behind the words of one sentence."""

    article: Article
    parse: Parse
    mentions: Mentions
    codebook: Codebook

    def of(self, heads: Iterable[Token], *, doing: bool = False) -> tuple[Actor, ...]:
        """The political actors that these phrases name, or whose things they are ("Russia's Seattle consulate").

        Of what is `doing`, where it is does not count: an air strike in Yemen is not Yemen's.
        """
        found: list[Actor] = []
        for head in heads:
            found += [a for a in self._of_one(head, doing=doing) if a not in found]
        return tuple(found)

    def is_place(self, token: Token) -> bool:
        """Whether the word is a town's or a region's name, not a state's adjective."""
        return token.index in self.mentions.places and token.pos == "PROPN" and token.dep in ("compound", "nmod")

    def stands_for(self, head: Token) -> tuple[str, ...]:
        """The noun that a pronoun or "these Russians" stands for, where the article told it."""
        noun = self.mentions.nouns.get(head.index)
        return () if noun is None else (noun,)

    def named(self, token: Token) -> bool:
        """Whether the word itself names an actor, or a state by its adjective ("Russian")."""
        return bool(self.mentions.actors.get(token.index))

    def _of_one(self, head: Token, *, doing: bool) -> tuple[Actor, ...]:
        actors = self.mentions.actors.get(head.index, ())
        if any(map(self.is_political, actors)):
            return actors
        owner = self._owner(head, DOING if doing else OWNERS)
        if not actors or not owner:
            return owner or actors
        return tuple(replace(a, country=owner[0].country) for a in actors)  # "his daughter" is not he

    def _owner(self, head: Token, owning: frozenset[str] = OWNERS) -> tuple[Actor, ...]:
        for token in reversed(self.parse.children(head, *OWNING)):
            actors = self.mentions.actors.get(token.index, ())
            if any(map(self.is_political, actors)):
                return tuple(self._in_phrase(a, head, token) for a in actors)
            if token.dep == "poss" and (owner := self._owner(token, owning)):
                return owner
        for prep in self.parse.children(head, "prep"):
            if prep.lemma in owning:
                for thing in self.parse.children(prep, "pobj"):
                    actors = self.mentions.actors.get(thing.index, ())
                    if any(map(self.is_political, actors)):
                        return actors
        return ()

    def _in_phrase(self, actor: Actor, head: Token, token: Token) -> Actor:
        """ "two Russian banks" are the party, not the word "Russian"; of "Russia's plan" it is Russia."""
        if token.dep == "poss" or actor.name is not None:
            return actor
        own = [
            t.start
            for t in self.parse.children(head, "det", "nummod", "amod", "compound", "nmod")
            if t.index < head.index
        ]
        return replace(actor, span=self.article.span(min(own, default=actor.span.start), head.end))

    def is_political(self, actor: Actor) -> bool:
        """Whether the actor is of a state or of politics: it has a country, or a sector of politics."""
        private = not actor.person and bool(actor.sectors) and self.codebook.private.issuperset(actor.sectors)
        return not private and (actor.country is not None or not self.codebook.political.isdisjoint(actor.sectors))
