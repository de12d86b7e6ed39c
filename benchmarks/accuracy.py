"""The coder's events on the gold, the article cases and the marked pairs, scored by the data's own scorers."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import dragoman
from dragoman import Article, Event
from dragoman.exports.jsonl import as_row
from dragoman.pipeline import Coder


def report(folder: Path) -> str:
    """The scorers' own words, one block for each kind of data that the folder holds."""
    coder = dragoman.load()
    with tempfile.TemporaryDirectory() as scratch:
        blocks = [
            *_gold(coder, folder, Path(scratch)),
            *_cases(coder, folder, Path(scratch)),
            *_pairs(coder, folder, Path(scratch)),
        ]
    return "\n\n".join(blocks)


def _gold(coder: Coder, folder: Path, scratch: Path) -> Iterator[str]:
    gold = folder / "gold_dev.jsonl"
    if gold.is_file():
        articles = (_article(row) for row in _rows(gold))
        out = _written(scratch / "gold.jsonl", (e for a in articles for e in coder.code(a)))
        yield _scored(folder / "score_events.py", str(out), "--gold", str(gold), "--boot", "200")


def _cases(coder: Coder, folder: Path, scratch: Path) -> Iterator[str]:
    cases = folder.parent / "cases"
    found = scratch / "cases"
    found.mkdir()
    for expected in sorted(cases.glob("*.expected.json")):
        slug = expected.name.removesuffix(".expected.json")
        published = date.fromisoformat(json.loads(expected.read_text(encoding="utf-8"))["published"])
        article = Article(slug, (cases / f"{slug}.txt").read_text(encoding="utf-8"), published)
        _written(found / f"{slug}.jsonl", coder.code(article))
    if any(found.iterdir()):
        yield _scored(folder / "score_case.py", str(cases), str(found)).rsplit("\n\n", 1)[-1]


def _pairs(coder: Coder, folder: Path, scratch: Path) -> Iterator[str]:
    pairs, out = folder / "plv_train.jsonl", scratch / "pairs.jsonl"
    if not pairs.is_file():
        return
    with out.open("w", encoding="utf-8") as file:
        for row in _rows(pairs):
            spans = [(row[k]["start"], row[k]["end"]) if row[k] else None for k in ("actor", "recipient")]
            if spans[0] is not None:
                relation = coder.relation(row["text"], spans[0], spans[1])
                file.write(json.dumps({"id": row["id"], "type": relation.type}) + "\n")
    yield _scored(folder / "score_pairs.py", str(pairs), str(out), "--by-type")


def _article(row: dict[str, Any]) -> Article:
    return Article(row["id"], row["text"], date.fromisoformat(row["date"]) if row["date"] else None)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _written(path: Path, events: Iterable[Event]) -> Path:
    path.write_text("".join(json.dumps(as_row(e)) + "\n" for e in events), encoding="utf-8")
    return path


def _scored(scorer: Path, *arguments: str) -> str:
    run = subprocess.run([sys.executable, str(scorer), *arguments], check=True, capture_output=True, text=True)
    return run.stdout.strip()
