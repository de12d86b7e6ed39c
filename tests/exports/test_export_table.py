"""The table for a person: whole at 80 and 140 columns, inert whatever the article says."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len

from dragoman.exports import table
from dragoman.records import Actor, Article, Event, Span

AT_80 = """\
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
France sends home four Russian envoys
2018-03-26 · Courier · 3 events

  1 ┃ France [FRA GOV] → expel-diplomats → Russia [RUS GOV]
    ┃ actual · SANCTION.expel · material conflict
    ┃ how many      4 “four Russian diplomats”
    ┃ when          2018-03-26 “on Monday”
    ┃ deadline      2018-04-02 “seven days to leave”
    ┃ where         Paris, FRA
    ┃ says who      a senior official · say (GOV, anonymous)
    ┃ in answer to  “in response to the poisoning of a former spy” → 2
    ┃ drew          close-mission → 3
    ┃ context       diplomacy, intelligence
    ┃ PARIS — France on Monday announced the *expulsion* of four Russian
    ┃ diplomats in response to the poisoning of a former spy in Salisbury.

  2 ┃ Moscow [RUS] + United Kingdom [GBR GOV] → assault
    ┃ historical · denied · ASSAULT · material conflict
    ┃ how many      at least 7 day “at least seven”
    ┃ says who      Britain · blame (GBR, GOV)
    ┃ in the words  "We will answer,"
    ┃ drew          expel-diplomats → 1
    ┃ PARIS — France on Monday announced the expulsion of four Russian diplomats
    ┃ in response to the *poisoning* of a former spy in Salisbury.

  3 ┃ Russia [RUS GOV] → close-mission
    ┃ hypothetical · RETREAT.close · verbal conflict
    ┃ in answer to  “We will answer” → 1
    ┃ Russia may *close* the consulate in Lyon.

"""


class Terminal(StringIO):
    """A file that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(article: Article, events: tuple[Event, ...], *, width: int, file: StringIO | None = None) -> str:
    file = StringIO() if file is None else file
    table.write([(article, events)], file, width=width)
    return file.getvalue()


def hostile(article: Article, event: Event, words: str) -> tuple[Article, tuple[Event, ...]]:
    """The same event in an article whose every part says `words`."""
    span = Span(0, len(words), words)
    party = Actor(span, words, words, (words,))
    return (
        replace(article, title=words, publisher=words, text=words),
        (
            replace(
                event, actor=(party,), recipient=(party,), evidence=span, trigger=span, act=words, contexts=(words,)
            ),
        ),
    )


def test_a_file_of_80_columns_has_all_that_is_told(article: Article, events: tuple[Event, ...]) -> None:
    assert shown(article, events, width=80) == AT_80


def test_at_140_columns_the_sentence_stands_beside_what_it_says(article: Article, events: tuple[Event, ...]) -> None:
    lines = shown(article, events, width=140).splitlines()
    assert lines[6] == (
        "    ┃ how many      4 “four Russian diplomats”                           "
        "PARIS — France on Monday announced the *expulsion* of four Russian"
    )
    assert len(lines) < len(AT_80.splitlines())


@pytest.mark.parametrize("width", [40, 80, 119, 120, 140])
def test_no_line_is_wider_than_the_screen_nor_ends_in_spaces(
    width: int, article: Article, events: tuple[Event, ...]
) -> None:
    lines = shown(article, events, width=width).splitlines()
    assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


def test_a_terminal_gets_colours_and_the_trigger_stands_out(article: Article, events: tuple[Event, ...]) -> None:
    text = shown(article, events[:1], width=80, file=Terminal())
    assert "\x1b[1;7;31mexpulsion\x1b[0m" in text
    assert "\x1b[1;31mexpel-diplomats\x1b[0m" in text
    assert "\x1b[32mactual\x1b[0m" in text


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("[bold red]x[/] [link=file:///etc]y[/link] :boom:", "[bold red]x[/] [link=file:///etc]y[/link] :boom:"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("a\u009b31mb\x00c\x7f", "a\ufffd31mb␀c␡"),
        ("two\nlines\r\nand\ttab", "two lines  and tab"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_what_an_article_says_cannot_steer_a_terminal(
    words: str, seen: str, article: Article, events: tuple[Event, ...]
) -> None:
    for file, mark in ((StringIO(), "*"), (Terminal(), "")):
        text = shown(*hostile(article, events[0], words), width=200, file=file)
        assert f"{mark}{seen}{mark}" in text
        assert (
            not set(text.replace("\x1b[", "" if mark == "" else "\x1b[")) & set(words) & set("\x1b\x07\0\x7f\x9b\u202e")
        )


def test_a_sentence_without_end_is_shown_around_its_trigger(article: Article, events: tuple[Event, ...]) -> None:
    words = "word " * 500 + "struck " + "word " * 500
    event = replace(events[2], evidence=Span(0, len(words), words), trigger=Span(2500, 2506, "struck"), reason=())
    text = "".join(line.removeprefix("    ┃ ") for line in shown(article, (event,), width=80).splitlines()[6:])
    assert text.startswith("…")
    assert "*struck*" in text
    assert text.endswith("…")
    assert len(text) < 620


def test_an_article_without_events_says_so_and_several_are_counted(article: Article, events: tuple[Event, ...]) -> None:
    file = StringIO()
    table.write([(article, ()), (article, events)], file, width=80)
    lines = file.getvalue().splitlines()
    assert lines[2] == "2018-03-26 · Courier · no events"
    assert lines[-1] == "3 events in 2 articles"
