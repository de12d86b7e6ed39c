"""`dragoman code` as it is typed: what it prints, what it refuses in one line, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.cli import main
from dragoman.cli.code import Coder, Request, run
from dragoman.exports import EXPORTS
from dragoman.records import Actor, Article, Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.exports import Coded

ROW = '{"id": "a1", "date": "2018-03-26", "title": "France acts", "text": "France expelled four envoys."}\n'
NO_SUCH_DAY = 'date "2018-02-30" is not a day of the calendar; write it as YYYY-MM-DD'


class ExpelledCoder:
    """Codes one event for each "expelled" that an article holds; small, but a coder."""

    def code_all(self, articles: Iterable[Article], /) -> Iterator[Coded]:
        for article in articles:
            yield article, tuple(_expulsions(article))


def _expulsions(article: Article) -> Iterator[Event]:
    start = article.text.find("expelled")
    if start >= 0:
        trigger, evidence = article.span(start, start + len("expelled")), article.span(0, len(article.text))
        event = Event("e1", article.id, 0, "SANCTION", "expel", None, None, 4, None, None, trigger, evidence)
        yield replace(event, actor=(Actor(article.span(0, 6), "France", "FRA"),))


def load(_: Request) -> Coder:
    return ExpelledCoder()


def test_every_good_input_is_coded_and_every_bad_one_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("France expelled four.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "rows.jsonl").write_text(ROW.replace("03-26", "02-30") + ROW)
    code = run(Request((str(tmp_path / "no.txt"), str(tmp_path)), format="jsonl"), load)
    seen = capsys.readouterr()
    assert [json.loads(line)["trigger"]["text"] for line in seen.out.splitlines()] == ["expelled", "expelled"]
    assert seen.err.splitlines() == [
        f"dragoman: {tmp_path}/no.txt: no such file; check the path",
        f"dragoman: {tmp_path}/empty.txt: is empty; put the words of an article into it",
        f"dragoman: {tmp_path}/rows.jsonl, line 1: {NO_SUCH_DAY}",
    ]
    assert code == 2


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["code", "a.txt", "--format", "xml"], '--format "xml" is not known; use one of table, jsonl, html'),
        (
            ["code", "a.txt", "--format", "\x1b[2J\n"],
            r'--format "\x1b[2J\n" is not known; use one of table, jsonl, html',
        ),
        (["code", "a.txt", "--coder", "full"], '--coder "full" is not known; use one of patterns'),
        (["code", "a.txt", "--date", "2018-02-30"], f"--{NO_SUCH_DAY}"),
        (["code", "a.txt", "--with-articles"], "--with-articles goes with --format jsonl; leave one of them out"),
        (["code", "a.txt", "--codebook", "no"], "--codebook no: no such folder; check the path"),
        (["codebook", "check", "no"], "DIR no: no such folder; check the path"),
        (["code", "a.txt", "--out", "."], "--out .: is a folder; name a file in it"),
        (["code", "a.txt", "--out", "./a.txt"], "--out ./a.txt: is an input too; write to another file"),
        (["code"], "Missing argument 'INPUT'; see dragoman --help"),
        (["cod"], "No such command 'cod'. Did you mean 'code'?; see dragoman --help"),
        ([], "Missing command; see dragoman --help"),
        (["code", "no\x1b[2J.txt"], r"no\x1b[2J.txt: no such file; check the path"),
        (["code", "a.txt\nb.txt", "\u202e.txt"], None),
    ],
)
def test_what_cannot_be_done_is_one_line_that_says_what_to_do(
    args: list[str],
    line: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("France expelled four.")
    assert main(args) == 2
    told = [f"dragoman: {line}"]
    if line is None:
        told = [rf"dragoman: {name}: no such file; check the path" for name in (r"a.txt\nb.txt", r"\u202e.txt")]
    seen = capsys.readouterr()
    assert (seen.out.strip(), seen.err.splitlines()) == ("", told)


def test_the_day_of_the_call_is_for_articles_that_tell_none(tmp_path: Path) -> None:
    days = []

    class DayCoder(ExpelledCoder):
        def code_all(self, articles: Iterable[Article], /) -> Iterator[Coded]:
            for article in articles:
                days.append(str(article.published))
                yield article, ()

    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "b.jsonl").write_text(ROW)
    run(Request((str(tmp_path),), published=date(1999, 1, 1)), lambda _: DayCoder())
    assert days == ["1999-01-01", "2018-03-26"]


def test_a_file_takes_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    class FailingCoder(ExpelledCoder):
        def code_all(self, articles: Iterable[Article], /) -> Iterator[Coded]:
            yield from super().code_all([next(iter(articles))])
            raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("France expelled four.")
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    out.chmod(0o640)
    request = Request((str(tmp_path / "a.txt"),), format="jsonl", out=str(out))
    with pytest.raises(KeyboardInterrupt):
        run(request, lambda _: FailingCoder())
    assert (out.read_text(), sorted(path.name for path in tmp_path.iterdir())) == ("before", ["a.txt", "out.jsonl"])
    assert run(request, load) == 0
    assert json.loads(out.read_text())["type"] == "SANCTION"
    assert (out.stat().st_mode & 0o777, sorted(path.name for path in tmp_path.iterdir())) == (
        0o640,
        ["a.txt", "out.jsonl"],
    )


def test_a_link_is_written_through_and_a_device_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("France expelled four.")
    (tmp_path / "link").symlink_to(tmp_path / "aim")
    for out in (tmp_path / "link", Path("/dev/null")):
        assert run(Request((str(tmp_path / "a.txt"),), format="html", out=str(out)), load) == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "aim").read_text().startswith("<!DOCTYPE html>")
    assert Path("/dev/null").is_char_device()


def test_articles_go_before_their_events_and_read_back_as_they_were(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jsonl").write_text(ROW)
    request = Request((str(tmp_path / "a.jsonl"),), format="jsonl", with_articles=True)
    assert run(request, load) == 0
    first = capsys.readouterr().out
    (tmp_path / "a.jsonl").write_text(first.splitlines()[0])
    assert run(request, load) == 0
    assert capsys.readouterr().out == first


# A process that runs the command with a coder which does `act` and then codes one event.
PROGRAM = """
import sys
from dragoman.cli import main
from dragoman.errors import ModelError
from dragoman.records import Event

class Coder:
    def code_all(self, articles):
        for article in articles:
            {act}
            span = article.span(0, 1)
            yield article, (Event("e", article.id, 0, "X", None, None, None, 4, None, None, span, span),)

code = main(load=lambda request: Coder())
{after}
sys.exit(code)
"""


def program(*args: str, act: str = "pass", after: str = "") -> list[str]:
    return [sys.executable, "-c", PROGRAM.format(act=act, after=after), *args]


def ended(command: list[str], stdin: bytes = b"", **environment: str) -> tuple[int, bytes, bytes]:
    """The exit code, standard output and standard error."""
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, env=os.environ | environment)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(("args", "code"), [(["--help"], 0), (["code", "--help"], 0), (["code", "no.txt"], 2)])
def test_help_and_refusals_load_no_language_model(args: list[str], code: int) -> None:
    found, _, told = ended(program(*args, after="print('spacy' in sys.modules, file=sys.stderr)"))
    assert (found, told.splitlines()[-1]) == (code, b"False")


def test_standard_input_that_is_empty_is_refused_by_name() -> None:
    line = b"dragoman: standard input: is empty; put the words of an article into it\n"
    assert ended(program("code", "-")) == (2, b"", line)


def test_a_reader_that_has_seen_enough_ends_the_work_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(ROW * 5000)
    command = program("code", str(tmp_path), "--format", "jsonl")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.readline()
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 0


@pytest.mark.parametrize(
    ("act", "code", "line"),
    [
        ("raise KeyboardInterrupt", 130, b""),
        ("raise ModelError('no model; pip install it')", 2, b"dragoman: no model; pip install it\n"),
    ],
)
def test_what_stops_the_coder_is_told_without_a_traceback(act: str, code: int, line: bytes) -> None:
    assert ended(program("code", "-", "--format", "jsonl", act=act), b"Words.") == (code, b"", line)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("form", EXPORTS)
def test_a_full_disk_is_one_line(form: str) -> None:
    line = b"dragoman: --out /dev/full: the disk is full; make room or write elsewhere\n"
    assert ended(program("code", "-", "--format", form, "--out", "/dev/full"), b"Words.") == (2, b"", line)


@pytest.mark.parametrize("form", EXPORTS)
def test_a_pipe_gets_utf8_whatever_the_locale(form: str) -> None:
    code, out, told = ended(program("code", "-", "--format", form), "Ürümqi.".encode(), PYTHONIOENCODING="ascii")
    assert (code, told) == (0, b"")
    assert "Ü" in out.decode("utf-8")


@pytest.mark.parametrize(("files", "is_shown"), [(3, False), (4, True)])
def test_a_person_who_waits_for_many_files_sees_a_bar(files: int, is_shown: bool, tmp_path: Path) -> None:  # noqa: FBT001
    for number in range(files):
        (tmp_path / f"{number}.txt").write_text("Words.")
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm"}
    command = program("code", str(tmp_path), "--format", "jsonl")
    subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True, env=environment)
    os.write(theirs, b"end")
    assert (b"4/4" in os.read(ours, 100_000)) is is_shown
    os.close(ours)
    os.close(theirs)
