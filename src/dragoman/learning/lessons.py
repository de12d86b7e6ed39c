"""A coder in, its codebook's own sentences out as examples: those that a pattern codes and those that it leaves alone.

They teach the learned reader the codebook's words; nothing is in them that the codebook does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman import text as text_room
from dragoman.coding.marking import MarkedText
from dragoman.learning.rows import NONE, STATUSES, Example
from dragoman.pipeline import Coder
from dragoman.records import Article, Event, Parse, Token

SUBJECTS, OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "pobj", "dative")
BEFORE = ("det", "amod", "compound", "nummod", "poss")


def lessons(coder: Coder) -> Iterator[Example]:
    """Every sentence of the codebook once, where it marks somebody."""
    seen: set[str] = set()
    for act in coder.codebook.acts.acts.values():
        for pattern in act.patterns:
            for sample in pattern.codes:
                found = None if sample.text in seen else coded(sample.text, act.name, coder)
                if found is not None:
                    seen.add(sample.text)
                    yield found
            for sentence in pattern.leaves:
                found = None if sentence in seen else left(sentence, coder)
                if found is not None:
                    seen.add(sentence)
                    yield found


def coded(sentence: str, act: str, coder: Coder) -> Example | None:
    """The sentence with the parties of the act that it is there for; None where it names no doer."""
    events = coder.code(Article("sample", sentence))
    event = next((e for e in events if e.act == act and e.actor), None)
    return None if event is None else of_event(sentence, event)


def of_event(sentence: str, event: Event) -> Example:
    """An event as an example: the first of its actors, and of its recipients or a joint act's other side."""
    actor, *others = event.actor
    other = next(iter((*event.recipient, *others)), None)
    recipient = None if other is None or other.span.overlaps(actor.span) else (other.span.start, other.span.end)
    status = event.status if event.status in STATUSES else None
    return Example(
        MarkedText(sentence, (actor.span.start, actor.span.end), recipient), (event.type,), event.mode or "-", status
    )


def left(sentence: str, coder: Coder) -> Example | None:
    """The sentence with its subject and object as parties to nothing; None where another pattern codes it."""
    article = Article("sample", sentence)
    parse = next((s.parse for s in text_room.read(article, coder.parser, coder.codebook) if s.parse), None)
    if parse is None or coder.code(article):
        return None
    subject = next((t for t in parse if t.dep in SUBJECTS), None)
    if subject is None:
        return None
    thing = next((t for t in parse if t.dep in OBJECTS and t.start > subject.start), None)
    return Example(
        MarkedText(sentence, phrase(parse, subject), None if thing is None else phrase(parse, thing)), (NONE,)
    )


def phrase(parse: Parse, head: Token) -> tuple[int, int]:
    """The characters of a noun with the words right before it that belong to it."""
    return min((t.start for t in (head, *parse.children(head, *BEFORE))), default=head.start), head.end
