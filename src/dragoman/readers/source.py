"""The bytes of one input in, its text out, or an InputError that names the input and the remedy."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from dragoman.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from io import BufferedReader

    from dragoman.records import Article

# The King James Bible is 4.4 MB: what is longer than twice that is no article.
LIMIT = 10_000_000

BROKEN_CHARACTER = re.compile("[\ud800-\udfff]")
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Source:
    """An input under its name; `published` is for articles that tell no day, `limit` counts bytes or characters."""

    name: str
    stream: BufferedReader
    published: date | None = None
    limit: int = LIMIT

    def refusal(self, remedy: str, line: int | None = None) -> InputError:
        """The error of this input, or of one line of it, in one line that a terminal cannot be tricked with."""
        where = visible(self.name)
        return InputError(where if line is None else f"{where}, line {line}", remedy)


class Reader(Protocol):
    """An input in, its articles out; what is refused comes out as the error that says why."""

    def __call__(self, source: Source, /) -> Iterator[Article | InputError]: ...


def visible(text: str, *, longest: int = LONGEST_NAME) -> str:
    r"""`text` on one line, its invisible characters as escapes: a file may be called "a\x1b[2J.txt"."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def encoding_of(start: bytes) -> str:
    """UTF-16 where the bytes begin with its mark, else UTF-8; the mark itself is not part of the text."""
    return "utf-16" if start.startswith(UTF16_MARKS) else "utf-8-sig"


def article_id(url: str | None, text: str) -> str:
    """The id of an article whose source gives none: a hash of its address, else of its words."""
    return sha256((url or text).encode("utf-8", "surrogatepass")).hexdigest()[:16]
