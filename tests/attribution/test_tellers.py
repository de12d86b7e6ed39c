"""Who says so, when it is not the reporter."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.pipeline import Coder
from dragoman.records import Article

CASES = [
    ("Russia expelled 60 American diplomats.", None),
    ("Russia expelled 60 American diplomats, the ministry said.", ("the ministry", "RUS", False, "say")),
    ("Polish officials said that Russia had expelled its envoys.", ("Polish officials", "POL", True, "say")),
    (
        "Foreign Minister Sergei Lavrov said Britain expelled 23 diplomats.",
        ("Foreign Minister Sergei Lavrov", "RUS", False, "say"),
    ),
    ("According to court papers, Russia expelled 60 diplomats.", ("court papers", None, False, "accord")),
    (
        "Russia expelled 60 diplomats, according to two Western diplomats.",
        ("two Western diplomats", None, True, "accord"),
    ),
    (
        "An official told reporters on condition of anonymity that Russia had expelled 60 diplomats.",
        ("An official", None, True, "tell"),
    ),
    ("The Kremlin said it had expelled 60 American diplomats.", None),
    (
        "China's foreign ministry said on Friday that Australia had expelled two diplomats.",
        ("China's foreign ministry", "CHN", False, "say"),
    ),
    ("Russia, the minister added, expelled 60 American diplomats.", ("the minister", "RUS", False, "add")),
    ("Ukraine claimed that Russia had expelled 60 diplomats.", ("Ukraine", "UKR", False, "claim")),
    ("Russia expelled 60 diplomats, state television reported.", ("state television", None, False, "report")),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "teller"), CASES, ids=[c[0] for c in CASES])
def test_the_teller_of_an_act_is_who_the_article_says_told_it(
    text: str, teller: tuple[str, str | None, bool, str] | None, coder: Coder
) -> None:
    event = next(e for e in coder.code(Article("a", text, date(2018, 3, 26))) if e.act == "expel-diplomats")
    found = event.attribution
    assert (None if found is None else (found.span.text, found.country, found.anonymous, found.verb)) == teller


@pytest.mark.model
def test_a_quotation_is_kept_in_its_very_words(coder: Coder) -> None:
    text = 'The minister said: "Russia expelled 60 of our diplomats on Monday."'
    event = next(e for e in coder.code(Article("a", text, date(2018, 3, 26))) if e.act == "expel-diplomats")
    assert event.attribution is not None
    assert event.attribution.quote is not None
    assert event.attribution.quote.text == "Russia expelled 60 of our diplomats on Monday."
