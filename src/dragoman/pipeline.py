"""Articles in, events out: the order of rooms. Read this file first.

article -> text -> mentions -> coding -> attribution -> story -> events
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dragoman import attribution, coding, mentions, story
from dragoman import codebook as codebooks
from dragoman import text as text_room
from dragoman.codebook import Codebook
from dragoman.codebook.collecting import without_collecting
from dragoman.coding import combining
from dragoman.coding.learned import LearnedReader, MarkedText
from dragoman.errors import ModelError
from dragoman.records import Article, Event
from dragoman.text import Parser


@dataclass(frozen=True)
class Coder:
    """Reads articles into events. The same article, codebook and model give the same events."""

    codebook: Codebook
    parser: Parser

    def code(self, article: Article) -> tuple[Event, ...]:
        """The events that the article reports, in the order in which it first tells them."""
        sentences = tuple(text_room.read(article, self.parser, self.codebook))
        mentioned = mentions.read(article, sentences, self.codebook)
        coded = coding.code(article, zip(sentences, mentioned, strict=True), self.codebook)
        told = attribution.attribute(coded, sentences, mentioned, self.codebook)
        return story.tell(article, told, sentences, mentioned, self.codebook)

    @cached_property
    def reader(self) -> LearnedReader | None:
        """The learned reader; None where it is not installed. Loaded when it is first asked."""
        return LearnedReader.load()

    def relation(
        self, text: str, actor: tuple[int, int], recipient: tuple[int, int] | None = None, *, by: str = "full"
    ) -> coding.Relation:
        """What the actor at these characters of the text does to the recipient at those.

        `by` says who is asked: "patterns", "learned", or "full" for both; without a learned reader, full is patterns.
        """
        reader = None if by == "patterns" else self.reader
        if by == "learned":
            if reader is None:
                raise ModelError("the learned reader is not installed; use patterns, or dragoman train to make one")
            return combining.alone(reader.read((MarkedText(text, actor, recipient),))[0])
        told = self._told_by_patterns(text, actor, recipient)
        return told if reader is None else combining.combined(told, *reader.read((MarkedText(text, actor, recipient),)))

    def _told_by_patterns(
        self, text: str, actor: tuple[int, int], recipient: tuple[int, int] | None
    ) -> coding.Relation:
        article = Article("pair", text)
        sentences = tuple(text_room.read(article, self.parser, self.codebook))
        mentioned = mentions.read(article, sentences, self.codebook)
        return coding.relation(
            article,
            zip(sentences, mentioned, strict=True),
            self.codebook,
            actor=article.span(*actor),
            recipient=article.span(*recipient) if recipient is not None else None,
        )

    def code_all(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Event, ...]]]:
        """Each article with its events, as they come."""
        for article in articles:
            yield article, self.code(article)


def load(codebook: Path | None = None, model: str | None = None) -> Coder:
    """A coder with dragoman's dictionaries (and those of the folder `codebook`) and a spaCy model by name."""
    with without_collecting():
        return Coder(codebooks.load(codebook), Parser.load(model))
