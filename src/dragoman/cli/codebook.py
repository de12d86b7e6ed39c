"""`dragoman codebook`: dictionaries in, what they hold or what is wrong with them out."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.code import folder

app = typer.Typer(help="Look after the dictionaries.")
app.callback()(lambda: None)


@app.command()
def check(
    home: Annotated[str | None, typer.Argument(metavar="[DIR]", help="Your own dictionaries, over ours.")] = None,
) -> int:
    """Read every dictionary and count what it holds; the first row that cannot be trusted is named."""
    chosen = None if home is None else folder("DIR", home)
    from dragoman import codebook  # noqa: PLC0415  `--help` reads no dictionary

    loaded = codebook.load(chosen)
    acts = loaded.acts.acts
    patterns = sum(len(act.patterns) for act in acts.values())
    print(f"{len(acts):,} acts, {patterns:,} patterns, {len(loaded.names):,} names: codebook {loaded.digest}")
    return 0
