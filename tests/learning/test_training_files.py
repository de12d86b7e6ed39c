"""The sentences of training/ hold to their format, differ from each other, and come from nowhere else."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dragoman.codebook import load
from dragoman.learning.rows import NONE, STATUSES, TYPES, Example, read_folder

ROOT = Path(__file__).parents[2]
BENCH = ROOT.parent / "shared" / "bench"
RUN = 6  # so many words in a row are a phrase that somebody took over

# What the hand reaches; templates stay far below it. Measured: 0.76 to 0.90.
LEAST_NEW_WORDS = 0.7


@cache
def rows() -> tuple[Example, ...]:
    return read_folder(ROOT / "training")


def words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def texts_of(row: object) -> Iterator[str]:
    if isinstance(row, str):
        yield row
    elif isinstance(row, dict):
        for value in row.values():
            yield from texts_of(value)
    elif isinstance(row, list):
        for value in row:
            yield from texts_of(value)


def test_every_type_has_rows() -> None:
    counts = Counter(row.type for row in rows())
    assert set(counts) == set(TYPES)
    assert min(counts.values()) >= 80
    assert sum(counts.values()) >= 3000


def test_every_mode_is_one_that_the_codebook_gives_the_type() -> None:
    known = {(kind, mode) for kind, found in load().ontology.types.items() for mode in found.modes}
    used = {(row.type, row.mode) for row in rows() if row.mode not in (None, "-")}
    assert sorted(used - known) == []


def test_rows_tell_of_acts_that_did_not_happen_too() -> None:
    told = [row.status for row in rows() if row.type != NONE]
    assert set(told) == set(STATUSES)
    assert sum(status != "actual" for status in told) >= 0.15 * len(told)


def test_any_hundred_rows_in_a_file_hardly_repeat_their_longer_words() -> None:
    """Words of five letters and more: the short ones are grammar, which nobody varies."""
    for kind in TYPES:
        own = [row.pair.text for row in rows() if row.type == kind]
        for start in range(0, len(own) - 99, 50):
            long = [word for text in own[start : start + 100] for word in words(text) if len(word) > 4]
            assert len(set(long)) / len(long) >= LEAST_NEW_WORDS, (kind, start)


def test_no_two_rows_share_six_words_in_a_row() -> None:
    seen: dict[tuple[str, ...], str] = {}
    shared = [
        " ".join(run)
        for row in rows()
        for run in sorted(runs(row.pair.text))
        if seen.setdefault(run, row.pair.text) != row.pair.text
    ]
    assert shared == []


@pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark's files lie beside the checkout only here and there")
def test_no_row_shares_six_words_in_a_row_with_the_benchmark() -> None:
    """Its annotated files; in the thousands of others "by the end of the month" is bound to stand."""
    theirs: set[tuple[str, ...]] = set()
    for name in ("plv_train.jsonl", "gold_dev.jsonl"):
        for line in (BENCH / name).read_text("utf-8").splitlines():
            for text in texts_of(json.loads(line)):
                theirs |= runs(text)
    assert theirs
    assert [row.pair.text[:80] for row in rows() if runs(row.pair.text) & theirs] == []
