"""Numbers of wordpieces in, scores of types, modes and statuses out: a small encoder with three heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

DROPOUT = 0.1


class Network(nn.Module):
    """MiniLM's encoder; the heads see the mean of all words and the markers before actor and recipient."""

    def __init__(self, base: Path, markers: tuple[int, int], sizes: tuple[int, ...]) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="eager")
        self.markers = markers
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(DROPOUT)
        self.heads = nn.ModuleList(nn.Linear(3 * width, size) for size in sizes)

    def forward(self, numbers: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """One row of scores a text and head; a text without recipient has zeros where its marker would be."""
        hidden = self.encoder(input_ids=numbers, attention_mask=mask).last_hidden_state
        seen = [mask, *((numbers == marker).to(mask.dtype) for marker in self.markers)]
        pooled = self.dropout(torch.cat([mean(hidden, where) for where in seen], -1))
        return tuple(head(pooled) for head in self.heads)


def mean(hidden: Tensor, where: Tensor) -> Tensor:
    """The mean of the words where it is 1; zeros where it is so nowhere."""
    weights = where.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1.0)
