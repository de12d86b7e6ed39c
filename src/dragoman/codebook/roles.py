"""Lower-cased words of a noun phrase in, the role that they end in out: "senior army officer" is an army officer.

The roles are rows of `dictionaries/actors/roles.csv`; its columns are told in the README beside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from dragoman.errors import DictionaryError

# PLOVER 0.8 (manual of 2024-02): the codes are fixed by that standard, so they stand here and not in a dictionary.
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
KINDS = frozenset({"person", "group", "institution", "thing"})
"""A thing is no role: "nerve agent" must not be read as an agent."""
COLUMNS = ("noun", "plural", "sectors", "kind")


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is: `noun` is the singular; no `sectors` means those of whom the person stands for."""

    noun: str
    sectors: tuple[str, ...]
    kind: str
    plural: bool


class Roles:
    """The role nouns, by their words; hyphens count as spaces, as news writes "vice-president" and "vice president"."""

    def __init__(self, forms: Mapping[str, Role]) -> None:
        self._forms = {_words(form): role for form, role in forms.items()}
        self._longest = max(map(len, self._forms), default=0)

    def __len__(self) -> int:
        return len(self._forms)

    def __iter__(self) -> Iterator[Role]:
        return iter(self._forms.values())

    def of(self, words: Sequence[str]) -> Role | None:
        """The longest role that ends `words`, in the singular or the plural; None where none does.

        `["senior", "foreign", "ministry", "official"]` is a "foreign ministry official".
        """
        parts = _words(" ".join(words))
        for length in range(min(self._longest, len(parts)), 0, -1):
            role = self._forms.get(parts[-length:])
            if role is not None:
                return role
        return None


def load_roles(file: Traversable) -> Roles:
    """The roles of `file`, a path or a file of the package; DictionaryError where a row cannot be trusted."""
    table = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")), restkey="", strict=True)
    if tuple(table.fieldnames or ()) != COLUMNS:
        raise DictionaryError(file.name, "line 1", f"the columns must be {','.join(COLUMNS)}")
    return Roles(_forms(file.name, ((table.line_num, row) for row in table)))


def _forms(file: str, rows: Iterable[tuple[int, Mapping[str, str | None]]]) -> dict[str, Role]:
    """Every form, singular and plural, and its role. A form that is both, as "police" is, is a plural."""
    forms: dict[str, Role] = {}
    seen: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        for form, role in _row(file, line, row).items():
            first = seen.setdefault(_words(form), line)
            if first != line:
                raise DictionaryError(file, f"line {line}", f"`{form}` already stands in line {first}: keep one")
            forms[form] = role
    return forms


def _row(file: str, line: int, row: Mapping[str, str | None]) -> dict[str, Role]:
    noun, plural, sectors, kind = (row[column] for column in COLUMNS)
    if noun is None or plural is None or sectors is None or kind is None or "" in row:
        raise DictionaryError(file, f"line {line}", f"a row has {len(COLUMNS)} cells: {','.join(COLUMNS)}")
    codes = _cell(sectors)
    _check(file, f"line {line}", noun=noun, plural=plural, codes=codes, kind=kind)
    singular = {noun: Role(noun, codes, kind, plural=False)}
    return singular | {form: Role(noun, codes, kind, plural=True) for form in _cell(plural)}


def _check(file: str, where: str, *, noun: str, plural: str, codes: tuple[str, ...], kind: str) -> None:
    if not _words(noun) or noun + plural != (noun + plural).lower():
        raise DictionaryError(file, where, f"`{noun}`: write the noun and its plural, in lower case")
    for code in codes:
        if code not in SECTORS:
            raise DictionaryError(file, where, f"`{code}` is no PLOVER sector: take one of {' '.join(sorted(SECTORS))}")
    if kind not in KINDS:
        raise DictionaryError(file, where, f"`{kind}` is no kind: take one of {', '.join(sorted(KINDS))}")


def _cell(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _words(form: str) -> tuple[str, ...]:
    """The words of `form` as they are compared: the parser parts "vice-president" in three, "army's" in two."""
    return tuple(form.replace("-", " ").replace("’", "'").replace(" '", "'").split())
