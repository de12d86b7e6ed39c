"""A sentence in, a copy of the same length that a parser reads better out: the article itself is never rewritten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.codebook.layout import LayoutWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TYPEWRITER = str.maketrans(
    "‘’‚‛′“”„‟″«»–—―‒‐‑−\u00a0\u202f\u2009\t\r\n",
    "'" * 5 + '"' * 7 + "-" * 7 + " " * 6,
)
"""Typographic signs one to one, as the parser's training text has them; a line break inside a sentence is a blank."""

WORD = re.compile(r"[^\W\d_](?:[\w]|[.'&](?=[^\W_]))*\.?")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_]\.?)?")
ALONE = re.compile(r"(?<= )_(?= )")
"""Old wires type a dash so: "WASHINGTON (AP) _ The ..."."""

SHOUTED_SHARE = 0.85
"""Of the letters of a headline in capitals; "McDONALD SAYS" and "30 mln DLRS" are still one."""

FEWEST_SHOUTED = 2
"""Words; a capital word alone may be a name, "NATO"."""

TITLE_SHARE = 0.7
"""Of the words of four letters and more of a headline in title case: its small words stay small."""

TITLE_LETTERS = 4
LONGEST_ABBREVIATION = 3
"""Letters of a name in capitals that is taken for an abbreviation unheard: "UK", "EU", "UAE"."""


def parsing_copy(
    text: str,
    names: Callable[[str], Iterable[tuple[int, int]]],
    *,
    words: LayoutWords = LayoutWords(),  # noqa: B008  frozen, and empty
    is_common: Callable[[str], bool] | None = None,
) -> str:
    """A copy of `text`, character for character as long, for the parser's eyes only.

    A sentence in capitals is set small, but for its first letter, abbreviations and the stretches that `names`
    finds in it. A headline in title case loses the capitals of the words that `is_common` calls ordinary; without
    `is_common` it keeps them. All else comes back as it was, with plain quotation marks and dashes.

    >>> parsing_copy("U.S. PRESENTS MOSCOW WITH DRAFT", lambda text: [(14, 20)])
    'U.S. presents Moscow with draft'
    """
    plain = ALONE.sub("-", text.translate(TYPEWRITER))
    if _is_shouted(plain):
        return _set_small(plain, list(names(plain)), words)
    if is_common is not None and _is_title_case(plain):
        return _set_common_small(plain, list(names(plain)), is_common)
    return plain


def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    shouted = [word for word in WORD.findall(text) if len(word) > 1 and word.isupper()]
    capitals = sum(map(str.isupper, letters))
    long = any(len(word) > LONGEST_ABBREVIATION and not DOTTED.fullmatch(word) for word in shouted)
    return long and len(shouted) >= FEWEST_SHOUTED and capitals >= SHOUTED_SHARE * len(letters)


def _is_title_case(text: str) -> bool:
    long = [word for word in WORD.findall(text) if len(word) >= TITLE_LETTERS]
    return bool(long) and sum(word[0].isupper() for word in long) >= TITLE_SHARE * len(long)


def _set_small(text: str, names: list[tuple[int, int]], words: LayoutWords) -> str:
    """The whole text small; a name's words with a capital, abbreviations as they are."""
    copy, first = list(_lower(text)), True
    for start, end, word in _words(text):
        inside = [span for span in names if span[0] <= start < span[1]]
        if _is_abbreviation(word, words, named=bool(inside)):
            copy[start:end] = word
        elif first or (inside and _heads(start, inside, word, words)) or word == "I":
            copy[start] = text[start]
        first = False
    return "".join(copy)


def _set_common_small(text: str, names: list[tuple[int, int]], is_common: Callable[[str], bool]) -> str:
    copy = list(text)
    for start, _, word in list(_words(text))[1:]:
        named = any(first <= start < last for first, last in names)
        capitalised = word[0].isupper() and word[1:] == word[1:].lower() and word != "I"
        if capitalised and not named and is_common(word.lower().rstrip(".").removesuffix("'s")):
            copy[start] = _lower(text[start])
    return "".join(copy)


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for found in WORD.finditer(text):
        yield found.start(), found.end(), found[0]


def _is_abbreviation(word: str, words: LayoutWords, *, named: bool) -> bool:
    bare = word.rstrip(".").removesuffix("'S")
    if DOTTED.fullmatch(word.removesuffix("'S")) and "." in word[:-1]:
        return True
    if named and bare.isupper() and 1 < len(bare) <= LONGEST_ABBREVIATION and bare.lower() not in words.small:
        return True
    return bare in words.acronyms


def _heads(start: int, inside: list[tuple[int, int]], word: str, words: LayoutWords) -> bool:
    """Whether a name's word has a capital: all but the small ones inside it, "Republic of Korea"."""
    return word.lower() not in words.small or any(start == first for first, _ in inside)


def _lower(text: str) -> str:
    """Small letters, each where it stood: "İ" has none that is one character."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
