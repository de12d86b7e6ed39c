from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.codebook.layout import load_layout
from dragoman.text.casing import parsing_copy

WORDS = load_layout(Path(dragoman.__file__).parent / "dictionaries" / "layout.toml")

NAMES = re.compile(
    r"moscow|norway|denmark|u\.s\.|united states|republic of korea|the hague|uk|nato|kim|mcdonald|côte d'ivoire",
    re.IGNORECASE,
)
COMMON = {"expels", "six", "diplomats", "from", "after", "over", "raid", "talks", "don't", "minister"}


def names(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in NAMES.finditer(text))


SHOUTED = [
    ("U.S. PRESENTS MOSCOW WITH DRAFT TREATY", "U.S. presents Moscow with draft treaty"),
    ("NORWAY EXPELS SIX DANISH DIPLOMATS", "Norway expels six danish diplomats"),
    ("TALKS IN THE HAGUE END", "Talks in The Hague end"),
    ("REPUBLIC OF KOREA RECALLS ENVOY", "Republic of Korea recalls envoy"),
    ("NATO AND OPEC TO MEET", "NATO and OPEC to meet"),
    ("UK, U.S. ACCUSE NORWAY", "UK, U.S. accuse Norway"),
    ("U.N. ENVOY LEAVES", "U.N. envoy leaves"),
    ("U.S.'S REPLY TO MOSCOW'S NOTE", "U.S.'s reply to Moscow's note"),
    ("KIM VISITS MOSCOW", "KIM visits Moscow"),
    ("MCDONALD MEETS CÔTE D'IVOIRE ENVOY", "Mcdonald meets Côte D'ivoire envoy"),
    ("“I WILL GO,” SAYS ENVOY — NORWAY", '"I will go," says envoy - Norway'),
    ("SHIP SINKS, I FEAR", "Ship sinks, I fear"),
    ("30 DEAD IN RAID ON NORWAY", "30 Dead in raid on Norway"),
    ("NORWAY PAYS 30 mln DLRS TO DENMARK", "Norway pays 30 mln dlrs to Denmark"),
]


@pytest.mark.parametrize(("text", "copy"), SHOUTED)
def test_a_headline_in_capitals_is_set_small_but_for_names_and_abbreviations(text: str, copy: str) -> None:
    assert parsing_copy(text, names, words=WORDS) == copy


TITLE_CASE = [
    ("Norway Expels Six Diplomats From Denmark", "Norway expels six diplomats from Denmark"),
    ("Six Diplomats Leave After Raid", "Six diplomats Leave after raid"),
    ("Don't Talk, Says Minister Berg After Raid", "Don't Talk, Says minister Berg after raid"),
    ("Norway Raid: Talks Over", "Norway raid: talks over"),
    # fewer than 70 in 100 of the long words have a capital
    ("Six Diplomats leave after the Raid", "Six Diplomats leave after the Raid"),
    ("Norway expels six Diplomats", "Norway expels six Diplomats"),
    ("NATO Talks", "NATO talks"),
]


@pytest.mark.parametrize(("text", "copy"), TITLE_CASE)
def test_a_headline_in_title_case_loses_the_capitals_of_ordinary_words(text: str, copy: str) -> None:
    assert parsing_copy(text, names, words=WORDS, is_common=COMMON.__contains__) == copy


def test_title_case_stays_where_nobody_says_which_words_are_ordinary() -> None:
    headline = "Norway Expels Six Diplomats From Denmark"
    assert parsing_copy(headline, names, words=WORDS) == headline


PLAIN = [
    ("The envoy left.", "The envoy left."),
    ("NATO said so.", "NATO said so."),
    ("NATO", "NATO"),
    ("UK, EU, UN", "UK, EU, UN"),
    ("U.S.-U.K.", "U.S.-U.K."),
    ("The USSR and NATO met.", "The USSR and NATO met."),
    ("‘No,’ he said – and left—at once…", "'No,' he said - and left-at once…"),
    ("«Oui», he said: it’s over.", '"Oui", he said: it\'s over.'),
    ("Losses _ 39 men _ mount in old_style.", "Losses - 39 men - mount in old_style."),
    ("It runs\nover\u00a0a\tline.", "It runs over a line."),
    ("``We go,'' he said.", "``We go,'' he said."),
    ("", ""),
    ("1987", "1987"),
]


@pytest.mark.parametrize(("text", "copy"), PLAIN)
def test_any_other_sentence_keeps_its_letters(text: str, copy: str) -> None:
    assert parsing_copy(text, names, words=WORDS) == copy


def test_without_words_dotted_and_short_names_still_stay_capitals() -> None:
    assert parsing_copy("U.S. PRESENTS UK AND MOSCOW WITH DRAFT", names) == "U.S. presents UK and Moscow with draft"


TEXTS = st.text() | st.lists(
    st.sampled_from(["NORWAY", "İSTANBUL", "STRAßE", "U.S.", "’", "—", " ", "Diplomats", "ŉ", "ﬁ", "ǅ", "\n"])
).map("".join)


@given(TEXTS, st.booleans())
def test_a_copy_is_as_long_as_its_text(text: str, common: bool) -> None:  # noqa: FBT001
    copy = parsing_copy(text, names, words=WORDS, is_common=lambda _: common)
    assert len(copy) == len(text)


@given(TEXTS)
def test_a_copy_differs_in_case_signs_and_blanks_alone(text: str) -> None:
    copy = parsing_copy(text, names, words=WORDS, is_common=lambda _: True)
    changed = [(a, b) for a, b in zip(text, copy, strict=True) if a.lower() != b.lower()]
    assert [(a, b) for a, b in changed if b not in "'\"- "] == []
