"""The acts: complete over PLOVER, agreed with the ontology, refused with file, place and remedy where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import codebook as codebooks
from dragoman.codebook.acts import load_acts, load_words
from dragoman.errors import DictionaryError

BOOK = codebooks.load()
GOOD = """
[[act]]
name = "wave"
gloss = "A state waves."
type = "SUPPORT"
cameo = "050"

[[act.pattern]]
verbs = ["wave"]
codes = "France waved."
"""


def test_every_type_and_every_mode_of_plover_has_an_act() -> None:
    told = {(a.type, a.mode) for a in BOOK.acts.acts.values()}
    told |= {(p.type or a.type, p.mode) for a in BOOK.acts.acts.values() for p in a.patterns}
    told |= {(of, mode) for of, _, mode in BOOK.content.rows}
    missing = {(t.name, m) for t in BOOK.ontology.types.values() for m in t.modes} - told
    assert missing == set()
    assert {t for t, _ in told} == set(BOOK.ontology.types)


def test_the_codebook_has_the_triggers_that_news_needs() -> None:
    triggers = {t for a in BOOK.acts.acts.values() for p in a.patterns for t in p.triggers}
    assert len(BOOK.acts.acts) >= 60
    assert len(triggers) >= 1200
    assert all(p.codes for a in BOOK.acts.acts.values() for p in a.patterns)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('type = "SUPPORT"', 'type = "SUPORT"'), "`type` SUPORT is none of PLOVER's"),
        (('cameo = "050"', 'cameo = "999"'), "`cameo` 999 is no code of ontology/cameo.csv"),
        (('cameo = "050"', 'mode = "wave"'), "`mode` wave is none of SUPPORT's"),
        (('verbs = ["wave"]', 'verb = ["wave"]'), "`verb` is no key here"),
        (('verbs = ["wave"]', 'verbs = ["wave"]\nrecipient = "vocative"'), "`vocative` is no role"),
        (('verbs = ["wave"]', 'verbs = ["wave"]\nwhere = { object = "@nobody" }'), "`@nobody` is no class"),
        (('codes = "France waved."', ""), "give `codes`"),
        (('verbs = ["wave"]', ""), "give `verbs` or `nouns`"),
        (('gloss = "A state waves."', ""), "`gloss` is missing"),
        (("[[act]]", "[[act"), "mend the syntax"),
    ],
)
def test_a_broken_act_is_refused_with_its_place_and_remedy(change: tuple[str, str], words: str, tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "mine.toml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(DictionaryError) as refused:
        codebooks.load(tmp_path)
    assert refused.value.file == "mine.toml"
    assert words in str(refused.value)


def test_an_act_of_a_user_s_folder_joins_ours_and_replaces_its_namesake(tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    own = GOOD.replace('name = "wave"', 'name = "expel-diplomats"')
    (tmp_path / "acts" / "mine.toml").write_text(GOOD + own, encoding="utf-8")
    acts = codebooks.load(tmp_path).acts.acts
    assert acts["wave"].type == "SUPPORT"
    assert acts["expel-diplomats"].gloss == "A state waves."
    assert len(acts) == len(BOOK.acts.acts) + 1


def test_a_class_of_words_may_take_in_another(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('envoys = ["envoy", "@consuls"]\nconsuls = ["consul"]\n', encoding="utf-8")
    assert load_words(file)["envoys"] == {"envoy", "consul"}
    file.write_text('envoys = ["@envoys"]\n', encoding="utf-8")
    with pytest.raises(DictionaryError, match="not itself"):
        load_words(file)


def test_the_more_specific_pattern_is_tried_first(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        GOOD + GOOD.replace('"wave"', '"wave off"').replace('name = "wave off"', 'name = "b"'), encoding="utf-8"
    )
    assert [str(t) for _, _, t in load_acts([file], {}).for_verb("wave")] == ["wave off", "wave"]
