"""A stretch of prose in, where each of its sentences starts and ends out."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.codebook.layout import LayoutWords

END = re.compile(r"""(?P<mark>(?:\.\ )+\.|[.!?…]+)(?P<closing>(?:''|["'”’»)\]}])*)(?=\s|$)""")
NEXT = re.compile(r"\s*(?P<opening>(?:``|[\"'“‘«`(\[{¿¡])*)(?P<word>\S*)")
LAST = re.compile(r"""[^\s"'“‘«`(\[{—–]*$""")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
SPEAKER = re.compile(r"\s*(?:[A-Z][\w.'’-]*\s+){1,4}(?P<verb>\w+)")
CODE = re.compile(r"\s*(?:\[\w*\d\w*\]|\([a-z]+/[a-z-]+\))(?=\s|$)")
"""What an agency's machines leave behind a sentence: "[nL5N1R20AB]", "(abc/de-fgh)"."""

BULLET = re.compile(r"(?<=\s)(?=[•●▪■‣]\s)")

FARTHEST = 40
"""Characters looked back for the word before a full stop; no abbreviation is near that long."""


def split(text: str, start: int, end: int, words: LayoutWords) -> Iterator[tuple[int, int]]:
    """The sentences between `start` and `end`: all of it but the white space between them.

    A mark ends a sentence when what follows may start one; a full stop behind an abbreviation ends it only
    when what follows seldom does anything else. Quotation marks and brackets close with their sentence, and
    the next bullet of a list opens another.
    """
    bullets = [mark.start() for mark in BULLET.finditer(text, start + 1, end)]
    for first, last in pairwise((start, *bullets, end)):
        yield from _sentences(text, first, last, words)


def _sentences(text: str, start: int, end: int, words: LayoutWords) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in END.finditer(text, start, end):
        if mark.end() < end and mark.start() >= begin and _ends(text, begin, mark, end, words=words):
            yield _trim(text, begin, mark.end())
            begin = mark.end()
            while code := CODE.match(text, begin, end):
                yield _trim(text, begin, code.end())
                begin = code.end()
    if text[begin:end].strip():
        yield _trim(text, begin, end)


def ends_sentence(text: str, words: LayoutWords) -> bool:
    """Whether the last word of `text` carries a full stop, or another end mark, that is not its own.

    >>> ends_sentence("Russia replies to the U.S.", words)
    False
    """
    mark = next((mark for mark in END.finditer(text) if mark.end() == len(text)), None)
    return mark is not None and not (mark["mark"] == "." and _is_short(_word_before(text, 0, mark), words))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, begin: int, mark: re.Match[str], end: int, *, words: LayoutWords) -> bool:
    code = CODE.match(text, mark.end(), end)
    after = NEXT.match(text, code.end() if code else mark.end(), end)
    assert after is not None  # it matches the empty string
    if after["word"][:1].islower():
        return False
    if "?" in mark["mark"] or "!" in mark["mark"]:
        return not (_quotes(mark["closing"]) and _names_a_speaker(text, mark.end(), words))
    if len(mark["mark"]) > 1 or mark["mark"] == "…":
        return mark.start() > begin and not text[mark.start() - 1].isspace()
    before = _word_before(text, begin, mark)
    if before.isdigit() and not text[begin : mark.start()].removesuffix(before).strip():
        return False  # "1. The parties agree": the number of a list
    if ")" in mark["closing"] and _opens_inside(text, begin, mark.start()):
        return _opens(after, words)
    return _full_stop_ends(before, after, words)


def _full_stop_ends(before: str, after: re.Match[str], words: LayoutWords) -> bool:
    key, number = before.lower(), after["word"][:1].isdigit()
    if len(before) == 1 and before.isupper():
        return not after["opening"] and _opens(after, words)
    if key in words.before_numbers or _is_short_month(key, words):
        return not number
    if key in words.titles:
        return key == "st" and _opens(after, words)
    if _is_short(before, words):
        return bool(_quotes(after["opening"])) or _opens(after, words)
    return True


def _is_short_month(key: str, words: LayoutWords) -> bool:
    """Whether a month's name is cut: "Jan." is, "March." ends a sentence."""
    return key in words.months and any(month.startswith(key) and month != key for month in words.months)


def _is_short(word: str, words: LayoutWords) -> bool:
    key = word.lower()
    return (len(word) == 1 and word.isupper()) or key in words.titles | words.closers or bool(DOTTED.fullmatch(word))


def _word_before(text: str, begin: int, mark: re.Match[str]) -> str:
    found = LAST.search(text[max(begin, mark.start() - FARTHEST) : mark.start()])
    return found[0] if found else ""


def _opens(after: re.Match[str], words: LayoutWords) -> bool:
    letters = re.match(r"[A-Za-z]*", after["word"])
    return letters is not None and letters[0].lower() in words.openers and letters[0][:1].isupper()


def _opens_inside(text: str, begin: int, end: int) -> bool:
    """Whether the last bracket opens after the first word: "He left (in May.) Others stayed"."""
    return text.rfind("(", begin, end) > begin + 1


def _quotes(marks: str) -> bool:
    return any(mark in "\"'“”‘’«»`" for mark in marks)


def _names_a_speaker(text: str, offset: int, words: LayoutWords) -> bool:
    found = SPEAKER.match(text, offset)
    return found is not None and found["verb"] in words.speech
