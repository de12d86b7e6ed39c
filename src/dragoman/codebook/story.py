"""`dictionaries/story.toml` in, how acts of one article hang together out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Phrases are tuples of lower-case words, the longest first."""

    historical_after_days: int
    always: tuple[tuple[str, ...], ...]
    when_told: tuple[tuple[str, ...], ...]
    reactions: frozenset[str]
    about: frozenset[str]
    references: frozenset[str]
    pointers: frozenset[str]
    general_references: frozenset[str]
    reference_verbs: frozenset[str]
    deadline_types: frozenset[str]
    later_deadline_types: frozenset[str]


def load_story(file: Path) -> StoryWords:
    """The word lists; a DictionaryError where one is missing."""
    raw = read_toml(file)
    try:
        return StoryWords(
            historical_after_days=int(raw["historical_after_days"]),
            always=_phrases(raw["reasons"]["always"]),
            when_told=_phrases(raw["reasons"]["when_told"]),
            reactions=frozenset(raw["reasons"]["reactions"]),
            about=frozenset(raw["reasons"]["about"]),
            references=frozenset(raw["references"]["nouns"]),
            pointers=frozenset(raw["references"]["pointers"]),
            general_references=frozenset(raw["references"]["general"]),
            reference_verbs=frozenset(raw["references"]["verbs"]),
            deadline_types=frozenset(raw["deadlines"]["types"]),
            later_deadline_types=frozenset(raw["deadlines"]["later_types"]),
        )
    except KeyError as missing:
        raise DictionaryError(file.name, "top level", f"add {missing}") from None


def _phrases(values: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(v.lower().split()) for v in values), key=lambda words: (-len(words), words)))
