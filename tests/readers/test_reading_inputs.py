"""Files, folders and standard input: what becomes an article, and what is refused in which words."""

from __future__ import annotations

import os
from datetime import date
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import InputError
from dragoman.readers import READERS, find_inputs, read_input, read_inputs, visible
from dragoman.records import Article

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2018, 3, 26)


def told(found: Article | InputError) -> str:
    """What a person sees of it: the title or first words of an article, the line of a refusal."""
    return str(found) if isinstance(found, InputError) else found.title or found.text


def words_of(found: Article | InputError) -> str:
    assert isinstance(found, Article)
    return found.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("US expels 60\n\nWASHINGTON — The US on Monday.\n", "US expels 60"),
        ("\ufeffUS expels 60\n\nBody.", "US expels 60"),
        ("\n\n  US expels 60 \t\n \t\nBody.", "US expels 60"),
        ("US expels 60\r\n\r\nBody.\r\n", "US expels 60"),
        ("US expels 60 diplomats.\n", None),
        ("US expels 60 diplomats.\n\n\n", None),
        ("A first line\nand a second.\n\nA second paragraph.", None),
    ],
)
def test_the_first_line_before_a_blank_one_is_the_title_and_the_text_stays_as_it_is(
    text: str, title: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    kept = text.removeprefix("\ufeff")
    [article] = read_input(str(path), published=DAY)
    assert isinstance(article, Article)
    assert article == Article(article.id, kept, DAY, title)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("suffix", READERS)
def test_the_encodings_that_a_mark_tells_apart_give_the_same_words(encoding: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text('{"text": "Türkiye"}', encoding=encoding)
    words = {".txt": '{"text": "Türkiye"}', ".jsonl": "Türkiye"}
    assert [words_of(found) for found in read_input(str(path))] == [words[suffix]]


def test_the_same_words_have_the_same_id_and_others_another(tmp_path: Path) -> None:
    for name, words in (("a.txt", "One."), ("b.txt", "One."), ("c.txt", "Two.")):
        (tmp_path / name).write_text(words)
    ids = [found.id for found in read_inputs([str(tmp_path)]) if isinstance(found, Article)]
    assert ids[0] == ids[1] != ids[2]


REFUSED = [
    ("empty.txt", b"", "is empty; put the words of an article into it"),
    ("blank.txt", b" \n\n", "is empty; put the words of an article into it"),
    ("marked.txt", b"\xef\xbb\xbf", "is empty; put the words of an article into it"),
    ("binary.txt", b"\x7fELF\0\0\1", "is binary, not text (it holds zero bytes); save it as text and convert to UTF-8"),
    (
        "utf32.txt",
        "words".encode("utf-32"),
        "is binary, not text (it holds zero bytes); save it as text and convert to UTF-8",
    ),
    ("latin.txt", "Türkiye".encode("latin-1"), "is not UTF-8; convert to UTF-8, for example with iconv"),
    (
        "half.txt",
        "ab".encode("utf-16")[:-1],
        "is binary, not text (it holds zero bytes); save it as text and convert to UTF-8",
    ),
    ("long.txt", b"x" * 101, "is over 100 bytes, longer than any article; split it into articles"),
    ("paper.pdf", b"%PDF", 'format ".pdf" is not known; convert it to .jsonl or .txt'),
    ("README", b"words", 'format "" is not known; convert it to .jsonl or .txt'),
    ("binary.jsonl", b'{"text": "\0"}\n{}\n', "is binary, not text (it holds zero bytes); convert to UTF-8"),
]


@pytest.mark.parametrize(("name", "raw", "remedy"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_a_bad_file_is_refused_in_one_line_and_the_others_are_read(
    name: str, raw: bytes, remedy: str, tmp_path: Path
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(raw)
    good.write_text("Good.")
    line = ", line 1" if name == "binary.jsonl" else ""
    found = read_inputs([str(bad), str(good)], limit=100)
    assert list(map(told, found)) == [f"{bad}{line}: {remedy}", "Good."]


def test_a_line_of_fifty_megabytes_is_refused_and_the_next_row_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "Good."}\n')
    assert list(map(told, read_input(str(path)))) == [
        f"{path}, line 1: is over 10,000,000 characters, longer than any article; split it",
        "Good.",
    ]


def test_what_is_missing_or_closed_is_refused_by_name(tmp_path: Path) -> None:
    missing, folder, loop = tmp_path / "no.txt", tmp_path / "empty", tmp_path / "loop.txt"
    folder.mkdir()
    loop.symlink_to(loop)
    assert list(map(told, read_inputs([str(missing), str(folder), str(loop), "Russia " * 99]))) == [
        f"{missing}: no such file; check the path",
        f"{folder}: holds no file that ends in .jsonl or .txt; put articles there",
        f"{loop}: cannot be read (Too many levels of symbolic links); check the file and its permissions",
        f"{('Russia ' * 99)[:199]}…: cannot be read (File name too long); check the file and its permissions",
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x1b[2J\x1b[31m.txt", r"a\x1b[2J\x1b[31m.txt"),
        ("two\nlines.txt", r"two\nlines.txt"),
        ("a\u202etxt.exe", r"a\u202etxt.exe"),
        ("a\u009b31m", r"a\x9b31m"),
        ("latin\udce9.txt", r"latin\udce9.txt"),
        ("[red]Türkiye[/red] <b>.txt", "[red]Türkiye[/red] <b>.txt"),
    ],
)
def test_a_hostile_name_stays_on_its_line_and_its_controls_are_seen(name: str, shown: str) -> None:
    assert visible(name) == shown
    assert list(map(told, read_inputs([name]))) == [f"{shown}: no such file; check the path"]


def test_a_folder_is_read_to_its_bottom_in_order_and_only_what_is_known(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/c/three.TXT", "picture.png", "b/a.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    expected = ["a.txt", "b/a.jsonl", "b/c/three.TXT", "b/two.txt", "gone.txt"]
    assert list(find_inputs([str(tmp_path), "-"])) == [*(str(tmp_path / name) for name in expected), "-"]


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (b"Title\n\nBody.", ["Title"]),
        (b' {"text": "A row."}\n{"text": "Another."}', ["A row.", "Another."]),
        ('{"text": "A row."}'.encode("utf-16"), ["A row."]),
        (b"", ["standard input: is empty; put the words of an article into it"]),
        (b"\0", ["standard input: is binary, not text (it holds zero bytes); save it as text and convert to UTF-8"]),
    ],
)
def test_standard_input_is_rows_where_it_begins_with_a_brace(raw: bytes, seen: list[str]) -> None:
    assert list(map(told, read_inputs(["-"], stdin=BufferedReader(BytesIO(raw))))) == seen


def test_a_device_has_no_suffix_and_is_read_by_its_start() -> None:
    assert list(map(told, read_input("/dev/null"))) == ["/dev/null: is empty; put the words of an article into it"]


@pytest.mark.parametrize(
    ("name", "day"),
    [("2018-03-14-salisbury.txt", date(2018, 3, 14)), ("2018-02-30-nowhere.txt", None), ("salisbury.txt", None)],
)
def test_a_file_s_name_can_begin_with_the_day_of_its_article(name: str, day: date | None, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Russia expelled 60 diplomats.", encoding="utf-8")
    [article] = read_inputs([str(tmp_path / name)], published=None)
    assert isinstance(article, Article)
    assert article.published == day


def test_a_day_that_the_caller_gives_stands_before_that_of_the_name(tmp_path: Path) -> None:
    (tmp_path / "2018-03-14-a.txt").write_text("Russia expelled 60 diplomats.", encoding="utf-8")
    [article] = read_inputs([str(tmp_path / "2018-03-14-a.txt")], published=date(2020, 1, 1))
    assert isinstance(article, Article)
    assert article.published == date(2020, 1, 1)
