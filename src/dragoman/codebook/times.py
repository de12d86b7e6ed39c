"""`dictionaries/times.toml` in, the words and phrases that tell a day out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError

RULES = frozenset(
    "numeric day days month month_of_year months years year decade weekday weekday_of_week weekdays day_of_month near "
    "fixed holiday shifted season quarter ago from_now past_window next_window ahead after before".split()
)
"""The rules that the mentions room has a function for."""

CAPITAL = frozenset({"weekday", "month", "surely_month", "mostly_month", "holiday"})
"""Slots whose words are time words only with a capital: March, not march."""

SHAPES = {
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
    "nthday": r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)",
    "year": r"(?:1[5-9]|20)\d\d",
    "yyyy": r"(?:1[5-9]|20)\d\d",
    "yy": r"\d\d",
    "mm": r"(?:0?[1-9]|1[0-2])",
    "dd": r"(?:0?[1-9]|[12]\d|3[01])",
    "decade": r"(?:1[5-9]|20)\d0s",
    "word": r"[A-Za-z][\w'’-]*",
}
"""Slots that are told by their shape, not by a list."""

CLOCK = r"\d[\d:.]*\s*(?:[ap]\.?m\.?|gmt|local time)?"
BEFORE = r"(?<![\w$£€#/])(?<!\d[.,:–-])"
AFTER = r"(?!\w|[%/]|[.,:]\d|[–-]\d)"


@dataclass(frozen=True)
class Expression:
    """A phrase that tells a day, the name of the rule that finds it, the slots that it cannot do without."""

    phrase: str
    rule: str
    source: str
    needs: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at first use: the whole file at once would cost more than reading it."""
        return re.compile(self.source, re.IGNORECASE)


@dataclass(frozen=True)
class Tense:
    """The words that tell whether a day lies before or after publication."""

    since: re.Pattern[str]
    have: frozenset[str]
    scheduled: frozenset[str]
    implicative: frozenset[str]
    ahead: re.Pattern[str]
    behind: re.Pattern[str]


@dataclass(frozen=True)
class DeadlineWords:
    """The words that make a time a deadline."""

    gives: frozenset[str]
    orders: frozenset[str]
    by: re.Pattern[str]
    within: re.Pattern[str]
    given: re.Pattern[str]
    noun: re.Pattern[str]
    noun_after: re.Pattern[str]
    noun_before: re.Pattern[str]
    given_before: re.Pattern[str]
    until: re.Pattern[str]


@dataclass(frozen=True)
class TimeWords:
    """What `times.toml` knows; every word is in lower case."""

    values: Mapping[str, Mapping[str, int]]
    unit_hours: Mapping[str, int]
    unit_months: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, tuple[int, int]]]
    kinds: Mapping[str, Mapping[str, str]]
    fixed: Mapping[str, date]
    designations: frozenset[str]
    counted: frozenset[str]
    after_day: frozenset[str]
    names: re.Pattern[str]
    hint: re.Pattern[str]
    probes: Mapping[str, re.Pattern[str]]
    expressions: tuple[Expression, ...]
    tense: Tense
    deadline: DeadlineWords


def load_times(file: Path) -> TimeWords:
    """The words of one file; a DictionaryError for an unknown rule or slot and for a value of the wrong kind."""
    raw = read_toml(file)
    try:
        return _time_words(raw, file.name)
    except KeyError as error:
        raise DictionaryError(file.name, f"table {error}", "it is missing; put it back") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise DictionaryError(file.name, "TOML", f"{error}; compare the kinds of values with the file's head") from None


def _time_words(raw: Mapping[str, Any], name: str) -> TimeWords:
    slots = _slots(raw)
    return TimeWords(
        values={slot: {w.lower(): int(v) for w, v in table.items()} for slot, table in raw["words"].items()},
        unit_hours=dict(raw["units"]["hours"]),
        unit_months=dict(raw["units"]["months"]),
        pairs={slot: _pairs(raw[table]) for slot, table in _PAIRED.items()},
        kinds={slot: _inverted(raw[table]) for slot, table in {"part": "parts", "side": "sides"}.items()}
        | {"span": dict(raw["units"]["spans"])},
        fixed={phrase.lower(): _day(day) for phrase, day in raw["fixed"].items()},
        designations=frozenset(raw["designations"]["words"]),
        counted=frozenset(raw["counted"]["words"]),
        after_day=frozenset(raw["after_day"]["words"]),
        names=re.compile(rf"(?<!\w){_any(raw['names']['phrases'])}(?!\w)"),
        hint=_hint(raw),
        probes={slot: re.compile(rf"(?<!\w){slots[slot]}(?!\w)", re.IGNORECASE) for slot in sorted(PROBED)},
        expressions=tuple(_expressions(raw["expression"], slots, name)),
        tense=_tense(raw["tense"]),
        deadline=_deadline(raw["deadline"], slots),
    )


_PAIRED = {"season": "seasons", "near": "near", "holiday": "holidays"}


def _slots(raw: Mapping[str, Any]) -> dict[str, str]:
    """The regular expression of every slot."""
    lists: dict[str, Iterable[str]] = dict(raw["words"]) | dict(raw["slots"])
    lists |= {"near": raw["near"], "fixed": raw["fixed"], "holiday": raw["holidays"], "season": raw["seasons"]}
    lists |= {"part": _inverted(raw["parts"]), "side": _inverted(raw["sides"]), "span": raw["units"]["spans"]}
    lists["unit"] = [*raw["units"]["hours"], *raw["units"]["months"]]
    slots = {name: _capital(words) if name in CAPITAL else _any(words) for name, words in lists.items()}
    slots["count"] = rf"(?:\d{{1,3}}|{slots['count']}(?:-{slots['count']})?)"
    return slots | SHAPES


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first; a space is one or more."""
    longest = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + ")"


def _capital(words: Iterable[str]) -> str:
    written = list(words)
    return f"(?-i:{_any({*written, *(w.upper() for w in written)})})"


def _expressions(rows: Iterable[Mapping[str, Any]], slots: Mapping[str, str], name: str) -> Iterator[Expression]:
    for number, row in enumerate(rows, 1):
        if row["rule"] not in RULES:
            raise DictionaryError(
                name, f"expression {number}", f"`{row['rule']}` is no rule: {', '.join(sorted(RULES))}"
            )
        for phrase in row["phrases"]:
            where = f"expression {number}, `{phrase}`"
            if any(phrase.count(left) != phrase.count(right) for left, right in ("[]", "()", "<>", "{}")):
                raise DictionaryError(name, where, "a bracket stands alone; close it")
            try:
                yield Expression(phrase, row["rule"], _source(phrase, slots), _needs(phrase))
            except KeyError as slot:
                raise DictionaryError(name, where, f"{slot} is no slot: add it to [words] or [slots]") from None


_SYMBOLS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", " ": r"\s+", "<": "(?P<mention>", ">": ")"}
_PIECE = re.compile(r"\\(?P<plain>.)|\{(?P<slot>[a-z_]+?)(?P<twin>2?)\}|(?P<symbol>[\[\]()|<> ])|(?P<text>.)")


def _source(phrase: str, slots: Mapping[str, str]) -> str:
    """The regular expression of a phrase, with a named group for every slot."""
    pieces = []
    for piece in _PIECE.finditer(phrase):
        if piece["slot"]:
            named = f"?P<{piece['slot']}{piece['twin']}>" if piece["slot"] != "word" else "?:"
            pieces.append(f"({named}{slots[piece['slot']]})")
        elif piece["symbol"]:
            pieces.append(_SYMBOLS[piece["symbol"]])
        else:
            pieces.append(re.escape(piece["plain"] or piece["text"]))
    return BEFORE + "".join(pieces) + AFTER


def _needs(phrase: str) -> frozenset[str]:
    """The slots outside square brackets, save those that nearly every sentence fills."""
    while "[" in phrase:
        phrase = re.sub(r"\[[^\[\]]*\]", "", phrase)
    return frozenset(piece["slot"] for piece in _PIECE.finditer(phrase) if piece["slot"]) & PROBED


PROBED = frozenset(
    "weekday month surely_month mostly_month unit shift part side near fixed holiday season nth daypart span "
    "year decade nthday yyyy day".split()
)
"""The slots that are looked for once a sentence, so that most phrases need not be."""


def _hint(raw: Mapping[str, Any]) -> re.Pattern[str]:
    """What a sentence without a match tells no day: cheap, and right only in that direction."""
    words = {w[:3] for table in ("weekday", "month") for w in raw["words"][table]}
    small = [*raw["units"]["spans"], *raw["units"]["hours"], *raw["units"]["months"], *raw["near"], *raw["seasons"]]
    return re.compile(rf"\d|{_any([*words, *small, *raw['holidays']])}", re.IGNORECASE)


def _tense(raw: Mapping[str, list[str]]) -> Tense:
    modals, ahead, past = _any(raw["modals"]), _any(raw["ahead_words"]), _any(raw["past_words"])
    return Tense(
        since=re.compile(rf"(?<!\w){_any(raw['since'])}\s+$", re.IGNORECASE),
        have=frozenset(raw["have"]),
        scheduled=frozenset(raw["scheduled"]),
        implicative=frozenset(raw["implicative"]),
        ahead=re.compile(
            rf"(?<!\w)(?:{modals}(?!\w)(?!\s+have)(?:\s+(?:not\s+)?be)?(?:\s+[a-z]+)?|{ahead}(?!\w)|(?-i:[Tt]o\s+(?!{_any(raw['not_verbs'])}(?!\w))[a-z]+))",
            re.IGNORECASE,
        ),
        behind=re.compile(rf"(?<!\w)(?:{past}|(?!{_any(raw['not_verbs'])}(?!\w))[a-z]+ed)(?!\w)"),
    )


def _deadline(raw: Mapping[str, list[str]], slots: Mapping[str, str]) -> DeadlineWords:
    nouns = _any(raw["nouns"])
    lasting = rf"(?P<length>(?:{slots['approx']}\s+)?(?P<count>{slots['count']})(?:-|\s+)(?P<unit>{slots['unit']}))"
    return DeadlineWords(
        gives=frozenset(raw["gives"]),
        orders=frozenset(raw["orders"]),
        by=re.compile(
            rf"(?<!\w){_any(raw['by'])}\s+(?:(?:{_any(raw['hours'])}|{CLOCK})\s+(?:on\s+)?)?$", re.IGNORECASE
        ),
        within=re.compile(rf"(?<!\w)within\s+(?:the\s+next\s+)?{lasting}(?!\w)(?!\s+(?:of|after)\b)", re.IGNORECASE),
        given=re.compile(rf"(?<![\w-]){lasting}[’']?\s+(?:in which\s+)?to\s+[a-z]+", re.IGNORECASE),
        noun=re.compile(rf"(?<![\w-]){lasting}[’']?\s+{nouns}(?!\w)", re.IGNORECASE),
        noun_after=re.compile(rf"(?:['’]s)?\s+{nouns}(?!\w)", re.IGNORECASE),
        noun_before=re.compile(rf"(?<!\w){nouns}\s+(?:of|is|was|expires|expired|for)\s+(?:on\s+)?$", re.IGNORECASE),
        until=re.compile(rf"{_any(raw['until'])}(?!\w)", re.IGNORECASE),
        given_before=re.compile(rf"(?<!\w){_any(raw['given_words'])}\s+(?:[\w.'’-]+\s+){{0,5}}$", re.IGNORECASE),
    )


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words}


def _pairs(table: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    return {word.lower(): (int(first), int(last)) for word, (first, last) in table.items()}


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise ValueError(f"`{value}` is not a day")
    return value
