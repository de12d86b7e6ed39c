"""`dragoman code`: articles in, their events out, in the format that was asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from dragoman.cli.output import STANDARD_OUTPUT, output
from dragoman.cli.progress import tracked
from dragoman.cli.refuse import REFUSED, refuse
from dragoman.errors import InputError, SettingError
from dragoman.exports import EXPORTS, Coded, Export, jsonl
from dragoman.readers import find_inputs, publication_day, read_input, visible

CODERS = ("patterns",)


if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from typing_extensions import TypeIs

    from dragoman.records import Article, Event


class Coder(Protocol):
    """What codes articles: `dragoman.load()` gives one."""

    def code_all(self, articles: Iterable[Article], /) -> Iterator[Coded]: ...


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of `dragoman code`."""

    inputs: tuple[str, ...]
    published: date | None = None
    format: str = "table"
    out: str | None = None
    with_articles: bool = False
    codebook: Path | None = None
    model: str | None = None
    min_confidence: float = 0.0


Load = Callable[[Request], Coder]


def load(request: Request) -> Coder:
    """Dragoman's own coder."""
    import dragoman  # noqa: PLC0415  `--help` and a refused option need no coder

    return dragoman.load(request.codebook, request.model)


def command(
    context: typer.Context,
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.")],
    *,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="When articles that tell no day appeared.")
    ] = None,
    format: Annotated[str, typer.Option(metavar="|".join(EXPORTS), help="How to show the events.")] = "table",
    out: Annotated[str | None, typer.Option(metavar="PATH", help="Write there, not to standard output.")] = None,
    with_articles: Annotated[
        bool, typer.Option("--with-articles", help="jsonl: each article before its events.")
    ] = False,
    codebook: Annotated[str | None, typer.Option(metavar="DIR", help="Your own dictionaries, over ours.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="The spaCy model to parse with.")] = None,
    coder: Annotated[str, typer.Option(metavar="|".join(CODERS), help="What decides on an event.")] = "patterns",
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", metavar="0-1", help="Leave out events that are less sure.")
    ] = 0.0,
) -> int:
    """Code articles: who did what to whom, with the very words that say so."""
    chosen("--coder", coder, CODERS)
    if chosen("--format", format, EXPORTS) != "jsonl" and with_articles:
        raise SettingError("--with-articles goes with --format jsonl; leave one of them out")
    home = None if codebook is None else folder("--codebook", codebook)
    if not 0 <= min_confidence <= 1:
        raise SettingError(f"--min-confidence {min_confidence:g} is no share; write a number from 0 to 1")
    request = Request(tuple(inputs), _day(day), format, out, with_articles, home, model, min_confidence)
    return run(request, context.obj)


def run(request: Request, load: Load = load) -> int:
    """Codes and writes; the coder is loaded when the first article has been read. The exit code."""
    refusals = Refusals()
    files = [file for file in find_inputs(request.inputs) if not refusals.holds(file)]
    _refuse_overwriting(request.out, files)
    to_terminal = request.out in (None, STANDARD_OUTPUT) and sys.stdout.isatty()
    articles = _articles(tracked(files, to_terminal=to_terminal), request.published, refusals)
    with output(request.out) as file:
        _export(request)(surer(_coded(articles, lambda: load(request)), request.min_confidence), file)
    return REFUSED if refusals.count else 0


@dataclass(slots=True)
class Refusals:
    """Tells each refusal as it comes, and counts them for the exit code."""

    count: int = 0

    def holds(self, found: object) -> TypeIs[InputError]:
        """Whether `found` is a refusal."""
        if isinstance(found, InputError):
            self.count += 1
            refuse(found)
            return True
        return False


def chosen(option: str, value: str, known: Collection[str]) -> str:
    """`value` where it is one of those known."""
    if value not in known:
        raise SettingError(f'{option} "{visible(value)}" is not known; use one of {", ".join(known)}')
    return value


def folder(option: str, name: str) -> Path:
    """The folder of that name."""
    path = Path(name)
    if not path.is_dir():
        raise SettingError(f"{option} {visible(name)}: no such folder; check the path")
    return path


def _day(words: str | None) -> date | None:
    try:
        return None if words is None else publication_day(words)
    except ValueError as wrong:
        raise SettingError(f"--{wrong}") from None


def _articles(files: Iterable[str], published: date | None, refusals: Refusals) -> Iterator[Article]:
    for file in files:
        for found in read_input(file, published=published):
            if not refusals.holds(found):
                yield found


def _coded(articles: Iterator[Article], load: Callable[[], Coder]) -> Iterator[Coded]:
    first = next(articles, None)
    if first is not None:
        yield from load().code_all(chain([first], articles))


def surer(coded: Iterable[Coded], least: float) -> Iterator[Coded]:
    """Each article with the events that are at least so sure; a reason keeps its words when its event is left out."""
    for article, events in coded:
        kept = tuple(event for event in events if event.confidence >= least)
        known = {event.id for event in kept}
        yield article, tuple(event if len(kept) == len(events) else _without(event, known) for event in kept)


def _without(event: Event, known: Collection[str]) -> Event:
    reasons = (r if r.event in known else replace(r, event=None) for r in event.reason)
    return replace(event, reason=tuple(reasons))


def _export(request: Request) -> Export:
    return jsonl.write_with_articles if request.with_articles else EXPORTS[request.format]


def _refuse_overwriting(out: str | None, files: Iterable[str]) -> None:
    if out not in (None, STANDARD_OUTPUT) and Path(out or "").resolve() in {Path(file).resolve() for file in files}:
        raise SettingError(f"--out {visible(out or '')}: is an input too; write to another file")
