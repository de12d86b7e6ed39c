"""Coded articles in, one HTML file out: the text with its events marked, beside it a card for each event.

The file needs nothing beside itself: no network, no script, and its own policy forbids both.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from dragoman.exports import saying
from dragoman.exports.cards import card
from dragoman.exports.inert import one_line
from dragoman.exports.marks import Mark, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.exports.export import Coded
    from dragoman.exports.saying import Told
    from dragoman.records import Article, Event

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>dragoman: who did what to whom</title>
<style>
{style}</style>
</head>
<body>
<header class="page">
<h1>dragoman <small>who did what to whom</small></h1>
<p class="legend"><span class="actor">actor</span> <span class="recipient">recipient</span>
{quads}</p>
</header>
<main>
"""
TAIL = "</main>\n</body>\n</html>\n"
SAFE_ADDRESSES = ("https://", "http://")


def write(coded: Iterable[Coded], file: TextIO, /) -> None:
    """The page, article by article."""
    quads = " ".join(f'<span class="trigger quad{quad}">{name}</span>' for quad, name in saying.QUADS.items())
    file.write(HEAD.format(style=files(__package__).joinpath("page.css").read_text("utf-8"), quads=quads))
    file.writelines(_article(article, events, number) for number, (article, events) in enumerate(coded, 1))
    file.write(TAIL)


def _article(article: Article, events: Sequence[Event], number: int) -> str:
    told = tuple(saying.tell(events))
    marks = [mark for one in told for mark in _marks(one, number)]
    opens_with_title = article.title is not None and article.text.lstrip().startswith(article.title)
    title = "" if opens_with_title else f"<h2>{escape(one_line(article.title or article.id))}</h2>\n"
    cards = "".join(card(one, number) for one in told)
    return f"""<article id="article-{number}">
<div class="words">
<p class="facts">{_facts(article, len(events))}</p>
{title}{marked(article.text, marks, headline=opens_with_title)}
</div>
<ol class="cards">
{cards}</ol>
</article>
"""


def _facts(article: Article, count: int) -> str:
    day = article.published and article.published.isoformat()
    facts = [escape(one_line(fact)) for fact in (day, article.publisher) if fact]
    if article.url is not None:
        facts.append(_address(article.url))
    return " · ".join([*facts, f"{count or 'no'}\N{NO-BREAK SPACE}event{'' if count == 1 else 's'}"])


def _address(url: str) -> str:
    """A link where a click on it can only fetch a page."""
    shown = escape(one_line(url))
    is_safe = url.lower().startswith(SAFE_ADDRESSES)
    return f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>' if is_safe else shown


def _marks(told: Told, article: int) -> Iterator[Mark]:
    """The trigger leads to its card by its number, and so does every further mention."""
    event, number = told.event, told.number
    yield from (Mark(actor.span.start, actor.span.end, "actor") for actor in event.actor)
    yield from (Mark(actor.span.start, actor.span.end, "recipient") for actor in event.recipient)
    for nth, span in enumerate((event.trigger, *event.mentions)):
        anchor = f' id="text-{article}-{number}"' if nth == 0 else ""
        kind = f"trigger quad{event.quad}"
        link = f'<a class="number quad{event.quad}"{anchor} href="#event-{article}-{number}">{number}</a>'
        yield Mark(span.start, span.end, kind, link)
