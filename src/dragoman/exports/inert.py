"""Words from an article in, the same words out, unable to steer a terminal or a page."""

from __future__ import annotations

import re

REPLACED = "\ufffd"
# Unicode has a picture of each control character of ASCII, in their order: ␛ for escape.
PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}
SPACES = re.compile("[\t\n\v\f\r\u0085\u2028\u2029]")
# Control characters, half characters, and marks that turn the direction of the text that follows them.
STEERING = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def inert(words: str) -> str:
    """Each steering character becomes one that can be seen, so offsets stay; tabs and line ends stay too."""
    return STEERING.sub(_seen, words.replace("\r", " "))


def one_line(words: str) -> str:
    """Inert, and each tab and line end a space; offsets stay."""
    return inert(SPACES.sub(" ", words))


def _seen(steering: re.Match[str]) -> str:
    return PICTURES.get(steering[0], REPLACED)
