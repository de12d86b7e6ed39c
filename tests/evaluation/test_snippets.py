"""Three snippets and what a coder tells of them, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.events import event

from dragoman.errors import InputError
from dragoman.evaluation import snippets
from dragoman.evaluation.findings import Findings, Mark
from dragoman.evaluation.sources import Source
from dragoman.records import Article, Event


def gold(type_: str, source: str | None, target: str | None, status: str = "done") -> dict[str, Any]:
    sides = [None if code is None else {"text": code, "country": code} for code in (source, target)]
    row: dict[str, Any] = {"plover": type_, "source": sides[0], "target": sides[1], "status": status}
    return row | {"trigger": "act", "mode": None, "act": None, "number": None, "date": None}


ROWS: list[dict[str, Any]] = [
    {
        "id": "1",
        "stratum": "diplomatic",
        "events": [gold("ACCUSE", "FRA", "IRN"), gold("AID", "DEU", "SYR", "alleged")],
    },
    {"id": "2", "stratum": "other", "events": []},
    {"id": "3", "stratum": "topup_targeted", "events": [gold("REJECT", "USA", None)]},
    {"id": "4", "stratum": "other", "events": []},
]
TOLD = {
    "1": (event("ACCUSE", ["FRA"], ["ISR"]), event("AID", ["DEU"], ["SYR"]), event("PROTEST")),
    "2": (event("ASSAULT", ["ISR"]),),
    "3": (event("REJECT", ["USA"]),),
}


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    file = tmp_path / "gold.jsonl"
    text = "".join(json.dumps({"date": None, "text": f"Text {r['id']}."} | r) + "\n" for r in ROWS)
    file.write_text(text, encoding="utf-8")
    return snippets.evaluate(Source(file), code, draws=20)


def code(article: Article) -> tuple[Event, ...]:
    return TOLD.get(article.id, ())


def test_rates_are_those_counted_by_hand(findings: Findings) -> None:
    expected = {
        "type_precision": 3 / 5,  # ACCUSE, AID, REJECT of five
        "type_recall": 1.0,
        "type_f1": 0.75,
        "actor_f1": 0.75,
        "both_precision": 2 / 5,  # France did not accuse Israel
        "both_recall": 2 / 3,
        "both_f1": 0.5,
        "status": 2 / 3,  # the aid is only alleged
        "assertion": 2 / 3,
        "mode": 1.0,
        "mode_stated": None,
        "date_exact": None,
        "false_on_empty": 1 / 2,
        "detection": 3 / 4,
    }
    assert {name: findings.figures[name].value for name in expected} == {
        name: None if value is None else pytest.approx(value) for name, value in expected.items()
    }
    assert findings.size == {"snippets": 4, "events": 3}


def test_types_and_strata_have_rows(findings: Findings) -> None:
    assert [row[:6] for row in findings.tables["types"].rows] == [
        ("ACCUSE", 1, 1, 1.0, 1.0, 1.0),
        ("AID", 1, 1, 1.0, 1.0, 1.0),
        ("ASSAULT", 0, 1, 0.0, 0.0, 0.0),
        ("PROTEST", 0, 1, 0.0, 0.0, 0.0),
        ("REJECT", 1, 1, 1.0, 1.0, 1.0),
    ]
    assert [(row[0], row[1], row[2], row[-1]) for row in findings.tables["strata"].rows] == [
        ("all but oversampled", 3, 2, 0.5),
        ("diplomatic", 1, 2, None),
        ("other", 2, 0, 0.5),
        ("topup_targeted", 1, 1, None),
    ]


def test_each_item_says_what_was_reached_and_what_was_false(findings: Findings) -> None:
    first = findings.judged[0]
    assert (first.id, first.text, first.false) == ("1", "Text 1.", ("PROTEST - > - “act” actual",))
    assert dict(first.marks) == {
        "1. ACCUSE FRA > IRN “act” actual": Mark(2, "type and actor", right=False),
        "2. AID DEU > SYR “act” actual, alleged": Mark(3, "type and both parties", right=True),
    }
    assert [one.is_flawless for one in findings.judged] == [False, False, True, True]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "1"}', "line 2: has no 'date'; is it gold of this kind?"),
        ("[1]", "line 2: is no gold of this kind"),
        ("{", "line 2: is no gold of this kind"),
        ('{"id": "1", "date": "2021-02-30", "text": "", "events": []}', "line 2: is no gold of this kind"),
    ],
)
def test_a_row_of_another_shape_is_refused_by_its_line(line: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=told.replace("?", r"\?")):
        snippets.read_items(Source(file))
