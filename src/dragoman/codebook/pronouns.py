"""`dictionaries/pronouns.toml` in, the words that point back out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Lower-case words by what they can mean; `numbers` tells how many "the two sides" are."""

    singular_person: frozenset[str]
    singular_thing: frozenset[str]
    plural: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    indefinite: frozenset[str]
    national: frozenset[str]
    elsewhere: frozenset[str]
    domestic: frozenset[str]
    sides: frozenset[str]
    nowhere: frozenset[str]
    numbers: Mapping[str, int]


def load_pronouns(file: Path) -> Pronouns:
    """The word lists; a DictionaryError where one is missing."""
    raw = read_toml(file)
    missing = [f.name for f in fields(Pronouns) if f.name not in raw]
    if missing:
        raise DictionaryError(file.name, "top level", f"add the list `{missing[0]}`")
    lists = {f.name: frozenset(raw[f.name]) for f in fields(Pronouns) if f.name != "numbers"}
    return Pronouns(**lists, numbers=dict(raw["numbers"]))
