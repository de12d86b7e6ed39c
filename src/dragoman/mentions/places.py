"""Names in a parsed sentence in, the places among them out."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.mentions.phrases import Named
from dragoman.records import Article, Parse, Place

PLACE_KINDS = frozenset({"state", "abbreviation", "capital", "city", "region", "seat"})


def places_in(article: Article, parse: Parse, named: dict[int, Named], grounds: frozenset[str]) -> dict[int, Place]:
    """Place by the index of its last word; a name of a government's seat is the place it stands in only after "in"."""
    found = dict(_grounds(article, parse, named, grounds))
    for index, name in named.items():
        if index == name.last and name.name.kind in PLACE_KINDS:
            span = article.span(parse[name.first].start, parse[name.last].end)
            found[index] = Place(span, name.name.name if name.name.kind != "capital" else span.text, name.name.country)
    return found


def _grounds(
    article: Article, parse: Parse, named: dict[int, Named], grounds: frozenset[str]
) -> Iterator[tuple[int, Place]]:
    """ "British soil", "Syria's airspace": a ground is where its adjective or owner says."""
    for token in parse:
        if token.lemma.lower() in grounds:
            for owner in parse.children(token, "amod", "poss", "compound", "nmod"):
                if owner.index in named and named[owner.index].name.country is not None:
                    first = named[owner.index].first
                    span = article.span(parse[first].start, token.end)
                    yield token.index, Place(span, None, named[owner.index].name.country)
