"""Names in a parsed sentence in, the places among them out."""

from __future__ import annotations

from dragoman.mentions.phrases import Named
from dragoman.records import Article, Parse, Place

PLACE_KINDS = frozenset({"state", "abbreviation", "capital", "city", "region", "seat"})


def places_in(article: Article, parse: Parse, named: dict[int, Named]) -> dict[int, Place]:
    """Place by the index of its last word; a name of a government's seat is the place it stands in only after "in"."""
    found: dict[int, Place] = {}
    for index, name in named.items():
        if index == name.last and name.name.kind in PLACE_KINDS:
            span = article.span(parse[name.first].start, parse[name.last].end)
            found[index] = Place(span, name.name.name if name.name.kind != "capital" else span.text, name.name.country)
    return found
