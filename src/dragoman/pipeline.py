"""Articles in, events out: the order of rooms. Read this file first.

article -> text -> mentions -> coding -> attribution -> story -> events
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman import attribution, coding, mentions, story
from dragoman import codebook as codebooks
from dragoman import text as text_room
from dragoman.codebook import Codebook
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

    def relation(self, text: str, actor: tuple[int, int], recipient: tuple[int, int] | None = None) -> coding.Relation:
        """What the actor at these characters of the text does to the recipient at those."""
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
    return Coder(codebooks.load(codebook), Parser.load(model))
