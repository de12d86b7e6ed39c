"""`dictionaries/layout.toml` in, the words by which an article is taken apart out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError

if TYPE_CHECKING:
    from pathlib import Path

AS_WRITTEN = {"acronyms", "signoffs"}
"""The lists whose capitals count; the others are compared in lower case."""


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """What the lists of layout.toml hold, each under its own name; the file says what each is for."""

    titles: frozenset[str] = frozenset()
    closers: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    stamp: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    furniture: frozenset[str] = frozenset()
    furniture_later: frozenset[str] = frozenset()
    furniture_whole: frozenset[str] = frozenset()
    furniture_within: frozenset[str] = frozenset()
    desk_notes: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    signoffs: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


def load_layout(file: Path) -> LayoutWords:
    """The words of one file; a list that it lacks is empty. A DictionaryError for a list or a word that is none."""
    raw = read_toml(file)
    known = [field.name for field in fields(LayoutWords)]
    unknown = sorted(set(raw) - set(known))
    if unknown:
        raise DictionaryError(file.name, f"`{unknown[0]}`", f"no list has this name; these are: {', '.join(known)}")
    return LayoutWords(**{name: _words(words, name, file.name) for name, words in raw.items()})


def _words(words: object, name: str, file: str) -> frozenset[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() == word != "" for word in words):
        raise DictionaryError(file, f"`{name}`", "write a list of words in quotes, without blanks around them")
    wrong = [word for word in words if word != word.lower()] if name not in AS_WRITTEN else []
    if wrong:
        raise DictionaryError(file, f"`{name}`", f"{wrong[0]!r} is compared in lower case: write {wrong[0].lower()!r}")
    twice = [word for word in words if words.count(word) > 1]
    if twice:
        raise DictionaryError(file, f"`{name}`", f"{twice[0]!r} stands twice: strike one")
    return frozenset(words)
