"""Rules of organisations.csv and groups.csv: every row can be trusted, and a name means one body on one day."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pycountry
import pytest

from dragoman.codebook.roles import SECTORS

ACTORS = Path(str(files("dragoman.dictionaries"))) / "actors"
COLUMNS = ["name", "aliases", "kind", "country", "sectors", "since", "until", "qid"]
KINDS = {
    "organisations.csv": set("igo agency ministry parliament court party military police media firm ngo body".split()),
    "groups.csv": {"armed", "movement"},
}
PLOVER_COUNTRIES = {"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "KOS"}
COUNTRIES = (
    {country.alpha_3 for country in pycountry.countries}
    | {country.alpha_3 for country in pycountry.historic_countries}
    | PLOVER_COUNTRIES
    | {""}
)

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (ACTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def forms(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


def period(row: Row) -> tuple[date, date]:
    return (
        date.fromisoformat(row["since"]) if row["since"] else date.min,
        date.fromisoformat(row["until"]) if row["until"] else date.max,
    )


def meaning(form: str, day: date) -> Iterator[tuple[str, str]]:
    for row in rows("organisations.csv") + rows("groups.csv"):
        since, until = period(row)
        if form in forms(row) and since <= day < until:
            yield row["country"], row["sectors"]


@pytest.mark.parametrize("name", KINDS)
def test_a_table_has_its_columns(name: str) -> None:
    assert (ACTORS / name).read_text(encoding="utf-8").splitlines()[0].split(",") == COLUMNS


@pytest.mark.parametrize("name", KINDS)
def test_every_cell_holds_what_its_column_promises(name: str) -> None:
    refused = [
        row
        for row in rows(name)
        if row["kind"] not in KINDS[name]
        or row["country"] not in COUNTRIES
        or not set(filter(None, row["sectors"].split("|"))) <= SECTORS
        or not re.fullmatch(r"(Q[1-9]\d*)?", row["qid"])
        or any(form != form.strip() or len(form) < 2 for form in forms(row))
        or len(set(forms(row))) != len(forms(row))
    ]
    assert refused == []


@pytest.mark.parametrize("name", KINDS)
def test_a_row_begins_before_it_ends(name: str) -> None:
    assert [row["name"] for row in rows(name) if not period(row)[0] < period(row)[1]] == []


def test_a_name_means_one_body_on_one_day() -> None:
    known: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows("organisations.csv") + rows("groups.csv"):
        for form in forms(row):
            known[form].append(row)
    clashes = [
        (form, one["country"], other["country"])
        for form, told in known.items()
        for one, other in combinations(told, 2)
        if max(period(one)[0], period(other)[0]) < min(period(one)[1], period(other)[1])
    ]
    assert clashes == []


def test_a_body_without_a_country_is_one_that_many_states_have() -> None:
    stateless = {row["kind"] for row in rows("organisations.csv") + rows("groups.csv") if not row["country"]}
    assert stateless == {"party", "body"}


def test_a_qid_means_one_body() -> None:
    names = defaultdict(set)
    for row in rows("organisations.csv") + rows("groups.csv"):
        names[row["qid"]].add(row["name"])
    assert {qid: told for qid, told in names.items() if qid and len(told) > 1} == {}


@pytest.mark.parametrize(
    ("form", "day", "country", "sectors"),
    [
        ("KGB", "1991-12-02", "SUN", "SPY"),
        ("Belarusian KGB", "1991-12-03", "BLR", "SPY"),
        ("Islamic Jihad", "1985-03-16", "LBN", "REB"),
        ("Islamic Jihad", "2005-10-26", "PSE", "REB"),
        ("National Security Council", "2005-10-26", "", "GOV"),
        ("GRU", "1985-06-01", "SUN", "SPY"),
        ("GRU", "2018-10-04", "RUS", "SPY"),
        ("TASS", "1991-12-25", "SUN", "JRN"),
        ("TASS", "1991-12-26", "RUS", "JRN"),
        ("Taliban", "1995-01-01", "AFG", "REB"),
        ("Taliban", "1996-09-27", "AFG", "GOV"),
        ("Taliban", "2001-11-13", "AFG", "REB"),
        ("Taliban", "2021-08-15", "AFG", "GOV"),
        ("Hezbollah", "2006-07-12", "LBN", "REB|PTY"),
        ("Sandinistas", "1986-06-27", "NIC", "GOV"),
        ("Sandinistas", "1995-01-01", "NIC", "PTY"),
        ("contras", "1986-06-27", "NIC", "REB"),
        ("RSF", "2022-01-01", "SDN", "PRM"),
        ("RSF", "2023-04-15", "SDN", "REB"),
        ("Islamic State", "2015-11-13", "IMG", "REB"),
        ("African National Congress", "1986-01-01", "ZAF", "REB"),
        ("African National Congress", "2000-01-01", "ZAF", "PTY"),
        ("U.N. Security Council", "2003-03-01", "UNO", ""),
        ("European Commission", "2003-03-01", "EUR", "GOV"),
        ("IAEA", "2003-03-01", "UNO", ""),
        ("NATO", "1999-03-24", "IGO", ""),
        ("U.S. State Department", "1999-03-24", "USA", "GOV"),
        ("Huawei", "2019-05-15", "CHN", "BUS"),
    ],
)
def test_a_name_means_what_it_meant_that_day(form: str, day: str, country: str, sectors: str) -> None:
    assert list(meaning(form, date.fromisoformat(day))) == [(country, sectors)]


@pytest.mark.parametrize(
    "form", ["Senate", "Congress", "Parliament", "Labour Party", "Communist Party", "Supreme Court"]
)
def test_a_name_that_many_states_share_is_no_organisation(form: str) -> None:
    assert list(meaning(form, date(2010, 1, 1))) == []


def test_the_tables_are_large_enough_for_general_news() -> None:
    assert len(rows("organisations.csv")) >= 700
    assert len(rows("groups.csv")) >= 250
