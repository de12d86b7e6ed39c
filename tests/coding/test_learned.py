"""The learned reader gives the same answer however it is asked, reads plain sentences, and may be absent."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.coding.combining import LEARNED, alone, combined, odds
from dragoman.coding.learned import HOME, LABELS, MODEL, TOKENIZER, LearnedReader, MarkedText, Reading, decided
from dragoman.coding.marking import windowed
from dragoman.coding.relating import Relation
from dragoman.errors import ModelError
from dragoman.learning.rows import TYPES, unmarked
from dragoman.records import Status

PLAIN = [
    ("AGREE", "[A Belgium] has agreed to hold trade talks with [R Tunisia] next spring."),
    ("CONSULT", "[A The Danish prime minister] met [R the president of Kenya] for talks in Nairobi."),
    ("SUPPORT", "[A Ireland] praised [R Canada] and voiced its full support for the government in Ottawa."),
    ("COOPERATE", "[A Norway] and [R Iceland] carried out joint fisheries research and shared intelligence."),
    ("AID", "[A Japan] sent tents, blankets and medicine to [R Haiti] after the earthquake."),
    ("RETREAT", "[A Vietnam] withdrew its last troops from [R Cambodia]."),
    ("REQUEST", "[A Mali] asked [R the United Nations] for help on Monday."),
    ("ACCUSE", "[A Portugal] condemned [R Belarus] for its treatment of prisoners."),
    ("REJECT", "[A Bolivia] rejected a proposal by [R Chile] to hold talks on the border."),
    ("THREATEN", "[A North Korea] threatened to attack [R South Korea] if the drills went ahead."),
    ("PROTEST", "Thousands of [A students] marched through the capital to protest against [R the government]."),
    ("SANCTION", "[A Switzerland] imposed sanctions on [R Syria]."),
    ("MOBILIZE", "[A Algeria] massed troops and tanks on its border with [R Morocco]."),
    ("COERCE", "[A Turkish police] arrested [R three opposition journalists] in Ankara."),
    ("ASSAULT", "[A Government forces] shelled a village held by [R the rebels], killing nine."),
]


@pytest.fixture(scope="module")
def reader() -> LearnedReader:
    found = LearnedReader.load()
    assert found is not None
    return found


def pairs() -> list[MarkedText]:
    return [unmarked(sentence, "here") for _, sentence in PLAIN]


def reading(**scores: float) -> Reading:
    """A reading with those scores; all other types share the rest."""
    rest = (1 - sum(scores.values())) / (len(TYPES) - len(scores))
    every = {kind: scores.get(kind, rest) for kind in TYPES}
    return Reading(decided(every), "allege", Status.FUTURE, every)


def told(type_: str | None, fit: float = 1.0) -> Relation:
    return Relation(type_, "arrest", Status.ACTUAL, fit, "pattern arrest")


@pytest.mark.model
@pytest.mark.parametrize(("kind", "sentence"), PLAIN)
def test_a_plain_sentence_is_read_as_what_it_tells(kind: str, sentence: str, reader: LearnedReader) -> None:
    assert reader.read([unmarked(sentence, "here")])[0].type == kind


@pytest.mark.model
def test_a_batch_of_one_and_of_all_give_the_same_readings(reader: LearnedReader) -> None:
    together = reader.read(pairs())
    assert together == tuple(one for pair in pairs() for one in reader.read([pair]))
    assert together == tuple(reversed(reader.read(pairs()[::-1])))


@pytest.mark.model
def test_another_process_gives_the_same_readings(reader: LearnedReader) -> None:
    program = (
        "import json, sys\nfrom dragoman.coding.learned import LearnedReader, MarkedText\n"
        "pairs = [MarkedText(t, tuple(a), tuple(r) if r else None) for t, a, r in json.load(sys.stdin)]\n"
        "print(json.dumps([dict(reading.scores) for reading in LearnedReader.load().read(pairs)]))"
    )
    asked = json.dumps([(pair.text, pair.actor, pair.recipient) for pair in pairs()])
    command = [sys.executable, "-c", program]
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout
    assert json.loads(answer) == [dict(one.scores) for one in reader.read(pairs())]


@pytest.mark.model
def test_chances_of_a_reading_add_up_to_one(reader: LearnedReader) -> None:
    for one in reader.read(pairs()):
        assert set(one.scores) == set(TYPES)
        assert sum(one.scores.values()) == pytest.approx(1, abs=1e-4)


@pytest.mark.model
def test_a_text_of_any_length_is_read(reader: LearnedReader) -> None:
    far = "The talks dragged on. " * 400
    text = f"{far}Peru chided Chile. {far}"
    pair = MarkedText(text, (len(far), len(far) + 4), (len(far) + 12, len(far) + 17))
    assert [len(reader.pieces.numbers(p)) for p in (pair, MarkedText(text, (0, 3), None))] == [128, 128]
    assert reader.read([pair])[0].type in TYPES


def test_without_its_files_there_is_no_reader(tmp_path: Path) -> None:
    assert LearnedReader.load(tmp_path) is None


@pytest.mark.model
def test_labels_that_cannot_be_read_are_told_in_one_line(tmp_path: Path) -> None:
    for name in (MODEL, TOKENIZER):
        (tmp_path / name).symlink_to(HOME / name)
    (tmp_path / LABELS).write_text("{}", "utf-8")
    with pytest.raises(ModelError, match=re.escape(LABELS)):
        LearnedReader.load(tmp_path)


def test_markers_stand_where_the_two_are() -> None:
    marked = MarkedText("IranIraq", (0, 4), (4, 8)).marked()
    assert marked.split() == ["[unused1]", "Iran", "[unused2]", "[unused3]", "Iraq", "[unused4]"]


@pytest.mark.parametrize(
    ("numbers", "longest", "window"),
    [
        ([5, 1, 5], 4, [5, 1, 5]),
        ([5, 6, 7, 8, 1, 9], 4, [7, 8, 1, 9]),
        ([1, 5, 6, 7, 8, 9], 4, [1, 5, 6, 7]),
        ([5, 1, 6, 7, 8, 9, 2, 5], 4, [5, 1, 2, 5]),
    ],
)
def test_a_window_holds_the_marked_words(numbers: list[int], longest: int, window: list[int]) -> None:
    assert windowed(numbers, frozenset({1, 2}), longest) == window


def test_a_promise_and_its_keeping_are_weighed_together() -> None:
    assert decided({"ACCUSE": 0.4, "CONCEDE": 0.35, "RETREAT": 0.25}) == "CONCEDE"


@pytest.mark.parametrize(
    ("pattern", "learned", "answer"),
    [
        (told("COERCE"), reading(COERCE=0.9), ("COERCE", "arrest", Status.ACTUAL, f"pattern arrest and {LEARNED}")),
        (told("COERCE"), reading(ACCUSE=0.7, COERCE=0.2), ("COERCE", "arrest", Status.ACTUAL, "pattern arrest")),
        (told("COERCE", 0.1), reading(ACCUSE=0.7), ("ACCUSE", "allege", Status.FUTURE, LEARNED)),
        (told("COERCE"), reading(ACCUSE=0.99), ("ACCUSE", "allege", Status.FUTURE, LEARNED)),
        (told(None, 0.0), reading(ACCUSE=0.6), ("ACCUSE", "allege", Status.FUTURE, LEARNED)),
        (told(None, 0.0), reading(NONE=0.95), (None, None, Status.FUTURE, LEARNED)),
        (told(None, 0.0), reading(NONE=0.45, ACCUSE=0.4), ("ACCUSE", None, Status.FUTURE, LEARNED)),
    ],
)
def test_the_surer_of_the_two_decides(
    pattern: Relation, learned: Reading, answer: tuple[str | None, str | None, Status, str]
) -> None:
    found = combined(pattern, learned)
    assert (found.type, found.mode, found.status, found.by) == answer


def test_patterns_count_more_the_better_their_parties_fit() -> None:
    assert odds(1.0, 17) > odds(0.5, 17) > odds(0.1, 17) > 1
    assert alone(reading(AID=0.8)).type == "AID"
