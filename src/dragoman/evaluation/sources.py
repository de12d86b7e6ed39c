"""Paths of gold in, their rows and the hash of their content out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import InputError

Read = TypeVar("Read")
UNUSABLE = (KeyError, TypeError, ValueError, AttributeError)
"""What a row of another shape raises where it is read."""


@dataclass(frozen=True)
class Source:
    """A gold file, or a folder of cases. Hold it to one reading: the hash is taken when it is first asked for."""

    path: Path

    @property
    def name(self) -> str:
        """Its own name, without where it lies."""
        return self.path.resolve().name

    @cached_property
    def sha256(self) -> str:
        """Of the file's bytes; of a folder, of the names and bytes of its files in order."""
        content = hashlib.sha256()
        if self.path.is_dir():
            for file in sorted(f for f in self.path.iterdir() if f.is_file()):
                content.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
        else:
            content.update(self.path.read_bytes())
        return content.hexdigest()


def read_rows(source: Source, read: Callable[[Mapping[str, Any]], Read]) -> Iterator[Read]:
    """Each line of a JSONL file, as `read` takes it; an InputError names the line that is of another shape."""
    for number, line in enumerate(read_text(source.path).split("\n"), 1):
        if line.strip():
            yield shaped(f"{source.path}, line {number}", line, read)


def shaped(where: str, text: str, read: Callable[[Mapping[str, Any]], Read]) -> Read:
    """The JSON object of `text`, as `read` takes it."""
    try:
        return read(json.loads(text))
    except KeyError as missing:
        raise InputError(where, f"has no {missing}; is it gold of this kind?") from None
    except UNUSABLE as wrong:
        raise InputError(where, f"is no gold of this kind ({wrong}); mend the row or give another file") from None


def read_text(path: Path) -> str:
    """The words of a file; an InputError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as wrong:
        raise InputError(str(path), f"cannot be read ({wrong.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise InputError(str(path), "is not UTF-8 text; give another file") from None
