"""A path in, a file to write to out: standard output, or a file that takes its name only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dragoman.errors import SettingError
from dragoman.readers import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_OUTPUT = "-"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def output(out: str | None) -> Iterator[TextIO]:
    """Where to write; after an error a file keeps what it held before."""
    shown = "standard output" if out is None else f"--out {visible(out)}"
    try:
        with _standard() if out in (None, STANDARD_OUTPUT) else _file(Path(out or "")) as file:
            yield file
    except OSError as error:
        if error.errno in FULL:
            raise SettingError(f"{shown}: the disk is full; make room or write elsewhere") from None
        raise


@contextmanager
def _standard() -> Iterator[TextIO]:
    """A reader that has seen enough (`| head`) ends the work without a word."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A pipe gets UTF-8 whatever the locale; a terminal keeps its own, and a mark for what it cannot show.
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _file(path: Path) -> Iterator[TextIO]:
    """Written beside its place and moved there at the end; a device or a pipe is written to as it is."""
    if path.is_dir():
        raise SettingError(f"--out {visible(str(path))}: is a folder; name a file in it")
    path = path.resolve()  # what a link points to, not the link
    is_new_or_regular = path.is_file() or not path.exists()
    written = path.with_name(f".{path.name}.{os.getpid()}.part") if is_new_or_regular else path
    try:
        file = written.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingError(
            f"--out {visible(str(path))}: cannot be written ({error.strerror}); choose another path"
        ) from None
    try:
        with file:
            yield file
        if written != path:
            _move(written, path)
    finally:
        if written != path:
            written.unlink(missing_ok=True)


def _move(written: Path, path: Path) -> None:
    if path.exists():
        shutil.copymode(path, written)
    written.replace(path)
