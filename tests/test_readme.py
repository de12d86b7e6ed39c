"""The README says what the program does: its printed example is the demo's, its Python runs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from dragoman import codebook as codebooks
from dragoman.exports import table
from dragoman.pipeline import Coder
from dragoman.readers import read_inputs
from dragoman.records import Article

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_the_printed_example_is_what_the_demo_prints(coder: Coder) -> None:
    [article] = read_inputs([str(ROOT / "examples" / "2018-03-14-salisbury.txt")], published=None)
    assert isinstance(article, Article)
    printed = io.StringIO()
    table.write([(article, coder.code(article))], printed, width=80)
    shown = re.findall(r"```text\n(.*?)\n```", README, re.DOTALL)
    assert shown
    lines = [line.rstrip() for line in printed.getvalue().splitlines()]
    wanted = [line.rstrip() for line in shown[0].splitlines() if line.strip() not in ("", "...")]
    assert [line for line in wanted if line not in lines] == []


@pytest.mark.model
def test_the_python_example_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    said = [line.removeprefix("# ") for line in code.splitlines() if line.startswith("# ")]
    assert capsys.readouterr().out.splitlines() == said


def test_the_numbers_of_the_codebook_are_those_that_it_has() -> None:
    book = codebooks.load()
    patterns = [p for act in book.acts.acts.values() for p in act.patterns]
    triggers = {t for p in patterns for t in p.triggers}
    told = re.search(r"([\d,]+) acts over .*? told by ([\d,]+) patterns with ([\d,]+) trigger", README, re.DOTALL)
    assert told is not None
    assert [int(n.replace(",", "")) for n in told.groups()] == [len(book.acts.acts), len(patterns), len(triggers)]
