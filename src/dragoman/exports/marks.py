"""A text and the stretches of it that mean something in, HTML paragraphs with those stretches marked out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.exports.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BLANK_LINES = re.compile(r"(?:[^\S\n]*\n){2,}\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (excluded) are `kind`, a CSS class; `after` is HTML that stands at their end."""

    start: int
    end: int
    kind: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch over which the same marks lie."""

    start: int
    end: int
    kinds: tuple[str, ...]
    after: str = ""


def marked(text: str, marks: Sequence[Mark], *, headline: bool) -> str:
    """The paragraphs of `text`; marks may overlap in any way. The first paragraph may be the headline."""
    pieces = _pieces(text, marks)
    paragraphs = []
    for index, (start, end) in enumerate(_paragraphs(text)):
        inside = "".join(_piece(text, piece, start, end) for piece in pieces if piece.start < end and start < piece.end)
        tag = "h2" if headline and index == 0 else "p"
        paragraphs.append(f"<{tag}>{inside}</{tag}>")
    return "\n".join(paragraphs)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs stand, without the blank lines between them."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for blank in BLANK_LINES.finditer(text, start, end):
        yield start, blank.start()
        start = blank.end()
    if start < end:
        yield start, end


def _pieces(text: str, marks: Iterable[Mark]) -> Sequence[Piece]:
    """`text` cut wherever a mark begins or ends."""
    changes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    after: defaultdict[int, str] = defaultdict(str)
    for mark in marks:
        changes[mark.start][mark.kind] += 1
        changes[mark.end][mark.kind] -= 1
        after[mark.end] += mark.after
    cuts = sorted({0, *changes, len(text)})
    here: Counter[str] = Counter()
    pieces = []
    for start, end in pairwise(cuts):
        here.update(changes.get(start, {}))
        pieces.append(Piece(start, end, tuple(sorted(+here)), after.get(end, "")))
    return pieces


def _piece(text: str, piece: Piece, start: int, end: int) -> str:
    words = escape(inert(text[max(piece.start, start) : min(piece.end, end)]))
    shown = f'<span class="{" ".join(piece.kinds)}">{words}</span>' if piece.kinds else words
    return shown + (piece.after if piece.end <= end else "")
