"""The tree in, its faults out: rules that hold for every file, whoever wrote it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dragoman

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dragoman"
MODULES = sorted(PACKAGE.rglob("*.py"))

NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "common", "misc", "info", "data", "manager", "handler"}

# A folder of somebody's machine. What stands before it must not make it part of a longer name ("docs/work/").
PRIVATE_FOLDER = re.compile(r"(?<![\w.-])(?:/(?:(?:home|work|Users)/\w|root\b)|[A-Z]:\\Users\\)")

ONE_PIN = re.compile(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.]*")


def files_of_the_repository() -> list[Path]:
    """The tracked files and those about to be; a folder without git holds no answer and skips the test."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    command = ["git", "-c", f"safe.directory={ROOT}", *listing]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [path for path in map(ROOT.joinpath, filter(None, names)) if path.is_file()]


def rooms_with_a_layer() -> set[str]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [layer for contract in contracts if contract["type"] == "layers" for layer in contract["layers"]]
    return set(re.findall(r"\w+", " ".join(layers)))


def test_a_module_is_named_by_what_stands_in_it() -> None:
    named = {path: {path.stem, path.parent.name} for path in MODULES}
    assert MODULES
    assert [str(path) for path, names in named.items() if names & NAMES_THAT_SAY_NOTHING] == []


def test_importing_dragoman_loads_neither_a_language_model_nor_a_command_line() -> None:
    heavy = "{'spacy', 'thinc', 'typer'}"
    program = f"import sys, dragoman; print(sorted({heavy} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"


def test_every_room_has_a_layer() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if any(path.glob("*.py"))}
    assert rooms
    assert sorted(rooms - rooms_with_a_layer()) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is_for_in_a_docstring(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    texts = {path: path.read_text("utf-8", errors="replace") for path in files_of_the_repository()}
    assert ROOT / "pyproject.toml" in texts
    found = {str(path): match.group() for path, text in texts.items() if (match := PRIVATE_FOLDER.search(text))}
    assert found == {}


SLASH = "/"


@pytest.mark.parametrize(
    ("text", "private"),
    [
        (f"cd {SLASH}home/ann", True),
        (f"file://{SLASH}root/x", True),
        (f'"{SLASH}work/x"', True),
        (f"C:{chr(92)}Users{chr(92)}ann", True),
        (f"https://example.org{SLASH}home/ann", False),
        (f"docs{SLASH}work/x", False),
        (f"{SLASH}rooted", False),
    ],
)
def test_a_private_folder_is_told_from_part_of_an_address(text: str, *, private: bool) -> None:
    assert bool(PRIVATE_FOLDER.search(text)) is private


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_versions_from_the_index_and_nothing_else(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert lines
    assert [line for line in lines if not ONE_PIN.fullmatch(line)] == []


def test_every_public_name_exists() -> None:
    assert [name for name in dragoman.__all__ if not hasattr(dragoman, name)] == []
