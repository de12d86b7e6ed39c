"""`dictionaries/evaluation.toml` in, what counts as the same when events are held against a gold out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import dragoman.dictionaries
from dragoman.codebook.acts import read_toml

Side = frozenset[str | None]
NOBODY: Side = frozenset([None])
"""The side of an act that no country stands on: nobody, or nobody with a country."""

CODE = 3
"""A country's code has three letters; what follows them tells a sector."""


@dataclass(frozen=True)
class Folding:
    """The tables of the file; `quads` and `roots` are for marked pairs."""

    types: Mapping[str, str]
    no_country: frozenset[str]
    countries: Mapping[str, str]
    gold_statuses: Mapping[str, str]
    statuses: Mapping[str, str]
    oversampled: frozenset[str]
    stopwords: frozenset[str]
    quads: Mapping[str, int]
    roots: Mapping[str, str]

    def type(self, word: str) -> str:
        """The PLOVER type that the word means."""
        shown = word.strip().upper().replace("-", " ").strip()
        return self.types.get(shown, shown)

    def country(self, code: str | None) -> str | None:
        """The state that the code means today; None for what is no state."""
        shown = (code or "").strip().upper()
        if not shown or shown in self.no_country:
            return None
        return self.countries.get(shown[:CODE], shown[:CODE])

    def side(self, codes: Iterable[str | None]) -> Side:
        """The countries on one side of an act."""
        return frozenset(map(self.country, codes)) or NOBODY

    def root(self, type_: str | None) -> str | None:
        """The label of marked pairs for a PLOVER type; None for what is no label."""
        folded = self.roots.get(type_ or "", type_)
        return folded if folded in self.quads else None


@cache
def load_folding() -> Folding:
    """Read once: the file is part of the package."""
    raw = read_toml(Path(dragoman.dictionaries.__path__[0]) / "evaluation.toml")
    return Folding(
        types=raw["types"],
        no_country=frozenset(raw["countries"]["none"]),
        countries=raw["countries"]["counts_as"],
        gold_statuses=raw["statuses"],
        statuses=raw["counts_as_status"],
        oversampled=frozenset(raw["strata"]["oversampled"]),
        stopwords=frozenset(raw["triggers"]["stopwords"].split()),
        quads=raw["pairs"]["quads"],
        roots=raw["pairs"]["counts_as"],
    )
