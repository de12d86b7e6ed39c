"""The page: whole without network or script, its anchors meet, and whatever an article says is only words."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest

from dragoman.exports import html
from dragoman.exports.marks import Mark, marked
from dragoman.records import Actor, Article, Event, Span

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser would find: elements in order, which are left open, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += "" if self.open[-1:] == ["style"] else data

    def all(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute)) is not None]


def page(article: Article, events: tuple[Event, ...]) -> str:
    file = StringIO()
    html.write([(article, events), (article, events)], file)
    return file.getvalue()


def test_every_link_within_the_page_leads_to_an_anchor_and_every_anchor_is_one(
    article: Article, events: tuple[Event, ...]
) -> None:
    found = Page(page(article, events))
    anchors = found.all("id")
    assert found.open == []
    assert len(anchors) == len(set(anchors)) == 2 * (1 + 2 * len(events))
    assert {href.removeprefix("#") for href in found.all("href") if href.startswith("#")} == {
        anchor for anchor in anchors if not anchor.startswith("article-")
    }


def test_an_event_leads_to_the_event_that_it_answers_and_back(article: Article, events: tuple[Event, ...]) -> None:
    ties = re.findall(r'class="tie" href="#event-2-(\d)"', page(article, events))
    assert ties == ["2", "3", "1", "1"]


def test_the_page_needs_nothing_beside_itself(article: Article, events: tuple[Event, ...]) -> None:
    text = page(article, events)
    found = Page(text)
    assert {tag for tag, _ in found.elements} & {"script", "link", "img", "iframe", "base", "form", "object"} == set()
    assert found.all("src") == []
    assert "default-src 'none'; style-src 'unsafe-inline'" in found.all("content")
    assert not re.search(r"url\(|@import", text)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("</style></title>\"'><img src=x onerror=alert(1)>", "</style></title>\"'><img src=x onerror=alert(1)>"),
        ("&lt;b&gt; &amp;", "&lt;b&gt; &amp;"),
        ("{style} %s {0}", "{style} %s {0}"),
        ("a\x1b[31m\0\u202eb\u2067", "a␛[31m␀\ufffdb\ufffd"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_what_an_article_says_is_only_words(words: str, seen: str, article: Article, events: tuple[Event, ...]) -> None:
    span = Span(0, len(words), words)
    party = Actor(span, words, words, (words,), words)
    told = replace(events[0], actor=(party,), trigger=span, evidence=span, act=words, contexts=(words,), explain=words)
    plain = Page(page(article, events[:1]))
    found = Page(page(replace(article, title=words, text=words, publisher=words, url=words), (told,)))
    assert seen in found.words
    assert {tag for tag, _ in found.elements} <= {tag for tag, _ in plain.elements}
    assert found.all("onerror") == []


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,<b>", False),
    ],
)
def test_only_an_address_of_the_web_is_a_link(url: str, is_link: bool, article: Article) -> None:  # noqa: FBT001
    hrefs = [href for href in Page(page(replace(article, url=url), ())).all("href") if not href.startswith("#")]
    assert hrefs == ([url, url] if is_link else [])


@pytest.mark.parametrize(
    ("marks", "seen"),
    [
        ([], "<p>Head</p>\n<p>one two\nthree</p>"),
        ([Mark(6, 9, "a")], '<p>Head</p>\n<p><span class="a">one</span> two\nthree</p>'),
        (
            [Mark(6, 13, "a"), Mark(10, 13, "b", "!")],
            '<p>Head</p>\n<p><span class="a">one </span><span class="a b">two</span>!\nthree</p>',
        ),
        (
            [Mark(6, 13, "a"), Mark(10, 19, "b")],
            '<p>Head</p>\n<p><span class="a">one </span><span class="a b">two</span><span class="b">\nthree</span></p>',
        ),
        ([Mark(6, 9, "a"), Mark(6, 9, "a")], '<p>Head</p>\n<p><span class="a">one</span> two\nthree</p>'),
        ([Mark(0, 9, "a", "!")], '<p><span class="a">Head</span></p>\n<p><span class="a">one</span>! two\nthree</p>'),
    ],
)
def test_marks_may_overlap_and_cross_paragraphs(marks: list[Mark], seen: str) -> None:
    assert marked("Head\n\none two\nthree\n", marks, headline=False) == seen


def test_the_headline_is_a_heading_once(article: Article) -> None:
    headings = re.findall(r"<h2>.*</h2>", page(article, ()))
    assert headings == ["<h2>France sends home four Russian envoys</h2>"] * 2
    untitled = re.findall(r"<h2>.*</h2>", page(replace(article, text="Words."), ()))
    assert untitled == headings
