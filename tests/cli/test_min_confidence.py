"""`dragoman code --min-confidence`: what is less sure is left out, and nothing points at it any more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.events import event, span

from dragoman.cli import main
from dragoman.cli.code import surer
from dragoman.records import Article, Reason

ARTICLE = Article("a", "Words.")
CAUSE = event("ACCUSE", id="cause", confidence=0.4)
ANSWER = event("REJECT", id="answer", confidence=0.8, reason=(Reason(span("over that"), "cause"),))


@pytest.mark.parametrize(
    ("least", "kept"),
    [
        (0.0, (CAUSE, ANSWER)),
        (0.4, (CAUSE, ANSWER)),
        (0.5, (replace(ANSWER, reason=(Reason(span("over that"), None),)),)),
        (0.9, ()),
    ],
)
def test_an_answer_keeps_the_words_of_its_reason(least: float, kept: object) -> None:
    assert list(surer([(ARTICLE, (CAUSE, ANSWER))], least)) == [(ARTICLE, kept)]


@pytest.mark.parametrize(("share", "shown"), [("1.5", "1.5"), ("-0.1", "-0.1"), ("nan", "nan")])
def test_what_is_no_share_is_refused(share: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", "a.txt", "--min-confidence", share]) == 2
    assert capsys.readouterr().err == f"dragoman: --min-confidence {shown} is no share; write a number from 0 to 1\n"
