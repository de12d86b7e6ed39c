"""Every pattern codes the sentences that it carries, and leaves alone those that it must."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import codebook as codebooks
from dragoman.codebook.acts import Act, Sample
from dragoman.pipeline import Coder
from dragoman.records import Actor, Article, Event

BOOK = codebooks.load()
ROWS = [(act, sample) for act in BOOK.acts.acts.values() for p in act.patterns for sample in p.codes]
LEFT = [(act, text) for act in BOOK.acts.acts.values() for p in act.patterns for text in p.leaves]
DAY = date(2018, 3, 26)


def countries(actors: tuple[Actor, ...]) -> set[str]:
    return {a.country for a in actors if a.country is not None}


def events_of(coder: Coder, act: Act, text: str) -> list[Event]:
    return [e for e in coder.code(Article("a", text, DAY)) if e.act == act.name]


@pytest.mark.model
@pytest.mark.parametrize(("act", "sample"), ROWS, ids=[f"{a.name}: {s.text}" for a, s in ROWS])
def test_a_pattern_codes_its_sentence(act: Act, sample: Sample, coder: Coder) -> None:
    events = events_of(coder, act, sample.text)
    assert events, f"{act.name} is not found"
    if sample.actor is not None and sample.recipient is not None:
        parties = [(countries(e.actor), countries(e.recipient)) for e in events]
        assert (set(sample.actor), set(sample.recipient)) in parties


@pytest.mark.model
@pytest.mark.parametrize(("act", "text"), LEFT, ids=[f"{a.name}: {t}" for a, t in LEFT])
def test_a_pattern_leaves_alone_what_only_looks_like_it(act: Act, text: str, coder: Coder) -> None:
    assert events_of(coder, act, text) == []
