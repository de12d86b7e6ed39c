"""The acts of one article to each other: told once each, tied to what they answer, with their deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Article, Event

DAY = date(2018, 3, 26)


def coded(coder: Coder, text: str) -> tuple[Event, ...]:
    return coder.code(Article("a", text, DAY))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Russia expels 60 US diplomats\n\nRussia on Monday announced the expulsion of 60 American diplomats.", 1),
        ("Russia expelled 60 American diplomats. The expulsion of the diplomats by Russia was announced on Monday.", 1),
        ("Russia expelled 60 American diplomats. Britain expelled 23 Russian diplomats.", 2),
        ("Russia expelled 60 American diplomats. Russia expelled 23 British diplomats.", 2),
        ("Russia expelled 60 American diplomats on Monday. Russia expelled 14 American diplomats on Friday.", 2),
        ("Russia expelled 60 American diplomats. Russia denied that it had expelled the American diplomats.", 2),
    ],
)
def test_an_act_told_twice_is_one_event(text: str, number: int, coder: Coder) -> None:
    events = [e for e in coded(coder, text) if e.act == "expel-diplomats"]
    assert len(events) == number
    if number == 1:
        assert len(events[0].mentions) == 1


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Russia expelled 60 American diplomats in response to the closure of its consulate by the United States.",
            "in response to the closure of its consulate by the United States",
        ),
        (
            "Russia expelled 60 American diplomats after the United States closed the Russian consulate in Seattle.",
            "after the United States closed the Russian consulate in Seattle",
        ),
        (
            "Britain expelled 23 Russian diplomats. The move came after Russia closed the British consulate in Perm.",
            "after Russia closed the British consulate in Perm",
        ),
    ],
)
def test_an_answer_names_the_act_that_it_answers(text: str, reason: str, coder: Coder) -> None:
    events = coded(coder, text)
    expulsion = next(e for e in events if e.act == "expel-diplomats")
    closure = next(e for e in events if e.act == "close-mission")
    assert [(r.span.text, r.event) for r in expulsion.reason] == [(reason, closure.id)]


@pytest.mark.model
def test_a_reason_that_the_article_does_not_code_keeps_its_words(coder: Coder) -> None:
    events = coded(coder, "Russia expelled 60 American diplomats because of bad weather.")
    assert [(r.span.text, r.event) for r in events[0].reason] == [("because of bad weather", None)]


@pytest.mark.model
def test_a_deadline_told_later_belongs_to_the_act_before(coder: Coder) -> None:
    events = coded(
        coder, "Russia expelled 60 American diplomats.\n\nThe Americans have seven days to leave the country."
    )
    expulsion = next(e for e in events if e.act == "expel-diplomats")
    assert expulsion.deadline is not None
    assert (expulsion.deadline.span.text, expulsion.deadline.day) == ("seven days", date(2018, 4, 2))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 1986, the Soviet Union expelled five American diplomats.", "historical"),
        ("Last week Russia expelled five American diplomats.", "actual"),
    ],
)
def test_an_act_of_long_ago_is_history(text: str, status: str, coder: Coder) -> None:
    assert [e.status.value for e in coded(coder, text)] == [status]


@pytest.mark.model
def test_a_word_of_blame_answers_what_it_blames(coder: Coder) -> None:
    events = coded(coder, "Iran carried out a bombing in Iraq on Monday. France condemned the bombing.")
    bombing = next(e for e in events if e.type == "ASSAULT")
    blame = next(e for e in events if e.act == "condemn")
    assert [(r.span.text, r.event) for r in blame.reason] == [("bombing", bombing.id)]


@pytest.mark.model
def test_two_causes_in_one_phrase_are_two_reasons(coder: Coder) -> None:
    events = coded(
        coder, "Poland sanctioned Belarus, citing its arrest of a priest and its closure of the Polish consulate."
    )
    sanction = next(e for e in events if e.act == "impose-sanctions")
    assert {r.event for r in sanction.reason} == {e.id for e in events if e.act in ("arrest", "close-mission")}
    assert len(sanction.reason) == 2
