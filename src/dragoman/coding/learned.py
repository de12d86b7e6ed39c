"""Texts with a marked actor and recipient in, what a small trained encoder reads between them out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.coding.marking import MarkedText, Wordpieces
from dragoman.errors import ModelError
from dragoman.records import Status

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

__all__ = ["NONE", "LearnedReader", "MarkedText", "Reading", "decided"]

NONE = "NONE"
"""The type of two parties between which the text tells no act."""

HOME = Path(__file__).parent / "reader"
MODEL, TOKENIZER, LABELS = "model.int8.onnx", "tokenizer.json", "labels.json"
PACKAGES = ("numpy", "onnxruntime", "tokenizers")

SIBLINGS = (("CONCEDE", "RETREAT"),)
"""Types that are one in older ontologies, a promise and its keeping: together they are weighed against the others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the actor does to the recipient; `scores` are the calibrated chances of every type, NONE among them."""

    type: str
    mode: str | None
    status: Status
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the model's three outputs stand for, which modes a type has, and how far its scores are to be trusted."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[Status, ...]
    of_type: Mapping[str, tuple[str, ...]]
    temperature: float

    @staticmethod
    def load(file: Path) -> Labels:
        """Those of a labels.json."""
        try:
            row = json.loads(file.read_text("utf-8"))
            return Labels(
                tuple(row["types"]),
                tuple(row["modes"]),
                tuple(map(Status, row["statuses"])),
                {kind: tuple(modes) for kind, modes in row["modes_of_type"].items()},
                float(row["temperature"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ModelError(f"{file}: does not tell the model's labels; train it again with dragoman train") from None


@dataclass(frozen=True)
class LearnedReader:
    """Reads one pair at a time on one thread: numbers rounded to eight bits depend on what is beside them."""

    session: InferenceSession
    pieces: Wordpieces
    labels: Labels

    @staticmethod
    def load(folder: Path | None = None) -> LearnedReader | None:
        """The reader of the folder, else dragoman's own; None where its files or packages are not installed."""
        home = HOME if folder is None else folder
        if not all((home / name).is_file() for name in (MODEL, TOKENIZER, LABELS)):
            return None
        if any(find_spec(package) is None for package in PACKAGES):
            return None
        import onnxruntime  # noqa: PLC0415  a coder without the learned reader needs none

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        session = onnxruntime.InferenceSession(str(home / MODEL), options, providers=["CPUExecutionProvider"])
        return LearnedReader(session, Wordpieces.load(home / TOKENIZER), Labels.load(home / LABELS))

    def read(self, pairs: Sequence[MarkedText]) -> tuple[Reading, ...]:
        """A reading for each pair, in order."""
        return tuple(map(self._read, pairs))

    def _read(self, pair: MarkedText) -> Reading:
        types, modes, statuses = self.scores(pair)
        scores = dict(zip(self.labels.types, chances(types / self.labels.temperature), strict=True))
        kind = decided(scores)
        own = self.labels.of_type.get(kind, ())
        mode = max(own, key=lambda m: float(modes[self.labels.modes.index(m)]), default=None)
        return Reading(kind, None if mode == "-" else mode, self.labels.statuses[int(statuses.argmax())], scores)

    def scores(self, pair: MarkedText) -> tuple[NDArray[float32], NDArray[float32], NDArray[float32]]:
        """The model's own numbers for types, modes and statuses, before they are chances."""
        import numpy  # noqa: PLC0415

        numbers = numpy.array([self.pieces.numbers(pair)], dtype=numpy.int64)
        types, modes, statuses = self.session.run(None, {"numbers": numbers, "mask": numpy.ones_like(numbers)})
        return types[0], modes[0], statuses[0]


def chances(scores: NDArray[float32]) -> list[float]:
    """Softmax, rounded: a processor's last digits shall not change what is written."""
    import numpy  # noqa: PLC0415

    raised = numpy.exp(scores.astype(numpy.float64) - float(scores.max()))
    return [round(float(chance), 6) for chance in raised / raised.sum()]


def decided(scores: Mapping[str, float]) -> str:
    """The type with the highest chance, siblings taken together; the first of equals."""
    together = {kind: siblings for siblings in SIBLINGS for kind in siblings}

    def weight(kind: str) -> tuple[float, float]:
        return sum(scores.get(k, 0.0) for k in together.get(kind, (kind,))), scores[kind]

    return max(scores, key=weight)
