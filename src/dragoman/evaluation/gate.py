"""Findings and a file of floors in, which floor holds out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluation.findings import Findings
from dragoman.evaluation.sources import UNUSABLE, read_text


@dataclass(frozen=True, slots=True)
class Floors:
    """What one kind of data must give: `file` is the gold, from the folder of the data, `sha256` its very content."""

    kind: str
    file: str
    sha256: str
    at_least: Mapping[str, float]
    at_most: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One floor (or ceiling) beside what was reached; a fault that is no number is told in `name`."""

    kind: str
    name: str
    bound: float | None
    reached: float | None
    holds: bool


def load_floors(path: Path) -> dict[str, Floors]:
    """By kind of data; an InputError where the file cannot be used."""
    try:
        raw = tomllib.loads(read_text(path))
        return {
            kind: Floors(kind, row["file"], row["sha256"], _rates(row.get("at_least")), _rates(row.get("at_most")))
            for kind, row in raw.items()
        }
    except UNUSABLE as wrong:
        raise InputError(str(path), f"is no file of floors ({wrong}); each kind has `file` and `sha256`") from None


def _rates(row: Mapping[str, float] | None) -> dict[str, float]:
    return {name: float(rate) for name, rate in (row or {}).items()}


def judge(floors: Floors, found: Findings | None) -> Iterator[Verdict]:
    """A verdict for each floor; one alone where the data are missing or are not those that the floors hold for."""
    if found is None:
        yield Verdict(floors.kind, "not measured", None, None, holds=False)
        return
    if found.sha256 != floors.sha256:
        yield Verdict(floors.kind, f"{found.source} is not the gold of the floors", None, None, holds=False)
        return
    for bounds, sign in ((floors.at_least, 1), (floors.at_most, -1)):
        for name, bound in bounds.items():
            figure = found.figures.get(name)
            reached = figure.value if figure is not None else None
            holds = reached is not None and sign * reached >= sign * bound
            yield Verdict(floors.kind, name, bound, reached, holds)
