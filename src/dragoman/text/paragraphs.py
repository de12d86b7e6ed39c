"""An article's text in, where each of its paragraphs starts and ends out, hard-wrapped lines put together."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.text.splitting import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.codebook.layout import LayoutWords

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")

WIDTHS = range(55, 101)
"""Lines that a machine broke are that long: teleprinters broke at 69, mail at 72 to 80."""

SLACK = 5
"""Characters by which a machine may break before it must, for a hyphen or a margin."""

FEWEST_LINES = 3
"""Two lines may be headline and lead; from three on, equal lengths show a machine."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it; `indent` counts those before it, `gap` the line breaks."""

    start: int
    end: int
    text: str
    indent: int
    gap: int


def paragraphs(
    text: str, words: LayoutWords, *, stands_alone: Callable[[str], bool], start: int = 0
) -> Iterator[tuple[int, int]]:
    """The paragraphs of `text` from `start` on, in order; between them is nothing but white space.

    A blank line parts them, and so does a single line break, unless it was made by a machine inside a
    paragraph: the next line goes on in lower case, or the lines are as long as they could be.
    `stands_alone` tells a line that never goes on, such as a byline.
    """
    for block in _blocks(_lines(text, start)):
        width = max(len(line.text) for line in block)
        margin = min(line.indent for line in block[1:]) if block[1:] else 0
        begin = block[0].start
        for this, following in itertools.pairwise(block):
            alone = stands_alone(this.text) or stands_alone(following.text)
            full = len(block) >= FEWEST_LINES and _is_full(this, following, width)
            if alone or following.indent > margin or not (full or _goes_on(this, following, words)):
                yield begin, this.end
                begin = following.start
        yield begin, block[-1].end


def _lines(text: str, start: int) -> Iterator[Line]:
    last = start
    for match in LINE.finditer(text, start):
        words = match[0].strip()
        if words:
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(begin, begin + len(words), words, begin - match.start(), _breaks(text, last, begin))
            last = begin + len(words)


def _breaks(text: str, start: int, end: int) -> int:
    return sum(1 for _ in BREAK.finditer(text, start, end))


def _blocks(lines: Iterator[Line]) -> Iterator[Sequence[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and line.gap > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_full(this: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line had no room on this one; a line in capitals is a headline."""
    if this.text.isupper() and not following.text.isupper():
        return False
    needed = len(this.text) + 1 + len(following.text.split(maxsplit=1)[0])
    return width in WIDTHS and len(this.text) in WIDTHS and needed > width - SLACK


def _goes_on(this: Line, following: Line, words: LayoutWords) -> bool:
    """Whether a sentence runs over the line break: it is not at its end, and it goes on in lower case."""
    if ends_sentence(this.text, words):
        return False
    return following.text[0].islower() or this.text.split()[-1] in words.small or this.text.endswith(",")
