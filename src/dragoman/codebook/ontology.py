"""The folder `dictionaries/ontology` in, PLOVER's types, modes, contexts and scores and CAMEO's codes out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError
from dragoman.records import Status

QUADS = (1, 2, 3, 4)
"""Verbal cooperation, material cooperation, verbal conflict, material conflict."""

FARTHEST = 10
"""PLOVER's scores and Goldstein's scale both end here, on either side."""

RECIPIENT = {"required": True, "optional": False}
CAMEO_COLUMNS = ("code", "name", "goldstein", "quad")
WORD_END = re.compile(r"s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Mode:
    """A kind of one type; `score` is None where PLOVER gives none."""

    name: str
    score: float | None
    gloss: str


@dataclass(frozen=True, slots=True)
class PloverType:
    """One of PLOVER's types; `score` runs from -10, conflict, to 10, cooperation."""

    name: str
    quad: int
    score: float
    recipient_required: bool
    gloss: str
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Context:
    """What a paragraph can be about, and the words that show it."""

    name: str
    gloss: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code, of two to four digits."""

    code: str
    name: str
    goldstein: float
    quad: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A type that becomes another at one status; a `mode` of None fits every mode."""

    type: str
    mode: str | None
    status: Status
    becomes: tuple[str, str | None]

    def fits(self, type: str, mode: str | None, status: Status) -> bool:
        """Whether the row speaks of such an act."""
        return (self.type, self.status) == (type, status) and self.mode in (None, mode)


@dataclass(frozen=True)
class Ontology:
    """What codes exist and what each is worth."""

    types: Mapping[str, PloverType]
    cameo: Mapping[str, Cameo]
    contexts: Mapping[str, Context]
    settled: tuple[Settled, ...] = ()

    def intensity(self, type: str, mode: str | None) -> float | None:
        """The mode's score, else the type's; None for a type that PLOVER does not have."""
        if type not in self.types:
            return None
        found = self.types[type].modes.get(mode) if mode is not None else None
        return self.types[type].score if found is None or found.score is None else found.score

    def quad(self, type: str) -> int:
        """The quad class of a type."""
        return self.types[type].quad

    def settle(self, type: str, mode: str | None, status: Status) -> tuple[str, str | None]:
        """What an act counts as once its status is known: talks still to come are AGREE, not CONSULT."""
        return next((row.becomes for row in self.settled if row.fits(type, mode, status)), (type, mode))

    def contexts_of(self, paragraph: str) -> tuple[str, ...]:
        """The contexts whose words the paragraph has, in the dictionary's order.

        Words are matched whole, in any case, across line ends, and stand for their plural in -s too.
        """
        text = " ".join(paragraph.lower().replace("\u2019", "'").split())
        hits = self._scanner.find_matches_as_indexes(text, overlapping=True)
        found = {name for word, start, end in hits if _whole(text, start, end) for name in self._owners[word]}
        return tuple(name for name in self.contexts if name in found)

    @cached_property
    def _scanner(self) -> AhoCorasick:
        return AhoCorasick(list(self._contexts_by_word))

    @cached_property
    def _owners(self) -> tuple[tuple[str, ...], ...]:
        return tuple(map(tuple, self._contexts_by_word.values()))

    @cached_property
    def _contexts_by_word(self) -> Mapping[str, list[str]]:
        owners: dict[str, list[str]] = {}
        for context in self.contexts.values():
            for word in context.words:
                owners.setdefault(word, []).append(context.name)
        return owners


def load_ontology(folder: Path) -> Ontology:
    """The ontology of one folder; a DictionaryError names the first row that cannot be trusted."""
    types = {kind.name: kind for kind in _types(folder / "plover.toml")}
    return Ontology(
        types=types,
        cameo=_cameo(folder / "cameo.csv"),
        contexts={context.name: context for context in _contexts(folder / "contexts.toml")},
        settled=tuple(_settled(folder / "settled.toml", types)),
    )


def _whole(text: str, start: int, end: int) -> bool:
    opens = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    return opens and WORD_END.match(text, end) is not None


@dataclass(frozen=True, slots=True)
class _Row:
    """A table of a TOML file, and where it stands, for the refusal."""

    file: Path
    where: str
    cells: Mapping[str, Any]

    def refuse(self, remedy: str) -> DictionaryError:
        return DictionaryError(self.file.name, self.where, remedy)

    def only(self, *keys: str) -> _Row:
        unknown = sorted(set(self.cells) - set(keys))
        if unknown:
            raise self.refuse(f"`{unknown[0]}` is no key here; these are: {', '.join(keys)}")
        return self

    def text(self, key: str) -> str:
        words = self.cells.get(key)
        if not isinstance(words, str) or not words.strip():
            raise self.refuse(f"`{key}` needs some words in quotes")
        return words

    def one_of(self, key: str, allowed: Mapping[str, object]) -> str:
        word = self.cells.get(key)
        if not isinstance(word, str) or word not in allowed:
            raise self.refuse(f"`{key}` is one of: {', '.join(allowed)}")
        return word

    def quad(self) -> int:
        quad = self.cells.get("quad")
        if type(quad) is not int or quad not in QUADS:
            raise self.refuse("`quad` is 1, 2, 3 or 4")
        return quad

    def score(self) -> float:
        score = self.cells.get("score")
        if isinstance(score, bool) or not isinstance(score, int | float) or not abs(score) <= FARTHEST:
            raise self.refuse(f"`score` is a number from -{FARTHEST} to {FARTHEST}")
        return float(score)

    def table(self, key: str) -> _Row:
        cells = self.cells.get(key)
        if not isinstance(cells, dict):
            raise self.refuse(f"`{key}` is a table")
        return _Row(self.file, f"{self.where}, `{key}`", cells)


def _rows(file: Path, tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, _Row]]:
    for name, row in tables.items():
        where = f"[{prefix}{name}]"
        if not isinstance(row, dict):
            raise DictionaryError(file.name, where, "write a table with this heading")
        yield name, _Row(file, where, row)


def _types(file: Path) -> Iterator[PloverType]:
    raw = read_toml(file).get("types")
    if not isinstance(raw, dict) or not raw:
        raise DictionaryError(file.name, "[types]", "write a table [types.NAME] for each type")
    for name, row in _rows(file, raw, "types."):
        row.only("quad", "score", "recipient", "gloss", "modes")
        yield PloverType(
            name=name,
            quad=row.quad(),
            score=row.score(),
            recipient_required=RECIPIENT[row.one_of("recipient", RECIPIENT)],
            gloss=row.text("gloss"),
            modes=_modes(row) if "modes" in row.cells else {},
        )


def _modes(type_row: _Row) -> Mapping[str, Mode]:
    tables = type_row.table("modes").cells
    prefix = f"{type_row.where.strip('[]')}.modes."
    return {name: _mode(name, row) for name, row in _rows(type_row.file, tables, prefix)}


def _mode(name: str, row: _Row) -> Mode:
    row.only("score", "gloss")
    return Mode(name, row.score() if "score" in row.cells else None, row.text("gloss"))


def _contexts(file: Path) -> Iterator[Context]:
    for name, row in _rows(file, read_toml(file)):
        row.only("gloss", "words")
        yield Context(name, row.text("gloss"), _words(row))


def _words(row: _Row) -> tuple[str, ...]:
    words = row.cells.get("words")
    if not isinstance(words, list) or not words:
        raise row.refuse("`words` is a list of words in quotes")
    for word in words:
        if not isinstance(word, str) or not word or word != " ".join(word.lower().split()):
            raise row.refuse(f"`words` holds {word!r}: write it in lower case, with single spaces")
    if len(set(words)) < len(words):
        raise row.refuse(f"`words` holds {max(words, key=words.count)!r} twice: strike one")
    return tuple(words)


def _settled(file: Path, types: Mapping[str, PloverType]) -> Iterator[Settled]:
    rows = read_toml(file).get("settled", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DictionaryError(file.name, "[[settled]]", "write each row under the heading [[settled]]")
    for number, cells in enumerate(rows, 1):
        row = _Row(file, f"row {number}", cells).only("when", "becomes")
        when, becomes = row.table("when").only("type", "mode", "status"), row.table("becomes").only("type", "mode")
        status = Status(when.one_of("status", {status.value: status for status in Status}))
        kind, mode = _type_and_mode(when, types)
        yield Settled(kind, mode, status, _type_and_mode(becomes, types))


def _type_and_mode(row: _Row, types: Mapping[str, PloverType]) -> tuple[str, str | None]:
    kind = row.one_of("type", types)
    return kind, row.one_of("mode", types[kind].modes) if "mode" in row.cells else None


def _cameo(file: Path) -> Mapping[str, Cameo]:
    found: dict[str, Cameo] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != CAMEO_COLUMNS:
            raise DictionaryError(file.name, "line 1", f"the header is {','.join(CAMEO_COLUMNS)}")
        for cells in reader:
            row = _code(_Row(file, f"line {reader.line_num}", cells))
            if row.code in found:
                raise DictionaryError(file.name, f"line {reader.line_num}", f"{row.code} is written twice: strike one")
            found[row.code] = row
    return found


def _code(row: _Row) -> Cameo:
    code, quad = row.cells["code"], row.cells["quad"]
    if None in row.cells or None in row.cells.values():
        raise row.refuse(f"a row has {len(CAMEO_COLUMNS)} cells; quote a cell that holds a comma")
    if not re.fullmatch(r"[0-9]{2,4}", code):
        raise row.refuse(f"`code` {code!r} has two to four digits, the leading zero among them")
    if quad not in map(str, QUADS):
        raise row.refuse("`quad` is 1, 2, 3 or 4")
    return Cameo(code, row.text("name"), _goldstein(row), int(quad))


def _goldstein(row: _Row) -> float:
    try:
        value = float(row.cells["goldstein"])
    except ValueError:
        value = float("nan")
    if not abs(value) <= FARTHEST:
        raise row.refuse(f"`goldstein` is a number from -{FARTHEST} to {FARTHEST}")
    return value
