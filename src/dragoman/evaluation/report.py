"""Findings, comparisons and verdicts in, what a terminal shows of them out. Words of the gold are made inert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from dragoman.evaluation.comparison import Change, Comparison
from dragoman.evaluation.findings import Cell, Findings, Judged, Table
from dragoman.evaluation.gate import Verdict
from dragoman.evaluation.measures import Figure
from dragoman.exports.inert import one_line

LONGEST_TEXT = 700
"""An item's text is cut there: a snippet is whole, an article is only to be recognised."""

NOTABLE = 0.0005
"""Figures that differ by less look the same in three decimals."""


def shown_findings(found: Findings) -> Iterator[RenderableType]:
    """Title, figures and tables of one kind of data."""
    size = ", ".join(f"{count} {thing}" for thing, count in found.size.items())
    yield Text(f"{found.kind}: {one_line(found.source)} ({size})", "bold")
    yield _figures(found.figures)
    for name, table in found.tables.items():
        yield Text(name, "bold")
        yield shown_table(table)


def _figures(figures: Mapping[str, Figure]) -> RichTable:
    shown = _table("measure", "value", "low", "high")
    for name, figure in figures.items():
        if figure.value is not None:
            shown.add_row(*_cells((name, figure.value, figure.low, figure.high)))
    return shown


def shown_table(table: Table) -> RichTable:
    """The table with rates in three decimals and a dash for what is not known."""
    shown = _table(*table.columns)
    for row in table.rows:
        shown.add_row(*_cells(row))
    return shown


def _table(*columns: str) -> RichTable:
    shown = RichTable(box=None, pad_edge=False, header_style="dim")
    for index, column in enumerate(columns):
        shown.add_column(Text(one_line(column)), justify="right" if index else "left")
    return shown


def _cells(row: Sequence[Cell]) -> Iterator[Text]:
    for cell in row:
        yield Text("-" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else one_line(str(cell)))


def shown_errors(found: Findings, most: int) -> Iterator[Text]:
    """The first `most` items that are not flawless, with their words and what is wrong."""
    for one in [one for one in found.judged if not one.is_flawless][:most]:
        yield _item(one)
        for label, mark in one.marks.items():
            if not mark.right:
                yield _line("missed" if mark.points == 0 else "partly", f"{label}: {mark.words}", "yellow")
        for words in one.false:
            yield _line("false", words, "red")


def shown_comparison(comparison: Comparison) -> Iterator[RenderableType]:
    """The figures that differ, then each item that does, what got worse before what got better."""
    yield Text(f"{comparison.kind}: the older run beside this one", "bold")
    table = _table("measure", "before", "now", "change")
    for name, (before, now) in comparison.figures.items():
        if before is not None and now is not None and abs(now - before) >= NOTABLE:
            table.add_row(*_cells((name, before, now, f"{now - before:+.3f}")))
    yield table if table.row_count else Text("no figure differs", "dim")
    better = sum(len(c.better) for c in comparison.changes)
    worse = sum(len(c.worse) for c in comparison.changes)
    yield Text(f"{better} better, {worse} worse, in {len(comparison.changes)} items")
    for one in sorted(comparison.changes, key=lambda c: len(c.better) - len(c.worse)):
        yield from _change(one)


def _change(one: Change) -> Iterator[Text]:
    yield _item(one.item)
    for words in one.worse:
        yield _line("worse", words, "red")
    for words in one.better:
        yield _line("better", words, "green")


def _item(one: Judged) -> Text:
    text = one_line(one.text)
    cut = text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
    return Text.assemble("\n", (one_line(one.id), "bold"), " ", (cut, "italic"))


def _line(label: str, words: str, style: str) -> Text:
    return Text.assemble("   ", (f"{label:8}", style), one_line(words))


def shown_verdicts(verdicts: Iterable[Verdict]) -> RichTable:
    """Each floor beside what was reached."""
    table = _table("gate", "measure", "floor", "reached", "")
    for one in verdicts:
        *cells, _ = _cells((one.kind, one.name, one.bound, one.reached, None))
        table.add_row(*cells, Text("holds", "green") if one.holds else Text("FALLS", "bold red"))
    return table
