"""A text with a marked actor and recipient in, the wordpieces that the learned reader reads out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# BERT's vocabulary keeps these entries free: no text holds them, and each is one wordpiece.
ACTOR = ("[unused1]", "[unused2]")
RECIPIENT = ("[unused3]", "[unused4]")
MARKERS = (*ACTOR, *RECIPIENT)

LONGEST = 128
"""Wordpieces of one text, the two that BERT puts around it included; longer ones are cut to a window."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and the characters, from start to end (excluded), of its actor and recipient."""

    text: str
    actor: tuple[int, int]
    recipient: tuple[int, int] | None = None

    def marked(self) -> str:
        """The text with a marker before and after each of the two.

        >>> MarkedText("Iran warns Iraq.", (0, 4), (11, 15)).marked()
        ' [unused1] Iran [unused2]  warns  [unused3] Iraq [unused4] .'
        """
        marks = [(self.actor, ACTOR)] + ([(self.recipient, RECIPIENT)] if self.recipient is not None else [])
        # Backwards, so that earlier offsets hold; where one ends and the other starts, the end comes first.
        inserted = sorted(
            (mark for (start, end), (opens, closes) in marks for mark in ((start, 1, opens), (end, 0, closes))),
            reverse=True,
        )
        words = self.text
        for offset, _, marker in inserted:
            words = f"{words[:offset]} {marker} {words[offset:]}"
        return words


@dataclass(frozen=True)
class Wordpieces:
    """Cuts marked texts into wordpieces, each text alone: its numbers never depend on others."""

    tokenizer: Tokenizer
    markers: frozenset[int]

    @staticmethod
    def load(file: Path) -> Wordpieces:
        """Those of a tokenizer.json; its own cutting and padding are switched off."""
        from tokenizers import Tokenizer  # noqa: PLC0415  a coder without the learned reader needs none

        tokenizer = Tokenizer.from_file(str(file))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        tokenizer.add_special_tokens(list(MARKERS))
        pieces = Wordpieces(tokenizer, frozenset())
        return replace(pieces, markers=frozenset(map(pieces.number, MARKERS)))

    def number(self, piece: str) -> int:
        """The number of one wordpiece of the vocabulary."""
        number: int | None = self.tokenizer.token_to_id(piece)
        if number is None:
            raise ModelError(f"tokenizer.json lacks {piece}; install the learned reader's files again")
        return number

    def numbers(self, pair: MarkedText) -> list[int]:
        """The numbers of the pair's wordpieces, at most LONGEST."""
        first, *inner, last = self.tokenizer.encode(pair.marked()).ids
        return [first, *windowed(inner, self.markers, LONGEST - 2), last]


def windowed(numbers: Sequence[int], markers: frozenset[int], longest: int) -> list[int]:
    """What stands around the markers; where they are too far apart, the surroundings of the first and of the last.

    >>> windowed([7, 8, 1, 8, 7, 7, 7, 7], frozenset({1}), 4)
    [7, 8, 1, 8]
    """
    if len(numbers) <= longest:
        return list(numbers)
    at = [place for place, number in enumerate(numbers) if number in markers]
    first, last = (at[0], at[-1]) if at else (0, 0)
    if last - first < longest:
        start = min(max(0, (first + last + 1 - longest) // 2), len(numbers) - longest)
        return list(numbers[start : start + longest])
    half = longest // 2
    left, right = max(0, first - half // 2), min(len(numbers), last + 1 + half // 2)
    return [*numbers[left : left + half], *numbers[right - (longest - half) : right]]
