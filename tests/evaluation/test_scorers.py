"""Our figures are those of the scorers that come with the benchmark data; skipped where the data are not at hand."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.evaluation import Source, cases, pairs, snippets
from dragoman.evaluation.cases import SUMS
from dragoman.evaluation.pairs import Relation
from dragoman.exports.jsonl import as_row
from dragoman.pipeline import Coder
from dragoman.records import Assertion, Event, Status

BENCH = Path(os.environ.get("DRAGOMAN_BENCH") or Path(__file__).parents[3] / "shared" / "bench")
GOLD, PAIRS, CASES = BENCH / "gold_dev.jsonl", BENCH / "plv_train.jsonl", BENCH.parent / "cases"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not GOLD.is_file(), reason="no benchmark data; set DRAGOMAN_BENCH"),
]

Told = Mapping[str, Sequence[Event]]
THEIRS = {"type": "a", "actor": "b", "both": "c", "precision": "P", "recall": "R", "f1": "F1"}


def scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(events: Sequence[Event]) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(as_row(event))) for event in events]


@pytest.fixture(scope="module")
def coded(coder: Coder) -> Told:
    return {item.article.id: coder.code(item.article) for item in snippets.read_items(Source(GOLD))}


@pytest.fixture(scope="module")
def read(coder: Coder) -> Told:
    return {case.article.id: coder.code(case.article) for case in cases.read_cases(Source(CASES))}


def turned(event: Event) -> Event:
    return replace(event, actor=event.recipient, recipient=event.actor)


# What a coder might get wrong, so that every rule of the scorers is walked through.
WAYS: dict[str, Callable[[Sequence[Event]], Sequence[Event]]] = {
    "as coded": lambda events: events,
    "silent": lambda _: (),
    "turned round": lambda events: [turned(e) for e in events],
    "told twice": lambda events: [told for e in events for told in (e, e)],
    "from both sides": lambda events: [told for e in events for told in (turned(e), e)],
    "joint": lambda events: [replace(e, actor=(*e.actor, *e.recipient), recipient=()) for e in events],
    "member by member": lambda events: [replace(e, actor=(a,)) for e in events for a in e.actor or ()],
    "denied": lambda events: [replace(e, assertion=Assertion.DENIED) for e in events],
    "alleged": lambda events: [replace(e, assertion=Assertion.ALLEGED, status=Status.FUTURE) for e in events],
    "bare": lambda events: [replace(e, count=(), date=None, place=None, attribution=None, mentions=()) for e in events],
}


def theirs(name: str) -> str:
    level, _, measure = name.partition("_")
    if level in THEIRS and measure in THEIRS:
        return f"{THEIRS[level]}_{THEIRS[measure]}"
    return "item_detection_acc" if name == "detection" else f"{name}_acc"


@pytest.mark.parametrize("way", WAYS)
def test_snippets_are_scored_alike(way: str, coded: Told) -> None:
    told = {article: WAYS[way](events) for article, events in coded.items()}
    found = snippets.evaluate(Source(GOLD), lambda article: told[article.id], draws=5)
    gold = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    expected, counted = scorer("score_events").score(gold, {a: rows(e) for a, e in told.items()}, boot=5)
    ours = {name: figure for name, figure in found.figures.items() if name != "false_on_empty"}
    assert {theirs(name) for name in ours} == set(expected)
    for name, figure in ours.items():
        value, low, high = (expected[theirs(name)][part] for part in ("value", "lo", "hi"))
        if figure.value is None:
            assert value != value, name  # noqa: PLR0124  NaN
        else:
            assert [figure.value, figure.low, figure.high] == pytest.approx([value, low, high], abs=1e-12), name
    types: Counter[tuple[str, str]] = sum((row["types"] for row in counted), Counter())
    assert [row[:3] for row in found.tables["types"].rows] == [
        (name, types[name, "tp"] + types[name, "fn"], types[name, "tp"] + types[name, "fp"])
        for name in sorted({name for name, _ in types})
        if any(types[name, part] for part in ("tp", "fn", "fp"))
    ]


@pytest.mark.parametrize("way", WAYS)
def test_articles_are_scored_alike(way: str, read: Told) -> None:
    told = {article: WAYS[way](events) for article, events in read.items()}
    module = scorer("score_case")
    for case in cases.read_cases(Source(CASES)):
        raw = json.loads((CASES / f"{case.article.id}.expected.json").read_text("utf-8"))
        expected = module.score(raw, rows(told[case.article.id]))["sums"]
        ours = cases.score(case, told[case.article.id]).sums
        assert {name: ours[name] for name in SUMS} == {name: tuple(expected[name]) for name in SUMS}, case.article.id


def test_pairs_are_scored_alike(coder: Coder, tmp_path: Path) -> None:
    said: dict[object, str | None] = {}

    def relate(text: str, actor: tuple[int, int], recipient: tuple[int, int] | None) -> Relation:
        told = coder.relation(text, actor, recipient, by="patterns")
        said[text, actor, recipient] = told.type
        return told

    found = pairs.evaluate(Source(PAIRS), relate, draws=2)
    asked = pairs.read_pairs(Source(PAIRS))
    predictions = tmp_path / "said.jsonl"
    lines = [json.dumps({"id": p.id, "type": said.get((p.text, p.actor, p.recipient))}) + "\n" for p in asked]
    predictions.write_text("".join(lines), "utf-8")
    command = [sys.executable, str(BENCH / "score_pairs.py"), str(PAIRS), str(predictions)]
    expected = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for view in ("root", "quad", "binary"):
        ours = [found.figures[f"{view}_{measure}"].value for measure in ("f1", "accuracy")]
        assert ours == pytest.approx([expected[view]["macro_f1"], expected[view]["accuracy"]], abs=5e-5)
    assert found.size == {"pairs": expected["pairs"], "answered": expected["answered"]}
