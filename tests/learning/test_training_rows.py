"""Training files and pairs are read row by row, or refused in one line."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from dragoman.coding.marking import MarkedText
from dragoman.errors import InputError
from dragoman.learning.rows import Example, names_of, pair_of, read_file, read_folder, renamed, split, unmarked
from dragoman.records import Status


def example(kind: str = "ACCUSE") -> Example:
    return Example(MarkedText("Peru chided Chile.", (0, 4), (12, 17)), (kind,), "disapprove", Status.ACTUAL)


def written(folder: Path, name: str, *rows: str) -> Path:
    file = folder / name
    file.write_text("\n".join(rows) + "\n", "utf-8")
    return file


def test_a_row_is_a_mode_a_status_and_a_marked_sentence(tmp_path: Path) -> None:
    file = written(tmp_path, "accuse.txt", "# a comment", "", "disapprove | actual | [A Peru] chided [R Chile].")
    assert list(read_file(file)) == [example()]


def test_rows_without_a_relation_have_neither_mode_nor_status(tmp_path: Path) -> None:
    file = written(tmp_path, "none.txt", "- | - | [A Peru] lies north of [R Chile].")
    assert list(read_file(file)) == [
        Example(MarkedText("Peru lies north of Chile.", (0, 4), (19, 24)), ("NONE",), None, None)
    ]


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("[R Chile] was chided by [A Peru]", MarkedText("Chile was chided by Peru", (20, 24), (0, 5))),
        ("Troops of [A Peru] marched", MarkedText("Troops of Peru marched", (10, 14), None)),
    ],
)
def test_brackets_become_characters_of_the_sentence(sentence: str, pair: MarkedText) -> None:
    assert unmarked(sentence, "here") == pair


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("gossip.txt", "", "gossip.txt: is named after no type"),
        ("accuse.txt", "actual | [A Peru] chided [R Chile].", "line 1: has not three fields"),
        ("accuse.txt", "- | maybe | [A Peru] chided [R Chile].", 'line 1: "maybe" is no status'),
        ("accuse.txt", "- | - | [A Peru] chided [R Chile].", 'line 1: "-" is no status'),
        ("accuse.txt", "- | actual | Peru chided [R Chile].", "line 1: marks no actor"),
        ("accuse.txt", "- | actual | [A Peru] chided [R Chile.", "line 1: marks no actor or leaves a bracket open"),
        ("accuse.txt", "- | actual | [A Peru] and [A Cuba] chided [R Chile].", "line 1: marks [A ...] twice"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path: Path, name: str, row: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        list(read_file(written(tmp_path, name, row)))
    assert message in str(refused.value)


def test_a_folder_without_training_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no training file"):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("labels", "types", "mode", "status"),
    [
        ({"type": "AID", "mode": "military", "status": "future"}, ("AID",), "military", Status.FUTURE),
        ({"root15": "ACCUSE"}, ("ACCUSE",), None, None),
        ({"root15": "YIELD"}, ("CONCEDE", "RETREAT"), None, None),
    ],
)
def test_a_pair_may_leave_open_which_of_several_types_it_is(
    labels: dict[str, str], types: tuple[str, ...], mode: str | None, status: Status | None
) -> None:
    row = {"text": "Peru chided Chile.", "actor": {"start": 0, "end": 4}, "recipient": None, **labels}
    assert pair_of(json.dumps(row), "here") == Example(
        MarkedText("Peru chided Chile.", (0, 4), None), types, mode, status
    )


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "Peru"}', '{"text": "Peru", "actor": {"start": 0, "end": 4}}'])
def test_a_bad_pair_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(InputError, match=r"^here: "):
        pair_of(line, "here")


def test_each_type_gives_its_share_to_those_held_out() -> None:
    rows = [example(kind) for kind in ("ACCUSE", "AID") for _ in range(20)]
    learned, held = split(rows, seed=1)
    assert Counter(e.type for e in held) == {"ACCUSE": 2, "AID": 2}
    assert len(learned) == 36


def test_other_names_leave_the_act_as_it_is() -> None:
    assert renamed(example(), ["the Holy See"], random.Random(1)).pair == MarkedText(
        "the Holy See chided the Holy See.", (0, 12), (20, 32)
    )
    assert names_of([example()]) == ("Chile", "Peru")
