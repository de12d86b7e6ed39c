"""Rules of holders.csv: who held which office on which day, read straight from the file."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations

import pytest

FILE = files("dragoman.dictionaries") / "actors" / "holders.csv"
COLUMNS = ["person", "aliases", "office", "country", "sectors", "since", "until", "qid"]
SECTORS = {"", "COP", "CRM", "GOV", "JUD", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "REL", "SPY"}

Row = dict[str, str]

# Offices and titles that several people hold at once; in every other one a day has at most one holder.
SHARED = {
    "anc leader",
    "assistant secretary of state",
    "chief weapons inspector",
    "commission spokesperson",
    "contra leader",
    "deputy foreign minister",
    "deputy president",
    "deputy prime minister",
    "farc commander",
    "fatah leader",
    "foreign ministry spokesperson",
    "foreign policy spokesperson",
    "governor",
    "hamas official",
    "hezbollah commander",
    "houthi official",
    "international peace envoy",
    "khmer rouge leader",
    "legislator",
    "m23 leader",
    "member of parliament",
    "militia leader",
    "military spokesperson",
    "moro rebel leader",
    "opposition leader",
    "opposition politician",
    "presidential aide",
    "pro-democracy leader",
    "representative",
    "senator",
    "senior adviser",
    "senior party official",
    "separatist leader",
    "shi'ite cleric",
    "special counsel",
    "special envoy",
    "spokesperson",
    "vice foreign minister",
    "vice premier",
}


@cache
def rows() -> tuple[Row, ...]:
    return tuple(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


def holders(office: str, country: str, day: str) -> list[str]:
    return [
        row["person"]
        for row in rows()
        if (row["office"], row["country"]) == (office, country)
        and row["since"] <= day
        and (not row["until"] or day < row["until"])
    ]


def at_once(one: Row, other: Row) -> bool:
    return one["since"] < (other["until"] or "9999") and other["since"] < (one["until"] or "9999")


@pytest.mark.parametrize(
    ("office", "country", "day", "person"),
    [
        ("president", "USA", "1989-01-19", "Ronald Reagan"),
        ("president", "USA", "1989-01-20", "George H.W. Bush"),
        ("president", "USA", "1999-06-01", "Bill Clinton"),
        ("president", "USA", "2003-03-20", "George W. Bush"),
        ("president", "USA", "2014-03-20", "Barack Obama"),
        ("president", "USA", "2018-03-26", "Donald Trump"),
        ("president", "USA", "2022-02-24", "Joe Biden"),
        ("president", "USA", "2025-03-01", "Donald Trump"),
        ("secretary of state", "USA", "1986-10-12", "George Shultz"),
        ("secretary of state", "USA", "1990-09-12", "James Baker"),
        ("secretary of state", "USA", "2003-02-05", "Colin Powell"),
        ("secretary of state", "USA", "2015-07-14", "John Kerry"),
        ("secretary of defense", "USA", "2004-05-01", "Donald Rumsfeld"),
        ("national security adviser", "USA", "2019-01-01", "John Bolton"),
        ("attorney general", "USA", "2019-04-18", "William Barr"),
        ("house speaker", "USA", "2022-08-02", "Nancy Pelosi"),
        ("cia director", "USA", "2003-01-01", "George Tenet"),
        ("special counsel", "USA", "2018-01-01", "Robert Mueller"),
        ("white house press secretary", "USA", "2002-01-01", "Ari Fleischer"),
        ("general secretary", "SUN", "1985-03-01", "Konstantin Chernenko"),
        ("general secretary", "SUN", "1986-04-26", "Mikhail Gorbachev"),
        ("foreign minister", "SUN", "1987-12-08", "Eduard Shevardnadze"),
        ("president", "RUS", "1993-10-04", "Boris Yeltsin"),
        ("president", "RUS", "2008-08-08", "Dmitry Medvedev"),
        ("prime minister", "RUS", "2008-08-08", "Vladimir Putin"),
        ("president", "RUS", "2014-03-18", "Vladimir Putin"),
        ("foreign minister", "RUS", "1999-03-24", "Igor Ivanov"),
        ("foreign minister", "RUS", "2018-03-29", "Sergei Lavrov"),
        ("kremlin spokesperson", "RUS", "2018-03-29", "Dmitry Peskov"),
        ("prime minister", "GBR", "1986-04-15", "Margaret Thatcher"),
        ("prime minister", "GBR", "1998-04-10", "Tony Blair"),
        ("prime minister", "GBR", "2018-03-14", "Theresa May"),
        ("prime minister", "GBR", "2022-10-01", "Liz Truss"),
        ("foreign secretary", "GBR", "2018-03-14", "Boris Johnson"),
        ("president", "FRA", "1990-10-03", "Francois Mitterrand"),
        ("president", "FRA", "2003-03-10", "Jacques Chirac"),
        ("foreign minister", "FRA", "2003-02-14", "Dominique de Villepin"),
        ("president", "CHN", "2001-04-01", "Jiang Zemin"),
        ("premier", "CHN", "1989-06-04", "Li Peng"),
        ("foreign minister", "CHN", "2023-03-07", "Qin Gang"),
        ("chancellor", "DEU", "1989-11-09", "Helmut Kohl"),
        ("chancellor", "DEU", "2015-09-04", "Angela Merkel"),
        ("general secretary", "DDR", "1989-11-09", "Egon Krenz"),
        ("prime minister", "JPN", "2022-07-08", "Fumio Kishida"),
        ("prime minister", "IND", "1998-05-11", "Atal Bihari Vajpayee"),
        ("president", "BRA", "2010-05-17", "Luiz Inacio Lula da Silva"),
        ("prime minister", "TUR", "2010-05-31", "Tayyip Erdogan"),
        ("president", "TUR", "2016-07-15", "Tayyip Erdogan"),
        ("president", "KOR", "2000-06-15", "Kim Dae-jung"),
        ("president", "ZAF", "1990-02-11", "F.W. de Klerk"),
        ("president", "ZAF", "1994-05-10", "Nelson Mandela"),
        ("secretary-general", "UNO", "1990-08-02", "Javier Perez de Cuellar"),
        ("secretary-general", "UNO", "2003-03-20", "Kofi Annan"),
        ("nato secretary general", "IGO", "1999-03-24", "Javier Solana"),
        ("high representative", "EUR", "2015-07-14", "Federica Mogherini"),
        ("pope", "VAT", "2013-03-13", "Pope Francis"),
        ("prime minister", "ISR", "1993-09-13", "Yitzhak Rabin"),
        ("prime minister", "ISR", "1996-05-01", "Shimon Peres"),
        ("prime minister", "ISR", "2006-07-12", "Ehud Olmert"),
        ("defence minister", "ISR", "2023-10-07", "Yoav Gallant"),
        ("plo chairman", "PSE", "1988-11-15", "Yasser Arafat"),
        ("hezbollah leader", "LBN", "2006-07-12", "Hassan Nasrallah"),
        ("president", "SYR", "2000-01-01", "Hafez al-Assad"),
        ("president", "SYR", "2011-03-15", "Bashar al-Assad"),
        ("president", "IRQ", "1990-08-02", "Saddam Hussein"),
        ("supreme leader", "IRN", "1989-02-14", "Ayatollah Ruhollah Khomeini"),
        ("supreme leader", "IRN", "2015-07-14", "Ali Khamenei"),
        ("foreign minister", "IRN", "2015-07-14", "Mohammad Javad Zarif"),
        ("king", "JOR", "1994-10-26", "King Hussein"),
        ("king", "SAU", "2010-01-01", "King Abdullah"),
        ("president", "EGY", "2013-07-02", "Mohamed Mursi"),
        ("leader", "LBY", "1986-04-15", "Muammar Gaddafi"),
        ("al qaeda leader", "AFG", "2001-09-11", "Osama bin Laden"),
        ("president", "UKR", "2004-11-22", "Leonid Kuchma"),
        ("president", "UKR", "2013-11-21", "Viktor Yanukovych"),
        ("president", "UKR", "2022-02-24", "Volodymyr Zelenskiy"),
        ("president", "YUG", "1999-03-24", "Slobodan Milosevic"),
        ("serbian president", "YUG", "1995-11-21", "Slobodan Milosevic"),
        ("prime minister", "POL", "1989-09-01", "Tadeusz Mazowiecki"),
        ("president", "CSK", "1990-01-01", "Vaclav Havel"),
        ("president", "VEN", "2002-12-01", "Hugo Chavez"),
        ("president", "CUB", "1996-02-24", "Fidel Castro"),
        ("leader", "PRK", "1994-10-21", "Kim Jong Il"),
        ("president", "COD", "1998-08-02", "Laurent Kabila"),
        ("president", "ZWE", "2008-06-27", "Robert Mugabe"),
    ],
)
def test_an_office_has_its_holder_of_that_day(office: str, country: str, day: str, person: str) -> None:
    assert holders(office, country, day) == [person]


@pytest.mark.parametrize(
    ("office", "country", "day"),
    [
        ("president", "SUN", "1991-12-26"),
        ("pope", "VAT", "2013-03-01"),
        ("house speaker", "USA", "2023-10-10"),
        ("president", "EGY", "2011-06-01"),
        ("president", "LBN", "2015-01-01"),
    ],
)
def test_a_vacant_office_has_no_holder(office: str, country: str, day: str) -> None:
    assert holders(office, country, day) == []


@pytest.mark.parametrize(
    ("day", "sectors"),
    [("2015-11-01", ["OPP"]), ("2017-09-01", ["GOV", "GOV"]), ("2021-02-02", ["OPP"])],
)
def test_the_same_person_is_in_government_only_while_in_office(day: str, sectors: list[str]) -> None:
    found = [
        row["sectors"]
        for row in rows()
        if row["person"] == "Aung San Suu Kyi" and row["since"] <= day < (row["until"] or "9999")
    ]
    assert found == sectors


def test_an_office_of_one_has_one_holder_a_day() -> None:
    offices: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows():
        offices[row["country"], row["office"]].append(row)
    clashes = [
        (key, one["person"], other["person"])
        for key, tenures in offices.items()
        if key[1] not in SHARED
        for one, other in combinations(tenures, 2)
        if at_once(one, other)
    ]
    assert clashes == []


def test_nobody_holds_an_office_twice_at_once() -> None:
    tenures: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows():
        tenures[row["person"], row["country"], row["office"]].append(row)
    twice = [key for key, held in tenures.items() if any(at_once(a, b) for a, b in combinations(held, 2))]
    assert twice == []


def test_every_row_is_well_formed() -> None:
    for row in rows():
        assert list(row) == COLUMNS
        assert all(cell == cell.strip() for cell in row.values()), row
        assert row["person"], row
        assert re.fullmatch(r"[a-z0-9][a-z0-9' -]*", row["office"]), row
        assert re.fullmatch(r"[A-Z]{3}", row["country"]), row
        assert row["sectors"] in SECTORS, row
        assert re.fullmatch(r"(Q[1-9]\d*)?", row["qid"]), row


def test_every_tenure_begins_before_it_ends() -> None:
    for row in rows():
        since = date.fromisoformat(row["since"])
        assert not row["until"] or since < date.fromisoformat(row["until"]), row


def test_no_row_is_told_twice() -> None:
    counted = Counter((row["person"], row["office"], row["country"], row["since"]) for row in rows())
    assert [key for key, times in counted.items() if times > 1] == []


def test_an_alias_means_one_person() -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows():
        for name in filter(None, row["aliases"].split("|")):
            meant[name].add(row["person"])
    persons = {row["person"] for row in rows()}
    assert {name: who for name, who in meant.items() if len(who) > 1 or name in persons} == {}


def test_a_wikidata_id_means_one_person() -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows():
        if row["qid"]:
            meant[row["qid"]].add(row["person"])
    assert {qid: who for qid, who in meant.items() if len(who) > 1} == {}
