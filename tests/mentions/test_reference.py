"""Who "he", "the government", "its envoys" and "the two men" are."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Article, Event

CASES = [
    # pronouns
    ("President Vladimir Putin arrived. He condemned France.", "condemn", ["RUS"], ["FRA"]),
    ("Russia closed the border. It condemned France.", "condemn", ["RUS"], ["FRA"]),
    ("Moscow warned Kyiv. Ukraine condemned it.", "condemn", ["UKR"], ["RUS"]),
    ("Angela Merkel met reporters. She condemned Iran.", "condemn", ["DEU"], ["IRN"]),
    ('"We condemn Russia," German Chancellor Angela Merkel said.', "condemn", ["DEU"], ["RUS"]),
    # last names
    ("Chilean Foreign Minister Carla Fuentes spoke. Fuentes condemned Iran.", "condemn", ["CHL"], ["IRN"]),
    # what is told by its role alone
    ("PARIS (AP) - The government condemned Russia.", "condemn", ["FRA"], ["RUS"]),
    ("TOKYO, March 3 - Police condemned Russia.", "condemn", ["JPN"], ["RUS"]),
    ("Western officials condemned Russia.", "condemn", [], ["RUS"]),
    # offices before names
    ("IAEA Director-General Mohamed ElBaradei condemned Iran.", "condemn", ["UNO"], ["IRN"]),
    ("Iran's foreign ministry condemned Iraq.", "condemn", ["IRN"], ["IRQ"]),
    ("A spokeswoman for Iran's foreign ministry condemned Iraq.", "condemn", ["IRN"], ["IRQ"]),
    # coordinated adjectives
    ("French and Italian ministers condemned Iraq.", "condemn", ["FRA", "ITA"], ["IRQ"]),
    # sides
    ("Emmanuel Macron praised Vladimir Putin. The two men spoke on Monday.", "hold-talks", ["FRA", "RUS"], []),
    # things of a state
    ("France condemned Israel's decision.", "condemn", ["FRA"], ["ISR"]),
    ("France condemned the American tariffs.", "condemn", ["FRA"], ["USA"]),
]


def countries(events: list[Event], side: str) -> list[str]:
    return sorted({a.country for e in events for a in getattr(e, side) if a.country is not None})


@pytest.mark.model
@pytest.mark.parametrize(("text", "act", "actor", "recipient"), CASES, ids=[c[0] for c in CASES])
def test_whom_the_words_mean(text: str, act: str, actor: list[str], recipient: list[str], coder: Coder) -> None:
    events = [e for e in coder.code(Article("a", text, date(2018, 3, 26))) if e.act == act]
    assert events
    assert (countries(events, "actor"), countries(events, "recipient")) == (actor, recipient)
