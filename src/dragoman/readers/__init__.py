"""Files, folders and standard input in, articles out; what is refused comes out as the error that says why."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.readers import find, jsonl, plain
from dragoman.readers.days import publication_day
from dragoman.readers.find import STANDARD_INPUT
from dragoman.readers.source import LIMIT, Reader, Source, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from io import BufferedReader

    from dragoman.records import Article

__all__ = [
    "LIMIT",
    "READERS",
    "STANDARD_INPUT",
    "Reader",
    "Source",
    "find_inputs",
    "publication_day",
    "read_input",
    "read_inputs",
    "visible",
]

# A new input format: a module with `read(source)` that gives articles and refusals, and a line here.
READERS: dict[str, Reader] = {
    ".jsonl": jsonl.read,
    ".txt": plain.read,
}


def find_inputs(inputs: Iterable[str]) -> Iterator[str | InputError]:
    """The files that `inputs` mean, folders opened; each is for `read_input`."""
    return find.find_inputs(inputs, READERS)


def read_inputs(
    inputs: Iterable[str],
    *,
    published: date | None = None,
    limit: int = LIMIT,
    stdin: BufferedReader | None = None,
) -> Iterator[Article | InputError]:
    """The articles of files, folders and `-`; `published` is the day of those that tell none."""
    for name in find_inputs(inputs):
        if isinstance(name, InputError):
            yield name
        else:
            yield from read_input(name, published=published, limit=limit, stdin=stdin)


def read_input(
    name: str,
    *,
    published: date | None = None,
    limit: int = LIMIT,
    stdin: BufferedReader | None = None,
) -> Iterator[Article | InputError]:
    """The articles of one file, or of standard input for `-`."""
    shown = "standard input" if name == STANDARD_INPUT else name
    try:
        with _opened(name, stdin) as stream:
            source = Source(shown, stream, published, limit)
            read = _reader_by_start(source) if _is_nameless(name, stream) else READERS.get(_suffix(name))
            yield from [_unknown(source)] if read is None else read(source)
    except FileNotFoundError:
        yield InputError(visible(shown), "no such file; check the path")
    except OSError as error:
        yield InputError(visible(shown), f"cannot be read ({error.strerror}); check the file and its permissions")


def _opened(name: str, stdin: BufferedReader | None) -> AbstractContextManager[BufferedReader]:
    """Standard input is left open: it is not ours to close."""
    if name != STANDARD_INPUT:
        return Path(name).open("rb")
    return nullcontext(stdin or open(sys.stdin.fileno(), "rb", closefd=False))


def _is_nameless(name: str, stream: BufferedReader) -> bool:
    """Standard input, pipes and devices have no suffix that tells their format."""
    return name == STANDARD_INPUT or not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)


def _reader_by_start(source: Source) -> Reader:
    """What begins with a brace is JSON rows, all else a text."""
    start = source.stream.peek(64).lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return jsonl.read if start.startswith(b"{") else plain.read


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _unknown(source: Source) -> InputError:
    known = " or ".join(READERS)
    return source.refusal(f'format "{visible(_suffix(source.name))}" is not known; convert it to {known}')
