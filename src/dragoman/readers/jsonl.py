"""A file of JSON rows in, an article a row out, read line by line.

A row has `text`, and may have `id`, `date`, `title`, `url` and `publisher`; other keys are left alone.
"""

from __future__ import annotations

import json
from io import TextIOWrapper
from typing import TYPE_CHECKING

from dragoman.readers.days import publication_day
from dragoman.readers.plain import headline
from dragoman.readers.source import BROKEN_CHARACTER, Source, article_id, encoding_of
from dragoman.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from dragoman.errors import InputError

SHAPE = 'write one object a line, such as {"id": "a1", "date": "2018-03-26", "title": "...", "text": "..."}'


class RowError(ValueError):
    """What is wrong with a row, and what to write instead."""


def read(source: Source, /) -> Iterator[Article | InputError]:
    """The article of each row, or the error that refuses the row; a binary file is refused once, as a whole."""
    number = 0
    try:
        for number, line in _lines(source):
            if "\0" in line:
                yield source.refusal("is binary, not text (it holds zero bytes); convert to UTF-8", number)
                return
            yield _read_line(source, number, line)
    except UnicodeDecodeError:  # UTF-16 cannot be taken up again after a wrong byte
        yield source.refusal("is not the UTF-16 that it begins as; convert to UTF-8", number + 1)
        return
    if number == 0:
        yield source.refusal(f"is empty; {SHAPE}")


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers; of one over the limit its beginning, which is over it too.

    A byte that is not of the encoding becomes a broken character, so that only its own row is refused.
    """
    encoding = encoding_of(source.stream.peek(3))
    lines = TextIOWrapper(source.stream, encoding, errors="surrogateescape", newline="\n")
    number = 0
    try:
        while line := lines.readline(source.limit + 1):
            number += 1
            if line.strip():
                yield number, line
            while len(line) > source.limit and not line.endswith("\n"):
                line = lines.readline(source.limit + 1)
    finally:
        lines.detach()  # else the wrapper closes a stream that is not its own


def _read_line(source: Source, number: int, line: str) -> Article | InputError:
    if len(line) > source.limit:
        return source.refusal(f"is over {source.limit:,} characters, longer than any article; split it", number)
    if BROKEN_CHARACTER.search(line):
        return source.refusal("is not UTF-8; convert to UTF-8, for example with iconv", number)
    try:
        return _article(_row(line), source.published)
    except ValueError as wrong:
        return source.refusal(str(wrong), number)


def _row(line: str) -> Mapping[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise RowError(f"is not JSON; {SHAPE}") from None
    if not isinstance(row, dict):
        raise RowError(f"is not a JSON object; {SHAPE}")
    return row


def _article(row: Mapping[str, object], published: date | None) -> Article:
    """Offsets count in title, blank line, text: the title is set before the text unless it already stands there."""
    title, body, url, day = (_words(row, key) for key in ("title", "text", "url", "date"))
    if body is None and (title is None or "text" not in row):
        raise RowError("has no `text`; give the words of the article")
    parts = (title, body) if title is None or body is None or headline(body) != title.strip() else (body,)
    text = "\n\n".join(part for part in parts if part is not None)
    return Article(
        _id(row) or article_id(url, text),
        text,
        published if day is None else publication_day(day),
        title,
        url,
        _words(row, "publisher"),
    )


def _words(row: Mapping[str, object], key: str) -> str | None:
    """The words under `key`; None where there are none."""
    words = row.get(key)
    if words is None:
        return None
    if not isinstance(words, str):
        raise RowError(f"`{key}` is not text; write it in quotation marks, or null")
    if BROKEN_CHARACTER.search(words):
        raise RowError(f"`{key}` holds half of a character (a lone surrogate); write the whole character")
    return words if words.strip() else None


def _id(row: Mapping[str, object]) -> str | None:
    given = row.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _words(row, "id")
