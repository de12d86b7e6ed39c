"""`dragoman codebook check` as it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_our_own_dictionaries_are_sound_and_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["codebook", "check"]) == 0
    out = capsys.readouterr().out
    assert re.fullmatch(r"[\d,]+ acts, [\d,]+ patterns, [\d,]+ names: codebook \w{12}\n", out)


def test_a_broken_dictionary_is_one_line_that_names_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "mine.toml").write_text('[[act]]\nname = "half\n')
    assert main(["codebook", "check", str(tmp_path)]) == 2
    seen = capsys.readouterr()
    assert (seen.out, seen.err.count("\n"), "mine.toml" in seen.err) == ("", 1, True)
