"""`dragoman relate`: marked pairs in, what the one does to the other out, a line for a line and in order."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from dragoman.cli.code import Refusals, chosen, folder
from dragoman.cli.output import STANDARD_OUTPUT, output
from dragoman.cli.refuse import REFUSED
from dragoman.errors import InputError
from dragoman.readers import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dragoman.records import Status

CODERS = ("full", "patterns", "learned")
FORMATS = ("jsonl",)


class Relation(Protocol):
    """An answer."""

    @property
    def type(self) -> str | None: ...
    @property
    def mode(self) -> str | None: ...
    @property
    def status(self) -> Status: ...
    @property
    def confidence(self) -> float: ...
    @property
    def by(self) -> str: ...


class Coder(Protocol):
    """What answers: `dragoman.load()` gives one."""

    def relation(
        self, text: str, actor: tuple[int, int], recipient: tuple[int, int] | None = None, *, by: str
    ) -> Relation: ...


@dataclass(frozen=True, slots=True)
class Pair:
    """A question: what does the actor do to the recipient in this text?"""

    id: str
    text: str
    actor: tuple[int, int]
    recipient: tuple[int, int] | None


def command(
    pairs: Annotated[str, typer.Argument(metavar="PAIRS", help="A JSON Lines file, or - for standard input.")],
    *,
    format: Annotated[str, typer.Option(metavar="|".join(FORMATS), help="How to write the answers.")] = "jsonl",
    out: Annotated[str | None, typer.Option(metavar="PATH", help="Write there, not to standard output.")] = None,
    codebook: Annotated[str | None, typer.Option(metavar="DIR", help="Your own dictionaries, over ours.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="The spaCy model to parse with.")] = None,
    coder: Annotated[str, typer.Option(metavar="|".join(CODERS), help="What decides.")] = "full",
) -> int:
    """Answer what a marked actor does to a marked recipient, for every pair of a file."""
    chosen("--format", format, FORMATS)
    chosen("--coder", coder, CODERS)
    home = None if codebook is None else folder("--codebook", codebook)

    def load() -> Coder:
        import dragoman  # noqa: PLC0415  `--help` and a refused option need no coder

        return dragoman.load(home, model)

    return run(pairs, out, coder, load)


def run(pairs: str, out: str | None, by: str, load: Callable[[], Coder]) -> int:
    """Answers and writes; the coder is loaded for the first pair that can be read. The exit code."""
    refusals = Refusals()
    loaded: Coder | None = None
    with _opened(pairs) as lines, output(out) as file:
        for found in read(lines, pairs):
            if refusals.holds(found):
                continue
            loaded = loaded or load()
            file.write(json.dumps(answered(found, loaded, by), ensure_ascii=False) + "\n")
    return REFUSED if refusals.count else 0


def answered(pair: Pair, coder: Coder, by: str) -> dict[str, object]:
    """The row of one answer."""
    relation = coder.relation(pair.text, pair.actor, pair.recipient, by=by)
    return {
        "id": pair.id,
        "type": relation.type,
        "mode": relation.mode,
        "confidence": round(relation.confidence, 4),
        "by": relation.by,
    }


def _opened(name: str) -> Any:
    if name == STANDARD_OUTPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError:
        raise InputError(visible(name), "no such file that can be read; check the path") from None


def read(lines: Iterable[bytes], name: str) -> Iterator[Pair | InputError]:
    """A pair or a refusal for each line that is not empty."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _pair(line, f"{visible(name)}, line {number}")


def _pair(line: bytes, source: str) -> Pair | InputError:
    try:
        row = json.loads(line)
    except ValueError:
        return InputError(source, "is not JSON; write one object a line, in UTF-8")
    if not isinstance(row, dict):
        return InputError(source, "is no JSON object; give id, text, actor and recipient")
    id_, text = row.get("id"), row.get("text")
    if not isinstance(id_, str) or not isinstance(text, str):
        return InputError(source, "`id` and `text` must be there and be text")
    actor = _span(row.get("actor"), text)
    recipient = None if row.get("recipient") is None else _span(row["recipient"], text)
    if actor is None or (recipient is None and row.get("recipient") is not None):
        return InputError(source, "`actor` and `recipient` need `start` and `end`, characters of the text")
    return Pair(id_, text, actor, recipient)


def _span(words: object, text: str) -> tuple[int, int] | None:
    if not isinstance(words, dict):
        return None
    start, end = words.get("start"), words.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        return None
    return start, end
