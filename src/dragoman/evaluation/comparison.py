"""Two runs on the same gold in, what got better and what got worse out, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.evaluation.findings import Findings, Judged


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one item, a line for each thing."""

    item: Judged
    better: tuple[str, ...]
    worse: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of one kind of data, before and now, and the items that differ."""

    kind: str
    figures: Mapping[str, tuple[float | None, float | None]]
    changes: tuple[Change, ...]


def compare(before: Findings, now: Findings) -> Comparison:
    """An InputError where the two were made on other gold: their items do not mean the same."""
    if before.sha256 != now.sha256:
        raise InputError(now.source, f"is not the gold of the older run (its {before.kind}); run both on the same")
    figures = {
        name: (before.figures[name].value, figure.value)
        for name, figure in now.figures.items()
        if name in before.figures
    }
    older = {one.id: one for one in before.judged}
    changes = (change(older[one.id], one) for one in now.judged if one.id in older)
    return Comparison(now.kind, figures, tuple(c for c in changes if c.better or c.worse))


def change(before: Judged, now: Judged) -> Change:
    """Marks that rose or fell; false tellings that went or came."""
    better: list[str] = []
    worse: list[str] = []
    for label, mark in now.marks.items():
        old = before.marks.get(label)
        if old is not None and old.points != mark.points:
            (better if mark.points > old.points else worse).append(f"{label}: {old.words} → {mark.words}")
    gone, come = Counter(before.false) - Counter(now.false), Counter(now.false) - Counter(before.false)
    better += [f"no longer told falsely: {words}" for words in gone.elements()]
    worse += [f"told falsely: {words}" for words in come.elements()]
    return Change(now, tuple(better), tuple(worse))
