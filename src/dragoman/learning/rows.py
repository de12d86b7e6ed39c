"""Training files and pairs in, examples out.

A training file is named after its type; its rows are `mode | status | sentence` with `[A the actor]` and
`[R the recipient]` in the sentence, `-` for no mode; lines with # are comments. A pair is a JSON object a line:
`text`, `actor` and `recipient` (`start`, `end`; null), `type` (or `root15`) and, where known, `mode` and `status`.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.coding.marking import MarkedText
from dragoman.errors import InputError
from dragoman.records import Status

NONE = "NONE"
TYPES = (
    *"AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION".split(),
    *"MOBILIZE COERCE ASSAULT NONE".split(),
)
STATUSES = (Status.ACTUAL, Status.FUTURE, Status.HYPOTHETICAL, Status.NEGATED)

FOLDED = {"YIELD": ("CONCEDE", "RETREAT")}
"""Labels of other people's pairs that leave open which of several types it is."""

MARK = re.compile(r"\[([AR]) ([^\[\]]+)\]")
FIELDS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A marked text and what it tells: `types` are the types that would be right; None is not known."""

    pair: MarkedText
    types: tuple[str, ...]
    mode: str | None = None
    status: Status | None = None

    @property
    def type(self) -> str:
        """The first of the right types."""
        return self.types[0]


def read_folder(folder: Path) -> tuple[Example, ...]:
    """The rows of every training file of the folder, by file name."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise InputError(str(folder), "holds no training file; name the folder with accuse.txt and the others")
    return tuple(example for file in files for example in read_file(file))


def read_file(file: Path) -> Iterator[Example]:
    """The rows of one training file; the first that cannot be trusted is refused."""
    kind = file.stem.upper()
    if kind not in TYPES:
        raise InputError(str(file), f"is named after no type; use one of {', '.join(TYPES).lower()}")
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield example_of(line, kind, f"{file}, line {number}")


def example_of(line: str, kind: str, source: str) -> Example:
    """One row, "mode | status | sentence"."""
    fields = [field.strip() for field in line.split("|", FIELDS - 1)]
    if len(fields) != FIELDS:
        raise InputError(source, "has not three fields; write: mode | status | sentence")
    mode, status, sentence = fields
    if status not in STATUSES and not (kind == NONE and status == "-"):
        raise InputError(source, f'"{status}" is no status; use one of {", ".join(STATUSES)}')
    return Example(
        unmarked(sentence, source),
        (kind,),
        None if kind == NONE else mode,
        None if status == "-" else Status(status),
    )


def unmarked(sentence: str, source: str) -> MarkedText:
    """The sentence without its brackets, and where the two stand in it."""
    text, spans, done = "", dict[str, tuple[int, int]](), 0
    for mark in MARK.finditer(sentence):
        text += sentence[done : mark.start()]
        if mark[1] in spans:
            raise InputError(source, f"marks [{mark[1]} ...] twice; mark it once")
        spans[mark[1]] = (len(text), len(text) + len(mark[2]))
        text, done = text + mark[2], mark.end()
    text += sentence[done:]
    if "A" not in spans or "[A" in text or "[R" in text:
        raise InputError(source, "marks no actor or leaves a bracket open; write [A Iran] and [R Iraq]")
    return MarkedText(text, spans["A"], spans.get("R"))


def read_pairs(file: Path) -> Iterator[Example]:
    """The pairs of a JSON Lines file; the first that cannot be trusted is refused."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield pair_of(line, f"{file}, line {number}")


def pair_of(line: str, source: str) -> Example:
    """One pair."""
    try:
        row = json.loads(line)
        label = row.get("type", row.get("root15"))
        status = row.get("status")
        example = Example(
            MarkedText(row["text"], _span(row["actor"]), _span(row["recipient"]) if row.get("recipient") else None),
            FOLDED.get(label, (label,)),
            row.get("mode"),
            None if status is None else Status(status),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError(source, "is no pair; give text, actor {start, end}, recipient or null, and type") from None
    if not set(example.types) <= set(TYPES):
        raise InputError(source, f'"{label}" is no type; use one of {", ".join(TYPES)}')
    return example


def _span(words: dict[str, Any]) -> tuple[int, int]:
    return int(words["start"]), int(words["end"])


def split(examples: Sequence[Example], seed: int, share: float = 0.1) -> tuple[list[Example], list[Example]]:
    """Those to learn from and those held out, the same share of each type."""
    order = random.Random(seed)
    learned, held = list[Example](), list[Example]()
    for kind in TYPES:
        own = [example for example in examples if example.type == kind]
        order.shuffle(own)
        cut = round(len(own) * share)
        held += own[:cut]
        learned += own[cut:]
    return learned, held


def renamed(example: Example, names: Sequence[str], order: random.Random) -> Example:
    """The same act of other people: who it is shall not tell what was done."""
    pair, spans = example.pair, [example.pair.actor]
    if pair.recipient is not None:
        spans.append(pair.recipient)
    text, moved, done = "", dict[tuple[int, int], tuple[int, int]](), 0
    for start, end in sorted(spans):
        text += pair.text[done:start]
        name = order.choice(names)
        moved[start, end] = (len(text), len(text) + len(name))
        text, done = text + name, end
    text += pair.text[done:]
    recipient = None if pair.recipient is None else moved[pair.recipient]
    return Example(MarkedText(text, moved[pair.actor], recipient), example.types, example.mode, example.status)


def names_of(examples: Iterable[Example]) -> tuple[str, ...]:
    """Every marked name once, in order of the alphabet."""
    pairs = [example.pair for example in examples]
    spans = [(p.text, s) for p in pairs for s in (p.actor, p.recipient) if s is not None]
    return tuple(sorted({text[start:end] for text, (start, end) in spans}))
