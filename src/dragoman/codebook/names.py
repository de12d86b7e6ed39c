"""The tables of dictionaries/actors in, the names of actors and places that a text holds out.

A surface form can mean several things: Moscow governed the Soviet Union until 1991-12-26 and Russia from
that day, and a minister was a deputy before. `Names.find` reads each form as of a day.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from itertools import combinations
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from dragoman.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class Name:
    """What a surface form means. `name` is the table's own name; `since <= day < until` is when it held.

    `kind` is state, abbreviation, capital, seat, adjective or people for a state; city or region for a
    place; person for a holder of office; else the kind that its table gives. A place has no sectors
    (a partially recognised one has PRE), nor has a people: the noun beside it says who they are.
    """

    kind: str
    name: str
    country: str | None
    sectors: tuple[str, ...]
    id: str | None
    since: date | None
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether `since <= day < until`; an end that is not known is open."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Characters `start` to `end` (excluded) of the text that was searched."""

    start: int
    end: int
    name: Name


class _Claim(NamedTuple):
    """One reading of a surface form, and the line of its table."""

    surface: str
    name: Name
    line: int


_Row = Mapping[str, str]

# One character each, so that offsets stay: curly quotes, the hyphen that does not break, a wrapped line.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "\xa0": " ", "\n": " ", "\t": " "})

_WORD_BEFORE_REACH = 30  # characters looked at before a place; given names are shorter

_PLACES = frozenset({"state", "capital", "city", "region"})

# Words that hold a country's name and mean neither actor nor place ("Vietnam War", "Native American"):
# they are matched so that nothing inside them is, and then dropped.
_NEITHER = "other"


_STATE_KINDS = frozenset({"state", "abbreviation", "capital", "seat", "adjective", "people"})


class Names:
    """Finds names in texts; built once, shared by all searches. Time is linear in the text."""

    def __init__(self, readings: Mapping[str, Sequence[Name]], given_names: frozenset[str] = frozenset()) -> None:
        self._readings = {surface.translate(_PLAIN): tuple(names) for surface, names in readings.items()}
        self._given_names = given_names
        self._automaton = AhoCorasick(list(self._readings))
        self._by_index = list(self._readings.values())

    def __len__(self) -> int:
        """How many surface forms are known."""
        return len(self._readings)

    def meaning(self, surface: str, *, day: date | None) -> Name | None:
        """What the whole of `surface` means on `day`; None where it is no known name."""
        readings = self._readings.get(surface.translate(_PLAIN))
        return None if readings is None else _as_of(readings, day)

    def find(self, text: str, *, day: date | None) -> tuple[NameMatch, ...]:
        """The names in `text`, in order, none within another: the leftmost wins, then the longest.

        A name is matched whole: a hyphen or a possessive 's ends it ("US-led", "Iran's"), a letter does not.
        A place right after a known given name or an initial is a person ("Michael Jordan") and left out.
        `day` None reads every name as of today.
        """
        plain = text.translate(_PLAIN)
        found = self._automaton.find_matches_as_indexes(plain, overlapping=True)
        return self._read(plain, [(start, end, self._by_index[index]) for index, start, end in found], day)

    def find_any_case(self, text: str, *, day: date | None) -> tuple[NameMatch, ...]:
        """As `find`, for headlines in capitals; only abbreviations keep their case ("US" is never "us")."""
        plain = text.translate(_PLAIN)
        automaton, readings = self._folded
        found = automaton.find_matches_as_indexes(_folded(plain), overlapping=True)
        spans = (
            (start, end, readings[index].get(plain[start:end], readings[index][""])) for index, start, end in found
        )
        return self._read(plain, [span for span in spans if span[2]], day)

    @cached_property
    def _folded(self) -> tuple[AhoCorasick, list[dict[str, tuple[Name, ...]]]]:
        """Forms in lower case: for each, the readings of an exact spelling, and under "" those of any other."""
        forms: dict[str, dict[str, tuple[Name, ...]]] = {}
        for surface, names in self._readings.items():
            spellings = forms.setdefault(_folded(surface), {"": ()})
            spellings[surface] = names
            spellings[""] += tuple(name for name in names if name.kind != "abbreviation")
        return AhoCorasick(list(forms)), list(forms.values())

    def _read(
        self, text: str, spans: list[tuple[int, int, tuple[Name, ...]]], day: date | None
    ) -> tuple[NameMatch, ...]:
        whole = [span for span in spans if _is_whole(text, span[0], span[1])]
        whole.sort(key=lambda span: (span[0], -span[1]))
        matches, reached = [], 0
        for start, end, readings in whole:
            if start < reached:
                continue
            reached = end
            name = _as_of(readings, day)
            if name.kind != _NEITHER and not self._is_person(text, start, end, name):
                matches.append(NameMatch(start, end, name))
        return tuple(matches)

    def _is_person(self, text: str, start: int, end: int, name: Name) -> bool:
        """Whether the one word of a place follows a given name, and so is a family name."""
        if name.kind not in _PLACES or " " in text[start:end]:
            return False
        before = text[max(0, start - _WORD_BEFORE_REACH) : start]
        if not before.endswith(" "):
            return False
        word = before[:-1].rsplit(" ", 1)[-1].lstrip('("“')
        return _is_initial(word) or word in self._given_names


def _is_initial(word: str) -> bool:
    return word[:1].isupper() and word[1:] == "."


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the span: "Oman" is not in "Omani", but is in "Oman-based"."""
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _folded(text: str) -> str:
    """Lower case, one character for one: "İ" alone would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _as_of(readings: Sequence[Name], day: date | None) -> Name:
    """The reading that holds on `day`, else the latest that began before it, else the earliest.

    Of several that hold, the first table's goes first (states, organisations, groups, holders, subdivisions),
    and within it the latest begun. A person in no office on that day is a former one: ELI instead of GOV.
    """
    moment = day or date.max
    holding = [name for name in readings if name.holds_on(moment)]
    if holding:
        first = _family(holding[0])
        return max((name for name in holding if _family(name) == first), key=_begin)
    began = [name for name in readings if _begin(name) <= moment]
    name = max(began, key=_begin) if began else min(readings, key=_begin)
    return _out_of_office(name) if name.kind == "person" else name


def _family(name: Name) -> str:
    return "state" if name.kind in _STATE_KINDS else name.kind


def _begin(name: Name) -> date:
    return name.since or date.min


def _out_of_office(name: Name) -> Name:
    return replace(name, sectors=tuple(dict.fromkeys("ELI" if s == "GOV" else s for s in name.sectors)))


def load_names(folder: Traversable) -> Names:
    """The names of dictionaries/actors; of its tables only states.csv must be there.

    Raises DictionaryError for a row that cannot be trusted.
    """
    claims = [claim for table in _TABLES for claim in table.claims(folder)]
    readings: dict[str, list[Name]] = {}
    for claim in claims:
        readings.setdefault(claim.surface, []).append(claim.name)
    people = (claim.name.name.split() for claim in claims if claim.name.kind == "person")
    given_names = frozenset(words[0] for words in people if len(words) > 1)
    return Names(readings, given_names.difference(readings))


@dataclass(frozen=True, slots=True)
class _Table:
    """A file of dictionaries/actors, and how one of its rows is read."""

    file: str
    columns: tuple[str, ...]
    read: Callable[[_Row], list[tuple[str, Name]]]
    required: bool = False
    check: Callable[[str, Sequence[_Claim]], None] | None = None

    def claims(self, folder: Traversable) -> list[_Claim]:
        path = folder.joinpath(self.file)
        if not path.is_file():
            if self.required:
                raise DictionaryError(self.file, "line 1", f"the file is missing in {folder}")
            return []
        claims = []
        for line, row in self._rows(path.read_text(encoding="utf-8")):
            try:
                claims += [_Claim(surface, name, line) for surface, name in self.read(row)]
            except _CellError as refused:
                raise DictionaryError(self.file, f"line {line}", str(refused)) from None
        if self.check is not None:
            self.check(self.file, claims)
        return claims

    def _rows(self, text: str) -> Iterator[tuple[int, _Row]]:
        lines = csv.reader(io.StringIO(text), strict=True)
        try:
            header = next(lines, [])
            missing = [column for column in self.columns if column not in header]
            if missing:
                raise DictionaryError(self.file, "line 1", f"the header lacks {', '.join(missing)}")
            for cells in lines:
                if len(cells) != len(header):
                    remedy = f"has {len(cells)} cells where the header has {len(header)}"
                    raise DictionaryError(self.file, f"line {lines.line_num}", remedy)
                yield lines.line_num, dict(zip(header, cells, strict=True))
        except csv.Error as error:
            raise DictionaryError(self.file, f"line {lines.line_num}", f"is not CSV: {error}") from error


class _CellError(Exception):
    """A cell that cannot be read; what to do about it, without the file and the line."""


def _state(row: _Row) -> list[tuple[str, Name]]:
    state = _name(row, "state", name="name", country="code", sectors=("GOV",))
    if state.country is None:
        raise _CellError("`code` is empty: give the ISO 3166 alpha-3 code")
    readings = [(surface, state) for surface in (state.name, *_list(row["names"]))]
    for column, kind in _STATE_COLUMNS.items():
        other = replace(state, kind=kind)
        readings += [(surface, other) for surface in _list(row[column])]
    people = replace(state, kind="people", sectors=())
    return readings + [(surface, people) for surface in _list(row["peoples"])]


def _subdivision(row: _Row) -> list[tuple[str, Name]]:
    if row["kind"] not in _SUBDIVISION_KINDS:
        raise _CellError(f"`kind` {row['kind']!r} is none of {', '.join(_SUBDIVISION_KINDS)}")
    kind, sectors = _SUBDIVISION_KINDS[row["kind"]]
    place = _name(row, kind, name="name", country="country", sectors=sectors)
    return [(place.name, place)]


def _body(row: _Row) -> list[tuple[str, Name]]:
    """A row of organisations.csv or groups.csv."""
    if not row["kind"]:
        raise _CellError("`kind` is empty: say what it is")
    body = _name(row, row["kind"], name="name", country="country", sectors=_sectors(row["sectors"]))
    return [(surface, body) for surface in (body.name, *_list(row["aliases"]))]


def _holder(row: _Row) -> list[tuple[str, Name]]:
    """A row of holders.csv: one person's one tenure."""
    person = _name(row, "person", name="person", country="country", sectors=_sectors(row["sectors"]))
    return [(surface, person) for surface in (person.name, *_list(row["aliases"]))]


def _name(row: _Row, kind: str, *, name: str, country: str, sectors: tuple[str, ...]) -> Name:
    """The columns that all tables share; `name` and `country` say what this one calls them."""
    if not row[name].strip():
        raise _CellError(f"`{name}` is empty: give the name")
    code, qid = _code(country, row[country]), row.get("qid") or None
    if qid is not None and not _QID.fullmatch(qid):
        raise _CellError(f"`qid` {qid!r} is not a Wikidata id such as Q30")
    since, until = _day("since", row.get("since", "")), _day("until", row.get("until", ""))
    if since is not None and until is not None and since >= until:
        raise _CellError(f"`since` {since} is not before `until` {until}")
    return Name(kind, row[name], code, sectors, qid, since, until)


def _list(cell: str) -> list[str]:
    """The parts of a cell that `|` separates."""
    return [part for part in cell.split("|") if part] if cell else []


@cache
def _code(column: str, cell: str) -> str | None:
    if cell and not _CODE.fullmatch(cell):
        raise _CellError(f"`{column}` {cell!r} is not three capital letters")
    return cell or None


@cache
def _sectors(cell: str) -> tuple[str, ...]:
    sectors = tuple(_list(cell))
    for sector in sectors:
        if not _CODE.fullmatch(sector):
            raise _CellError(f"`sectors` {sector!r} is not a PLOVER sector such as GOV")
    return sectors


@cache
def _day(column: str, cell: str) -> date | None:
    if not cell:
        return None
    try:
        # fromisoformat alone would also take 19911226 and 1991-W52-4
        return date.fromisoformat(cell if _ISO_DAY.fullmatch(cell) else "")
    except ValueError:
        raise _CellError(f"`{column}` {cell} is not a day: write it as 1991-12-26") from None


def _refuse_shared(file: str, claims: Sequence[_Claim]) -> None:
    """Refuses two states that claim one surface form for the same days; a city can be capital of two."""
    claimants: dict[str, list[_Claim]] = {}
    for claim in claims:
        if claim.name.kind != "capital":
            claimants.setdefault(claim.surface, []).append(claim)
    for surface, rivals in claimants.items():
        for one, other in combinations(rivals, 2):
            if _whose(one.name) != _whose(other.name) and _share_a_day(one.name, other.name):
                remedy = f"{surface!r} is claimed by line {one.line} for the same days: give both `since` and `until`"
                raise DictionaryError(file, f"line {other.line}", remedy)


def _whose(name: Name) -> tuple[str | None, str | None]:
    return name.country, name.id


def _share_a_day(one: Name, other: Name) -> bool:
    return _begin(one) < (other.until or date.max) and _begin(other) < (one.until or date.max)


_CODE = re.compile("[A-Z]{3}")
_QID = re.compile("Q[1-9][0-9]*")
_ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

# In this order: a form that is adjective and people ("British") is read as the adjective.
_STATE_COLUMNS = {"abbreviations": "abbreviation", "capitals": "capital", "seats": "seat", "adjectives": "adjective"}

# `kind` in subdivisions.csv -> kind and sectors of the name. PLOVER codes a partially recognised
# entity to the state that claims it, with sector PRE.
_SUBDIVISION_KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "city": ("city", ()),
    "region": ("region", ()),
    "breakaway": ("region", ("PRE",)),
    _NEITHER: (_NEITHER, ()),
}

_PERIOD = ("since", "until", "qid")
_BODY = ("name", "aliases", "kind", "country", "sectors", *_PERIOD)

# In the order in which they win a form that several hold on one day.
_TABLES = (
    _Table(
        "states.csv",
        ("code", "name", "names", "peoples", *_STATE_COLUMNS, *_PERIOD),
        _state,
        required=True,
        check=_refuse_shared,
    ),
    _Table("organisations.csv", _BODY, _body),
    _Table("groups.csv", _BODY, _body),
    _Table("holders.csv", ("person", "aliases", "office", "country", "sectors", *_PERIOD), _holder),
    _Table("subdivisions.csv", ("name", "country", "kind"), _subdivision),
)
