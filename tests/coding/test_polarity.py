"""Whether an act has happened, and how surely, by its own words and by what governs it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Article

CASES = [
    ("Russia expelled 60 American diplomats.", "actual", "stated"),
    ("Russia will expel 60 American diplomats.", "future", "stated"),
    ("Russia to expel 60 American diplomats", "future", "stated"),
    ("Russia plans to expel 60 American diplomats.", "future", "stated"),
    ("Russia decided to expel 60 American diplomats.", "future", "stated"),
    ("Russia has vowed to expel 60 American diplomats.", "future", "stated"),
    ("Russia may expel 60 American diplomats.", "hypothetical", "stated"),
    ("Russia is considering expelling 60 American diplomats.", "hypothetical", "stated"),
    ("Russia did not expel American diplomats.", "negated", "stated"),
    ("Russia has never expelled American diplomats.", "negated", "stated"),
    ("Russia failed to expel American diplomats.", "negated", "stated"),
    ("Russia did not rule out expelling American diplomats.", "hypothetical", "stated"),
    ("Russia has no plans to expel American diplomats.", "negated", "stated"),
    ("Russia does not intend to expel American diplomats.", "negated", "stated"),
    ("Russia stopped short of expelling American diplomats.", "negated", "stated"),
    ("Russia denied expelling American diplomats.", "actual", "denied"),
    ("Russia denied that it had expelled American diplomats.", "actual", "denied"),
    ("Russia allegedly expelled American diplomats.", "actual", "alleged"),
    ("Poland accused Russia of expelling American diplomats.", "actual", "alleged"),
    ("Poland claimed that Russia had expelled American diplomats.", "actual", "alleged"),
    ("Russia apparently expelled American diplomats.", "actual", "hedged"),
    ("Russia appears to have expelled American diplomats.", "actual", "hedged"),
    ("Russia announced the expulsion of 60 American diplomats.", "actual", "stated"),
    ("Russia will announce the expulsion of 60 American diplomats.", "future", "stated"),
    ("Russia denied the expulsion of 60 American diplomats.", "actual", "denied"),
    ("Russia has begun expelling American diplomats.", "actual", "stated"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "status", "assertion"), CASES, ids=[c[0] for c in CASES])
def test_how_an_act_stands_is_read_from_its_words_and_from_what_governs_it(
    text: str, status: str, assertion: str, coder: Coder
) -> None:
    events = [e for e in coder.code(Article("a", text, date(2018, 3, 26))) if e.act == "expel-diplomats"]
    assert [(e.status.value, e.assertion.value) for e in events] == [(status, assertion)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "If Russia expels American diplomats, Washington will answer.",
        "Unless Russia expels the diplomats, nothing will change.",
    ],
)
def test_what_stands_in_a_condition_is_no_act(text: str, coder: Coder) -> None:
    assert [e for e in coder.code(Article("a", text, date(2018, 3, 26))) if e.act == "expel-diplomats"] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Iran will not release the American prisoners.", [("REJECT", "yield", "actual")]),
        ("Russia would not meet Ukrainian envoys.", [("REJECT", "meet", "actual")]),
        ("Russia did not release the American prisoners.", [("RETREAT", "release", "negated")]),
        ("Russia should release the American prisoners.", []),
        ("Russia would have released the American prisoners.", []),
        ("The lawyer of an American imprisoned in Russia smiled.", []),
        ("The lawyer of an American imprisoned by Russia smiled.", [("COERCE", "arrest", "actual")]),
    ],
)
def test_a_refusal_is_an_act_and_what_ought_to_be_is_none(
    text: str, kinds: list[tuple[str, str, str]], coder: Coder
) -> None:
    events = coder.code(Article("a", text, date(2018, 3, 26)))
    assert [(e.type, e.mode, e.status.value) for e in events] == kinds
