from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.errors import ModelError
from dragoman.records import Article, Part, Sentence
from dragoman.text.parser import REMEDY, Parser

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


def sentence(text: str, start: int, end: int) -> Sentence:
    return Sentence(3, Article("a", text).span(start, end), Part.BODY, 1)


def parsed(parser: Parser, text: str, copy: str | None = None, start: int = 0) -> list[tuple[str, str, str, str, int]]:
    (found,) = parser.parse([sentence(text, start, len(text))], [copy if copy is not None else text[start:]])
    assert found.parse is not None
    return [(token.text, token.lemma, token.pos, token.dep, token.head) for token in found.parse]


def test_a_sentence_gets_its_tree(parser: Parser) -> None:
    assert parsed(parser, "Norway expelled six diplomats.") == [
        ("Norway", "Norway", "PROPN", "nsubj", 1),
        ("expelled", "expel", "VERB", "ROOT", 1),
        ("six", "six", "NUM", "nummod", 3),
        ("diplomats", "diplomat", "NOUN", "dobj", 1),
        (".", ".", "PUNCT", "punct", 1),
    ]


def test_offsets_are_the_articles(parser: Parser) -> None:
    article = Article("a", "Oslo acts\n\nNorway expelled six diplomats.")
    whole = Sentence(1, article.span(11, 41), Part.BODY, 1)
    (found,) = parser.parse([whole], [whole.span.text])
    assert found.parse is not None
    assert [(t.start, t.end) for t in found.parse] == [(11, 17), (18, 26), (27, 30), (31, 40), (40, 41)]
    assert [article.text[t.start : t.end] for t in found.parse] == [t.text for t in found.parse]
    assert (found.index, found.span, found.part, found.paragraph) == (1, whole.span, Part.BODY, 1)


def test_words_are_the_articles_and_lemmas_the_copys(parser: Parser) -> None:
    assert parsed(parser, "NORWAY EXPELS SIX DIPLOMATS", "Norway expels six diplomats") == [
        ("NORWAY", "Norway", "PROPN", "nsubj", 1),
        ("EXPELS", "expel", "VERB", "ROOT", 1),
        ("SIX", "six", "NUM", "nummod", 3),
        ("DIPLOMATS", "diplomat", "NOUN", "dobj", 1),
    ]


def test_white_space_is_no_word(parser: Parser) -> None:
    spaced = parsed(parser, "Norway  \n expelled \t six   diplomats.")
    assert [word for word, *_ in spaced] == ["Norway", "expelled", "six", "diplomats", "."]
    assert [(word, head) for word, _, _, _, head in spaced] == [
        ("Norway", 1),
        ("expelled", 1),
        ("six", 3),
        ("diplomats", 1),
        (".", 1),
    ]


@pytest.mark.parametrize("blank", ["", "   ", "\n"])
def test_nothing_but_white_space_has_an_empty_parse(blank: str, parser: Parser) -> None:
    assert parsed(parser, blank) == []


def test_what_spacy_splits_stays_one_parse_with_several_roots(parser: Parser) -> None:
    tree = parsed(parser, "Norway expelled six diplomats. Denmark recalled its envoy.")
    assert [word for word, _, _, dep, _ in tree if dep == "ROOT"] == ["expelled", "recalled"]
    assert [n for n, (*_, dep, head) in enumerate(tree) if dep == "ROOT" and head == n] == [1, 6]


def test_every_head_is_a_word_of_the_parse(parser: Parser) -> None:
    text = "  \n\n Norway, \n\n which  borders   Russia , expelled \n six\tmen .  \n"
    tree = parsed(parser, text)
    assert all(0 <= head < len(tree) for *_, head in tree)
    assert all((dep == "ROOT") == (head == n) for n, (*_, dep, head) in enumerate(tree))


def test_sentences_come_back_in_order(parser: Parser) -> None:
    texts = [f"Norway expelled {n} diplomats." for n in range(130)]
    given = [sentence(text, 0, len(text)) for text in texts]
    assert [found.span.text for found in parser.parse(given, texts)] == texts


def test_each_sentence_needs_its_copy(parser: Parser) -> None:
    with pytest.raises(ValueError, match="shorter"):
        list(parser.parse([sentence("Oslo acts.", 0, 10)], []))


def test_the_parser_names_its_model(parser: Parser) -> None:
    assert parser.model.startswith("en_core_web_sm")
    assert "ner" not in parser.nlp.pipe_names


def test_a_model_that_is_not_installed_is_an_error_with_a_remedy() -> None:
    with pytest.raises(ModelError) as refusal:
        Parser.load("en_no_such_model")
    assert str(refusal.value) == f"language model en_no_such_model is not installed: {REMEDY}"


def test_a_model_without_a_parser_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError) as refusal:
        Parser.load(str(tmp_path / "blank"))
    assert str(refusal.value) == (
        f"language model {tmp_path / 'blank'} has no tagger and no parser and no attribute_ruler and no lemmatizer: "
        + REMEDY
    )


def test_a_folder_that_is_no_model_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        Parser.load(str(tmp_path))
