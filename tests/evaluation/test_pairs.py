"""Marked pairs counted by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.evaluation import pairs
from dragoman.evaluation.findings import Mark
from dragoman.evaluation.sources import Source

# id, gold root, its quad class and half, what is told
ROWS = [
    ("1", "AGREE", 1, 0, "AGREE"),
    ("2", "AGREE", 1, 0, "CONSULT"),
    ("3", "YIELD", 2, 0, "RETREAT"),
    ("4", "ACCUSE", 3, 1, "CONCEDE"),
    ("5", "ASSAULT", 4, 1, None),
    ("6", "ASSAULT", 4, 1, "SMALL TALK"),
]


@dataclass(frozen=True)
class Told:
    type: str | None


def relate(text: str, actor: tuple[int, int], recipient: tuple[int, int] | None) -> Told:
    assert (text[slice(*actor)], recipient) == ("France", None)
    return Told(next(told for id_, *_, told in ROWS if text.endswith(f" {id_}.")))


def test_types_quad_classes_and_halves_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    france = {"start": 0, "end": 6}
    rows = [
        {"id": i, "text": f"France acted {i}.", "actor": france, "recipient": None, "root15": r, "quad": q, "binary": b}
        for i, r, q, b, _ in ROWS
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = pairs.evaluate(Source(file), relate, draws=20)
    assert {name: figure.value for name, figure in found.figures.items()} == {
        # AGREE: 1 hit of 2 gold and 1 told; YIELD: 1 of 1 and 2; thirteen labels have none
        "root_f1": pytest.approx((2 / 3 + 2 / 3) / 15),
        "root_accuracy": pytest.approx(2 / 6),
        # class 1: 2 of 2 and 2; class 2: 1 of 1 and 2
        "quad_f1": pytest.approx((1 + 2 / 3) / 4),
        "quad_accuracy": pytest.approx(3 / 6),
        # cooperation: 3 of 3 and 4; conflict: 0 of 3 and 0
        "binary_f1": pytest.approx((6 / 7) / 2),
        "binary_accuracy": pytest.approx(3 / 6),
    }
    assert found.size == {"pairs": 6, "answered": 4}
    types = {row[0]: row[1:] for row in found.tables["types"].rows}
    assert types["AGREE"] == (2, 1, 1.0, 0.5, 2 / 3, "CONSULT 1")
    assert types["ASSAULT"] == (2, 0, 0.0, 0.0, 0.0, "NONE 2")
    confusion = found.tables["confusion"]
    gold = {row[0]: dict(zip(confusion.columns, row, strict=True)) for row in confusion.rows}
    assert (gold["ACCUSE"]["YIELD"], gold["ASSAULT"]["NONE"], gold["AGREE"]["AGREE"]) == (1, 2, 1)
    assert dict(found.judged[1].marks) == {"AGREE [France] > [-]": Mark(0, "taken for CONSULT", right=False)}
