"""A text file in, its one article out; the words stay exactly as they are."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from dragoman.readers.days import publication_day
from dragoman.readers.source import Source, article_id, encoding_of
from dragoman.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dragoman.errors import InputError

# Blank lines, a line, a blank line, and something after it.
ISO_DAY = len("2018-03-14")
HEADLINE = re.compile(r"(?:[^\S\n]*\n)*[^\S\n]*(?P<title>\S[^\n]*?)[^\S\n]*\n[^\S\n]*\n\s*\S")


def read(source: Source, /) -> Iterator[Article | InputError]:
    """One article, or the error that refuses it."""
    raw = source.stream.read(source.limit + 1)
    if len(raw) > source.limit:
        yield source.refusal(f"is over {source.limit:,} bytes, longer than any article; split it into articles")
        return
    text = decode(raw)
    if text is None or "\0" in text:
        yield source.refusal(_wrong_bytes(raw))
    elif not text.strip():
        yield source.refusal("is empty; put the words of an article into it")
    else:
        yield Article(article_id(None, text), text, source.published or day_in_name(source.name), headline(text))


def day_in_name(name: str) -> date | None:
    """The publication day that a file's name begins with ("2018-03-14-salisbury.txt"); None where it has none."""
    try:
        return publication_day(PurePath(name).name[:ISO_DAY])
    except ValueError:
        return None


def headline(text: str) -> str | None:
    """The first line, where a blank line follows it and more words follow that."""
    found = HEADLINE.match(text)
    return found["title"] if found else None


def decode(raw: bytes) -> str | None:
    """The text of UTF-8, or of UTF-16 that begins with its mark; None for every other encoding."""
    try:
        return raw.decode(encoding_of(raw))
    except UnicodeDecodeError:
        return None


def _wrong_bytes(raw: bytes) -> str:
    if b"\0" in raw:
        return "is binary, not text (it holds zero bytes); save it as text and convert to UTF-8"
    return "is not UTF-8; convert to UTF-8, for example with iconv"
