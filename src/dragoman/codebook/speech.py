"""`dictionaries/speech.toml` in, the words by which somebody says something out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.acts import read_toml
from dragoman.errors import DictionaryError


@dataclass(frozen=True, slots=True)
class Speech:
    """Lemmas of speech verbs by what they say of the truth, and how anonymous sources are told."""

    plain: frozenset[str]
    claiming: frozenset[str]
    denying: frozenset[str]
    according: frozenset[str]
    sources: frozenset[str]
    anonymous_phrases: tuple[str, ...]

    @property
    def verbs(self) -> frozenset[str]:
        """Every speech verb."""
        return self.plain | self.claiming | self.denying


def load_speech(file: Path) -> Speech:
    """The word lists; a DictionaryError where one is missing."""
    raw = read_toml(file)
    try:
        return Speech(
            plain=frozenset(raw["verbs"]["plain"]),
            claiming=frozenset(raw["verbs"]["claiming"]),
            denying=frozenset(raw["verbs"]["denying"]),
            according=frozenset(raw["prepositions"]["according"]),
            sources=frozenset(raw["anonymity"]["sources"]),
            anonymous_phrases=tuple(raw["anonymity"]["phrases"]),
        )
    except KeyError as missing:
        raise DictionaryError(file.name, "top level", f"add the list {missing}") from None
