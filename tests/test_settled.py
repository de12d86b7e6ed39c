"""What the manual settles: docs/settled.md is read, and each row's sentence is coded as the row says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Article, Event

TABLE = Path(__file__).parents[1] / "docs" / "settled.md"
DAY = date(2018, 3, 26)
NO_MODE = "-"


class Row(NamedTuple):
    """A line of the table."""

    settled: str
    sentence: str
    type: str
    mode: str
    status: str


def rows() -> list[Row]:
    lines = [line.strip("| ") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [Row(*(cell.strip() for cell in line.split("|"))) for line in lines[1:]]


def shown(event: Event) -> tuple[str, str, str]:
    return (event.type, event.mode or NO_MODE, event.status.value)


def test_every_settled_case_is_told_by_a_sentence_of_its_own() -> None:
    found = rows()
    assert len(found) >= 25
    assert len({row.sentence for row in found}) == len({row.settled for row in found}) == len(found)


@pytest.mark.model
@pytest.mark.parametrize("row", rows(), ids=lambda row: row.settled)
def test_a_settled_case_is_coded_so(row: Row, coder: Coder) -> None:
    events = coder.code(Article("a", row.sentence, DAY))
    assert (row.type, row.mode, row.status) in [shown(event) for event in events]
