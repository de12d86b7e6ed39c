"""A parsed sentence in, its clauses out: each predicate with its logical roles, whatever the voice or the word class.

"Russia expelled 60 diplomats", "60 diplomats were expelled by Russia", "diplomats whom Russia expelled", "Russia,
expelling 60 diplomats, ..." and "Russia's expulsion of 60 diplomats" all give subject Russia, object diplomats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.codebook import Codebook
from dragoman.codebook.cues import Cues, Effect
from dragoman.records import Mentions, Parse, Part, Sentence, Token

Heads = tuple[Token, ...]

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
SUBJECTS = ("nsubj", "csubj", "expl")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that", "whose"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate (verb, event noun or participle) and the heads of its arguments by role."""

    head: Token
    noun: bool
    roles: Mapping[str, Heads]

    def role(self, name: str) -> Heads:
        """The heads that play this role; none where the clause does not say."""
        return self.roles.get(name, ())


def first_conjunct(parse: Parse, token: Token) -> Token:
    """The head of the coordination that the token stands in."""
    while token.dep == "conj" and (above := parse.head(token)) is not None:
        token = above
    return token


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether the verb's grammatical subject suffers what it says."""
    if parse.children(verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if verb.tag != "VBN" or parse.children(verb, "aux"):
        return False
    if verb.dep == "conj" and not parse.children(verb, *SUBJECTS) and not parse.children(verb, "dobj"):
        return is_passive(parse, first_conjunct(parse, verb))
    return verb.dep in ("acl", "advcl", "ROOT", "relcl", "amod") and not parse.children(verb, "dobj")


def headline_passive(parse: Parse, verb: Token) -> bool:
    """A headline's bare participle that a parser takes as past: "Diplomats expelled from Prague"."""
    return verb.tag in ("VBD", "VBN") and not parse.children(verb, "dobj", "aux", "xcomp", "ccomp")


@dataclass(frozen=True)
class Grammar:
    """Reads roles off one parse. `headline` lets bare participles be passive; `cues` name who controls infinitives;
    `timed` are the indices of the words that tell a time: they play no role."""

    parse: Parse
    cues: Cues
    speech: frozenset[str] = frozenset()
    headline: bool = False
    timed: frozenset[int] = frozenset()

    @classmethod
    def of(cls, sentence: Sentence, parse: Parse, mentions: Mentions, codebook: Codebook) -> Grammar:
        """The grammar of one sentence, its times known."""
        timed = frozenset(t.index for t in parse for when in mentions.times if t.start in when.span)
        headline = sentence.part is Part.HEADLINE
        return cls(parse, codebook.cues, codebook.speech.verbs, headline, timed)

    def conjuncts(self, head: Token) -> Heads:
        """The head and what is coordinated with it ("France and Italy"); of a quantity what it is of ("60 of them")."""
        found = self._quantified(head)
        for child in self.parse.children(head, "conj"):
            if child.pos in NOMINAL:
                found += self.conjuncts(child)
        return found

    def _quantified(self, head: Token) -> Heads:
        if head.pos in ("NUM", "DET", "PRON") or head.lemma.lower() in self.cues.quantities:
            for prep in self.parse.children(head, "prep"):
                things = self.parse.children(prep, "pobj")
                if prep.lemma == "of" and things:
                    return tuple(c for thing in things for c in self.conjuncts(thing))
        return (head,)

    def prepositions(self, head: Token) -> dict[str, Heads]:
        """Preposition -> heads of its objects, for those that hang on `head`, chains such as "out of" included."""
        found: dict[str, Heads] = {}
        for prep in self.parse.children(head, "prep", "agent", "dative", "advmod", "prt"):
            for name, heads in self._preposition(prep):
                found[name] = found.get(name, ()) + heads
        return found

    def _preposition(self, prep: Token) -> Iterator[tuple[str, Heads]]:
        objects = [o for o in self.parse.children(prep, "pobj", "pcomp") if o.index not in self.timed]
        if objects:
            yield prep.lemma, tuple(c for o in objects for c in self.conjuncts(o))
        for nested in self.parse.children(prep, "prep"):
            yield from self._preposition(nested)

    def only_times(self, prep: Token) -> bool:
        """Whether the preposition leads to a time and nothing else."""
        objects = self.parse.children(prep, "pobj", "pcomp")
        return bool(objects) and all(o.index in self.timed for o in objects)

    # --- verbs -------------------------------------------------------------------------------------------

    def clause(self, head: Token) -> Clause:
        """The clause of a predicate, verb or noun."""
        if head.pos in ("VERB", "AUX"):
            return Clause(head, noun=False, roles=self._verb_roles(head))
        return Clause(head, noun=True, roles=self._noun_roles(head))

    def _verb_roles(self, verb: Token) -> dict[str, Heads]:
        roles = self.prepositions(verb)
        subject, obj = self.subject(verb), self.object(verb)
        described = self.parse.children(verb, "acomp", "attr", "oprd")
        for thing in (*obj, *described, *(subject if self.passive(verb) else ())):
            for name, heads in self.prepositions(thing).items():
                roles[name] = roles.get(name, ()) + tuple(h for h in heads if h not in roles.get(name, ()))
        for far in [
            t
            for heads in tuple(roles.values())
            for t in heads
            if t.pos == "NOUN" and t.lemma not in self.cues.answering
        ]:
            for name, heads in self.prepositions(far).items():  # "agreed to a ceasefire with Azerbaijan"
                roles.setdefault(name, heads)
        agent = tuple(
            c
            for a in self.parse.children(verb, "agent")
            for o in self.parse.children(a, "pobj")
            for c in self.conjuncts(o)
        )
        if self.passive(verb):
            roles["subject"], roles["object"] = agent or roles.get("by", ()), subject or obj
        else:
            roles["subject"], roles["object"] = subject, obj
        roles["indirect"] = self._coordinated(verb, "dative")
        along = self._together(verb, roles["subject"])
        roles["subject"] += along
        roles["with"] = tuple(t for t in roles.get("with", ()) if t not in along)
        roles["carrier"] = self._carrier(verb)
        complements = self.parse.children(verb, "xcomp", "ccomp", "acomp", "attr", "oprd")
        roles["complement"] = complements
        return {name: heads for name, heads in roles.items() if heads}

    def _together(self, verb: Token, subject: Heads) -> Heads:
        """Who acts along with the subject: "in tandem with Britain", "together with France"."""
        found: list[Token] = []
        for start in (verb, *subject, *self._coordinated(verb, "dobj")):
            for child in self.parse.children(start, "prep", "advmod"):
                nouns = self.parse.children(child, "pobj")
                beside = nouns if child.lemma.lower() == "in" else ()
                linking = [t for t in (child, *beside) if t.lemma.lower() in self.cues.together]
                lone = child.lemma.lower() in self.cues.alongside
                inner = nouns if lone and nouns else ()
                found += [c for o in inner for c in self.conjuncts(o)]
                for link in linking:
                    for heads in (h for p, h in self.prepositions(link).items() if p == "with"):
                        found += heads
        return tuple(t for t in found if t not in subject)

    def _carrier(self, verb: Token) -> Heads:
        """The noun whose content the clause is ("a statement blaming Russia"), or that it is said in."""
        above = self.parse.head(verb)
        own = (above,) if verb.dep == "acl" and above is not None else ()
        return own + self.prepositions(verb).get("in", ())

    def passive(self, verb: Token) -> bool:
        """Whether the clause is passive, headlines included."""
        if is_passive(self.parse, verb):
            return True
        return self.headline and headline_passive(self.parse, verb)

    def _coordinated(self, verb: Token, *deps: str) -> Heads:
        return tuple(c for t in self.parse.children(verb, *deps) if t.pos != "ADP" for c in self.conjuncts(t))

    def object(self, verb: Token) -> Heads:
        """What stands as the verb's grammatical object, relative clauses resolved to their antecedent."""
        found = self._coordinated(verb, "dobj")
        if any(t.lemma.lower() in RELATIVE_PRONOUNS for t in found):
            return self.antecedent(verb)
        if not found and verb.dep == "relcl" and not self.passive(verb) and self._coordinated(verb, *SUBJECTS):
            subject = self._coordinated(verb, *SUBJECTS)
            return () if any(t.lemma.lower() in RELATIVE_PRONOUNS for t in subject) else self.antecedent(verb)
        if not found and (allowed := self._allowed(verb)):
            return allowed
        if not found and verb.dep == "conj" and (first := self.parse.head(verb)) is not None and first.pos == "VERB":
            return self._shared_object(first, verb)
        return found

    def _allowed(self, verb: Token) -> Heads:
        """ "allowed inspectors to visit": a parser may give them to the visiting alone."""
        if not any(c.subject == "object" for c in self.cues.governors.get(verb.lemma, ())):
            return ()
        below = [
            c for c in self.parse.children(verb, "ccomp") if any(a.tag == "TO" for a in self.parse.children(c, "aux"))
        ]
        return tuple(c for clause in below for c in self._coordinated(clause, "nsubj"))

    def _shared_object(self, first: Token, verb: Token) -> Heads:
        # "condemned and sanctioned Iran": the object stands behind the last verb only, or the first shares it
        shared = self.parse.children(first, "dobj")
        return self._coordinated(first, "dobj") if shared and shared[0].index > verb.index else ()

    def antecedent(self, verb: Token) -> Heads:
        """The noun that a relative or participial clause hangs on."""
        above = self.parse.head(verb)
        return self.conjuncts(above) if above is not None and above.pos in NOMINAL else ()

    def subject(self, verb: Token) -> Heads:
        """Who the verb's grammatical subject is, found by control and coordination where it is not told beside it."""
        own = self._coordinated(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if own:
            return self.antecedent(verb) if own[0].lemma.lower() in RELATIVE_PRONOUNS and verb.dep == "relcl" else own
        above = self.parse.head(verb)
        if above is None:
            return ()
        if verb.dep in ("acl", "relcl"):
            return self._subject_of_acl(verb, above)
        if verb.dep == "conj" and above.pos in ("VERB", "AUX"):
            return self._subject_of_conjunct(verb, above)
        if verb.dep in ("xcomp", "advcl", "ccomp", "pcomp", "parataxis", "acomp"):
            return self._controlled(verb, above)
        return ()

    def _subject_of_conjunct(self, verb: Token, first: Token) -> Heads:
        clause = self._verb_roles(first) if self.passive(first) and not self.passive(verb) else None
        if clause is not None and self.parse.children(first, *PASSIVE_SUBJECTS):
            return self.subject(first)
        return self.subject(first)

    def _subject_of_acl(self, verb: Token, noun: Token) -> Heads:
        if any(a.tag == "TO" for a in self.parse.children(verb, "aux")) and noun.lemma not in self.cues.nouns:
            above = next((t for t in self.parse.ancestors(noun) if t.pos == "VERB"), None)
            return self.subject(above) if above is not None else ()
        if verb.tag != "VBN" and noun.pos == "NOUN" and verb.dep == "acl":
            teller = self.noun_subject(noun)  # "issued a statement blaming Russia": they blame, not the statement
            if teller:
                return teller
        return self.conjuncts(noun)

    def raised(self, prep: Token) -> Token | None:
        """What a gerund's preposition hangs on: in "accused forces of executing" the accusing, not the forces."""
        higher = next((t for t in self.parse.ancestors(prep) if t.pos not in ("ADP", "ADV", "ADJ")), None)
        if higher is None or higher.dep not in ("dobj", "nsubjpass", "dative", "pobj"):
            return higher
        verb = next((t for t in self.parse.ancestors(higher) if t.pos != "ADP"), None)
        cues = self.cues.governors.get(verb.lemma, ()) if verb is not None else ()
        return verb if any(c.subject == "object" for c in cues) else higher

    def _controlled(self, verb: Token, above: Token) -> Heads:
        if verb.dep == "pcomp":
            higher = self.raised(above)
            if higher is None:
                return ()
            above = higher
        if above.pos == "ADJ":  # "is due to meet"
            above = next((t for t in self.parse.ancestors(above) if t.pos in ("VERB", "AUX")), above)
        if above.pos not in ("VERB", "AUX"):
            return self.noun_subject(above)
        cue = next((c for c in self.cues.governors.get(above.lemma, ()) if c.subject == "object"), None)
        if cue is not None and verb.dep != "advcl":
            suffering = self.subject(above) if self.passive(above) else self._coordinated(above, "dobj", "dative")
            suffering = suffering or next(
                (
                    h
                    for p, h in self.prepositions(above).items()
                    if p in ("on", "upon", "to", "with") and h and h[0] != verb
                ),
                (),
            )
            if suffering:
                return suffering
        if self.passive(above) and verb.dep == "advcl":
            return self._verb_roles(above).get("subject", ()) or self.subject(above)
        return self.subject(above)

    # --- nouns -------------------------------------------------------------------------------------------

    def _noun_roles(self, noun: Token) -> dict[str, Heads]:
        roles = self.prepositions(noun)
        possessors = tuple(c for p in self.parse.children(noun, "poss") for c in self.conjuncts(p))
        modifiers = self.parse.children(noun, "amod", "compound", "nmod")
        roles["possessor"] = possessors
        roles["modifier"] = modifiers
        roles["subject"] = roles.get("by", ()) or self._agent_of_participle(noun)
        for thing in roles.get("of", ()):  # "the resumption of relations with Qatar"
            for name, heads in self.prepositions(thing).items():
                roles.setdefault(name, heads)
        support = self.support(noun)
        if support is not None:
            for name, heads in self._verb_roles(support[0]).items():
                if name not in ("subject", "object", "complement", "indirect", "by", "in"):
                    roles.setdefault(name, heads)
        return {name: heads for name, heads in roles.items() if heads}

    def _agent_of_participle(self, noun: Token) -> Heads:
        verb = self.participle(noun)
        return self.prepositions(verb).get("by", ()) if verb is not None else ()

    def participle(self, noun: Token) -> Token | None:
        """The participle that tells who carried the noun's act out: "an attack on the embassy orchestrated by Iran"."""
        below = [noun]
        while below:
            token = below.pop()
            for verb in self.parse.children(token, "acl", "relcl"):
                if verb.tag == "VBN" and self._performs(verb) and "by" in self.prepositions(verb):
                    return verb
            below += [o for p in self.parse.children(token, "prep") for o in self.parse.children(p, "pobj")]
        return None

    def _performs(self, verb: Token) -> bool:
        return any(c.effect is Effect.PERFORMS for c in self.cues.governors.get(verb.lemma, ()))

    def carrier(self, noun: Token) -> Token:
        """The noun that stands for this one in the sentence: "series" in "a series of attacks"."""
        first = first_conjunct(self.parse, noun)
        above = self.parse.head(first)
        if first.dep == "pobj" and above is not None and above.lemma in ("of", "for"):
            light = self.parse.head(above)
            if light is not None and light.lemma in self.cues.light_nouns:
                return self.carrier(light)
        return first

    def support(self, noun: Token) -> tuple[Token, str] | None:
        """The verb that the event noun hangs on and how ("object", "subject" or a preposition)."""
        carrier = self.carrier(noun)
        above = self.parse.head(carrier)
        if above is None:
            return None
        if above.pos in ("VERB", "AUX"):
            if carrier.dep in ("dobj", "nsubjpass", "attr"):
                return above, "object"
            return (above, "subject") if carrier.dep == "nsubj" else None
        if above.pos == "ADP" and carrier.dep == "pobj":
            verb = self.parse.head(above)
            if verb is not None and verb.pos == "ADP":
                verb = self.parse.head(verb)
            phrase = self._phrase_verb(verb)
            if phrase is not None:
                return phrase, "object"
            if verb is not None and verb.pos in ("VERB", "AUX"):
                return verb, above.lemma
        return None

    def _phrase_verb(self, word: Token | None) -> Token | None:
        """The verb of a cue that the word belongs to: "claimed" of "claimed responsibility for the attack"."""
        verb = self.parse.head(word) if word is not None and word.pos in ("NOUN", "ADJ") else None
        if verb is None or word is None:
            return None
        cues = self.cues.governors.get(verb.lemma, ())
        return verb if any(word.lemma in c.trigger.rest for c in cues) else None

    def noun_subject(self, noun: Token) -> Heads:
        """Who does what the noun tells: by-phrase, possessor, or the subject of the verb that carries it out."""
        roles = self._noun_roles(noun)
        for role in ("subject", "possessor"):
            if roles.get(role):
                return roles[role]
        support = self.support(noun)
        if support is None:
            return ()
        verb, _ = support
        return self._verb_roles(verb).get("subject", ())
