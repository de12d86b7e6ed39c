"""The nouns of dragoman: what goes down the path from article to event.

Every record is frozen; a room gives new ones. Offsets are half-open intervals of characters of
`Article.text`, and `article.text[span.start:span.end] == span.text` holds for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """PLOVER's auxiliary modes: whether the act has happened, as its teller has it."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


class Assertion(StrEnum):
    """How an act is told."""

    STATED = "stated"
    ALLEGED = "alleged"
    DENIED = "denied"
    HEDGED = "hedged"


class Bound(StrEnum):
    """How a number in the text bounds the true one: "at least 20", "up to 20", "some 20"."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"


class Precision(StrEnum):
    """The unit in which the article tells a time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


class Part(StrEnum):
    """What a stretch of an article is. Only headline and body are coded; the rest is marked, never cut."""

    HEADLINE = "headline"
    BODY = "body"
    DATELINE = "dateline"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (excluded) of the article's text, and those very words."""

    start: int
    end: int
    text: str

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: headline, blank line, body in `text`; `published` is None where nobody says."""

    id: str
    text: str
    published: date | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end` (excluded)."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence: article offsets, Universal POS, Penn tag, ClearNLP dependency, head's index."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True)
class Parse:
    """The dependency tree of one sentence; a root's `head` is its own index."""

    tokens: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The words that hang on `token`, in order; only those with one of `deps` where any is given."""
        below = self._children[token.index]
        return tuple(child for child in below if child.dep in deps) if deps else below

    def head(self, token: Token) -> Token | None:
        """The word that `token` hangs on; None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The words above `token`, nearest first."""
        above = self.head(token)
        while above is not None:
            yield above
            above = self.head(above)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """`token` and all words below it, in text order."""
        found, waiting = [token], [token]
        while waiting:
            below = self._children[waiting.pop().index]
            found += below
            waiting += below
        return tuple(sorted(found, key=lambda t: t.index))

    def at(self, offset: int) -> Token | None:
        """The word that holds the article's character `offset`."""
        return next((t for t in self.tokens if t.start <= offset < t.end), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; `parse` is None where it was not worth parsing."""

    index: int
    span: Span
    part: Part
    paragraph: int
    parse: Parse | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who: the words, and what is known of them. `country` is ISO 3166 alpha-3; `sectors` are PLOVER's; `id` a QID."""

    span: Span
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    id: str | None = None
    anonymous: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what: `unit` is the lemma of what is counted, or an ISO 4217 code, or "percent"."""

    span: Span
    value: int | float
    unit: str | None
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class When:
    """First and last day that the words can mean."""

    span: Span
    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something must be done; `day` is None where the words give none."""

    span: Span
    day: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a named place; coordinates in degrees, None where not known."""

    span: Span
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one sentence mentions. `actors` and `nouns` are keyed by the index of their noun phrase's head word.

    `nouns` tells what a pronoun or "these Russians" stands for ("diplomat"); `speaker` who talks on in a quotation
    that an earlier sentence opened.
    """

    actors: Mapping[int, tuple[Actor, ...]] = field(default_factory=dict)
    nouns: Mapping[int, str] = field(default_factory=dict)
    speaker: Actor | None = None
    times: tuple[When, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    counts: tuple[Count, ...] = ()
    places: Mapping[int, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, when it is not the reporter."""

    span: Span
    country: str | None = None
    sectors: tuple[str, ...] = ()
    anonymous: bool = False
    verb: str | None = None
    quote: Span | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What an act answers: the words, and the id of that event where the article tells it."""

    span: Span
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. Null means that the article does not say; design.md tells every field."""

    id: str
    article: str
    sentence: int
    type: str
    mode: str | None
    act: str | None
    cameo: str | None
    quad: int
    goldstein: float | None
    intensity: float | None
    trigger: Span
    evidence: Span
    contexts: tuple[str, ...] = ()
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    count: tuple[Count, ...] = ()
    date: When | None = None
    deadline: Deadline | None = None
    place: Place | None = None
    status: Status = Status.ACTUAL
    assertion: Assertion = Assertion.STATED
    attribution: Attribution | None = None
    reason: tuple[Reason, ...] = ()
    mentions: tuple[Span, ...] = ()
    confidence: float = 1.0
    explain: str = ""
