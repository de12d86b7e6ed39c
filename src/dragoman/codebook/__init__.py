"""A folder of dictionaries in, one codebook out: what is X on day D, which acts can this word trigger?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import dragoman.dictionaries
from dragoman.codebook.acts import Acts, load_acts, load_words, read_toml
from dragoman.codebook.agreement import agreed
from dragoman.codebook.collecting import without_collecting
from dragoman.codebook.confidence import Confidence, load_confidence
from dragoman.codebook.content import Content, load_content
from dragoman.codebook.cues import Cues, load_cues
from dragoman.codebook.layout import LayoutWords, load_layout
from dragoman.codebook.names import Names, load_names
from dragoman.codebook.numbers import NumberWords, load_numbers
from dragoman.codebook.ontology import Ontology, load_ontology
from dragoman.codebook.pronouns import Pronouns, load_pronouns
from dragoman.codebook.roles import Roles, load_roles
from dragoman.codebook.speech import Speech, load_speech
from dragoman.codebook.story import StoryWords, load_story
from dragoman.codebook.times import TimeWords, load_times
from dragoman.codebook.vocabulary import Lemmas, stems

__all__ = ["Codebook", "load"]


@dataclass(frozen=True)
class Codebook:
    """All dictionaries, read and checked."""

    acts: Acts
    names: Names
    roles: Roles
    ontology: Ontology
    content: Content
    cues: Cues
    speech: Speech
    pronouns: Pronouns
    times: TimeWords
    numbers: NumberWords
    story: StoryWords
    confidence: Confidence
    layout: LayoutWords
    political: frozenset[str]
    private: frozenset[str]
    hurting: frozenset[str]
    grounds: frozenset[str]
    irregular: Mapping[str, str]
    folders: tuple[Path, ...]

    @cached_property
    def digest(self) -> str:
        """Twelve digits that name this very content."""
        return _digest(self.folders)

    @cached_property
    def _everyday(self) -> frozenset[str]:
        triggers = [*self.acts.by_verb, *self.acts.by_noun, *self.cues.governors, *self.cues.nouns, *self.speech.verbs]
        rest = [w for act in self.acts.acts.values() for p in act.patterns for t in p.triggers for w in t.rest]
        return frozenset((*triggers, *rest, *(w for r in self.roles for w in r.noun.split())))

    @cached_property
    def lemmas(self) -> Lemmas:
        """The verbs of acts, cues and speech, against which a parser's lemmas are mended."""
        return Lemmas(frozenset((*self.acts.by_verb, *self.cues.governors, *self.speech.verbs)), self.irregular)

    def is_common(self, word: str) -> bool:
        """Whether a headline's capitalised word is an everyday word of political news, not a name."""
        return not self._everyday.isdisjoint(stems(word.lower()))


def load(folder: Path | None = None) -> Codebook:
    """Dragoman's own dictionaries; those of `folder` (same names and layout) add to the acts and replace the rest."""
    with without_collecting():
        return _load(folder)


def _load(folder: Path | None) -> Codebook:
    home = Path(dragoman.dictionaries.__path__[0])
    chosen = _chosen(home, folder)
    words = load_words(chosen("words.toml"))
    acts = sorted((home / "acts").glob("*.toml"))
    acts += sorted((folder / "acts").glob("*.toml")) if folder is not None else []
    ontology = load_ontology(home / "ontology")
    return Codebook(
        acts=agreed(load_acts(acts, words), ontology),
        names=load_names(home / "actors"),
        roles=load_roles(chosen("actors/roles.csv")),
        ontology=ontology,
        content=load_content(chosen("ontology/content.toml")),
        cues=load_cues(chosen("cues.toml")),
        speech=load_speech(chosen("speech.toml")),
        pronouns=load_pronouns(chosen("pronouns.toml")),
        times=load_times(chosen("times.toml")),
        numbers=load_numbers(chosen("numbers.toml")),
        story=load_story(chosen("story.toml")),
        confidence=load_confidence(chosen("confidence.toml")),
        layout=load_layout(chosen("layout.toml")),
        hurting=frozenset(read_toml(chosen("politics.toml"))["hurting"]),
        private=frozenset(read_toml(chosen("politics.toml"))["private"]),
        political=frozenset(read_toml(chosen("politics.toml"))["sectors"]),
        grounds=frozenset(read_toml(chosen("places/grounds.toml"))["nouns"]),
        irregular=read_toml(chosen("irregular.toml"))["past"],
        folders=(home,) if folder is None else (home, folder),
    )


def _chosen(home: Path, folder: Path | None) -> Callable[[str], Path]:
    def file(name: str) -> Path:
        return folder / name if folder is not None and (folder / name).is_file() else home / name

    return file


def _digest(folders: tuple[Path, ...]) -> str:
    content = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".csv", ".toml"):
                content.update(file.read_bytes())
    return content.hexdigest()[:12]
