from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import dragoman
from dragoman.codebook.ontology import Cameo, Ontology, load_ontology
from dragoman.errors import DictionaryError
from dragoman.records import Status

FOLDER = Path(dragoman.__file__).parent / "dictionaries" / "ontology"

# name: quad, score, recipient required, modes with their scores
TYPES = {
    "AGREE": (1, 2.5, False, {}),
    "CONSULT": (1, 2.5, False, {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}),
    "SUPPORT": (1, 5, False, {}),
    "CONCEDE": (1, 4.5, False, {}),
    "COOPERATE": (2, 9.5, True, {}),
    "AID": (2, 10, True, {}),
    "RETREAT": (
        2,
        6.5,
        False,
        {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    ),
    "REQUEST": (3, 0, False, {"assist": 0.5, "change": -1, "yield": -1, "meet": 0}),
    "ACCUSE": (3, -3, False, {"disapprove": -2, "investigate": -3.5, "allege": -3.5}),
    "REJECT": (3, -2, False, {"assist": -1.5, "change": -2, "yield": -2, "meet": -2}),
    "THREATEN": (
        3,
        -3.5,
        False,
        {"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5},
    ),
    "PROTEST": (
        4,
        -5,
        False,
        {
            "demo": -5,
            "riot": -7,
            "strike": -5,
            "hunger": -4.5,
            "boycott": -4.5,
            "obstruct": -4.5,
            "vandalize": None,
        },
    ),
    "SANCTION": (4, -6, True, {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6}),
    "MOBILIZE": (4, -5.5, False, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}),
    "COERCE": (
        4,
        -7,
        False,
        {
            "seize": -7,
            "restrict": -7,
            "censor": -6.5,
            "curfew": -6.5,
            "martial-law": -7.5,
            "arrest": -7,
            "deport": -7,
            "withhold": -7,
            "misinformation": -6.5,
            "cyber": -7,
        },
    ),
    "ASSAULT": (
        4,
        -9,
        False,
        {
            "abduct": -8.5,
            "beat": -7.5,
            "torture": -8.5,
            "sexual": -8.5,
            "targeted": -9.5,
            "destroy": -8.5,
            "primitive": -8,
            "firearms": -9,
            "explosives": -9,
            "suicide-attack": -9.5,
            "aerial": -9.5,
            "drone": -9.5,
            "heavy-weapons": -9.5,
            "crowd-control": -7.5,
            "unconventional": -10,
        },
    ),
}

CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy"
    " pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security"
    " gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration"
    " disasters natural_resource environment technology terrorism cbrn cyber misinformation crime"
    " corruption illegal_drugs trafficking"
).split()


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology(FOLDER)


def test_every_type_and_mode_has_plovers_quad_and_score(ontology: Ontology) -> None:
    assert {
        kind.name: (
            kind.quad,
            kind.score,
            kind.recipient_required,
            {mode.name: mode.score for mode in kind.modes.values()},
        )
        for kind in ontology.types.values()
    } == TYPES


def test_every_gloss_says_something_of_its_own(ontology: Ontology) -> None:
    glosses = [kind.gloss for kind in ontology.types.values()]
    glosses += [mode.gloss for kind in ontology.types.values() for mode in kind.modes.values()]
    glosses += [context.gloss for context in ontology.contexts.values()]
    assert len(glosses) == 16 + 67 + 37
    assert len(set(glosses)) == len(glosses)


@pytest.mark.parametrize(
    ("type", "mode", "intensity"),
    [
        ("SANCTION", "expel", -5.5),
        ("SANCTION", None, -6.0),
        ("AGREE", None, 2.5),
        ("REQUEST", "meet", 0.0),
        ("PROTEST", "vandalize", -5.0),
        ("FIGHT", None, None),
    ],
)
def test_intensity_is_the_modes_score_else_the_types(
    type: str, mode: str | None, intensity: float | None, ontology: Ontology
) -> None:
    assert ontology.intensity(type, mode) == intensity


@pytest.mark.parametrize(("name", "quad"), [(name, row[0]) for name, row in TYPES.items()])
def test_quad_is_the_types(name: str, quad: int, ontology: Ontology) -> None:
    assert ontology.quad(name) == quad


@pytest.mark.parametrize(
    ("type", "mode", "status", "settled"),
    [
        ("CONSULT", "visit", Status.FUTURE, ("AGREE", None)),
        ("CONSULT", None, Status.FUTURE, ("AGREE", None)),
        ("SUPPORT", None, Status.FUTURE, ("AGREE", None)),
        ("COOPERATE", None, Status.FUTURE, ("AGREE", None)),
        ("AID", None, Status.FUTURE, ("AGREE", None)),
        ("RETREAT", "release", Status.FUTURE, ("CONCEDE", None)),
        ("CONSULT", "visit", Status.ACTUAL, ("CONSULT", "visit")),
        ("CONSULT", "visit", Status.HYPOTHETICAL, ("CONSULT", "visit")),
        ("CONSULT", "phone", Status.NEGATED, ("CONSULT", "phone")),
        ("AID", None, Status.HISTORICAL, ("AID", None)),
        ("RETREAT", "withdraw", Status.ACTUAL, ("RETREAT", "withdraw")),
        ("SANCTION", "expel", Status.FUTURE, ("SANCTION", "expel")),
        ("ASSAULT", None, Status.FUTURE, ("ASSAULT", None)),
        ("AGREE", None, Status.FUTURE, ("AGREE", None)),
        ("CONCEDE", None, Status.FUTURE, ("CONCEDE", None)),
    ],
)
def test_a_promise_of_cooperation_is_agree_and_a_promise_of_retreat_is_concede(
    type: str, mode: str | None, status: Status, settled: tuple[str, str | None], ontology: Ontology
) -> None:
    assert ontology.settle(type, mode, status) == settled


def test_cameo_has_every_code_of_its_twenty_roots(ontology: Ontology) -> None:
    assert len(ontology.cameo) == 313
    assert [code for code in ontology.cameo if len(code) == 2] == [f"{root:02}" for root in range(1, 21)]
    orphans = [code for code in ontology.cameo if len(code) == 4 and code[:3] not in ontology.cameo]
    assert orphans == []


def test_cameo_quads_go_by_root(ontology: Ontology) -> None:
    cuts = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}
    by_root = {f"{root:02}": quad for quad, roots in cuts.items() for root in roots}
    assert {code: row.quad for code, row in ontology.cameo.items()} == {c: by_root[c[:2]] for c in ontology.cameo}


@pytest.mark.parametrize(
    "row",
    [
        Cameo("161", "reduce or break diplomatic relations", -4.0, 4),
        Cameo("016", "deny responsibility", -2.0, 1),
        Cameo("022", "appeal for diplomatic cooperation", 3.2, 1),
        Cameo("0871", "declare a truce or ceasefire", 9.0, 2),
        Cameo("163", "impose embargo, boycott or sanctions", -8.0, 4),
        Cameo("20", "use unconventional mass violence", -10.0, 4),
    ],
)
def test_a_cameo_code_has_goldsteins_number(row: Cameo, ontology: Ontology) -> None:
    assert ontology.cameo[row.code] == row


def test_the_contexts_are_plovers(ontology: Ontology) -> None:
    assert list(ontology.contexts) == CONTEXTS
    assert {name: 8 <= len(context.words) <= 25 for name, context in ontology.contexts.items()} == dict.fromkeys(
        CONTEXTS, True
    )


IN_CONTEXT = [
    ("The army moved two battalions toward the river.", "military"),
    ("Warships of both navies lay off the coast.", "military"),
    ("Two men were held on suspicion of espionage for a neighbour.", "intelligence"),
    ("The paper named four spies.", "intelligence"),
    ("The cabinet met through the night.", "executive"),
    ("The Crown Prince signed the decree.", "executive"),
    ("Lawmakers passed the bill by one vote.", "legislative"),
    ("The Bundestag will debate the matter on Friday.", "legislative"),
    ("Polling stations closed at eight.", "election"),
    ("A referendum on the pact is due in May.", "election"),
    ("The opposition tabled a constitutional amendment.", "political_institutions"),
    ("A caretaker government took over.", "political_institutions"),
    ("Pro-democracy groups marched to the port.", "pro_democracy"),
    ("He promised a return to civilian rule.", "pro_democracy"),
    ("The junta closed two newspapers.", "pro_autocracy"),
    ("He was named president for life.", "pro_autocracy"),
    ("Tariffs on steel rose to 25 percent.", "economic"),
    ("The International Monetary Fund put off its answer.", "economic"),
    ("The tribunal heard the last witness.", "legal"),
    ("Spain asked for his extradition.", "legal"),
    ("Warsaw put a figure on the war reparations.", "reparations"),
    ("The museum agreed to the restitution of the bronzes.", "reparations"),
    ("Human rights monitors were turned away.", "human_rights"),
    ("She had been tortured, her lawyer said.", "human_rights"),
    ("The law ends freedom of assembly, its critics say.", "rights_freedoms"),
    ("The ruling is a blow to press freedom.", "rights_freedoms"),
    ("Riot police cleared the square.", "repression"),
    ("The crackdown went into its second week.", "repression"),
    ("Famine threatens the north.", "human_security"),
    ("There is no drinking water in the camp.", "human_security"),
    ("The bill would ban abortion.", "gender"),
    ("A women's group handed in a petition.", "gender"),
    ("The pride parade was called off.", "lgbt"),
    ("The court in Athens let same-sex couples wed.", "lgbt"),
    ("Sectarian clashes spread to the suburbs.", "religion_ethnicity"),
    ("A mosque was set on fire.", "religion_ethnicity"),
    ("The report finds discrimination in hiring.", "inequality"),
    ("Poverty fell for a third year.", "inequality"),
    ("The ambassador was called in.", "diplomatic"),
    ("Both embassies will stay open.", "diplomatic"),
    ("The annexation was never recognised.", "territory"),
    ("Separatists hold the east bank.", "territory"),
    ("Peacekeepers came under fire.", "peacekeeping"),
    ("The buffer zone was widened by a mile.", "peacekeeping"),
    ("Vaccines were sent to the island.", "health"),
    ("An outbreak of cholera has begun.", "health"),
    ("He asked for political asylum in Oslo.", "asylum"),
    ("The defector spoke for an hour.", "asylum"),
    ("Refugees waited at the gate.", "migration"),
    ("Migrants were sent back over the river.", "migration"),
    ("The earthquake struck before dawn.", "disasters"),
    ("A typhoon shut the harbour.", "disasters"),
    ("OPEC left its ceiling as it was.", "natural_resource"),
    ("The gas pipeline runs under the sea.", "natural_resource"),
    ("Climate change tops the agenda.", "environment"),
    ("Deforestation slowed last year.", "environment"),
    ("Semiconductors are on the list.", "technology"),
    ("The space agency lost contact.", "technology"),
    ("A suicide bomber struck the gate.", "terrorism"),
    ("The law on counter-terrorism was renewed.", "terrorism"),
    ("Inspectors found traces of a nerve agent.", "cbrn"),
    ("The plant holds enriched uranium.", "cbrn"),
    ("Hackers got into the mail of the ministry.", "cyber"),
    ("Ransomware shut the port down.", "cyber"),
    ("The channel was fined for disinformation.", "misinformation"),
    ("The memo calls it the work of a troll farm.", "misinformation"),
    ("Gang violence drove them out.", "crime"),
    ("He is wanted for money laundering.", "crime"),
    ("The minister took bribes, the paper said.", "corruption"),
    ("Embezzlement cost the fund millions.", "corruption"),
    ("Two tonnes of cocaine were found aboard.", "illegal_drugs"),
    ("The drug cartel denied it.", "illegal_drugs"),
    ("Smugglers carried them over the strait.", "trafficking"),
    ("A law against modern slavery was passed.", "trafficking"),
]


@pytest.mark.parametrize(("paragraph", "context"), IN_CONTEXT)
def test_a_word_puts_its_paragraph_into_a_context(paragraph: str, context: str, ontology: Ontology) -> None:
    assert ontology.contexts_of(paragraph) == (context,)


def test_every_context_is_shown_by_two_sentences() -> None:
    assert [context for _, context in IN_CONTEXT] == [name for name in CONTEXTS for _ in range(2)]


@pytest.mark.parametrize(
    ("paragraph", "contexts"),
    [
        ("", ()),
        ("The two sides had a long party.", ()),
        ("They went armyless to the spying-glass shop.", ("intelligence",)),
        ("A navybluish coat and a precrackdown photograph.", ()),
        ("The scrotal rapeseed crop spied no gangplank.", ()),
        ("The FOREIGN\nMINISTRY summoned him.", ("diplomatic",)),
        ("A women’s group marched.", ("gender",)),
        ("The army's ambassador.", ("military", "diplomatic")),
        ("Economic sanctions hit the air force and its warships.", ("military", "economic")),
        ("The intelligence agency's diplomats.", ("intelligence", "diplomatic")),
    ],
)
def test_words_are_matched_whole_and_in_any_case(paragraph: str, contexts: tuple[str, ...], ontology: Ontology) -> None:
    assert ontology.contexts_of(paragraph) == contexts


TYPE = '[types.X]\nquad = 1\nscore = 1\nrecipient = "optional"\ngloss = "x"\n'
CODES = "code,name,goldstein,quad\n"
ROW = '[[settled]]\nwhen = { type = "AID", status = "future" }\nbecomes = { type = "AGREE" }\n'


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("plover.toml", "", "plover.toml, [types]: write a table [types.NAME] for each type"),
        ("plover.toml", "[types]\nX = 1\n", "plover.toml, [types.X]: write a table with this heading"),
        ("plover.toml", TYPE.replace("quad = 1", "quad = 5"), "plover.toml, [types.X]: `quad` is 1, 2, 3 or 4"),
        ("plover.toml", TYPE.replace("quad = 1", "quad = true"), "plover.toml, [types.X]: `quad` is 1, 2, 3 or 4"),
        (
            "plover.toml",
            TYPE.replace("score = 1", "score = 11"),
            "plover.toml, [types.X]: `score` is a number from -10 to 10",
        ),
        (
            "plover.toml",
            TYPE.replace("score = 1", "score = nan"),
            "plover.toml, [types.X]: `score` is a number from -10 to 10",
        ),
        (
            "plover.toml",
            TYPE.replace("optional", "maybe"),
            "plover.toml, [types.X]: `recipient` is one of: required, optional",
        ),
        (
            "plover.toml",
            TYPE.replace('"x"', '" "'),
            "plover.toml, [types.X]: `gloss` needs some words in quotes",
        ),
        (
            "plover.toml",
            TYPE + "weight = 2\n",
            "plover.toml, [types.X]: `weight` is no key here; these are: quad, score, recipient, gloss, modes",
        ),
        ("plover.toml", TYPE + "modes = 2\n", "plover.toml, [types.X]: `modes` is a table"),
        (
            "plover.toml",
            TYPE + "[types.X.modes]\ny = 2\n",
            "plover.toml, [types.X.modes.y]: write a table with this heading",
        ),
        (
            "plover.toml",
            TYPE + '[types.X.modes.y]\nscore = "low"\ngloss = "y"\n',
            "plover.toml, [types.X.modes.y]: `score` is a number from -10 to 10",
        ),
        (
            "plover.toml",
            TYPE + "[types.X.modes.y]\nscore = 1\n",
            "plover.toml, [types.X.modes.y]: `gloss` needs some words in quotes",
        ),
        ("contexts.toml", "legal = 3\n", "contexts.toml, [legal]: write a table with this heading"),
        (
            "contexts.toml",
            '[legal]\ngloss = "x"\nwords = []\n',
            "contexts.toml, [legal]: `words` is a list of words in quotes",
        ),
        (
            "contexts.toml",
            '[legal]\ngloss = "x"\nwords = ["Court"]\n',
            "contexts.toml, [legal]: `words` holds 'Court': write it in lower case, with single spaces",
        ),
        (
            "contexts.toml",
            '[legal]\ngloss = "x"\nwords = ["judge", "plea", "judge"]\n',
            "contexts.toml, [legal]: `words` holds 'judge' twice: strike one",
        ),
        ("cameo.csv", "code,name\n", "cameo.csv, line 1: the header is code,name,goldstein,quad"),
        ("cameo.csv", CODES + "01,speak,0\n", "cameo.csv, line 2: a row has 4 cells; quote a cell that holds a comma"),
        (
            "cameo.csv",
            CODES + "01,speak,up,0,1\n",
            "cameo.csv, line 2: a row has 4 cells; quote a cell that holds a comma",
        ),
        (
            "cameo.csv",
            CODES + "1,speak,0,1\n",
            "cameo.csv, line 2: `code` '1' has two to four digits, the leading zero among them",
        ),
        ("cameo.csv", CODES + "01,,0,1\n", "cameo.csv, line 2: `name` needs some words in quotes"),
        ("cameo.csv", CODES + "01,speak,0,7\n", "cameo.csv, line 2: `quad` is 1, 2, 3 or 4"),
        ("cameo.csv", CODES + "01,speak,,1\n", "cameo.csv, line 2: `goldstein` is a number from -10 to 10"),
        ("cameo.csv", CODES + "01,speak,-11,1\n", "cameo.csv, line 2: `goldstein` is a number from -10 to 10"),
        (
            "cameo.csv",
            CODES + "01,speak,0,1\n01,say,0,1\n",
            "cameo.csv, line 3: 01 is written twice: strike one",
        ),
        ("settled.toml", "settled = 1\n", "settled.toml, [[settled]]: write each row under the heading [[settled]]"),
        ("settled.toml", "[[settled]]\nwhen = 1\n", "settled.toml, row 1: `when` is a table"),
        (
            "settled.toml",
            ROW + ROW.replace("AGREE", "YIELD"),
            f"settled.toml, row 2, `becomes`: `type` is one of: {', '.join(TYPES)}",
        ),
        (
            "settled.toml",
            ROW.replace("future", "soon"),
            "settled.toml, row 1, `when`: `status` is one of: actual, future, hypothetical, negated, historical",
        ),
        (
            "settled.toml",
            ROW.replace('"AGREE"', '"REQUEST", mode = "beg"'),
            "settled.toml, row 1, `becomes`: `mode` is one of: assist, change, yield, meet",
        ),
        ("settled.toml", ROW + "why = 1\n", "settled.toml, row 1: `why` is no key here; these are: when, becomes"),
    ],
)
def test_a_row_that_cannot_be_trusted_is_refused_with_its_place_and_a_remedy(
    file: str, text: str, message: str, tmp_path: Path
) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(FOLDER, folder)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(DictionaryError) as refusal:
        load_ontology(folder)
    assert str(refusal.value) == message


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(FOLDER, folder)
    (folder / "plover.toml").write_text("[types", encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"^plover\.toml, "):
        load_ontology(folder)


def test_a_row_about_one_mode_leaves_the_others_alone(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(FOLDER, folder)
    (folder / "settled.toml").write_text(
        '[[settled]]\nwhen = { type = "CONSULT", mode = "visit", status = "future" }\n'
        'becomes = { type = "REQUEST", mode = "meet" }\n',
        encoding="utf-8",
    )
    ontology = load_ontology(folder)
    assert [ontology.settle("CONSULT", mode, Status.FUTURE) for mode in ("visit", "phone", None)] == [
        ("REQUEST", "meet"),
        ("CONSULT", "phone"),
        ("CONSULT", None),
    ]
