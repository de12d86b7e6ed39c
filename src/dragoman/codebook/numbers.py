"""`dictionaries/numbers.toml` in, the words that tell a number and what it counts out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError
from dragoman.records import Bound


@dataclass(frozen=True)
class NumberWords:
    """What `numbers.toml` knows; every word is in lower case, save the signs of currencies."""

    numeral: re.Pattern[str]
    magnitudes: Mapping[str, int]
    glued: Mapping[str, int]
    signs: Mapping[str, str]
    money: re.Pattern[str]
    currencies: Mapping[str, str]
    percent: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    bounds: Mapping[str, Bound]
    bounds_by_parse: frozenset[str]
    not_counted: frozenset[str]
    designations: frozenset[str]
    vague: re.Pattern[str]
    share: re.Pattern[str]
    shared: re.Pattern[str]
    further: frozenset[str]
    invariable: frozenset[str]
    bare_deps: frozenset[str]
    bare_prepositions: frozenset[str]
    pointing: frozenset[str]
    partitive: frozenset[str]


def load_numbers(file: Path) -> NumberWords:
    """The words of one file; a DictionaryError for a missing table, an unknown bound, a value of the wrong kind."""
    raw = read_toml(file)
    try:
        return _number_words(raw, file.name)
    except KeyError as error:
        raise DictionaryError(file.name, f"table {error}", "it is missing; put it back") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise DictionaryError(file.name, "TOML", f"{error}; compare the kinds of values with the file's head") from None


def _number_words(raw: Mapping[str, Any], name: str) -> NumberWords:
    bounds = _bounds(raw, name)
    before = any_of(phrase for phrases in raw["bounds"].values() for phrase in phrases)
    return NumberWords(
        numeral=_numeral(raw),
        magnitudes=_values(raw["magnitudes"], "magnitudes", name),
        glued=_values(raw["glued"], "glued", name),
        signs=_codes(raw["signs"], "signs", name),
        money=re.compile(rf"\s?(?:-\s?)?(?P<name>{any_of(raw['currencies'])})(?!\w)", re.IGNORECASE),
        currencies=_codes(raw["currencies"], "currencies", name),
        percent=re.compile(rf"\s?{any_of(raw['percent']['words'])}(?!\w)", re.IGNORECASE),
        bound_before=re.compile(
            rf"(?<![\w-])(?P<bound>{before})\s+(?:{any_of(raw['between']['words'])}\s+)?$", re.IGNORECASE
        ),
        bound_after=re.compile(rf"\s+(?P<bound>{any_of(raw['bounds_after'])})(?!\w)", re.IGNORECASE),
        bounds=bounds,
        bounds_by_parse=frozenset(raw["bounds_by_parse"]["words"]),
        not_counted=frozenset(raw["not_counted"]["lemmas"]),
        designations=frozenset(raw["designations"]["words"]),
        vague=re.compile(rf"(?<!\w){any_of([*raw['vague']['words'], *raw['vague']['ages']])}\s+$", re.IGNORECASE),
        share=re.compile(rf"\s+{any_of(raw['bare']['shares'])}\s+(?=\d|{any_of(raw['spelled']['words'])}(?!\w))"),
        shared=re.compile(
            rf"(?:\d|\b{any_of(raw['spelled']['words'])})\s+{any_of(raw['bare']['shares'])}\s+$", re.IGNORECASE
        ),
        invariable=frozenset(raw["bare"]["invariable"]),
        further=frozenset(raw["bare"]["further"]),
        bare_deps=frozenset(raw["bare"]["deps"]),
        bare_prepositions=frozenset(raw["bare"]["prepositions"]),
        pointing=frozenset(raw["bare"]["pointing"]),
        partitive=frozenset(raw["bare"]["partitive"]),
    )


def _bounds(raw: Mapping[str, Any], name: str) -> dict[str, Bound]:
    told = {phrase: kind for kind, phrases in raw["bounds"].items() for phrase in phrases} | raw["bounds_after"]
    unknown = sorted(set(told.values()) - set(Bound))
    if unknown:
        raise DictionaryError(name, f"bound `{unknown[0]}`", f"it is one of {', '.join(Bound)}")
    return {phrase: Bound(kind) for phrase, kind in told.items()}


def _values(table: Mapping[str, Any], title: str, name: str) -> dict[str, int]:
    for word, value in table.items():
        if not isinstance(value, int) or value <= 1:
            raise DictionaryError(
                name, f"{title}, `{word}`", f"`{value}` multiplies nothing: give a whole number over 1"
            )
    return dict(table)


def _codes(table: Mapping[str, Any], title: str, name: str) -> dict[str, str]:
    for word, code in table.items():
        if not re.fullmatch(r"[A-Z]{3}", str(code)):
            raise DictionaryError(name, f"{title}, `{word}`", f"`{code}` is no ISO 4217 code: give three capitals")
    return dict(table)


DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _numeral(raw: Mapping[str, Any]) -> re.Pattern[str]:
    """One numeral: sign, digits or words, what is written on to them, magnitudes.

    "£4bn", "1,200", "forty-eight", "a hundred and fifty", "half a million", "two and a half million", "two dozen".
    """
    small, large = any_of(raw["spelled"]["words"]), any_of(raw["magnitudes"])
    words = rf"{small}(?:(?:-|\s+){small}|\s+{large}(?:\s+and\s+{small})?)*"
    article = rf"(?:half\s+)?an?(?=\s+{large}(?!\w))(?:\s+{large}(?:\s+and\s+{small}(?:-{small})?)?)"
    digits = rf"(?P<digits>{DIGITS})(?P<glued>{any_of(raw['glued'])}(?!\w))?"
    return re.compile(
        rf"(?<![\w.:/#])(?P<sign>(?-i:{any_of(raw['signs'])})\s?)?"
        rf"(?:{digits}|(?P<article>{article})(?!\w)|(?P<spelled>{words})(?!\w))"
        rf"(?P<half>\s+and\s+a\s+half(?=\s+{large}))?"
        rf"(?P<large>(?:[\s-]{large}(?!\w))*)",
        re.IGNORECASE,
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression of any of the words, the longest first; a space is one or more."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"
