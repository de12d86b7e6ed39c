"""What a name means on a day, and which rows of the tables of actors are refused."""

from __future__ import annotations

import csv
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman.dictionaries
from dragoman.codebook.names import Name, NameMatch, Names, load_names
from dragoman.errors import DictionaryError

ACTORS = Path(dragoman.dictionaries.__path__[0]) / "actors"
NAMES = load_names(ACTORS)

Found = tuple[str, str | None, str]

STATES = "code,name,qid,cow,since,until,names,adjectives,peoples,capitals,seats,abbreviations\n"
SUBDIVISIONS = "name,country,kind\n"
BODIES = "name,aliases,kind,country,sectors,since,until,qid\n"
HOLDERS = "person,aliases,office,country,sectors,since,until,qid\n"


def on(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def read(text: str, matches: tuple[NameMatch, ...]) -> list[Found]:
    return [(text[match.start : match.end], match.name.country, match.name.kind) for match in matches]


def folder(path: Path, **tables: str) -> Path:
    for table, rows in {"states": STATES, **tables}.items():
        (path / f"{table}.csv").write_text(rows, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("day", "country"),
    [
        ("1985-01-01", "SUN"),
        ("1991-12-25", "SUN"),
        ("1991-12-26", "RUS"),
        ("2024-01-01", "RUS"),
        (None, "RUS"),
    ],
)
def test_moscow_means_whoever_governed_it_that_day(day: str | None, country: str) -> None:
    text = "Moscow protested."
    assert read(text, NAMES.find(text, day=on(day))) == [("Moscow", country, "capital")]


# text, day, what is found
CASES: list[tuple[str, str | None, list[Found]]] = [
    # names of states, and their older ones
    ("The United States left.", None, [("United States", "USA", "state")]),
    ("America first", None, [("America", "USA", "state")]),
    ("The United States of America", None, [("United States of America", "USA", "state")]),
    ("Great Britain and Holland", None, [("Great Britain", "GBR", "state"), ("Holland", "NLD", "state")]),
    ("the United Kingdom", None, [("United Kingdom", "GBR", "state")]),
    ("the Ivory Coast", None, [("Ivory Coast", "CIV", "state")]),
    ("in Cote d'Ivoire", None, [("Cote d'Ivoire", "CIV", "state")]),
    ("in Côte d’Ivoire", None, [("Côte d’Ivoire", "CIV", "state")]),
    ("Burma", "1988-08-08", [("Burma", "MMR", "state")]),
    ("Burma", "2021-02-01", [("Burma", "MMR", "state")]),
    ("Myanmar", "2021-02-01", [("Myanmar", "MMR", "state")]),
    ("Zaire", "1996-11-01", [("Zaire", "COD", "state")]),
    ("Congo", "2020-01-01", [("Congo", "COD", "state")]),
    ("Congo-Brazzaville", None, [("Congo-Brazzaville", "COG", "state")]),
    ("the Republic of the Congo", None, [("Republic of the Congo", "COG", "state")]),
    (
        "the Democratic Republic of the Congo",
        None,
        [("Democratic Republic of the Congo", "COD", "state")],
    ),
    ("Rhodesia", "1975-01-01", [("Rhodesia", "ZWE", "state")]),
    ("Upper Volta", "1980-01-01", [("Upper Volta", "BFA", "state")]),
    ("Ceylon", "1960-01-01", [("Ceylon", "LKA", "state")]),
    ("Kampuchea", "1980-01-01", [("Kampuchea", "KHM", "state")]),
    ("Macedonia", "2001-01-01", [("Macedonia", "MKD", "state")]),
    ("North Macedonia", "2020-01-01", [("North Macedonia", "MKD", "state")]),
    ("Swaziland", "2000-01-01", [("Swaziland", "SWZ", "state")]),
    ("Türkiye", None, [("Türkiye", "TUR", "state")]),
    ("Papua New Guinea", None, [("Papua New Guinea", "PNG", "state")]),
    ("Equatorial Guinea", None, [("Equatorial Guinea", "GNQ", "state")]),
    ("Guinea-Bissau", None, [("Guinea-Bissau", "GNB", "state")]),
    ("Guinea", None, [("Guinea", "GIN", "state")]),
    ("South Sudan", None, [("South Sudan", "SSD", "state")]),
    ("the Sudan", None, [("Sudan", "SDN", "state")]),
    ("Niger and Nigeria", None, [("Niger", "NER", "state"), ("Nigeria", "NGA", "state")]),
    ("Dominica", None, [("Dominica", "DMA", "state")]),
    ("the Dominican Republic", None, [("Dominican Republic", "DOM", "state")]),
    ("Taiwan", None, [("Taiwan", "TWN", "state")]),
    ("the Republic of China", None, [("Republic of China", "TWN", "state")]),
    ("the People's Republic of China", None, [("People's Republic of China", "CHN", "state")]),
    ("the People’s Republic of China", None, [("People’s Republic of China", "CHN", "state")]),
    ("Bosnia-Herzegovina", None, [("Bosnia-Herzegovina", "BIH", "state")]),
    ("the Holy See", None, [("Holy See", "VAT", "state")]),
    ("the Vatican", None, [("Vatican", "VAT", "state")]),
    ("Kosovo", "1999-03-24", [("Kosovo", "KOS", "state")]),
    ("Hong Kong", "1985-01-01", [("Hong Kong", "HKG", "state")]),
    ("Palestine", None, [("Palestine", "PSE", "state")]),
    ("Greenland", None, [("Greenland", "GRL", "state")]),
    # whose name it was that day
    ("Russia", "1987-06-12", [("Russia", "SUN", "state")]),
    ("Russia", "2017-06-12", [("Russia", "RUS", "state")]),
    ("the Soviet Union", "1987-06-12", [("Soviet Union", "SUN", "state")]),
    ("the former Soviet Union", "2017-06-12", [("Soviet Union", "SUN", "state")]),
    ("Russian diplomats", "1986-10-01", [("Russian", "SUN", "adjective")]),
    ("Russian diplomats", "2018-03-29", [("Russian", "RUS", "adjective")]),
    ("Yugoslavia", "1990-01-01", [("Yugoslavia", "YUG", "state")]),
    ("Yugoslavia", "1999-01-01", [("Yugoslavia", "YUG", "state")]),
    ("Belgrade", "1999-01-01", [("Belgrade", "YUG", "capital")]),
    ("Belgrade", "2004-01-01", [("Belgrade", "SCG", "capital")]),
    ("Belgrade", "2020-01-01", [("Belgrade", "SRB", "capital")]),
    ("Prague", "1992-12-31", [("Prague", "CSK", "capital")]),
    ("Prague", "1993-01-01", [("Prague", "CZE", "capital")]),
    ("Czech", "1968-08-21", [("Czech", "CSK", "adjective")]),
    ("Hanoi", "1970-01-01", [("Hanoi", "VDR", "capital")]),
    ("Hanoi", "1980-01-01", [("Hanoi", "VNM", "capital")]),
    ("Saigon", "1970-01-01", [("Saigon", "VNM", "capital")]),
    ("Aden", "1980-01-01", [("Aden", "YMD", "capital")]),
    ("Aden", "2015-01-01", [("Aden", "YEM", "city")]),
    ("Bonn", "1985-01-01", [("Bonn", "DEU", "capital")]),
    ("East Berlin", "1985-01-01", [("East Berlin", "DDR", "capital")]),
    ("West Germany", "1985-01-01", [("West Germany", "DEU", "state")]),
    ("East Germany", "1985-01-01", [("East Germany", "DDR", "state")]),
    ("East Germans", "1989-11-09", [("East Germans", "DDR", "people")]),
    ("Salisbury", "1975-01-01", [("Salisbury", "ZWE", "capital")]),
    ("Salisbury", "1990-01-01", [("Salisbury", "GBR", "city")]),
    ("Karachi", "1955-01-01", [("Karachi", "PAK", "capital")]),
    ("Karachi", "2005-01-01", [("Karachi", "PAK", "city")]),
    ("Lagos", "1985-01-01", [("Lagos", "NGA", "capital")]),
    ("Lagos", "1995-01-01", [("Lagos", "NGA", "city")]),
    ("Almaty", "1995-01-01", [("Almaty", "KAZ", "capital")]),
    ("Almaty", None, [("Almaty", "KAZ", "city")]),
    # capitals
    ("Kyiv and Kiev", None, [("Kyiv", "UKR", "capital"), ("Kiev", "UKR", "capital")]),
    ("Peking", "1975-01-01", [("Peking", "CHN", "capital")]),
    ("Teheran", "1979-11-04", [("Teheran", "IRN", "capital")]),
    ("Washington", None, [("Washington", "USA", "capital")]),
    ("Washington, D.C., is", None, [("Washington, D.C.", "USA", "capital")]),
    ("Brasília", None, [("Brasília", "BRA", "capital")]),
    ("N'Djamena", None, [("N'Djamena", "TCD", "capital")]),
    ("Port-au-Prince", None, [("Port-au-Prince", "HTI", "capital")]),
    ("New Delhi", None, [("New Delhi", "IND", "capital")]),
    ("Mexico City", None, [("Mexico City", "MEX", "capital")]),
    ("The Hague", None, [("The Hague", "NLD", "capital")]),
    ("Male, Maldives", None, [("Male, Maldives", "MDV", "capital")]),
    # seats of government
    ("the Kremlin", "1980-01-01", [("Kremlin", "SUN", "seat")]),
    ("the Kremlin", "2020-01-01", [("Kremlin", "RUS", "seat")]),
    ("the White House", None, [("White House", "USA", "seat")]),
    ("Foggy Bottom", None, [("Foggy Bottom", "USA", "seat")]),
    ("10 Downing Street", None, [("10 Downing Street", "GBR", "seat")]),
    ("Whitehall", None, [("Whitehall", "GBR", "seat")]),
    ("the Élysée", None, [("Élysée", "FRA", "seat")]),
    ("the Elysee Palace", None, [("Elysee Palace", "FRA", "seat")]),
    ("the Quai d’Orsay", None, [("Quai d’Orsay", "FRA", "seat")]),
    ("the Blue House", None, [("Blue House", "KOR", "seat")]),
    ("Malacañang", None, [("Malacañang", "PHL", "seat")]),
    ("the Casa Rosada", None, [("Casa Rosada", "ARG", "seat")]),
    ("Zhongnanhai", None, [("Zhongnanhai", "CHN", "seat")]),
    # adjectives and peoples
    ("Iranian vessels", None, [("Iranian", "IRN", "adjective")]),
    ("Iranians", None, [("Iranians", "IRN", "people")]),
    ("two Britons", None, [("Britons", "GBR", "people")]),
    ("the British", None, [("British", "GBR", "adjective")]),
    ("Soviets", "1985-01-01", [("Soviets", "SUN", "people")]),
    ("a Frenchman", None, [("Frenchman", "FRA", "people")]),
    ("Dutch police", None, [("Dutch", "NLD", "adjective")]),
    ("North Koreans", None, [("North Koreans", "PRK", "people")]),
    ("South Korean", None, [("South Korean", "KOR", "adjective")]),
    ("Burmese", "2010-01-01", [("Burmese", "MMR", "adjective")]),
    ("Filipino fishermen", None, [("Filipino", "PHL", "adjective")]),
    ("Argentines", None, [("Argentines", "ARG", "people")]),
    ("Palestinians", None, [("Palestinians", "PSE", "people")]),
    ("Emirati", None, [("Emirati", "ARE", "adjective")]),
    ("Turks and Greeks", None, [("Turks", "TUR", "people"), ("Greeks", "GRC", "people")]),
    ("Greek Cypriots", None, [("Greek Cypriots", "CYP", "people")]),
    # abbreviations, in their own case only
    ("US, U.S., USA", None, [(s, "USA", "abbreviation") for s in ("US", "U.S.", "USA")]),
    ("tell us, Us", None, []),
    ("UK", None, [("UK", "GBR", "abbreviation")]),
    ("the UAE", None, [("UAE", "ARE", "abbreviation")]),
    ("the DPRK", None, [("DPRK", "PRK", "abbreviation")]),
    ("S.Africa", "1985-01-01", [("S.Africa", "ZAF", "abbreviation")]),
    ("the U.S.S.R. and USSR", "1985-01-01", [("U.S.S.R.", "SUN", "abbreviation"), ("USSR", "SUN", "abbreviation")]),
    ("the FRG and the GDR", "1985-01-01", [("FRG", "DEU", "abbreviation"), ("GDR", "DDR", "abbreviation")]),
    ("the PRC", None, [("PRC", "CHN", "abbreviation")]),
    # parts of states, and waters of none
    ("New York", None, [("New York", "USA", "city")]),
    ("Texas", None, [("Texas", "USA", "region")]),
    ("Crimea", "2014-03-18", [("Crimea", "UKR", "region")]),
    ("Chechnya", None, [("Chechnya", "RUS", "region")]),
    ("the Gaza Strip", None, [("Gaza Strip", "PSE", "region")]),
    ("the West Bank", None, [("West Bank", "PSE", "region")]),
    ("Scotland", None, [("Scotland", "GBR", "region")]),
    ("Xi’an", None, [("Xi’an", "CHN", "city")]),
    ("Xinjiang and Tibet", None, [("Xinjiang", "CHN", "region"), ("Tibet", "CHN", "region")]),
    ("Aleppo", None, [("Aleppo", "SYR", "city")]),
    ("Somaliland", None, [("Somaliland", "SOM", "region")]),
    ("Nagorno-Karabakh", None, [("Nagorno-Karabakh", "AZE", "region")]),
    ("Transnistria", None, [("Transnistria", "MDA", "region")]),
    ("Northern Cyprus", None, [("Northern Cyprus", "CYP", "region")]),
    ("Western Sahara", None, [("Western Sahara", "MAR", "region")]),
    ("the South China Sea", None, [("South China Sea", None, "region")]),
    ("New Mexico", None, [("New Mexico", "USA", "region")]),
    ("Northern Ireland", None, [("Northern Ireland", "GBR", "region")]),
    # words that hold a state's name and mean none
    ("Native Americans and Latin American", None, []),
    ("the Vietnam War and the South Pole", None, []),
    ("the Geneva Conventions", None, []),
    # whole names only; a hyphen, a possessive and a wrapped line end or join words
    ("a US-led force", None, [("US", "USA", "abbreviation")]),
    ("anti-American", None, [("American", "USA", "adjective")]),
    ("Iran's and Iran’s", None, [("Iran", "IRN", "state"), ("Iran", "IRN", "state")]),
    ("Turkey–Syria", None, [("Turkey", "TUR", "state"), ("Syria", "SYR", "state")]),
    ("Sino-Soviet", "1969-03-02", [("Sino", "CHN", "adjective"), ("Soviet", "SUN", "adjective")]),
    ("Saudi\nArabia", None, [("Saudi\nArabia", "SAU", "state")]),
    ("North\xa0Korea", None, [("North\xa0Korea", "PRK", "state")]),
    ("USB, BUS, Chinatown, Parisian, Cubans2", None, []),
    ("New Yorkers in Omania", None, []),
    ("Congo Republics", None, [("Congo", "COD", "state")]),
    ("turkey, china and polish", None, []),
    ("", None, []),
]


@pytest.mark.parametrize(("text", "day", "found"), CASES, ids=[f"{text}|{day}" for text, day, _ in CASES])
def test_a_name_means_what_it_meant_that_day(text: str, day: str | None, found: list[Found]) -> None:
    assert read(text, NAMES.find(text, day=on(day))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "KREMLIN WARNS TURKEY OVER U.S. BASES",
            [("KREMLIN", "RUS", "seat"), ("TURKEY", "TUR", "state"), ("U.S.", "USA", "abbreviation")],
        ),
        ("US EXPELS IRANIANS", [("US", "USA", "abbreviation"), ("IRANIANS", "IRN", "people")]),
        ("CÔTE D’IVOIRE AND GUINEA-BISSAU", [("CÔTE D’IVOIRE", "CIV", "state"), ("GUINEA-BISSAU", "GNB", "state")]),
        ("help us", []),
        # "İ" has two characters in lower case
        ("İİ SYRIA", [("SYRIA", "SYR", "state")]),
        ("THE OMANIS", [("OMANIS", "OMN", "people")]),
    ],
)
def test_a_headline_in_capitals_is_read_without_its_case(text: str, found: list[Found]) -> None:
    assert read(text, NAMES.find_any_case(text, day=None)) == found


@given(st.lists(st.sampled_from(["Iran", "South ", "Korea", "U.S.", "-", "’s ", "\n", "İ", "New York", " ", "n"])))
def test_matches_are_whole_in_order_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    for matches in (NAMES.find(text, day=None), NAMES.find_any_case(text, day=None)):
        assert all(one.end <= other.start for one, other in pairwise(matches))
        around = [(text[m.start - 1 : m.start], text[m.end : m.end + 1]) for m in matches]
        assert [beside for beside in around if "".join(beside).isalnum()] == []


def test_states_govern_peoples_do_not_and_the_partially_recognised_are_said_to_be_so() -> None:
    words = ("Iran", "Tehran", "Iranian", "Iranians", "Shiraz", "Abkhazia")
    sectors = [name.sectors for word in words if (name := NAMES.meaning(word, day=None))]
    assert sectors == [("GOV",), ("GOV",), ("GOV",), (), (), ("PRE",)]


def test_a_name_carries_its_row() -> None:
    expected = Name("capital", "Russia", "RUS", ("GOV",), "Q159", date(1991, 12, 26), None)
    assert NAMES.meaning("Moscow", day=None) == expected
    assert NAMES.meaning("Atlantis", day=None) is None


# ------------------------------------------------------------------------------------------- holders

MINISTER = (
    "Ann Example,Example|Minister Example,minister of war,FRA,GOV|MIL,2000-01-01,2004-01-01,Q1\n"
    "Ann Example,Example,president,FRA,GOV,2010-01-01,2015-01-01,Q1\n"
    "Bob Example,Example,president,CAN,GOV,2006-01-01,2008-01-01,Q2\n"
)


@pytest.mark.parametrize(
    ("text", "day", "country", "sectors"),
    [
        ("Ann Example", "2000-01-01", "FRA", ("GOV", "MIL")),
        ("Ann Example", "2004-01-01", "FRA", ("ELI", "MIL")),  # the latest that began before
        ("Ann Example", "2012-06-01", "FRA", ("GOV",)),
        ("Ann Example", "2015-01-01", "FRA", ("ELI",)),
        ("Ann Example", "1990-01-01", "FRA", ("ELI", "MIL")),  # the earliest
        ("Ann Example", None, "FRA", ("ELI",)),
        ("Minister Example", "2001-01-01", "FRA", ("GOV", "MIL")),
        ("Example", "2007-01-01", "CAN", ("GOV",)),  # of two namesakes, who is in office
        ("Example", "2009-01-01", "CAN", ("ELI",)),
        ("Example", "2011-01-01", "FRA", ("GOV",)),
    ],
)
def test_a_person_is_what_office_they_held_that_day(
    text: str, day: str | None, country: str, sectors: tuple[str, ...], tmp_path: Path
) -> None:
    names = load_names(folder(tmp_path, holders=HOLDERS + MINISTER))
    assert [(m.name.kind, m.name.country, m.name.sectors) for m in names.find(text, day=on(day))] == [
        ("person", country, sectors)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Jordan spoke", []),
        ('"(Ann Jordan', []),
        ("J. Jordan spoke", []),
        ("In Jordan", ["Jordan"]),
        ("King Visits Jordan", ["Jordan"]),
        ("U.S. Jordan talks", ["Jordan"]),
        ("joanne Jordan", ["Jordan"]),
        ("Ann\n\nJordan", ["Jordan"]),
        ("Ann Jordanian", ["Jordanian"]),  # only places are family names
        ("Ann Saudi Arabia", ["Saudi Arabia"]),  # and only single words
    ],
)
def test_a_place_after_a_given_name_or_an_initial_is_a_person(text: str, found: list[str], tmp_path: Path) -> None:
    states = "JOR,Jordan,,,,,,Jordanian,,,,\nSAU,Saudi Arabia,,,,,,,,,,\n"
    names = load_names(folder(tmp_path, states=STATES + states, holders=HOLDERS + MINISTER))
    assert [text[m.start : m.end] for m in names.find(text, day=None)] == found


def test_organisations_and_groups_keep_their_kind_and_states_go_first(tmp_path: Path) -> None:
    names = load_names(
        folder(
            tmp_path,
            states=STATES + "ABC,Arcadia,,,,,,,,,Old Palace,\n",
            organisations=BODIES + "League of Arcadia,LoA,alliance,IGO,GOV|MIL,1950-01-01,,Q7\n"
            "Old Palace,,agency,ABC,GOV,,,\n",
            groups=BODIES + "Arcadian Front,,armed-group,,REB,,,\n",
            subdivisions=SUBDIVISIONS + "LoA,ABC,city\n",
        )
    )
    text = "LoA, Arcadian Front, Old Palace"
    assert [match.name for match in names.find(text, day=None)] == [
        Name("alliance", "League of Arcadia", "IGO", ("GOV", "MIL"), "Q7", date(1950, 1, 1), None),
        Name("armed-group", "Arcadian Front", None, ("REB",), None, None, None),
        Name("seat", "Arcadia", "ABC", ("GOV",), None, None, None),
    ]


# ------------------------------------------------------------------------------------------- our tables


def rows(table: str) -> list[dict[str, str]]:
    with (ACTORS / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# PLOVER's code for Kosovo, which ISO 3166 does not have.
NOT_ISO = {"KOS"}


@pytest.mark.parametrize("table", ["states.csv", "subdivisions.csv"])
def test_every_country_code_is_one_of_iso_3166(table: str) -> None:
    known = {country.alpha_3 for country in (*pycountry.countries, *pycountry.historic_countries)}
    codes = {row.get("code", row.get("country", "")) for row in rows(table)}
    assert codes - known - NOT_ISO - {""} == set()


def test_every_country_of_a_subdivision_has_a_row() -> None:
    codes = {row["code"] for row in rows("states.csv")}
    assert {row["country"] for row in rows("subdivisions.csv")} - codes - {""} == set()


def test_every_sovereign_state_has_a_name_an_adjective_and_a_capital_today() -> None:
    # With a Correlates of War number and without an end: a state today. These go without an adjective of their own:
    # Dominica's and Congo-Brazzaville's are read as those of a larger neighbour, New Zealand's is its name.
    today = [row for row in rows("states.csv") if row["cow"] and not row["until"]]
    assert len({row["code"] for row in today}) > 190
    assert {row["code"] for row in today if not row["capitals"]} == set()
    assert {row["code"] for row in today if not row["adjectives"]} == {"DMA", "COG", "NZL"}


def test_every_state_of_iso_3166_that_is_in_the_united_nations_is_there() -> None:
    # Everything in ISO 3166 that we leave out is a territory with hardly any people, or part of a state that we have.
    absent = {country.alpha_3 for country in pycountry.countries} - {row["code"] for row in rows("states.csv")}
    assert absent == {"ATF", "BES", "BLM", "BVT", "CCK", "CXR", "ESH", "HMD", "MAF", "NFK", "SGS", "TKL", "UMI"}


def test_no_form_is_written_twice_among_the_subdivisions() -> None:
    forms = [row["name"] for row in rows("subdivisions.csv")]
    assert [form for form, other in pairwise(sorted(forms)) if form == other] == []


def test_cow_numbers_are_of_one_state_each() -> None:
    owners: dict[str, set[str]] = {}
    for row in rows("states.csv"):
        owners.setdefault(row["cow"], set()).add(row["code"])
    shared = {cow: codes for cow, codes in owners.items() if cow and len(codes) > 1}
    # Correlates of War takes the successor for the same member of the system.
    assert shared == {"365": {"RUS", "SUN"}, "345": {"YUG", "SCG", "SRB"}, "816": {"VDR", "VNM"}}


# ------------------------------------------------------------------------------------------- refusals

BROKEN: list[tuple[str, str, str]] = [
    ("states", STATES + "RU,Russia,,,,,,,,,,\n", "states.csv, line 2: `code` 'RU' is not three capital letters"),
    ("states", STATES + "rus,Russia,,,,,,,,,,\n", "states.csv, line 2: `code` 'rus' is not three capital letters"),
    ("states", STATES + ",Russia,,,,,,,,,,\n", "states.csv, line 2: `code` is empty: give the ISO 3166 alpha-3 code"),
    ("states", STATES + "RUS,,,,,,,,,,,\n", "states.csv, line 2: `name` is empty: give the name"),
    ("states", STATES + "RUS, ,,,,,,,,,,\n", "states.csv, line 2: `name` is empty: give the name"),
    (
        "states",
        STATES + "FRA,France,,,,,,,,,,\nSUN,Soviet Union,,,,1991-02-30,,,,,,\n",
        "states.csv, line 3: `until` 1991-02-30 is not a day: write it as 1991-12-26",
    ),
    (
        "states",
        STATES + "RUS,Russia,,,19911226,,,,,,,\n",
        "states.csv, line 2: `since` 19911226 is not a day: write it as 1991-12-26",
    ),
    (
        "states",
        STATES + "RUS,Russia,,,1991-12-26,1991-12-26,,,,,,\n",
        "states.csv, line 2: `since` 1991-12-26 is not before `until` 1991-12-26",
    ),
    (
        "states",
        STATES + "RUS,Russia,159,,,,,,,,,\n",
        "states.csv, line 2: `qid` '159' is not a Wikidata id such as Q30",
    ),
    ("states", STATES + "RUS,Russia\n", "states.csv, line 2: has 2 cells where the header has 12"),
    ("states", STATES.replace(",seats", ""), "states.csv, line 1: the header lacks seats"),
    ("states", "", "states.csv, line 1: the header lacks code, name, names, peoples, abbreviations, capitals"),
    ("states", STATES + 'RUS,"Russia,,,,,,,,,,\n', "states.csv, line 2: is not CSV: unexpected end of data"),
    (
        "states",
        STATES + "SUN,Soviet Union,,,,1991-12-26,Russia,,,,,\nRUS,Russia,,,1991-12-25,,,,,,,\n",
        "states.csv, line 3: 'Russia' is claimed by line 2 for the same days: give both `since` and `until`",
    ),
    (
        "states",
        STATES + "COD,Zaire,,,,,,Congolese,,,,\nCOG,Congo,,,,,,,Congolese,,,\n",
        "states.csv, line 3: 'Congolese' is claimed by line 2 for the same days: give both `since` and `until`",
    ),
    (
        "states",
        STATES + "DEU,Germany,Q183,,,,,,,,,\nDEU,Germany,Q713750,,,,,,,,,\n",
        "states.csv, line 3: 'Germany' is claimed by line 2 for the same days: give both `since` and `until`",
    ),
    (
        "subdivisions",
        SUBDIVISIONS + "Texas,USA,state\n",
        "subdivisions.csv, line 2: `kind` 'state' is none of city, region, breakaway, other",
    ),
    ("subdivisions", SUBDIVISIONS + ",USA,city\n", "subdivisions.csv, line 2: `name` is empty: give the name"),
    (
        "subdivisions",
        SUBDIVISIONS + "Texas,US,region\n",
        "subdivisions.csv, line 2: `country` 'US' is not three capital letters",
    ),
    ("organisations", BODIES + "NATO,,,IGO,MIL,,,\n", "organisations.csv, line 2: `kind` is empty: say what it is"),
    (
        "groups",
        BODIES + "Front,,armed-group,COL,rebels,,,\n",
        "groups.csv, line 2: `sectors` 'rebels' is not a PLOVER sector such as GOV",
    ),
    (
        "holders",
        HOLDERS + "Ann Example,,president,FRA,GOV,2004-01-01,2000-01-01,\n",
        "holders.csv, line 2: `since` 2004-01-01 is not before `until` 2000-01-01",
    ),
    ("holders", HOLDERS + ",,president,FRA,GOV,,,\n", "holders.csv, line 2: `person` is empty: give the name"),
]


@pytest.mark.parametrize(("table", "broken", "message"), BROKEN, ids=[message for _, _, message in BROKEN])
def test_a_row_that_cannot_be_trusted_is_refused_with_its_line_and_a_remedy(
    table: str, broken: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(DictionaryError, match=f"^{re.escape(message)}"):
        load_names(folder(tmp_path, **{table: broken}))


def test_a_city_can_be_the_capital_of_two_states(tmp_path: Path) -> None:
    shared = "ISR,Israel,,,,,,,,Jerusalem,,\nPSE,Palestine,,,,,,,,Jerusalem,,\n"
    names = load_names(folder(tmp_path, states=STATES + shared))
    name = names.meaning("Jerusalem", day=None)
    assert name is not None
    assert name.country == "ISR"


def test_a_folder_without_states_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"^states\.csv, line 1: the file is missing in "):
        load_names(tmp_path)


def test_a_folder_with_states_alone_is_read(tmp_path: Path) -> None:
    names = load_names(folder(tmp_path, states=STATES + "FRA,France,,,,,,,,,,\n"))
    assert isinstance(names, Names)
    assert len(names) == 1
