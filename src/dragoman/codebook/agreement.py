"""The acts and the ontology in, refused where an act names a type, mode or code that the ontology does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.acts import Act, Acts
from dragoman.codebook.ontology import Ontology
from dragoman.errors import DictionaryError


def agreed(acts: Acts, ontology: Ontology) -> Acts:
    """The acts as they are; DictionaryError for the first that the ontology does not know."""
    for act in acts.acts.values():
        for fault in faults(act, ontology):
            raise DictionaryError(act.file, f"act {act.name}", fault)
    return acts


def faults(act: Act, ontology: Ontology) -> Iterator[str]:
    """What is wrong with the act's codes, each with its remedy."""
    for kind, mode in ((act.type, act.mode), (act.type, act.otherwise), *_own_codes(act)):
        if kind not in ontology.types:
            yield f"`type` {kind} is none of PLOVER's; types are {', '.join(sorted(ontology.types))}"
        elif mode is not None and mode not in ontology.types[kind].modes:
            known = ", ".join(sorted(ontology.types[kind].modes)) or "none"
            yield f"`mode` {mode} is none of {kind}'s; its modes are {known}"
    if act.cameo is not None and act.cameo not in ontology.cameo:
        yield f"`cameo` {act.cameo} is no code of ontology/cameo.csv; take one that is there"
    for kind in sorted({k for p in act.patterns for k in p.content} - set(ontology.types)):
        yield f"`content` {kind} is none of PLOVER's types; types are {', '.join(sorted(ontology.types))}"


def _own_codes(act: Act) -> Iterator[tuple[str, str | None]]:
    return ((p.type or act.type, p.mode) for p in act.patterns if p.type is not None or p.mode is not None)
