"""Rules of the role nouns: which role a noun phrase ends in, and which rows are refused."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.codebook.roles import SECTORS, Role, Roles, load_roles
from dragoman.errors import DictionaryError

FILE = files("dragoman.dictionaries") / "actors" / "roles.csv"


@pytest.fixture(scope="module")
def roles() -> Roles:
    return load_roles(FILE)


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("foreign minister", Role("foreign minister", ("GOV",), "person", plural=False)),
        ("deputy foreign ministers", Role("deputy foreign minister", ("GOV",), "person", plural=True)),
        ("senior foreign ministry official", Role("foreign ministry official", ("GOV",), "person", plural=False)),
        ("russian official", Role("official", ("GOV",), "person", plural=False)),
        ("vice-president", Role("vice president", ("GOV",), "person", plural=False)),
        ("vice - president", Role("vice president", ("GOV",), "person", plural=False)),
        ("press attachés", Role("press attaché", ("GOV",), "person", plural=True)),
        ("consuls general", Role("consul general", ("GOV",), "person", plural=True)),
        ("american spokespeople", Role("spokesperson", ("GOV",), "person", plural=True)),
        ("attorney generals", Role("attorney general", ("JUD",), "person", plural=True)),
        ("opposition lawmakers", Role("opposition lawmaker", ("OPP",), "person", plural=True)),
        ("lawmakers", Role("lawmaker", ("LEG",), "person", plural=True)),
        ("iranian embassy", Role("embassy", ("GOV",), "institution", plural=False)),
        ("polish army officer", Role("army officer", ("MIL",), "person", plural=False)),
        ("military intelligence officers", Role("military intelligence officer", ("SPY",), "person", plural=True)),
        ("troops", Role("troop", ("MIL",), "group", plural=True)),
        ("riot police", Role("riot police", ("COP",), "group", plural=True)),
        ("ousted prime minister", Role("ousted prime minister", ("ELI",), "person", plural=False)),
        ("former u.s. ambassador", Role("ambassador", ("GOV",), "person", plural=False)),
        ("rebel fighters", Role("rebel fighter", ("REB",), "person", plural=True)),
        ("masked gunmen", Role("masked gunman", ("UAF",), "person", plural=True)),
        ("foreign nationals", Role("foreign national", ("CVL",), "person", plural=True)),
        ("people", Role("people", ("CVL",), "person", plural=True)),
        ("prosecutor 's office", Role("prosecutor's office", ("JUD",), "institution", plural=False)),
        ("prosecutor’s office", Role("prosecutor's office", ("JUD",), "institution", plural=False)),
        ("state news agencies", Role("state news agency", ("JRN",), "group", plural=True)),
        ("director general", Role("director general", (), "person", plural=False)),
    ],
)
def test_the_longest_role_that_ends_the_words_wins(roles: Roles, phrase: str, role: Role) -> None:
    assert roles.of(phrase.split()) == role


@pytest.mark.parametrize("phrase", ["", "agreement", "official visit", "ambassador talks"])
def test_words_that_end_in_no_role_have_none(roles: Roles, phrase: str) -> None:
    assert roles.of(phrase.split()) is None


def test_the_dictionary_is_trusted_and_large(roles: Roles) -> None:
    nouns = {role.noun for role in roles}
    assert len(nouns) >= 500
    assert {code for role in roles for code in role.sectors} == SECTORS - {"PRE"}


HEADER = "noun,plural,sectors,kind"


@pytest.mark.parametrize(
    ("lines", "where", "remedy"),
    [
        ([HEADER, "king,kings,GOV,person", "spy,spies,ABC,person"], "line 3", "`ABC` is no PLOVER sector"),
        ([HEADER, "king,kings,GOV,monarch"], "line 2", "`monarch` is no kind"),
        ([HEADER, "king,kings,GOV,person", "king,,GOV,person"], "line 3", "`king` already stands in line 2"),
        ([HEADER, "vice president,,GOV,person", "vice-president,,GOV,person"], "line 3", "already stands in line 2"),
        ([HEADER, "troop,troops,MIL,group", "troops,,MIL,group"], "line 3", "`troops` already stands in line 2"),
        ([HEADER, "King,kings,GOV,person"], "line 2", "in lower case"),
        ([HEADER, ",kings,GOV,person"], "line 2", "in lower case"),
        ([HEADER, "king,kings,GOV"], "line 2", "a row has 4 cells"),
        ([HEADER, "king,kings,GOV,person,Q1"], "line 2", "a row has 4 cells"),
        (["noun,sectors,kind", "king,GOV,person"], "line 1", "the columns must be"),
    ],
)
def test_a_row_that_cannot_be_trusted_is_refused(tmp_path: Path, lines: list[str], where: str, remedy: str) -> None:
    file = tmp_path / "roles.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(DictionaryError, match=remedy) as refusal:
        load_roles(file)
    assert (refusal.value.file, refusal.value.where) == ("roles.csv", where)
