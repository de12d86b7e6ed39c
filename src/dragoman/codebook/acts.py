"""`dictionaries/acts/*.toml` in, acts and their patterns out.

A trigger is one word ("expel") or a phrase whose first word is the predicate and whose further words must hang on it
("kick out", "impose sanctions", "haul in ambassador"). An event noun may be a phrase too; its last word is the head
("air strike"). `@diplomats` in a condition stands for the word class of that name in `words.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

from dragoman.errors import DictionaryError

ROLES = frozenset(
    "subject object indirect possessor modifier complement carrier place speaker "
    "about above across after against ahead along alongside amid among around as at before behind below between "
    "beyond by concerning despite down during for from in including inside into near of off on onto out outside over "
    "past per regarding since through throughout till to toward towards under until up upon versus via with within "
    "without".split()
)
SPECIAL = frozenset({"@actor", "@state", "@several"})
"""Conditions that no word list settles: somebody political, somebody with a country, several countries."""
GOVERNS = frozenset({"absorbs", "yields", "keeps"})
ACT_KEYS = frozenset("name gloss type mode otherwise cameo loses joint pattern".split())
PATTERN_KEYS = frozenset(
    "verbs nouns actor recipient where unless of possessor governs content status bare type mode codes leaves".split()
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence that a pattern codes, and the countries of its parties where they are told ("RUS > USA | ...")."""

    text: str
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """`head` is the lemma of the predicate, `rest` the lemmas that must hang on it."""

    head: str
    rest: tuple[str, ...]
    noun: bool

    def __str__(self) -> str:
        return " ".join((*self.rest, self.head) if self.noun else (self.head, *self.rest))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to tell an act. `actor` and `recipient` are roles in the order in which they are tried.

    `content` are the PLOVER types of which the act below must be one, done by the same doer ("warned that it would
    strike"). `type` and `mode` stand in for the act's own where the same act can be of several ("a joint statement
    blaming ...").
    """

    triggers: tuple[Trigger, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    of: str = "object"
    possessor: str = "subject"
    governs: str | None = None
    content: frozenset[str] = frozenset()
    status: str | None = None
    type: str | None = None
    mode: str | None = None
    bare: bool = False
    codes: tuple[Sample, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """What happened, in the diplomats' own terms; `loses` says what its CAMEO or PLOVER code cannot tell.

    `otherwise` is the mode of a threat, demand or refusal whose content is not known.
    """

    name: str
    gloss: str
    type: str
    mode: str | None
    cameo: str | None
    patterns: tuple[Pattern, ...]
    joint: bool = False
    otherwise: str | None = None
    loses: str = ""
    file: str = ""


@dataclass(frozen=True)
class Acts:
    """All acts of a codebook, and which of them a word can trigger."""

    acts: Mapping[str, Act]
    by_verb: Mapping[str, tuple[tuple[Act, Pattern, Trigger], ...]]
    by_noun: Mapping[str, tuple[tuple[Act, Pattern, Trigger], ...]]

    def for_verb(self, lemma: str) -> tuple[tuple[Act, Pattern, Trigger], ...]:
        """The patterns that this verb can trigger, the more specific first."""
        return self.by_verb.get(lemma, ())

    def for_noun(self, lemma: str) -> tuple[tuple[Act, Pattern, Trigger], ...]:
        """The patterns that this event noun can trigger, the more specific first."""
        return self.by_noun.get(lemma, ())


def load_words(file: Path) -> dict[str, frozenset[str]]:
    """`words.toml`: the word classes that all families share, by name."""
    return classes(read_toml(file), {}, file.name)


def classes(raw: Mapping[str, Any], shared: Mapping[str, frozenset[str]], file: str) -> dict[str, frozenset[str]]:
    """The classes of one file; a class may take in another of the file, or a shared one, as `@other`."""

    def expand(name: str, seen: tuple[str, ...]) -> frozenset[str]:
        if name in seen or (name not in raw and name not in shared):
            raise DictionaryError(file, f"class {name}", "name a class that is defined, and not itself")
        if name not in raw:
            return shared[name]
        taken = (expand(w[1:], (*seen, name)) if w.startswith("@") else frozenset({w}) for w in raw[name])
        return frozenset().union(*taken)

    return {name: expand(name, ()) for name in raw}


def read_toml(file: Path) -> dict[str, Any]:
    """The file's tables; a DictionaryError with the line where it is not TOML."""
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DictionaryError(file.name, "TOML", f"{error}; mend the syntax there") from None


def load_acts(files: Iterable[Path], words: Mapping[str, frozenset[str]]) -> Acts:
    """The acts of all files; a later act of the same name replaces the earlier one."""
    acts: dict[str, Act] = {}
    for file in files:
        raw = read_toml(file)
        known = {**words, **classes(raw.get("words", {}), words, file.name)}
        for number, row in enumerate(raw.get("act", []), 1):
            act = _act(row, known, f"act {number} ({row.get('name', '?')})", file.name)
            if act.name in acts and acts[act.name].file == file.name:
                raise DictionaryError(
                    file.name, f"act {number}", f"`{act.name}` stands twice: put its patterns together"
                )
            acts[act.name] = act
    return Acts(acts, _index(acts.values(), noun=False), _index(acts.values(), noun=True))


def _index(acts: Iterable[Act], *, noun: bool) -> dict[str, tuple[tuple[Act, Pattern, Trigger], ...]]:
    found: dict[str, list[tuple[Act, Pattern, Trigger]]] = {}
    for act in acts:
        for pattern in act.patterns:
            for trigger in pattern.triggers:
                if trigger.noun == noun:
                    found.setdefault(trigger.head, []).append((act, pattern, trigger))
    return {head: tuple(sorted(rows, key=_generality)) for head, rows in found.items()}


def _generality(row: tuple[Act, Pattern, Trigger]) -> tuple[int, int]:
    _, pattern, trigger = row
    return -len(trigger.rest), -len(pattern.where) - bool(pattern.unless)


def _act(row: Mapping[str, Any], words: Mapping[str, frozenset[str]], where: str, file: str) -> Act:
    _known_keys(row, ACT_KEYS, where, file)
    for key in ("name", "gloss", "type"):
        if not row.get(key):
            raise DictionaryError(file, where, f"`{key}` is missing: every act has a name, a gloss and a type")
    patterns = tuple(_pattern(p, words, f"{where}, pattern {n}", file) for n, p in enumerate(row.get("pattern", []), 1))
    return Act(
        name=row["name"],
        gloss=row["gloss"],
        type=row["type"],
        mode=row.get("mode"),
        cameo=row.get("cameo"),
        patterns=patterns,
        otherwise=row.get("otherwise"),
        joint=bool(row.get("joint", False)),
        loses=row.get("loses", ""),
        file=file,
    )


def _pattern(row: Mapping[str, Any], words: Mapping[str, frozenset[str]], where: str, file: str) -> Pattern:
    _known_keys(row, PATTERN_KEYS, where, file)
    triggers = (*(_verb(v) for v in row.get("verbs", [])), *(_noun(n) for n in row.get("nouns", [])))
    if not triggers:
        raise DictionaryError(file, where, "give `verbs` or `nouns`: a pattern needs a word that tells the act")
    if not row.get("codes"):
        raise DictionaryError(file, where, "give `codes`: a pattern carries the sentence that it codes")
    if row.get("governs") not in (None, *GOVERNS):
        raise DictionaryError(file, where, f"`governs` is one of {', '.join(sorted(GOVERNS))}")
    return Pattern(
        triggers=triggers,
        actor=_roles(row.get("actor", "subject"), where, file),
        recipient=_roles(row.get("recipient", "object"), where, file),
        where=_condition(row.get("where", {}), words, where, file),
        unless=_condition(row.get("unless", {}), words, where, file),
        of=row.get("of", "object"),
        possessor=row.get("possessor", "subject"),
        governs=row.get("governs"),
        content=frozenset(row.get("content", ())),
        status=row.get("status"),
        type=row.get("type"),
        mode=row.get("mode"),
        bare=bool(row.get("bare", False)),
        codes=tuple(map(_sample, _listed(row["codes"]))),
        leaves=tuple(_listed(row.get("leaves", []))),
    )


def _known_keys(row: Mapping[str, Any], known: frozenset[str], where: str, file: str) -> None:
    for key in row:
        if key not in known:
            raise DictionaryError(file, where, f"`{key}` is no key here; known are {', '.join(sorted(known))}")


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _verb(phrase: str) -> Trigger:
    head, *rest = phrase.lower().split()
    return Trigger(head, tuple(rest), noun=False)


def _noun(phrase: str) -> Trigger:
    *rest, head = phrase.lower().split()
    return Trigger(head, tuple(rest), noun=True)


def _roles(value: str | list[str], where: str, file: str) -> tuple[str, ...]:
    roles = _listed(value)
    for role in roles:
        if role not in ROLES:
            raise DictionaryError(file, where, f"`{role}` is no role; roles are {', '.join(sorted(ROLES))}")
    return tuple(roles)


def _condition(
    row: Mapping[str, Any], words: Mapping[str, frozenset[str]], where: str, file: str
) -> dict[str, frozenset[str]]:
    found = {}
    for role, values in row.items():
        _roles(role, where, file)
        found[role] = frozenset().union(*(_class(v, words, where, file) for v in _listed(values)))
    return found


def _class(value: str, words: Mapping[str, frozenset[str]], where: str, file: str) -> frozenset[str]:
    if not value.startswith("@") or value in SPECIAL:
        return frozenset({value})
    if value[1:] not in words:
        raise DictionaryError(file, where, f"`{value}` is no class of words.toml: add it there")
    return words[value[1:]]


def _sample(text: str) -> Sample:
    parties, bar, sentence = text.partition(" | ")
    if not bar:
        return Sample(text)
    actor, _, recipient = parties.partition(">")
    return Sample(sentence, tuple(actor.split()), tuple(recipient.split()))
