"""A word in, the lemmas that it may be a form of out: a headline's capitals make everyday words look like names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ENDINGS = re.compile(r"(?:ies|ied|es|s|ed|ing|d)$")


def stems(word: str) -> Iterable[str]:
    """The lemmas that an English word can be a form of: "accuses" -> accuse, accus; "denied" -> deny."""
    yield word
    ending = ENDINGS.search(word)
    while ending is not None:
        stem = word[: ending.start()]
        yield from (stem, stem + "e", stem + "y", stem[:-1])
        shorter = ENDINGS.search(word, ending.start() + 1)
        ending = shorter


@dataclass(frozen=True, slots=True)
class Lemmas:
    """The verbs that the dictionaries know, and the past forms that no rule undoes ("retook")."""

    verbs: frozenset[str]
    irregular: Mapping[str, str]
