"""A parsed sentence in a compact notation in, its text and a `Sentence` with the right offsets out.

One word is `text/POS/TAG/dep/head`, words are parted by spaces, and the head is the index of a word (a root's is
its own). `text|lemma/...` gives a lemma; without one it is the text, in lower case unless a proper noun. A word
that is written on to the one before it starts with `~`: `Russia/PROPN/NNP/poss/2 ~'s/PART/POS/case/0`.
"""

from __future__ import annotations

from dragoman.records import Parse, Part, Sentence, Span, Token

PIECES = 4
"""How many pieces follow a word's text; the text itself may hold strokes."""


def parse(
    notation: str, *, start: int = 0, index: int = 0, part: Part = Part.BODY, paragraph: int = 0
) -> tuple[str, Sentence]:
    """The sentence that the notation tells, standing at the character `start` of its article, and its text."""
    text, tokens = "", list[Token]()
    for number, row in enumerate(notation.split()):
        written, pos, tag, dep, head = row.rsplit("/", PIECES)
        if not written.startswith("~"):
            text += " " if text else ""
        word, _, lemma = written.removeprefix("~").partition("|")
        offset = start + len(text)
        text += word
        known = lemma or (word if pos == "PROPN" else word.lower())
        tokens.append(Token(number, offset, offset + len(word), word, known, pos, tag, dep, int(head)))
    span = Span(start, start + len(text), text)
    return text, Sentence(index, span, part, paragraph, Parse(tuple(tokens)))


def unparsed(text: str, *, start: int = 0, index: int = 0, part: Part = Part.BODY, paragraph: int = 0) -> Sentence:
    """A sentence that was not worth parsing."""
    return Sentence(index, Span(start, start + len(text), text), part, paragraph)
