from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.codebook.layout import LayoutWords, load_layout
from dragoman.errors import DictionaryError
from dragoman.records import Article, Part, Sentence
from dragoman.text.layout import lay_out

WORDS = load_layout(Path(dragoman.__file__).parent / "dictionaries" / "layout.toml")

HEADLINE, BODY, DATELINE, BYLINE, FURNITURE = Part.HEADLINE, Part.BODY, Part.DATELINE, Part.BYLINE, Part.FURNITURE


def laid_out(text: str, title: str | None = None) -> list[tuple[Part, str]]:
    sentences = lay_out(Article("a", text, title=title), WORDS)
    return [(sentence.part, sentence.span.text) for sentence in sentences]


# `|` stands where one sentence ends and the next begins.
SENTENCES = [
    "Oslo recalled its envoy.| The envoy left at noon.",
    "Will he go?| Nobody knows.",
    "Out with them!| So the crowd cried.",
    "Mr. Berg met Gen. Ruiz and Sen. Cole in St. Gallen.| They talked.",
    "Lt. Gov. Ada Stone and Rep. Tom Reed left.| Prof. Dahl stayed.",
    "The U.S. Embassy closed.| The U.N. Secretary-General spoke.",
    "They flew to the U.S.| The talks begin on Monday.",
    "The offer came from the U.K.| It was refused.",
    "He lives in Washington, D.C.| She lives in Rome.",
    "He blamed the U.S. and the U.K. for the raid.",
    "He blamed the U.S. And Britain for the raid.",
    "It was made in the U.S.| “We will see,” he said.",
    "J. F. Holm and A. B. Lind signed.| The pact lapses in May.",
    "He met W. Nord.| He left early.",
    "P. Dahl and A. Lee met.| They left.",
    "Resolution No. 5 was adopted.| No. 6 was not.",
    "He said no.| Five others agreed.",
    "The vote was set for Jan. 9.| Two days later it was off.",
    "It was over by March.| 20 had died.",
    "It was over by Mar. 20.| Few had died.",
    "He leaves in Oct.| Nobody follows.",
    "The ship sailed on Sept. 3 and sank.",
    "Talks began at 9 a.m. Monday in Bonn.",
    "Talks ended at 9 p.m.| The envoys went home.",
    "Talks ended at 9 p.m. EST on Monday.",
    "Acme Corp. said it would pay.| Acme Inc. Chairman Lee declined.",
    "It was bought by Acme Ltd.| The price was not told.",
    "It cost 300 mln dlrs.| It was paid in gold.",
    "It cost 300 mln dlrs. Japan paid in gold.",
    "Exports fell 4.5 pct. in May.",
    "He quoted art. 5 of the pact, i.e. The Hague rules.",
    "They sold arms, fuel, etc.| The list is long.",
    '"It will have consequences."| The envoy left.',
    "“It will have consequences.”| The envoy left.",
    "``It will have consequences.''| The envoy left.",
    '"We are ready.| We shall wait," he said.',
    '"Will you come?" he asked.',
    '"Will you come?" Berg asked.',
    '"Will you come?" Foreign Minister Ada Berg asked.| Nobody spoke.',
    '"Will you come?"| Berg left the room.',
    "(The post has been vacant since May.)| A successor is sought.",
    "He resigned (his second time in two years.) Ruiz stayed.",
    "He resigned (his second time in two years.)| The others stayed.",
    "It was late... and dark.",
    "It was late...| Nobody came.",
    "He paused … Then he spoke.",
    "The rate rose to 3.5 percent.| It had been 3.1.",
    "See gov.example.org for the text.",
    "Yahoo! said it would close.",
    "The list has 1,500. names on it.",
    "1. The parties cease fire.",
    "The toll is 20.| 30 more are missing.",
    "The demands:| • free the crew | • pay for the ship | • apologise",
    "The pact was signed.| [nQ1Z2X3Y4]| On Friday it lapsed.",
    "The pact was signed.| (ab/cd-ef)",
    "He said that.",
    "Is it so?!| It is.",
    "The army spokesman Col. Reza Amini, of the 3rd Div., spoke.",
    "It happened in Portland, Ore.| The mayor spoke.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_a_sentence_ends_where_the_next_can_begin(marked: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("|")]
    body = marked.replace("|", "")
    sentences = lay_out(Article("a", f"Oslo calls.\n\n{body}"), WORDS)
    assert [sentence.span.text for sentence in sentences if sentence.paragraph == 1] == expected


DATELINES = [
    ("WASHINGTON —", " The envoy left."),
    ("WASHINGTON—", "The envoy left."),
    ("OSLO -", " The envoy left."),
    ("BEIJING (Reuters) -", " The envoy left."),
    ("PARIS, March 26 (AP) --", " The envoy left."),
    ("MOSCOW, April 3 -", " The envoy left."),
    ("Moscow, 3 April 2018 –", " The envoy left."),
    ("BEIRUT, Lebanon (AP) _", " The envoy left."),
    ("UNITED NATIONS (AFP) —", " The envoy left."),
    ("ST. PETERSBURG, Russia (AP) —", " The envoy left."),
    ("PORT-AU-PRINCE, Haiti –", " The envoy left."),
    ("WASHINGTON/MOSCOW (Reuters) -", " The envoy left."),
    ("RIO DE JANEIRO, Nov 8 (Xinhua) --", " The envoy left."),
    ("WASHINGTON, D.C. —", " The envoy left."),
    ("London (CNN)", " The envoy left."),
    ("Seoul, South Korea (CNN) —", " The envoy left."),
    ("Bergen, Norway (Fjord News) -", " The envoy left."),
    ("(Reuters) -", " The envoy left."),
    ("Reuters -", " The envoy left."),
]


@pytest.mark.parametrize(("dateline", "report"), DATELINES)
def test_a_dateline_stands_before_the_report(dateline: str, report: str) -> None:
    assert laid_out(f"Oslo recalls envoy\n\n{dateline}{report}") == [
        (HEADLINE, "Oslo recalls envoy"),
        (DATELINE, dateline),
        (BODY, report.strip()),
    ]


NO_DATELINES = [
    "NATO - which has no army of its own - met.",
    "OPEC (the cartel) cut its output.",
    "The envoy - a former general - left.",
    "In May, Oslo - then neutral - refused.",
    "EU-funded monitors left.",
    "Berg (CDU) resigned.",
    "Berg (CDU) - who is 40 - resigned.",
    "A - B and C.",
]


@pytest.mark.parametrize("sentence", NO_DATELINES)
def test_capitals_and_a_dash_alone_are_no_dateline(sentence: str) -> None:
    assert laid_out(f"Oslo recalls envoy\n\n{sentence}") == [(HEADLINE, "Oslo recalls envoy"), (BODY, sentence)]


ASIDES = [
    ("By John Smith", BYLINE),
    ("BY JOHN SMITH", BYLINE),
    ("By Ana de la Cruz and Jan van Dyk, Reuters", BYLINE),
    ("John Smith and Jane Doe, Reuters", BYLINE),
    ("Jane Doe, Associated Press", BYLINE),
    ("Jane Doe in Nairobi", BYLINE),
    ("The Associated Press", BYLINE),
    ("Reporting by Jane Doe; editing by J. Smith", BYLINE),
    ("(Reporting by Jane Doe in Oslo; Editing by John Smith)", BYLINE),
    ("Additional reporting by Jane Doe in St. Gallen.", BYLINE),
    ("See more on Norway:", FURNITURE),
    ("Read more: Why the envoy had to go", FURNITURE),
    ("Related: Oslo's long quarrel with Bergen", FURNITURE),
    ("Continue reading...", FURNITURE),
    ("Sign up for our newsletter", FURNITURE),
    ("Get the world in your inbox: subscribe to our daily letter", FURNITURE),
    ("Advertisement", FURNITURE),
    ("ADVERTISEMENT", FURNITURE),
    ("Photo: Jane Doe/Getty", FURNITURE),
    ("FILE PHOTO: The envoy at the airport in May.", FURNITURE),
    ("(Adds details)", FURNITURE),
    ("(Recasts with reply, adds background)", FURNITURE),
    ("Share this article", FURNITURE),
    ("Copyright 2018 The Daily Fjord", FURNITURE),
    ("© 2018 The Daily Fjord. All rights reserved.", FURNITURE),
    ("(c) Reuters 2018", FURNITURE),
    ("Published 10:32 GMT, 26 March 2018", FURNITURE),
    ("March 26, 2018", FURNITURE),
    ("5 min read", FURNITURE),
    ("Watch: The envoy leaves", FURNITURE),
    ("- - - -", FURNITURE),
    ("REUTER", FURNITURE),
]


@pytest.mark.parametrize(("line", "part"), ASIDES)
def test_what_is_no_report_is_marked(line: str, part: Part) -> None:
    assert laid_out(f"Oslo recalls envoy\n\nThe envoy left.\n\n{line}\n\nHe was 40.") == [
        (HEADLINE, "Oslo recalls envoy"),
        (BODY, "The envoy left."),
        (part, line),
        (BODY, "He was 40."),
    ]


REPORTS = [
    "By Monday the envoys had left.",
    "By signing the pact, Oslo gave way.",
    "Reading the note took an hour.",
    "Comments from Oslo were not to be had.",
    "Support our troops, he cried.",
    "Share prices fell.",
    "Copyright law was not touched.",
    "More envoys left on 3 May.",
    "Related talks failed.",
    "Photographs showed ruins.",
    "In May 2018 he left.",
    "Updated figures show 30 dead.",
]


@pytest.mark.parametrize("sentence", REPORTS)
def test_a_report_that_begins_like_furniture_is_a_report(sentence: str) -> None:
    assert laid_out(f"Oslo recalls envoy\n\n{sentence}") == [(HEADLINE, "Oslo recalls envoy"), (BODY, sentence)]


ARTICLES = [
    # A snippet: headline, line break, lead.
    (
        "Oslo expels six Danish diplomats\nNorway said that it had expelled six diplomats over a raid.",
        None,
        [
            (HEADLINE, "Oslo expels six Danish diplomats"),
            (BODY, "Norway said that it had expelled six diplomats over a raid."),
        ],
    ),
    # As long as a hard-wrapped line, and none: nothing shows a machine in two lines.
    (
        "Norway expels six Danish diplomats in reply to raid on Bergen shipyard\nOslo says they have a week to leave.",
        None,
        [
            (HEADLINE, "Norway expels six Danish diplomats in reply to raid on Bergen shipyard"),
            (BODY, "Oslo says they have a week to leave."),
        ],
    ),
    ("Why did the envoy go?\nHe was ill.", None, [(HEADLINE, "Why did the envoy go?"), (BODY, "He was ill.")]),
    (
        "OSLO AGREES WITH U.S.\n\nThe pact was signed.",
        None,
        [(HEADLINE, "OSLO AGREES WITH U.S."), (BODY, "The pact was signed.")],
    ),
    # A single line is the report itself, headline or not.
    ("Norway expelled six diplomats", None, [(BODY, "Norway expelled six diplomats")]),
    ("Norway expelled six diplomats.", None, [(BODY, "Norway expelled six diplomats.")]),
    # The title decides where it stands first.
    ("Norway acts.\n\nSix left", "Norway acts.", [(HEADLINE, "Norway acts."), (BODY, "Six left")]),
    ("Norway acts", "Norway acts", [(HEADLINE, "Norway acts")]),
    ("Norway\nacts\n\nSix left.", "Norway acts", [(HEADLINE, "Norway\nacts"), (BODY, "Six left.")]),
    ("Norway acts fast.\n\nSix left.", "Norway acts", [(BODY, "Norway acts fast."), (BODY, "Six left.")]),
    ("Watch: Envoy leaves\n\nHe left.", "Watch: Envoy leaves", [(HEADLINE, "Watch: Envoy leaves"), (BODY, "He left.")]),
    ("Watch: Envoy leaves\n\nHe left.", None, [(HEADLINE, "Watch: Envoy leaves"), (BODY, "He left.")]),
    ("Shares fall (AP)\n\nThey fell.", None, [(HEADLINE, "Shares fall"), (BYLINE, "(AP)"), (BODY, "They fell.")]),
    # A body without a headline has none.
    (
        "OSLO - The envoy left.\n\nHe was ill.",
        None,
        [(DATELINE, "OSLO -"), (BODY, "The envoy left."), (BODY, "He was ill.")],
    ),
    # Furniture and byline above the headline, and all else in its place.
    (
        "Advertisement\n\nOslo recalls envoy\n\nBy Jane Doe\n\n(Adds reply)\nOSLO, May 3 (AP) - He left. Reuter",
        None,
        [
            (FURNITURE, "Advertisement"),
            (HEADLINE, "Oslo recalls envoy"),
            (BYLINE, "By Jane Doe"),
            (FURNITURE, "(Adds reply)"),
            (DATELINE, "OSLO, May 3 (AP) -"),
            (BODY, "He left."),
            (FURNITURE, "Reuter"),
        ],
    ),
    (
        "Oslo acts\n\n(Adds reply) OSLO - Six left.",
        None,
        [(HEADLINE, "Oslo acts"), (FURNITURE, "(Adds reply)"), (DATELINE, "OSLO -"), (BODY, "Six left.")],
    ),
    (
        "Oslo acts\n\nSix left. (Reporting by Jane Doe)",
        None,
        [(HEADLINE, "Oslo acts"), (BODY, "Six left."), (BYLINE, "(Reporting by Jane Doe)")],
    ),
    (
        "Oslo acts\n\nSix have left Continue reading...",
        None,
        [(HEADLINE, "Oslo acts"), (BODY, "Six have left"), (FURNITURE, "Continue reading...")],
    ),
    ("Oslo acts\n\nHe told Reuters", None, [(HEADLINE, "Oslo acts"), (BODY, "He told Reuters")]),
    (
        "Oslo acts\r\n\r\nSix left.\r\nTwo stayed.",
        None,
        [(HEADLINE, "Oslo acts"), (BODY, "Six left."), (BODY, "Two stayed.")],
    ),
    ("", None, []),
    (" \n\n ", None, []),
    ("", "Oslo acts", []),
]


@pytest.mark.parametrize(("text", "title", "expected"), ARTICLES)
def test_an_article_is_headline_then_report(text: str, title: str | None, expected: list[tuple[Part, str]]) -> None:
    assert laid_out(text, title) == expected


WRAPPED = """\
OSLO RECALLS ITS ENVOY TO COPENHAGEN

    OSLO, May 3 - Norway has recalled its envoy to Denmark for talks with
Gen. Ruiz after a raid in Bergen, a spokesman said in the U.S.
Embassy. The ambassador will be back within a week if all
goes well.
    Denmark said it was sorry to see the ambassador go and that the door to
talks was open.
"""
WRAPPED_SENTENCE = (
    "Norway has recalled its envoy to Denmark for talks with Gen. Ruiz after a raid in Bergen, a spokesman said"
    " in the U.S. Embassy."
)


def test_lines_that_a_machine_broke_are_one_paragraph() -> None:
    sentences = lay_out(Article("a", WRAPPED), WORDS)
    assert [(s.part, s.paragraph, " ".join(s.span.text.split())) for s in sentences] == [
        (HEADLINE, 0, "OSLO RECALLS ITS ENVOY TO COPENHAGEN"),
        (DATELINE, 1, "OSLO, May 3 -"),
        (
            BODY,
            1,
            WRAPPED_SENTENCE,
        ),
        (BODY, 1, "The ambassador will be back within a week if all goes well."),
        (BODY, 2, "Denmark said it was sorry to see the ambassador go and that the door to talks was open."),
    ]


def test_a_headline_in_capitals_stands_apart_from_the_wrapped_lines_below_it() -> None:
    text = (
        "NORWAY RECALLS ITS AMBASSADOR TO DENMARK FOR TALKS ABOUT THE RAID\n"
        "Norway has recalled its ambassador to Denmark for talks on a raid in\n"
        "Bergen, and Denmark said that it was sorry to see the ambassador go.\n"
        "Talks go on.\n"
    )
    assert [sentence.paragraph for sentence in lay_out(Article("a", text), WORDS)] == [0, 1, 1]


def test_a_sentence_runs_over_a_line_break_into_small_letters() -> None:
    assert laid_out("Norway acts.\n\nThe envoy has\nleft the country.") == [
        (BODY, "Norway acts."),
        (BODY, "The envoy has\nleft the country."),
    ]


def test_sentences_know_their_place() -> None:
    article = Article("a", "Oslo acts\n\nOSLO - Six left. Two stayed.")
    assert lay_out(article, WORDS) == (
        Sentence(0, article.span(0, 9), HEADLINE, 0),
        Sentence(1, article.span(11, 17), DATELINE, 1),
        Sentence(2, article.span(18, 27), BODY, 1),
        Sentence(3, article.span(28, 39), BODY, 1),
    )


PIECES = st.sampled_from(
    [
        *"abA1 .!?\"'“”’()[]-—_…•,:\n\r\t\u2028\u00a0İß",
        *("U.S.", " The ", "OSLO", " - ", "(Reuters)", "\n\n", "By Jane Doe", "Read more: ", "Continue reading..."),
        *("REUTER", "Norway", "it "),
        *("Gen. ", "No. 5", "Jan. ", "(Adds x)", "[nA1]", "© 2018", "...", ". . .", "``", "''", " May 3 ", "Oslo acts"),
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.none() | st.lists(PIECES, max_size=5).map("".join))
def test_every_character_is_in_exactly_one_sentence(text: str, title: str | None) -> None:
    sentences = lay_out(Article("a", text, title=title), WORDS)
    covered = [offset for s in sentences for offset in range(s.span.start, s.span.end)]
    assert len(covered) == len(set(covered))
    assert "".join(text[o] for o in sorted(set(range(len(text))) - set(covered))).strip() == ""
    assert [(s.index, s.span.text) for s in sentences] == [
        (n, text[s.span.start : s.span.end]) for n, s in enumerate(sentences)
    ]
    assert all(s.span.text.strip() == s.span.text != "" for s in sentences)
    assert covered == sorted(covered)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "city = []\n",
            "layout.toml, `city`: no list has this name; these are: " + ", ".join(LayoutWords.__dataclass_fields__),
        ),
        ("titles = 1\n", "layout.toml, `titles`: write a list of words in quotes, without blanks around them"),
        ("titles = [1]\n", "layout.toml, `titles`: write a list of words in quotes, without blanks around them"),
        ('titles = [" mr"]\n', "layout.toml, `titles`: write a list of words in quotes, without blanks around them"),
        ('titles = ["Mr"]\n', "layout.toml, `titles`: 'Mr' is compared in lower case: write 'mr'"),
        ('titles = ["mr", "dr", "mr"]\n', "layout.toml, `titles`: 'mr' stands twice: strike one"),
    ],
)
def test_a_list_that_cannot_be_trusted_is_refused(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DictionaryError) as refusal:
        load_layout(file)
    assert str(refusal.value) == message


def test_a_list_that_a_file_lacks_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    file.write_text('titles = ["mr"]\nacronyms = ["NATO"]\n', encoding="utf-8")
    assert load_layout(file) == LayoutWords(titles=frozenset({"mr"}), acronyms=frozenset({"NATO"}))


def test_no_words_at_all_still_lay_an_article_out() -> None:
    sentences = lay_out(Article("a", "Oslo acts\n\nMr. Berg left."), LayoutWords())
    assert [(s.part, s.span.text) for s in sentences] == [
        (HEADLINE, "Oslo acts"),
        (BODY, "Mr."),
        (BODY, "Berg left."),
    ]
