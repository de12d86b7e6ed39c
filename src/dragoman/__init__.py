"""Political news in, a sourced ledger of who did what to whom out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DictionaryError, DragomanError, InputError, ModelError, SettingError
from dragoman.records import Actor, Article, Attribution, Count, Event, Place, Reason, Span, When

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Count",
    "DictionaryError",
    "DragomanError",
    "Event",
    "InputError",
    "ModelError",
    "Place",
    "Reason",
    "SettingError",
    "Span",
    "When",
    "load",
]


def load(codebook: Path | None = None, model: str | None = None) -> Coder:
    """A coder with dragoman's dictionaries, those of the folder `codebook` and the spaCy model named `model`."""
    from dragoman.pipeline import load as load_coder  # noqa: PLC0415  spaCy only when it is asked for

    return load_coder(codebook, model)
