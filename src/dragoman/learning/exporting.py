"""A trained network in, the files that the learned reader loads out: eight-bit ONNX, wordpieces, labels."""

from __future__ import annotations

import json
import math
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.coding.learned import LABELS, MODEL, TOKENIZER, LearnedReader, chances
from dragoman.coding.marking import Wordpieces
from dragoman.errors import ModelError
from dragoman.learning.network import Network
from dragoman.learning.rows import TYPES, Example
from dragoman.learning.training import Labels, padded

INPUTS, OUTPUTS = ("numbers", "mask"), ("types", "modes", "statuses")
OPSET = 17


def export(network: Network, pieces: Wordpieces, labels: Labels, examples: Sequence[Example], out: Path) -> None:
    """Writes the three files; the temperature is 1 until `calibrate` finds it."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "model.onnx"
        _as_onnx(network, whole)
        quantize_dynamic(str(whole), str(out / MODEL), weight_type=QuantType.QInt8, per_channel=True)
    pieces.tokenizer.save(str(out / TOKENIZER))
    row = {
        "types": labels.types,
        "modes": labels.modes,
        "statuses": labels.statuses,
        "modes_of_type": modes_of_type(examples),
        "temperature": 1.0,
    }
    _write(row, out / LABELS)


def _as_onnx(network: Network, file: Path) -> None:
    numbers, mask = padded([list(range(1, 9))])
    free = {name: {0: "texts", 1: "wordpieces"} for name in INPUTS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer's own remarks on its future
        torch.onnx.export(
            network.eval(),
            (numbers, mask),
            str(file),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=free,
            opset_version=OPSET,
            dynamo=False,
        )


def modes_of_type(examples: Iterable[Example]) -> dict[str, list[str]]:
    """The modes that each type has among the examples."""
    found: dict[str, set[str]] = {}
    for example in examples:
        if example.mode is not None:
            found.setdefault(example.type, set()).add(example.mode)
    return {kind: sorted(modes) for kind, modes in sorted(found.items())}


def calibrate(out: Path, held: Sequence[Example]) -> float:
    """Writes the temperature under which the chances on the held-out examples are likeliest; gives it back."""
    reader = loaded(out)
    scores = [reader.scores(example.pair)[0] for example in held]
    row = json.loads((out / LABELS).read_text("utf-8"))
    choices = [round(0.5 + 0.05 * step, 2) for step in range(51)]
    best = min(choices, key=lambda temperature: surprise(scores, held, temperature)) if held else 1.0
    _write({**row, "temperature": best}, out / LABELS)
    return best


def surprise(
    scores: Sequence[numpy.typing.NDArray[numpy.float32]], held: Sequence[Example], temperature: float
) -> float:
    """The mean negative logarithm of the right types' chances."""
    order = {kind: place for place, kind in enumerate(TYPES)}
    total = 0.0
    for numbers, example in zip(scores, held, strict=True):
        each = chances(numbers / temperature)
        total -= math.log(max(1e-6, sum(each[order[kind]] for kind in example.types)))
    return total / len(held)


def loaded(out: Path) -> LearnedReader:
    """The reader of the files that were written."""
    reader = LearnedReader.load(out)
    if reader is None:
        raise ModelError(f"{out}: holds no learned reader; train it again with dragoman train")
    return reader


def accuracy(network: Network, pieces: Wordpieces, held: Sequence[Example], labels: Labels) -> float:
    """The share of examples whose type the network, before it is cut to eight bits, gets right."""
    with torch.no_grad():
        said = [labels.types[int(network(*padded([pieces.numbers(e.pair)]))[0].argmax())] for e in held]
    return sum(kind in e.types for kind, e in zip(said, held, strict=True)) / len(held)


def accuracy_of_reader(reader: LearnedReader, held: Sequence[Example]) -> float:
    """The share of examples whose type the reader gets right."""
    scores = [reader.scores(e.pair)[0] for e in held]
    said = [reader.labels.types[int(s.argmax())] for s in scores]
    return sum(kind in e.types for kind, e in zip(said, held, strict=True)) / len(held)


def _write(row: dict[str, object], file: Path) -> None:
    file.write_text(json.dumps(row, indent=1, ensure_ascii=False) + "\n", "utf-8")
