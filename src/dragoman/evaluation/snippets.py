"""Annotated snippets and what the coder tells of them in, precision and recall by type, party and stratum out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.evaluation.findings import Cell, Findings, Judged, Mark, Table
from dragoman.evaluation.folding import Folding, load_folding
from dragoman.evaluation.matching import LEVELS, Level, Matching, fields, match
from dragoman.evaluation.measures import DRAWS, figures, ratio, retrieval
from dragoman.evaluation.sources import Source, read_rows
from dragoman.evaluation.tellings import Telling, of_event, of_gold
from dragoman.records import Article, Event

FIELDS = "status assertion mode mode_stated act act_stated count count_stated date_exact date_overlap".split()
KEYS = (
    *(f"{name} {part}" for name in LEVELS.values() for part in ("hit", "false", "missed")),
    *(f"{name} {part}" for name in FIELDS for part in ("right", "of")),
    *("items", "items right", "empty", "empty false"),
)
"""What is counted of each item, in the order of its tally."""

Tally = tuple[int, ...]
REACHED = ("missed", "only the type", "type and actor", "type and both parties")


@dataclass(frozen=True, slots=True)
class Item:
    """One snippet with what an annotator takes from it."""

    article: Article
    stratum: str
    gold: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One item beside what was told of it. `kinds` counts (level, type, hit, false or missed)."""

    item: Item
    tally: Tally
    kinds: Counter[tuple[Level, str, str]]
    judged: Judged


def read_items(source: Source) -> tuple[Item, ...]:
    """The snippets of a gold file; an InputError names the line that cannot be used."""
    folding = load_folding()
    return tuple(read_rows(source, lambda row: _item(row, folding)))


def _item(row: Mapping[str, Any], folding: Folding) -> Item:
    published = date.fromisoformat(row["date"]) if row["date"] else None
    article = Article(row["id"], row["text"], published, publisher=row.get("publisher"))
    return Item(article, row.get("stratum") or "", tuple(of_gold(e, folding) for e in row["events"]))


def evaluate(source: Source, code: Callable[[Article], Iterable[Event]], draws: int = DRAWS) -> Findings:
    """What the snippets of a gold file say of a coder."""
    outcomes = [outcome(item, code(item.article)) for item in read_items(source)]
    size = {"snippets": len(outcomes), "events": sum(len(o.item.gold) for o in outcomes)}
    tables = {"types": types(outcomes), "strata": strata(outcomes)}
    found = figures([o.tally for o in outcomes], rates, draws)
    return Findings("snippets", source.name, source.sha256, size, found, tables, tuple(o.judged for o in outcomes))


def outcome(item: Item, events: Iterable[Event]) -> Outcome:
    """The item matched at every level, counted and marked."""
    folding = load_folding()
    said = tuple(of_event(event, folding) for event in events)
    matchings = {level: match(item.gold, said, level) for level in Level}
    counted = _counted(item.gold, said, matchings)
    kinds = Counter(
        (level, type_, part) for level, found in matchings.items() for part, type_ in _kinds(item.gold, said, found)
    )
    return Outcome(item, tuple(counted[key] for key in KEYS), kinds, _judged(item, said, matchings))


def _counted(gold: Sequence[Telling], said: Sequence[Telling], matchings: Mapping[Level, Matching]) -> Counter[str]:
    counted: Counter[str] = Counter()
    counted["items"], counted["items right"] = 1, bool(gold) == bool(said)
    counted["empty"], counted["empty false"] = not gold, not gold and bool(said)
    for level, found in matchings.items():
        counted[f"{LEVELS[level]} hit"] = len(found.pairs)
        counted[f"{LEVELS[level]} false"] = len(found.false)
        counted[f"{LEVELS[level]} missed"] = len(found.missed)
    for i, j in matchings[Level.TYPE].pairs:
        for name, agrees in fields(gold[i], said[j]).items():
            counted[f"{name} of"] += 1
            counted[f"{name} right"] += agrees
    return counted


def _kinds(gold: Sequence[Telling], said: Sequence[Telling], found: Matching) -> list[tuple[str, str]]:
    return [
        *(("hit", gold[i].type) for i, _ in found.pairs),
        *(("missed", gold[i].type) for i in found.missed),
        *(("false", said[j].type) for j in found.false),
    ]


def _judged(item: Item, said: Sequence[Telling], matchings: Mapping[Level, Matching]) -> Judged:
    reached = [0] * len(item.gold)
    for level in Level:
        for i, _ in matchings[level].pairs:
            reached[i] = max(reached[i], level)
    marks = {
        f"{i + 1}. {telling}": Mark(points, REACHED[points], points == Level.BOTH)
        for i, (telling, points) in enumerate(zip(item.gold, reached, strict=True))
    }
    return Judged(item.article.id, item.article.text, marks, tuple(str(said[j]) for j in matchings[Level.TYPE].false))


# --- rates ---------------------------------------------------------------------------------------------------


def rates(tallies: Sequence[Tally]) -> dict[str, float | None]:
    """Every rate of some items; `false_on_empty` is the share of those without events that draw one."""
    summed = [sum(column) for column in zip(*tallies, strict=True)] or [0] * len(KEYS)
    total = dict(zip(KEYS, summed, strict=True))
    found: dict[str, float | None] = {}
    for name in LEVELS.values():
        got = retrieval(total[f"{name} hit"], total[f"{name} false"], total[f"{name} missed"])
        found |= {f"{name}_precision": got.precision, f"{name}_recall": got.recall, f"{name}_f1": got.f1}
    found |= {name: ratio(total[f"{name} right"], total[f"{name} of"]) for name in FIELDS}
    found["false_on_empty"] = ratio(total["empty false"], total["empty"])
    found["detection"] = ratio(total["items right"], total["items"])
    return found


def types(outcomes: Sequence[Outcome]) -> Table:
    """A row for each type; gold and said are counted by type alone."""
    kinds: Counter[tuple[Level, str, str]] = Counter()
    for one in outcomes:
        kinds.update(one.kinds)
    names = sorted({type_ for _, type_, _ in kinds})
    columns = ("type", "gold", "said", *(f"{name} {m}" for name in LEVELS.values() for m in ("P", "R", "F1")))
    return Table(columns, tuple(_type_row(name, kinds) for name in names))


def _type_row(name: str, kinds: Mapping[tuple[Level, str, str], int]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for level in Level:
        hits, false, missed = (kinds[level, name, part] for part in ("hit", "false", "missed"))
        if level is Level.TYPE:
            cells += [name, hits + missed, hits + false]
        got = retrieval(hits, false, missed)
        cells += [got.precision, got.recall, got.f1]
    return tuple(cells)


STRATUM_RATES = ("type_precision", "type_recall", "type_f1", "actor_f1", "both_f1", "status", "false_on_empty")


def strata(outcomes: Sequence[Outcome]) -> Table:
    """A row for each stratum, and one for those at the rates at which news comes."""
    oversampled = load_folding().oversampled
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(one.item.stratum, []).append(one)
    if oversampled & groups.keys():
        groups["all but oversampled"] = [o for o in outcomes if o.item.stratum not in oversampled]
    rows = tuple(_stratum_row(name, group) for name, group in sorted(groups.items()))
    return Table(("stratum", "snippets", "events", *STRATUM_RATES), rows)


def _stratum_row(name: str, group: Sequence[Outcome]) -> tuple[Cell, ...]:
    found = rates([o.tally for o in group])
    events = sum(len(o.item.gold) for o in group)
    return (name, len(group), events, *(found[rate] for rate in STRATUM_RATES))
