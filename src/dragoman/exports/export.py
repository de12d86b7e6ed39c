"""What every export is: coded articles in, text written to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TextIO

from dragoman.records import Article, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

Coded = tuple[Article, tuple[Event, ...]]


class Export(Protocol):
    """Writes the articles one by one as they come, and holds none back."""

    def __call__(self, coded: Iterable[Coded], file: TextIO, /) -> None: ...
