"""A parsed sentence in, who it names and describes out: one actor for each noun phrase that can act in politics.

The country of an actor is the side that it stands for: by its own name ("the Kremlin"), by an adjective or possessor
("Russian diplomats", "Iran's foreign ministry"), by what it is of ("the president of Chile"), or by its apposition
("Sergei Lavrov, Russia's foreign minister").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.codebook.names import Name
from dragoman.codebook.roles import Role, Roles
from dragoman.records import Actor, Article, Parse, Token

MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod")
FULL_NAME = 2
"""Words of a full name: a bare one is kept only when it is capitalised."""
OWN_WORDS = ("compound", "amod", "nmod", "nummod", "det", "poss", "case", "punct", "quantmod", "advmod", "npadvmod")
PLACE_KINDS = frozenset({"city", "region"})
DESCRIBING = frozenset({"adjective", "people"})
OWNERS = frozenset({"of", "for", "from", "in", "to", "with"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the dictionaries and the words of the sentence that it covers."""

    name: Name
    first: int
    last: int


@dataclass(frozen=True)
class Phrases:
    """Reads the noun phrases of one sentence; `named` gives the name that covers a word."""

    article: Article
    parse: Parse
    named: dict[int, Named]
    roles: Roles
    timed: frozenset[int] = frozenset()
    private: frozenset[str] = frozenset()

    def actors(self) -> dict[int, tuple[Actor, ...]]:
        """Actor by the index of its phrase's head word, for each phrase that names or describes one."""
        found: dict[int, tuple[Actor, ...]] = {}
        for token in self.parse:
            if self._heads_phrase(token) and (actor := self.actor(token)) is not None:
                found[token.index] = (actor, *self._same_of_others(token, actor))
        return found

    def _same_of_others(self, head: Token, actor: Actor) -> Iterator[Actor]:
        """ "Ethiopian and Eritrean troops" are two armies."""
        for adjective in self.parse.children(head, "amod", "compound", "nmod"):
            for other in self.parse.children(adjective, "conj"):
                named = self.named.get(other.index)
                if named is not None and named.name.country is not None and actor.name is None:
                    yield replace(actor, country=named.name.country)

    def _heads_phrase(self, token: Token) -> bool:
        if token.index in self.timed or token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "VERB", "SYM"):
            return False
        if token.pos in ("ADJ", "VERB", "NUM") and token.index not in self.named and not self._nominal_adjective(token):
            return False
        if token.dep in ("compound", "amod", "nmod", "flat"):
            return self._describes_a_thing(token) or (token.index in self.named and not self._inside_same_name(token))
        return not self._inside_same_name(token)

    def _describes_a_thing(self, token: Token) -> bool:
        """ "Treasury sanctions", "a rebel attack": a role before a noun that is no actor itself is the doer."""
        above, named = self.parse.head(token), self.named.get(token.index)
        if above is None or above.pos != "NOUN" or above.index in self.named or self.role(above) is not None:
            return False
        if named is not None:
            return named.name.kind in DESCRIBING  # "American demands" are America's
        return token.dep == "compound" and self.role(token) is not None

    def _nominal_adjective(self, token: Token) -> bool:
        return token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and bool(self.parse.children(token, "det"))

    def _inside_same_name(self, token: Token) -> bool:
        above, mine = self.parse.head(token), self.named.get(token.index)
        return (
            mine is not None
            and above is not None
            and self.named.get(above.index) is mine
            and above.index != token.index
        )

    # --- one phrase --------------------------------------------------------------------------------------

    def actor(self, head: Token) -> Actor | None:
        """The actor that this phrase names or describes; None for things."""
        span = self.article.span(*self._extent(head))
        named = self.named.get(head.index)
        if named is not None and named.name.kind not in PLACE_KINDS | DESCRIBING:
            return self._of_name(head, named.name)
        role = self.role(head)
        if named is not None and named.name.kind == "people" and role is None:
            return Actor(span, None, named.name.country, ("CVL",), None)
        if role is not None:
            return Actor(span, None, self.country(head), role.sectors, person=role.kind == "person")
        if head.pos == "PROPN" and (named is None or named.name.kind in PLACE_KINDS):
            return self._of_unknown_name(head, named)
        if named is not None and named.name.kind == "adjective":
            return Actor(span, None, named.name.country, (), None)
        return None

    def _of_name(self, head: Token, name: Name) -> Actor:
        whole = self.article.span(*self._extent(head))
        sectors = name.sectors
        role = self._leading_role(head)
        if name.kind == "person" and role is not None and role.sectors:
            sectors = role.sectors
        country = self._office_country(head) or name.country if name.kind == "person" else name.country
        return Actor(whole, name.name, country, sectors, name.id, person=name.kind == "person")

    def _office_country(self, head: Token) -> str | None:
        """The side that the words before a name put him on: "IAEA Director-General Mohamed ElBaradei"."""
        own = self.named.get(head.index)
        before = (
            self.named.get(t.index) for t in reversed(self.parse.children(head, "compound", "poss", "amod", "nmod"))
        )
        sides = (n.name for n in before if n is not None and n is not own and n.name.kind not in PLACE_KINDS)
        public = (n.country for n in sides if not self.private.issuperset(n.sectors or ("GOV",)))
        return next((country for country in public if country is not None), None)

    def _of_unknown_name(self, head: Token, named: Named | None) -> Actor | None:
        whole = self.article.span(*self._extent(head))
        role = self._leading_role(head)
        country = self.country(head)
        if named is not None:
            return Actor(whole, named.name.name, named.name.country, (), None)
        if role is None:
            role = self._apposed_role(head)
        name = self._name_text(head)
        if role is None and country is None and len(name.split()) < FULL_NAME and not name[:1].isupper():
            return None
        return Actor(whole, name, country, role.sectors if role else (), person=role is None or role.kind == "person")

    def _name_text(self, head: Token) -> str:
        words = [t for t in self.parse.children(head, "compound") if t.pos == "PROPN" and t.index not in self.named]
        first = words[0] if words else head
        tail = [t for t in self.parse.tokens[first.index : head.index + 1] if t.pos == "PROPN"]
        return " ".join(t.text for t in tail if self.roles.of([t.text.lower()]) is None) or head.text

    def role(self, head: Token) -> Role | None:
        """The role noun that the phrase ends in ("foreign minister")."""
        words = [t.lemma.lower() for t in self.parse.children(head, "compound", "amod", "nmod") if t.index < head.index]
        for last in (head.text.lower(), head.lemma.lower()):
            found = self.roles.of([*words, last])
            if found is not None:
                return found if found.kind != "thing" else None
        return None

    def _leading_role(self, head: Token) -> Role | None:
        # "Russian Foreign Minister Sergei Lavrov": the role stands among the words before the name
        words = [t.text.lower() for t in self.parse.tokens[self._first_own(head).index : head.index]]
        for end in range(len(words), 0, -1):
            found = self.roles.of(words[:end])
            if found is not None:
                return found
        return self._apposed_role(head)

    def _apposed_role(self, head: Token) -> Role | None:
        for apposed in self.parse.children(head, "appos"):
            if (found := self.role(apposed)) is not None:
                return found
        above = self.parse.head(head)
        return self.role(above) if head.dep == "appos" and above is not None else None

    # --- country -----------------------------------------------------------------------------------------

    def country(self, head: Token) -> str | None:
        """The state that the phrase's owner, adjective, place or apposition names."""
        owners = [self.named[t.index].name for t in self._describers(head) if t.index in self.named]
        # a firm's director or a paper's reporter is not of the firm's state as a minister is
        named = [n for n in owners if n.country is not None and not self.private.issuperset(n.sectors or ("GOV",))]
        if named:
            return next((n.country for n in named if n.kind not in PLACE_KINDS), named[0].country)
        # "Russian diplomats and intelligence officers": an adjective before the first serves them all
        above = self.parse.head(head)
        if head.dep == "conj" and above is not None and not self.parse.children(head, "det", "poss"):
            return self.country(above)
        return None

    def _describers(self, head: Token) -> Iterator[Token]:
        own = [*self.parse.children(head, "poss"), *reversed(self.parse.children(head, *MODIFIERS[:3]))]
        yield from own
        for token in own:
            yield from reversed(self.parse.children(token, *MODIFIERS))
        for prep in self.parse.children(head, "prep"):
            if prep.lemma in OWNERS:
                for thing in self.parse.children(prep, "pobj"):
                    yield thing
                    yield from self.parse.children(thing, *MODIFIERS)
        for apposed in self.parse.children(head, "appos"):
            yield apposed
            yield from self._describers(apposed)
        above = self.parse.head(head)
        if head.dep == "appos" and above is not None:
            yield above
            yield from self.parse.children(above, *MODIFIERS)

    # --- words -------------------------------------------------------------------------------------------

    def _first_own(self, head: Token) -> Token:
        first = head
        for child in self.parse.children(head, *OWN_WORDS):
            if child.index < head.index and child.dep not in ("punct", "advmod", "npadvmod"):
                first = min(first, self._first_own(child), key=lambda t: t.index)
        named = self.named.get(head.index)
        return self.parse[min(first.index, named.first)] if named is not None else first

    def _extent(self, head: Token) -> tuple[int, int]:
        named = self.named.get(head.index)
        last = max(head.index, named.last) if named is not None else head.index
        start, end = self._first_own(head).start, self.parse[last].end
        of = next((p for p in self.parse.children(head, "prep") if p.lemma == "of"), None)
        if of is not None and of.index == last + 1:
            owners = self.parse.children(of, "pobj")
            if owners and owners[0].index in self.named:
                end = self._extent(owners[0])[1]
        return start, end


def names_by_word(parse: Parse, matches: Iterable[tuple[int, int, Name]]) -> dict[int, Named]:
    """Name by the index of each word that it covers; `matches` are article offsets."""
    found: dict[int, Named] = {}
    for start, end, name in matches:
        covered = [t.index for t in parse if t.start < end and start < t.end]
        if covered:
            named = Named(name, covered[0], covered[-1])
            found |= dict.fromkeys(covered, named)
    return found
