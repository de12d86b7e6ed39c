"""What went wrong in, one line on standard error out."""

from __future__ import annotations

import sys

from dragoman.readers import visible

REFUSED = 2
STOPPED = 130  # what a shell gives for a command that Ctrl-C ended

# A line of a thousand characters says nothing to a person that its beginning does not.
LONGEST_LINE = 1000


def refuse(error: Exception | str) -> None:
    """Prints the one line that says what is refused, why, and what to do."""
    line = " ".join(str(error).split())
    print(f"dragoman: {visible(line, longest=LONGEST_LINE)}", file=sys.stderr)
