"""Examples in, a trained network out. The same examples, settings and machine give the same network."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from dragoman.coding.marking import Wordpieces
from dragoman.learning.network import Network
from dragoman.learning.rows import STATUSES, TYPES, Example, names_of, renamed

HIDDEN = "[MASK]"
NOT_KNOWN = -100  # what torch's cross entropy leaves out


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train; rates and shares were chosen on held-out rows of training/."""

    seed: int = 1
    epochs: int = 10
    rate: float = 1.5e-4
    heads_rate: float = 1.5e-3
    batch: int = 16
    smoothing: float = 0.1
    side: float = 0.3  # how much modes and statuses count beside the type
    renamed: float = 0.3  # share of rows whose parties get other rows' names
    masked: float = 0.05  # share of words hidden


@dataclass(frozen=True, slots=True)
class Labels:
    """What the three heads can answer, in the order of their scores."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]

    @staticmethod
    def of(examples: Sequence[Example]) -> Labels:
        modes = sorted({example.mode for example in examples if example.mode is not None})
        return Labels(TYPES, tuple(modes), tuple(STATUSES))

    @property
    def sizes(self) -> tuple[int, ...]:
        return len(self.types), len(self.modes), len(self.statuses)


@dataclass(frozen=True)
class Trainer:
    """Trains one network on one set of examples."""

    network: Network
    pieces: Wordpieces
    labels: Labels
    settings: Settings
    tell: Callable[[str], None]

    def train(self, examples: Sequence[Example]) -> Network:
        """The network after all epochs; its rate climbs for a tenth of the steps, then falls to nothing."""
        order = random.Random(self.settings.seed)
        steps = self.settings.epochs * math.ceil(len(examples) / self.settings.batch)
        optimizer, schedule = self._optimizer(steps)
        weights = type_weights(examples)
        for epoch in range(1, self.settings.epochs + 1):
            self.network.train()
            total = 0.0
            for batch in self._batches(examples, order):
                loss = self._loss(batch, weights, order)
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                total += loss.item() * len(batch)
            self.tell(f"epoch {epoch} of {self.settings.epochs}: loss {total / len(examples):.3f}")
        self.network.eval()
        return self.network

    def _optimizer(self, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
        groups = [
            {"params": list(self.network.encoder.parameters()), "lr": self.settings.rate},
            {"params": list(self.network.heads.parameters()), "lr": self.settings.heads_rate},
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        warm = steps / 10
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
        )
        return optimizer, schedule

    def _batches(self, examples: Sequence[Example], order: random.Random) -> Iterator[list[Example]]:
        """All examples once, those of like length together, in random order."""
        names, size = names_of(examples), self.settings.batch
        shown = [renamed(e, names, order) if order.random() < self.settings.renamed else e for e in examples]
        order.shuffle(shown)
        chunks = [sorted(shown[i : i + 8 * size], key=length) for i in range(0, len(shown), 8 * size)]
        batches = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
        order.shuffle(batches)
        yield from batches

    def _loss(self, batch: Sequence[Example], weights: Tensor, order: random.Random) -> Tensor:
        numbers = [self._hidden(self.pieces.numbers(example.pair), order) for example in batch]
        ids, mask = padded(numbers)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            types, modes, statuses = self.network(ids, mask)
        index = self.labels
        side = nn.CrossEntropyLoss(label_smoothing=self.settings.smoothing, ignore_index=NOT_KNOWN)
        loss = type_loss(types.float(), batch, weights, self.settings.smoothing)
        for scores, known in (
            (modes, [NOT_KNOWN if e.mode is None else index.modes.index(e.mode) for e in batch]),
            (statuses, [NOT_KNOWN if e.status is None else index.statuses.index(e.status) for e in batch]),
        ):
            if any(number != NOT_KNOWN for number in known):
                loss = loss + self.settings.side * side(scores.float(), torch.tensor(known))
        return loss

    def _hidden(self, numbers: list[int], order: random.Random) -> list[int]:
        hidden = self.pieces.number(HIDDEN)
        inner = range(1, len(numbers) - 1)
        return [
            hidden if i in inner and n not in self.pieces.markers and order.random() < self.settings.masked else n
            for i, n in enumerate(numbers)
        ]


def length(example: Example) -> int:
    """What examples are sorted by, so that a batch has little padding."""
    return len(example.pair.text)


def padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """The rows, filled up with zeros to the longest, and where they are not filled."""
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
    return ids, torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])


def type_weights(examples: Sequence[Example]) -> Tensor:
    """Every type counts the same, however many rows it has."""
    counts = Counter(kind for example in examples for kind in example.types)
    mean = sum(counts.values()) / len(counts)
    return torch.tensor([mean / counts[kind] if kind in counts else 0.0 for kind in TYPES])


def type_loss(scores: Tensor, batch: Sequence[Example], weights: Tensor, smoothing: float) -> Tensor:
    """Cross entropy with the right types' chances added up, smoothed as torch does."""
    logs = scores.log_softmax(-1)
    right = torch.tensor([[kind in example.types for kind in TYPES] for example in batch])
    losses = -logs.masked_fill(~right, -torch.inf).logsumexp(-1)
    counts = right.float()
    each = (counts @ weights) / counts.sum(-1)
    return (((1 - smoothing) * losses - smoothing * logs.mean(-1)) * each).sum() / each.sum()
