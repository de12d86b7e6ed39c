"""Files, folders and `-` in, the files to read out, in an order that does not change from day to day."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.readers.source import visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STANDARD_INPUT = "-"


def find_inputs(inputs: Iterable[str], suffixes: Collection[str]) -> Iterator[str | InputError]:
    """Each input as it is; for a folder, the files below it that end in one of `suffixes`, sorted."""
    for name in inputs:
        if name != STANDARD_INPUT and _is_folder(name):
            yield from _below(name, suffixes)
        else:
            yield name


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except OSError:  # a whole article given as a name is too long for one: opening it says so
        return False


def _below(folder: str, suffixes: Collection[str]) -> Iterator[str | InputError]:
    found, closed = [], list[OSError]()
    for parent, _, names in os.walk(folder, onerror=closed.append):
        found += [Path(parent, name) for name in names if Path(name).suffix.lower() in suffixes]
    for error in closed:
        yield InputError(visible(str(error.filename)), f"cannot be opened ({error.strerror}); change its permissions")
    # A pipe would wait for ever; a link that leads nowhere is refused when it is opened.
    kept = sorted(str(path) for path in found if path.is_file() or not path.exists())
    yield from kept
    if not kept and not closed:
        yield InputError(
            visible(folder), f"holds no file that ends in {' or '.join(sorted(suffixes))}; put articles there"
        )
