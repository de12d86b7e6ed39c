"""Who does what to whom in a clause, whatever its voice, word order or word class."""

from __future__ import annotations

import pytest
from tests.parses import parse

from dragoman import codebook as codebooks
from dragoman.coding.clauses import Grammar

CUES = codebooks.load().cues

CASES = [
    (
        "active",
        "Russia/PROPN/NNP/nsubj/1 expelled|expel/VERB/VBD/ROOT/1 60/NUM/CD/nummod/3 diplomats|diplomat/NOUN/NNS/dobj/1",
        "expelled",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "passive",
        (
            "Diplomats|diplomat/NOUN/NNS/nsubjpass/2 were|be/AUX/VBD/auxpass/2 expelled|expel/VERB/VBN/ROOT/2 "
            "by/ADP/IN/agent/2 Russia/PROPN/NNP/pobj/3"
        ),
        "expelled",
        ["Russia"],
        ["Diplomats"],
    ),
    (
        "passive participle after a noun",
        (
            "diplomats|diplomat/NOUN/NNS/nsubj/4 expelled|expel/VERB/VBN/acl/0 by/ADP/IN/agent/1 "
            "Russia/PROPN/NNP/pobj/2 "
            "left|leave/VERB/VBD/ROOT/4"
        ),
        "expelled",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "relative clause with a pronoun as object",
        (
            "diplomats|diplomat/NOUN/NNS/nsubj/4 whom/PRON/WP/dobj/3 Russia/PROPN/NNP/nsubj/3 "
            "expelled|expel/VERB/VBD/relcl/0 "
            "left|leave/VERB/VBD/ROOT/4"
        ),
        "expelled",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "relative clause without a pronoun",
        (
            "measures|measure/NOUN/NNS/nsubj/3 Russia/PROPN/NNP/nsubj/2 took|take/VERB/VBD/relcl/0 "
            "failed|fail/VERB/VBD/ROOT/3"
        ),
        "took",
        ["Russia"],
        ["measures"],
    ),
    (
        "relative clause with a pronoun as subject",
        (
            "Russia/PROPN/NNP/nsubj/4 which/PRON/WDT/nsubj/2 expelled|expel/VERB/VBD/relcl/0 "
            "diplomats|diplomat/NOUN/NNS/dobj/2 protested|protest/VERB/VBD/ROOT/4"
        ),
        "expelled",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "participle clause",
        (
            "Russia/PROPN/NNP/nsubj/1 retaliated|retaliate/VERB/VBD/ROOT/1 expelling|expel/VERB/VBG/advcl/1 "
            "diplomats|diplomat/NOUN/NNS/dobj/2"
        ),
        "expelling",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "infinitive below its subject's verb",
        (
            "Russia/PROPN/NNP/nsubj/1 threatened|threaten/VERB/VBD/ROOT/1 to/PART/TO/aux/3 expel/VERB/VB/xcomp/1 "
            "diplomats|diplomat/NOUN/NNS/dobj/3"
        ),
        "expel",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "infinitive below a verb whose object does it",
        (
            "France/PROPN/NNP/nsubj/1 urged|urge/VERB/VBD/ROOT/1 Iran/PROPN/NNP/dobj/1 to/PART/TO/aux/4 "
            "release/VERB/VB/xcomp/1 prisoners|prisoner/NOUN/NNS/dobj/4"
        ),
        "release",
        ["Iran"],
        ["prisoners"],
    ),
    (
        "gerund after the preposition of a verb whose object does it",
        (
            "France/PROPN/NNP/nsubj/1 accused|accuse/VERB/VBD/ROOT/1 Iran/PROPN/NNP/dobj/1 of/ADP/IN/prep/1 "
            "attacking|attack/VERB/VBG/pcomp/3 ships|ship/NOUN/NNS/dobj/4"
        ),
        "attacking",
        ["Iran"],
        ["ships"],
    ),
    (
        "second verb of a coordination",
        (
            "Russia/PROPN/NNP/nsubj/1 protested|protest/VERB/VBD/ROOT/1 and/CCONJ/CC/cc/1 "
            "expelled|expel/VERB/VBD/conj/1 "
            "diplomats|diplomat/NOUN/NNS/dobj/3"
        ),
        "expelled",
        ["Russia"],
        ["diplomats"],
    ),
    (
        "coordinated parties",
        (
            "France/PROPN/NNP/nsubj/3 and/CCONJ/CC/cc/0 Italy/PROPN/NNP/conj/0 condemned|condemn/VERB/VBD/ROOT/3 "
            "Iran/PROPN/NNP/dobj/3 and/CCONJ/CC/cc/4 Syria/PROPN/NNP/conj/4"
        ),
        "condemned",
        ["France", "Italy"],
        ["Iran", "Syria"],
    ),
    (
        "an actor named along with the subject",
        (
            "France/PROPN/NNP/nsubj/4 along/ADP/IN/prep/0 with/ADP/IN/prep/1 Italy/PROPN/NNP/pobj/2 "
            "condemned|condemn/VERB/VBD/ROOT/4 Iran/PROPN/NNP/dobj/4"
        ),
        "condemned",
        ["France", "Italy"],
        ["Iran"],
    ),
]


@pytest.mark.parametrize(("notation", "verb", "subject", "obj"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_clause_has_the_same_roles_in_every_dress(
    notation: str, verb: str, subject: list[str], obj: list[str]
) -> None:
    _, sentence = parse(notation)
    assert sentence.parse is not None
    head = next(t for t in sentence.parse if t.text == verb)
    clause = Grammar(sentence.parse, CUES).clause(head)
    assert [t.text for t in clause.role("subject")] == subject
    assert [t.text for t in clause.role("object")] == obj


def test_a_headline_s_bare_participle_is_passive() -> None:
    _, sentence = parse(
        "Diplomats|diplomat/NOUN/NNS/nsubj/1 expelled|expel/VERB/VBD/ROOT/1 from/ADP/IN/prep/1 Prague/PROPN/NNP/pobj/2"
    )
    assert sentence.parse is not None
    head = sentence.parse[1]
    in_headline = Grammar(sentence.parse, CUES, headline=True).clause(head)
    in_body = Grammar(sentence.parse, CUES).clause(head)
    assert [t.text for t in in_headline.role("object")] == ["Diplomats"]
    assert [t.text for t in in_body.role("subject")] == ["Diplomats"]


@pytest.mark.parametrize(
    ("notation", "support"),
    [
        (
            "Russia/PROPN/NNP/nsubj/1 announced|announce/VERB/VBD/ROOT/1 the/DET/DT/det/3 expulsion/NOUN/NN/dobj/1",
            ("announced", "object"),
        ),
        (
            (
                "Russia/PROPN/NNP/nsubj/1 launched|launch/VERB/VBD/ROOT/1 a/DET/DT/det/3 series/NOUN/NN/dobj/1 "
                "of/ADP/IN/prep/3 "
                "attacks|attack/NOUN/NNS/pobj/4"
            ),
            ("launched", "object"),
        ),
    ],
)
def test_an_event_noun_hangs_on_the_verb_that_carries_it_out(notation: str, support: tuple[str, str]) -> None:
    _, sentence = parse(notation)
    assert sentence.parse is not None
    noun = next(t for t in sentence.parse if t.text in ("expulsion", "attacks"))
    found = Grammar(sentence.parse, CUES).support(noun)
    assert found is not None
    assert (found[0].text, found[1]) == support
