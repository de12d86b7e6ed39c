"""By when something must be done; 2018-03-28 is a Wednesday."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.parses import parse, unparsed

import dragoman.dictionaries
from dragoman.codebook.times import TimeWords, load_times
from dragoman.mentions.deadlines import deadlines_in
from dragoman.records import Deadline, Span


@pytest.fixture(scope="module")
def words() -> TimeWords:
    return load_times(Path(dragoman.dictionaries.__path__[0]) / "times.toml")


DEADLINES = [
    ("2018-03-28", "They have seven days to leave.", "seven days | 2018-04-04"),
    ("2018-03-28", "The diplomats were given a week to leave.", "a week | 2018-04-04"),
    ("2018-03-28", "Moscow gave them 48 hours to leave.", "48 hours | 2018-03-30"),
    ("2018-03-28", "London gave 23 diplomats one week to go home.", "one week | 2018-04-04"),
    ("2018-03-28", "The firm has a month to close its office.", "a month | 2018-04-28"),
    ("2018-03-28", "The envoy got two months to pack.", "two months | 2018-05-28"),
    ("2018-03-28", "They have at least ten days to appeal.", "at least ten days | 2018-04-07"),
    ("2018-03-28", "They must leave within 72 hours.", "within 72 hours | 2018-03-31"),
    ("2018-03-28", "The envoys were told to leave within a week.", "within a week | 2018-04-04"),
    ("2018-03-28", "He was ordered to go within three days.", "within three days | 2018-03-31"),
    ("2018-03-28", "Iran must comply within the next two weeks.", "within the next two weeks | 2018-04-11"),
    ("2018-03-28", "They must go by Friday.", "by Friday | 2018-03-30"),
    ("2018-03-28", "They must go by Wednesday.", "by Wednesday | 2018-03-28"),
    ("2018-03-28", "They must go by midnight Sunday.", "by midnight Sunday | 2018-04-01"),
    ("2018-03-28", "They must go by midnight on Sunday.", "by midnight on Sunday | 2018-04-01"),
    ("2018-03-28", "They must go by noon on April 5.", "by noon on April 5 | 2018-04-05"),
    ("2018-03-28", "They must go by 5 p.m. Friday.", "by 5 p.m. Friday | 2018-03-30"),
    ("2018-03-28", "They must go by April 5.", "by April 5 | 2018-04-05"),
    ("2018-03-28", "They must go no later than April 5.", "no later than April 5 | 2018-04-05"),
    ("2018-03-28", "They must go before April 5.", "before April 5 | 2018-04-05"),
    ("2018-03-28", "They have until April 5 to leave.", "until April 5 | 2018-04-05"),
    ("2018-03-28", "They have until the end of the month to leave.", "until the end of the month | 2018-03-31"),
    ("2018-03-28", "Turkey ordered him out by the end of the month.", "by the end of the month | 2018-03-31"),
    ("2018-03-28", "It will pull out by the end of the year.", "by the end of the year | 2018-12-31"),
    ("2018-03-28", "They must go by tomorrow.", "by tomorrow | 2018-03-29"),
    ("2018-03-28", "They must go by next week.", "by next week | 2018-04-08"),
    ("2018-03-28", "All troops will leave by 2020.", "by 2020 | 2020-12-31"),
    ("2018-03-28", "It set a 48-hour deadline.", "48-hour | 2018-03-30"),
    ("2018-03-28", "It issued a 72-hour ultimatum.", "72-hour | 2018-03-31"),
    ("2018-03-28", "It gave seven days' notice.", "seven days | 2018-04-04"),
    ("2018-03-28", "It set a deadline of April 5.", "April 5 | 2018-04-05"),
    ("2018-03-28", "The deadline is Friday.", "Friday | 2018-03-30"),
    ("2018-03-28", "It missed a Friday deadline.", "Friday | 2018-03-30"),
    ("2018-03-28", "They will defy Sunday's deadline.", "Sunday | 2018-04-01"),
    (
        "2018-03-28",
        "They have seven days to leave, and until May 1 to sell the house.",
        "seven days | 2018-04-04; until May 1 | 2018-05-01",
    ),
    ("2018-03-28", "Rescuers came within hours of the attack.", ""),
    ("2018-03-28", "Ten died within 24 hours of the attack.", ""),
    ("2018-03-28", "He died within two days.", ""),
    ("2018-03-28", "It took seven days to reach the town.", ""),
    ("2018-03-28", "He was ambassador until 2014.", ""),
    ("2018-03-28", "It was signed by Monday.", ""),
    ("2018-03-28", "By March 2018 it was over.", ""),
    ("2018-03-28", "Police had arrested them by Friday.", ""),
    ("2018-03-28", "The two met on Friday.", ""),
    ("2018-03-28", "He was praised by May.", ""),
    ("2018-01-31", "They have a month to leave.", "a month | 2018-02-28"),
    (None, "They have seven days to leave.", "seven days | -"),
    (None, "They must leave within 72 hours.", "within 72 hours | -"),
    (None, "They must leave by Friday.", "by Friday | -"),
    (None, "They must leave by April 5, 2018.", "by April 5, 2018 | 2018-04-05"),
]


@pytest.mark.parametrize(("published", "text", "expected"), DEADLINES)
def test_a_deadline_is_a_time_that_is_set_not_one_that_is_told(
    published: str | None, text: str, expected: str, words: TimeWords
) -> None:
    day = None if published is None else date.fromisoformat(published)
    found = deadlines_in(unparsed(text), day, words)
    assert "; ".join(f"{deadline.span.text} | {deadline.day or '-'}" for deadline in found) == expected


def test_the_parse_finds_who_is_given_the_time(words: TimeWords) -> None:
    text, sentence = parse(
        "Seven/NUM/CD/nummod/1 days|day/NOUN/NNS/nsubjpass/8 to/PART/TO/aux/3 leave/VERB/VB/acl/1 the/DET/DT/det/5 "
        "country/NOUN/NN/dobj/3 were|be/AUX/VBD/auxpass/8 generously/ADV/RB/advmod/8 granted|grant/VERB/VBN/ROOT/8 "
        "~./PUNCT/./punct/8",
        start=40,
    )
    assert text == "Seven days to leave the country were generously granted."
    assert deadlines_in(sentence, date(2018, 3, 28), words) == (Deadline(Span(40, 50, "Seven days"), date(2018, 4, 4)),)
