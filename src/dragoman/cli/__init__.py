"""The words of a command line in, an exit code out: the table of commands.

0 is done; 1 is measured and found wanting; 2 is done but for what was refused, or refused altogether; 130 is stopped
by hand. No language model is loaded until there is an article to read.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer
from typer.exceptions import TyperException

from dragoman.cli import code, codebook, evaluate, relate, train
from dragoman.cli.refuse import REFUSED, STOPPED, refuse
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

app = typer.Typer(
    help="Reads news articles and codes who did what to whom, with the very words that say so.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.callback()(lambda: None)
# A new command: a module here, and a line.
app.command("code")(code.command)
app.command("relate")(relate.command)
app.command("train")(train.command)
app.command("evaluate")(evaluate.command)
app.add_typer(codebook.app, name="codebook")


def main(args: Sequence[str] | None = None, *, load: code.Load = code.load) -> int:
    """Runs the command that `args`, or the command line, tell; what goes wrong is told in one line.

    `load` gives the coder, for those who bring their own.
    """
    words = sys.argv[1:] if args is None else args
    try:
        return int(app(list(words), prog_name="dragoman", standalone_mode=False, obj=load) or 0)
    except TyperException as error:
        refuse(f"{error.format_message().rstrip('.')}; see dragoman --help")
    except DragomanError as error:
        refuse(error)
    except KeyboardInterrupt:
        return STOPPED
    return REFUSED
