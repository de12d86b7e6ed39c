"""`dictionaries/cues.toml` in, the words that change how an act is told out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from dragoman.codebook.acts import Trigger, read_toml
from dragoman.errors import DictionaryError


class Effect(StrEnum):
    """What a cue makes of the act below it."""

    PERFORMS = "performs"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    ALLEGED = "alleged"
    DENIED = "denied"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Cue:
    """A governing verb; `subject` tells which of its parties does the act below: "subject", "object" or "none"."""

    trigger: Trigger
    effect: Effect
    subject: str


@dataclass(frozen=True)
class Cues:
    """Every cue by its verb, and the small words by what they make of an act."""

    governors: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    undergoes: Mapping[str, tuple[Trigger, ...]]
    light_nouns: frozenset[str]
    quantities: frozenset[str]
    together: frozenset[str]
    alongside: frozenset[str]
    occasions: frozenset[str]
    adverbs: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    subordinators: Mapping[str, str]
    conditions: frozenset[str]

    @cached_property
    def answering(self) -> frozenset[str]:
        """The nouns behind which stands what an act answers: "in response to", "in solidarity with"."""
        return frozenset(n for n, cues in self.nouns.items() if any(c.effect is Effect.PERFORMS for c in cues))


def load_cues(file: Path) -> Cues:
    """The cues of one file; a DictionaryError for an effect or a subject that means nothing."""
    raw = read_toml(file)
    governors: dict[str, list[Cue]] = {}
    nouns: dict[str, list[Cue]] = {}
    for number, row in enumerate(raw.get("cue", []), 1):
        effect, subject = _effect(row.get("effect"), number, file), row.get("subject", "subject")
        if subject not in ("subject", "object", "none"):
            raise DictionaryError(file.name, f"cue {number}", "`subject` is subject, object or none")
        for phrase in row.get("verbs", []):
            trigger = _phrase(phrase)
            governors.setdefault(trigger.head, []).append(Cue(trigger, effect, subject))
        for noun in row.get("nouns", []):
            nouns.setdefault(noun, []).append(Cue(Trigger(noun, (), noun=True), effect, subject))
    undergoes: dict[str, list[Trigger]] = {}
    for row in raw.get("undergoes", []):
        for phrase in row["verbs"]:
            undergoes.setdefault(phrase.split()[0], []).append(_phrase(phrase))
    return Cues(
        governors={head: tuple(sorted(cues, key=lambda c: -len(c.trigger.rest))) for head, cues in governors.items()},
        nouns={head: tuple(cues) for head, cues in nouns.items()},
        quantities=frozenset(raw.get("light", {}).get("quantities", [])),
        occasions=frozenset(raw.get("occasions", {}).get("nouns", [])),
        alongside=frozenset(raw.get("together", {}).get("alone", [])),
        together=frozenset(raw.get("together", {}).get("words", [])),
        light_nouns=frozenset(raw.get("light", {}).get("nouns", [])),
        undergoes={head: tuple(triggers) for head, triggers in undergoes.items()},
        adverbs=_inverted(raw.get("adverbs", {})),
        subordinators=_inverted(raw.get("subordinators", {})),
        auxiliaries=_inverted(raw.get("auxiliaries", {})),
        conditions=frozenset(raw.get("conditions", {}).get("words", [])),
    )


def _phrase(phrase: str) -> Trigger:
    head, *rest = phrase.split()
    return Trigger(head, tuple(rest), noun=False)


def _effect(value: object, number: int, file: Path) -> Effect:
    try:
        return Effect(str(value))
    except ValueError:
        raise DictionaryError(file.name, f"cue {number}", f"`effect` is one of {', '.join(Effect)}") from None


def _inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: effect for effect, words in table.items() for word in words}
