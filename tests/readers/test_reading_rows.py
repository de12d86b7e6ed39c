"""Rows of JSON: which article each gives, and which are refused one by one."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from dragoman.readers import publication_day, read_input
from dragoman.records import Article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dragoman.errors import InputError

DAY = date(2018, 3, 26)
FULL = {
    "id": "a1",
    "date": "2018-03-26",
    "title": "US expels 60",
    "text": "The US on Monday.",
    "url": "https://example.org/1",
    "publisher": "VOA",
}


def rows(tmp_path: Path, *lines: str | Mapping[str, object]) -> list[Article | InputError]:
    path = tmp_path / "rows.jsonl"
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return list(read_input(str(path), published=date(2000, 1, 1), limit=1000))


def test_a_full_row_gives_a_full_article_and_offsets_count_from_the_title(tmp_path: Path) -> None:
    assert rows(tmp_path, FULL) == [
        Article("a1", "US expels 60\n\nThe US on Monday.", DAY, "US expels 60", "https://example.org/1", "VOA")
    ]


@pytest.mark.parametrize(
    ("change", "text", "title"),
    [
        ({"title": None}, "The US on Monday.", None),
        ({"title": "  "}, "The US on Monday.", None),
        ({"text": ""}, "US expels 60", "US expels 60"),
        ({"text": "US expels 60\n\nThe US."}, "US expels 60\n\nThe US.", "US expels 60"),
        ({"text": "US expels 60 more.\n\nThe US."}, "US expels 60\n\nUS expels 60 more.\n\nThe US.", "US expels 60"),
        ({"text": " The US.\r\n "}, "US expels 60\n\n The US.\r\n ", "US expels 60"),
    ],
)
def test_the_title_stands_before_the_text_once(
    change: Mapping[str, object], text: str, title: str | None, tmp_path: Path
) -> None:
    assert rows(tmp_path, {**FULL, **change}) == [Article("a1", text, DAY, title, "https://example.org/1", "VOA")]


@pytest.mark.parametrize(
    ("row", "id_"),
    [
        ({"id": "a1", "text": "words"}, "a1"),
        ({"id": 17, "text": "words"}, "17"),
        ({"url": "https://example.org", "text": "words"}, sha256(b"https://example.org").hexdigest()[:16]),
        ({"id": "", "text": "words"}, sha256(b"words").hexdigest()[:16]),
    ],
)
def test_an_id_is_the_row_s_own_or_a_hash_of_its_address_or_words(
    row: Mapping[str, object], id_: str, tmp_path: Path
) -> None:
    [article] = rows(tmp_path, row)
    assert isinstance(article, Article)
    assert article.id == id_


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-03-26", DAY),
        (" 2018-03-26 ", DAY),
        ("2018-03-26T23:59:59Z", DAY),
        ("2018-03-26 23:59:59+05:00", DAY),
        (None, date(2000, 1, 1)),
        ("", date(2000, 1, 1)),
    ],
)
def test_a_row_s_own_day_goes_before_the_day_of_the_call(written: str | None, day: date, tmp_path: Path) -> None:
    [article] = rows(tmp_path, {"text": "words", "date": written})
    assert isinstance(article, Article)
    assert article.published == day


SHAPE = 'write one object a line, such as {"id": "a1", "date": "2018-03-26", "title": "...", "text": "..."}'
REFUSED: list[tuple[str | Mapping[str, object], str]] = [
    ("{", f"is not JSON; {SHAPE}"),
    ("words", f"is not JSON; {SHAPE}"),
    ("[" * 999, f"is not JSON; {SHAPE}"),
    ('["words"]', f"is not a JSON object; {SHAPE}"),
    ({"id": "a1"}, "has no `text`; give the words of the article"),
    ({"title": "A title"}, "has no `text`; give the words of the article"),
    ({"text": " "}, "has no `text`; give the words of the article"),
    ({"text": 17}, "`text` is not text; write it in quotation marks, or null"),
    ({"text": "words", "id": True}, "`id` is not text; write it in quotation marks, or null"),
    ({"text": "words", "date": 2018}, "`date` is not text; write it in quotation marks, or null"),
    ({"text": "a \ud83d b"}, "`text` holds half of a character (a lone surrogate); write the whole character"),
    ({"text": "x", "date": "2018-02-30"}, 'date "2018-02-30" is not a day of the calendar; write it as YYYY-MM-DD'),
    ({"text": "x", "date": "26/03/2018"}, 'date "26/03/2018" is not a day of the calendar; write it as YYYY-MM-DD'),
    (
        {"text": "x", "date": "0001-01-01"},
        'date "0001-01-01" is not a day of any newspaper; leave it out where it is not known',
    ),
    ('{"text": "T\udcfcrkiye"}', "is not UTF-8; convert to UTF-8, for example with iconv"),
    ({"text": "x" * 1001}, "is over 1,000 characters, longer than any article; split it"),
]


@pytest.mark.parametrize(("row", "remedy"), REFUSED, ids=[remedy[:40] for _, remedy in REFUSED])
def test_a_bad_row_is_refused_by_its_line_and_the_next_is_read(
    row: str | Mapping[str, object], remedy: str, tmp_path: Path
) -> None:
    before, refused, after = rows(tmp_path, FULL, "", row, FULL)
    assert str(refused) == f"{tmp_path}/rows.jsonl, line 3: {remedy}"
    assert before == after == rows(tmp_path, FULL)[0]


def test_a_file_without_rows_is_empty(tmp_path: Path) -> None:
    assert list(map(str, rows(tmp_path, "", ""))) == [f"{tmp_path}/rows.jsonl: is empty; {SHAPE}"]


def test_a_hostile_date_is_shown_on_one_line() -> None:
    with pytest.raises(ValueError, match=r'date "\\x1b\[2J\\n" is not a day'):
        publication_day("\x1b[2J\n")
