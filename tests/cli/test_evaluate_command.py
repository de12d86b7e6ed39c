"""`dragoman evaluate` as it is typed: what it tells, keeps, compares and refuses, and with which exit code."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dragoman.cli import main
from dragoman.records import Actor, Article, Event

TEXT = "France accused \x1b[2J Iran."
ROW = {
    "id": "1",
    "date": "2018-03-26",
    "text": TEXT,
    "stratum": "",
    "events": [
        {
            "source": {"text": "France", "country": "FRA"},
            "target": {"text": "Iran", "country": "IRN"},
            "plover": "ACCUSE",
            "mode": None,
            "act": None,
            "trigger": "accused",
            "status": "done",
            "number": None,
            "date": None,
        }
    ],
}
PAIR = {
    "id": "p1",
    "text": TEXT,
    "actor": {"start": 0, "end": 6},
    "recipient": None,
    "root15": "ACCUSE",
    "quad": 3,
    "binary": 1,
}


class AccusingCoder:
    """Tells that France did something of one type to whoever; small, but a coder."""

    codebook = SimpleNamespace(digest="abc")

    def __init__(self, type_: str) -> None:
        self.type = type_

    def code(self, article: Article, /) -> tuple[Event, ...]:
        france, trigger, evidence = article.span(0, 6), article.span(7, 14), article.span(0, len(article.text))
        event = Event("e1", article.id, 0, self.type, None, None, None, 3, None, None, trigger, evidence)
        return (replace(event, actor=(Actor(france, country="FRA"),)),)

    def relation(
        self, text: str, actor: tuple[int, int], recipient: tuple[int, int] | None = None, /, *, by: str
    ) -> Any:
        assert (text[slice(*actor)], recipient, by) == ("France", None, "patterns")
        return SimpleNamespace(type=self.type)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data in which one snippet and one pair stand, and in which the command runs."""
    (tmp_path / "gold.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    (tmp_path / "pairs.jsonl").write_text(json.dumps(PAIR) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_BENCH", raising=False)
    return tmp_path


def evaluate(*args: str, type_: str = "ACCUSE") -> int:
    return main(["evaluate", *args], load=lambda _: AccusingCoder(type_))  # type: ignore[arg-type,return-value]  # no code_all


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines on standard output, the blanks between columns single."""
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.usefixtures("bench")
def test_figures_tables_and_errors_are_told_with_inert_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate("--gold", "gold.jsonl", "--pairs", "pairs.jsonl", "--errors", "1") == 0
    lines = told(capsys)
    assert "snippets: gold.jsonl (1 snippets, 1 events)" in lines
    assert "both_f1 0.000 0.000 0.000" in lines
    assert "actor_f1 1.000 1.000 1.000" in lines
    assert "ACCUSE 1 1 1.000 1.000 1.000 1.000 1.000 1.000 0.000 0.000 0.000" in lines
    assert "1 France accused ␛[2J Iran." in lines
    assert "partly 1. ACCUSE FRA > IRN “accused” actual: type and actor" in lines
    assert "pairs: pairs.jsonl (1 pairs, 1 answered)" in lines
    assert "root_accuracy 1.000 1.000 1.000" in lines


def test_a_run_is_kept_and_compared_with(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate("--gold", "gold.jsonl", "--out", "old.json") == 0
    kept = json.loads((bench / "old.json").read_text("utf-8"))
    gold = hashlib.sha256((bench / "gold.jsonl").read_bytes()).hexdigest()
    assert (kept["coder"], kept["codebook"], kept["findings"]["snippets"]["sha256"]) == ("patterns", "abc", gold)
    assert TEXT not in (bench / "old.json").read_text("utf-8")
    told(capsys)
    assert evaluate("--gold", "gold.jsonl", "--compare", "old.json", type_="REJECT") == 0
    lines = told(capsys)
    assert "actor_f1 1.000 0.000 -1.000" in lines
    assert "0 better, 2 worse, in 1 items" in lines
    assert "worse 1. ACCUSE FRA > IRN “accused” actual: type and actor → missed" in lines
    assert "worse told falsely: REJECT FRA > - “accused” actual" in lines


def test_the_same_call_keeps_the_same_bytes(bench: Path) -> None:
    for out in ("a.json", "b.json"):
        assert evaluate("--gold", "gold.jsonl", "--pairs", "pairs.jsonl", "--out", out) == 0
    assert (bench / "a.json").read_bytes() == (bench / "b.json").read_bytes()


@pytest.mark.parametrize(
    ("floor", "sha256", "extra", "code", "line"),
    [
        ("0.99", None, [], 0, "snippets actor_f1 0.990 1.000 holds"),
        ("1.01", None, [], 1, "snippets actor_f1 1.010 1.000 FALLS"),
        ("0.99", "0", [], 1, "snippets gold.jsonl is not the gold of the floors - - FALLS"),
        (
            "1.01",
            None,
            ["--allow-regression"],
            0,
            "1 floor fell and was let fall: write a line under “Codes differently” in CHANGELOG.md",
        ),
    ],
)
def test_the_gate_falls_below_a_floor(  # noqa: PLR0913  a row of the table and three fixtures
    *,
    floor: str,
    sha256: str | None,
    extra: list[str],
    code: int,
    line: str,
    bench: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    gold = hashlib.sha256((bench / "gold.jsonl").read_bytes()).hexdigest()
    head = f'[snippets]\nfile = "gold.jsonl"\nsha256 = "{sha256 or gold}"\n'
    (bench / "floors.toml").write_text(f"{head}[snippets.at_least]\nactor_f1 = {floor}\n", encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_BENCH", str(bench))
    assert evaluate("--floors", "floors.toml", *extra) == code
    assert line in told(capsys)


@pytest.mark.parametrize(
    ("args", "line"),
    [
        ([], "there is nothing to measure on; give --gold, --cases, --pairs, or set DRAGOMAN_BENCH"),
        (["--gold", "no\x1b.jsonl"], r"no\x1b.jsonl: no such file for --gold"),
        (["--cases", "gold.jsonl"], "gold.jsonl: no such folder for --cases"),
        (["--gold", "pairs.jsonl"], "pairs.jsonl, line 1: has no 'date'; is it gold of this kind?"),
        (
            ["--gold", "gold.jsonl", "--compare", "gold.jsonl"],
            "gold.jsonl: has no 'findings'; is it gold of this kind?",
        ),
        (
            ["--gold", "gold.jsonl", "--floors", "no.toml"],
            "no.toml: cannot be read (No such file or directory); check the path",
        ),
        (["--gold", "gold.jsonl", "--coder", "oracle"], None),
    ],
)
def test_what_cannot_be_measured_is_one_line(
    args: list[str], line: str | None, bench: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.is_dir()
    assert evaluate(*args) == 2
    seen = capsys.readouterr()
    assert (seen.out, len(seen.err.splitlines())) == ("", 1)
    assert line is None or seen.err == f"dragoman: {line}\n"
