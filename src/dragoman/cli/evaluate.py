"""`dragoman evaluate`: gold in, how well the coder codes it out; 1 where a floor does not hold."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from dragoman.cli.code import CODERS, Request, chosen, folder
from dragoman.cli.output import output
from dragoman.errors import InputError, SettingError
from dragoman.readers import visible

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.codebook import Codebook
    from dragoman.evaluation import Findings, Floors, Run, Source
    from dragoman.evaluation.pairs import Relation
    from dragoman.records import Article, Event

FALLEN = 1
BENCH = "DRAGOMAN_BENCH"
KINDS = {"snippets": "--gold", "cases": "--cases", "pairs": "--pairs"}


class Coder(Protocol):
    """What can be evaluated: `dragoman.load()` gives one."""

    @property
    def codebook(self) -> Codebook: ...

    def code(self, article: Article, /) -> Iterable[Event]: ...

    def relation(
        self, text: str, actor: tuple[int, int], recipient: tuple[int, int] | None = None, /, *, by: str
    ) -> Relation: ...


def command(
    context: typer.Context,
    *,
    gold: Annotated[str | None, typer.Option(metavar="FILE", help="Annotated snippets, JSONL.")] = None,
    cases: Annotated[str | None, typer.Option(metavar="DIR", help="Whole articles with what is expected.")] = None,
    pairs: Annotated[str | None, typer.Option(metavar="FILE", help="Marked actors and recipients, JSONL.")] = None,
    coder: Annotated[str, typer.Option(metavar="|".join(CODERS), help="What decides on an event.")] = "patterns",
    out: Annotated[str | None, typer.Option(metavar="RUN.json", help="Keep the run, to compare others with.")] = None,
    compare: Annotated[str | None, typer.Option(metavar="OLD.json", help="Tell what changed since that run.")] = None,
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Show so many items that went wrong.")] = 0,
    floors: Annotated[
        str | None, typer.Option(metavar="FILE", help="End with 1 where a figure is under these.")
    ] = None,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="Let floors fall, and say so.")] = False,
    codebook: Annotated[str | None, typer.Option(metavar="DIR", help="Your own dictionaries, over ours.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="The spaCy model to parse with.")] = None,
) -> int:
    """Measure the coder against gold; floors are looked for in the folder that DRAGOMAN_BENCH names."""
    from dragoman.evaluation import gate, runs  # noqa: PLC0415  `--help` measures nothing

    chosen("--coder", coder, CODERS)
    bounds = {} if floors is None else gate.load_floors(Path(floors))
    named = {"snippets": gold, "cases": cases, "pairs": pairs}
    sources = {kind: found for kind in KINDS if (found := _source(kind, named[kind], bounds.get(kind)))}
    if not sources:
        raise SettingError(f"there is nothing to measure on; give {', '.join(KINDS.values())}, or set {BENCH}")
    older = None if compare is None else runs.load_run(Path(compare))
    home = None if codebook is None else folder("--codebook", codebook)
    reader: Coder = context.obj(Request((), codebook=home, model=model))
    run = measure(reader, sources, coder=coder)
    if out is not None:
        with output(out) as file:
            file.write(json.dumps(runs.as_row(run), indent=1) + "\n")
    told = _console()
    if floors is None or errors or older is not None:
        _tell(told, run, errors, older)
    return _gate(told, run, bounds, allow_regression=allow_regression) if floors is not None else 0


def measure(reader: Coder, sources: dict[str, Source], *, coder: str) -> Run:
    """All findings of the coder on the sources."""
    from dragoman import evaluation  # noqa: PLC0415
    from dragoman.evaluation import cases, pairs, snippets  # noqa: PLC0415

    measures: dict[str, Callable[[Source], Findings]] = {
        "snippets": lambda source: snippets.evaluate(source, reader.code),
        "cases": lambda source: cases.evaluate(source, reader.code),
        "pairs": lambda source: pairs.evaluate(source, partial(reader.relation, by=coder)),
    }
    findings = tuple(measures[kind](source) for kind, source in sources.items())
    return evaluation.Run(_version(), reader.codebook.digest, coder, findings)


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415

    return version("dragoman")


def _source(kind: str, named: str | None, floors: Floors | None) -> Source | None:
    """The gold that the command line names, else that of the floors in the folder of the data."""
    from dragoman.evaluation import Source  # noqa: PLC0415

    bench = os.environ.get(BENCH)
    if named is None and floors is not None and bench:
        named = str(Path(bench) / floors.file)
    if named is None:
        return None
    path = Path(named)
    if not (path.is_dir() if kind == "cases" else path.is_file()):
        raise InputError(visible(named), f"no such {'folder' if kind == 'cases' else 'file'} for {KINDS[kind]}")
    return Source(path)


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415

    wide = None if sys.stdout.isatty() else 200  # a file has no edge at which a table must be folded
    return Console(file=sys.stdout, width=wide, highlight=False, markup=False, emoji=False)


def _tell(console: Console, run: Run, errors: int, older: Run | None) -> None:
    from dragoman.evaluation import compare, report  # noqa: PLC0415

    for found in run.findings:
        for shown in (*report.shown_findings(found), *report.shown_errors(found, errors)):
            console.print(shown)
        before = None if older is None else older.of(found.kind)
        if before is not None:
            for shown in report.shown_comparison(compare(before, found)):
                console.print(shown)
        console.print()


def _gate(console: Console, run: Run, bounds: dict[str, Floors], *, allow_regression: bool) -> int:
    from dragoman.evaluation import judge, report  # noqa: PLC0415

    verdicts = [verdict for kind, floors in bounds.items() for verdict in judge(floors, run.of(kind))]
    console.print(report.shown_verdicts(verdicts))
    fallen = [verdict for verdict in verdicts if not verdict.holds]
    if not fallen:
        return 0
    floors = f"{len(fallen)} floor{'' if len(fallen) == 1 else 's'} fell"
    if allow_regression:
        console.print(f"{floors} and was let fall: write a line under “Codes differently” in CHANGELOG.md")
        return 0
    console.print(f"{floors}: mend the coder, or lower the floor with --allow-regression and a line in CHANGELOG.md")
    return FALLEN
