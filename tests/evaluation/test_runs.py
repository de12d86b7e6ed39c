"""Runs that are kept and compared, and floors that hold or fall."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.evaluation import Findings, Judged, Run, Source, Verdict, as_row, compare, judge, load_floors, load_run
from dragoman.evaluation.findings import Mark, Table
from dragoman.evaluation.gate import Floors
from dragoman.evaluation.measures import Figure

MISSED, PARTLY, WHOLE = (
    Mark(0, "missed", right=False),
    Mark(2, "type and actor", right=False),
    Mark(3, "all", right=True),
)
BEFORE = Findings(
    "snippets",
    "gold.jsonl",
    "abc",
    {"snippets": 3},
    {"type_f1": Figure(0.5, 0.4, 0.6), "count": Figure(None), "false_on_empty": Figure(0.08)},
    {"types": Table(("type", "gold"), (("AID", 3),))},
    (
        Judged("1", "One.", {"a": PARTLY, "b": MISSED}, ("AID", "AID")),
        Judged("2", "Two.", {"c": WHOLE}),
        Judged("3", "Three.", {"d": WHOLE}, ("AGREE",)),
    ),
)
NOW = replace(
    BEFORE,
    figures={"type_f1": Figure(0.6), "count": Figure(1.0)},
    judged=(
        Judged("1", "One.", {"a": WHOLE, "b": MISSED}, ("AID", "REJECT")),
        Judged("2", "Two.", {"c": MISSED}),
        Judged("3", "Three.", {"d": WHOLE}, ("AGREE",)),
    ),
)


def test_a_run_that_was_kept_comes_back_without_texts_and_tables(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(json.dumps(as_row(Run("0.1", "digest", "patterns", (BEFORE,)))), encoding="utf-8")
    bare = replace(BEFORE, tables={}, judged=tuple(replace(one, text="") for one in BEFORE.judged))
    assert load_run(file) == Run("0.1", "digest", "patterns", (bare,))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": {"pairs": {}}}'])
def test_what_is_no_run_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"run\.json"):
        load_run(tmp_path / "run.json")


def test_what_got_better_and_worse_is_told_item_by_item() -> None:
    found = compare(BEFORE, NOW)
    assert dict(found.figures) == {"type_f1": (0.5, 0.6), "count": (None, 1.0)}
    assert [(c.item.text, c.better, c.worse) for c in found.changes] == [
        ("One.", ("a: type and actor → all", "no longer told falsely: AID"), ("told falsely: REJECT",)),
        ("Two.", (), ("c: all → missed",)),
    ]


def test_a_run_is_never_better_than_itself() -> None:
    assert compare(BEFORE, BEFORE).changes == ()


def test_runs_on_other_gold_are_not_compared() -> None:
    with pytest.raises(InputError, match="is not the gold of the older run"):
        compare(BEFORE, replace(NOW, sha256="abd"))


def floors(sha256: str = "abc", at_least: float = 0.5, at_most: float = 0.08) -> Floors:
    return Floors("snippets", "gold.jsonl", sha256, {"type_f1": at_least}, {"false_on_empty": at_most})


@pytest.mark.parametrize(
    ("asked", "found", "verdicts"),
    [
        (
            floors(),
            BEFORE,
            [
                Verdict("snippets", "type_f1", 0.5, 0.5, holds=True),
                Verdict("snippets", "false_on_empty", 0.08, 0.08, holds=True),
            ],
        ),
        (
            floors(at_least=0.51, at_most=0.07),
            BEFORE,
            [
                Verdict("snippets", "type_f1", 0.51, 0.5, holds=False),
                Verdict("snippets", "false_on_empty", 0.07, 0.08, holds=False),
            ],
        ),
        # a figure that there is no more does not hold
        (
            floors(),
            NOW,
            [
                Verdict("snippets", "type_f1", 0.5, 0.6, holds=True),
                Verdict("snippets", "false_on_empty", 0.08, None, holds=False),
            ],
        ),
        (
            floors("abd"),
            BEFORE,
            [Verdict("snippets", "gold.jsonl is not the gold of the floors", None, None, holds=False)],
        ),
        (floors(), None, [Verdict("snippets", "not measured", None, None, holds=False)]),
    ],
)
def test_a_floor_holds_or_falls(asked: Floors, found: Findings | None, verdicts: list[Verdict]) -> None:
    assert list(judge(asked, found)) == verdicts


def test_floors_are_read_by_kind(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text('[pairs]\nfile = "p.jsonl"\nsha256 = "abc"\n[pairs.at_least]\nroot_f1 = 0.6\n', encoding="utf-8")
    assert load_floors(file) == {"pairs": Floors("pairs", "p.jsonl", "abc", {"root_f1": 0.6}, {})}
    file.write_text('[pairs]\nfile = "p.jsonl"\n', encoding="utf-8")
    with pytest.raises(InputError, match="is no file of floors"):
        load_floors(file)


def test_a_folder_s_hash_is_of_its_files_names_and_words(tmp_path: Path) -> None:
    hashes = []
    for name, text in (("a", "x"), ("a", "x"), ("a", "y"), ("b", "y")):
        for file in tmp_path.iterdir():
            file.unlink()
        (tmp_path / name).write_text(text)
        hashes.append(Source(tmp_path).sha256)
    assert (hashes[0] == hashes[1], len(set(hashes))) == (True, 3)
