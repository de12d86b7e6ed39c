"""Files in, the same files out, with a bar on standard error for a person who waits."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# So many are done before a person wonders.
FEW = 3


def tracked(files: Sequence[str], *, to_terminal: bool) -> Iterator[str]:
    """Each file; the bar stays away where the events themselves go `to_terminal`, and where nobody watches."""
    if len(files) <= FEW or to_terminal or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console  # noqa: PLC0415  a person waits: only then is it worth its time
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(files)
