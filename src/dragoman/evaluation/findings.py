"""The nouns of an evaluation: what one kind of data says of the coder, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.evaluation.measures import Figure

Cell = str | int | float | None


class Mark(NamedTuple):
    """How well one thing of the gold was told: more points are better; `words` say it to a person."""

    points: int
    words: str
    right: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """One item: a mark for each thing that its gold holds, and what was told beside it, falsely."""

    id: str
    text: str
    marks: Mapping[str, Mark] = field(default_factory=dict)
    false: tuple[str, ...] = ()

    @property
    def is_flawless(self) -> bool:
        """Whether all was told, rightly, and nothing beside it."""
        return not self.false and all(mark.right for mark in self.marks.values())


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; a rate is a float, a number an int."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What one kind of data says. `sha256` names the gold's very content."""

    kind: str
    source: str
    sha256: str
    size: Mapping[str, int]
    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    judged: tuple[Judged, ...]
