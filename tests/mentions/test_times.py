"""What day a sentence tells, seen from publication; 2018-03-28 is a Wednesday."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from tests.parses import parse, unparsed

import dragoman.dictionaries
from dragoman.codebook.times import TimeWords, load_times
from dragoman.errors import DictionaryError
from dragoman.mentions.times import RULES, times_in
from dragoman.records import When

FILE = Path(dragoman.dictionaries.__path__[0]) / "times.toml"
WEDNESDAY = date(2018, 3, 28)


@pytest.fixture(scope="module")
def words() -> TimeWords:
    return load_times(FILE)


def told(whens: tuple[When, ...]) -> str:
    """ "Monday | 2018-03-26; last week | 2018-03-19..2018-03-25 week"."""
    return "; ".join(map(_told, whens))


def _told(when: When) -> str:
    last = "" if when.end == when.start else f"..{when.end}"
    precision = "" if when.precision == "day" else f" {when.precision}"
    return f"{when.span.text} | {when.start}{last}{precision}"


EXPRESSIONS = [
    ("2018-03-28", "Russia said Monday it would answer.", "Monday | 2018-03-26"),
    ("2018-03-28", "The envoy left on Wednesday.", "Wednesday | 2018-03-28"),
    ("2018-03-28", "The envoy left on Thursday.", "Thursday | 2018-03-22"),
    ("2018-03-28", "He was told on Tuesday night.", "Tuesday night | 2018-03-27"),
    ("2018-03-28", "Talks ended late on Saturday.", "Saturday | 2018-03-24"),
    ("2018-03-28", "They met Sunday morning.", "Sunday morning | 2018-03-25"),
    ("2018-03-28", "He will meet Putin on Monday.", "Monday | 2018-04-02"),
    ("2018-03-28", "The council will vote on Wednesday.", "Wednesday | 2018-03-28"),
    ("2018-03-28", "The council is to vote on Friday.", "Friday | 2018-03-30"),
    ("2018-03-28", "The talks are due Thursday.", "Thursday | 2018-03-29"),
    ("2018-03-28", "The talks are scheduled for Saturday.", "Saturday | 2018-03-31"),
    ("2018-03-28", "They plan to meet Monday.", "Monday | 2018-04-02"),
    ("2018-03-28", "The minister may resign on Tuesday.", "Tuesday | 2018-04-03"),
    ("2018-03-28", "He left last Monday.", "last Monday | 2018-03-26"),
    ("2018-03-28", "He left last Wednesday.", "last Wednesday | 2018-03-21"),
    ("2018-03-28", "They meet next Monday.", "next Monday | 2018-04-02"),
    ("2018-03-28", "They meet next Wednesday.", "next Wednesday | 2018-04-04"),
    ("2018-03-28", "The vote is this Friday.", "this Friday | 2018-03-30"),
    ("2018-03-28", "The vote was held this Monday.", "this Monday | 2018-03-26"),
    ("2018-03-28", "They met on Monday and Tuesday.", "Monday | 2018-03-26; Tuesday | 2018-03-27"),
    ("2018-03-28", "They met from Monday to Wednesday.", "from Monday to Wednesday | 2018-03-26..2018-03-28 range"),
    ("2018-03-28", "They talked Saturday through Monday.", "Saturday through Monday | 2018-03-24..2018-03-26 range"),
    (
        "2018-03-28",
        "The visit will last from Monday to Thursday.",
        "from Monday to Thursday | 2018-04-02..2018-04-05 range",
    ),
    ("2018-03-28", "He spoke on Monday of last week.", "Monday of last week | 2018-03-19"),
    ("2018-03-28", "He spoke on Friday last week.", "Friday last week | 2018-03-23"),
    ("2018-03-28", "He will speak on Friday next week.", "Friday next week | 2018-04-06"),
    ("2018-03-28", "He was arrested on Mon. and freed on Tues.", "Mon. | 2018-03-26; Tues. | 2018-03-27"),
    ("2018-03-28", "MOSCOW EXPELLED SIX ON MONDAY", "MONDAY | 2018-03-26"),
    ("2018-03-28", "They rallied on Mondays.", ""),
    ("2018-03-28", "The Sunday Times said so.", ""),
    ("2018-03-28", "He wrote in the Mail on Sunday.", ""),
    ("2018-03-28", "Bloody Sunday is remembered.", ""),
    ("2018-03-28", "He is a Russia Today reporter.", ""),
    ("2018-03-28", "The two met today.", "today | 2018-03-28"),
    ("2018-03-28", "The two met yesterday.", "yesterday | 2018-03-27"),
    ("2018-03-28", "The two met yesterday evening.", "yesterday evening | 2018-03-27"),
    ("2018-03-28", "The two meet tomorrow.", "tomorrow | 2018-03-29"),
    ("2018-03-28", "The two meet tomorrow night.", "tomorrow night | 2018-03-29"),
    ("2018-03-28", "They met the day before yesterday.", "the day before yesterday | 2018-03-26"),
    ("2018-03-28", "They meet the day after tomorrow.", "the day after tomorrow | 2018-03-30"),
    ("2018-03-28", "He flew in earlier today.", "earlier today | 2018-03-28"),
    ("2018-03-28", "He flew in this morning.", "this morning | 2018-03-28"),
    ("2018-03-28", "The king speaks tonight.", "tonight | 2018-03-28"),
    ("2018-03-28", "The raid came last night.", "last night | 2018-03-27"),
    ("2018-03-28", "Missiles were fired overnight.", "overnight | 2018-03-27..2018-03-28 range"),
    ("2018-03-28", "He left last week.", "last week | 2018-03-19..2018-03-25 week"),
    ("2018-03-28", "He will leave next week.", "next week | 2018-04-02..2018-04-08 week"),
    ("2018-03-28", "He left this week.", "this week | 2018-03-26..2018-03-28 week"),
    ("2018-03-28", "He will leave this week.", "this week | 2018-03-28..2018-04-01 week"),
    ("2018-03-28", "He left earlier this week.", "earlier this week | 2018-03-26..2018-03-28 range"),
    ("2018-03-28", "He leaves later this week.", "later this week | 2018-03-29..2018-04-01 range"),
    ("2018-03-28", "He left earlier in the week.", "earlier in the week | 2018-03-26..2018-03-28 range"),
    ("2018-03-28", "He left early this week.", "early this week | 2018-03-26..2018-03-27 range"),
    ("2018-03-28", "He left late last week.", "late last week | 2018-03-23..2018-03-25 range"),
    ("2018-03-28", "He left earlier this month.", "earlier this month | 2018-03-01..2018-03-28 range"),
    ("2018-03-28", "He will leave later this month.", "later this month | 2018-03-29..2018-03-31 range"),
    ("2018-03-28", "He left last month.", "last month | 2018-02-01..2018-02-28 month"),
    ("2018-03-28", "He left late last month.", "late last month | 2018-02-21..2018-02-28 range"),
    ("2018-03-28", "He will leave next month.", "next month | 2018-04-01..2018-04-30 month"),
    ("2018-03-28", "He left this month.", "this month | 2018-03-01..2018-03-28 month"),
    ("2018-03-28", "He left earlier this year.", "earlier this year | 2018-01-01..2018-03-28 range"),
    ("2018-03-28", "He left last year.", "last year | 2017-01-01..2017-12-31 year"),
    ("2018-03-28", "He left late last year.", "late last year | 2017-09-01..2017-12-31 range"),
    ("2018-03-28", "He left early last year.", "early last year | 2017-01-01..2017-04-30 range"),
    ("2018-03-28", "He will leave later this year.", "later this year | 2018-03-29..2018-12-31 range"),
    ("2018-03-28", "He will leave next year.", "next year | 2019-01-01..2019-12-31 year"),
    ("2018-03-28", "He will leave early next year.", "early next year | 2019-01-01..2019-04-30 range"),
    ("2018-03-28", "He will leave by the end of the year.", "the end of the year | 2018-09-01..2018-12-31 range"),
    (
        "2018-03-28",
        "He left at the beginning of the month.",
        "the beginning of the month | 2018-03-01..2018-03-10 range",
    ),
    ("2018-03-28", "The poll was held last weekend.", "last weekend | 2018-03-24..2018-03-25 range"),
    ("2018-03-28", "The poll was held at the weekend.", "the weekend | 2018-03-24..2018-03-25 range"),
    ("2018-03-28", "The poll will be held over the weekend.", "the weekend | 2018-03-31..2018-04-01 range"),
    ("2018-03-28", "The poll will be held next weekend.", "next weekend | 2018-04-07..2018-04-08 range"),
    ("2018-03-28", "Output fell last quarter.", "last quarter | 2017-10-01..2017-12-31 range"),
    (
        "2018-03-28",
        "It grew in the past decade, last decade aside.",
        "in the past decade | 2008-03-28..2018-03-28 range; last decade | 2000-01-01..2009-12-31 range",
    ),
    ("2018-03-28", "He left in March.", "March | 2018-03-01..2018-03-31 month"),
    ("2018-03-28", "He left in February.", "February | 2018-02-01..2018-02-28 month"),
    ("2018-03-28", "He left in November.", "November | 2017-11-01..2017-11-30 month"),
    ("2018-03-28", "He will leave in May.", "May | 2018-05-01..2018-05-31 month"),
    ("2018-03-28", "He left in March 2017.", "March 2017 | 2017-03-01..2017-03-31 month"),
    ("2018-03-28", "He left in September of 2016.", "September of 2016 | 2016-09-01..2016-09-30 month"),
    ("2018-03-28", "He left last March.", "last March | 2017-03-01..2017-03-31 month"),
    ("2018-03-28", "He returns next March.", "next March | 2019-03-01..2019-03-31 month"),
    ("2018-03-28", "He left in March last year.", "March last year | 2017-03-01..2017-03-31 month"),
    ("2018-03-28", "He left in late March 2017.", "late March 2017 | 2017-03-21..2017-03-31 range"),
    ("2018-03-28", "He left in early March.", "early March | 2018-03-01..2018-03-10 range"),
    ("2018-03-28", "He left in mid-February.", "mid-February | 2018-02-11..2018-02-20 range"),
    ("2018-03-28", "It closed at the end of January.", "the end of January | 2018-01-21..2018-01-31 range"),
    ("2018-03-28", "The December accord was broken.", "December | 2017-12-01..2017-12-31 month"),
    ("2018-03-28", "He has been in jail since February.", "since February | 2018-02-01..2018-03-28 range"),
    ("2018-03-28", "It was criticised by May.", ""),
    ("2018-03-28", "Theresa May said so.", ""),
    ("2018-03-28", "They may march to the square.", ""),
    ("2018-03-28", "It ran from January to March 2017.", "from January to March 2017 | 2017-01-01..2017-03-31 range"),
    ("2018-03-28", "It ran between November 2017 and now.", "November 2017 | 2017-11-01..2017-11-30 month"),
    ("2018-03-28", "It was signed on March 4.", "March 4 | 2018-03-04"),
    ("2018-03-28", "It was signed on March 4th.", "March 4th | 2018-03-04"),
    ("2018-03-28", "It was signed on 4 March.", "4 March | 2018-03-04"),
    ("2018-03-28", "It was signed on the 4th of March.", "4th of March | 2018-03-04"),
    ("2018-03-28", "It was signed on March 4, 2016.", "March 4, 2016 | 2016-03-04"),
    ("2018-03-28", "It was signed on 4 March 2016.", "4 March 2016 | 2016-03-04"),
    ("2018-03-28", "It was signed on 4th March, 2016.", "4th March, 2016 | 2016-03-04"),
    ("2018-03-28", "It was signed on Mar. 4, 2016.", "Mar. 4, 2016 | 2016-03-04"),
    ("2018-03-28", "It was signed on Sept. 4.", "Sept. 4 | 2017-09-04"),
    ("2018-03-28", "It was signed on Monday, March 26.", "Monday, March 26 | 2018-03-26"),
    ("2018-03-28", "It was signed on Monday (March 26).", "Monday (March 26) | 2018-03-26"),
    ("2018-03-28", "It was signed on Monday, March 5, 2018.", "Monday, March 5, 2018 | 2018-03-05"),
    ("2018-03-28", "It will be signed on April 5.", "April 5 | 2018-04-05"),
    ("2018-03-28", "It will be signed on February 5.", "February 5 | 2019-02-05"),
    ("2018-03-28", "It was signed on December 30.", "December 30 | 2017-12-30"),
    ("2018-03-28", "He announced a vote for April 20.", "April 20 | 2018-04-20"),
    ("2018-03-28", "It was signed on March 4 last year.", "March 4 last year | 2017-03-04"),
    ("2018-03-28", "IT WAS SIGNED ON MARCH 4", "MARCH 4 | 2018-03-04"),
    ("2018-03-28", "In March 20 people died.", "March | 2018-03-01..2018-03-31 month"),
    ("2018-03-28", "They met on March 3-5.", "March 3-5 | 2018-03-03..2018-03-05 range"),
    ("2018-03-28", "They met between March 3 and 5.", "between March 3 and 5 | 2018-03-03..2018-03-05 range"),
    ("2018-03-28", "They met from 3 to 5 March.", "from 3 to 5 March | 2018-03-03..2018-03-05 range"),
    ("2018-03-28", "They met on 3-5 March 2017.", "3-5 March 2017 | 2017-03-03..2017-03-05 range"),
    (
        "2018-03-28",
        "They met from February 26 to March 5.",
        "from February 26 to March 5 | 2018-02-26..2018-03-05 range",
    ),
    ("2018-03-28", "They met on March 3 and 4.", "March 3 and 4 | 2018-03-03..2018-03-04 range"),
    (
        "2018-03-28",
        "They met from December 30 to January 2.",
        "from December 30 to January 2 | 2017-12-30..2018-01-02 range",
    ),
    ("2018-03-28", "It was dated 2018-03-26.", "2018-03-26 | 2018-03-26"),
    ("2018-03-28", "It was dated 26.3.2018.", "26.3.2018 | 2018-03-26"),
    ("2018-03-28", "It was dated 26/03/2018.", "26/03/2018 | 2018-03-26"),
    ("2018-03-28", "It was dated 03/26/2018.", "03/26/2018 | 2018-03-26"),
    ("2018-03-28", "It was dated 03/04/2018.", ""),
    ("2018-03-28", "He came on the 14th.", "the 14th | 2018-03-14"),
    ("2018-03-28", "He came on the 30th.", "the 30th | 2018-01-30"),
    ("2018-03-28", "He will come on the 14th.", "the 14th | 2018-04-14"),
    ("2018-03-28", "He came on the 14th of last month.", "the 14th of last month | 2018-02-14"),
    ("2018-03-28", "He works on the 14th floor.", ""),
    ("2018-03-28", "It was his 14th visit.", ""),
    ("2018-03-28", "It happened in 2016.", "2016 | 2016-01-01..2016-12-31 year"),
    ("2018-03-28", "It was the 2016 election.", "2016 | 2016-01-01..2016-12-31 year"),
    ("2018-03-28", "He won the 2016 U.S. presidential election.", "2016 | 2016-01-01..2016-12-31 year"),
    ("2018-03-28", "They broke the landmark 2015 nuclear deal.", "2015 | 2015-01-01..2015-12-31 year"),
    ("2018-03-28", "It recalls Obama's 2014 visit.", "2014 | 2014-01-01..2014-12-31 year"),
    ("2018-03-28", "The crisis (2014) passed.", "2014 | 2014-01-01..2014-12-31 year"),
    ("2018-03-28", "It has been closed since 2014.", "since 2014 | 2014-01-01..2018-03-28 range"),
    ("2018-03-28", "It has been closed since March 2014.", "since March 2014 | 2014-03-01..2018-03-28 range"),
    ("2018-03-28", "It has been closed since last week.", "since last week | 2018-03-19..2018-03-28 range"),
    ("2018-03-28", "It was closed in early 2016.", "early 2016 | 2016-01-01..2016-04-30 range"),
    ("2018-03-28", "It was closed in mid-2016.", "mid-2016 | 2016-05-01..2016-08-31 range"),
    ("2018-03-28", "It was closed in late 2016.", "late 2016 | 2016-09-01..2016-12-31 range"),
    ("2018-03-28", "They fought in 1986-87.", "1986-87 | 1986-01-01..1987-12-31 range"),
    ("2018-03-28", "They fought from 1980 to 1988.", "from 1980 to 1988 | 1980-01-01..1988-12-31 range"),
    ("2018-03-28", "They fought between 1980 and 1988.", "between 1980 and 1988 | 1980-01-01..1988-12-31 range"),
    ("2018-03-28", "They fought in the 1990s.", "the 1990s | 1990-01-01..1999-12-31 range"),
    ("2018-03-28", "They fought in the early 1990s.", "the early 1990s | 1990-01-01..1993-04-30 range"),
    ("2018-03-28", "The Council passed Resolution 1973.", ""),
    ("2018-03-28", "It has 2000 people, up from 1950 troops.", ""),
    ("2018-03-28", "It cost 1,200 pounds.", ""),
    ("2018-03-28", "He works 24 hours a day.", ""),
    ("2018-03-28", "He left two days ago.", "two days ago | 2018-03-26"),
    ("2018-03-28", "He left 48 hours ago.", "48 hours ago | 2018-03-26"),
    ("2018-03-28", "He left a week ago.", "a week ago | 2018-03-19..2018-03-25 week"),
    ("2018-03-28", "He left three weeks ago.", "three weeks ago | 2018-03-05..2018-03-11 week"),
    ("2018-03-28", "He left three months ago.", "three months ago | 2017-12-01..2017-12-31 month"),
    ("2018-03-28", "He left a year ago.", "a year ago | 2017-01-01..2017-12-31 year"),
    ("2018-03-28", "He left more than ten years ago.", "more than ten years ago | 2008-01-01..2008-12-31 year"),
    ("2018-03-28", "He left forty-eight hours ago.", "forty-eight hours ago | 2018-03-26"),
    ("2018-03-28", "He left a couple of days ago.", "a couple of days ago | 2018-03-26"),
    ("2018-03-28", "Ten died in the past 24 hours.", "in the past 24 hours | 2018-03-27..2018-03-28 range"),
    ("2018-03-28", "Ten died over the last three days.", "over the last three days | 2018-03-25..2018-03-28 range"),
    ("2018-03-28", "Ten died in the past week.", "in the past week | 2018-03-21..2018-03-28 range"),
    ("2018-03-28", "They will meet in the next two days.", "in the next two days | 2018-03-28..2018-03-30 range"),
    ("2018-03-28", "They will meet in three days.", "in three days | 2018-03-31"),
    ("2018-03-28", "They will meet two weeks from now.", "two weeks from now | 2018-04-09..2018-04-15 week"),
    ("2018-03-28", "It was the first visit in ten years.", ""),
    (
        "2018-03-28",
        "On March 4 he came and two days later he left.",
        "March 4 | 2018-03-04; two days later | 2018-03-06",
    ),
    ("2018-03-28", "He left two days later.", ""),
    ("2018-03-28", "He was shot on March 4 and died the next day.", "March 4 | 2018-03-04; the next day | 2018-03-05"),
    ("2018-03-28", "It began last summer.", "last summer | 2017-06-01..2017-08-31 range"),
    ("2018-03-28", "It began in the summer of 2016.", "summer of 2016 | 2016-06-01..2016-08-31 range"),
    ("2018-03-28", "It began last winter.", "last winter | 2017-12-01..2018-02-28 range"),
    ("2018-03-28", "The Arab Spring began there.", ""),
    ("2018-03-28", "It fell in the first quarter of 2017.", "the first quarter of 2017 | 2017-01-01..2017-03-31 range"),
    (
        "2018-03-28",
        "It fell in the second half of last year.",
        "the second half of last year | 2017-07-01..2017-12-31 range",
    ),
    ("2018-03-28", "He recalled the September 11 attacks.", "September 11 attacks | 2001-09-11"),
    ("2018-03-28", "The truce held on Christmas Day.", "Christmas Day | 2017-12-25"),
    ("2018-03-28", "He will speak on New Year's Eve.", "New Year's Eve | 2018-12-31"),
    ("2018-01-01", "He left yesterday.", "yesterday | 2017-12-31"),
    ("2018-01-01", "He left last month.", "last month | 2017-12-01..2017-12-31 month"),
    ("2018-01-02", "He left on Sunday.", "Sunday | 2017-12-31"),
    ("2016-03-01", "He left two days ago.", "two days ago | 2016-02-28"),
    ("2017-12-30", "He will leave on January 3.", "January 3 | 2018-01-03"),
    ("2018-12-30", "It will begin in January.", "January | 2019-01-01..2019-01-31 month"),
    ("2020-02-29", "He left a year ago.", "a year ago | 2019-01-01..2019-12-31 year"),
    ("2018-03-31", "He left a month ago.", "a month ago | 2018-02-01..2018-02-28 month"),
    ("2018-03-25", "He left this week.", "this week | 2018-03-19..2018-03-25 week"),
    ("2018-03-25", "He left last week.", "last week | 2018-03-12..2018-03-18 week"),
    (None, "It was signed on March 4, 2016.", "March 4, 2016 | 2016-03-04"),
    (None, "It was signed in March 2016.", "March 2016 | 2016-03-01..2016-03-31 month"),
    (None, "It was signed on March 4.", ""),
    (None, "It was signed on Monday.", ""),
    (None, "It was signed last week.", ""),
    (None, "It was signed in 2016.", "2016 | 2016-01-01..2016-12-31 year"),
    (None, "It has been closed since 2014.", "2014 | 2014-01-01..2014-12-31 year"),
    (None, "It was dated 2018-03-26.", "2018-03-26 | 2018-03-26"),
    ("2018-03-25", "The march was held this weekend.", "this weekend | 2018-03-24..2018-03-25 range"),
    ("2018-03-26", "The march was held this weekend.", "this weekend | 2018-03-24..2018-03-25 range"),
    ("2018-03-28", "The march will be held this weekend.", "this weekend | 2018-03-31..2018-04-01 range"),
    ("2018-03-28", "Both sides will meet on the 30th and the 31st.", "the 30th | 2018-03-30; the 31st | 2018-03-31"),
    ("2018-03-28", "He said the ban would start on April 1.", "April 1 | 2018-04-01"),
    ("2018-03-28", "The law takes effect in the coming week.", "the coming week | 2018-03-28..2018-04-04 range"),
]


@pytest.mark.parametrize(("published", "text", "expected"), EXPRESSIONS)
def test_a_phrase_means_the_day_that_a_reader_of_that_day_takes_it_for(
    published: str | None, text: str, expected: str, words: TimeWords
) -> None:
    day = None if published is None else date.fromisoformat(published)
    assert told(times_in(unparsed(text), day, words)) == expected


TENSES = [
    line.split("\t") for line in (Path(__file__).parent / "tenses.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("published", "expected", "notation"), TENSES, ids=[parse(row[2])[0] for row in TENSES])
def test_the_governing_verb_decides_which_friday(
    published: str, expected: str, notation: str, words: TimeWords
) -> None:
    _, sentence = parse(notation)
    assert told(times_in(sentence, date.fromisoformat(published), words)) == expected


def test_spans_are_the_words_of_the_article(words: TimeWords) -> None:
    text = "Moscow, March 26. He left on Monday, two weeks after the vote; it has been so since 2014."
    article = "A headline\n\n" + text
    sentence = unparsed(text, start=len("A headline\n\n"))
    spans = [when.span for when in times_in(sentence, WEDNESDAY, words)]
    assert [span.text for span in spans] == ["March 26", "Monday", "since 2014"]
    assert [article[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_every_rule_of_the_dictionary_has_its_function_and_every_function_a_phrase(words: TimeWords) -> None:
    assert {expression.rule for expression in words.expressions} == set(RULES)


def test_every_phrase_of_the_dictionary_compiles(words: TimeWords) -> None:
    assert [e.phrase for e in words.expressions if e.pattern.groups == 0 and "{" in e.phrase] == []


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ('rule = "near"', 'rule = "nearly"', "`nearly` is no rule"),
        ('phrases = ["{near}"]', 'phrases = ["{nearness}"]', "'nearness' is no slot"),
        ('phrases = ["{near}"]', 'phrases = ["[{near}"]', "a bracket stands alone"),
        ("[seasons]", "[saisons]", "it is missing"),
        ("Monday = 0", 'Monday = "first"', "compare the kinds of values"),
        ('"9/11" = 2001-09-11', '"9/11" = "11 September"', "is not a day"),
        ("[parts]", "[parts", "mend the syntax"),
    ],
)
def test_a_bad_dictionary_is_refused_with_its_file_and_a_remedy(
    good: str, bad: str, complaint: str, tmp_path: Path
) -> None:
    content = FILE.read_text(encoding="utf-8")
    assert good in content
    file = tmp_path / "times.toml"
    file.write_text(content.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DictionaryError, match=complaint) as refusal:
        load_times(file)
    assert refusal.value.file == "times.toml"


def test_the_dictionary_gives_each_slot_its_words_once() -> None:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for slot, table in raw["words"].items():
        assert len({word.lower() for word in table}) == len(table), slot
