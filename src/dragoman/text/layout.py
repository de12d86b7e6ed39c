"""An article in, its sentences out, each marked as headline, body, dateline, byline or furniture of the page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.records import Part, Sentence
from dragoman.text.paragraphs import paragraphs
from dragoman.text.splitting import ends_sentence, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.codebook.layout import LayoutWords
    from dragoman.records import Article

Stretch = tuple[int, int, Part]

CAPITAL = "A-ZÀ-ÖØ-Þ"
SHOUTED = rf"[{CAPITAL}][{CAPITAL}.'’-]+"
PROPER = rf"[{CAPITAL}][\w.'’-]*"
DASH = r"(?:\s*(?:—|–|―|--)\s*|\s+[-_]\s+)"
COPYRIGHT = re.compile(r"(?i:copyright|©|\(c\))\W*(?:(?i:by|©|\(c\))\W*)*(?:\d{4}\b|[A-Z]\w+,?\s+\d{4}\b)")
SENTENCE_ENDS = (".", "!", "?", '"', "'", "”", "’", ")", "]")
CODE = re.compile(r"\[\w*\d\w*\]|\([a-z]+/[a-z-]+\)")
WRAPPING = "()[]*_ \t"
LONGEST_GAP = 4
"""Characters of white space between two words of a title; more of them part it from what follows."""

LONGEST_STAMP = 60
"""Characters."""

LONGEST_HEADLINE = 40
LONGEST_BYLINE = 16
LONGEST_LABEL = 20
"""In words. A longer line is prose; press headlines stay under 25."""


def lay_out(article: Article, words: LayoutWords) -> tuple[Sentence, ...]:
    """The sentences of an article, not yet parsed.

    Each character that is not white space is in exactly one of them, whatever it is: nothing is cut.
    """
    sentences: list[Sentence] = []
    for number, stretches in enumerate(_paragraphs(article, words)):
        for start, end, part in stretches:
            sentences.append(Sentence(len(sentences), article.span(start, end), part, number))
    return tuple(sentences)


def _paragraphs(article: Article, words: LayoutWords) -> Iterator[Iterable[Stretch]]:
    text = article.text
    title = _title(article)
    if title is not None:
        yield _headline(text, *title, words)
    rest = _stretches(text, title[1] if title is not None else 0, words)
    waiting = title is None
    for position, (start, end) in enumerate(rest):
        line = text[start:end]
        part = _label(line, words, first=waiting)
        if part is not None:
            yield ((start, end, part),)
        elif waiting and position + 1 < len(rest) and _is_headline(line, words):
            yield _headline(text, start, end, words)
            waiting = False
        else:
            yield _body(text, start, end, words)
            waiting = False


def _stretches(text: str, start: int, words: LayoutWords) -> list[tuple[int, int]]:
    def stands_alone(line: str) -> bool:
        return _label(line, words, first=False) is not None

    return list(paragraphs(text, words, stands_alone=stands_alone, start=start))


def _title(article: Article) -> tuple[int, int] | None:
    """Where the text begins with its title, on lines of its own."""
    text, words = article.text, (article.title or "").split()
    start = end = len(text) - len(text.lstrip())
    for word in words:
        end += len(text[end : end + LONGEST_GAP]) - len(text[end : end + LONGEST_GAP].lstrip())
        if not text.startswith(word, end):
            return None
        end += len(word)
    line_ends = re.compile(r"[^\S\r\n]*(?:[\r\n]|$)").match(text, end)
    return (start, end) if words and line_ends else None


def _is_headline(line: str, words: LayoutWords) -> bool:
    return (
        (not ends_sentence(line, words) or line.endswith(("?", "!")))
        and len(line.split()) <= LONGEST_HEADLINE
        and _dateline(line, words) is None
    )


def _headline(text: str, start: int, end: int, words: LayoutWords) -> Iterator[Stretch]:
    """The headline's sentences, and the agency that stands in brackets behind it: "Shares fall (AP)"."""
    source = re.search(r"\s(\(([^()]+)\))$", text[start:end])
    if source is not None and source[2].lower() in words.agencies:
        cut = start + source.start(1)
        yield from ((*span, Part.HEADLINE) for span in split(text, start, cut, words))
        yield cut, end, Part.BYLINE
    else:
        yield from ((*span, Part.HEADLINE) for span in split(text, start, end, words))


def _body(text: str, start: int, end: int, words: LayoutWords) -> Iterator[Stretch]:
    for part, length in _preamble(text[start:end], words):
        yield start, start + len(text[start : start + length].rstrip()), part
        start += length
    close = _signoff(text, start, end, words)
    for first, last in split(text, start, close, words):
        yield first, last, _label(text[first:last], words, first=True) or Part.BODY
    if close < end:
        yield from ((*span, Part.FURNITURE) for span in split(text, close, end, words))


def _preamble(line: str, words: LayoutWords) -> Iterator[tuple[Part, int]]:
    """What stands before the report itself, and how many characters each takes: a desk's note, a dateline."""
    note = re.match(r"\(([^()]*)\)\s*", line)
    if note is not None and _starts(note[1].lower(), words.desk_notes):
        yield Part.FURNITURE, note.end()
        line = line[note.end() :]
    length = _dateline(line, words)
    if length is not None:
        yield Part.DATELINE, length


def _signoff(text: str, start: int, end: int, words: LayoutWords) -> int:
    """Where the words begin that end a paragraph and are none of it: "Continue reading...", "Reuter"; else the end."""
    line = text[start:end]
    for tail in words.tails:
        if line.lower().endswith(f" {tail}"):
            return end - len(tail)
    last = line.split()[-1] if line else ""
    before = line.removesuffix(last).rstrip()
    return end - len(last) if last in words.signoffs and before.endswith(SENTENCE_ENDS) else end


# What a line or a sentence is that is not the report


def _label(line: str, words: LayoutWords, *, first: bool) -> Part | None:
    """BYLINE or FURNITURE, or None for what may be the report; `first` spares what can be a headline."""
    bare = line.strip(WRAPPING).lower().replace("’", "'")
    if line in words.signoffs or _is_furniture(bare, words, first=first) or _is_stamp(bare, words):
        return Part.FURNITURE
    if not any(map(str.isalnum, line)) or CODE.fullmatch(line) or COPYRIGHT.match(line):
        return Part.FURNITURE
    if _starts(bare, words.credits) or _is_byline(line, words, first=first):
        return Part.BYLINE
    return None


def _is_furniture(bare: str, words: LayoutWords, *, first: bool) -> bool:
    if bare.rstrip(".:… ") in words.furniture_whole or _starts(bare, words.furniture):
        return True
    if not first and _starts(bare, words.furniture_later):
        return True
    return len(bare.split()) <= LONGEST_LABEL and any(phrase in bare for phrase in words.furniture_within)


def _starts(bare: str, phrases: frozenset[str]) -> bool:
    """Whether the words begin with one of the phrases, whole."""
    return bool(phrases) and _opening(phrases).match(bare) is not None


@lru_cache(maxsize=32)
def _opening(phrases: frozenset[str]) -> re.Pattern[str]:
    whole = (re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in sorted(phrases))
    return re.compile("|".join(whole))


def _is_stamp(bare: str, words: LayoutWords) -> bool:
    """A day or an hour and nothing else: "Published 10:32 GMT, 26 March 2018"."""
    if len(bare) > LONGEST_STAMP or not any(map(str.isdigit, bare)):
        return False
    known = words.stamp | words.months | words.days
    parts = re.findall(r"[^\s,:|/()·•–—-]+", bare)
    rest = [part for part in parts if part.rstrip(".") not in known]
    return len(rest) < len(parts) and all(re.fullmatch(r"\d+(?:st|nd|rd|th|am|pm)?", part) for part in rest)


def _is_byline(line: str, words: LayoutWords, *, first: bool) -> bool:
    names = line.strip(WRAPPING).split()
    if not names or len(names) > LONGEST_BYLINE:
        return False
    if names[0].lower() == "by":
        return _are_names(names[1:], words) and not ends_sentence(line, words)
    people, comma, source = line.strip(WRAPPING).rpartition(",")
    if comma and source.strip().lower() in words.agencies:
        return _are_names(people.split(), words)
    return not first and (line.lower() in words.agencies or _is_name_in_place(names, words))


def _is_name_in_place(names: list[str], words: LayoutWords) -> bool:
    """ "Jane Doe in Nairobi", a line of its own."""
    if names.count("in") != 1 or names[-1] == "in":
        return False
    who, where = names[: names.index("in")], names[names.index("in") + 1 :]
    return len(who) in {2, 3, 5} and len(where) <= 2 and _are_names(who, words) and _are_names(where, words)  # noqa: PLR2004


def _are_names(names: list[str], words: LayoutWords) -> bool:
    """Whether each word is a capitalised one that is no day or month, or joins two such."""
    calendar = words.days | words.months | {"the"}
    if not names or names[0].strip(",").lower() in calendar or not names[0][:1].isupper():
        return False
    return all(name[:1].isupper() or name.lower() in words.joiners for name in names)


def _dateline(line: str, words: LayoutWords) -> int | None:
    """How many characters at the head of a paragraph tell from where and when it was sent."""
    for pattern, sure in _dateline_patterns(words):
        found = pattern.match(line)
        rest = line[found.end() :] if found is not None else ""
        if found is not None and rest and not rest.isupper() and (sure or not rest[0].islower()):
            return found.end()
    return None


@lru_cache(maxsize=8)
def _dateline_patterns(words: LayoutWords) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Each with whether it is sure enough for a body that goes on in lower case.

    "BEIRUT, Lebanon (AP) _ ", "PARIS, March 26 --", "Moscow, April 3 - ", "London (CNN) ", "(Reuters) - ".
    """
    month, agency = rf"(?:{_any_of(map(str.title, words.months))})\.?", rf"(?i:{_any_of(words.agencies)})"
    day = rf",?\s+(?:{month}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{month}(?:\s+\d{{4}})?)(?!\w)"
    region = rf",\s+{PROPER}(?:\s+(?:of|the|and|{PROPER})){{0,3}}"
    source, known_source = r",?\s*\([^()]{1,40}\)", rf",?\s*\({agency}(?:[ /,][^()]{{1,30}})?\)"
    shouted, proper = rf"{SHOUTED}(?:[ /]{SHOUTED}){{0,4}}", rf"{PROPER}(?:[ /]{PROPER}){{0,3}}"
    return (
        (re.compile(rf"{shouted}(?:{day}|{region}){{0,3}},?(?:{source})?{DASH}"), False),
        (re.compile(rf"{proper}(?:{region})?(?:{day})(?:{source})?{DASH}"), True),
        (re.compile(rf"{proper}(?:{region})?(?:{day})?{known_source}(?:{DASH}|\s*)"), True),
        (re.compile(rf"{proper}(?:{region})?{source}{DASH}"), False),
        (re.compile(rf"\({agency}\)(?:{DASH}|\s*)"), True),
        (re.compile(rf"{agency}\s+--?\s+"), False),
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern for each of the words, the longest first; for none of them one that never matches."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
