"""How many of what; the parses of `counts.tsv` are written in the notation of `tests/parses.py`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.parses import parse, unparsed

import dragoman.dictionaries
from dragoman.codebook.numbers import NumberWords, load_numbers
from dragoman.errors import DictionaryError
from dragoman.mentions.counts import counts_in
from dragoman.mentions.numerals import numerals_in
from dragoman.records import Bound, Count, Span

FILE = Path(dragoman.dictionaries.__path__[0]) / "numbers.toml"
COUNTS = [
    line.split("\t") for line in (Path(__file__).parent / "counts.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.fixture(scope="module")
def words() -> NumberWords:
    return load_numbers(FILE)


def told(counts: tuple[Count, ...]) -> str:
    """ "60 diplomat at-least [at least sixty American diplomats]"."""
    return "; ".join(f"{c.value} {c.unit or '-'} {c.bound} [{c.span.text}]" for c in counts)


@pytest.mark.parametrize(("expected", "notation"), COUNTS, ids=[parse(row[1])[0] for row in COUNTS])
def test_a_number_counts_the_noun_that_it_hangs_on(expected: str, notation: str, words: NumberWords) -> None:
    _, sentence = parse(notation)
    assert told(counts_in(sentence, words)) == expected


def test_spans_are_the_words_of_the_article(words: NumberWords) -> None:
    text, sentence = parse(
        "Moscow/PROPN/NNP/nsubj/1 expelled|expel/VERB/VBD/ROOT/1 at/ADP/IN/advmod/3 least/ADV/RBS/advmod/4 "
        "sixty/NUM/CD/nummod/6 American|american/ADJ/JJ/amod/6 diplomats|diplomat/NOUN/NNS/dobj/1 ~./PUNCT/./punct/1",
        start=100,
    )
    span = Span(116, 149, "at least sixty American diplomats")
    assert text[span.start - 100 : span.end - 100] == span.text
    assert counts_in(sentence, words) == (Count(span, 60, "diplomat", Bound.AT_LEAST),)


def test_nothing_is_counted_without_a_parse(words: NumberWords) -> None:
    assert counts_in(unparsed("Russia expelled sixty diplomats."), words) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,200 and 1.5 and 0.1 million", [1200, 1.5, 100000]),
        ("two hundred and five, forty-eight, ninety nine", [205, 48, 99]),
        ("a dozen, two dozen, half a dozen, half a million", [12, 24, 6, 500000]),
        ("one and a half million, a thousand, a hundred and fifty", [1500000, 1000, 150]),
        ("£4bn, €500m, 40 mln, 3 lakh, 2 crore", [4000000000, 500000000, 40000000, 300000, 20000000]),
        ("F-16, MH17, 10:30, 14th, 34-year-old, someone, 400m hurdles", []),
    ],
)
def test_a_numeral_has_the_value_that_it_is_read_with(text: str, values: list[int | float], words: NumberWords) -> None:
    assert [numeral.value for numeral in numerals_in(text, words)] == values


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ("dozen = 12", "dozen = 0", "multiplies nothing"),
        ('euro = "EUR"', 'euro = "euro"', "is no ISO 4217 code"),
        ('"or so" = "about"', '"or so" = "more or less"', "it is one of exact"),
        ("[percent]", "[prozent]", "it is missing"),
        ("[bare]", "[bare", "mend the syntax"),
    ],
)
def test_a_bad_dictionary_is_refused_with_its_file_and_a_remedy(
    good: str, bad: str, complaint: str, tmp_path: Path
) -> None:
    content = FILE.read_text(encoding="utf-8")
    assert good in content
    file = tmp_path / "numbers.toml"
    file.write_text(content.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(DictionaryError, match=complaint) as refusal:
        load_numbers(file)
    assert refusal.value.file == "numbers.toml"
