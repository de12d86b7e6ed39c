"""`dragoman relate` answers every pair in order and refuses what is no pair, a line each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli import main
from dragoman.cli.refuse import REFUSED
from dragoman.cli.relate import run
from dragoman.errors import SettingError
from dragoman.pipeline import Coder

TEXT = "Hungary expelled two Slovak diplomats."


def row(**changed: Any) -> str:
    whole = {"id": "a", "text": TEXT, "actor": {"start": 0, "end": 7}, "recipient": {"start": 17, "end": 37}}
    return json.dumps({**whole, **changed})


def file_of(folder: Path, *lines: str) -> str:
    file = folder / "pairs.jsonl"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return str(file)


def no_coder() -> Coder:
    raise SettingError("no pair needs a coder here")


@pytest.mark.model
def test_every_pair_is_answered_in_order(tmp_path: Path, coder: Coder, capsys: pytest.CaptureFixture[str]) -> None:
    asked = file_of(
        tmp_path,
        row(),
        row(id="b", recipient=None),
        row(id="c", text="It rained on Hungary; the sun set over Slovakia."),
    )
    assert run(asked, None, "patterns", lambda: coder) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0] == {
        "id": "a",
        "type": "SANCTION",
        "mode": "expel",
        "confidence": answers[0]["confidence"],
        "by": "pattern expel-diplomats",
    }
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert answers[2] == {"id": "c", "type": None, "mode": None, "confidence": 0.0, "by": "no pattern"}


@pytest.mark.model
@pytest.mark.parametrize("by", ["patterns", "learned", "full"])
def test_the_same_pairs_give_the_same_bytes(tmp_path: Path, coder: Coder, by: str) -> None:
    asked = file_of(tmp_path, row(), row(id="b"), row(id="c", recipient=None))
    outs = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    assert [run(asked, str(out), by, lambda: coder) for out in outs] == [0, 0]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert len(outs[0].read_text("utf-8").splitlines()) == 3


@pytest.mark.model
def test_a_bad_row_is_refused_and_the_others_are_answered(
    tmp_path: Path, coder: Coder, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = file_of(tmp_path, row(), "{", "", row(id="d"))
    assert run(asked, None, "patterns", lambda: coder) == REFUSED
    written = capsys.readouterr()
    assert [json.loads(line)["id"] for line in written.out.splitlines()] == ["a", "d"]
    assert written.err.splitlines() == [f"dragoman: {asked}, line 2: is not JSON; write one object a line, in UTF-8"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[1]", "is no JSON object"),
        (row(id=3), "`id` and `text` must be there and be text"),
        (row(text=None), "`id` and `text` must be there and be text"),
        (row(actor=None), "`actor` and `recipient` need `start` and `end`"),
        (row(actor={"start": 5, "end": 5}), "`actor` and `recipient` need `start` and `end`"),
        (row(actor={"start": 0, "end": 999}), "`actor` and `recipient` need `start` and `end`"),
        (row(actor={"start": "0", "end": 7}), "`actor` and `recipient` need `start` and `end`"),
        (row(recipient={"start": -1, "end": 7}), "`actor` and `recipient` need `start` and `end`"),
        (row(recipient="Slovak diplomats"), "`actor` and `recipient` need `start` and `end`"),
    ],
)
def test_what_is_no_pair_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, message: str
) -> None:
    asked = file_of(tmp_path, line)
    assert run(asked, None, "patterns", no_coder) == REFUSED
    written = capsys.readouterr()
    assert (written.out, len(written.err.splitlines())) == ("", 1)
    assert f"{asked}, line 1: {message}" in written.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["relate", "nowhere.jsonl"], "nowhere.jsonl: no such file"),
        (["relate", "pairs.jsonl", "--coder", "oracle"], '--coder "oracle" is not known'),
        (["relate", "pairs.jsonl", "--format", "csv"], '--format "csv" is not known'),
        (["train", "--out", "reader", "--training", "nowhere"], "--training nowhere: no such folder"),
        (["train", "--out", "reader", "--training", ".", "--pairs", "no.jsonl"], "--pairs no.jsonl: no such file"),
    ],
)
def test_a_call_that_cannot_be_met_is_refused(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == REFUSED
    assert message in capsys.readouterr().err
