"""A text in, its numerals with their values out; what they count is not asked here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import text2num

from dragoman.codebook.numbers import NumberWords


@dataclass(frozen=True, slots=True)
class Numeral:
    """Where a number stands in the text and its value; `scale` is the magnitude told with it, 1 where none is."""

    start: int
    end: int
    value: int | float
    scale: int
    currency: str | None
    text: str
    glued: bool = False

    @property
    def is_digits(self) -> bool:
        """Whether it is plain figures without a comma: "1986" may be a year, "1,986" is none."""
        return self.text.isdigit()


def numerals_in(text: str, words: NumberWords) -> Iterator[Numeral]:
    """The numerals of the text in order, save those that are part of a word: "F-16", "34-year-old", "14th", "10:30"."""
    for match in words.numeral.finditer(text):
        if _stands_alone(match, text):
            numeral = _numeral(match, words)
            if numeral is not None:
                yield numeral


def _stands_alone(match: re.Match[str], text: str) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if re.search(r"[A-Za-z]-$|[$£€]$|\+$|\d,$|['’]$", before):
        return False
    return not re.match(r"[\w°]|[-–][A-Za-z]|[:/]\d|[.,]\d|['’]s\b", after)


def _numeral(match: re.Match[str], words: NumberWords) -> Numeral | None:
    scale = _scale(match, words)
    base = _base(match, words)
    if base is None or (_is_race(match) and not match["sign"]):
        return None
    value = (base + (Decimal("0.5") if match["half"] else 0)) * scale
    sign = (match["sign"] or "").strip()
    currency = words.signs.get(sign)
    return Numeral(match.start(), match.end(), plain(value), scale, currency, match[0], bool(match["glued"]))


def _is_race(match: re.Match[str]) -> bool:
    """ "the 400m hurdles": whole hundreds before an "m" are metres, "1.4m people" and "12m people" are millions."""
    return (match["glued"] or "").lower() == "m" and match["digits"].endswith("00")


def plain(value: Decimal) -> int | float:
    """A whole number as one: 1.5 billion is 1500000000."""
    return int(value) if value == value.to_integral_value() else float(value)


def _scale(match: re.Match[str], words: NumberWords) -> int:
    """ "40 mln", "£4bn", "300 million"; that of "two million" is read with the words."""
    scale = words.glued[match["glued"].lower()] if match["glued"] else 1
    for word in re.findall(r"[A-Za-z]+", match["large"] or ""):
        scale *= words.magnitudes[word.lower()]
    return scale


def _base(match: re.Match[str], words: NumberWords) -> Decimal | None:
    if match["digits"]:
        return Decimal(match["digits"].replace(",", ""))
    written = re.split(r"[\s-]+", (match["article"] or match["spelled"]).lower())
    half = written[0] == "half"
    written = ["one" if word in ("a", "an") else word for word in written[half:]]
    value = _spelled(written, words)
    return None if value is None else value / 2 if half else value


def _spelled(written: list[str], words: NumberWords) -> Decimal | None:
    """Number words by text2num; "dozen", "crore" and "mln", which it lacks, multiply what stands before them."""
    factor = 1
    while written and written[-1] in words.magnitudes and written[-1] not in KNOWN_TO_TEXT2NUM:
        factor *= words.magnitudes[written.pop()]
    try:
        return Decimal(text2num(" ".join(written), "en")) * factor
    except ValueError:
        return None


KNOWN_TO_TEXT2NUM = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
