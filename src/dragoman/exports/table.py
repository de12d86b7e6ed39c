"""Coded articles in, a table for a person out: coloured on a terminal, plain in a file.

The trigger is highlighted within its sentence; where there are no colours it stands *between asterisks*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dragoman.exports import saying
from dragoman.exports.inert import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.exports.export import Coded
    from dragoman.exports.saying import Told
    from dragoman.records import Actor, Article, Event, Span

# From here on sayings and sentence stand side by side: each then has the 60 columns that are easy to read.
WIDE = 120
# A sentence of the news has 150 characters; of one that has no end, so much is shown around its trigger.
LONGEST_EVIDENCE = 600

QUAD_STYLES = {1: "green", 2: "cyan", 3: "yellow", 4: "red"}
DOUBT_STYLES = {
    "actual": "green",
    "future": "cyan",
    "hypothetical": "magenta",
    "negated": "red",
    "historical": "dim",
    "alleged": "yellow",
    "denied": "red",
    "hedged": "magenta",
}


def write(coded: Iterable[Coded], file: TextIO, /, *, width: int | None = None) -> None:
    """Each article under its title, then its events; `width` in columns, the terminal's where it is None."""
    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False)
    articles = told = 0
    for article, events in coded:
        articles, told = articles + 1, told + len(events)
        _print(console, file, _article(article, events, plain=not console.is_terminal))
    if articles > 1:
        _print(console, file, Text(f"{_number(told, 'event')} in {_number(articles, 'article')}", "bold"))


def _print(console: Console, file: TextIO, shown: RenderableType) -> None:
    """A file gets no spaces at the ends of its lines: a person may compare two with diff."""
    with console.capture() as captured:
        console.print(shown)
    text = captured.get()
    file.write(text if console.is_terminal else "".join(f"{line.rstrip()}\n" for line in text.splitlines()))


def _article(article: Article, events: Sequence[Event], *, plain: bool) -> Group:
    title = Text(one_line(article.title or article.url or article.id), "bold")
    facts = (article.published and article.published.isoformat(), article.publisher, _number(len(events), "event"))
    below = Text(" · ".join(one_line(fact) for fact in facts if fact), "dim")
    shown = [_event(told, plain=plain) for told in saying.tell(events)]
    return Group(Rule(style="dim", characters="━"), title, below, Text(), *shown)


@dataclass(frozen=True, slots=True)
class Barred:
    """`shown` behind a bar in the colour of its quad class, with the event's number on the first line."""

    number: int
    shown: RenderableType
    style: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(options.max_width - 6, 20)
        bar = Segment(" ┃ ", Style.parse(self.style))
        for index, line in enumerate(console.render_lines(self.shown, options.update(width=width), pad=False)):
            yield Segment(f"{self.number:>3}" if index == 0 else "   ", Style.parse("bold"))
            yield bar
            yield from line
            yield Segment.line()


def _event(told: Told, *, plain: bool) -> RenderableType:
    event = told.event
    body = Columns(_sayings(told), _evidence(event, plain=plain))
    barred = Barred(told.number, Group(_headline(event), _codes(event), body), _quad_style(event))
    return Padding(barred, (0, 0, 1, 0))


@dataclass(frozen=True, slots=True)
class Columns:
    """The sayings and the sentence: side by side where there is room, else one below the other."""

    sayings: Table
    evidence: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self.sayings.row_count:
            yield self.evidence
        elif options.max_width + 6 < WIDE:
            yield from (self.sayings, self.evidence)
        else:
            beside = Table.grid(padding=(0, 3, 0, 0), expand=True)
            beside.add_column(ratio=1)
            beside.add_column(ratio=1)
            beside.add_row(self.sayings, self.evidence)
            yield beside


def _headline(event: Event) -> Text:
    arrow = (" → ", "dim")
    deed = (saying.act(event), f"bold {_quad_style(event)}")
    parts = [*_party(event.actor), arrow, deed]
    if event.recipient:
        parts += [arrow, *_party(event.recipient)]
    return Text.assemble(*parts)


def _party(actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    for index, actor in enumerate(actors):
        yield (" + " if index else "", "dim")
        yield (saying.party([actor]), "bold")
        if codes := saying.codes(actor):
            yield (f" [{codes}]", "dim")
    if not actors:
        yield (saying.NOT_SAID, "dim")


def _codes(event: Event) -> Text:
    doubts = [(doubt, DOUBT_STYLES[doubt]) for doubt in saying.doubts(event)]
    codes = [(saying.plover(event), "dim"), (saying.QUADS.get(event.quad, ""), "dim")]
    return Text(" · ").join(Text(*part) for part in (*doubts, *codes) if part[0])


def _sayings(told: Told) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for said in told.sayings:
        words = Text(said.words)
        if said.to is not None:
            words.append(f" → {said.to}", "bold")
        table.add_row(Text(said.label), words)
    return table


def _evidence(event: Event, *, plain: bool) -> Text:
    shown = Text(one_line(event.evidence.text), "italic")
    for span, style in (
        *((actor.span, "not italic blue") for actor in event.actor),
        *((actor.span, "not italic magenta") for actor in event.recipient),
        (event.trigger, f"not italic bold reverse {_quad_style(event)}"),
    ):
        shown.stylize(style, *_within(span, event.evidence))
    start, end = _within(event.trigger, event.evidence)
    if plain and start < end:
        shown = Text("*").join([shown[:start], shown[start:end], shown[end:]])
    return _cut(shown, start, end)


def _within(span: Span, evidence: Span) -> tuple[int, int]:
    """Where `span` stands in the sentence; nowhere, (0, 0), where it stands outside."""
    inside = evidence.start <= span.start and span.end <= evidence.end
    return (span.start - evidence.start, span.end - evidence.start) if inside else (0, 0)


def _cut(shown: Text, start: int, end: int) -> Text:
    if len(shown) <= LONGEST_EVIDENCE:
        return shown
    first = max(0, (start + end - LONGEST_EVIDENCE) // 2)
    kept = shown[first : first + LONGEST_EVIDENCE]
    return Text("…").join([Text(), kept, Text()]) if first else kept + Text("…")


def _quad_style(event: Event) -> str:
    return QUAD_STYLES.get(event.quad, "white")


def _number(count: int, thing: str) -> str:
    return f"{count or 'no'} {thing}{'' if count == 1 else 's'}"
