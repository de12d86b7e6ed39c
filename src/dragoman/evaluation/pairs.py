"""Marked pairs and the relations that the coder tells in, macro-F1 by type, quad class and half out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from dragoman.evaluation.findings import Cell, Findings, Judged, Mark, Table
from dragoman.evaluation.folding import load_folding
from dragoman.evaluation.measures import DRAWS, Label, figures, label_f1, macro_f1, ratio, retrieval
from dragoman.evaluation.sources import Source, read_rows

NONE = "NONE"
CONFLICT = 3
"""The first quad class of the second half: verbal and material conflict."""


class Relation(Protocol):
    """What a coder tells of a marked pair; `type` is None where it tells nothing."""

    @property
    def type(self) -> str | None: ...


Relate = Callable[[str, tuple[int, int], tuple[int, int] | None], Relation]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text with a marked actor and recipient, and the labels that the gold gives."""

    id: str
    text: str
    actor: tuple[int, int] | None
    recipient: tuple[int, int] | None
    root: str
    quad: int
    binary: int


class View(NamedTuple):
    """One answer as it is counted: the gold's labels and those told, in the three views."""

    root: tuple[Label, Label]
    quad: tuple[Label, Label]
    binary: tuple[Label, Label]


@dataclass(frozen=True, slots=True)
class Answer:
    """A pair beside the root told of it; NONE where nothing was told, or no PLOVER type."""

    pair: Pair
    root: str

    @property
    def view(self) -> View:
        """Both sides' labels; NONE in every view where nothing was told."""
        quad: Label = load_folding().quads.get(self.root, NONE)
        binary: Label = NONE if isinstance(quad, str) else int(quad >= CONFLICT)
        return View((self.pair.root, self.root), (self.pair.quad, quad), (self.pair.binary, binary))


def evaluate(source: Source, relate: Relate, draws: int = DRAWS) -> Findings:
    """What the marked pairs of a file say of a coder."""
    answers = [answer(pair, relate) for pair in read_pairs(source)]
    size = {"pairs": len(answers), "answered": sum(a.root != NONE for a in answers)}
    tables = {"types": types(answers), "confusion": confused(answers)}
    judged = tuple(map(_judged, answers))
    found = figures([a.view for a in answers], rates, draws)
    return Findings("pairs", source.name, source.sha256, size, found, tables, judged)


def read_pairs(source: Source) -> tuple[Pair, ...]:
    """The pairs of a file; an InputError names the line that cannot be used."""
    return tuple(read_rows(source, _pair))


def _pair(row: Mapping[str, Any]) -> Pair:
    actor, recipient = ((row[k]["start"], row[k]["end"]) if row[k] else None for k in ("actor", "recipient"))
    return Pair(row["id"], row["text"], actor, recipient, row["root15"], row["quad"], row["binary"])


def answer(pair: Pair, relate: Relate) -> Answer:
    """What the coder tells of the pair; without a marked actor there is nothing to ask."""
    told = relate(pair.text, pair.actor, pair.recipient).type if pair.actor is not None else None
    return Answer(pair, load_folding().root(told) or NONE)


def rates(views: Sequence[View]) -> dict[str, float | None]:
    """Macro-F1 and accuracy of the three views."""
    quads = load_folding().quads
    labels: dict[str, Sequence[Label]] = {"root": sorted(quads), "quad": sorted(set(quads.values())), "binary": (0, 1)}
    found: dict[str, float | None] = {}
    for name, sides in zip(View._fields, zip(*views, strict=True), strict=False):
        counted = Counter(sides)
        found[f"{name}_f1"] = macro_f1(counted, labels[name])
        found[f"{name}_accuracy"] = ratio(sum(n for (true, told), n in counted.items() if true == told), len(views))
    return found


def types(answers: Sequence[Answer]) -> Table:
    """A row for each label."""
    counted = Counter(a.view.root for a in answers)
    rows = tuple(_type_row(label, counted) for label in sorted(load_folding().quads))
    return Table(("type", "gold", "said", "P", "R", "F1", "taken for"), rows)


def _type_row(label: str, counted: Mapping[tuple[Label, Label], int]) -> tuple[Cell, ...]:
    gold = sum(n for (true, _), n in counted.items() if true == label)
    said = sum(n for (_, told), n in counted.items() if told == label)
    hits = counted.get((label, label), 0)
    got = retrieval(hits, said - hits, gold - hits)
    wrong = Counter({told: n for (true, told), n in counted.items() if true == label != told})
    taken = ", ".join(f"{told} {n}" for told, n in sorted(wrong.items(), key=lambda p: (-p[1], p[0]))[:3])
    return (label, gold, said, got.precision, got.recall, label_f1(counted, label), taken)


def confused(answers: Sequence[Answer]) -> Table:
    """The confusion matrix: a row for each gold label, a column for each that was told."""
    labels = sorted(load_folding().quads)
    counted = Counter(a.view.root for a in answers)
    told = [*labels, NONE]
    rows: list[tuple[Cell, ...]] = [(label, *(counted[label, other] for other in told)) for label in labels]
    return Table(("gold", *told), tuple(rows))


def _judged(one: Answer) -> Judged:
    right = one.root == one.pair.root
    words = "right" if right else f"taken for {one.root}"
    marked = [one.pair.text[s[0] : s[1]] if s is not None else "-" for s in (one.pair.actor, one.pair.recipient)]
    label = f"{one.pair.root} [{marked[0]}] > [{marked[1]}]"
    return Judged(one.pair.id, one.pair.text, {label: Mark(int(right), words, right)})
