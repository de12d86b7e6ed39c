"""An article in, its marked and parsed sentences out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.records import Article, Part, Sentence
from dragoman.text.casing import parsing_copy
from dragoman.text.layout import lay_out
from dragoman.text.mending import mended

if TYPE_CHECKING:
    from dragoman.codebook import Codebook
    from dragoman.text.parser import Parser

CODED = (Part.HEADLINE, Part.BODY)
"""The parts that can tell an event; the others are marked and left."""


def read(article: Article, parser: Parser, codebook: Codebook) -> Iterator[Sentence]:
    """The article's sentences in order, those of headline and body parsed."""
    sentences = lay_out(article, codebook.layout)
    coded = [s for s in sentences if s.part in CODED]
    parsed = iter(parser.parse(coded, (_copy(s, article, codebook) for s in coded)))
    for sentence in sentences:
        yield _mended(next(parsed), codebook) if sentence.part in CODED else sentence


def _mended(sentence: Sentence, codebook: Codebook) -> Sentence:
    return (
        sentence
        if sentence.parse is None
        else replace(sentence, parse=mended(sentence.parse, codebook.cues, codebook.lemmas))
    )


def _copy(sentence: Sentence, article: Article, codebook: Codebook) -> str:
    def names(text: str) -> Iterator[tuple[int, int]]:
        return ((m.start, m.end) for m in codebook.names.find_any_case(text, day=article.published))

    is_common = codebook.is_common if sentence.part is Part.HEADLINE else None
    return parsing_copy(sentence.span.text, names, words=codebook.layout, is_common=is_common)
